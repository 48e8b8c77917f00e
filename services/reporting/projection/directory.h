// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/id_map.h"
#include "services/reporting/projection/kept_record.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// The projection that the others lean on: which mechanisms and rounds there
// are (a deleted one is not), what people call them, what a round asks, by
// when, which of its mentions people linked (MeetingCalendar is restored from
// that), and what they decided about its findings. A value; copies share their
// content.
struct Directory {
  IdMap<KeptLink<registry::v1::Mechanism>> mechanisms;  // by mechanism id
  IdMap<KeptLink<registry::v1::Round>> rounds;          // by round id

  // Whether both the mechanism and the round of a questionnaire are there.
  // Without them it does not count.
  bool Holds(const std::string& mechanism_id,
             const std::string& round_id) const {
    return mechanisms.Find(mechanism_id) != nullptr &&
           rounds.Find(round_id) != nullptr;
  }
};

// The directory after a change.
Directory Apply(Directory directory, const RecordEffect& effect);

// Visits the state's records: mechanisms, then rounds, each by name.
void ForEachSaved(const Directory& directory, SavedRecordVisitor visit);

}  // namespace compendium::reporting
