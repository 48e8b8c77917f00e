// SPDX-License-Identifier: Apache-2.0
#include "cli/command_show.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/curate/step_words.h"
#include "cli/registry_reads.h"
#include "cli/text/show_text.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/extract/item_id.h"
#include "lib/json/json_output.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct ShowCommandOptions {
  std::string name;
  int64_t revision = 0;
};

absl::StatusOr<ExitCode> RunShow(const ShowCommandOptions& options,
                                 const CommandContext& context) {
  const std::string name = FullQuestionnaireName(options.name);
  if (const auto parsed = QuestionnaireName::Parse(name); !parsed.ok())
    return BadUsage(parsed.status());
  v1::GetQuestionnaireRequest request;
  request.set_name(name);
  request.set_read_revision(options.revision);
  ASSIGN_OR_RETURN(
      v1::GetQuestionnaireResponse response,
      context.client.Call(&RegistryStub::GetQuestionnaire, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
    return ExitCode::kOk;
  }
  // Those that the registry would give to a record from before items had ids.
  FillItemIds(*response.mutable_questionnaire());
  context.out << ShowText(
      response.questionnaire(),
      {.width = context.terminal.width, .colour = context.terminal.colour});
  return ExitCode::kOk;
}

}  // namespace

void AddShowCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ShowCommandOptions>();
  CLI::App* command = app.add_subcommand(
      "show", "Show a questionnaire with its facts marked in the text");
  command
      ->add_option("NAME", options->name, "Questionnaire, such as midsa/2016")
      ->required();
  command->add_option("--revision", options->revision,
                      "As of this revision; 0: now");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunShow(*options, context);
    };
  });
}

}  // namespace compendium
