// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "lib/publish/published_round.h"

namespace compendium {

// The round as Markdown (CommonMark 0.30, and what GitHub and pandoc make of
// it): a heading for each mechanism and each question, answers as paragraphs
// and lists. Nothing in a record can become markup.
std::string WriteMarkdown(const PublishedRound& round);

// One line of text, so that Markdown shows it as it is. Addresses become links.
std::string MarkdownText(absl::string_view line);

// Text within a line, with a backslash before what means something there. Line
// ends and tabs become blanks.
std::string EscapeMarkdown(absl::string_view text);

// A line so escaped: takes their meaning from the characters that have one only
// where a line begins: "+", "-", "=", ":", "%", "1.", "2)", "a." and "(1)".
std::string EscapeMarkdownBegin(std::string line);

}  // namespace compendium
