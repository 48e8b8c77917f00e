// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compendium/reporting/v1/report.pb.h"

namespace compendium {

// The calendar of a report as iCalendar, RFC 5545, in UTF-8: an all-day VEVENT
// for each event with exact days (exact_days.h). An event without them has
// none, because a calendar would show it on days that nobody said;
// X-COMPENDIUM-LEFT-OUT says how many these are and DESCRIPTION of what kind.
//
//   UID         of the event's key and the store: the same in every report
//   DTSTAMP     when the revision was committed
//   SEQUENCE    the revision: a later report's event replaces an earlier one's
//   DTSTART, DTEND  days; DTEND is the day after the last one
//   SUMMARY     the title, after "(to be confirmed)" or "(approximate)" where
//               the date is that
//   STATUS      CANCELLED for a postponed meeting; TENTATIVE for a tentative
//               one and for an uncertain or approximate date; CONFIRMED for one
//               that is planned or was held; none when no source says
//   TRANSP      OPAQUE for a confirmed one, else TRANSPARENT: a day is only
//               taken up by what is certain
//   CATEGORIES, LOCATION  the kind of meeting in words, and the place
//   DESCRIPTION who tells of it, in which words, and in what they differ
//   X-COMPENDIUM-EDTF  the date as the record has it
//
// Lines end in CRLF and are folded at 75 octets between characters. What
// RFC 5545 does not allow in text becomes U+FFFD. Pure; any thread.
std::string WriteIcalendar(const reporting::v1::ReportContent& content);

}  // namespace compendium
