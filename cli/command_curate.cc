// SPDX-License-Identifier: Apache-2.0
#include "cli/command_curate.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/curate/field_value.h"
#include "cli/curate/step_words.h"
#include "cli/curate_run.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

absl::StatusOr<v1::Decide> DecisionOf(const CurateOptions& options,
                                      v1::Verdict verdict) {
  v1::Decide decide;
  decide.set_id(options.item);
  decide.set_verdict(verdict);
  if (options.strength.empty()) return decide;
  const int strength =
      EnumNumber(*v1::ClaimStrength_descriptor(), options.strength);
  if (strength < 0)
    return absl::InvalidArgumentError(
        absl::StrCat("--strength: got ", options.strength, ", want one of ",
                     EnumWords(*v1::ClaimStrength_descriptor())));
  decide.set_strength(static_cast<v1::ClaimStrength>(strength));
  return decide;
}

absl::StatusOr<v1::RoundCurationStep> LinkStep(const CurateOptions& options,
                                               v1::EventLinkKind kind,
                                               bool is_removal) {
  v1::RoundCurationStep step;
  google::protobuf::RepeatedPtrField<v1::MentionReference> mentions;
  const std::string round = FullRoundName(options.name);
  for (const std::string& text : options.mentions) {
    ASSIGN_OR_RETURN(*mentions.Add(),
                     ParseMention(text, round.substr(round.rfind('/') + 1)));
  }
  if (is_removal) {
    step.mutable_remove_event_link()->set_kind(kind);
    step.mutable_remove_event_link()->mutable_mentions()->Swap(&mentions);
    return step;
  }
  v1::EventLink& link = *step.mutable_add_event_link();
  link.set_kind(kind);
  link.set_reason(options.reason);
  link.mutable_mentions()->Swap(&mentions);
  return step;
}

// Puts the subcommands together; each runs with the options that all share.
class CurateCommands {
 public:
  CurateCommands(CLI::App& curate, Command& chosen)
      : curate_(curate),
        chosen_(chosen),
        options_(std::make_shared<CurateOptions>()) {
    curate
        .add_option("NAME", options_->name,
                    "Questionnaire, such as midsa/2016, or rounds/2016")
        ->required();
    curate.add_option("--author", options_->author, "Who decides")->required();
    curate.add_option("--reason", options_->reason, "Why, for the history")
        ->required();
    curate.add_option("--etag", options_->etag,
                      "Only if this is still the etag of the record");
    curate.require_subcommand(1);
  }

