// SPDX-License-Identifier: Apache-2.0
#include "lib/words/coverage_gaps.h"

#include "lib/domain/framework.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

v1::NodeLevel LevelOf(const FrameworkNode& node) {
  switch (node.level) {
    case FrameworkLevel::kGoal:
      return v1::NODE_LEVEL_GOAL;
    case FrameworkLevel::kTarget:
      return v1::NODE_LEVEL_TARGET;
    case FrameworkLevel::kObjective:
      return v1::NODE_LEVEL_OBJECTIVE;
    case FrameworkLevel::kTheme:
      return v1::NODE_LEVEL_THEME;
  }
  return v1::NODE_LEVEL_UNSPECIFIED;
}

}  // namespace

std::vector<CoverageGap> FindGaps(const v1::Coverage& coverage) {
  const Framework* framework = FindFramework(coverage.framework());
  // A code may mean something else in another version.
  if (framework != nullptr &&
      framework->version() != coverage.framework_version())
    framework = nullptr;
  std::vector<CoverageGap> gaps;
  for (const std::string& code : coverage.unclaimed_codes()) {
    const FrameworkNode* node =
        framework == nullptr ? nullptr : framework->Find(code);
    if (node == nullptr) {
      gaps.push_back({.code = code, .title = "", .parent_code = ""});
    } else {
      gaps.push_back({.code = code,
                      .title = node->title,
                      .parent_code = node->parent,
                      .level = LevelOf(*node)});
    }
  }
  return gaps;
}

}  // namespace compendium
