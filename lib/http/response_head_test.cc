// SPDX-License-Identifier: Apache-2.0
#include "lib/http/response_head.h"

#include <gtest/gtest.h>

namespace compendium::http {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(784111777);

TEST(ResponseHead, SaysHowTheBodyTravels) {
  const Response response{.status = 404, .fields = {{"A", "b"}}};

  EXPECT_EQ(ResponseHead(response, {.now = kNow, .length = 3}),
            "HTTP/1.1 404 Not Found\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "A: b\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(ResponseHead(response,
                         {.now = kNow, .keep_alive = false, .chunked = true}),
            "HTTP/1.1 404 Not Found\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "A: b\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
}

TEST(ResponseHead, NoValueMakesAnotherField) {
  const Response response{.fields = {{"A", "b\r\nC: d"}}};

  EXPECT_EQ(ResponseHead(response, {.now = kNow}),
            "HTTP/1.1 200 OK\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "A: b  C: d\r\n\r\n");
}

}  // namespace
}  // namespace compendium::http
