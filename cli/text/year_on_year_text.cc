// SPDX-License-Identifier: Apache-2.0
#include "cli/text/year_on_year_text.h"

#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/beside_text.h"
#include "cli/text/text_table.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

constexpr size_t kQuoteWidthMax = 150;
constexpr size_t kQuoteIndent = 4;

// "10.7 possible"; nothing for the usual strength.
std::string NodeWords(const v1::ClaimedNode& node) {
  return node.strength() == registry::v1::CLAIM_STRENGTH_EXPLICIT
             ? node.code()
             : absl::StrCat(node.code(), " ", EnumWord(node.strength()));
}

template <class Nodes>
std::string NodesWords(const Nodes& nodes) {
  return nodes.empty()
             ? "–"
             : absl::StrJoin(nodes, ", ",
                             [](std::string* out, const v1::ClaimedNode& node) {
                               absl::StrAppend(out, NodeWords(node));
                             });
}

std::string MovementWords(const v1::ClaimMovement& moved) {
  return moved.change() == v1::CLAIM_CHANGE_UNSPECIFIED
             ? EnumWord(moved.movement())
             : EnumWord(moved.change());
}

template <class Nodes>
void AddQuotes(const std::string& round, const Nodes& nodes, TextTable& table) {
  for (const v1::ClaimedNode& node : nodes)
    for (const v1::CoverageClaim& claim : node.claims())
      if (!claim.evidence().quote().empty())
        table.AddNote(
            absl::StrCat(round, " ", claim.question_id(), ": “",
                         Excerpt(claim.evidence().quote(), kQuoteWidthMax),
                         "”"),
            kQuoteIndent);
}

std::string ClaimTable(const v1::YearOnYear& answer, const ShortNames& names,
                       const YearOnYearTextOptions& options) {
  if (answer.claims().empty()) return "";
  const std::string base(RecordId(answer.base_round()));
  const std::string round(RecordId(answer.round()));
  TextTable table({{.title = "Mechanism"},
                   {.title = base},
                   {.title = round},
                   {.title = "Claim"}});
  for (const v1::ClaimMovement& moved : answer.claims()) {
    table.AddRow({names.Of(moved.mechanism()), NodesWords(moved.base_nodes()),
                  NodesWords(moved.nodes()), MovementWords(moved)});
    if (!options.evidence) continue;
    AddQuotes(base, moved.base_nodes(), table);
    AddQuotes(round, moved.nodes(), table);
  }
  return table.ToString(options.width) + "\n";
}

template <class Entries>
std::string RolesWords(const Entries& entries) {
  std::vector<std::string> roles;
  for (const v1::ParticipationEntry& entry : entries) {
    const std::string role = EnumWord(entry.role());
    roles.push_back(role.empty() ? "listed" : role);
  }
  return absl::StrJoin(roles, ", ");
}

// "Kenya, Zambia" of each movement, by mechanism.
std::string ParticipantTable(const v1::YearOnYear& answer,
                             const ShortNames& names, size_t width) {
  if (answer.participants().empty()) return "";
  std::map<std::string, std::map<v1::Movement, std::vector<std::string>>> told;
  std::vector<std::string> mechanisms;  // in order
  for (const v1::ParticipantMovement& moved : answer.participants()) {
    if (told.count(moved.mechanism()) == 0)
      mechanisms.push_back(moved.mechanism());
    std::string words = moved.name();
    if (moved.movement() == v1::MOVEMENT_CHANGED)
      absl::StrAppend(&words, " (", RolesWords(moved.base_entries()), " → ",
                      RolesWords(moved.entries()), ")");
    told[moved.mechanism()][moved.movement()].push_back(std::move(words));
  }
  TextTable table({{.title = "Mechanism"},
                   {.title = "Newly listed"},
                   {.title = "No longer listed"},
                   {.title = "In another capacity"}});
  for (const std::string& mechanism : mechanisms) {
    std::vector<std::string> row = {names.Of(mechanism)};
    for (const auto movement : {v1::MOVEMENT_APPEARED, v1::MOVEMENT_DISAPPEARED,
                                v1::MOVEMENT_CHANGED})
      row.push_back(absl::StrJoin(told[mechanism][movement], ", "));
    table.AddRow(row);
  }
  return table.ToString(width) + "\n";
}

// The levels of which there are more or fewer than before.
std::string MeetingTable(const v1::YearOnYear& answer, const ShortNames& names,
                         size_t width) {
  const auto count_column = [](absl::string_view round) {
    return TextColumn{.title = std::string(RecordId(round)),
                      .align_right = true,
                      .unbroken = true};
  };
  TextTable table({{.title = "Mechanism"},
                   {.title = "Meetings"},
                   count_column(answer.base_round()),
                   count_column(answer.round())});
  bool any = false;
  for (const v1::MeetingMovement& moved : answer.meetings()) {
    if (moved.base_count() == moved.count()) continue;
    any = true;
    const std::string level = EnumWord(moved.level());
    table.AddRow({names.Of(moved.mechanism()),
                  level.empty() ? "of no known level" : level,
                  absl::StrCat(moved.base_count()),
                  absl::StrCat(moved.count())});
  }
  return any ? table.ToString(width) + "\n" : "";
}

// Who answered in one of the rounds only, with what is not compared.
std::string MechanismLines(const v1::YearOnYear& answer,
                           const ShortNames& names, size_t width) {
  std::string out;
  for (const v1::MechanismMovement& moved : answer.mechanisms()) {
    const bool came = moved.movement() == v1::MOVEMENT_APPEARED;
    AppendBeside(
        absl::StrCat("Only in ",
                     RecordId(came ? answer.round() : answer.base_round()),
                     ": "),
        absl::StrCat(names.Of(moved.mechanism()), " (",
                     Counted(moved.node_count(), "node"), ", ",
                     Counted(moved.participant_count(), "participant"), ", ",
                     Counted(moved.event_count(), "event"), ")"),
        width, out);
  }
  return out.empty() ? "" : out + "\n";
}

}  // namespace

std::string YearOnYearText(const v1::YearOnYear& answer,
                           const ShortNames& names,
                           const YearOnYearTextOptions& options) {
  const v1::YearOnYearCounts& counts = answer.counts();
  const std::string footer = absl::StrCat(
      Counted(counts.compared_mechanism_count(), "mechanism"), " answered in ",
      answer.base_round(), " and ", answer.round(),
      ". Claims: ", counts.appeared_claim_count(), " new, ",
      counts.disappeared_claim_count(), " gone, ", counts.changed_claim_count(),
      " changed, ", counts.same_claim_count(),
      " the same. Participants: ", counts.appeared_participant_count(),
      " new, ", counts.disappeared_participant_count(), " gone, ",
      counts.changed_participant_count(), " changed, ",
      counts.same_participant_count(), " the same.");
  return absl::StrCat(ClaimTable(answer, names, options),
                      ParticipantTable(answer, names, options.width),
                      MeetingTable(answer, names, options.width),
                      MechanismLines(answer, names, options.width),
                      Paragraph(footer, options.width));
}

}  // namespace compendium
