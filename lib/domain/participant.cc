// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/participant.h"

#include <array>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/name_key.h"

namespace compendium {

extern const char kOtherParticipantsCsv[];

namespace {

constexpr std::array<std::pair<ParticipantKind, absl::string_view>, 5> kKinds =
    {{{ParticipantKind::kUnknown, "unknown"},
      {ParticipantKind::kState, "state"},
      {ParticipantKind::kTerritory, "territory"},
      {ParticipantKind::kOrganisation, "organisation"},
      {ParticipantKind::kOtherEntity, "other_entity"}}};

using Index = absl::flat_hash_map<std::string, ParticipantKind>;

Index LoadIndex() {
  Index index;
  const CsvTable table(kOtherParticipantsCsv);
  for (size_t i = 0; i < table.row_count(); ++i) {
    const auto kind = ParseParticipantKind(table.Field(i, "kind"));
    CHECK(kind.ok());
    index.emplace(NameKey(table.Field(i, "name")), *kind);
  }
  return index;
}

}  // namespace

absl::string_view ToString(ParticipantKind kind) {
  for (const auto& [value, text] : kKinds) {
    if (value == kind) return text;
  }
  return "unknown";
}

absl::StatusOr<ParticipantKind> ParseParticipantKind(absl::string_view text) {
  for (const auto& [value, known] : kKinds) {
    if (known == text) return value;
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "got \"", absl::CHexEscape(text.substr(0, 32)),
      "\", want state, territory, organisation, other_entity or unknown"));
}

ParticipantMatch LookUpParticipant(absl::string_view name) {
  if (const auto country = FindCountry(name); country.has_value()) {
    const bool state = country->kind() == CountryCode::Kind::kState;
    return {state ? ParticipantKind::kState : ParticipantKind::kTerritory,
            country};
  }
  static const Index kIndex = LoadIndex();
  auto at = kIndex.find(NameKey(name));
  const size_t remark = name.find('(');
  if (at == kIndex.end() && remark != name.npos) {
    at = kIndex.find(NameKey(name.substr(0, remark)));
  }
  if (at == kIndex.end()) return {};
  return {at->second, std::nullopt};
}

}  // namespace compendium
