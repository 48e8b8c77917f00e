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

// Shorter ones say too little.
constexpr size_t kLossyKeyBytesMin = 8;

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

Index LoadLossyIndex() {
  Index index;
  const CsvTable table(kOtherParticipantsCsv);
  for (size_t i = 0; i < table.row_count(); ++i) {
    std::string key = LossyNameKey(table.Field(i, "name"));
    const auto kind = ParseParticipantKind(table.Field(i, "kind"));
    CHECK(kind.ok());
    if (key.size() >= kLossyKeyBytesMin) index.emplace(std::move(key), *kind);
  }
  return index;
}

ParticipantMatch OfCountry(const std::optional<CountryCode>& country) {
  const bool state = country->kind() == CountryCode::Kind::kState;
  return {state ? ParticipantKind::kState : ParticipantKind::kTerritory,
          country};
}

// Looks for `name`, then for what stands before its remark in parentheses.
ParticipantMatch FindBody(const Index& index, absl::string_view name,
                          std::string (*key)(absl::string_view)) {
  auto at = index.find(key(name));
  const size_t remark = name.find('(');
  if (at == index.end() && remark != name.npos) {
    at = index.find(key(name.substr(0, remark)));
  }
  if (at == index.end()) return {};
  return {at->second, std::nullopt};
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
  const std::optional<CountryCode> country = FindCountry(name);
  if (country.has_value()) return OfCountry(country);
  static const Index kIndex = LoadIndex();
  return FindBody(kIndex, name, NameKey);
}

ParticipantMatch LookUpLossyParticipant(absl::string_view name) {
  const ParticipantMatch exact = LookUpParticipant(name);
  if (exact.kind != ParticipantKind::kUnknown) return exact;
  const std::optional<CountryCode> country = FindLossyCountry(name);
  if (country.has_value()) return OfCountry(country);
  static const Index kIndex = LoadLossyIndex();
  return FindBody(kIndex, name, LossyNameKey);
}

}  // namespace compendium
