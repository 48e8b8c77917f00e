// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace compendium::reporting {

// When something is due, as the five fields of crontab (IEEE Std 1003.1-2017,
// crontab) with the usual additions:
//
//   cron   = minute SP hour SP day SP month SP weekday   ; one blank or more
//   field  = item *("," item)
//   item   = "*" [step] / value ["-" value [step]]
//   step   = "/" number                 ; each so many values of the range
//   minute = 0 to 59, hour = 0 to 23, day = 1 to 31, month = 1 to 12 or JAN to
//   DEC, weekday = 0 to 7 or SUN to SAT, where 0 and 7 are Sunday; names in any
//   case
//
// A day must match both day and weekday where one of them begins with "*", and
// one of the two otherwise ("0 8 1 * MON": the first of the month, and
// Mondays).
//
// A time is what clocks show. One that they skip is due at the moment of the
// jump, once however many are skipped. One that they show twice is due the
// first time only, so that nothing is reported twice.
//
// An immutable value; any thread may use it.
class CronExpression {
 public:
  // INVALID_ARGUMENT with field, position, what came and what was wanted; also
  // for an expression that no day of forty years matches ("0 0 30 2 *").
  static absl::StatusOr<CronExpression> Parse(absl::string_view text);

  // The first due time after `time`; nothing in the next forty years only where
  // the time zone's clocks are stranger than any that is.
  std::optional<absl::Time> NextAfter(absl::Time time,
                                      absl::TimeZone zone) const;

 private:
  CronExpression() = default;
  bool Matches(absl::CivilDay day) const;
  std::optional<absl::Time> FirstOfDay(absl::CivilDay day, absl::Time after,
                                       absl::TimeZone zone) const;

  std::bitset<60> minutes_;
  std::bitset<24> hours_;
  std::bitset<32> days_;
  std::bitset<13> months_;
  std::bitset<8> weekdays_;       // from Sunday, 0; 7 is not used
  bool both_must_match_ = false;  // day or weekday begins with "*"
};

// The time zone of that name of the IANA Time Zone Database. INVALID_ARGUMENT
// for others, also for those that mean something else on each machine
// ("localtime").
absl::StatusOr<absl::TimeZone> ParseTimeZone(absl::string_view name);

}  // namespace compendium::reporting
