// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <xlsxwriter.h>

#include "absl/status/statusor.h"
#include "lib/report/document.h"

namespace compendium {

// How a cell of a workbook looks.
struct SheetLooks {
  enum class Role { kTitle, kSubtitle, kName, kHead, kRowHead, kCell };
  Role role = Role::kCell;
  CellTone tone = CellTone::kPlain;
  bool is_number = false;
  bool is_link = false;
  bool is_right_to_left = false;

  bool operator<(const SheetLooks& other) const;
};

// The formats of one workbook: equal looks share one. Not thread-safe.
class SheetFormats {
 public:
  // `workbook` is borrowed for the object's life; it owns the formats.
  explicit SheetFormats(lxw_workbook* workbook) : workbook_(workbook) {}

  // INTERNAL when there is no memory.
  absl::StatusOr<lxw_format*> Of(const SheetLooks& looks);

 private:
  lxw_workbook* const workbook_;
  std::map<SheetLooks, lxw_format*> formats_;
};

}  // namespace compendium
