// SPDX-License-Identifier: Apache-2.0
#include "lib/http/accept_encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::http {
namespace {

TEST(AcceptEncoding, GzipIsTakenWhereItIsLiked) {
  for (const std::string text :
       {"gzip", "GZIP", "x-gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.001",
        "*", "*;q=0.5", "identity;q=0.5, gzip", "gzip ; q=1.000", "a,*;q=0.1"})
    EXPECT_TRUE(AcceptsGzip(text)) << text;
}

TEST(AcceptEncoding, GzipIsNotTakenOtherwise) {
  for (const std::string text :
       {"", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*, gzip;q=0",
        "*;q=0", "identity, gzip;q=0.5", "gzip;q=2", "gzip;q=0.1234",
        "gzip;q=", "gzip;q=x", "gzip;v=1", "gzip;q=1.001"})
    EXPECT_FALSE(AcceptsGzip(text)) << text;
}

}  // namespace
}  // namespace compendium::http
