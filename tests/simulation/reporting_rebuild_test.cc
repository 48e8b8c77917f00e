// SPDX-License-Identifier: Apache-2.0
// The reporting worker's promise: whatever the order of changes and wherever it
// was stopped, its state is that of a rebuild from revision 1, byte for byte,
// and its answers are those of the records as they are at the end.
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "lib/diff/compare_cells.h"
#include "lib/domain/day_bound.h"
#include "lib/findings/find_findings.h"
#include "services/reporting/checkpoint/checkpoint_format.h"
#include "services/reporting/checkpoint/checkpointer.h"
#include "services/reporting/diff/cell_history.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/clash_answer.h"
#include "services/reporting/projection/completion_answer.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/projection/findings_answer.h"
#include "services/reporting/projection/participation_answer.h"
#include "services/reporting/projection/projects_answer.h"
#include "services/reporting/projection/publications_answer.h"
#include "services/reporting/subscription/fake_change_source.h"
#include "services/reporting/subscription/subscriber.h"
#include "services/reporting/testing/history.h"
#include "tests/simulation/clash_oracle.h"
#include "tests/simulation/completion_oracle.h"
#include "tests/simulation/findings_oracle.h"
#include "tests/simulation/participation_oracle.h"
#include "tests/simulation/reporting_oracle.h"

namespace compendium::tests {
namespace {

namespace reporting_v1 = compendium::reporting::v1;
using google::protobuf::util::MessageDifferencer;
using registry::v1::Change;
using registry::v1::RecordChange;
using reporting::Snapshot;
using reporting::SnapshotLink;

constexpr int kHistories = 20;
constexpr int kChanges = 150;
constexpr const char* kQuestions[] = {"1", "2C", "3A"};
constexpr const char* kAnsweredQuestions[] = {"1", "2C", "3A", "9Z"};
constexpr const char* kCodes[] = {"5", "8.7", "10", "10.7", "10.c", "17.18"};
// Often members, so that meetings clash; also in kSomeParticipants.
constexpr SomeParticipant kMembers[] = {
    {"Zambia", "ZMB", ""}, {"Georgia", "GEO", ""}, {"Turkey", "TUR", ""}};
// What checks find something in.
constexpr const char* kDoubtfulWords[] = {"", "", "; on 31 November 2016",
                                          "; two SDGs: 8.7, 10.7 and 16.2",
                                          "; see http://ports/atlas"};
constexpr const char* kRounds[] = {"2015", "2016", "2017"};

// What happens is drawn from here.
class Chance {
 public:
  explicit Chance(uint64_t seed) : random_(seed) {}
  int Below(int n) {
    return static_cast<int>(random_() % static_cast<uint64_t>(n));
  }
  bool OneIn(int n) { return Below(n) == 0; }
  template <class T, size_t n>
  const T& From(const T (&items)[n]) {
    return items[random_() % n];
  }
  std::mt19937_64& generator() { return random_; }

