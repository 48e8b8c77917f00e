// SPDX-License-Identifier: Apache-2.0
// The methods by which people decide, over gRPC: what they write, what history
// tells of it, what happens to two at once, and every error with its field.
#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "tests/support/registry_fixture.h"

namespace compendium::tests {
namespace {

namespace v1 = compendium::registry::v1;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr char kName[] = "mechanisms/midsa/questionnaires/2016";
constexpr char kBy[] = " author: 'a.diallo' reason: 'read the original'";

// With forced labour, which no claim names, and two unknown participants.
constexpr char kAnswers[] =
    "answers { question_id: '1' state: ANSWER_STATE_ANSWERED text: "
    "'A workshop on forced labour in Lima on 3 May 2016' } "
    "answers { question_id: '3A' state: ANSWER_STATE_ANSWERED text: "
    "'The project supports SDGs 5.2 and 10.7' } "
    "meetings { id: 'm-1-a' title: 'Workshop' origin: ORIGIN_EXTRACTED "
    "evidence { question_id: '1' begin_byte: 0 end_byte: 49 quote: "
    "'A workshop on forced labour in Lima on 3 May 2016' } } "
    "claims { id: 'c-3a-a' framework: 'sdg' code: '5.2' strength: "
    "CLAIM_STRENGTH_EXPLICIT origin: ORIGIN_EXTRACTED } "
    "claims { framework: 'sdg' code: '10.7' strength: "
    "CLAIM_STRENGTH_EXPLICIT origin: ORIGIN_EXTRACTED } "
    // Nobody has heard of them.
    "participants { as_written: 'Ruritanian League' origin: ORIGIN_EXTRACTED } "
    "participants { as_written: 'Freedonia' origin: ORIGIN_EXTRACTED }";

template <class Message>
Message FromText(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message))
      << text;
  return message;
}

class CurationMethods : public testing::Test {
 protected:
  using Stub = v1::RegistryService::Stub;

  void SetUp() override {
    ASSERT_TRUE(Call(&Stub::CreateMechanism,
                     absl::StrCat("mechanism_id: 'midsa' mechanism { "
                                  "display_name: 'M' }",
                                  kBy))
                    .ok());
    ASSERT_TRUE(Call(&Stub::CreateRound,
                     absl::StrCat("round_id: '2016' round { title: 'R' }", kBy))
                    .ok());
    ASSERT_TRUE(Call(&Stub::CreateQuestionnaire,
                     absl::StrCat("parent: 'mechanisms/midsa' "
                                  "questionnaire_id: '2016' questionnaire {",
                                  kAnswers, "}", kBy))
                    .ok());
  }

  template <class Request, class Response>
  absl::StatusOr<Response> Call(
      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                   Response*),
      const std::string& request) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::minutes(1));
    Response response;
    const grpc::Status status = (registry_.stub().*method)(
        &context, FromText<Request>(request), &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response;
  }

  auto Curate(const std::string& rest, const std::string& name = kName) {
    return Call(&Stub::CurateQuestionnaire,
                absl::StrCat("name: '", name, "' ", rest, kBy));
  }
  auto CurateRound(const std::string& rest) {
    return Call(&Stub::CurateRound,
                absl::StrCat("name: 'rounds/2016' ", rest, kBy));
  }
  v1::Questionnaire Stored() {
    return Call(&Stub::GetQuestionnaire, absl::StrCat("name: '", kName, "'"))
        ->questionnaire();
  }
  v1::ListFindingsResponse Findings(const std::string& rest) {
    const auto response = Call(&Stub::ListFindings, rest);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? *response : v1::ListFindingsResponse();
  }
  v1::ListSuggestionsResponse Suggestions(const std::string& rest) {
    const auto response = Call(&Stub::ListSuggestions, rest);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? *response : v1::ListSuggestionsResponse();
  }
  static std::string OfQuestionnaire() {
    return absl::StrCat("parent: '", kName, "'");
  }

  RegistryFixture registry_;
};

