// SPDX-License-Identifier: Apache-2.0
#include "cli/command_history.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/list_pages.h"
#include "cli/text/text_table.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/json/json_output.h"
#include "lib/words/enum_word.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

absl::StatusOr<ExitCode> RunHistory(const std::string& name,
                                    const CommandContext& context) {
  if (const auto parsed = ResourceName::Parse(name); !parsed.ok())
    return BadUsage(parsed.status());
  v1::ListRevisionsRequest request;
  request.set_name(name);
  ASSIGN_OR_RETURN(
      const v1::ListRevisionsResponse response,
      ListPages(context.client, &RegistryStub::ListRevisions, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
    return ExitCode::kOk;
  }
  TextTable table({{.title = "Revision", .align_right = true},
                   {.title = "When", .least_width = 20},
                   {.title = "What", .least_width = 9},
                   {.title = "Who"},
                   {.title = "Why"}});
  for (const v1::RecordRevision& revision : response.revisions())
    table.AddRow({absl::StrCat(revision.version().revision()),
                  TimeWords(revision.version().update_time()),
                  EnumWord(revision.kind()), revision.author(),
                  revision.reason()});
  context.out << table.ToString(context.terminal.width);
  return ExitCode::kOk;
}

}  // namespace

void AddHistoryCommand(CLI::App& app, Command& chosen) {
  auto name = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("history", "Show the versions of a record");
  command->add_option("NAME", *name, "Resource name")->required();
  command->callback([name, &chosen] {
    chosen = [name](const CommandContext& context) {
      return RunHistory(*name, context);
    };
  });
}

}  // namespace compendium
