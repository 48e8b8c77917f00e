// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/extract/mechanism_names.h"
#include "lib/extract/place_phrase.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// What the words beside a date say of a meeting.
struct TitlePhrase {
  TokenRange range;  // the title; empty when there is none
  // In "two meetings (Full Round – May)", what stands around the parenthesis.
  TokenRange outer;
  std::optional<PlacePhrase> place;  // found between title and date
  bool has_noun = false;             // a word of the title names a gathering
  bool has_verb = false;     // "held", "took place" … stands beside it
  bool is_anaphor = false;   // "the meeting", "this event": one named before
  bool is_external = false;  // a meeting of the United Nations
};

// Whether an edition of the mechanism itself starts at `at`: "XVI SACM", "2016
// MIDSA", "2015 Ministerial MIDSA", "MIDWA 2016". Sets `end` behind it.
bool IsEdition(const AnswerText& answer, const MechanismNames& names, size_t at,
               size_t last, size_t& end);

// The title in the words before a date: "The First Technical Meeting of the
// SACM was held in", "… the agenda of the XVI annual meeting that will be held
// in Asuncion, Paraguay on". `is_item` says that the words start an item of a
// list, whose title begins with its first word. Linear.
TitlePhrase FindTitleBefore(const AnswerText& answer,
                            const MechanismNames& names, TokenRange range,
                            bool is_item);

// Without marks, articles and words such as "Convening of the" or "Planned" in
// front, and without marks and dangling words behind.
TokenRange TrimTitle(const AnswerText& answer, TokenRange range);

// Where the noun phrase around the noun at `noun` begins, at `first` or later.
size_t TitleStart(const AnswerText& answer, size_t first, size_t noun);

// Whether a new meeting begins at `at`: "5th Consultation", "Concluding
// Workshop on …". Linear in the range.
bool StartsMeeting(const AnswerText& answer, size_t at, size_t last);

// Whether the gathering around `noun` is one of the United Nations.
bool IsExternal(const AnswerText& answer, size_t first, size_t noun);

}  // namespace compendium
