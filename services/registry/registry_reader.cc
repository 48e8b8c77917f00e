// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/limits.h"
#include "services/registry/store/read_limiter.h"

namespace compendium::registry {
namespace {

// Mechanisms and their questionnaires lie side by side; reading few at a time
// keeps low what is read in vain before the questionnaires are jumped over.
constexpr size_t kMechanismReadCount = 8;

// Names that one page looks at, in readings of the store of at most so many
// names each, so that a request with a filter that fits nothing ends soon. A
// reading brings at least one mechanism unless all its names are deleted, so a
// page of mechanisms, at most kPageCountMax large, is rarely short.
constexpr size_t kVisitedMax = 65536;
constexpr size_t kVisitedPerReading = 4096;
constexpr size_t kMechanismVisitedPerReading = 64;

constexpr absl::string_view kQuestionnairesPart = "/questionnaires/";

// The greatest name below that of `questionnaire`'s mechanism: ids end before
// this byte.
std::string PastSiblingsOf(absl::string_view questionnaire) {
  const size_t part = questionnaire.find(kQuestionnairesPart);
  return absl::StrCat(
      questionnaire.substr(0, part + kQuestionnairesPart.size()), "\x7f");
}

ListQuery QueryOf(const ListCall& call, int64_t revision) {
  ListQuery query;
  query.prefix = call.kind == RecordKind::kRound ? "rounds/" : "mechanisms/";
  if (call.kind == RecordKind::kQuestionnaire) {
    if (call.parent != "mechanisms/-")
      query.prefix = absl::StrCat(call.parent, kQuestionnairesPart);
    if (!call.round.empty())
      query.suffix = absl::StrCat(kQuestionnairesPart,
                                  absl::StripPrefix(call.round, "rounds/"));
  }
  query.after_name = call.after_name;
  query.at_revision = revision;
  query.show_deleted = call.show_deleted;
  return query;
}

}  // namespace

int PageCount(int requested, int otherwise) {
  return requested == 0 ? otherwise : std::min(requested, kPageCountMax);
}

absl::StatusOr<int64_t> RegistryReader::Resolve(int64_t read_revision) const {
  const int64_t last = store_.LastRevision();
  RETURN_IF_ERROR(CheckRevision("read_revision", read_revision, 0, last));
  return read_revision == 0 ? last : read_revision;
}

absl::StatusOr<RecordVersion> RegistryReader::Get(absl::string_view name,
                                                  int64_t revision) const {
  return store_.Get(name, revision);
}

absl::StatusOr<RecordPage> RegistryReader::List(const ListCall& call) const {
  ASSIGN_OR_RETURN(const int64_t revision, Resolve(call.read_revision));
  const bool is_mechanisms = call.kind == RecordKind::kMechanism;
  const auto count =
      static_cast<size_t>(PageCount(call.page_size, kPageCountDefault));
  RecordPage result{.revision = revision, .records = {}, .continue_after = ""};
  ReadLimiter limiter({count, kPageBytesMax});
  ListQuery query = QueryOf(call, revision);
  query.limit = {
      is_mechanisms ? std::min(count, kMechanismReadCount) : count,
      kPageBytesMax,
      is_mechanisms ? kMechanismVisitedPerReading : kVisitedPerReading};
  for (size_t visited = 0; visited < kVisitedMax && !limiter.full();
       visited += query.limit.visited_max) {
    ASSIGN_OR_RETURN(ListPage page, store_.List(query));
    for (RecordVersion& record : page.records) {
      if (KindOfName(record.name) != call.kind) {
        if (is_mechanisms)
          page.continue_after =
              page.continue_after.empty()
                  ? ""
                  : std::max(page.continue_after, PastSiblingsOf(record.name));
        continue;
      }
      if (!limiter.Take(BytesOf(record))) {
        result.continue_after = result.records.back().name;
        return result;
      }
      result.records.push_back(std::move(record));
    }
    query.after_name = std::move(page.continue_after);
    if (query.after_name.empty()) return result;
  }
  result.continue_after = std::move(query.after_name);
  return result;
}

absl::StatusOr<RecordPage> RegistryReader::BatchGet(
    absl::Span<const std::string> names, int64_t read_revision) const {
  ASSIGN_OR_RETURN(const int64_t revision, Resolve(read_revision));
  RecordPage result{.revision = revision, .records = {}, .continue_after = ""};
  ReadLimiter limiter({kBatchCountMax, kPageBytesMax});
  for (const std::string& name : names) {
    ASSIGN_OR_RETURN(RecordVersion record, Get(name, revision));
    if (!limiter.Take(BytesOf(record)))
      return ErrorWithReason(
          absl::StatusCode::kResourceExhausted, "BATCH_TOO_LARGE",
          absl::StrCat("names: got records of more than ", kPageBytesMax,
                       " bytes, want fewer names"),
          {{"bytes_max", absl::StrCat(kPageBytesMax)}});
    result.records.push_back(std::move(record));
  }
  return result;
}

absl::StatusOr<VersionPage> RegistryReader::ListVersions(
    absl::string_view name, int64_t revision, int64_t before_revision,
    int page_size) const {
  const ReadLimit limit = {
      static_cast<size_t>(PageCount(page_size, kPageCountDefault)),
      kPageBytesMax};
  const int64_t before = before_revision == 0 ? revision + 1 : before_revision;
  ASSIGN_OR_RETURN(std::vector<ExplainedHead> heads,
                   store_.ListHeads(name, before, limit));
  VersionPage result{.revision = revision, .versions = {}};
  if (heads.empty()) {
    // Refuses a record that did not exist yet.
    RETURN_IF_ERROR(Get(name, revision).status());
    return result;
  }
  for (ExplainedHead& version : heads)
    result.versions.push_back({.name = std::string(name),
                               .head = version.head,
                               .author = std::move(version.entry.author),
                               .reason = std::move(version.entry.reason)});
  const RecordHead& last = heads.back().head;
  if (last.revision > last.create_revision)
    result.continue_before = last.revision;
  return result;
}

absl::StatusOr<LogPage> RegistryReader::ListLogEntries(int64_t after_revision,
                                                       int page_size) const {
  LogPage result;
  const ReadLimit limit = {
      static_cast<size_t>(PageCount(page_size, kLogPageCountDefault)),
      kPageBytesMax};
  ASSIGN_OR_RETURN(result.changes, store_.ReadChanges(after_revision, limit));
  result.last_revision = store_.LastRevision();  // at least that of the changes
  return result;
}

}  // namespace compendium::registry
