// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/finding_list.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/domain/resource_name.h"
#include "lib/findings/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using Decisions = google::protobuf::RepeatedPtrField<v1::Decision>;

FoundDoubt DoubtOf(const std::string& quote, const std::string& detail = "") {
  v1::FindingEvidence evidence;
  evidence.mutable_evidence()->set_quote(quote);
  return {"some-check", v1::FINDING_SEVERITY_NOTE,
          "Said so.",   "Ask.",
          {evidence},   detail};
}

std::vector<v1::Finding> FindingsOf(const std::vector<FoundDoubt>& doubts,
                                    const std::string& subject = "rounds/2016",
                                    const Decisions& decisions = {}) {
  FindingList list(subject, decisions);
  for (const FoundDoubt& doubt : doubts) list.Add(doubt);
  return list.Take();
}

TEST(FindingList, IdIsMadeFromCheckSubjectDetailAndWords) {
  const std::string id = FindingsOf({DoubtOf("abc")})[0].id();

  EXPECT_TRUE(MechanismName::FromId(id).ok()) << id;
  EXPECT_EQ(id.size(), std::string("some-check-").size() + 12);
  EXPECT_EQ(FindingsOf({DoubtOf("abc")})[0].id(), id);
  EXPECT_NE(FindingsOf({DoubtOf("abd")})[0].id(), id);
  EXPECT_NE(FindingsOf({DoubtOf("abc", "10.7")})[0].id(), id);
  EXPECT_NE(FindingsOf({DoubtOf("abc")}, "rounds/2017")[0].id(), id);
}

TEST(FindingList, MessageAndPlaceDoNotChangeTheId) {
  FoundDoubt moved = DoubtOf("abc");
  moved.message = "Worded anew.";
  moved.evidence[0].mutable_evidence()->set_begin_byte(7);

  EXPECT_EQ(FindingsOf({moved})[0].id(), FindingsOf({DoubtOf("abc")})[0].id());
}

TEST(FindingList, TwoThatAreAlikeHaveTwoIds) {
  const auto findings = FindingsOf({DoubtOf("abc"), DoubtOf("abc")});

  EXPECT_NE(findings[0].id(), findings[1].id());
}

TEST(FindingList, LatestDecisionIsAttached) {
  Decisions decisions;
  for (const v1::Verdict verdict :
       {v1::VERDICT_ACCEPTED, v1::VERDICT_DISMISSED}) {
    decisions.Add()->set_id(FindingsOf({DoubtOf("abc")})[0].id());
    decisions.rbegin()->set_verdict(verdict);
  }

  const auto findings =
      FindingsOf({DoubtOf("abc"), DoubtOf("other")}, "rounds/2016", decisions);

  EXPECT_EQ(findings[0].decision().verdict(), v1::VERDICT_DISMISSED);
  EXPECT_FALSE(findings[1].has_decision());
}

TEST(FindingList, LimitsHold) {
  FoundDoubt doubt = DoubtOf("abc");
  doubt.evidence.resize(kFindingEvidenceMax + 1);
  const auto findings =
      FindingsOf(std::vector<FoundDoubt>(kFindingsMax + 1, doubt));

  EXPECT_EQ(findings.size(), kFindingsMax);
  EXPECT_EQ(findings[0].evidence_size(), static_cast<int>(kFindingEvidenceMax));
}

TEST(InMessage, IsOneLineCutBeforeACharacter) {
  EXPECT_EQ(InMessage("a\nb"), "\"a b\"");
  const std::string cut =
      InMessage(std::string(kMessageQuoteBytesMax - 1, 'a') + "éé");
  EXPECT_EQ(cut, "\"" + std::string(kMessageQuoteBytesMax - 1, 'a') + "…\"");
}

}  // namespace
}  // namespace compendium