 private:
  std::mt19937_64 random_;
};

std::string SomeForm(Chance& chance) {
  std::string form;
  for (const char* id : kQuestions)
    absl::StrAppend(
        &form, "questions { id: '", id, "' title: 't", chance.Below(2),
        "' asks_for_claims: ", chance.OneIn(2) ? "true" : "false", " }");
  return form;
}

std::string SomeDate(Chance& chance) {
  const int month = chance.OneIn(4) ? 6 : 5;
  const int day = 1 + chance.Below(4);
  std::string edtf = absl::StrFormat("2016-%02d", month);
  std::string first = absl::StrCat(edtf, "-01");
  std::string last = absl::StrCat(edtf, month == 5 ? "-31" : "-30");
  if (chance.OneIn(5)) return "";
  if (chance.OneIn(8)) {  // over the end of a month
    edtf = "2016-05/2016-06";
    first = "2016-05-01";
    last = "2016-06-30";
  } else if (chance.OneIn(8)) {
    first = absl::StrFormat("2016-05-%02d", 30 + chance.Below(2));
    last = absl::StrFormat("2016-06-%02d", day);
    edtf = absl::StrCat(first, "/", last);
  } else if (chance.OneIn(2)) {
    const std::string own = absl::StrFormat("-%02d", day);
    const std::string next = absl::StrFormat("-%02d", day + 1);
    first = absl::StrCat(edtf, own);
    last = chance.OneIn(2) ? first : absl::StrCat(edtf, next);
    edtf = first == last ? first : absl::StrCat(first, "/", last);
  }
  return absl::StrCat("date { edtf: '", edtf, "' earliest_day: '", first,
                      "' latest_day: '", last, "' }");
}

// What people said of mentions: often the same few, so that links meet.
void AddSomeLinks(Chance& chance, registry::v1::Round& round) {
  for (int i = chance.Below(8); i > 0; --i) {
    auto& link = *round.add_event_links();
    link.set_kind(chance.OneIn(2) ? registry::v1::EVENT_LINK_KIND_JOIN
                                  : registry::v1::EVENT_LINK_KIND_SPLIT);
    link.set_reason(absl::StrCat("reason ", i));
    for (int j = 2 + chance.Below(2); j > 0; --j) {
      auto& mention = *link.add_mentions();
      mention.set_questionnaire(absl::StrCat(
          "mechanisms/m", chance.Below(3), "/questionnaires/",
          std::string(round.name()).substr(sizeof("rounds/") - 1)));
      mention.set_item_id(absl::StrCat("i", 1 + chance.Below(3)));
    }
  }
}

// Often the words of an answer, sometimes others or none.
std::string SomeEvidence(Chance& chance) {
  if (chance.OneIn(4)) return "";
  return absl::StrCat("evidence { question_id: '", chance.From(kQuestions),
                      "' begin_byte: ", chance.OneIn(6) ? 1 : 0,
                      " end_byte: ", chance.OneIn(6) ? 0 : 4,
                      " quote: 'text' }");
}

std::string SomeMeeting(Chance& chance) {
  std::string title;
  for (int i = 1 + chance.Below(3); i > 0; --i)
    absl::StrAppend(&title, std::string(chance.From(kTellingWords)), " ");
  absl::StrAppend(&title, std::string(chance.From(kCommonWords)));
  std::string text =
      absl::StrCat("meetings { title: '", title, "' ", SomeDate(chance));
  if (!chance.OneIn(4))
    absl::StrAppend(&text, " city: '", chance.OneIn(6) ? "Ndola" : "Lusaka",
                    "'");
  if (!chance.OneIn(8)) absl::StrAppend(&text, " country_code: 'ZMB'");
  if (chance.OneIn(3))
    absl::StrAppend(&text, " event_key: 'e", chance.Below(2), "'");
  if (chance.OneIn(2))
    absl::StrAppend(&text, " status: MEETING_STATUS_",
                    chance.OneIn(2) ? "HELD" : "PLANNED");
  return absl::StrCat(text, " ", SomeEvidence(chance), " }");
}

std::string SomeProject(Chance& chance, int number) {
  constexpr const char* kPeriods[] = {
      "", "period { as_written: '2014 to 2015' edtf: '2014/2015' }",
      "period { as_written: '2015-2018' edtf: '2015/2018' }",
      "period { as_written: 'June 2017 to May 2016' edtf: '2014/2015' }"};
  return absl::StrCat("projects { title: 'p", number, "' ",
                      chance.From(kPeriods), " ", SomeEvidence(chance), " }");
}

std::string SomeParticipantText(Chance& chance) {
  const SomeParticipant& some = chance.From(kSomeParticipants);
  return absl::StrCat("participants { as_written: '", some.as_written,
                      "' country_code: '", some.country_code,
                      "' kind: ", chance.Below(5), " role: ", chance.Below(4),
                      " origin: ", chance.Below(3), " }");
}

std::string SomeQuestionnaire(Chance& chance) {
  std::string text;
  for (const char* id : kAnsweredQuestions)
    if (!chance.OneIn(3))
      absl::StrAppend(&text, "answers { question_id: '", id,
                      "' state: ", 1 + chance.Below(6), " text: 'text",
                      chance.Below(3), chance.From(kDoubtfulWords),
                      "' state_origin: ", chance.Below(3), " }");
  if (chance.OneIn(3))
    absl::StrAppend(&text,
                    "answers { question_id: '2' state: ANSWER_STATE_BLANK } "
                    "source { size_bytes: 1 }");
  for (int i = chance.Below(6); i > 0; --i)
    absl::StrAppend(&text, SomeParticipantText(chance));
  for (int i = chance.Below(6); i > 0; --i)
    absl::StrAppend(&text, "claims { framework: '",
                    chance.OneIn(5) ? "gcm" : "sdg", "' code: '",
                    chance.From(kCodes),
                    "' strength: CLAIM_STRENGTH_EXPLICIT evidence { "
                    "question_id: '",
                    chance.From(kQuestions), "' quote: 'q", i, "' } }");
  for (int i = chance.Below(7); i > 0; --i) {
    absl::StrAppend(&text, SomeMeeting(chance));
    text.insert(text.size() - 1, absl::StrCat("id: 'i", i, "' "));
  }
  for (const SomeParticipant& member : kMembers)
    if (chance.OneIn(2))
      absl::StrAppend(&text, "participants { as_written: '", member.as_written,
                      "' country_code: '", member.country_code,
                      "' kind: PARTICIPANT_KIND_STATE role: "
                      "PARTICIPANT_ROLE_",
                      chance.OneIn(5) ? "OBSERVER" : "MEMBER", " }");
  for (int i = chance.Below(3); i > 0; --i)
    absl::StrAppend(&text, SomeProject(chance, i));
  for (int i = chance.Below(3); i > 0; --i)
    absl::StrAppend(&text, "publications { title: 'b", i, "' }");
  return text;
}

// Decides about some of the findings.
template <class Record>
void AddSomeDecisions(Chance& chance,
                      const std::vector<registry::v1::Finding>& findings,
                      Record& record) {
  for (const registry::v1::Finding& finding : findings) {
    if (!chance.OneIn(2)) continue;
    auto& decision = *record.add_decisions();
    decision.set_id(finding.id());
    decision.set_reason(absl::StrCat("reason ", chance.Below(3)));
  }
}

// Some write to some record; also such that the registry would refuse, because
// a projection must not depend on that.
RecordChange SomeRecord(Chance& chance, const Records& records) {
  const std::string mechanism = absl::StrCat("m", chance.Below(6));
  const std::string round = chance.From(kRounds);
  RecordChange change;
  switch (chance.Below(8)) {
    case 0:
      change = reporting::PutMechanism(mechanism,
                                       absl::StrCat("Name ", chance.Below(3)));
      break;
    case 1:
      change = reporting::PutRound(round, SomeForm(chance));
      AddSomeLinks(chance, *change.mutable_record()->mutable_round());
      if (chance.OneIn(2))
        change.mutable_record()->mutable_round()->set_due_day(
            chance.OneIn(2) ? "2016-05-20" : "2016-07-01");
      if (records.count(change.name()) != 0)
        AddSomeDecisions(chance, ExpectedFindings(records, change.name()),
                         *change.mutable_record()->mutable_round());
      break;
    default:
      change = reporting::PutQuestionnaire(mechanism, round,
                                           SomeQuestionnaire(chance));
      auto& questionnaire = *change.mutable_record()->mutable_questionnaire();
      FindingOptions options = {
          .round_year = 2016, .due_day = "2016-07-01", .form = {}};
      for (const char* id : kQuestions)
        options.form.add_questions()->set_id(id);
      AddSomeDecisions(chance, FindFindings(questionnaire, options),
                       questionnaire);
  }
  if (chance.OneIn(6)) return reporting::Deleted(std::move(change));
  return change;
}

// A history in which every mechanism and round exists at first.
std::vector<Change> SomeHistory(Chance& chance) {
  std::vector<RecordChange> first;
  for (int i = 0; i < 6; ++i)
    first.push_back(reporting::PutMechanism(absl::StrCat("m", i), "Name"));
  for (const char* round : kRounds) {
    first.push_back(reporting::PutRound(round, SomeForm(chance)));
    AddSomeLinks(chance, *first.back().mutable_record()->mutable_round());
  }
  std::vector<Change> history = {reporting::MakeChange(1, std::move(first))};
  Records now;
  ApplyTo(history.back(), now);
  for (int64_t revision = 2; revision <= kChanges; ++revision) {
    std::vector<RecordChange> records = {SomeRecord(chance, now)};
    while (chance.OneIn(5)) records.push_back(SomeRecord(chance, now));
    history.push_back(reporting::MakeChange(revision, std::move(records)));
    ApplyTo(history.back(), now);
  }
  return history;
}

SnapshotLink Next(const SnapshotLink& snapshot, const Change& change) {
  auto next = reporting::Advance(*snapshot, change, absl::UnixEpoch());
  EXPECT_TRUE(next.ok()) << next.status();
  return *next;
}

SnapshotLink Rebuild(const std::vector<Change>& history) {
  Snapshot first;
  first.store_id = "store";
  SnapshotLink last = std::make_shared<const Snapshot>(std::move(first));
  for (const Change& change : history) last = Next(last, change);
  return last;
}

std::string Encoded(const Snapshot& snapshot) {
  const auto bytes = reporting::EncodeCheckpoint(snapshot);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? *bytes : "";
}

SnapshotLink Restarted(const SnapshotLink& snapshot) {
  auto read = reporting::DecodeCheckpoint(Encoded(*snapshot));
  EXPECT_TRUE(read.ok()) << read.status();
  return std::make_shared<const Snapshot>(*std::move(read));
}

void ExpectSame(const google::protobuf::Message& got,
                const google::protobuf::Message& want) {
  std::string difference;
  MessageDifferencer differencer;
  differencer.ReportDifferencesToString(&difference);
  EXPECT_TRUE(differencer.Compare(want, got)) << difference;
}

// The oracle does not know why sources belong together.
template <class Answer>
Answer WithoutMatches(Answer answer) {
  for (auto& event : *answer.mutable_events())
    for (auto& source : *event.mutable_sources()) source.clear_match();
  return answer;
}

void ExpectListsOf(const Records& records,
                   const reporting::Projections& state) {
  const auto clashes = reporting::AnswerClashes(state.directory, state.calendar,
                                                state.participation, {});
  ASSERT_TRUE(clashes.ok()) << clashes.status();
  ExpectSame(WithoutMatches(*clashes), ExpectedClashes(records));
  const auto projects =
      reporting::AnswerProjects(state.directory, state.projects, {});
  ASSERT_TRUE(projects.ok()) << projects.status();
  ExpectSame(*projects, ExpectedProjects(records));
  const auto publications =
      reporting::AnswerPublications(state.directory, state.publications, {});
  ASSERT_TRUE(publications.ok()) << publications.status();
  ExpectSame(*publications, ExpectedPublications(records));
}

// Compares the completion of the round, of all mechanisms and of each.
void ExpectCompletionOf(const Records& records, const Snapshot& snapshot,
                        const std::string& round_id) {
  const auto& state = snapshot.projections;
  for (const std::string id : {"", "m0", "m1", "m2", "m3", "m4", "m5"}) {
    reporting::CompletionQuery query = {*RoundName::FromId(round_id),
                                        std::nullopt};
    const std::string round = absl::StrCat("rounds/", round_id);
    const std::string mechanism = id.empty() ? "" : "mechanisms/" + id;
    if (!id.empty()) query.mechanism = *MechanismName::FromId(id);

    const auto got =
        reporting::AnswerCompletion(state.directory, state.answers, query);

    ASSERT_EQ(got.ok(), records.count(round) != 0 &&
                            (id.empty() || records.count(mechanism) != 0));
    if (got.ok())
      ExpectSame(*got, ExpectedCompletion(records, round, mechanism));
  }
}

// Compares the participation for every filter.
void ExpectParticipationOf(const Records& records, const Snapshot& snapshot) {
  const auto& state = snapshot.projections;
  for (const std::string round : {"", "2015", "2016", "2017"}) {
    for (const std::string mechanism : {"", "m0", "m1"}) {
      for (const std::string country : {"", "SWZ", "KEN", "HKG"}) {
        for (const int role : {0, 2}) {
          ParticipationFilter filter;
          reporting::ParticipationQuery query;
          if (!round.empty()) {
            filter.round = "rounds/" + round;
            query.selection.round = *RoundName::FromId(round);
          }
          if (!mechanism.empty()) {
            filter.mechanism = "mechanisms/" + mechanism;
            query.selection.mechanism = *MechanismName::FromId(mechanism);
          }
          filter.country_code = country;
          if (!country.empty()) query.country = *CountryCode::Parse(country);
          query.role = filter.role =
              static_cast<registry::v1::ParticipantRole>(role);

          const auto got = reporting::AnswerParticipation(
              state.directory, state.participation, query);

          ASSERT_EQ(
              got.ok(),
              (round.empty() || records.count(filter.round) != 0) &&
                  (mechanism.empty() || records.count(filter.mechanism) != 0));
          if (got.ok())
            ExpectSame(*got, ExpectedParticipation(records, filter));
        }
      }
    }
  }
}

// Compares the findings of the round.
void ExpectFindingsOf(const Records& records, const Snapshot& snapshot,
                      const std::string& round_id) {
  const std::string round = absl::StrCat("rounds/", round_id);
  const auto got = reporting::AnswerFindings(snapshot.projections,
                                             {*RoundName::FromId(round_id)});
  ASSERT_EQ(got.ok(), records.count(round) != 0);
  if (!got.ok()) return;
  reporting_v1::Findings want;
  for (auto& finding : ExpectedFindings(records, round))
    *want.add_findings() = std::move(finding);
  reporting_v1::Findings found;
  *found.mutable_findings() = got->findings();
  ExpectSame(found, want);
}

// Compares every answer with the one made from the records.
void ExpectAnswersOf(const Records& records, const Snapshot& snapshot) {
  const auto& state = snapshot.projections;
  ExpectParticipationOf(records, snapshot);
  for (const char* round : kRounds) {
    ExpectCompletionOf(records, snapshot, round);
    ExpectFindingsOf(records, snapshot, round);
    for (const Framework& framework : AllFrameworks()) {
      const auto coverage = reporting::AnswerCoverage(
          state.directory, state.answers,
          {*RoundName::FromId(round), framework, std::nullopt});
      const std::string name = absl::StrCat("rounds/", round);
      ASSERT_EQ(coverage.ok(), records.count(name) != 0);
      if (coverage.ok())
        ExpectSame(*coverage, ExpectedCoverage(records, name, framework.id()));
    }
  }
  const auto calendar =
      reporting::AnswerCalendar(state.directory, state.calendar, {});
  ASSERT_TRUE(calendar.ok());
  ExpectSame(WithoutMatches(*calendar), ExpectedCalendar(records));
  ExpectListsOf(records, state);
}

// Whether a source of this round tells of the event; an empty id fits all.
bool IsTold(const reporting_v1::CalendarEvent& event,
            const std::string& round_id) {
  const std::string end = absl::StrCat("/questionnaires/", round_id);
  return round_id.empty() ||
         std::any_of(event.sources().begin(), event.sources().end(),
                     [&](const auto& source) {
                       return absl::EndsWith(source.questionnaire(), end);
                     });
}

// Whether the event may take place from then till then.
bool MayBeWithin(const reporting_v1::CalendarEvent& event, absl::CivilDay from,
                 absl::CivilDay to) {
  const auto& date = event.date();
  return !date.edtf().empty() && date.latest_day() >= IsoDay(from) &&
         date.earliest_day() <= IsoDay(to);
}

// Asks for some rounds and days and compares with what the whole has of them.
void ExpectParts(const reporting_v1::Calendar& whole,
                 const reporting::Projections& state, Chance& chance) {
  for (const std::string round : {"", "2015", "2016", "2017"}) {
    reporting::CalendarQuery query;
    if (!round.empty()) query.selection.round = *RoundName::FromId(round);
    const auto first = absl::CivilDay(2016, 4, 28) + chance.Below(50);
    const bool has_days = chance.OneIn(2);
    if (has_days) {
      query.days.from_day = first;
      query.days.to_day = first + chance.Below(4);
    }
    reporting_v1::Calendar want;
    for (const auto& event : whole.events())
      if (IsTold(event, round) &&
          (!has_days || MayBeWithin(event, first, *query.days.to_day)))
        *want.add_events() = event;

    const auto got =
        reporting::AnswerCalendar(state.directory, state.calendar, query);
    const bool exists =
        round.empty() || state.directory.rounds.Find(round) != nullptr;
    ASSERT_EQ(got.ok(), exists) << got.status();
    if (exists) ExpectSame(*got, want);
  }
}

class ReportingRebuild : public testing::Test {
 protected:
  ReportingRebuild() {
    int64_t seed = std::random_device()();
    const char* given = getenv("COMPENDIUM_SEED");
    EXPECT_TRUE(given == nullptr || absl::SimpleAtoi(given, &seed));
    seed_ = static_cast<uint64_t>(seed);
    std::cout << "COMPENDIUM_SEED=" << seed_ << "\n";
  }

