// SPDX-License-Identifier: Apache-2.0
// Used by publication_finder only.
#pragma once

#include <optional>
#include <vector>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// What words tell of the publications that they name, found out once for all of
// them: of the last words that were asked for it is kept. It borrows the
// answer. Not thread-safe.
class PublicationTold {
 public:
  explicit PublicationTold(const AnswerText& answer) : answer_(answer) {}

  registry::v1::PublicationStatus StatusOf(TokenRange words);
  // Without periods. Valid until other words are asked for.
  const DatePhrases& DatesOf(TokenRange words);
  ByteSpan EvidenceOf(TokenRange words);

 private:
  struct Told {
    TokenRange words;
    std::optional<registry::v1::PublicationStatus> status;
    std::optional<DatePhrases> dates;
    std::optional<ByteSpan> evidence;
  };

  Told& ToldBy(TokenRange words);

  const AnswerText& answer_;
  Told told_;
};

}  // namespace compendium
