// SPDX-License-Identifier: Apache-2.0
#include "lib/http/router.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "lib/http/page.h"

namespace compendium::http {
namespace {

// An exchange that remembers its response.
class Recorded final : public Exchange {
 public:
  Recorded(Request request, Response& response)
      : request_(std::move(request)), response_(response) {}
  const Request& request() const override { return request_; }
  void Respond(Response response) override { response_ = std::move(response); }
  void WhenGone(std::function<void()> /*gone*/) override {}

 private:
  const Request request_;
  Response& response_;
};

class RouterTest : public testing::Test {
 protected:
  RouterTest() { router_.Add("/page", page_); }

  Response Ask(const std::string& method, const std::string& target,
               const Fields& fields = {}) {
    Response response;
    router_.Handle(
        std::make_shared<Recorded>(Request{.method = method,
                                           .target = *Target::Parse(target),
                                           .fields = fields},
                                   response));
    return response;
  }

  Page page_{"page", [] { return PlainText(200, "here"); }};
  Router router_{CorsPolicy({"https://a.example"})};
};

TEST_F(RouterTest, FindsByPath) {
  const Response response = Ask("GET", "/page?x=1");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.route, "page");
  EXPECT_EQ(*std::get<SharedText>(response.body), "here");
  EXPECT_EQ(Ask("HEAD", "/page").status, 200);
}

TEST_F(RouterTest, ElsewhereIsNothing) {
  for (const std::string target : {"/", "/page/", "/Page"})
    EXPECT_EQ(Ask("GET", target).status, 404) << target;
}

TEST_F(RouterTest, AFolderHasWhatLiesBelowIt) {
  Page below("below", [] { return PlainText(200, "below"); });
  router_.AddFolder("/page/", below);
  router_.Add("/page/own", page_);

  EXPECT_EQ(Ask("GET", "/page/a/b").route, "below");
  EXPECT_EQ(Ask("GET", "/page/").route, "below");
  EXPECT_EQ(Ask("GET", "/page/own").route, "page");
  EXPECT_EQ(Ask("GET", "/page").route, "page");
  EXPECT_EQ(Ask("GET", "/pages").status, 404);
}

TEST_F(RouterTest, PagesAreOnlyRead) {
  const Response response = Ask("POST", "/page");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.fields.Find("allow"), "GET, HEAD");
}

TEST_F(RouterTest, PagesOfAllowedOriginsMayRead) {
  const auto leave = [this](const std::string& origin) {
    return Ask("GET", "/page", {{"Origin", origin}})
        .fields.Find("access-control-allow-origin");
  };
  EXPECT_EQ(leave("https://a.example"), "https://a.example");
  EXPECT_EQ(leave("https://b.example"), std::nullopt);
  EXPECT_EQ(leave("null"), std::nullopt);
  // Also without an origin: a cache may have it for a page later.
  EXPECT_EQ(Ask("GET", "/page").fields.Find("vary"), "Origin");
}

TEST_F(RouterTest, PreflightSaysWhatMayBeAsked) {
  const Fields fields = {{"Origin", "https://a.example"},
                         {"Access-Control-Request-Method", "POST"}};
  const Response response = Ask("OPTIONS", "/page", fields);
  EXPECT_EQ(response.status, 204);
  EXPECT_TRUE(response.fields.Has("access-control-allow-headers"));

  const Response other =
      Ask("OPTIONS", "/page",
          {{"Origin", "x"}, {"Access-Control-Request-Method", "POST"}});
  EXPECT_EQ(other.status, 204);
  EXPECT_FALSE(other.fields.Has("access-control-allow-origin"));
}

TEST(Cors, AnyOriginWhereAllAreAllowed) {
  Response response;
  CorsPolicy({"*"}).Allow({.method = "GET",
                           .target = *Target::Parse("/"),
                           .fields = {{"Origin", "https://b.example"}}},
                          response);
  EXPECT_EQ(response.fields.Find("access-control-allow-origin"),
            "https://b.example");
}

TEST(Cors, OriginsAreAsBrowsersSendThem) {
  for (const std::string origin :
       {"*", "https://a.example", "http://localhost:3000", "http://[::1]:80"})
    EXPECT_TRUE(CheckOrigin(origin).ok()) << origin;
  for (const std::string origin :
       {"", "a.example", "https://", "https://A.example", "https://a/",
        "ftp://a", "null", "https://a,https://b"})
    EXPECT_FALSE(CheckOrigin(origin).ok()) << origin;
}

}  // namespace
}  // namespace compendium::http