  void AddItems() {
    CLI::App& correct = Add("correct", "Change fields of an item");
    AddItem(correct, "ITEM", "Its id as `show` prints it, or its words");
    AddChange(correct);
    OnQuestionnaire(correct, [](const CurateOptions& options,
                                const v1::Questionnaire& questionnaire) {
      return CorrectStep(questionnaire, options.item, options.change);
    });
    CLI::App& add = Add("add", "Add an item");
    add.add_option("KIND", options_->kind,
                   "meeting, claim, project, publication, participant or "
                   "focus_area")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(std::begin(kItemKinds),
                                                       std::end(kItemKinds))));
    AddChange(add);
    OnQuestionnaire(add,
                    [](const CurateOptions& options, const v1::Questionnaire&) {
                      return AddStep(options.kind, options.change);
                    });
    CLI::App& reject = Add("reject", "Take an item out, for good");
    AddItem(reject, "ITEM", "Its id as `show` prints it, or its words");
    OnQuestionnaire(reject,
                    [](const CurateOptions& options, const v1::Questionnaire&) {
                      v1::CurationStep step;
                      step.mutable_reject()->set_item_id(options.item);
                      return step;
                    });
    CLI::App& restore = Add("restore", "Put a rejected item back");
    AddItem(restore, "ITEM", "Its id as `show` prints it, or its words");
    OnQuestionnaire(restore,
                    [](const CurateOptions& options, const v1::Questionnaire&) {
                      v1::CurationStep step;
                      step.mutable_restore()->set_item_id(options.item);
                      return step;
                    });
    CLI::App& state = Add("state", "Say how a question was answered");
    AddItem(state, "QUESTION", "Its id, such as 2B");
    state
        .add_option("STATE", options_->state,
                    EnumWords(*v1::AnswerState_descriptor()))
        ->required();
    OnQuestionnaire(state,
                    [](const CurateOptions& options, const v1::Questionnaire&) {
                      return StateStep(options.item, options.state);
                    });
  }

  void AddDecisions() {
    AddDecision("resolve", "Say that a finding is dealt with",
                v1::VERDICT_ACCEPTED);
    CLI::App& accept = AddDecision("accept", "Make a suggestion a claim",
                                   v1::VERDICT_ACCEPTED);
    accept.add_option(
        "--strength", options_->strength,
        absl::StrCat("How firmly: ", EnumWords(*v1::ClaimStrength_descriptor()),
                     "; implicit if not said"));
    AddDecision("dismiss", "Say that a finding or suggestion is none",
                v1::VERDICT_DISMISSED);
    CLI::App& reopen = Add("reopen", "Take such a decision back");
    AddItem(reopen, "ID", "Of the finding or suggestion");
    OnBoth(reopen, [](const CurateOptions& options, v1::CurationStep& step) {
      step.mutable_reopen()->set_id(options.item);
      return absl::OkStatus();
    });
  }

  void AddLinks() {
    AddLink("join", "Say that mentions of a round are one event",
            v1::EVENT_LINK_KIND_JOIN, false);
    AddLink("split", "Say that no two of the mentions are one event",
            v1::EVENT_LINK_KIND_SPLIT, false);
    AddLink("unjoin", "Take a join of these mentions back",
            v1::EVENT_LINK_KIND_JOIN, true);
    AddLink("unsplit", "Take a split of these mentions back",
            v1::EVENT_LINK_KIND_SPLIT, true);
  }

 private:
  using Fill =
      std::function<absl::Status(const CurateOptions&, v1::CurationStep&)>;

  CLI::App& Add(const char* name, const char* about) {
    return *curate_.add_subcommand(name, about);
  }

  void AddItem(CLI::App& command, const char* name, const char* about) {
    command.add_option(name, options_->item, about)->required();
  }

  void AddChange(CLI::App& command) {
    command
        .add_option("--set", options_->change.assignments,
                    "FIELD=VALUE, such as title=\"Annual forum\", "
                    "date=2016-05-03 or level=ministerial; may be repeated")
        ->allow_extra_args(false);
    command.add_option("--question", options_->change.question_id,
                       "The question whose answer it rests on");
    command.add_option("--quote", options_->change.quote,
                       "The words of that answer");
  }

  CLI::App& AddDecision(const char* name, const char* about,
                        v1::Verdict verdict) {
    CLI::App& command = Add(name, about);
    AddItem(command, "ID", "Of the finding or suggestion");
    OnBoth(command,
           [verdict](const CurateOptions& options,
                     v1::CurationStep& step) -> absl::Status {
             ASSIGN_OR_RETURN(*step.mutable_decide(),
                              DecisionOf(options, verdict));
             return absl::OkStatus();
           });
    return command;
  }

  void AddLink(const char* name, const char* about, v1::EventLinkKind kind,
               bool is_removal) {
    CLI::App& command = Add(name, about);
    command
        .add_option("MENTION", options_->mentions,
                    "MECHANISM:ITEM, such as midsa:m-2a-0123456789; two or "
                    "more")
        ->required()
        ->expected(2, 100);
    command.callback([options = options_, kind, is_removal, this] {
      chosen_ = [options, kind, is_removal](const CommandContext& context) {
        return RunOnRound(
            *options,
            [&](const CurateOptions& given) {
              return LinkStep(given, kind, is_removal);
            },
            context);
      };
    });
  }

  void OnQuestionnaire(CLI::App& command, MakeStep make) {
    command.callback([options = options_, make = std::move(make), this] {
      chosen_ = [options, make](const CommandContext& context) {
        return RunOnQuestionnaire(*options, make, context);
      };
    });
  }

  void OnBoth(CLI::App& command, Fill fill) {
    command.callback([options = options_, fill = std::move(fill), this] {
      chosen_ = [options, fill](
                    const CommandContext& context) -> absl::StatusOr<ExitCode> {
        v1::CurationStep step;
        if (absl::Status status = fill(*options, step); !status.ok())
          return BadUsage(status);
        return RunDecision(*options, step, context);
      };
    });
  }

  CLI::App& curate_;
  Command& chosen_;
  const std::shared_ptr<CurateOptions> options_;
};

}  // namespace

void AddCurateCommand(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand(
      "curate", "Correct, reject, resolve, accept, join: people's decisions");
  // Kept by the callbacks for as long as the command line lives.
  auto commands = std::make_shared<CurateCommands>(*command, chosen);
  commands->AddItems();
  commands->AddDecisions();
  commands->AddLinks();
  command->callback([commands] {});
}

}  // namespace compendium
