// SPDX-License-Identifier: Apache-2.0
// What `compendium curate` does once its words are read: the record is read,
// the step made and sent, the answer printed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/command.h"
#include "cli/curate/step_words.h"
#include "compendium/registry/v1/curation_step.pb.h"

namespace compendium {

// The words of the command line; each subcommand fills in its own.
struct CurateOptions {
  std::string name;
  std::string author;
  std::string reason;
  std::string etag;
  std::string item;      // what the step is about: its id, or words
  std::string kind;      // of an item to add
  std::string state;     // of an answer
  std::string strength;  // of a claim
  ItemChange change;
  std::vector<std::string> mentions;
};

// A step on a questionnaire that was read before.
using MakeStep = std::function<absl::StatusOr<registry::v1::CurationStep>(
    const CurateOptions&, const registry::v1::Questionnaire&)>;

// A step on a round.
using MakeRoundStep =
    std::function<absl::StatusOr<registry::v1::RoundCurationStep>(
        const CurateOptions&)>;

// Curates the questionnaire or the round that the options name, in one
// revision. A step that does not fit the record is marked BadUsage.
absl::StatusOr<ExitCode> RunOnQuestionnaire(const CurateOptions& options,
                                            const MakeStep& make,
                                            const CommandContext& context);
absl::StatusOr<ExitCode> RunOnRound(const CurateOptions& options,
                                    const MakeRoundStep& make,
                                    const CommandContext& context);

// Decides about a finding or suggestion (`decide` or `reopen` of the step),
// whichever of the two the options name.
absl::StatusOr<ExitCode> RunDecision(const CurateOptions& options,
                                     const registry::v1::CurationStep& step,
                                     const CommandContext& context);

}  // namespace compendium
