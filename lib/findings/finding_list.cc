// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/finding_list.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/extract/evidence_span.h"
#include "lib/findings/limits.h"

namespace compendium {

namespace v1 = registry::v1;

std::string StableId(absl::string_view kind,
                     const std::vector<absl::string_view>& parts,
                     TakenIds& taken) {
  constexpr size_t kDigits = 12;
  // Sizes keep ("ab", "c") and ("a", "bc") apart.
  std::string hashed(kind);
  for (const absl::string_view part : parts) {
    absl::StrAppend(&hashed, "\n", part.size(), ":", part);
  }
  const auto id_of = [&](absl::string_view text) {
    const std::string digits = base::Sha256Hex(text);
    return absl::StrCat(kind, "-",
                        absl::string_view(digits).substr(0, kDigits));
  };
  std::string first = id_of(hashed);
  const auto [entry, added] = taken.try_emplace(first, 1);
  if (added) return first;
  int copy = entry->second;
  std::string id;
  do {
    id = id_of(absl::StrCat(hashed, "\ncopy ", ++copy));
  } while (!taken.try_emplace(id, 1).second);
  taken[first] = copy;
  return id;
}

FindingList::FindingList(
    absl::string_view subject,
    const google::protobuf::RepeatedPtrField<v1::Decision>& decisions)
    : subject_(subject) {
  for (const v1::Decision& decision : decisions) {
    decisions_[decision.id()] = &decision;
  }
}

void FindingList::Add(FoundDoubt doubt) {
  if (findings_.size() >= kFindingsMax) return;
  if (doubt.evidence.size() > kFindingEvidenceMax) {
    doubt.evidence.resize(kFindingEvidenceMax);
  }
  std::vector<absl::string_view> parts = {subject_, doubt.detail};
  for (const v1::FindingEvidence& quote : doubt.evidence) {
    parts.push_back(quote.questionnaire());
    parts.push_back(quote.evidence().question_id());
    parts.push_back(quote.evidence().quote());
  }
  v1::Finding finding;
  finding.set_id(StableId(doubt.check, parts, taken_));
  finding.set_check(std::string(doubt.check));
  finding.set_severity(doubt.severity);
  finding.set_subject(subject_);
  finding.set_message(std::move(doubt.message));
  finding.set_resolution(std::move(doubt.resolution));
  for (v1::FindingEvidence& quote : doubt.evidence) {
    *finding.add_evidence() = std::move(quote);
  }
  const auto decision = decisions_.find(finding.id());
  if (decision != decisions_.end()) {
    *finding.mutable_decision() = *decision->second;
  }
  findings_.push_back(std::move(finding));
}

std::string InMessage(absl::string_view words) {
  const absl::string_view cut = CutText(words, kMessageQuoteBytesMax);
  std::string line(cut);
  for (char& c : line) {
    if (absl::ascii_iscntrl(static_cast<unsigned char>(c))) c = ' ';
  }
  return absl::StrCat("\"", line, cut.size() < words.size() ? "…" : "", "\"");
}

}  // namespace compendium
