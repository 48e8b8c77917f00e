// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/reporting/schedule/delivery_sender.h"

namespace compendium::reporting {

// Why `path` is none of FolderTarget: "got …, want …"; OK when it is one.
absl::Status CheckFolderPath(absl::string_view path);

// Puts reports into folders below `root`:
//
//   root/path/weekly-2026-11-30T0700Z-coverage-2016-r29.pdf
//
// with the schedule's id and the due time before the file's own name, each file
// whole or not at all. An empty root lets nothing go anywhere.
class FolderSender final : public DeliverySender {
 public:
  explicit FolderSender(std::string root) : root_(std::move(root)) {}

  absl::Status Send(const v1::Delivery& delivery,
                    const DeliveredReport& report) override;

 private:
  const std::string root_;
};

}  // namespace compendium::reporting
