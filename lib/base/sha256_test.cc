// SPDX-License-Identifier: Apache-2.0
#include "lib/base/sha256.h"

#include <gtest/gtest.h>

namespace compendium::base {
namespace {

TEST(Sha256, AgreesWithTheStandardsExample) {
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, HashesPartsAsTheirConcatenation) {
  EXPECT_EQ(Sha256({"a", "", "bc"}), Sha256({"abc"}));
}

TEST(Sha256Beginning, HashesEachRestBehindTheSameBeginning) {
  const std::string text(100, 'x');
  const Sha256Beginning beginning("a" + text);

  EXPECT_EQ(beginning.With("b"), Sha256({"a", text, "b"}));
  EXPECT_EQ(beginning.With(""), Sha256({"a", text}));
}

}  // namespace
}  // namespace compendium::base
