// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/web_link.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Found(absl::string_view text) {
  std::vector<std::string> found;
  for (const LinkSpan link : FindLinks(text)) {
    found.emplace_back(text.substr(link.begin, link.end - link.begin));
  }
  return found;
}

TEST(FindLinks, StandWithoutTheSentenceAroundThem) {
  EXPECT_THAT(Found("See (http://a.example.org/x_(y)), www.b.example.org; and "
                    "“https://c.example.org/?q=1#z”."),
              ElementsAre("http://a.example.org/x_(y)", "www.b.example.org",
                          "https://c.example.org/?q=1#z"));
}

TEST(FindLinks, BrokenOnesAreMeantAsAddressesToo) {
  EXPECT_THAT(Found("http//a.example.org http:/b.example.org"),
              ElementsAre("http//a.example.org", "http:/b.example.org"));
}

TEST(FindLinks, WordsAreNone) {
  EXPECT_THAT(Found("the http protocol, awww.no, a.example.org, www."),
              IsEmpty());
}

TEST(LinkProblem, NothingSpeaksAgainstTheseAddresses) {
  for (const char* const link :
       {"http://a.example.org", "https://a.example.org/", "www.example.org/a-b",
        "http://a.example.org:8080/x?y=%20#z", "https://é.example.org/ü",
        "https://xn--bcher-kva.example.xn--p1ai/", "http://u@a.example.org"}) {
    EXPECT_EQ(LinkProblem(link), "") << link;
  }
}

TEST(LinkProblem, NamesWhatIsWrong) {
  EXPECT_EQ(LinkProblem("http://a.example.org/a b"), "holds a blank");
  EXPECT_EQ(LinkProblem("http//a.example.org"),
            "does not begin with http:// or https://");
  EXPECT_EQ(LinkProblem("http:/a.example.org"),
            "does not begin with http:// or https://");
  EXPECT_EQ(LinkProblem("http://https://a.example.org"),
            "is two addresses in one");
  EXPECT_EQ(LinkProblem("http://"), "has no host");
  EXPECT_EQ(LinkProblem("http:///x"), "has no host");
  EXPECT_EQ(LinkProblem("http://ports/x"), "has no top-level domain");
  EXPECT_EQ(LinkProblem("http://a.example.1"), "has no top-level domain");
  EXPECT_EQ(LinkProblem("http://a..org"), "has an empty part in its host");
  EXPECT_EQ(LinkProblem("http://a,b.org"),
            "has a host with letters that no host can have");
  EXPECT_EQ(LinkProblem("http://a.example.org/100%"), "has a broken %-escape");
  EXPECT_EQ(LinkProblem("http://a.example.org/\\x"),
            "holds a mark that no address can have");
  EXPECT_EQ(LinkProblem(""), "has no host");
}

TEST(IsHomePage, NamesAHostOnly) {
  EXPECT_TRUE(IsHomePage("http://a.example.org"));
  EXPECT_TRUE(IsHomePage("www.example.org/"));
  EXPECT_FALSE(IsHomePage("http://a.example.org/x"));
  EXPECT_FALSE(IsHomePage("http://a.example.org?x"));
}

}  // namespace
}  // namespace compendium
