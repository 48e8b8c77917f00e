// SPDX-License-Identifier: Apache-2.0
#include "cli/text/listed_item_text.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "lib/words/counted.h"
#include "lib/words/date_words.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// Words of the record are cut here; `show` and --json have all of them.
constexpr size_t kTextWidthMax = 280;

constexpr size_t kLabelWidth = 10;

// Writes items, each a title with labelled lines under it, and a heading where
// a new questionnaire begins.
class ItemWriter {
 public:
  ItemWriter(const ShortNames& names, const ItemTextOptions& options)
      : names_(names), options_(options) {}

  void Begin(const std::string& questionnaire, const std::string& title) {
    if (questionnaire != questionnaire_) {
      absl::StrAppend(&out_, out_.empty() ? "" : "\n", names_.Of(questionnaire),
                      " ", RoundOf(questionnaire), "\n");
      questionnaire_ = questionnaire;
      questionnaires_.insert(questionnaire);
    }
    AddBeside("  ", title.empty() ? "(no title)" : title);
  }

  // A line of the item; nothing for an empty text.
  void Add(absl::string_view label, absl::string_view text) {
    if (text.empty()) return;
    std::string begin = absl::StrCat("    ", label);
    begin.resize(4 + kLabelWidth, ' ');
    AddBeside(begin, text);
  }

  void AddEvidence(const registry::v1::Evidence& evidence) {
    if (!options_.evidence || evidence.quote().empty()) return;
    Add(absl::StrCat("said in ", evidence.question_id()),
        absl::StrCat("“", Excerpt(evidence.quote(), kTextWidthMax), "”"));
  }

  // All, and how many of what in how many questionnaires.
  std::string Take(const std::string& counted) {
    absl::StrAppend(
        &out_, out_.empty() ? "" : "\n", counted, " of ",
        Counted(static_cast<int64_t>(questionnaires_.size()), "questionnaire"),
        ".\n");
    return std::move(out_);
  }

 private:
  // The id at the end of the name.
  static std::string RoundOf(const std::string& questionnaire) {
    return questionnaire.substr(questionnaire.rfind('/') + 1);
  }

  void AddBeside(const std::string& begin, absl::string_view text) {
    const size_t indent = DisplayWidth(begin);
    const size_t room = std::max<size_t>(options_.width, indent + 10) - indent;
    std::string before = begin;
    for (const std::string& line : WrapText(Printable(text), room)) {
      absl::StrAppend(&out_, before, line, "\n");
      before.assign(indent, ' ');
    }
  }

  const ShortNames& names_;
  const ItemTextOptions& options_;
  std::string questionnaire_;
  std::set<std::string> questionnaires_;
  std::string out_;
};

// "Jun 2015–May 2019", or what the source wrote.
std::string When(const registry::v1::UncertainDate& date) {
  return date.edtf().empty() ? date.as_written() : DateWords(date.edtf());
}

}  // namespace

std::string ProjectsText(const v1::Projects& projects, const ShortNames& names,
                         const ItemTextOptions& options) {
  ItemWriter writer(names, options);
  for (const v1::ListedProject& listed : projects.projects()) {
    const registry::v1::Project& project = listed.project();
    writer.Begin(listed.questionnaire(), project.title());
    writer.Add("period", When(project.period()));
    writer.Add("objective", Excerpt(project.objective(), kTextWidthMax));
    writer.Add("coverage", Excerpt(project.coverage(), kTextWidthMax));
    writer.Add("funding", Excerpt(project.funding(), kTextWidthMax));
    writer.Add("website", project.website_uri());
    writer.AddEvidence(project.evidence());
  }
  return writer.Take(Counted(projects.projects_size(), "project"));
}

std::string PublicationsText(const v1::Publications& publications,
                             const ShortNames& names,
                             const ItemTextOptions& options) {
  ItemWriter writer(names, options);
  for (const v1::ListedPublication& listed : publications.publications()) {
    const registry::v1::Publication& publication = listed.publication();
    writer.Begin(listed.questionnaire(), publication.title());
    writer.Add("date", When(publication.date()));
    writer.Add("status", EnumWord(publication.status()));
    writer.Add("link", publication.link_uri());
    writer.AddEvidence(publication.evidence());
  }
  return writer.Take(Counted(publications.publications_size(), "publication"));
}

}  // namespace compendium
