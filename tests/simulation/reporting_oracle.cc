// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/reporting_oracle.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/domain/framework.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace reporting_v1 = compendium::reporting::v1;
using registry_v1::Meeting;
using registry_v1::Questionnaire;

// "mechanisms/{m}" and "rounds/{r}" of a questionnaire's name.
std::pair<std::string, std::string> ParentsOf(const std::string& name) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  return {absl::StrCat("mechanisms/", parts[1]),
          absl::StrCat("rounds/", parts[3])};
}

// The questionnaires that count, by name.
std::vector<const Questionnaire*> Counted(const Records& records) {
  std::vector<const Questionnaire*> counted;
  for (const auto& [name, record] : records) {
    if (!record.has_questionnaire()) continue;
    const auto [mechanism, round] = ParentsOf(name);
    if (records.count(mechanism) != 0 && records.count(round) != 0)
      counted.push_back(&record.questionnaire());
  }
  return counted;
}

// ---- Coverage

bool IsOf(const registry_v1::Claim& claim, const std::string& framework) {
  if (FindFramework(framework)->Find(claim.code()) == nullptr) return false;
  return claim.framework() ==
         (framework == "iom-core" ? std::string("sdg") : framework);
}

reporting_v1::QuestionCoverage QuestionOf(const Questionnaire& questionnaire,
                                          const std::string& id,
                                          const std::string& framework) {
  reporting_v1::QuestionCoverage question;
  question.set_question_id(id);
  for (const auto& answer : questionnaire.answers())
    if (answer.question_id() == id) question.set_state(answer.state());
  int count = 0;
  for (const auto& claim : questionnaire.claims())
    if (IsOf(claim, framework) && claim.evidence().question_id() == id) ++count;
  question.set_claim_count(count);
  const bool silent =
      question.state() == registry_v1::ANSWER_STATE_UNSPECIFIED ||
      question.state() == registry_v1::ANSWER_STATE_BLANK;
  const bool refers =
      question.state() == registry_v1::ANSWER_STATE_CROSS_REFERENCE;
  question.set_verdict(count > 0 ? reporting_v1::COVERAGE_VERDICT_CLAIMED
                       : refers
                           ? reporting_v1::COVERAGE_VERDICT_REFERS_ELSEWHERE
                       : silent ? reporting_v1::COVERAGE_VERDICT_NO_ANSWER
                                : reporting_v1::COVERAGE_VERDICT_ANSWERED_NONE);
  return question;
}

int RankOf(reporting_v1::CoverageVerdict verdict) {
  switch (verdict) {
    case reporting_v1::COVERAGE_VERDICT_CLAIMED:
      return 3;
    case reporting_v1::COVERAGE_VERDICT_ANSWERED_NONE:
      return 2;
    case reporting_v1::COVERAGE_VERDICT_REFERS_ELSEWHERE:
      return 1;
    default:
      return 0;
  }
}

// The verdict of the mechanism is the best of its questions'.
reporting_v1::MechanismCoverage MechanismOf(
    const registry_v1::Mechanism& mechanism, const Questionnaire* questionnaire,
    const registry_v1::Form& form, const std::string& framework) {
  reporting_v1::MechanismCoverage told;
  told.set_mechanism(mechanism.name());
  told.set_display_name(mechanism.display_name());
  told.set_verdict(reporting_v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE);
  if (questionnaire == nullptr) return told;
  told.set_verdict(reporting_v1::COVERAGE_VERDICT_NO_ANSWER);
  for (const auto& asked : form.questions()) {
    const auto question = QuestionOf(*questionnaire, asked.id(), framework);
    if (!asked.asks_for_claims() && question.claim_count() == 0) continue;
    if (RankOf(question.verdict()) > RankOf(told.verdict()))
      told.set_verdict(question.verdict());
    told.set_claim_count(told.claim_count() + question.claim_count());
    *told.add_questions() = question;
  }
  return told;
}

