// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participation_answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/participation_counts.h"

namespace compendium::reporting {
namespace {

using registry::v1::Participant;
using registry::v1::ParticipantRole;

absl::Status TooLarge(size_t count_max, absl::string_view things) {
  return AnswerTooLarge("participation", count_max, things,
                        "a narrower round, mechanism or State");
}

// A mention of a participant; borrows from the projection.
struct Mention {
  std::string mechanism_id;
  std::string round_id;
  int index = 0;
  const Participant* participant = nullptr;

  friend bool operator<(const Mention& a, const Mention& b) {
    return std::tie(a.mechanism_id, a.round_id, a.index) <
           std::tie(b.mechanism_id, b.round_id, b.index);
  }
};

// Finds the mentions that a query selects, by participant.
class MentionFinder {
 public:
  using Found = std::map<ParticipantKey, std::vector<Mention>>;

  MentionFinder(const Directory& directory, const ParticipationQuery& query)
      : directory_(directory), query_(query) {}

  // RESOURCE_EXHAUSTED when there are too many.
  absl::StatusOr<Found> Find(const Participation& participation) {
    RETURN_IF_ERROR(
        query_.country.has_value()
            ? FindCountry(participation)
            : ForEachSelected(
                  participation.contributions, query_.selection,
                  [this](const Contribution& link) { return Take(link); }));
    for (auto& [key, mentions] : found_)
      std::sort(mentions.begin(), mentions.end());
    return std::move(found_);
  }

 private:
  absl::Status FindCountry(const Participation& participation) {
    ParticipationPlace first;
    first.participant.country_code = query_.country->ToString();
    if (query_.selection.mechanism.has_value())
      first.mechanism_id = query_.selection.mechanism->id();
    absl::Status status;
    participation.index.ForEachFrom(
        first, [&](const ParticipationPlace& place, const Contribution& link) {
          const bool ours = place.participant == first.participant &&
                            (first.mechanism_id.empty() ||
                             place.mechanism_id == first.mechanism_id);
          if (ours) status = Take(link);
          return ours && status.ok();
        });
    return status;
  }

  // Takes what the query selects of one questionnaire's participants.
  absl::Status Take(const Contribution& link) {
    const auto name = QuestionnaireName::Parse(link->record.name());
    CHECK(name.ok());  // the projection made it from a name
    const std::string& mechanism_id = name->mechanism().id();
    const std::string& round_id = name->round().id();
    const auto& round = query_.selection.round;
    if (round.has_value() && round_id != round->id()) return absl::OkStatus();
    if (!directory_.Holds(mechanism_id, round_id)) return absl::OkStatus();
    for (int i = 0; i < link->record.participants_size(); ++i) {
      const Participant& participant = link->record.participants(i);
      if (!Selects(participant)) continue;
      if (++mention_count_ > kParticipantMentionsMax)
        return TooLarge(kParticipantMentionsMax, "mentions of participants");
      found_[KeyOf(participant)].push_back(
          {mechanism_id, round_id, i, &participant});
    }
    return absl::OkStatus();
  }

  bool Selects(const Participant& participant) const {
    if (query_.country.has_value() &&
        participant.country_code() != query_.country->alpha3())
      return false;
    return query_.role == registry::v1::PARTICIPANT_ROLE_UNSPECIFIED ||
           participant.role() == query_.role;
  }

  const Directory& directory_;
  const ParticipationQuery& query_;
  Found found_;
  size_t mention_count_ = 0;
};

void SetRegion(const Region& region, v1::GeographicRegion* told) {
  told->set_code(std::string(region.code));
  told->set_name(std::string(region.name));
}

// Sets what the key and the mentions say of a participant itself.
void Describe(const ParticipantKey& key, const std::vector<Mention>& mentions,
              v1::ParticipantParticipation& told) {
  told.set_country_code(key.country_code);
  std::set<std::string> names;
  for (const Mention& mention : mentions) {
    const Participant& participant = *mention.participant;
    if (names.insert(participant.as_written()).second)
      told.add_names_as_written(participant.as_written());
    if (told.kind() == registry::v1::PARTICIPANT_KIND_UNSPECIFIED)
      told.set_kind(participant.kind());
  }
  const absl::StatusOr<CountryCode> country =
      CountryCode::Parse(key.country_code);
  if (!country.ok()) {
    told.set_name(told.names_as_written(0));
    return;
  }
  told.set_name(std::string(country->name()));
  told.set_kind(country->kind() == CountryCode::Kind::kState
                    ? registry::v1::PARTICIPANT_KIND_STATE
                    : registry::v1::PARTICIPANT_KIND_TERRITORY);
  if (!country->region().code.empty())
    SetRegion(country->region(), told.mutable_region());
  if (!country->subregion().code.empty())
    SetRegion(country->subregion(), told.mutable_subregion());
  if (!country->intermediate().code.empty())
    SetRegion(country->intermediate(), told.mutable_intermediate_region());
}

// Puts the answer together, participant by participant.
class ParticipationBuilder {
 public:
  explicit ParticipationBuilder(const Directory& directory)
      : directory_(directory) {}

