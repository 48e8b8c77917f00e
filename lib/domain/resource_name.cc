// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/resource_name.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

constexpr absl::string_view kMechanisms = "mechanisms/";
constexpr absl::string_view kRounds = "rounds/";
constexpr absl::string_view kQuestionnaires = "/questionnaires/";

// As long as a DNS label, so that an id can become one.
constexpr size_t kIdSizeMax = 63;

bool IsIdLetter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return absl::ascii_islower(byte) || absl::ascii_isdigit(byte) || c == '-';
}

bool IsId(absl::string_view text) {
  return !text.empty() && text.size() <= kIdSizeMax && text.front() != '-' &&
         text.back() != '-' &&
         std::all_of(text.begin(), text.end(), IsIdLetter);
}

absl::Status Refuse(absl::string_view got, absl::string_view want) {
  return absl::InvalidArgumentError(
      absl::StrCat("got \"", absl::CHexEscape(got.substr(0, 160)), "\", want ",
                   want, " (ids: 1 to 63 of a-z, 0-9 and inner hyphens)"));
}

}  // namespace

absl::StatusOr<MechanismName> MechanismName::Parse(absl::string_view text) {
  absl::string_view id = text;
  if (!absl::ConsumePrefix(&id, kMechanisms) || !IsId(id)) {
    return Refuse(text, "mechanisms/{mechanism}");
  }
  return MechanismName(id);
}

absl::StatusOr<MechanismName> MechanismName::FromId(absl::string_view id) {
  if (!IsId(id)) return Refuse(id, "the id of a mechanism");
  return MechanismName(id);
}

std::string MechanismName::ToString() const {
  return absl::StrCat(kMechanisms, id_);
}

absl::StatusOr<RoundName> RoundName::Parse(absl::string_view text) {
  absl::string_view id = text;
  if (!absl::ConsumePrefix(&id, kRounds) || !IsId(id)) {
    return Refuse(text, "rounds/{round}");
  }
  return RoundName(id);
}

absl::StatusOr<RoundName> RoundName::FromId(absl::string_view id) {
  if (!IsId(id)) return Refuse(id, "the id of a round");
  return RoundName(id);
}

std::string RoundName::ToString() const { return absl::StrCat(kRounds, id_); }

absl::StatusOr<QuestionnaireName> QuestionnaireName::Parse(
    absl::string_view text) {
  const size_t middle = text.rfind(kQuestionnaires);
  if (middle != text.npos) {
    auto mechanism = MechanismName::Parse(text.substr(0, middle));
    auto round =
        RoundName::FromId(text.substr(middle + kQuestionnaires.size()));
    if (mechanism.ok() && round.ok()) {
      return QuestionnaireName(*std::move(mechanism), *std::move(round));
    }
  }
  return Refuse(text, "mechanisms/{mechanism}/questionnaires/{round}");
}

std::string QuestionnaireName::ToString() const {
  return absl::StrCat(mechanism_.ToString(), kQuestionnaires, round_.id());
}

absl::StatusOr<ResourceName> ResourceName::Parse(absl::string_view text) {
  if (absl::StartsWith(text, kRounds)) {
    ASSIGN_OR_RETURN(RoundName name, RoundName::Parse(text));
    return ResourceName(std::move(name));
  }
  if (absl::StrContains(text, kQuestionnaires)) {
    ASSIGN_OR_RETURN(QuestionnaireName name, QuestionnaireName::Parse(text));
    return ResourceName(std::move(name));
  }
  if (absl::StartsWith(text, kMechanisms)) {
    ASSIGN_OR_RETURN(MechanismName name, MechanismName::Parse(text));
    return ResourceName(std::move(name));
  }
  return Refuse(text,
                "mechanisms/{mechanism}, rounds/{round} or "
                "mechanisms/{mechanism}/questionnaires/{round}");
}

std::string ResourceName::ToString() const {
  return std::visit([](const auto& name) { return name.ToString(); }, name_);
}

}  // namespace compendium