TEST_F(CurationMethods, EveryStepIsSeenInTheRecordAndInHistory) {
  const std::string tenth = Stored().claims(1).id();

  const auto answer = Curate(absl::StrCat(
      "steps { put { item_id: 'c-3a-a' claim { framework: 'sdg' code: '5.3' "
      "strength: CLAIM_STRENGTH_IMPLICIT } } } steps { reject { item_id: '",
      tenth,
      "' reason: 'a slip' } } steps { put { meeting { title: 'Dinner' date { "
      "edtf: '2016-05-03' } evidence { question_id: '1' quote: 'in Lima' } } } "
      "} steps { set_answer_state { question_id: '3A' state: "
      "ANSWER_STATE_CROSS_REFERENCE } }"));

  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(answer->revision(), 4);
  const v1::Questionnaire stored = Stored();
  ASSERT_EQ(stored.claims_size(), 1);
  EXPECT_EQ(stored.claims(0).id(), "c-3a-a");
  EXPECT_EQ(stored.claims(0).code(), "5.3");
  EXPECT_EQ(stored.claims(0).origin(), v1::ORIGIN_CURATED);
  ASSERT_EQ(stored.meetings_size(), 2);
  EXPECT_EQ(stored.meetings(1).evidence().begin_byte(), 28);
  EXPECT_EQ(stored.meetings(1).date().earliest_day(), "2016-05-03");
  EXPECT_EQ(stored.answers(1).state(), v1::ANSWER_STATE_CROSS_REFERENCE);
  ASSERT_EQ(stored.rejections_size(), 1);
  EXPECT_EQ(stored.rejections(0).reason(), "a slip");
  EXPECT_EQ(stored.rejections(0).author(), "a.diallo");
  const auto history =
      Call(&Stub::ListRevisions, absl::StrCat("name: '", kName, "'"));
  ASSERT_EQ(history->revisions_size(), 2);
  EXPECT_EQ(history->revisions(0).author(), "a.diallo");
  EXPECT_EQ(history->revisions(0).reason(), "read the original");
  EXPECT_GT(history->revisions(0).version().update_time().seconds(), 0);
}

TEST_F(CurationMethods, ItemsWithoutIdGetOneWhenTheyAreWritten) {
  const v1::Questionnaire stored = Stored();

  EXPECT_EQ(stored.claims(0).id(), "c-3a-a");
  EXPECT_EQ(stored.claims(1).id().substr(0, 4), "c-0-");
  EXPECT_THAT(
      FieldPathsOf(Call(&Stub::UpdateQuestionnaire,
                        absl::StrCat("questionnaire { name: '", kName,
                                     "' claims { id: 'x' framework: 'sdg' "
                                     "code: '1' strength: "
                                     "CLAIM_STRENGTH_EXPLICIT origin: "
                                     "ORIGIN_CURATED } projects { id: 'x' "
                                     "origin: ORIGIN_CURATED } }",
                                     kBy))
                       .status()),
      ElementsAre("questionnaire.projects[0].id"));
}

TEST_F(CurationMethods, OfTwoWithTheSameEtagOneIsAborted) {
  constexpr int kPeople = 8;
  const std::string etag = Stored().etag();
  std::vector<absl::Status> statuses(kPeople);

  std::vector<std::thread> people;
  for (int i = 0; i < kPeople; ++i)
    people.emplace_back([&, i] {
      statuses[static_cast<size_t>(i)] =
          Curate(absl::StrCat("etag: '", etag,
                              "' steps { put { focus_area { as_written: 'P", i,
                              "' } } }"))
              .status();
    });
  for (std::thread& person : people) person.join();

  int done = 0;
  for (const absl::Status& status : statuses) {
    if (status.ok())
      ++done;
    else
      EXPECT_TRUE(absl::IsAborted(status)) << status;
  }
  EXPECT_EQ(done, 1);
  EXPECT_EQ(Stored().focus_areas_size(), 1);
}

TEST_F(CurationMethods, WithoutEtagNobodysDecisionIsLost) {
  constexpr int kPeople = 16;

  std::vector<std::thread> people;
  for (int i = 0; i < kPeople; ++i)
    people.emplace_back([&, i] {
      const auto answer = Curate(absl::StrCat(
          "steps { put { focus_area { as_written: 'P", i, "' } } }"));
      EXPECT_TRUE(answer.ok()) << answer.status();
    });
  for (std::thread& person : people) person.join();

  EXPECT_EQ(Stored().focus_areas_size(), kPeople);
}

