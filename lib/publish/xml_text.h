// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// Whether XML 1.0 and HTML have a place for `character`, a whole one of UTF-8:
// not for controls but tab, line feed and carriage return, and not for U+FFFE
// and U+FFFF.
bool IsXmlCharacter(absl::string_view character);

// `text` as character data or a quoted attribute of XML 1.0 and of HTML: with
// references for & < > " and '. A control character that neither allows, and a
// byte that is no UTF-8, becomes U+FFFD: it cannot be kept, but is seen.
std::string XmlText(absl::string_view text);

}  // namespace compendium
