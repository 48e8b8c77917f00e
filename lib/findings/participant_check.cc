// SPDX-License-Identifier: Apache-2.0
// unknown-participant, repeated-participant and cut-participants. A list counts
// as alphabetical when nearly all neighbours are in order. Its beginning counts
// as missing when so many names that all come so late in the alphabet would be
// a matter of chance in less than one of kChance lists, as the names of all
// countries are spread; and the same for its end.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/country.h"
#include "lib/domain/name_key.h"
#include "lib/domain/participant.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

constexpr double kChance = 0.01;
// Fewer names may all be late in the alphabet by chance.
constexpr size_t kNamesMin = 5;
// How many neighbours must be in order.
constexpr double kSortedShare = 0.8;

// Under what a name is sorted: without "State of", "Republic of" and the like.
std::string SortKey(const std::string& name) {
  std::string key = NameKey(name);
  const size_t of = key.find(" of ");
  return of != std::string::npos && of < 12 ? key.substr(of + 4) : key;
}

std::vector<std::string> CountryKeys() {
  std::vector<std::string> keys;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) {
        const auto code = CountryCode::Parse(std::string({a, b, c}));
        if (!code.ok() || code->kind() != CountryCode::Kind::kState) continue;
        keys.push_back(SortKey(std::string(code->name())));
      }
    }
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool IsSorted(const std::vector<std::string>& keys) {
  size_t in_order = 0;
  for (size_t i = 1; i < keys.size(); ++i) {
    in_order += keys[i - 1] <= keys[i] ? 1 : 0;
  }
  return static_cast<double>(in_order) >=
         kSortedShare * static_cast<double>(keys.size() - 1);
}

// The chance that `count` names all fall into the part of the alphabet that has
// `share` of all countries.
bool IsChance(double share, size_t count) {
  return std::pow(share, static_cast<double>(count)) >= kChance;
}

void CheckCut(const QuestionnaireView& view, FindingList& list) {
  static const std::vector<std::string> kCountries = CountryKeys();
  std::vector<std::string> keys;
  std::vector<const v1::Participant*> members;
  for (const v1::Participant& participant :
       view.questionnaire().participants()) {
    if (participant.country_code().empty()) continue;
    if (participant.role() != v1::PARTICIPANT_ROLE_MEMBER) continue;
    keys.push_back(SortKey(participant.as_written()));
    members.push_back(&participant);
  }
  if (keys.size() < kNamesMin || !IsSorted(keys)) return;
  const auto [first, last] = std::minmax_element(keys.begin(), keys.end());
  const auto total = static_cast<double>(kCountries.size());
  const auto from = static_cast<double>(
      kCountries.end() -
      std::lower_bound(kCountries.begin(), kCountries.end(), *first));
  const auto to = static_cast<double>(
      std::upper_bound(kCountries.begin(), kCountries.end(), *last) -
      kCountries.begin());
  const bool begins_late = !IsChance(from / total, keys.size());
  const bool ends_early = !IsChance(to / total, keys.size());
  if (!begins_late && !ends_early) return;
  const v1::Participant& at = *members[static_cast<size_t>(
      (begins_late ? first : last) - keys.begin())];
  list.Add(
      {"cut-participants",
       v1::FINDING_SEVERITY_WARNING,
       absl::StrCat("The alphabetical list of ", keys.size(), " members ",
                    begins_late ? "begins" : "ends", " at ",
                    InMessage(at.as_written()), "; its ",
                    begins_late ? "beginning" : "end", " seems to be missing."),
       "Compare it with the mechanism's profile or its website and enter "
       "the members that are missing.",
       {view.Whole()},
       at.as_written()});
}

void CheckRepeated(const QuestionnaireView& view, FindingList& list) {
  absl::flat_hash_map<std::string, const v1::Participant*> first;
  for (const v1::Participant& participant :
       view.questionnaire().participants()) {
    const std::string key = participant.country_code().empty()
                                ? NameKey(participant.as_written())
                                : participant.country_code();
    const auto [entry, added] = first.try_emplace(
        absl::StrCat(key, " ", participant.role()), &participant);
    if (added) continue;
    list.Add({"repeated-participant",
              v1::FINDING_SEVERITY_WARNING,
              absl::StrCat(InMessage(participant.as_written()),
                           " is in the list a second time, first as ",
                           InMessage(entry->second->as_written()), "."),
              "Remove one of the two, or correct the one that is misread.",
              {view.Whole()},
              participant.as_written()});
  }
}

}  // namespace

void CheckParticipants(const QuestionnaireView& view, FindingList& list) {
  for (const v1::Participant& participant :
       view.questionnaire().participants()) {
    const bool known = !participant.country_code().empty() ||
                       participant.kind() != v1::PARTICIPANT_KIND_UNSPECIFIED ||
                       LookUpParticipant(participant.as_written()).kind !=
                           ParticipantKind::kUnknown;
    if (known) continue;
    list.Add({"unknown-participant",
              v1::FINDING_SEVERITY_WARNING,
              absl::StrCat(InMessage(participant.as_written()),
                           " is neither a country nor a body that is known."),
              "Give it its country code or its kind; if it is several names "
              "in one, enter each.",
              {view.Whole()},
              participant.as_written()});
  }
  CheckRepeated(view, list);
  CheckCut(view, list);
}

}  // namespace compendium
