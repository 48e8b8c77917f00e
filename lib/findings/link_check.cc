// SPDX-License-Identifier: Apache-2.0
// broken-link and bare-link: addresses in answers, projects and publications,
// judged by their letters. Each address is flagged once.
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/findings/checks.h"
#include "lib/findings/limits.h"
#include "lib/findings/web_link.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// What the check was told so far.
class LinkCheck {
 public:
  explicit LinkCheck(FindingList& list) : list_(list) {}

  // `for_publication`: the address should lead to a publication.
  void Check(absl::string_view link, bool for_publication,
             v1::FindingEvidence quote) {
    if (link.empty() || link.size() > kLinkBytesMax) return;
    const absl::string_view problem = LinkProblem(link);
    if (!problem.empty()) {
      if (!flagged_.insert(std::string(link)).second) return;
      list_.Add(
          {"broken-link",
           v1::FINDING_SEVERITY_NOTE,
           absl::StrCat("The address ", InMessage(link), " ", problem, "."),
           "Ask the respondent for the address and correct it.",
           {std::move(quote)},
           std::string(link)});
    } else if (for_publication && IsHomePage(link)) {
      if (!flagged_.insert(std::string(link)).second) return;
      list_.Add({"bare-link",
                 v1::FINDING_SEVERITY_NOTE,
                 absl::StrCat("The address ", InMessage(link),
                              " is a home page; the publication is not "
                              "behind it."),
                 "Ask the respondent for the address of the publication.",
                 {std::move(quote)},
                 std::string(link)});
    }
  }

 private:
  FindingList& list_;
  absl::flat_hash_set<std::string> flagged_;
};

}  // namespace

void CheckLinks(const QuestionnaireView& view, FindingList& list) {
  LinkCheck check(list);
  for (const AnswerView& answer : view.answers()) {
    if (!answer.answered) continue;
    const absl::string_view text = answer.answer->text();
    for (const LinkSpan link : FindLinks(text)) {
      check.Check(text.substr(link.begin, link.end - link.begin),
                  answer.topic == QuestionTopic::kPublications,
                  view.Quote(answer, link.begin, link.end));
    }
  }
  for (const v1::Project& project : view.questionnaire().projects()) {
    check.Check(project.website_uri(), false, view.QuoteOf(project.evidence()));
  }
  for (const v1::Publication& publication :
       view.questionnaire().publications()) {
    check.Check(publication.link_uri(), true,
                view.QuoteOf(publication.evidence()));
  }
}

}  // namespace compendium
