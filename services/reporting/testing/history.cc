// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/testing/history.h"

#include <google/protobuf/text_format.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

using google::protobuf::TextFormat;
using registry::v1::Change;
using registry::v1::RecordChange;

RecordChange Named(const std::string& name) {
  RecordChange change;
  change.set_name(name);
  change.set_kind(registry::v1::CHANGE_KIND_CREATED);
  return change;
}

}  // namespace

RecordChange PutMechanism(absl::string_view id,
                          absl::string_view display_name) {
  RecordChange change = Named(absl::StrCat("mechanisms/", id));
  auto& mechanism = *change.mutable_record()->mutable_mechanism();
  mechanism.set_name(change.name());
  mechanism.set_display_name(std::string(display_name));
  return change;
}

RecordChange PutRound(absl::string_view id, absl::string_view form) {
  RecordChange change = Named(absl::StrCat("rounds/", id));
  auto& round = *change.mutable_record()->mutable_round();
  round.set_name(change.name());
  CHECK(TextFormat::ParseFromString(std::string(form), round.mutable_form()));
  return change;
}

RecordChange PutQuestionnaire(absl::string_view mechanism_id,
                              absl::string_view round_id,
                              absl::string_view content) {
  RecordChange change = Named(
      absl::StrCat("mechanisms/", mechanism_id, "/questionnaires/", round_id));
  auto& questionnaire = *change.mutable_record()->mutable_questionnaire();
  CHECK(TextFormat::ParseFromString(std::string(content), &questionnaire));
  questionnaire.set_name(change.name());
  return change;
}

RecordChange Deleted(RecordChange record) {
  record.set_kind(registry::v1::CHANGE_KIND_DELETED);
  return record;
}

RecordChange Undeleted(RecordChange record) {
  record.set_kind(registry::v1::CHANGE_KIND_UNDELETED);
  return record;
}

Change MakeChange(int64_t revision, std::vector<RecordChange> records) {
  Change change;
  change.set_revision(revision);
  for (RecordChange& record : records)
    *change.add_records() = std::move(record);
  change.set_hash(base::Sha256({CanonicalBytes(change)}));
  return change;
}

Projections ProjectionsOf(std::vector<RecordChange> records) {
  absl::StatusOr<Projections> projections =
      Apply(Projections(), MakeChange(1, std::move(records)));
  CHECK(projections.ok());
  return *std::move(projections);
}

}  // namespace compendium::reporting
