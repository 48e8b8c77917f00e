// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_told.h"

#include <algorithm>

#include "lib/extract/publication_words.h"
#include "lib/extract/trim_value.h"

namespace compendium {

using registry::v1::PublicationStatus;

PublicationStatus PublicationTold::StatusOf(TokenRange words) {
  std::optional<PublicationStatus>& status = ToldBy(words).status;
  if (!status.has_value()) status = PublicationStatusIn(answer_, words);
  return *status;
}

const DatePhrases& PublicationTold::DatesOf(TokenRange words) {
  std::optional<DatePhrases>& dates = ToldBy(words).dates;
  if (!dates.has_value()) {
    dates = FindDates(answer_.tokens(), words);
    dates->erase(
        std::remove_if(dates->begin(), dates->end(),
                       [](const DatePhrase& date) { return date.is_period(); }),
        dates->end());
  }
  return *dates;
}

ByteSpan PublicationTold::EvidenceOf(TokenRange words) {
  std::optional<ByteSpan>& span = ToldBy(words).evidence;
  if (!span.has_value()) span = QuoteSpan(answer_, TrimValue(answer_, words));
  return *span;
}

PublicationTold::Told& PublicationTold::ToldBy(TokenRange words) {
  if (!(told_.words == words)) {
    told_ = Told();
    told_.words = words;
  }
  return told_;
}

}  // namespace compendium