reporting_v1::NodeCoverage NodeOf(
    const FrameworkNode& node, const std::string& framework,
    const std::vector<const Questionnaire*>& questionnaires) {
  reporting_v1::NodeCoverage told;
  told.set_code(node.code);
  told.set_title(node.title);
  told.set_parent_code(node.parent);
  told.set_level(
      node.level == FrameworkLevel::kGoal     ? reporting_v1::NODE_LEVEL_GOAL
      : node.level == FrameworkLevel::kTarget ? reporting_v1::NODE_LEVEL_TARGET
      : node.level == FrameworkLevel::kTheme
          ? reporting_v1::NODE_LEVEL_THEME
          : reporting_v1::NODE_LEVEL_OBJECTIVE);
  for (const Questionnaire* questionnaire : questionnaires) {
    reporting_v1::CoverageCell cell;
    cell.set_mechanism(ParentsOf(questionnaire->name()).first);
    for (const auto& claim : questionnaire->claims()) {
      if (!IsOf(claim, framework) || claim.code() != node.code) continue;
      auto& kept = *cell.add_claims();
      kept.set_question_id(claim.evidence().question_id());
      kept.set_strength(claim.strength());
      kept.set_origin(claim.origin());
      *kept.mutable_evidence() = claim.evidence();
    }
    told.set_claim_count(told.claim_count() + cell.claims_size());
    if (cell.claims_size() > 0) *told.add_cells() = cell;
  }
  return told;
}

// ---- Calendar

// A mention, by mechanism and item id.
using Mention = std::pair<std::string, std::string>;

// What people said of a round's mentions.
struct Said {
  std::vector<std::set<Mention>> sets;
  std::vector<std::set<Mention>> splits;
  std::map<Mention, std::string> reasons;  // of the set it is in

  std::set<Mention> With(const Mention& mention) const {
    for (const auto& set : sets)
      if (set.count(mention) != 0) return set;
    return {mention};
  }
  bool Joined(const Mention& a, const Mention& b) const {
    return a != b && With(a).count(b) != 0;
  }
  // Whether a link splits one that belongs to `a` from one that does to `b`.
  bool Split(const Mention& a, const Mention& b) const {
    for (const auto& split : splits)
      for (const Mention& left : With(a))
        for (const Mention& right : With(b))
          if (split.count(left) != 0 && split.count(right) != 0) return true;
    return false;
  }
  void Join(const Mention& a, const Mention& b, const std::string& reason) {
    if (With(a).count(b) != 0 || Split(a, b)) return;
    std::set<Mention> whole = With(a);
    std::string why = reasons.count(a) != 0   ? reasons[a]
                      : reasons.count(b) != 0 ? reasons[b]
                                              : reason;
    for (const Mention& mention : With(b)) whole.insert(mention);
    sets.erase(std::remove_if(sets.begin(), sets.end(),
                              [&](const auto& set) {
                                return set.count(a) != 0 || set.count(b) != 0;
                              }),
               sets.end());
    for (const Mention& mention : whole) reasons[mention] = why;
    sets.push_back(whole);
  }
};

Said SaidOf(const registry_v1::Round& round) {
  Said said;
  for (int i = round.event_links_size() - 1; i >= 0; --i) {
    const auto& link = round.event_links(i);
    std::vector<Mention> mentions;
    for (const auto& reference : link.mentions()) {
      const std::vector<std::string> parts =
          absl::StrSplit(reference.questionnaire(), '/');
      mentions.emplace_back(parts[1], reference.item_id());
    }
    if (link.kind() == registry_v1::EVENT_LINK_KIND_SPLIT)
      said.splits.emplace_back(mentions.begin(), mentions.end());
    if (link.kind() == registry_v1::EVENT_LINK_KIND_JOIN)
      for (size_t j = 1; j < mentions.size(); ++j)
        said.Join(mentions[0], mentions[j], link.reason());
  }
  return said;
}

struct Told {
  const Said* said = nullptr;
  std::string questionnaire;
  std::vector<int> indexes;
  std::vector<Meeting> mentions;
  bool has_key = false;  // of its first mention, and is the first to have it

  // The finest date; the first of them.
  const registry_v1::UncertainDate* date() const {
    const registry_v1::UncertainDate* best = nullptr;
    for (const Meeting& meeting : mentions) {
      if (meeting.date().edtf().empty()) continue;
      if (best == nullptr || IsDay(meeting.date()) > IsDay(*best))
        best = &meeting.date();
    }
    return best;
  }
  static bool IsDay(const registry_v1::UncertainDate& date) {
    return date.edtf().size() == 10 || date.edtf().size() == 21;
  }
  std::string First(const std::string& (Meeting::*field)() const) const {
    for (const Meeting& meeting : mentions)
      if (!(meeting.*field)().empty()) return (meeting.*field)();
    return "";
  }
};