  uint64_t seed_;
};

TEST_F(ReportingRebuild, RestartsAndReplaysGiveTheSameBytesAndAnswers) {
  for (uint64_t i = 0; i < kHistories; ++i) {
    SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed_ + i));
    Chance chance(seed_ + i);
    const std::vector<Change> history = SomeHistory(chance);
    Records records;
    SnapshotLink snapshot = Rebuild({});
    for (const Change& change : history) {
      snapshot = Next(snapshot, change);
      ApplyTo(change, records);
      if (chance.OneIn(20)) snapshot = Restarted(snapshot);
      if (chance.OneIn(40)) ExpectAnswersOf(records, *snapshot);
    }

    ExpectAnswersOf(records, *snapshot);
    EXPECT_EQ(Encoded(*snapshot), Encoded(*Rebuild(history)));
    if (HasFailure()) return;
  }
}

TEST_F(ReportingRebuild, SelectedAnswersArePartsOfTheWhole) {
  int joined_count = 0;    // events that several questionnaires tell of
  int linked_count = 0;    // sources that people joined
  int reasoned_count = 0;  // sources that are alike
  for (uint64_t i = 0; i < kHistories; ++i) {
    SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed_ + i));
    Chance chance(seed_ + i);
    const auto snapshot = Rebuild(SomeHistory(chance));
    const auto& state = snapshot->projections;
    const auto whole =
        reporting::AnswerCalendar(state.directory, state.calendar, {});
    ASSERT_TRUE(whole.ok());
    for (const auto& event : whole->events()) {
      if (event.sources(0).questionnaire() !=
          event.sources().rbegin()->questionnaire())
        ++joined_count;
      for (const auto& source : event.sources()) {
        const int confidence = source.match().confidence_percent();
        if (confidence == 100) ++linked_count;
        if (confidence % 100 > 0) ++reasoned_count;
      }
    }
    for (int j = 0; j < 20; ++j) ExpectParts(*whole, state, chance);
    if (HasFailure()) return;
  }
  EXPECT_GT(joined_count, kHistories);
  EXPECT_GT(linked_count, kHistories / 2);
  EXPECT_GT(reasoned_count, kHistories / 2);
}

