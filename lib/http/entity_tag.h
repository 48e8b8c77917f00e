// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::http {

// What tags are made of: so much of the parts' SHA-256 that as good as no
// chance is left that two differ and have the same, in letters that a tag may
// have.
std::string TagHash(std::initializer_list<absl::string_view> parts);

// The strong entity tag (RFC 9110 §8.8.3) of these bytes, with its quotation
// marks: equal for equal bytes only.
std::string EntityTagOf(absl::string_view bytes);

// Whether an If-None-Match names the tag, or any ("*"); weak ones count, as RFC
// 9110 §13.1.2 has it. What is no list of tags names none.
bool MatchesEntityTag(absl::string_view if_none_match, absl::string_view tag);

// The tag of the same bytes after gzip: "x-gzip" for "x".
std::string GzipTagOf(absl::string_view tag);

// That of the two which an If-None-Match names; absent when it names neither.
std::optional<std::string> KnownEntityTag(absl::string_view if_none_match,
                                          absl::string_view tag);

}  // namespace compendium::http
