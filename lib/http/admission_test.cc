// SPDX-License-Identifier: Apache-2.0
#include "lib/http/admission.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace compendium::http {
namespace {

using Verdict = Admission::Verdict;

class AdmissionTest : public testing::Test {
 protected:
  base::FakeClock clock_{absl::UnixEpoch()};
  Admission admission_{{.connections_max = 3,
                        .connections_per_address_max = 2,
                        .held_bytes_max = 100,
                        .requests_per_second = 10},
                       clock_};
};

TEST_F(AdmissionTest, ConnectionsAreCountedByAddressAndInAll) {
  EXPECT_EQ(admission_.Admit("a"), Verdict::kAdmitted);
  EXPECT_EQ(admission_.Admit("a"), Verdict::kAdmitted);
  EXPECT_EQ(admission_.Admit("a"), Verdict::kTooManyOfOneAddress);
  EXPECT_EQ(admission_.Admit("b"), Verdict::kAdmitted);
  EXPECT_EQ(admission_.Admit("b"), Verdict::kTooMany);
  EXPECT_EQ(admission_.connection_count(), 3);

  admission_.Release("a");

  EXPECT_EQ(admission_.Admit("b"), Verdict::kAdmitted);
}

TEST_F(AdmissionTest, BytesAreCountedByAddressAndInAll) {
  for (const std::string key : {"a", "b", "c"}) admission_.Admit(key);
  EXPECT_FALSE(admission_.Hold("a", 51));
  EXPECT_TRUE(admission_.Hold("a", 50));
  EXPECT_FALSE(admission_.Hold("a", 1));
  EXPECT_TRUE(admission_.Hold("b", 40));
  EXPECT_FALSE(admission_.Hold("c", 11));

  admission_.Drop("a", 50);

  EXPECT_TRUE(admission_.Hold("c", 50));
}

TEST_F(AdmissionTest, RequestsBeyondTheBurstWait) {
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(admission_.Ask("a"), absl::ZeroDuration()) << i;
  const absl::Duration wait = admission_.Ask("a");
  EXPECT_EQ(wait, absl::Milliseconds(100));
  EXPECT_EQ(admission_.Ask("b"), absl::ZeroDuration());

  clock_.Advance(wait);

  EXPECT_EQ(admission_.Ask("a"), absl::ZeroDuration());
  EXPECT_GT(admission_.Ask("a"), absl::ZeroDuration());
}

TEST_F(AdmissionTest, TheLongestSilentAddressIsForgotten) {
  for (int i = 0; i < 20; ++i) admission_.Ask("first");
  EXPECT_GT(admission_.Ask("first"), absl::ZeroDuration());

  for (size_t i = 0; i < kAddressesMax; ++i) admission_.Ask(absl::StrCat(i));

  EXPECT_EQ(admission_.Ask("first"), absl::ZeroDuration());
}

TEST(Admission, WithoutARateNobodyWaits) {
  base::FakeClock clock(absl::UnixEpoch());
  Admission admission({.requests_per_second = 0}, clock);
  for (int i = 0; i < 10'000; ++i)
    ASSERT_EQ(admission.Ask("a"), absl::ZeroDuration());
}

TEST(AdmissionKey, IsOfOneCustomer) {
  EXPECT_EQ(AdmissionKey("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(AdmissionKey("::ffff:192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(AdmissionKey("2001:db8::1"), AdmissionKey("2001:db8::2:3"));
  EXPECT_NE(AdmissionKey("2001:db8::1"), AdmissionKey("2001:db8:0:1::1"));
  EXPECT_EQ(AdmissionKey("fe80::1%eth0"), AdmissionKey("fe80::1"));
}

}  // namespace
}  // namespace compendium::http
