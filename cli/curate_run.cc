// SPDX-License-Identifier: Apache-2.0
#include "cli/curate_run.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/registry_reads.h"
#include "cli/text/item_words.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/extract/item_id.h"
#include "lib/json/json_output.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

absl::Status CheckKind(const std::string& name, ResourceName::Kind kind,
                       absl::string_view want) {
  const auto parsed = ResourceName::Parse(name);
  if (!parsed.ok()) return BadUsage(parsed.status());
  if (parsed->kind() == kind) return absl::OkStatus();
  return BadUsage(absl::InvalidArgumentError(
      absl::StrCat("NAME: got ", name, ", want ", want)));
}

// Prints the answer to a write of a record that was at `before`.
template <class Response>
absl::StatusOr<ExitCode> Print(const Response& response, int64_t before,
                               const std::string& what,
                               const CommandContext& context) {
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
    return ExitCode::kOk;
  }
  const v1::RecordVersion& version = response.version();
  if (!what.empty()) context.out << what << "\n";
  context.out << version.name()
              << (version.revision() == before ? " is as it was, at revision "
                                               : " is now at revision ")
              << version.revision() << ".\n";
  return ExitCode::kOk;
}

template <class Request>
Request RequestOf(const std::string& name, const CurateOptions& options) {
  Request request;
  request.set_name(name);
  request.set_etag(options.etag);
  request.set_author(options.author);
  request.set_reason(options.reason);
  return request;
}

}  // namespace

absl::StatusOr<ExitCode> RunOnQuestionnaire(const CurateOptions& options,
                                            const MakeStep& make,
                                            const CommandContext& context) {
  const std::string name = FullQuestionnaireName(options.name);
  RETURN_IF_ERROR(CheckKind(name, ResourceName::Kind::kQuestionnaire,
                            "a questionnaire, such as midsa/2016"));
  ASSIGN_OR_RETURN(v1::Record record,
                   GetRecord(context.client, name, 0, nullptr));
  v1::Questionnaire& questionnaire = *record.mutable_questionnaire();
  FillItemIds(questionnaire);
  auto request = RequestOf<v1::CurateQuestionnaireRequest>(name, options);
  absl::StatusOr<v1::CurationStep> step = make(options, questionnaire);
  if (!step.ok()) return BadUsage(step.status());
  // A correction is the whole item as it was read: if the record moved on, it
  // must be read again.
  if (step->has_put() && options.etag.empty())
    request.set_etag(questionnaire.etag());
  *request.add_steps() = *std::move(step);
  ASSIGN_OR_RETURN(
      const v1::CurateQuestionnaireResponse response,
      context.client.Call(&RegistryStub::CurateQuestionnaire, request));
  return Print(response, questionnaire.revision(),
               ItemWords(questionnaire, options.item), context);
}

absl::StatusOr<ExitCode> RunOnRound(const CurateOptions& options,
                                    const MakeRoundStep& make,
                                    const CommandContext& context) {
  const std::string name = FullRoundName(options.name);
  RETURN_IF_ERROR(CheckKind(name, ResourceName::Kind::kRound,
                            "a round, such as rounds/2016"));
  ASSIGN_OR_RETURN(const v1::Record record,
                   GetRecord(context.client, name, 0, nullptr));
  auto request = RequestOf<v1::CurateRoundRequest>(name, options);
  absl::StatusOr<v1::RoundCurationStep> step = make(options);
  if (!step.ok()) return BadUsage(step.status());
  *request.add_steps() = *std::move(step);
  ASSIGN_OR_RETURN(const v1::CurateRoundResponse response,
                   context.client.Call(&RegistryStub::CurateRound, request));
  return Print(response, record.round().revision(), "", context);
}

absl::StatusOr<ExitCode> RunDecision(const CurateOptions& options,
                                     const v1::CurationStep& step,
                                     const CommandContext& context) {
  if (!RoundName::Parse(options.name).ok())
    return RunOnQuestionnaire(
        options,
        [&](const CurateOptions&, const v1::Questionnaire&) { return step; },
        context);
  v1::RoundCurationStep round_step;
  if (step.has_decide())
    *round_step.mutable_decide() = step.decide();
  else
    *round_step.mutable_reopen() = step.reopen();
  return RunOnRound(
      options, [&](const CurateOptions&) { return round_step; }, context);
}

}  // namespace compendium
