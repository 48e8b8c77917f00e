// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/directory.h"

#include <utility>

namespace compendium::reporting {
namespace {

using registry::v1::Mechanism;
using registry::v1::Round;

Mechanism Reduce(const MechanismName& name, const Mechanism& mechanism) {
  Mechanism reduced;
  reduced.set_name(name.ToString());
  reduced.set_display_name(mechanism.display_name());
  reduced.set_acronym(mechanism.acronym());
  return reduced;
}

Round Reduce(const RoundName& name, const Round& round) {
  Round reduced;
  reduced.set_name(name.ToString());
  reduced.set_title(round.title());
  for (const auto& question : round.form().questions()) {
    auto* kept = reduced.mutable_form()->add_questions();
    kept->set_id(question.id());
    kept->set_title(question.title());
    kept->set_asks_for_claims(question.asks_for_claims());
  }
  reduced.set_due_day(round.due_day());
  *reduced.mutable_event_links() = round.event_links();
  *reduced.mutable_decisions() = round.decisions();
  return reduced;
}

// Gives `name` the reduced `record`, or takes it out when that is null.
template <class Name, class Message>
void Put(IdMap<KeptLink<Message>>& map, const Name& name,
         const Message* record) {
  if (record == nullptr) {
    map.Erase(name.id());
    return;
  }
  KeptLink<Message> kept = Keep(Reduce(name, *record));
  const KeptLink<Message>* before = map.Find(name.id());
  if (before != nullptr && (*before)->sha256 == kept->sha256) return;
  map.Set(name.id(), std::move(kept));
}

}  // namespace

Directory Apply(Directory directory, const RecordEffect& effect) {
  if (const MechanismName* name = effect.name.mechanism())
    Put(directory.mechanisms, *name, effect.mechanism);
  if (const RoundName* name = effect.name.round())
    Put(directory.rounds, *name, effect.round);
  return directory;
}

void ForEachSaved(const Directory& directory, SavedRecordVisitor visit) {
  directory.mechanisms.ForEach([&](const std::string&, const auto& kept) {
    visit({SavedKind::kMechanism, kept->record, kept->sha256});
  });
  directory.rounds.ForEach([&](const std::string&, const auto& kept) {
    visit({SavedKind::kRound, kept->record, kept->sha256});
  });
}

}  // namespace compendium::reporting