// The comparisons above mean something: there is something of each sort.
TEST_F(ReportingRebuild, FindingsOfAllSortsAreCompared) {
  std::map<std::string, int> counts;
  std::map<std::string, int> decided_counts;
  for (uint64_t i = 0; i < kHistories; ++i) {
    Chance chance(seed_ + i);
    const auto snapshot = Rebuild(SomeHistory(chance));
    for (const char* round : kRounds) {
      const auto findings = reporting::AnswerFindings(
          snapshot->projections, {*RoundName::FromId(round)});
      if (!findings.ok()) continue;
      for (const auto& finding : findings->findings())
        ++(finding.has_decision() ? decided_counts : counts)[finding.check()];
    }
  }
  for (const char* check :
       {"impossible-date", "planned-past", "missing-question", "ended-project",
        "earlier-project", "reversed-period", "round-event-dates"}) {
    EXPECT_GT(counts[check], 0) << check;
  }
  for (const char* check :
       {"impossible-date", "planned-past", "missing-question"}) {
    EXPECT_GT(decided_counts[check], 0) << check;
  }
}

// The value without the title that stands before it where that changed.
std::string Untitled(const std::string& value,
                     const reporting_v1::ChangedCell& cell) {
  return std::string(
      absl::StripPrefix(value, absl::StrCat(cell.title(), "; ")));
}

