// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "lib/publish/published_round.h"

namespace compendium {

// How every page of the house begins, up to its title: for any width of screen,
// and with a policy that forbids script and whatever is outside of the page.
inline constexpr absl::string_view kHtmlBegin =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, "
    "initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'\">\n";

// The looks that all pages share: colours, letters, headings, links.
extern const char kHouseCss[];

// The round as one HTML page that needs nothing else: no script, no font, no
// picture, and a policy in it that forbids all of them. Headings in order, a
// contents list, one table for each mechanism with column and row heads; fit
// for a phone and for paper. Every text is escaped. Lines keep their direction
// of writing. Ids are those of lib/document/exported_text.h, those of parts
// with the mechanism before them.
std::string WriteHtml(const PublishedRound& round);

}  // namespace compendium
