// SPDX-License-Identifier: Apache-2.0
// compendium-reporting: follows a registry and answers what its records add up
// to. Ends with 0 after SIGTERM or SIGINT, with 1 when it cannot serve.

#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/rpc/process.h"
#include "services/reporting/flags.h"
#include "services/reporting/worker.h"

namespace {

using compendium::base::Log;
using compendium::base::Severity;
using compendium::reporting::Worker;

}  // namespace

int main(int argc, char** argv) {
  compendium::PrepareProcess();
  absl::SetProgramUsageMessage(
      "Follows a registry and answers what its records add up to.");
  absl::ParseCommandLine(argc, argv);

  const auto worker = Worker::Start(compendium::reporting::OptionsFromFlags());
  if (!worker.ok()) {
    Log(Severity::kError, "cannot_serve",
        {{"error", worker.status().ToString()}});
    return 1;
  }
  Log(Severity::kInfo, "serving",
      {{"address", (*worker)->address()},
       {"http_address", (*worker)->http_address()},
       {"revision", absl::StrCat((*worker)->start_revision())}});
  const int signal = compendium::WaitForSignal();
  Log(Severity::kInfo, "stopping", {{"signal", absl::StrCat(signal)}});
  (*worker)->Stop();
  return 0;
}
