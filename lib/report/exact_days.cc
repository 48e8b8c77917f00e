// SPDX-License-Identifier: Apache-2.0
#include "lib/report/exact_days.h"

#include "lib/domain/edtf_date.h"

namespace compendium {

std::optional<ExactDays> ExactDaysOf(absl::string_view edtf) {
  const absl::StatusOr<EdtfDate> date = EdtfDate::Parse(edtf);
  if (!date.ok() || date->precision() > EdtfPrecision::kDay)
    return std::nullopt;
  const bool follow_each_other = date->kind() == EdtfKind::kDate ||
                                 date->kind() == EdtfKind::kDatetime ||
                                 date->kind() == EdtfKind::kInterval;
  // An X stands for a digit that nobody said.
  if (!follow_each_other || edtf.find('X') != absl::string_view::npos ||
      !date->earliest_day().is_day() || !date->latest_day().is_day())
    return std::nullopt;
  return ExactDays{date->earliest_day().day(), date->latest_day().day()};
}

}  // namespace compendium
