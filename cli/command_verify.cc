// SPDX-License-Identifier: Apache-2.0
#include "cli/command_verify.h"

#include <string>

#include <nlohmann/json.hpp>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "cli/error_output.h"
#include "cli/log_verifier.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// Feeds the whole history to the verifier. `problem` is what was wrong with
// the revision after the last good one; the returned status is that of the
// calls.
absl::Status VerifyHistory(const CommandContext& context, LogVerifier& verifier,
                           absl::Status& problem) {
  for (;;) {
    v1::ListLogEntriesRequest request;
    request.set_after_revision(verifier.revision());
    ASSIGN_OR_RETURN(
        const v1::ListLogEntriesResponse page,
        context.client.Call(&RegistryStub::ListLogEntries, request));
    for (const v1::LogEntry& entry : page.entries()) {
      problem = verifier.Add(entry);
      if (!problem.ok()) return absl::OkStatus();
    }
    if (verifier.revision() >= page.revision()) return absl::OkStatus();
    if (page.entries().empty()) {
      problem = absl::DataLossError(
          absl::StrCat("got no entry, want up to ", page.revision()));
      return absl::OkStatus();
    }
  }
}

std::string VerdictJson(const LogVerifier& verifier,
                        const absl::Status& problem) {
  nlohmann::ordered_json json = {
      {"verified", problem.ok()},
      {"revision", absl::StrCat(verifier.revision())},
      {"recordCount", absl::StrCat(verifier.record_count())},
      {"hash", absl::BytesToHexString(verifier.hash())}};
  if (!problem.ok()) {
    json["firstBadRevision"] = absl::StrCat(verifier.revision() + 1);
    json["problem"] = std::string(problem.message());
  }
  return absl::StrCat(json.dump(1), "\n");
}

absl::StatusOr<ExitCode> RunVerify(const CommandContext& context) {
  LogVerifier verifier;
  absl::Status problem;
  RETURN_IF_ERROR(VerifyHistory(context, verifier, problem));
  if (context.json) {
    context.out << VerdictJson(verifier, problem);
  } else if (problem.ok()) {
    context.out << "Verified: revisions 1 to " << verifier.revision()
                << " with " << verifier.record_count()
                << " record versions are as they were written.\n"
                << "Hash of the last: "
                << absl::BytesToHexString(verifier.hash()) << "\n";
  } else {
    context.out << "First bad revision: " << verifier.revision() + 1 << "\n"
                << ErrorText(problem);
  }
  return problem.ok() ? ExitCode::kOk : ExitCode::kNegative;
}

}  // namespace

void AddVerifyCommand(CLI::App& app, Command& chosen) {
  CLI::App* command =
      app.add_subcommand("verify", "Recompute the hashes of the whole history");
  command->callback([&chosen] { chosen = RunVerify; });
}

}  // namespace compendium
