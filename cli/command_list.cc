// SPDX-License-Identifier: Apache-2.0
#include "cli/command_list.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/list_pages.h"
#include "cli/text/text_table.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"
#include "lib/words/counted.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct ListOptions {
  std::string collection;
  std::string round;
  std::string mechanism;
  bool deleted = false;
  int64_t revision = 0;
};

template <class Request>
Request NewRequest(const ListOptions& options) {
  Request request;
  request.set_show_deleted(options.deleted);
  request.set_read_revision(options.revision);
  return request;
}

// The name, and whether the record is deleted.
template <class Resource>
std::string NameWords(const Resource& record) {
  return record.has_delete_time() ? absl::StrCat(record.name(), " (deleted)")
                                  : record.name();
}

void Print(const CommandContext& context, const TextTable& table, int count,
           int64_t revision) {
  context.out << table.ToString(context.terminal.width) << "\n"
              << Counted(count, "record") << " at revision " << revision
              << "\n";
}

absl::Status ListMechanisms(const ListOptions& options,
                            const CommandContext& context) {
  ASSIGN_OR_RETURN(const auto response,
                   ListPages(context.client, &RegistryStub::ListMechanisms,
                             NewRequest<v1::ListMechanismsRequest>(options)));
  if (context.json) return PrintJson(response, context.out);
  TextTable table({{.title = "Name", .unbroken = true},
                   {.title = "Title"},
                   {.title = "Participants", .align_right = true},
                   {.title = "Revision", .align_right = true}});
  for (const v1::Mechanism& mechanism : response.mechanisms())
    table.AddRow({NameWords(mechanism), mechanism.display_name(),
                  absl::StrCat(mechanism.participants_size()),
                  absl::StrCat(mechanism.revision())});
  Print(context, table, response.mechanisms_size(), response.revision());
  return absl::OkStatus();
}

absl::Status ListRounds(const ListOptions& options,
                        const CommandContext& context) {
  ASSIGN_OR_RETURN(const auto response,
                   ListPages(context.client, &RegistryStub::ListRounds,
                             NewRequest<v1::ListRoundsRequest>(options)));
  if (context.json) return PrintJson(response, context.out);
  TextTable table({{.title = "Name", .unbroken = true},
                   {.title = "Title"},
                   {.title = "Questions", .align_right = true},
                   {.title = "Documents", .align_right = true},
                   {.title = "Revision", .align_right = true}});
  for (const v1::Round& round : response.rounds())
    table.AddRow({NameWords(round), round.title(),
                  absl::StrCat(round.form().questions_size()),
                  absl::StrCat(round.documents_size()),
                  absl::StrCat(round.revision())});
  Print(context, table, response.rounds_size(), response.revision());
  return absl::OkStatus();
}

absl::Status ListQuestionnaires(const ListOptions& options,
                                const CommandContext& context) {
  auto request = NewRequest<v1::ListQuestionnairesRequest>(options);
  request.set_parent(options.mechanism.empty()
                         ? "mechanisms/-"
                         : FullMechanismName(options.mechanism));
  request.set_round(FullRoundName(options.round));
  ASSIGN_OR_RETURN(
      const auto response,
      ListPages(context.client, &RegistryStub::ListQuestionnaires, request));
  if (context.json) return PrintJson(response, context.out);
  TextTable table({{.title = "Name", .unbroken = true},
                   {.title = "Answers", .align_right = true},
                   {.title = "Meetings", .align_right = true},
                   {.title = "Claims", .align_right = true}});
  for (const v1::Questionnaire& questionnaire : response.questionnaires())
    table.AddRow({NameWords(questionnaire),
                  absl::StrCat(questionnaire.answers_size()),
                  absl::StrCat(questionnaire.meetings_size()),
                  absl::StrCat(questionnaire.claims_size())});
  Print(context, table, response.questionnaires_size(), response.revision());
  return absl::OkStatus();
}

absl::Status CheckUnused(absl::string_view option, const std::string& value,
                         const ListOptions& options) {
  if (value.empty()) return absl::OkStatus();
  return BadUsage(absl::InvalidArgumentError(
      absl::StrCat(option, ": got ", value, " for ", options.collection,
                   ", want it only for questionnaires")));
}

absl::StatusOr<ExitCode> RunList(const ListOptions& options,
                                 const CommandContext& context) {
  if (options.collection != "questionnaires") {
    // Ignored, they would make a list of everything look like an answer.
    RETURN_IF_ERROR(CheckUnused("--round", options.round, options));
    RETURN_IF_ERROR(CheckUnused("--mechanism", options.mechanism, options));
  }
  if (options.collection == "mechanisms") {
    RETURN_IF_ERROR(ListMechanisms(options, context));
  } else if (options.collection == "rounds") {
    RETURN_IF_ERROR(ListRounds(options, context));
  } else {
    RETURN_IF_ERROR(ListQuestionnaires(options, context));
  }
  return ExitCode::kOk;
}

}  // namespace

void AddListCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ListOptions>();
  CLI::App* command = app.add_subcommand("list", "Show all records of a kind");
  command
      ->add_option("COLLECTION", options->collection,
                   "mechanisms, rounds or questionnaires")
      ->required()
      ->check(CLI::IsMember({"mechanisms", "rounds", "questionnaires"}));
  command->add_option("--round", options->round,
                      "Only questionnaires of this round");
  command->add_option("--mechanism", options->mechanism,
                      "Only questionnaires of this mechanism");
  command->add_flag("--deleted", options->deleted, "Deleted records too");
  command->add_option("--revision", options->revision,
                      "As of this revision; 0: now");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunList(*options, context);
    };
  });
}

}  // namespace compendium
