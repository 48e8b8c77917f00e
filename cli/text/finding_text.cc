// SPDX-License-Identifier: Apache-2.0
#include "cli/text/finding_text.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "cli/text/beside_text.h"
#include "lib/domain/framework.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// Words of the record are cut here; `show` has all of them.
constexpr size_t kQuoteWidthMax = 150;

// "Bali 2A: “the words”".
std::string EvidenceWords(const v1::FindingEvidence& evidence,
                          const ShortNames& names) {
  std::string where = names.Of(evidence.questionnaire());
  const std::string& question = evidence.evidence().question_id();
  if (!question.empty())
    absl::StrAppend(&where, where.empty() ? "" : " ", question);
  if (evidence.evidence().quote().empty()) return where;
  return absl::StrCat(
      where, ": “", Excerpt(evidence.evidence().quote(), kQuoteWidthMax), "”");
}

std::string DecisionWords(const v1::Decision& decision) {
  return absl::StrCat(EnumWord(decision.verdict()), " by ", decision.author(),
                      ": ", decision.reason());
}

void AddFinding(const v1::Finding& finding, const ShortNames& names,
                size_t width, std::string& out) {
  // Severity first: a column that the eye can run down.
  std::string severity = EnumWord(finding.severity());
  severity.resize(std::max<size_t>(severity.size(), 7), ' ');
  AppendBeside(absl::StrCat("  ", severity, "  "), finding.message(), width,
               out);
  const std::string indent(11, ' ');
  for (const v1::FindingEvidence& evidence : finding.evidence())
    AppendBeside(indent, EvidenceWords(evidence, names), width, out);
  if (!finding.resolution().empty())
    AppendBeside(indent + "→ ", finding.resolution(), width, out);
  AppendBeside(indent, finding.id(), width, out);
  if (finding.has_decision())
    AppendBeside(indent, DecisionWords(finding.decision()), width, out);
}

std::string NodeTitle(const v1::Suggestion& suggestion) {
  const Framework* const framework = FindFramework(suggestion.framework());
  const FrameworkNode* const node =
      framework == nullptr ? nullptr : framework->Find(suggestion.code());
  return node == nullptr ? "" : node->title;
}

std::string NodeWords(const v1::Suggestion& suggestion) {
  return absl::StrCat(suggestion.framework(), " ", suggestion.code());
}

struct Widths {
  size_t all;
  size_t node;
};

void AddSuggestion(const v1::Suggestion& suggestion, const ShortNames& names,
                   Widths widths, std::string& out) {
  std::string node = NodeWords(suggestion);
  node.resize(widths.node, ' ');
  AppendBeside(absl::StrCat("  ", node, "  "), NodeTitle(suggestion),
               widths.all, out);
  const std::string indent(widths.node + 4, ' ');
  v1::FindingEvidence evidence;
  evidence.set_questionnaire(suggestion.questionnaire());
  *evidence.mutable_evidence() = suggestion.evidence();
  AppendBeside(indent, EvidenceWords(evidence, names), widths.all, out);
  AppendBeside(indent, suggestion.id(), widths.all, out);
  if (suggestion.has_decision())
    AppendBeside(indent, DecisionWords(suggestion.decision()), widths.all, out);
}

}  // namespace

std::string FindingsText(const FindingItems& findings, const ShortNames& names,
                         size_t width) {
  std::string out;
  std::map<v1::FindingSeverity, int> counts;
  const std::string* subject = nullptr;
  for (const v1::Finding& finding : findings) {
    if (subject == nullptr || *subject != finding.subject()) {
      absl::StrAppend(&out, out.empty() ? "" : "\n",
                      names.Of(finding.subject()),
                      finding.subject().empty() ? "" : "\n");
      subject = &finding.subject();
    } else {
      absl::StrAppend(&out, "\n");
    }
    AddFinding(finding, names, width, out);
    ++counts[finding.severity()];
  }
  std::string footer = Counted(findings.size(), "finding");
  if (!findings.empty())
    absl::StrAppend(&footer, ": ",
                    Counted(counts[v1::FINDING_SEVERITY_ERROR], "error"), ", ",
                    Counted(counts[v1::FINDING_SEVERITY_WARNING], "warning"),
                    ", ", Counted(counts[v1::FINDING_SEVERITY_NOTE], "note"));
  return absl::StrCat(out, out.empty() ? "" : "\n", footer, ".\n");
}

std::string SuggestionsText(const SuggestionItems& suggestions,
                            const ShortNames& names, size_t width) {
  std::string out;
  size_t node_width = 0;
  for (const v1::Suggestion& suggestion : suggestions)
    node_width = std::max(node_width, DisplayWidth(NodeWords(suggestion)));
  const std::string* last = nullptr;
  for (const v1::Suggestion& suggestion : suggestions) {
    const std::string& name = suggestion.questionnaire();
    const bool is_next = last == nullptr || *last != name;
    absl::StrAppend(&out, last == nullptr ? "" : "\n",
                    is_next ? names.Of(name) : "",
                    is_next && !name.empty() ? "\n" : "");
    last = &name;
    AddSuggestion(suggestion, names, {width, node_width}, out);
  }
  return absl::StrCat(out, out.empty() ? "" : "\n",
                      Counted(suggestions.size(), "suggestion"), ".\n");
}

}  // namespace compendium
