// SPDX-License-Identifier: Apache-2.0
#include "cli/command_facts.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/input_file.h"
#include "cli/registry_reads.h"
#include "cli/text/text_table.h"
#include "lib/base/status_macros.h"
#include "lib/document/facts_json.h"
#include "lib/words/short_name.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct FactsOptions {
  std::string round;
  InputOptions input;
};

absl::StatusOr<std::vector<v1::Questionnaire>> ReadQuestionnaires(
    const FactsOptions& options, const CommandContext& context,
    ShortNames& names) {
  if (!options.input.path.empty()) {
    InputOptions input = options.input;
    input.round = options.round;
    ASSIGN_OR_RETURN(const ImportSource source, ReadInputFile(input));
    names = ShortNamesOf(source);
    return QuestionnairesOf(source);
  }
  if (!context.json) names = ReadShortNames(context.client);
  ASSIGN_OR_RETURN(
      const v1::ListQuestionnairesResponse response,
      ListRoundQuestionnaires(context.client, FullRoundName(options.round)));
  return std::vector<v1::Questionnaire>(response.questionnaires().begin(),
                                        response.questionnaires().end());
}

std::string CountsTable(const std::vector<v1::Questionnaire>& questionnaires,
                        const ShortNames& names, size_t width) {
  TextTable table({{.title = "Mechanism"},
                   {.title = "Participants", .align_right = true},
                   {.title = "Answered", .align_right = true},
                   {.title = "Blank", .align_right = true},
                   {.title = "Other", .align_right = true},
                   {.title = "Meetings", .align_right = true},
                   {.title = "Dated", .align_right = true},
                   {.title = "Claims", .align_right = true}});
  for (const v1::Questionnaire& questionnaire : questionnaires) {
    int answered = 0;
    int blank = 0;
    int dated = 0;
    for (const v1::Answer& answer : questionnaire.answers()) {
      if (answer.state() == v1::ANSWER_STATE_ANSWERED) ++answered;
      if (answer.state() == v1::ANSWER_STATE_BLANK) ++blank;
    }
    for (const v1::Meeting& meeting : questionnaire.meetings())
      if (!meeting.date().edtf().empty()) ++dated;
    table.AddRow({names.Of(questionnaire.name()),
                  absl::StrCat(questionnaire.participants_size()),
                  absl::StrCat(answered), absl::StrCat(blank),
                  absl::StrCat(questionnaire.answers_size() - answered - blank),
                  absl::StrCat(questionnaire.meetings_size()),
                  absl::StrCat(dated),
                  absl::StrCat(questionnaire.claims_size())});
  }
  return table.ToString(width);
}

absl::StatusOr<ExitCode> RunFacts(const FactsOptions& options,
                                  const CommandContext& context) {
  ShortNames names;
  ASSIGN_OR_RETURN(const std::vector<v1::Questionnaire> questionnaires,
                   ReadQuestionnaires(options, context, names));
  context.out << (context.json ? FactsJson(questionnaires)
                               : CountsTable(questionnaires, names,
                                             context.terminal.width));
  return ExitCode::kOk;
}

}  // namespace

void AddFactsCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<FactsOptions>();
  CLI::App* command =
      app.add_subcommand("facts", "Show what a round says as plain facts");
  command->add_option("--round", options->round, "Round, such as 2016")
      ->required();
  command->add_option("--file", options->input.path,
                      "Read this document and not the registry");
  AddInputOptions(*command, options->input);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunFacts(*options, context);
    };
  });
}

}  // namespace compendium