// What cells are made of after so many changes.
reporting::DiffState StateAt(const std::vector<Change>& history,
                             size_t revision) {
  const std::vector<Change> until(
      history.begin(), history.begin() + static_cast<std::ptrdiff_t>(revision));
  reporting::DiffState state{.projections = Rebuild(until)->projections};
  for (const Change& change : until)
    for (const RecordChange& record : change.records())
      state.texts =
          Apply(std::move(state.texts), **reporting::ReadEffect(record));
  return state;
}

// A query of one round with all kinds, or of no round with those that need
// none; often narrowed further.
reporting::DiffQuery SomeQuery(Chance& chance) {
  reporting::DiffQuery query{.selection = {},
                             .framework = *FindFramework("sdg"),
                             .kinds = reporting::AggregateKinds()};
  if (chance.OneIn(3)) {
    std::erase_if(query.kinds, [](reporting_v1::DiffKind kind) {
      return kind == reporting_v1::DIFF_KIND_COVERAGE ||
             kind == reporting_v1::DIFF_KIND_COMPLETION;
    });
  } else {
    query.selection.round = *RoundName::FromId(chance.From(kRounds));
    query.kinds.push_back(reporting_v1::DIFF_KIND_ANSWERS);
  }
  if (chance.OneIn(2))
    query.selection.mechanism =
        *MechanismName::FromId(absl::StrCat("m", chance.Below(6)));
  if (chance.OneIn(4)) query.country = *CountryCode::Parse("ZMB");
  if (chance.OneIn(4)) query.days.from_day = absl::CivilDay(2016, 5, 2);
  if (chance.OneIn(4)) query.days.to_day = absl::CivilDay(2016, 5, 20);
  return query;
}

