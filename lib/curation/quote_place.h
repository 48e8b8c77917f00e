// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// Bytes [begin, end) of an answer's text.
struct QuotePlace {
  size_t begin = 0;
  size_t end = 0;
};

// Where `quote` stands in `text` first, from byte `from` on, else from the
// beginning. Runs of white space are equal to one another, and those around
// the quote are ignored: people copy a quote over the end of a line. Nothing
// when it does not stand there, or holds nothing but white space. Linear in
// both, also for texts made to be slow.
std::optional<QuotePlace> FindQuote(absl::string_view text,
                                    absl::string_view quote, size_t from = 0);

// Completes evidence that was given as question and quote alone (end_byte 0)
// with its place and the answer's own words. Other evidence stays as it is.
// INVALID_ARGUMENT naming `path`.question_id or `path`.quote.
absl::Status LocateEvidence(const registry::v1::Questionnaire& questionnaire,
                            absl::string_view path,
                            registry::v1::Evidence& evidence);

// Moves evidence to where its quote stands now that the answers changed,
// nearest behind where it stood. A quote that is gone loses its place; false
// when its question is gone.
bool MoveEvidence(const registry::v1::Questionnaire& questionnaire,
                  registry::v1::Evidence& evidence);

}  // namespace compendium
