// SPDX-License-Identifier: Apache-2.0
#include "cli/command_status.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "lib/json/json_output.h"
#include "lib/words/display_width.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using RegistryStatus = absl::StatusOr<v1::GetRegistryStatusResponse>;
using ReportingStatus =
    absl::StatusOr<reporting::v1::GetReportingStatusResponse>;

std::string Line(absl::string_view name, absl::string_view value) {
  std::string line = absl::StrCat("  ", name);
  if (value.empty()) return "";
  line.resize(std::max<size_t>(line.size() + 1, 16), ' ');
  return absl::StrCat(line, Printable(value), "\n");
}

std::string RegistryText(const std::string& address,
                         const RegistryStatus& status) {
  std::string text = absl::StrCat("Registry at ", address, "\n");
  if (!status.ok())
    return absl::StrCat(text, Line("unreachable", status.status().message()));
  absl::StrAppend(
      &text, Line("revision", absl::StrCat(status->revision())),
      Line("engine", absl::StrCat(status->engine(),
                                  status->read_only() ? " (READ-ONLY)" : "")),
      Line("store id", status->store_id()), Line("release", status->release()),
      Line("running since", TimeWords(status->start_time())),
      Line("watchers", absl::StrCat(status->watcher_count())));
  for (const v1::WatcherStatus& watcher : status->watchers())
    absl::StrAppend(
        &text, Line("", absl::StrCat(watcher.consumer(), " has ",
                                     watcher.delivered_revision(), ", lag ",
                                     status->revision() -
                                         watcher.delivered_revision())));
  return text;
}

std::string ReportingText(const std::string& address,
                          const ReportingStatus& status,
                          const RegistryStatus& registry) {
  std::string text = absl::StrCat("Reporting at ", address, "\n");
  if (!status.ok())
    return absl::StrCat(text, Line("unreachable", status.status().message()));
  // What the registry itself says is newer than what the feed last said.
  const int64_t latest =
      std::max(status->registry_revision(),
               registry.ok() ? registry->revision() : int64_t{0});
  absl::StrAppend(
      &text, Line("applied", absl::StrCat(status->applied_revision())),
      Line("lag", absl::StrCat(latest - status->applied_revision())),
      Line("checkpoint", absl::StrCat(status->checkpoint_revision())),
      Line("feed", status->connected() ? "connected" : "NOT CONNECTED"),
      Line("last change", TimeWords(status->apply_time())),
      Line("state", status->state_sha256()), Line("release", status->release()),
      Line("running since", TimeWords(status->start_time())));
  return text;
}

// {"registry": …, "reporting": …}; null and an error for what did not answer,
// or not in a form that JSON has.
template <class Response>
void AddJson(const std::string& name, const absl::StatusOr<Response>& status,
             nlohmann::ordered_json& json) {
  const absl::StatusOr<std::string> text =
      status.ok() ? JsonLine(*status) : status.status();
  if (text.ok()) {
    json[name] = nlohmann::ordered_json::parse(*text, nullptr,
                                               /*allow_exceptions=*/false);
  } else {
    json[name] = nullptr;
    json[name + "Error"] = Printable(text.status().message());
  }
}

absl::StatusOr<ExitCode> RunStatus(const CommandContext& context) {
  const RegistryStatus registry = context.client.Call(
      &RegistryStub::GetRegistryStatus, v1::GetRegistryStatusRequest());
  const ReportingStatus reporting =
      context.client.Call(&ReportingStub::GetReportingStatus,
                          reporting::v1::GetReportingStatusRequest());
  if (context.json) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    AddJson("registry", registry, json);
    AddJson("reporting", reporting, json);
    context.out << json.dump(1) << "\n";
  } else {
    const Client::Options& options = context.client.options();
    context.out << RegistryText(options.registry_address, registry) << "\n"
                << ReportingText(options.reporting_address, reporting,
                                 registry);
  }
  return std::max(ExitCodeOf(registry.status()),
                  ExitCodeOf(reporting.status()));
}

}  // namespace

void AddStatusCommand(CLI::App& app, Command& chosen) {
  CLI::App* command =
      app.add_subcommand("status", "Show how both services are");
  command->callback([&chosen] { chosen = RunStatus; });
}

}  // namespace compendium