// Compares two revisions of the history, each cell of which must be explained
// up to what it says in the end; returns how many there are.
int ExpectExplained(const std::vector<Change>& history, size_t from, size_t to,
                    const reporting::DiffQuery& query) {
  const reporting::DiffState before = StateAt(history, from);
  reporting::CellHistory cells(
      before, query,
      CompareCells(*QueryCells(before, query),
                   *QueryCells(StateAt(history, to), query)));
  for (size_t i = from; i < to; ++i) EXPECT_TRUE(cells.Apply(history[i]).ok());
  int count = 0;
  for (const reporting_v1::ChangedCell& cell : cells.Take()) {
    ++count;
    EXPECT_GT(cell.revisions_size(), 0) << cell.ShortDebugString();
    int64_t last = static_cast<int64_t>(from);
    for (const auto& revision : cell.revisions()) {
      EXPECT_GT(revision.revision(), last);
      last = revision.revision();
    }
    if (cell.revisions().empty()) continue;
    // What is gone may have become part of another event.
    if (cell.new_value().empty() && reporting::IsOfEvents(cell.kind()))
      continue;
    EXPECT_EQ(Untitled(cell.revisions().rbegin()->value(), cell),
              Untitled(cell.new_value(), cell))
        << cell.ShortDebugString();
  }
  return count;
}

