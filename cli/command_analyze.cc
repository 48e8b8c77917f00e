// SPDX-License-Identifier: Apache-2.0
#include "cli/command_analyze.h"

#include <iostream>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/text/finding_text.h"
#include "cli/text/show_text.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/json/json_output.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// AnalyzeTextRequest.text; also said by the contract.
constexpr size_t kTextBytesMax = size_t{256} << 10;

struct AnalyzeOptions {
  std::string file;
  std::string question;
  std::string question_text;
  std::string round;
  std::string mechanism;
};

absl::StatusOr<std::string> ReadStandardInput() {
  std::string text(kTextBytesMax + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<size_t>(std::cin.gcount()));
  if (text.size() > kTextBytesMax)
    return absl::ResourceExhaustedError(
        absl::StrCat("-: got more than ", kTextBytesMax, " bytes, want fewer"));
  return text;
}

absl::StatusOr<std::string> ReadText(const std::string& file) {
  absl::StatusOr<std::string> text =
      file == "-" ? ReadStandardInput() : base::ReadFile(file, kTextBytesMax);
  if (!text.ok()) return BadInput(text.status());
  return text;
}

// What was found, as a questionnaire of this one answer.
v1::Questionnaire QuestionnaireOf(const v1::AnalyzeTextRequest& request,
                                  const v1::AnalyzeTextResponse& response) {
  v1::Questionnaire questionnaire;
  v1::Answer& answer = *questionnaire.add_answers();
  answer.set_question_id(request.question_id());
  answer.set_text(request.text());
  answer.set_state(response.state());
  *questionnaire.mutable_meetings() = response.meetings();
  *questionnaire.mutable_claims() = response.claims();
  *questionnaire.mutable_projects() = response.projects();
  *questionnaire.mutable_publications() = response.publications();
  return questionnaire;
}

absl::StatusOr<ExitCode> RunAnalyze(const AnalyzeOptions& options,
                                    const CommandContext& context) {
  v1::AnalyzeTextRequest request;
  request.set_question_id(options.question);
  request.set_question_as_written(options.question_text);
  request.set_mechanism_title(options.mechanism);
  request.set_round(FullRoundName(options.round));
  if (const auto parsed = RoundName::Parse(request.round()); !parsed.ok())
    return BadUsage(parsed.status());
  ASSIGN_OR_RETURN(*request.mutable_text(), ReadText(options.file));
  ASSIGN_OR_RETURN(const v1::AnalyzeTextResponse response,
                   context.client.Call(&RegistryStub::AnalyzeText, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
    return ExitCode::kOk;
  }
  const size_t width = context.terminal.width;
  context.out << ShowAnswers(
      QuestionnaireOf(request, response),
      {.width = width, .colour = context.terminal.colour});
  if (response.findings_size() > 0)
    context.out << "\n" << FindingsText(response.findings(), {}, width);
  if (response.suggestions_size() > 0)
    context.out << "\n" << SuggestionsText(response.suggestions(), {}, width);
  return ExitCode::kOk;
}

}  // namespace

void AddAnalyzeCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<AnalyzeOptions>();
  CLI::App* command = app.add_subcommand(
      "analyze", "Show what is found in the text of one answer");
  command->add_option("FILE", options->file, "The text; - for standard input")
      ->required();
  command
      ->add_option("--question", options->question,
                   "The question it answers, such as 3A")
      ->required();
  command->add_option("--round", options->round, "Round, such as 2016")
      ->required();
  command->add_option("--question-text", options->question_text,
                      "How the question is worded");
  command->add_option("--mechanism", options->mechanism,
                      "The mechanism's name with its acronym");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunAnalyze(*options, context);
    };
  });
}

}  // namespace compendium
