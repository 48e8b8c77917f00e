// SPDX-License-Identifier: Apache-2.0
#include "cli/error_output.h"

#include <gtest/gtest.h>

#include "lib/request/error_details.h"

namespace compendium {
namespace {

TEST(ErrorText, NamesMessageAndCode) {
  EXPECT_EQ(ErrorText(absl::NotFoundError("rounds/2016: no such record")),
            "compendium: rounds/2016: no such record (NOT_FOUND)\n");
}

TEST(ErrorText, EachWrongFieldHasALine) {
  const absl::Status status = InvalidFields(
      {{"round.title", "got nothing"}, {"author", "got nothing"}});

  EXPECT_EQ(ErrorText(status), "compendium: " + std::string(status.message()) +
                                   " (INVALID_ARGUMENT)\n"
                                   "  round.title: got nothing\n"
                                   "  author: got nothing\n");
}

TEST(ErrorText, OneWrongFieldIsSaidOnce) {
  EXPECT_EQ(ErrorText(InvalidField("author", "got nothing")),
            "compendium: author: got nothing (INVALID_ARGUMENT)\n");
}

TEST(ErrorText, PreconditionsAreListed) {
  const absl::Status status = PreconditionError(
      "RECORD_DELETED", "mechanisms/midsa", "got a deleted record");

  EXPECT_NE(ErrorText(status).find("mechanisms/midsa"), std::string::npos);
}

TEST(ErrorText, IsPrintable) {
  EXPECT_EQ(ErrorText(absl::InternalError("\x1b[2J")),
            "compendium: \ufffd[2J (INTERNAL)\n");
}

}  // namespace
}  // namespace compendium
