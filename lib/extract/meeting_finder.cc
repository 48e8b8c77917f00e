// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_finder.h"

#include "lib/extract/meeting_scan.h"

namespace compendium {

MeetingsFound FindMeetings(const AnswerText& answer,
                           const MeetingSource& source) {
  return MeetingScan(answer, source).Run();
}

}  // namespace compendium
