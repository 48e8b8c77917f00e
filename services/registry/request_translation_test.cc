// SPDX-License-Identifier: Apache-2.0
#include "services/registry/request_translation.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;

template <class Request>
Request FromText(const std::string& text) {
  Request request;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request));
  return request;
}

TEST(NewName, IsPutTogetherFromIds) {
  EXPECT_EQ(
      NewName(FromText<v1::CreateMechanismRequest>("mechanism_id: 'midsa'")),
      "mechanisms/midsa");
  EXPECT_EQ(NewName(FromText<v1::CreateRoundRequest>("round_id: '2016'")),
            "rounds/2016");
  EXPECT_EQ(NewName(FromText<v1::CreateQuestionnaireRequest>(
                "parent: 'mechanisms/midsa' questionnaire_id: '2016'")),
            "mechanisms/midsa/questionnaires/2016");
}

TEST(ContextOf, FingerprintsOnlyWhatCanBeRepeated) {
  auto once = FromText<v1::DeleteRoundRequest>(
      "name: 'rounds/2016' author: 'a' reason: 'b'");
  auto repeatable = once;
  repeatable.set_request_id("00000000-0000-4000-8000-000000000001");

  EXPECT_EQ(ContextOf(once).author, "a");
  EXPECT_EQ(ContextOf(once).reason, "b");
  EXPECT_EQ(ContextOf(once).request_fingerprint, "");
  EXPECT_EQ(ContextOf(repeatable).request_fingerprint.size(), 32u);
}

TEST(ContextOf, TakesBothLetterCasesOfAnIdForOne) {
  auto lower = FromText<v1::DeleteRoundRequest>(
      "name: 'rounds/2016' request_id: '00000000-0000-4000-8000-00000000abcd'");
  auto upper = FromText<v1::DeleteRoundRequest>(
      "name: 'rounds/2016' request_id: '00000000-0000-4000-8000-00000000ABCD'");

  const WriteContext expected = ContextOf(lower);
  const WriteContext context = ContextOf(upper);

  EXPECT_EQ(context.request_id, "00000000-0000-4000-8000-00000000abcd");
  EXPECT_EQ(context.request_id, expected.request_id);
  EXPECT_EQ(context.request_fingerprint, expected.request_fingerprint);
}

TEST(RequestFingerprint, TellsMethodsAndContentsApart) {
  const std::string text = "name: 'rounds/2016' author: 'a' reason: 'b'";
  const auto deletion = FromText<v1::DeleteRoundRequest>(text);
  const auto undeletion = FromText<v1::UndeleteRoundRequest>(text);
  auto other = deletion;
  other.set_reason("c");

  EXPECT_EQ(RequestFingerprint(deletion),
            RequestFingerprint(FromText<v1::DeleteRoundRequest>(text)));
  EXPECT_NE(RequestFingerprint(deletion), RequestFingerprint(undeletion));
  EXPECT_NE(RequestFingerprint(deletion), RequestFingerprint(other));
}

TEST(CallOf, KeepsWhatAListIsAskedFor) {
  const ListCall call = CallOf(FromText<v1::ListQuestionnairesRequest>(
      "parent: 'mechanisms/-' round: 'rounds/2016' page_size: 3 "
      "show_deleted: true read_revision: 4"));

  EXPECT_EQ(call.kind, RecordKind::kQuestionnaire);
  EXPECT_EQ(call.parent, "mechanisms/-");
  EXPECT_EQ(call.round, "rounds/2016");
  EXPECT_EQ(call.page_size, 3);
  EXPECT_TRUE(call.show_deleted);
  EXPECT_EQ(call.read_revision, 4);
}

TEST(CallOf, KeepsWhatAWatchIsAskedFor) {
  const std::string hash(32, 'h');
  const WatchCall changes = *CallOf(FromText<v1::WatchRequest>(absl::StrCat(
      "after_revision: 7 name_prefixes: 'rounds/' consumer: 'reporting' "
      "progress_interval { seconds: 1 nanos: 500000000 } after_hash: '",
      hash, "'")));
  const WatchCall snapshot = *CallOf(FromText<v1::WatchRequest>("snapshot {}"));

  EXPECT_EQ(changes.after_revision, 7);
  EXPECT_EQ(changes.after_hash, hash);
  EXPECT_THAT(changes.name_prefixes, ElementsAre("rounds/"));
  EXPECT_EQ(changes.consumer, "reporting");
  EXPECT_EQ(changes.progress_interval, absl::Milliseconds(1500));
  EXPECT_EQ(snapshot.after_revision, std::nullopt);
  EXPECT_EQ(snapshot.progress_interval, kProgressIntervalDefault);
}

TEST(CallOf, RefusesAWatchThatDoesNotSayWhereToBegin) {
  const auto paths = [](const std::string& request) {
    return FieldPathsOf(CallOf(FromText<v1::WatchRequest>(request)).status());
  };

  EXPECT_THAT(paths(""), ElementsAre("start"));
  EXPECT_THAT(paths("after_revision: 7 after_hash: 'short'"),
              ElementsAre("after_hash"));
  EXPECT_THAT(paths("snapshot {} after_hash: 'any'"),
              ElementsAre("after_hash"));
}

TEST(PageTokens, LeadFromOnePageToTheNextOfTheSameListing) {
  auto request = FromText<v1::ListRoundsRequest>("page_size: 1");
  EXPECT_EQ(NextToken(request, 5, ""), "");
  EXPECT_EQ(TokenOf(request)->after, "");

  request.set_page_token(NextToken(request, 5, "rounds/2016"));
  request.set_page_size(2);
  EXPECT_EQ(TokenOf(request)->after, "rounds/2016");
  EXPECT_EQ(TokenOf(request)->revision, 5);

  request.set_show_deleted(true);
  EXPECT_FALSE(TokenOf(request).ok());
}

}  // namespace
}  // namespace compendium::registry
