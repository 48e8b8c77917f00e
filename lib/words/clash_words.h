// SPDX-License-Identifier: Apache-2.0
// Clashes in words for people.
#pragma once

#include <string>

#include "compendium/reporting/v1/clashes.pb.h"

namespace compendium {

// "15 Nov 2016, 17–18 Nov 2016".
std::string DaySpansWords(
    const google::protobuf::RepeatedPtrField<reporting::v1::DaySpan>& spans);

// The days that make it a clash: "15 Nov 2016 (perhaps also 16 Nov 2016)", of a
// possible clash the possible ones.
std::string ClashDaysWords(const reporting::v1::Clash& clash);

// The States of a clash by name, those that are members on both sides first:
// "Albania, Switzerland (observer)". When there are many, by their codes.
std::string ClashingStatesWords(const reporting::v1::Clash& clash);

}  // namespace compendium
