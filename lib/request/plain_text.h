// SPDX-License-Identifier: Apache-2.0
// What every text in a request must be, whatever its field is.
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// Where a text stops being plain.
struct TextFlaw {
  enum class Kind {
    kNone,      // it is plain to its end
    kEncoding,  // not UTF-8: a stray byte, an overlong form, a surrogate …
    kControl,   // U+0000–U+001F without \t \n \r, or U+007F–U+009F
  };
  Kind kind = Kind::kNone;
  size_t byte = 0;  // of the first flaw; the text's size when there is none
};

// The first flaw of `text`. Control characters are refused because terminals,
// CSV and XML act on them. Takes about a quarter of a nanosecond per ASCII
// byte.
TextFlaw FindTextFlaw(absl::string_view text);

// `text` in quotation marks for an error message: at most `bytes_max` bytes of
// it, cut between characters and then followed by "…"; what is not plain, and
// quotation marks, are written as \xHH. The result is always plain.
std::string QuotedForError(absl::string_view text, size_t bytes_max = 40);

}  // namespace compendium
