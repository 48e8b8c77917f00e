// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/reporting/v1/findings.pb.h"
#include "services/reporting/projection/kept_record.h"
#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

using FindingsContribution = KeptLink<v1::KeptFindings>;

// The projection behind the findings: what the checks of lib/findings say of
// each questionnaire, whatever becomes of its round, and the little that must
// be known to say the rest. The texts that the checks read are not kept. A
// value; copies share their content.
//
// A change runs the checks over the questionnaire that it holds, and replaces
// one contribution. What depends on the round's day, form and event links, and
// what two questionnaires say of one event, is found when it is asked
// (findings_answer.h): a change of a round costs nothing here.
struct Findings {
  QuestionnaireShelf<FindingsContribution> contributions;
};

// The findings after a change.
Findings Apply(Findings findings, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const Findings& findings, SavedRecordVisitor visit);

// The questionnaire as FindItemFindings and FindEventFindings take it, from
// what is kept here and what other projections keep of it; null for none.
registry::v1::Questionnaire ItemsOf(
    const v1::KeptFindings& kept, const registry::v1::Questionnaire* meetings,
    const registry::v1::Questionnaire* projects);

}  // namespace compendium::reporting