std::vector<Mention> MentionsOf(const Told& told) {
  const std::vector<std::string> parts =
      absl::StrSplit(told.questionnaire, '/');
  std::vector<Mention> mentions;
  for (const Meeting& meeting : told.mentions)
    if (!meeting.id().empty()) mentions.emplace_back(parts[1], meeting.id());
  return mentions;
}

bool SaidJoined(const Told& a, const Told& b) {
  if (a.said != b.said) return false;
  for (const Mention& left : MentionsOf(a))
    for (const Mention& right : MentionsOf(b))
      if (a.said->Joined(left, right)) return true;
  return false;
}

bool SaidSplit(const Told& a, const Told& b) {
  if (a.said != b.said || SaidJoined(a, b)) return false;
  for (const Mention& left : MentionsOf(a))
    for (const Mention& right : MentionsOf(b))
      if (a.said->Split(left, right)) return true;
  return false;
}

template <size_t n>
int CountIn(const std::set<std::string>& words,
            const absl::string_view (&table)[n]) {
  int count = 0;
  for (const absl::string_view word : table)
    count += static_cast<int>(words.count(std::string(word)));
  return count;
}

// How alike two titles are, in thousandths; 0 when they are not.
int LikenessOf(const std::string& a, const std::string& b, bool strongly) {
  const std::set<std::string> a_words =
      absl::StrSplit(a, ' ', absl::SkipEmpty());
  const std::set<std::string> b_words =
      absl::StrSplit(b, ' ', absl::SkipEmpty());
  std::set<std::string> shared;
  std::set_intersection(a_words.begin(), a_words.end(), b_words.begin(),
                        b_words.end(), std::inserter(shared, shared.end()));
  const int telling = CountIn(shared, kTellingWords);
  const int all = telling + CountIn(shared, kCommonWords);
  const int shorter =
      static_cast<int>(std::min(a_words.size(), b_words.size()));
  if (telling == 0 || all * 1000 / shorter < 600) return 0;
  const bool whole = all == shorter && all >= 3;
  if (telling < 2 && !whole) return 0;
  if (strongly && !(whole && telling >= 2)) return 0;
  return all * 1000 / shorter;
}

// How surely two told events are one; 0 when they cannot be.
int ScoreOf(const Told& a, const Told& b) {
  if (a.questionnaire == b.questionnaire || SaidSplit(a, b)) return 0;
  if (a.date() == nullptr || b.date() == nullptr) return 0;
  const std::string country = a.First(&Meeting::country_code);
  if (country.empty() || country != b.First(&Meeting::country_code)) return 0;
  if (a.date()->latest_day() < b.date()->earliest_day() ||
      b.date()->latest_day() < a.date()->earliest_day())
    return 0;
  const std::string a_city = a.First(&Meeting::city);
  const std::string b_city = b.First(&Meeting::city);
  const bool cities_known = !a_city.empty() && !b_city.empty();
  if (cities_known && a_city != b_city) return 0;
  const bool strongly =
      !cities_known || !Told::IsDay(*a.date()) || !Told::IsDay(*b.date());
  int most = 0;
  for (const Meeting& left : a.mentions)
    for (const Meeting& right : b.mentions)
      most = std::max(most, LikenessOf(left.title(), right.title(), strongly));
  return most;
}

