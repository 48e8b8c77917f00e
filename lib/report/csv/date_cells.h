// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/uncertain_date.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// Adds the four cells of a date: as written, EDTF, earliest and latest day.
inline void AddDateCells(const registry::v1::UncertainDate& date,
                         CsvWriter& table) {
  table.Text(date.as_written())
      .Text(date.edtf())
      .Text(date.earliest_day())
      .Text(date.latest_day());
}

}  // namespace compendium
