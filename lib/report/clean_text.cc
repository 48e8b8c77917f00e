// SPDX-License-Identifier: Apache-2.0
#include "lib/report/clean_text.h"

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "lib/document/characters.h"
#include "lib/publish/xml_text.h"

namespace compendium {
namespace {

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";

constexpr absl::string_view kPopEmbedding = "\xE2\x80\xAC";  // U+202C
constexpr absl::string_view kPopIsolate = "\xE2\x81\xA9";    // U+2069

// U+202A, U+202B, U+202D, U+202E.
bool OpensEmbedding(absl::string_view character) {
  return absl::StartsWith(character, "\xE2\x80") &&
         character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE" &&
         character != kPopEmbedding;
}

// U+2066 to U+2068.
bool OpensIsolate(absl::string_view character) {
  return absl::StartsWith(character, "\xE2\x81") &&
         character >= "\xE2\x81\xA6" && character < kPopIsolate;
}

bool IsLineEnd(absl::string_view character) {
  return character == "\n" || character == "\r" ||
         character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}

// Writes characters and keeps account of what turns the direction.
class Cleaner {
 public:
  explicit Cleaner(std::string& out) : out_(out) {}

  void Add(absl::string_view character) {
    if (IsLineEnd(character)) {
      EndLine();
      out_ += '\n';
    } else if (character == kPopEmbedding) {
      if (!open_.empty() && open_.back() == 'e') CloseLast();
    } else if (character == kPopIsolate) {
      // Closes the embeddings within it as well (UAX 9, X6a).
      if (!absl::StrContains(open_, 'i')) return;
      while (open_.back() == 'e') CloseLast();
      CloseLast();
    } else if (!IsXmlCharacter(character)) {
      out_.append(kReplacement.data(), kReplacement.size());
    } else {
      if (OpensEmbedding(character)) open_ += 'e';
      if (OpensIsolate(character)) open_ += 'i';
      out_.append(character.data(), character.size());
    }
  }

  void EndLine() {
    while (!open_.empty()) CloseLast();
  }

 private:
  void CloseLast() {
    const absl::string_view close =
        open_.back() == 'e' ? kPopEmbedding : kPopIsolate;
    out_.append(close.data(), close.size());
    open_.pop_back();
  }

  std::string& out_;
  std::string open_;  // 'e' for an embedding, 'i' for an isolate
};

}  // namespace

std::string CleanText(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  Cleaner cleaner(out);
  for (size_t at = 0; at < text.size();) {
    if (absl::StartsWith(text.substr(at), "\r\n")) ++at;
    const absl::string_view character =
        text.substr(at, CharacterSize(text, at));
    at += character.size();
    cleaner.Add(character);
  }
  cleaner.EndLine();
  return out;
}

std::string CleanLine(absl::string_view text) {
  return absl::StrReplaceAll(CleanText(text), {{"\n", " "}});
}

}  // namespace compendium
