// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/joined_events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

registry::v1::RecordChange Told(absl::string_view mechanism,
                                absl::string_view meetings) {
  return PutQuestionnaire(mechanism, "2016", meetings);
}

// The round with one link between mentions such as "midsa:m1".
registry::v1::RecordChange Linked(registry::v1::EventLinkKind kind,
                                  const std::vector<std::string>& mentions) {
  registry::v1::RecordChange change = PutRound("2016", "");
  auto& link = *change.mutable_record()->mutable_round()->add_event_links();
  link.set_kind(kind);
  link.set_reason("the secretariat said so");
  for (const std::string& mention : mentions) {
    const size_t colon = mention.find(':');
    auto& reference = *link.add_mentions();
    reference.set_questionnaire(absl::StrCat(
        "mechanisms/", mention.substr(0, colon), "/questionnaires/2016"));
    reference.set_item_id(mention.substr(colon + 1));
  }
  return change;
}

constexpr char kForum[] = R"pb(
  meetings {
    id: "m1"
    title: "Regional forum on borders and trade"
    date { edtf: "2016-05-04" }
    city: "Lusaka"
    country_code: "ZMB"
  })pb";
constexpr char kOtherName[] = R"pb(
  meetings {
    id: "m1"
    title: "Lusaka talks"
    date { edtf: "2016-06" }
    country_code: "ZWE"
  }
  meetings { id: "m2" title: "Undated talks" })pb";

std::vector<registry::v1::RecordChange> Records(
    registry::v1::RecordChange round) {
  return {PutMechanism("comesa-rcp", "COMESA"),
          PutMechanism("midsa", "MIDSA"),
          PutMechanism("midwa", "MIDWA"),
          std::move(round),
          Told("comesa-rcp", kForum),
          Told("midsa", kOtherName),
          Told("midwa", kForum)};
}

// The events of the calendar as their mechanisms' ids.
std::vector<std::string> Events(const Projections& state,
                                const CalendarQuery& query = {}) {
  const auto calendar = AnswerCalendar(state.directory, state.calendar, query);
  CHECK(calendar.ok());
  std::vector<std::string> events;
  for (const auto& event : calendar->events()) {
    std::string text;
    for (const auto& source : event.sources())
      absl::StrAppend(&text, text.empty() ? "" : " ",
                      source.questionnaire().substr(11, 5), ":",
                      source.meeting().id());
    events.push_back(text);
  }
  return events;
}

TEST(JoinedEvents, PeopleJoinWhatHasNeitherCountryNorDaysInCommon) {
  const Projections state =
      ProjectionsOf(Records(Linked(registry::v1::EVENT_LINK_KIND_JOIN,
                                   {"comesa-rcp:m1", "midsa:m1", "midsa:m2"})));

  EXPECT_THAT(Events(state),
              ElementsAre("comes:m1 midsa:m1 midsa:m2 midwa:m1"));
}

TEST(JoinedEvents, PeopleSplitWhatIsAlike) {
  const auto joined = ProjectionsOf(Records(PutRound("2016", "")));
  const auto split = ProjectionsOf(Records(Linked(
      registry::v1::EVENT_LINK_KIND_SPLIT, {"comesa-rcp:m1", "midwa:m1"})));

  EXPECT_THAT(Events(joined), UnorderedElementsAre("comes:m1 midwa:m1",
                                                   "midsa:m1", "midsa:m2"));
  EXPECT_THAT(Events(split), UnorderedElementsAre("comes:m1", "midwa:m1",
                                                  "midsa:m1", "midsa:m2"));
}

TEST(JoinedEvents, ASelectionShowsTheWholeEvent) {
  const Projections state = ProjectionsOf(Records(Linked(
      registry::v1::EVENT_LINK_KIND_JOIN, {"comesa-rcp:m1", "midsa:m2"})));
  CalendarQuery query;
  query.selection.mechanism = *MechanismName::FromId("midsa");

  EXPECT_THAT(Events(state, query),
              UnorderedElementsAre("comes:m1 midsa:m2 midwa:m1", "midsa:m1"));
}

TEST(JoinedEvents, TheOrderOfRoundAndQuestionnairesDoesNotMatter) {
  auto records = Records(Linked(registry::v1::EVENT_LINK_KIND_JOIN,
                                {"comesa-rcp:m1", "midsa:m1"}));
  const std::string sha256 = Sha256Of(ProjectionsOf(records));
  const auto events = Events(ProjectionsOf(records));
  std::swap(records[3], records[6]);

  EXPECT_EQ(Sha256Of(ProjectionsOf(records)), sha256);
  EXPECT_EQ(Events(ProjectionsOf(records)), events);
}

TEST(JoinedEvents, WithoutItsLinksTheRoundIsAsBefore) {
  auto records = Records(Linked(registry::v1::EVENT_LINK_KIND_JOIN,
                                {"comesa-rcp:m1", "midsa:m1"}));
  records.push_back(PutRound("2016", ""));

  EXPECT_EQ(Events(ProjectionsOf(records)),
            Events(ProjectionsOf(Records(PutRound("2016", "")))));
}

}  // namespace
}  // namespace compendium::reporting
