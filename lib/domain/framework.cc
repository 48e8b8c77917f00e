// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/framework.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"

namespace compendium {

extern const char kGcmCsv[];
extern const char kIomCoreCsv[];
extern const char kSdgGoalsCsv[];
extern const char kSdgTargetsCsv[];
extern const char kThemesCsv[];

namespace {

FrameworkLevel LevelOf(absl::string_view text) {
  if (text == "goal") return FrameworkLevel::kGoal;
  if (text == "target") return FrameworkLevel::kTarget;
  if (text == "objective") return FrameworkLevel::kObjective;
  CHECK(text == "theme");
  return FrameworkLevel::kTheme;
}

std::vector<Framework> LoadFrameworks() {
  std::vector<Framework> all;
  for (const Framework::Source& source : std::vector<Framework::Source>{
           {"sdg",
            "2015",
            "Sustainable Development Goals",
            {kSdgGoalsCsv, kSdgTargetsCsv}},
           {"iom-core", "2018", "Targets that name migration", {kIomCoreCsv}},
           {"gcm", "2018", "Global Compact for Migration", {kGcmCsv}},
           {"themes", "1", "Themes of focus areas", {kThemesCsv}},
       }) {
    all.emplace_back(source);
  }
  return all;
}

}  // namespace

Framework::Framework(const Source& source)
    : id_(source.id), version_(source.version), title_(source.title) {
  for (const absl::string_view table : source.tables) AddTable(table);
}

void Framework::AddTable(absl::string_view text) {
  const CsvTable table(text);
  for (size_t i = 0; i < table.row_count(); ++i) {
    const FrameworkNode node{std::string(table.Field(i, "code")),
                             std::string(table.Field(i, "parent")),
                             std::string(table.Field(i, "title")),
                             LevelOf(table.Field(i, "level"))};
    CHECK(node.parent.empty() || Find(node.parent) != nullptr);
    CHECK(index_.emplace(node.code, nodes_.size()).second);
    nodes_.push_back(node);
  }
}

const FrameworkNode* Framework::Find(absl::string_view code) const {
  const auto at = index_.find(code);
  return at == index_.end() ? nullptr : &nodes_[at->second];
}

absl::StatusOr<std::string> Framework::NormaliseCode(
    absl::string_view text) const {
  const std::string code =
      absl::AsciiStrToLower(absl::StripAsciiWhitespace(text));
  if (Find(code) != nullptr) return code;
  return absl::InvalidArgumentError(
      absl::StrCat("got \"", absl::CHexEscape(text.substr(0, 32)),
                   "\", want a code of ", id_, " ", version_));
}

absl::Span<const Framework> AllFrameworks() {
  static const std::vector<Framework> kAll = LoadFrameworks();
  return kAll;
}

std::string FrameworkMeant(absl::string_view id) {
  return id.empty() ? "sdg" : std::string(id);
}

const Framework* FindFramework(absl::string_view id) {
  for (const Framework& framework : AllFrameworks()) {
    if (framework.id() == id) return &framework;
  }
  return nullptr;
}

}  // namespace compendium