  // Adds a participant, in the order of the keys, with its mentions in theirs.
  // RESOURCE_EXHAUSTED when the answer grows too large.
  absl::Status Add(const ParticipantKey& key,
                   const std::vector<Mention>& mentions) {
    v1::ParticipantParticipation& told = *participation_.add_participants();
    Describe(key, mentions, told);
    ParticipantRoles roles;
    std::map<std::string, ParticipantRoles> by_round;
    std::map<Place, ParticipantRoles> by_place;
    std::set<std::string> mechanisms;
    for (const Mention& mention : mentions) {
      AddEntry(mention, told);
      const ParticipantRole role = mention.participant->role();
      roles.insert(role);
      by_round[mention.round_id].insert(role);
      by_place[{mention.mechanism_id, mention.round_id}].insert(role);
      mechanisms.insert(mention.mechanism_id);
    }
    told.set_mechanism_count(static_cast<int>(mechanisms.size()));
    told.set_round_count(static_cast<int>(by_round.size()));

    CountParticipant(told.kind(), roles, *participation_.mutable_counts());
    for (const auto& [round_id, own] : by_round)
      CountParticipant(told.kind(), own, *rounds_[round_id].mutable_counts());
    for (const auto& [place, own] : by_place) AddTo(place, told, own);
    return CountSize(told);
  }

  // The whole; call it once, at the end.
  absl::StatusOr<v1::Participation> Take() {
    for (auto& [place, mechanism] : mechanisms_) {
      const auto& [mechanism_id, round_id] = place;
      const auto* known = directory_.mechanisms.Find(mechanism_id);
      mechanism.set_mechanism((*known)->record.name());
      mechanism.set_display_name((*known)->record.display_name());
      mechanism.set_round(RoundNameOf(round_id));
      RETURN_IF_ERROR(CountSize(mechanism));
      *participation_.add_mechanisms() = std::move(mechanism);
      v1::RoundParticipation& round = rounds_[round_id];
      round.set_mechanism_count(round.mechanism_count() + 1);
    }
    for (auto& [round_id, round] : rounds_) {
      round.set_round(RoundNameOf(round_id));
      RETURN_IF_ERROR(CountSize(round));
      *participation_.add_rounds() = std::move(round);
    }
    return std::move(participation_);
  }

 private:
  using Place = std::pair<std::string, std::string>;  // mechanism id, round id

  const std::string& RoundNameOf(const std::string& round_id) const {
    return (*directory_.rounds.Find(round_id))->record.name();
  }

  void AddEntry(const Mention& mention, v1::ParticipantParticipation& told) {
    v1::ParticipationEntry& entry = *told.add_entries();
    entry.set_mechanism(
        (*directory_.mechanisms.Find(mention.mechanism_id))->record.name());
    entry.set_round(RoundNameOf(mention.round_id));
    entry.set_role(mention.participant->role());
    entry.set_kind(mention.participant->kind());
    entry.set_as_written(mention.participant->as_written());
    entry.set_participant_index(mention.index);
    entry.set_origin(mention.participant->origin());
  }

  void AddTo(const Place& place, const v1::ParticipantParticipation& told,
             const ParticipantRoles& roles) {
    v1::MechanismParticipation& mechanism = mechanisms_[place];
    if (told.country_code().empty()) {
      mechanism.add_other_names(told.name());
    } else {
      mechanism.add_country_codes(told.country_code());
    }
    CountParticipant(told.kind(), roles, *mechanism.mutable_counts());
  }

  absl::Status CountSize(const google::protobuf::MessageLite& part) {
    if (size_.Add(part)) return absl::OkStatus();
    return TooLarge(kAnswerBytesMax, "bytes");
  }

  const Directory& directory_;
  std::map<Place, v1::MechanismParticipation> mechanisms_;
  std::map<std::string, v1::RoundParticipation> rounds_;
  AnswerSize size_;
  v1::Participation participation_;
};

}  // namespace

absl::StatusOr<v1::Participation> AnswerParticipation(
    const Directory& directory, const Participation& participation,
    const ParticipationQuery& query) {
  RETURN_IF_ERROR(CheckExists(directory, query.selection));
  ASSIGN_OR_RETURN(const MentionFinder::Found found,
                   MentionFinder(directory, query).Find(participation));
  ParticipationBuilder builder(directory);
  for (const auto& [key, mentions] : found)
    RETURN_IF_ERROR(builder.Add(key, mentions));
  return builder.Take();
}

}  // namespace compendium::reporting
