// SPDX-License-Identifier: Apache-2.0
#include "cli/text/diff_text.h"

#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/beside_text.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// Words of the record are cut here; --json has all of them.
constexpr size_t kQuoteWidthMax = 150;

// A value may be an answer of several lines; it has no more columns than bytes.
std::string OrNothing(const std::string& value) {
  return value.empty() ? "(nothing)" : Excerpt(value, value.size());
}

// Where cells and quotes stand, for who reads a diff.
struct Places {
  const ShortNames& names;
  bool of_one_round;  // which need not be named again

  // "MIDSA", "MIDSA 2016".
  std::string Of(const std::string& questionnaire) const {
    if (questionnaire.empty() || of_one_round) return names.Of(questionnaire);
    return absl::StrCat(names.Of(questionnaire), " ", RecordId(questionnaire));
  }
};

// "MIDSA 10.7 – a title".
std::string CellTitle(const v1::ChangedCell& cell, const Places& places) {
  std::string words = places.Of(cell.questionnaire());
  if (!cell.subject().empty())
    absl::StrAppend(&words, words.empty() ? "" : " ", cell.subject());
  // What a mechanism says as a whole has its name already.
  const bool is_named = cell.kind() == v1::DIFF_KIND_COVERAGE &&
                        cell.subject().empty() && !words.empty();
  if (cell.title().empty() || is_named) return words;
  return absl::StrCat(words, words.empty() ? "" : " – ", cell.title());
}

void AddEvidence(const v1::EvidenceChange& moved, const v1::ChangedCell& cell,
                 const Places& places, size_t width, std::string& out) {
  // The cell's own questionnaire need not be named again.
  std::string where = moved.questionnaire() == cell.questionnaire()
                          ? ""
                          : places.Of(moved.questionnaire());
  const std::string& question = moved.evidence().question_id();
  if (!question.empty())
    absl::StrAppend(&where, where.empty() ? "" : " ", question);
  std::string words = where;
  if (!moved.evidence().quote().empty())
    absl::StrAppend(&words, where.empty() ? "“" : ": “",
                    Excerpt(moved.evidence().quote(), kQuoteWidthMax), "”");
  const bool came = moved.movement() == v1::EVIDENCE_MOVEMENT_CAME;
  AppendBeside(came ? "    + " : "    - ", words, width, out);
}

void AddRevision(const v1::CellRevision& revision, bool tell_value,
                 size_t width, std::string& out) {
  std::string words = absl::StrCat(TimeWords(revision.commit_time()), ", ",
                                   revision.author(), ": ", revision.reason());
  if (tell_value) absl::StrAppend(&words, " → ", OrNothing(revision.value()));
  AppendBeside(absl::StrCat("    rev. ", revision.revision(), "  "), words,
               width, out);
}

void AddCell(const v1::ChangedCell& cell, const Places& places, size_t width,
             std::string& out) {
  AppendBeside("  ", CellTitle(cell, places), width, out);
  if (cell.old_value() == cell.new_value()) {
    AppendBeside("    ",
                 absl::StrCat(OrNothing(cell.new_value()), " (on other words)"),
                 width, out);
  } else {
    AppendBeside("    ",
                 absl::StrCat(OrNothing(cell.old_value()), " → ",
                              OrNothing(cell.new_value())),
                 width, out);
  }
  for (const v1::EvidenceChange& moved : cell.evidence())
    AddEvidence(moved, cell, places, width, out);
  const int untold = cell.revision_count() - cell.revisions_size();
  if (untold > 0)
    AppendBeside("    ", absl::StrCat(Counted(untold, "earlier revision")),
                 width, out);
  // What it said in between.
  const bool tell_values = cell.revision_count() > 1;
  for (const v1::CellRevision& revision : cell.revisions())
    AddRevision(revision, tell_values, width, out);
}

}  // namespace

std::string DiffText(const v1::Diff& diff, const ShortNames& names,
                     size_t width) {
  const Places places{names, !diff.round().empty()};
  std::string out;
  std::map<v1::DiffKind, int64_t> counts;
  for (const v1::ChangedCell& cell : diff.cells()) {
    if (counts[cell.kind()]++ == 0) {
      std::string heading = EnumWord(cell.kind());
      heading[0] = absl::ascii_toupper(static_cast<unsigned char>(heading[0]));
      absl::StrAppend(&out, out.empty() ? "" : "\n", heading, "\n");
    }
    AddCell(cell, places, width, out);
  }
  std::string footer = absl::StrCat(
      Counted(diff.cells_size(), "cell"), diff.round().empty() ? "" : " of ",
      diff.round(), diff.cells_size() == 1 ? " differs" : " differ",
      " between revision ", diff.from_revision(), " and ", diff.to_revision());
  if (!counts.empty())
    absl::StrAppend(
        &footer, ": ",
        absl::StrJoin(counts, ", ", [](std::string* text, const auto& count) {
          absl::StrAppend(text, EnumWord(count.first), " ", count.second);
        }));
  return absl::StrCat(out, out.empty() ? "" : "\n",
                      Paragraph(footer + ".", width));
}

}  // namespace compendium
