// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_place.h"

#include <cstddef>
#include <tuple>

#include "services/reporting/projection/id_map.h"

namespace compendium::reporting {
namespace {

// The registry takes three letters only; more are cut.
uint32_t CountryBits(absl::string_view code) {
  uint32_t bits = 0;
  for (size_t i = 0; i < 3; ++i)
    bits = bits << 8 |
           (i < code.size() ? static_cast<unsigned char>(code[i]) : 0u);
  return bits;
}

int64_t DayNumber(absl::CivilDay day) {
  return day - absl::CivilDay(1970, 1, 1);
}

}  // namespace

EventPlace::EventPlace(const ToldEvent& told)
    : country_(CountryBits(told.country_code)),
      day_(DayNumber(told.first_day)),
      told_(&told) {}

EventPlace::EventPlace(absl::string_view country_code, absl::CivilDay first_day)
    : country_(CountryBits(country_code)), day_(DayNumber(first_day)) {}

uint64_t EventPlace::Hash() const {
  const uint64_t hash =
      MixBits(uint64_t{country_} << 32 ^ static_cast<uint64_t>(day_));
  if (told_ == nullptr) return hash;
  const uint64_t told = IdHash()(told_->mechanism_id) +
                        3 * IdHash()(told_->round_id) +
                        static_cast<uint64_t>(told_->mentions[0]);
  return MixBits(hash ^ told);
}

bool operator<(const EventPlace& a, const EventPlace& b) {
  if (a.country_ != b.country_) return a.country_ < b.country_;
  if (a.day_ != b.day_) return a.day_ < b.day_;
  if (a.told_ == nullptr || b.told_ == nullptr)
    return a.told_ == nullptr && b.told_ != nullptr;
  return std::tie(a.told_->mechanism_id, a.told_->round_id,
                  a.told_->mentions[0]) < std::tie(b.told_->mechanism_id,
                                                   b.told_->round_id,
                                                   b.told_->mentions[0]);
}

}  // namespace compendium::reporting
