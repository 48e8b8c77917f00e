// SPDX-License-Identifier: Apache-2.0
// Limits of extraction, with their reasons.
#pragma once

#include <cstddef>

namespace compendium {

// Most bytes of an answer that are read; Answer.text holds no more.
inline constexpr size_t kAnswerBytesMax = 262144;

// Longest quote of an evidence (Evidence.quote); a longer one is cut before a
// character, together with its span.
inline constexpr size_t kQuoteBytesMax = 4096;

// Longest title of a meeting that is kept. Meeting.title holds 2048, but what
// is longer than two or three lines is prose, not a title.
inline constexpr size_t kTitleBytesMax = 512;

// Most meetings and most claims that one questionnaire may hold
// (Questionnaire.meetings and .claims). The bound also keeps the comparison of
// every mention with every other one cheap.
inline constexpr size_t kMeetingsMax = 1000;
inline constexpr size_t kClaimsMax = 1000;

// Most projects and publications of one questionnaire
// (Questionnaire.projects and .publications).
inline constexpr size_t kProjectsMax = 200;
inline constexpr size_t kPublicationsMax = 400;

// Longest objective (Project.objective), longest other text of a project
// (Project.coverage, .funding), and longest words of a date
// (UncertainDate.as_written) that a record holds; the rest is cut.
inline constexpr size_t kObjectiveBytesMax = 8192;
inline constexpr size_t kFieldBytesMax = 2048;
inline constexpr size_t kDateBytesMax = 256;

// Longest address (Project.website_uri, Publication.link_uri). A longer one is
// left out: cut, it would lead elsewhere.
inline constexpr size_t kAddressBytesMax = 2048;

// Longest name of a place in words: "The former Yugoslav Republic of Macedonia"
// has six. Each place is looked for in that many prefixes, so it also bounds
// the work per word.
inline constexpr size_t kPlaceWordsMax = 7;

// Most events that one mention stands for (Meeting.event_count).
inline constexpr int kEventCountMax = 1000;

// Longest list of days in one date, as in "3, 10, 17 and 24 May".
inline constexpr size_t kDateDaysMax = 8;

}  // namespace compendium
