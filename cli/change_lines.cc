// SPDX-License-Identifier: Apache-2.0
#include "cli/change_lines.h"

#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "cli/import/import_source.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

std::string Line(int64_t revision, const std::string& time,
                 const std::string& what, const std::string& rest) {
  // Reasons come from strangers and may hold line ends.
  return absl::StrFormat("%8d  %-20s  %-9s  %s\n", revision, time, what,
                         Excerpt(rest, rest.size()));
}

template <class Resource>
std::string SnapshotLine(const Resource& record) {
  return Line(record.revision(), TimeWords(record.update_time()),
              record.has_delete_time() ? "deleted" : "exists", record.name());
}

}  // namespace

std::string ChangeLines(const v1::WatchResponse& message) {
  std::string lines;
  for (const v1::Record& record : message.snapshot_part().records()) {
    if (record.has_mechanism()) lines += SnapshotLine(record.mechanism());
    if (record.has_round()) lines += SnapshotLine(record.round());
    if (record.has_questionnaire())
      lines += SnapshotLine(record.questionnaire());
  }
  const v1::Change& change = message.change();
  for (const v1::RecordChange& record : change.records())
    lines += Line(change.revision(), TimeWords(change.commit_time()),
                  EnumWord(record.kind()),
                  absl::StrCat(record.name(), " by ", change.author(), ": ",
                               change.reason()));
  return lines;
}

}  // namespace compendium