TEST_F(CurationMethods, RepeatedRequestIsMadeOnce) {
  const std::string request =
      "request_id: '00000000-0000-4000-8000-000000000001' "
      "steps { put { focus_area { as_written: 'Piers' } } }";

  const auto first = Curate(request);
  const auto again = Curate(request);

  ASSERT_TRUE(first.ok() && again.ok()) << again.status();
  EXPECT_EQ(first->SerializeAsString(), again->SerializeAsString());
  EXPECT_EQ(Stored().focus_areas_size(), 1);
}

TEST_F(CurationMethods, ErrorsNameTheFieldOfTheirStep) {
  EXPECT_THAT(FieldPathsOf(Curate("steps { reject { item_id: 'm-1-a' } } "
                                  "steps { reject { item_id: 'm-1-a' } }")
                               .status()),
              ElementsAre("steps[1].reject.item_id"));
  EXPECT_THAT(FieldPathsOf(Curate("steps { put { claim { framework: 'sdg' "
                                  "code: '10.99' strength: "
                                  "CLAIM_STRENGTH_EXPLICIT } } }")
                               .status()),
              ElementsAre("steps[0].put.claim.code"));
  EXPECT_THAT(
      FieldPathsOf(Curate("steps { put { claim { framework: 'sdg' } } "
                          "}")
                       .status()),
      ElementsAre("steps[0].put.claim.code", "steps[0].put.claim.strength"));
  EXPECT_THAT(FieldPathsOf(Curate("").status()), ElementsAre("steps"));
  EXPECT_THAT(FieldPathsOf(Curate("steps {}").status()),
              ElementsAre("steps[0].step"));
  EXPECT_THAT(FieldPathsOf(Curate("etag: 'x' steps {}").status()),
              ElementsAre("etag"));
  std::string many;
  for (int i = 0; i < 101; ++i) many += "steps {} ";
  EXPECT_THAT(FieldPathsOf(Curate(many).status()), ElementsAre("steps"));
  EXPECT_TRUE(absl::IsNotFound(Curate("steps { reopen { id: 'x' } }",
                                      "mechanisms/none/questionnaires/2016")
                                   .status()));
  EXPECT_EQ(registry_.store().LastRevision(), 3);
}

TEST_F(CurationMethods, FindingsAreListedUntilTheyAreDecided) {
  const v1::ListFindingsResponse open = Findings(OfQuestionnaire());
  ASSERT_GT(open.findings_size(), 0);
  EXPECT_EQ(open.revision(), 3);
  const v1::Finding& finding = open.findings(0);
  EXPECT_EQ(finding.subject(), kName);

  const auto decided = Curate(
      absl::StrCat("steps { decide { id: '", finding.id(),
                   "' verdict: VERDICT_ACCEPTED reason: 'they told us' } }"));

  ASSERT_TRUE(decided.ok()) << decided.status();
  EXPECT_EQ(Findings(OfQuestionnaire()).findings_size(),
            open.findings_size() - 1);
  const v1::ListFindingsResponse all =
      Findings(OfQuestionnaire() + " show_decided: true");
  EXPECT_EQ(all.findings_size(), open.findings_size());
  EXPECT_EQ(all.findings(0).decision().reason(), "they told us");
  EXPECT_EQ(all.findings(0).decision().author(), "a.diallo");
  // As it was before.
  EXPECT_EQ(Findings(OfQuestionnaire() + " read_revision: 3").findings_size(),
            open.findings_size());
  ASSERT_TRUE(
      Curate(absl::StrCat("steps { reopen { id: '", finding.id(), "' } }"))
          .ok());
  EXPECT_EQ(Findings(OfQuestionnaire()).findings_size(), open.findings_size());
}

TEST_F(CurationMethods, FindingsOfARoundArePagedAtOneRevision) {
  const v1::ListFindingsResponse all = Findings("parent: 'rounds/2016'");
  ASSERT_GT(all.findings_size(), 1);

  v1::ListFindingsResponse pages;
  std::string token;
  do {
    const v1::ListFindingsResponse page = Findings(absl::StrCat(
        "parent: 'rounds/2016' page_size: 1 page_token: '", token, "'"));
    ASSERT_EQ(page.findings_size(), 1);
    EXPECT_EQ(page.revision(), 3);
    token = page.next_page_token();
    pages.MergeFrom(page);
    // Another revision in between changes nothing.
    ASSERT_TRUE(Curate(absl::StrCat("steps { put { focus_area { as_written: "
                                    "'P",
                                    pages.findings_size(), "' } } }"))
                    .ok());
  } while (!token.empty());

  ASSERT_EQ(pages.findings_size(), all.findings_size());
  for (int i = 0; i < all.findings_size(); ++i)
    EXPECT_EQ(pages.findings(i).id(), all.findings(i).id());
}

