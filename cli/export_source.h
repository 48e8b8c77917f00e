// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/client.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/publish/published_round.h"

namespace compendium {

// Which records to put into a document.
struct ExportSelection {
  std::string round;        // id or name
  std::string mechanism;    // id or name; empty: all
  std::string file;         // read this document and not the registry
  int64_t revision = 0;     // of the registry; 0: now
  bool unconfined = false;  // pandoc reads the file without bubblewrap
};

// The records of one round, all as of one revision.
struct ExportRecords {
  registry::v1::Round round;
  std::vector<registry::v1::Mechanism> mechanisms;
  std::vector<registry::v1::Questionnaire> questionnaires;
  int64_t revision = 0;  // 0: read from a file
};

// Reads them from the file or the registry. NOT_FOUND when the round is not
// there, or has no questionnaire of the mechanism.
absl::StatusOr<ExportRecords> ReadExportRecords(
    const ExportSelection& selection, const Client& client);

// As a document's content.
absl::StatusOr<PublishedRound> Publish(const ExportRecords& records);

}  // namespace compendium
