// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/mechanism_names.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "lib/extract/text_lines.h"

namespace compendium {
namespace {

bool NamesConference(absl::string_view name) {
  return absl::StrContains(name, "Conference") ||
         absl::StrContains(name, "Forum") ||
         absl::StrContains(name, "Summit") ||
         absl::StrContains(name, "Congress");
}

}  // namespace

bool MechanismNames::IsAcronym(absl::string_view word) const {
  return std::find(acronyms.begin(), acronyms.end(), word) != acronyms.end();
}

MechanismNames ParseMechanismNames(absl::string_view title) {
  MechanismNames names;
  const size_t open = title.find('(');
  names.name = std::string(absl::StripAsciiWhitespace(title.substr(0, open)));
  names.is_conference = NamesConference(names.name);
  if (open == absl::string_view::npos) return names;
  const AnswerText rest(title.substr(open));
  for (const Token& token : rest.tokens()) {
    // "RCP" only says that it is a consultative process.
    if (token.IsAcronym() && token.text != "RCP") {
      names.acronyms.emplace_back(token.text);
    }
  }
  return names;
}

}  // namespace compendium
