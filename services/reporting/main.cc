// SPDX-License-Identifier: Apache-2.0
// compendium-reporting: follows a registry and answers what its records add up
// to. Ends with 0 after SIGTERM or SIGINT, with 1 when it cannot serve.
#include <cstdint>
#include <memory>
#include <string>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/log.h"
#include "lib/rpc/process.h"
#include "services/reporting/options.h"
#include "services/reporting/worker.h"

ABSL_FLAG(std::string, listen_address, "127.0.0.1:7602",
          "host:port to serve on; port 0 takes a free one");
ABSL_FLAG(std::string, registry_address, "127.0.0.1:7601",
          "host:port of the registry to follow");
ABSL_FLAG(std::string, data_dir, "", "folder for the checkpoint");
ABSL_FLAG(absl::Duration, checkpoint_interval, absl::Seconds(30),
          "longest time with changes but without a checkpoint, unless "
          "checkpoints would take more than 1/20 of the time");
ABSL_FLAG(int64_t, checkpoint_changes, 10000,
          "most changes without a checkpoint, with the same exception");

namespace {

using compendium::base::Log;
using compendium::base::Severity;
using compendium::reporting::Options;
using compendium::reporting::Worker;

Options OptionsFromFlags() {
  return {.listen_address = absl::GetFlag(FLAGS_listen_address),
          .registry_address = absl::GetFlag(FLAGS_registry_address),
          .data_dir = absl::GetFlag(FLAGS_data_dir),
          .checkpoint_interval = absl::GetFlag(FLAGS_checkpoint_interval),
          .checkpoint_changes = absl::GetFlag(FLAGS_checkpoint_changes)};
}

}  // namespace

int main(int argc, char** argv) {
  compendium::PrepareProcess();
  absl::SetProgramUsageMessage(
      "Follows a registry and answers what its records add up to.");
  absl::ParseCommandLine(argc, argv);

  const auto worker = Worker::Start(OptionsFromFlags());
  if (!worker.ok()) {
    Log(Severity::kError, "cannot_serve",
        {{"error", worker.status().ToString()}});
    return 1;
  }
  Log(Severity::kInfo, "serving",
      {{"address", (*worker)->address()},
       {"revision", absl::StrCat((*worker)->start_revision())}});
  const int signal = compendium::WaitForSignal();
  Log(Severity::kInfo, "stopping", {{"signal", absl::StrCat(signal)}});
  (*worker)->Stop();
  return 0;
}