// Puts the mention to those of its questionnaire that it belongs to.
void AddTo(std::vector<Told>& own, Told mention) {
  const auto same_key = [&](const Told& told) {
    const std::string& key = mention.mentions.back().event_key();
    return !key.empty() &&
           std::any_of(told.mentions.begin(), told.mentions.end(),
                       [&](const Meeting& m) { return m.event_key() == key; });
  };
  for (const bool by_people : {true, false}) {
    for (size_t i = 0; i < own.size();) {
      const bool belongs =
          by_people ? SaidJoined(own[i], mention) : same_key(own[i]);
      if (!belongs || SaidSplit(own[i], mention)) {
        ++i;
        continue;
      }
      mention.indexes.insert(mention.indexes.begin(), own[i].indexes.begin(),
                             own[i].indexes.end());
      mention.mentions.insert(mention.mentions.begin(), own[i].mentions.begin(),
                              own[i].mentions.end());
      own.erase(own.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  own.push_back(std::move(mention));
}

// In the order of the questionnaire's list.
void Sort(Told& told, const Questionnaire& questionnaire) {
  std::sort(told.indexes.begin(), told.indexes.end());
  told.mentions.clear();
  for (const int index : told.indexes)
    told.mentions.push_back(questionnaire.meetings(index));
}

// Every event as its questionnaire tells it, by questionnaire and position.
// Mechanism and round are compared, not the whole names.
std::vector<Told> AllTold(const Records& records,
                          std::map<std::string, Said>& said) {
  std::vector<Told> all;
  for (const auto& [name, record] : records)
    if (record.has_round()) said[name] = SaidOf(record.round());
  for (const Questionnaire* questionnaire : Counted(records)) {
    std::vector<Told> own;
    for (int i = 0; i < questionnaire->meetings_size(); ++i) {
      Told told;
      told.said = &said[ParentsOf(questionnaire->name()).second];
      told.questionnaire = questionnaire->name();
      told.indexes.push_back(i);
      told.mentions.push_back(questionnaire->meetings(i));
      AddTo(own, std::move(told));
    }
    for (Told& told : own) Sort(told, *questionnaire);
    std::sort(own.begin(), own.end(), [](const Told& a, const Told& b) {
      return a.indexes[0] < b.indexes[0];
    });
    std::set<std::string> keys;
    for (Told& told : own) {
      const std::string& key = told.mentions[0].event_key();
      told.has_key = !key.empty() && keys.insert(key).second;
    }
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

using Members = std::set<size_t>;

// What people joined, as one member each.
std::vector<Members> Units(const std::vector<Told>& all) {
  std::vector<Members> units;
  for (size_t i = 0; i < all.size(); ++i) units.push_back({i});
  for (size_t i = 0; i < all.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (!SaidJoined(all[i], all[j])) continue;
      const auto holding = [&](size_t member) {
        return std::find_if(
            units.begin(), units.end(),
            [&](const Members& unit) { return unit.count(member) != 0; });
      };
      const auto left = holding(j), right = holding(i);
      if (left == right) continue;
      bool split = false;
      for (const size_t a : *left)
        for (const size_t b : *right)
          split = split || SaidSplit(all[a], all[b]);
      if (split) continue;
      left->insert(right->begin(), right->end());
      units.erase(right);
    }
  }
  return units;
}

bool UnitsFit(const std::vector<Told>& all, const Members& left,
              const Members& right) {
  bool fit = false;
  for (const size_t a : left) {
    for (const size_t b : right) {
      if (all[a].questionnaire == all[b].questionnaire ||
          SaidSplit(all[a], all[b]))
        return false;
      fit = fit || ScoreOf(all[a], all[b]) != 0;
    }
  }
  return fit;
}

// Joins the surest pair of groups that fit as a whole, until there is none.
std::vector<std::vector<Told>> Groups(const std::vector<Told>& all) {
  std::vector<std::vector<Members>> groups;
  for (const Members& unit : Units(all)) groups.push_back({unit});
  std::vector<std::tuple<int, size_t, size_t>> pairs;
  for (size_t i = 0; i < all.size(); ++i)
    for (size_t j = i + 1; j < all.size(); ++j)
      pairs.emplace_back(-ScoreOf(all[i], all[j]), i, j);
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [score, i, j] : pairs) {
    if (score == 0) break;
    const auto holding = [&](size_t member) {
      return std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
        return std::any_of(
            group.begin(), group.end(),
            [&](const Members& unit) { return unit.count(member) != 0; });
      });
    };
    const auto left = holding(i), right = holding(j);
    if (left == right) continue;
    bool fits = true;
    for (const Members& a : *left)
      for (const Members& b : *right) fits = fits && UnitsFit(all, a, b);
    if (!fits) continue;
    left->insert(left->end(), right->begin(), right->end());
    groups.erase(right);
  }
  std::vector<std::vector<Told>> result;
  for (const auto& group : groups) {
    Members whole;
    for (const Members& unit : group) whole.insert(unit.begin(), unit.end());
    result.emplace_back();
    for (const size_t member : whole) result.back().push_back(all[member]);
  }
  return result;
}

reporting_v1::CalendarEvent EventOf(const std::vector<Told>& group) {
  Told whole;  // all mentions, as if one questionnaire told them
  reporting_v1::CalendarEvent event;
  std::set<std::string> cities, countries, dates, mechanisms;
  std::set<int> statuses;
  for (const Told& told : group) {
    mechanisms.insert(ParentsOf(told.questionnaire).first);
    for (size_t i = 0; i < told.mentions.size(); ++i) {
      const Meeting& meeting = told.mentions[i];
      whole.mentions.push_back(meeting);
      auto& source = *event.add_sources();
      source.set_questionnaire(told.questionnaire);
      source.set_meeting_index(told.indexes[i]);
      *source.mutable_meeting() = meeting;
      if (meeting.title().size() > event.title().size())
        event.set_title(meeting.title());
      if (!meeting.city().empty()) cities.insert(meeting.city());
      if (!meeting.country_code().empty())
        countries.insert(meeting.country_code());
      if (Told::IsDay(meeting.date())) dates.insert(meeting.date().edtf());
      if (meeting.status() != 0) statuses.insert(meeting.status());
    }
  }
  const std::string& event_key = group[0].mentions[0].event_key();
  event.set_key(
      group[0].has_key
          ? absl::StrCat(group[0].questionnaire, "#", event_key)
          : absl::StrCat(group[0].questionnaire, "@", group[0].indexes[0]));
  event.set_count(1);
  for (const std::string& mechanism : mechanisms)
    event.add_mechanisms(mechanism);
  if (whole.date() != nullptr) *event.mutable_date() = *whole.date();
  event.set_city(whole.First(&Meeting::city));
  event.set_country_code(whole.First(&Meeting::country_code));
  if (statuses.count(registry_v1::MEETING_STATUS_PLANNED) != 0)
    event.set_status(registry_v1::MEETING_STATUS_PLANNED);
  if (statuses.count(registry_v1::MEETING_STATUS_HELD) != 0)
    event.set_status(registry_v1::MEETING_STATUS_HELD);

  bool dates_disagree = dates.size() > 1;
  for (const Meeting& a : whole.mentions)
    for (const Meeting& b : whole.mentions)
      if (!a.date().edtf().empty() && !b.date().edtf().empty() &&
          a.date().latest_day() < b.date().earliest_day())
        dates_disagree = true;
  if (dates_disagree) event.add_disagreements(reporting_v1::DISAGREEMENT_DATE);
  if (cities.size() > 1 || countries.size() > 1)
    event.add_disagreements(reporting_v1::DISAGREEMENT_PLACE);
  if (statuses.size() > 1)
    event.add_disagreements(reporting_v1::DISAGREEMENT_STATUS);
  return event;
}

}  // namespace

