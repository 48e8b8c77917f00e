// SPDX-License-Identifier: Apache-2.0
// The checks. Each looks at one questionnaire and adds what it finds to the
// list; docs/findings.md tells of each what it looks at, why, and how to
// resolve it. Those that need the round's day or form look at what can be kept
// without the texts (round_items.h). All are pure, deterministic and linear in
// the record, but for what limits.h bounds. The comments name the values of
// Finding.check.
#pragma once

#include "absl/types/span.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/findings/finding_list.h"
#include "lib/findings/finding_options.h"
#include "lib/findings/questionnaire_view.h"

namespace compendium {

// stated-count: "4 of the goals", and six are listed.
void CheckStatedCounts(const QuestionnaireView& view, FindingList& list);

// code-subject: the words beside a target are about another one's subject.
void CheckCodeSubjects(const QuestionnaireView& view, FindingList& list);

// unknown-code: a code that is none of the 17 goals and 169 targets.
void CheckUnknownCodes(const QuestionnaireView& view, FindingList& list);

// claim-strength: one code, claimed more and less firmly in two answers.
void CheckClaimStrengths(const QuestionnaireView& view, FindingList& list);

// goals-unnamed: an answer about the SDGs that names none.
// goals-without-project: goals of a project that nobody named.
void CheckGoalQuestions(const QuestionnaireView& view, FindingList& list);

// copied-heading, copied-answer: the words of another question's answer.
void CheckCopies(const QuestionnaireView& view, FindingList& list);

// event-dates: mentions of one event that give different days.
// event-status: one says it was held, another that it is planned.
void CheckEvents(const QuestionnaireView& view, FindingList& list);

// held-ahead: held in a year after the round.
// unclear-year: a date without year between two years.
// undated-meetings: meetings without a day or month.
void CheckMeetingDates(const QuestionnaireView& view, FindingList& list);

// impossible-date: a day that the calendar does not have.
void CheckImpossibleDates(const QuestionnaireView& view, FindingList& list);

// stated-meetings: "6 meetings were held", and five follow.
void CheckStatedMeetings(const QuestionnaireView& view, FindingList& list);

// unknown-participant: neither a country nor a known body.
// repeated-participant: one country under two names, or twice.
// cut-participants: an alphabetical list whose beginning or end is missing.
void CheckParticipants(const QuestionnaireView& view, FindingList& list);

// new-member: an answer welcomes a member that the list does not have.
void CheckNewMembers(const QuestionnaireView& view, FindingList& list);

// missing-label, question-number, question-year: what the document asks is not
// what the form asks.
void CheckForm(const QuestionnaireView& view, FindingList& list);

// empty-reference: "see point 2", and point 2 is empty.
void CheckReferences(const QuestionnaireView& view, FindingList& list);

// broken-link: an address that no browser can open.
// bare-link: the home page in place of the publication.
void CheckLinks(const QuestionnaireView& view, FindingList& list);

// reversed-period: a project that ends before it begins.
// earlier-publication: not of the round's year.
void CheckProjects(const QuestionnaireView& view, FindingList& list);

// planned-past: planned for a day that was over when answers were due.
void CheckMeetingsInRound(const registry::v1::Questionnaire& items,
                          const FindingOptions& options, FindingList& list);

// missing-question: the form asks it, and the document does not show it.
void CheckFormOfRound(const registry::v1::Questionnaire& items,
                      const FindingOptions& options, FindingList& list);

// ended-project, earlier-project: not of the round's year.
void CheckProjectsInRound(const registry::v1::Questionnaire& items,
                          const FindingOptions& options, FindingList& list);

// round-event-dates: two mechanisms give different days for one event.
void CheckRoundEvents(
    absl::Span<const registry::v1::Questionnaire* const> items,
    const registry::v1::Round& round, FindingList& list);

}  // namespace compendium
