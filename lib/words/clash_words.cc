// SPDX-License-Identifier: Apache-2.0
#include "lib/words/clash_words.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/words/date_words.h"
#include "lib/words/enum_word.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// More States than these are named by their codes, so that the list of a large
// mechanism stays below its meetings in length.
constexpr int kNamedStatesMax = 12;

using Expectations = google::protobuf::RepeatedPtrField<v1::Expectation>;

// "observer" where the State is nothing else there.
std::string CapacityWords(const Expectations& expectations) {
  std::string words;
  for (const v1::Expectation& expectation : expectations) {
    const auto role = expectation.role();
    if (role == registry::v1::PARTICIPANT_ROLE_MEMBER ||
        role == registry::v1::PARTICIPANT_ROLE_UNSPECIFIED)
      return "";
    words = EnumWord(role);
  }
  return words;
}

// "Albania, Switzerland (observer)".
std::string StateWords(const v1::ClashingState& state, bool by_name) {
  std::string words =
      by_name ? PlaceWords("", state.country_code()) : state.country_code();
  for (const Expectations* side : {&state.first(), &state.second()}) {
    const std::string capacity = CapacityWords(*side);
    if (!capacity.empty()) return absl::StrCat(words, " (", capacity, ")");
  }
  return words;
}

}  // namespace

std::string DaySpansWords(
    const google::protobuf::RepeatedPtrField<v1::DaySpan>& spans) {
  return absl::StrJoin(
      spans, ", ", [](std::string* out, const v1::DaySpan& span) {
        const bool one_day = span.first_day() == span.last_day();
        absl::StrAppend(out,
                        DateWords(one_day ? span.first_day()
                                          : absl::StrCat(span.first_day(), "/",
                                                         span.last_day())));
      });
}

std::string ClashDaysWords(const v1::Clash& clash) {
  const std::string certain = DaySpansWords(clash.certain_days());
  const std::string possible = DaySpansWords(clash.possible_days());
  if (certain.empty() || possible.empty()) return certain + possible;
  return absl::StrCat(certain, " (perhaps also ", possible, ")");
}

std::string ClashingStatesWords(const v1::Clash& clash) {
  const bool by_name = clash.states_size() <= kNamedStatesMax;
  std::vector<std::string> members, others;
  for (const v1::ClashingState& state : clash.states()) {
    const bool is_member = CapacityWords(state.first()).empty() &&
                           CapacityWords(state.second()).empty();
    (is_member ? members : others).push_back(StateWords(state, by_name));
  }
  std::sort(members.begin(), members.end());
  std::sort(others.begin(), others.end());
  members.insert(members.end(), others.begin(), others.end());
  return absl::StrJoin(members, ", ");
}

}  // namespace compendium