TEST_F(ReportingRebuild, EveryCellThatDiffersIsExplained) {
  int count = 0;
  for (uint64_t i = 0; i < kHistories / 2; ++i) {
    SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed_ + i));
    Chance chance(seed_ + i);
    const std::vector<Change> history = SomeHistory(chance);
    const auto from = static_cast<size_t>(1 + chance.Below(kChanges / 2));
    const auto to = from + static_cast<size_t>(chance.Below(kChanges / 2));
    for (int j = 0; j < 4; ++j)
      count += ExpectExplained(history, from, to, SomeQuery(chance));
    if (HasFailure()) return;
  }
  EXPECT_GT(count, kHistories);
}

TEST_F(ReportingRebuild, OrderOfIndependentChangesDoesNotMatter) {
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed_));
  Chance chance(seed_);
  Records records;
  for (const Change& change : SomeHistory(chance)) ApplyTo(change, records);
  std::vector<RecordChange> last;
  for (const auto& [name, record] : records) {
    last.emplace_back().set_name(name);
    *last.back().mutable_record() = record;
  }
  const std::string sha256 = Sha256Of(reporting::ProjectionsOf(last));

  for (int i = 0; i < kHistories; ++i) {
    std::shuffle(last.begin(), last.end(), chance.generator());
    ASSERT_EQ(Sha256Of(reporting::ProjectionsOf(last)), sha256);
  }
}