TEST_F(CurationMethods, AcceptedSuggestionIsAClaimOfAPerson) {
  const v1::ListSuggestionsResponse open = Suggestions(OfQuestionnaire());
  ASSERT_GT(open.suggestions_size(), 0);
  const v1::Suggestion& suggestion = open.suggestions(0);

  const auto answer =
      Curate(absl::StrCat("steps { decide { id: '", suggestion.id(),
                          "' verdict: VERDICT_ACCEPTED } }"));

  ASSERT_TRUE(answer.ok()) << answer.status();
  const v1::Questionnaire stored = Stored();
  ASSERT_EQ(stored.claims_size(), 3);
  const v1::Claim& claim = stored.claims(0);
  EXPECT_EQ(claim.code(), suggestion.code());
  EXPECT_EQ(claim.origin(), v1::ORIGIN_CURATED);
  EXPECT_EQ(claim.strength(), v1::CLAIM_STRENGTH_IMPLICIT);
  EXPECT_EQ(claim.evidence().quote(), suggestion.evidence().quote());
  ASSERT_EQ(stored.decisions_size(), 1);
  EXPECT_EQ(stored.decisions(0).reason(), "read the original");
  const v1::ListSuggestionsResponse after = Suggestions(OfQuestionnaire());
  for (const v1::Suggestion& left : after.suggestions())
    EXPECT_NE(left.code(), suggestion.code());
}

TEST_F(CurationMethods, DismissedSuggestionIsNotListedAgain) {
  const v1::ListSuggestionsResponse open = Suggestions(OfQuestionnaire());
  ASSERT_GT(open.suggestions_size(), 0);
  const std::string id = open.suggestions(0).id();

  ASSERT_TRUE(Curate(absl::StrCat("steps { decide { id: '", id,
                                  "' verdict: VERDICT_DISMISSED } }"))
                  .ok());

  EXPECT_EQ(Suggestions("parent: 'rounds/2016'").suggestions_size(),
            open.suggestions_size() - 1);
  EXPECT_EQ(Stored().claims_size(), 2);
  EXPECT_EQ(Suggestions("parent: 'rounds/2016' show_decided: true")
                .suggestions_size(),
            open.suggestions_size());
}

TEST_F(CurationMethods, DecisionsWantWhatIsThere) {
  EXPECT_THAT(FieldPathsOf(Curate("steps { decide { id: 'f-none' verdict: "
                                  "VERDICT_ACCEPTED } }")
                               .status()),
              ElementsAre("steps[0].decide.id"));
  const std::string finding = Findings(OfQuestionnaire()).findings(0).id();
  EXPECT_THAT(
      FieldPathsOf(Curate(absl::StrCat("steps { decide { id: '", finding,
                                       "' verdict: VERDICT_ACCEPTED strength: "
                                       "CLAIM_STRENGTH_EXPLICIT } }"))
                       .status()),
      ElementsAre("steps[0].decide.strength"));
  EXPECT_THAT(
      FieldPathsOf(
          Call(&Stub::ListFindings, "parent: 'mechanisms/midsa'").status()),
      ElementsAre("parent"));
  EXPECT_TRUE(absl::IsNotFound(
      Call(&Stub::ListFindings, "parent: 'rounds/2017'").status()));
  EXPECT_TRUE(absl::IsNotFound(
      Call(&Stub::ListSuggestions, "parent: 'rounds/2017'").status()));
  EXPECT_TRUE(absl::IsOutOfRange(
      Call(&Stub::ListSuggestions, "parent: 'rounds/2016' read_revision: 9")
          .status()));
  EXPECT_THAT(FieldPathsOf(Call(&Stub::ListFindings,
                                "parent: 'rounds/2016' page_token: 'x'")
                               .status()),
              ElementsAre("page_token"));
}

