// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/xml_text.h"

#include "lib/document/characters.h"

namespace compendium {
namespace {

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace

// XML 1.0, production 2.
bool IsXmlCharacter(absl::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) {
    return (first >= 0x20 && first < 0x7F) || first == '\t' || first == '\n' ||
           first == '\r';
  }
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF" &&
         // HTML takes no C1 controls.
         (first != 0xC2 || static_cast<unsigned char>(character[1]) >= 0xA0);
}

std::string XmlText(absl::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (size_t at = 0; at < text.size();) {
    const absl::string_view character =
        text.substr(at, CharacterSize(text, at));
    at += character.size();
    switch (character[0]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\r':
        out += "&#13;";  // else a parser makes a line feed of it
        break;
      default:
        if (IsXmlCharacter(character)) {
          out.append(character.data(), character.size());
        } else {
          out.append(kReplacement.data(), kReplacement.size());
        }
    }
  }
  return out;
}

}  // namespace compendium
