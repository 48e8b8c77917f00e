// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/curation/decide_step.h"
#include "lib/curation/event_link.h"
#include "lib/findings/find_findings.h"
#include "lib/request/error_details.h"
#include "services/registry/curation.h"
#include "services/registry/finding_reader.h"
#include "services/registry/round_mentions.h"

namespace compendium::registry {
namespace {

absl::Status CheckMentions(const v1::EventLink& link, const std::string& path,
                           RoundMentions& mentions) {
  for (int i = 0; i < link.mentions_size(); ++i)
    RETURN_IF_ERROR(mentions.Check(link.mentions(i),
                                   absl::StrCat(path, ".mentions[", i, "]")));
  return absl::OkStatus();
}

// A finding of the round as a whole: of all its questionnaires together.
absl::Status DecideAboutRound(const v1::Decide& decide, const Curator& curator,
                              const std::string& path,
                              const RegistryReader& reader, v1::Round& round) {
  RETURN_IF_ERROR(CheckStrength(decide, /*is_suggestion=*/false, path));
  if (!IsDecided(decide.id(), round.decisions())) {
    ASSIGN_OR_RETURN(const int64_t revision, reader.Resolve(0));
    ASSIGN_OR_RETURN(const FindingReader::WholeRound whole,
                     FindingReader(reader).ReadRound(round.name(), revision));
    const std::vector<v1::Finding> findings =
        FindRoundFindings(whole.questionnaires, round);
    if (std::none_of(findings.begin(), findings.end(),
                     [&](const v1::Finding& finding) {
                       return finding.id() == decide.id();
                     }))
      return NothingToDecide(decide.id(), "the findings of this round", path);
  }
  Record(decide, curator, *round.mutable_decisions());
  return absl::OkStatus();
}

}  // namespace

absl::Status CurateRound(
    const google::protobuf::RepeatedPtrField<v1::RoundCurationStep>& steps,
    const Curator& curator, const RegistryReader& reader, v1::Round& round) {
  ASSIGN_OR_RETURN(const int64_t revision, reader.Resolve(0));
  RoundMentions mentions(reader, round.name(), revision);
  for (int i = 0; i < steps.size(); ++i) {
    const std::string path = absl::StrCat("steps[", i, "]");
    const v1::RoundCurationStep& step = steps[i];
    switch (step.step_case()) {
      case v1::RoundCurationStep::kAddEventLink: {
        const std::string link_path = path + ".add_event_link";
        RETURN_IF_ERROR(
            CheckMentions(step.add_event_link(), link_path, mentions));
        RETURN_IF_ERROR(AddEventLink(step.add_event_link(), curator.author,
                                     link_path, round));
        break;
      }
      case v1::RoundCurationStep::kRemoveEventLink:
        RETURN_IF_ERROR(RemoveOneEventLink(step.remove_event_link(),
                                           path + ".remove_event_link", round));
        break;
      case v1::RoundCurationStep::kDecide:
        RETURN_IF_ERROR(DecideAboutRound(step.decide(), curator,
                                         path + ".decide", reader, round));
        break;
      case v1::RoundCurationStep::kReopen:
        RETURN_IF_ERROR(ReopenOne(step.reopen(), path + ".reopen",
                                  *round.mutable_decisions()));
        break;
      case v1::RoundCurationStep::STEP_NOT_SET:
        return InvalidField(path + ".step",
                            "got none, want add_event_link, "
                            "remove_event_link, decide or reopen");
    }
  }
  return absl::OkStatus();
}

}  // namespace compendium::registry
