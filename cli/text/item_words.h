// SPDX-License-Identifier: Apache-2.0
// Items of a questionnaire in words, one line each.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// "The annual forum; 14–15 Nov 2016; Nusa Dua, Indonesia; senior officials,
// held".
std::string ItemWords(const registry::v1::Meeting& meeting);
// "sdg 10.7, explicit".
std::string ItemWords(const registry::v1::Claim& claim);
// "Ports for all; 2016–2018".
std::string ItemWords(const registry::v1::Project& project);
// "Port atlas; 2016; published".
std::string ItemWords(const registry::v1::Publication& publication);
// "Lesotho; LSO; State, member".
std::string ItemWords(const registry::v1::Participant& participant);
std::string ItemWords(const registry::v1::FocusArea& focus_area);

// The item that was rejected.
std::string ItemWords(const registry::v1::Rejection& rejection);

// The item with this id (a participant's or focus area's words), after the
// name of its kind: "meeting: The annual forum; …", or "rejected: …". Empty
// when there is none.
std::string ItemWords(const registry::v1::Questionnaire& questionnaire,
                      absl::string_view id);

}  // namespace compendium
