// SPDX-License-Identifier: Apache-2.0
// Claims in arbitrary bytes: codes exist, spans lie inside the text.
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "lib/domain/sdg_target.h"
#include "lib/extract/claim_finder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace compendium;  // NOLINT(google-build-using-namespace)
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const AnswerText answer(text);
  for (const FoundClaim& claim : FindClaims(answer, QuestionTopic::kClaims)) {
    CHECK(SdgCode::Parse(claim.code).ok());
    CHECK(claim.evidence_begin <= claim.evidence_end);
    CHECK(claim.evidence_end <= answer.text().size());
  }
  return 0;
}
