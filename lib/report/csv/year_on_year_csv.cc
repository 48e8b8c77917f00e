// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/year_on_year_csv.h"

#include "absl/strings/str_cat.h"
#include "lib/csv/csv_writer.h"
#include "lib/report/csv/list_cell.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// What a row says; the rest is the same in all.
struct Row {
  std::string about;
  std::string mechanism;
  std::string movement;
  std::string change = {};
  std::string subject = {};
  std::string base_value = {};
  std::string value = {};
  std::string base_quotes = {};
  std::string quotes = {};
};

template <class Nodes>
std::string NodesCell(const Nodes& nodes) {
  return ListCell(nodes, [](const v1::ClaimedNode& node) {
    return absl::StrCat(node.code(), " ", EnumWord(node.strength()));
  });
}

template <class Nodes>
std::string QuotesCell(const Nodes& nodes) {
  return ListCell(nodes, [](const v1::ClaimedNode& node) {
    return ListCell(node.claims(), [](const v1::CoverageClaim& claim) {
      return claim.evidence().quote();
    });
  });
}

template <class Entries>
std::string RolesCell(const Entries& entries) {
  return ListCell(entries, [](const v1::ParticipationEntry& entry) {
    const std::string role = EnumWord(entry.role());
    return role.empty() ? std::string("listed") : role;
  });
}

std::string SaidOnce(const v1::MechanismMovement& moved) {
  return absl::StrCat(moved.node_count(), " nodes; ", moved.participant_count(),
                      " participants; ", moved.event_count(), " events");
}

}  // namespace

std::string YearOnYearCsv(const v1::YearOnYear& answer,
                          int64_t computed_at_revision) {
  CsvWriter table({"about", "mechanism", "movement", "change", "subject",
                   "base_value", "value", "base_quotes", "quotes", "base_round",
                   "round", "framework", "computed_at_revision"});
  const auto add = [&](const Row& row) {
    table.Text(row.about)
        .Text(RecordId(row.mechanism))
        .Text(row.movement)
        .Text(row.change)
        .Text(row.subject)
        .Text(row.base_value)
        .Text(row.value)
        .Text(row.base_quotes)
        .Text(row.quotes)
        .Text(RecordId(answer.base_round()))
        .Text(RecordId(answer.round()))
        .Text(answer.framework())
        .Number(computed_at_revision);
  };
  for (const v1::MechanismMovement& moved : answer.mechanisms()) {
    const bool came = moved.movement() == v1::MOVEMENT_APPEARED;
    add({.about = "mechanism",
         .mechanism = moved.mechanism(),
         .movement = EnumWord(moved.movement()),
         .subject = moved.display_name(),
         .base_value = came ? "" : SaidOnce(moved),
         .value = came ? SaidOnce(moved) : ""});
  }
  for (const v1::ClaimMovement& moved : answer.claims())
    add({.about = "claim",
         .mechanism = moved.mechanism(),
         .movement = EnumWord(moved.movement()),
         .change = EnumWord(moved.change()),
         .base_value = NodesCell(moved.base_nodes()),
         .value = NodesCell(moved.nodes()),
         .base_quotes = QuotesCell(moved.base_nodes()),
         .quotes = QuotesCell(moved.nodes())});
  for (const v1::ParticipantMovement& moved : answer.participants())
    add({.about = "participant",
         .mechanism = moved.mechanism(),
         .movement = EnumWord(moved.movement()),
         .subject = moved.name(),
         .base_value = RolesCell(moved.base_entries()),
         .value = RolesCell(moved.entries())});
  for (const v1::MeetingMovement& moved : answer.meetings())
    add({.about = "meetings",
         .mechanism = moved.mechanism(),
         .movement = "",
         .subject = EnumWord(moved.level()),
         .base_value = absl::StrCat(moved.base_count()),
         .value = absl::StrCat(moved.count())});
  return table.ToString();
}

}  // namespace compendium