TEST_F(CurationMethods, MentionsOfARoundAreJoinedAndParted) {
  ASSERT_TRUE(Curate("steps { put { meeting { title: 'Dinner' } } }").ok());
  const v1::Questionnaire stored = Stored();
  std::string mentions;
  for (const v1::Meeting& meeting : stored.meetings())
    absl::StrAppend(&mentions, "mentions { questionnaire: '", kName,
                    "' item_id: '", meeting.id(), "' } ");

  const auto join = CurateRound(
      "steps { add_event_link { kind: EVENT_LINK_KIND_JOIN reason: 'one' " +
      mentions + "} }");
  const auto split = CurateRound(
      "steps { add_event_link { kind: EVENT_LINK_KIND_SPLIT reason: 'two' " +
      mentions + "} }");

  ASSERT_TRUE(join.ok()) << join.status();
  ASSERT_TRUE(split.ok()) << split.status();
  const v1::Round round = Call(&Stub::GetRound, "name: 'rounds/2016'")->round();
  ASSERT_EQ(round.event_links_size(), 1);
  EXPECT_EQ(round.event_links(0).kind(), v1::EVENT_LINK_KIND_SPLIT);
  EXPECT_EQ(round.event_links(0).author(), "a.diallo");
  ASSERT_TRUE(CurateRound("steps { remove_event_link { kind: "
                          "EVENT_LINK_KIND_SPLIT " +
                          mentions + "} }")
                  .ok());
  EXPECT_THAT(
      FieldPathsOf(
          CurateRound(absl::StrCat("steps { add_event_link { kind: "
                                   "EVENT_LINK_KIND_JOIN reason: 'x' mentions "
                                   "{ questionnaire: '",
                                   kName, "' item_id: 'm-none' } ", mentions,
                                   "} }"))
              .status()),
      ElementsAre("steps[0].add_event_link.mentions[0].item_id"));
}

TEST_F(CurationMethods, TextIsAnalyzedWithoutARecord) {
  const auto analysis = Call(
      &Stub::AnalyzeText,
      "question_id: '3A' round: 'rounds/1999' mechanism_title: 'M (MM)' text: "
      "'In support of SDG target 8.7; a forum was held in Lima on 3 May.'");

  ASSERT_TRUE(analysis.ok()) << analysis.status();
  EXPECT_EQ(analysis->state(), v1::ANSWER_STATE_ANSWERED);
  ASSERT_EQ(analysis->claims_size(), 1);
  EXPECT_EQ(analysis->claims(0).code(), "8.7");
  EXPECT_FALSE(analysis->claims(0).id().empty());
  ASSERT_EQ(analysis->meetings_size(), 1);
  EXPECT_EQ(analysis->meetings(0).date().edtf(), "1999-05-03");
  EXPECT_EQ(registry_.store().LastRevision(), 3);
}

TEST_F(CurationMethods, AnalysisSaysWhatItLacks) {
  EXPECT_THAT(
      FieldPathsOf(Call(&Stub::AnalyzeText, "question_id: '3A'").status()),
      ElementsAre("year"));
  EXPECT_THAT(FieldPathsOf(Call(&Stub::AnalyzeText,
                                "question_id: '3A' round: 'rounds/spring'")
                               .status()),
              ElementsAre("round"));
  EXPECT_THAT(
      FieldPathsOf(Call(&Stub::AnalyzeText, "round_year: 16 question_id: '3A'")
                       .status()),
      ElementsAre("round_year"));
  EXPECT_THAT(
      FieldPathsOf(Call(&Stub::AnalyzeText,
                        absl::StrCat("question_id: '3A' round_year: 2016 "
                                     "text: '",
                                     std::string(262145, 'a'), "'"))
                       .status()),
      ElementsAre("text"));
}

TEST_F(CurationMethods, TheLongestTextIsAnalyzedOrRefused) {
  std::string text;
  while (text.size() < 262000) text += "Forum in Lima on 3 May 2016. ";

  const auto analysis =
      Call(&Stub::AnalyzeText, absl::StrCat("question_id: '2' round_year: "
                                            "2016 text: '",
                                            text, "'"));

  EXPECT_TRUE(analysis.ok() ||
              ReasonOf(analysis.status()) == "ANALYSIS_TOO_LARGE")
      << analysis.status();
}

}  // namespace
}  // namespace compendium::tests
