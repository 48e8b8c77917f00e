// SPDX-License-Identifier: Apache-2.0
#include "lib/http/compression.h"

#include <gtest/gtest.h>

#include <string>

#include "lib/http/gzip.h"
#include "lib/http/limits.h"

namespace compendium::http {
namespace {

Request Asking(const std::string& accept_encoding) {
  return {.method = "GET",
          .target = *Target::Parse("/"),
          .fields = {{"Accept-Encoding", accept_encoding}}};
}

Response Text(size_t size, const std::string& type = "application/json") {
  return {.fields = {{"Content-Type", type}, {"ETag", "\"x\""}},
          .body = ShareText(std::string(size, 'a'))};
}

std::string BodyOf(const Response& response) {
  return *std::get<SharedText>(response.body);
}

TEST(Compression, OfALongTextForWhoTakesIt) {
  Response response = Text(kCompressedBytesMin);

  CompressResponse(Asking("gzip"), response);

  EXPECT_EQ(response.fields.Find("content-encoding"), "gzip");
  EXPECT_EQ(response.fields.Find("vary"), "Accept-Encoding");
  EXPECT_EQ(response.fields.Find("etag"), "\"x-gzip\"");
  EXPECT_EQ(Gunzip(BodyOf(response), kBodyBytesMax).value_or(""),
            std::string(kCompressedBytesMin, 'a'));
}

TEST(Compression, CachesLearnOfItAlsoFromOthers) {
  Response response = Text(kCompressedBytesMin);

  CompressResponse(Asking("br"), response);

  EXPECT_FALSE(response.fields.Has("content-encoding"));
  EXPECT_EQ(response.fields.Find("vary"), "Accept-Encoding");
  EXPECT_EQ(response.fields.Find("etag"), "\"x\"");
  EXPECT_EQ(BodyOf(response).size(), kCompressedBytesMin);
}

TEST(Compression, NotOfWhatIsShortOrCompressed) {
  Response small = Text(kCompressedBytesMin - 1);
  Response image = Text(kCompressedBytesMin, "image/png");
  Response empty = {.status = 204};
  for (Response* response : {&small, &image, &empty}) {
    CompressResponse(Asking("gzip"), *response);
    EXPECT_FALSE(response->fields.Has("content-encoding"));
  }
}

TEST(Compression, SaysOnceWhatABodyDependsOn) {
  Response response = Text(kCompressedBytesMin);
  response.fields.Add("Vary", "Accept, Accept-Encoding");

  CompressResponse(Asking("gzip"), response);

  EXPECT_EQ(response.fields.Find("vary"), "Accept, Accept-Encoding");
}

}  // namespace
}  // namespace compendium::http
