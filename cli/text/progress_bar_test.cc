// SPDX-License-Identifier: Apache-2.0
#include "cli/text/progress_bar.h"

#include <sstream>

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(ProgressBar, OneLinePerStepWithoutATerminal) {
  std::ostringstream out;

  {
    ProgressBar bar({.total = 2, .width = 80, .is_terminal = false}, out);
    bar.Step("Almaty");
    bar.Step("Bali");
  }

  EXPECT_EQ(out.str(), "1/2 Almaty\n2/2 Bali\n");
}

TEST(ProgressBar, OneLineIsDrawnAgainOnATerminal) {
  std::ostringstream out;

  {
    ProgressBar bar({.total = 2, .width = 40, .is_terminal = true}, out);
    bar.Step("Almaty");
  }

  EXPECT_EQ(out.str(), "\r\x1b[K████████████░░░░░░░░░░░░ 1/2 Almaty\r\x1b[K");
}

TEST(ProgressBar, ALongStepIsCutToTheLine) {
  std::ostringstream out;

  ProgressBar bar({.total = 2, .width = 36, .is_terminal = true}, out);
  bar.Step("Inter-Governmental");

  EXPECT_NE(out.str().find("1/2 Inter\u2026"), std::string::npos) << out.str();
}

}  // namespace
}  // namespace compendium
