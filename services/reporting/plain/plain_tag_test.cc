// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_tag.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "absl/strings/match.h"

namespace compendium::reporting {
namespace {

TEST(PlainTag, DiffersWithWhateverAnAnswerDependsOn) {
  const StateId state{29, "store", "hash"};
  std::set<std::string> tags = {TagOf(state, "1", "a")};
  EXPECT_TRUE(absl::StartsWith(*tags.begin(), "\"29-"));

  tags.insert(TagOf({30, "store", "hash"}, "1", "a"));
  tags.insert(TagOf({29, "other", "hash"}, "1", "a"));
  tags.insert(TagOf({29, "store", "other"}, "1", "a"));
  tags.insert(TagOf({29, "storeh", "ash"}, "1", "a"));
  tags.insert(TagOf(state, "2", "a"));
  tags.insert(TagOf(state, "1", "b"));
  tags.insert(TagOf(state, "1a", ""));
  EXPECT_EQ(tags.size(), 8u);
  tags.insert(TagOf(state, "1", "a"));
  EXPECT_EQ(tags.size(), 8u);
}

}  // namespace
}  // namespace compendium::reporting
