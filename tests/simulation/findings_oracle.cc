// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/findings_oracle.h"

#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/findings/find_findings.h"

namespace compendium::tests {

namespace registry_v1 = compendium::registry::v1;

std::vector<registry_v1::Finding> ExpectedFindings(const Records& records,
                                                   const std::string& round) {
  const registry_v1::Round& of_round = records.at(round).round();
  std::vector<registry_v1::Questionnaire> questionnaires;
  std::vector<registry_v1::Finding> findings;
  const auto add = [&](std::vector<registry_v1::Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
  };
  for (const auto& [name, record] : records) {
    if (!record.has_questionnaire() ||
        !absl::EndsWith(name,
                        absl::StrCat("/questionnaires/",
                                     round.substr(sizeof("rounds/") - 1))))
      continue;
    if (records.count(name.substr(0, name.find("/questionnaires/"))) == 0)
      continue;
    questionnaires.push_back(record.questionnaire());
    add(FindFindings(record.questionnaire(), OptionsOf(of_round)));
  }
  add(FindRoundFindings(questionnaires, of_round));
  return findings;
}

}  // namespace compendium::tests