void ApplyTo(const registry_v1::Change& change, Records& records) {
  for (const auto& record : change.records()) {
    if (record.kind() == registry_v1::CHANGE_KIND_DELETED) {
      records.erase(record.name());
    } else {
      records[record.name()] = record.record();
    }
  }
}

reporting_v1::Coverage ExpectedCoverage(const Records& records,
                                        const std::string& round,
                                        const std::string& framework) {
  reporting_v1::Coverage coverage;
  coverage.set_round(round);
  coverage.set_framework(framework);
  coverage.set_framework_version(FindFramework(framework)->version());
  std::map<std::string, const Questionnaire*> by_mechanism;
  std::vector<const Questionnaire*> questionnaires;
  for (const Questionnaire* questionnaire : Counted(records)) {
    const auto [mechanism, own_round] = ParentsOf(questionnaire->name());
    if (own_round != round) continue;
    by_mechanism[mechanism] = questionnaire;
    questionnaires.push_back(questionnaire);
  }
  for (const FrameworkNode& node : FindFramework(framework)->nodes()) {
    const auto told = NodeOf(node, framework, questionnaires);
    coverage.set_claim_count(coverage.claim_count() + told.claim_count());
    if (told.claim_count() > 0) {
      *coverage.add_nodes() = told;
    } else {
      coverage.add_unclaimed_codes(node.code);
    }
  }
  for (const auto& [name, record] : records)
    if (record.has_mechanism())
      *coverage.add_mechanisms() =
          MechanismOf(record.mechanism(), by_mechanism[name],
                      records.at(round).round().form(), framework);
  return coverage;
}

reporting_v1::Calendar ExpectedCalendar(const Records& records) {
  std::vector<reporting_v1::CalendarEvent> events;
  std::map<std::string, Said> said;
  for (const auto& group : Groups(AllTold(records, said)))
    events.push_back(EventOf(group));
  const auto key = [](const reporting_v1::CalendarEvent& event) {
    return std::tuple(event.date().edtf().empty(), event.date().earliest_day(),
                      event.date().latest_day(), event.key());
  };
  std::sort(events.begin(), events.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  reporting_v1::Calendar calendar;
  for (auto& event : events) *calendar.add_events() = std::move(event);
  return calendar;
}

}  // namespace compendium::tests