// One life of a worker: from the checkpoint until it has applied `revision`.
void Live(const std::string& path, reporting::FakeChangeSource& source,
          int64_t revision, bool graceful) {
  base::RealClock clock;
  base::FakeClock retry_clock(absl::UnixEpoch());  // retries take no time
  auto saved = reporting::LoadCheckpoint(path);
  ASSERT_TRUE(saved.ok()) << saved.status();
  const int64_t saved_revision = saved->revision;
  reporting::Publisher publisher(
      std::make_shared<const Snapshot>(*std::move(saved)), clock);
  reporting::Checkpointer checkpointer(
      {.path = path, .saved_revision = saved_revision}, publisher, clock);
  reporting::Subscriber subscriber(source, publisher, retry_clock, {});
  std::promise<void> reached;
  publisher.Start();
  publisher.Await(revision, absl::InfiniteFuture(),
                  [&](const auto&) { reached.set_value(); });
  subscriber.Start();
  reached.get_future().wait();
  subscriber.Stop();
  if (!graceful) return;
  ASSERT_TRUE(checkpointer.Save().ok());
}

TEST_F(ReportingRebuild, WorkerThatIsKilledAndCutOffEndsWithTheSameBytes) {
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed_));
  Chance chance(seed_);
  const std::vector<Change> history = SomeHistory(chance);
  const std::string path = testing::TempDir() + "/reporting_rebuild";
  std::filesystem::remove(path);

  for (int64_t revision = 10; revision <= kChanges; revision += 10) {
    reporting::FakeChangeSource source;
    for (int64_t i = 0; i < revision; ++i)
      source.Append(history[static_cast<size_t>(i)]);
    source.BreakAfter(chance.Below(12));
    Live(path, source, revision, revision == kChanges || chance.OneIn(2));
  }

  auto saved = reporting::LoadCheckpoint(path);
  ASSERT_TRUE(saved.ok()) << saved.status();
  EXPECT_EQ(Encoded(*saved), Encoded(*Rebuild(history)));
}

}  // namespace
}  // namespace compendium::tests
