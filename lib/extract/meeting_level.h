// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/mechanism_names.h"
#include "lib/extract/question_topic.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// The level that a title states, or MEETING_LEVEL_UNSPECIFIED. The first word
// up to the noun decides ("Ministerial Conference" is ministerial), then the
// bodies behind it ("Meeting of the Working Group"), not the conferences that
// it belongs to or prepares ("meeting of the Conference on Migration"). What is
// in quotation marks counts last. Linear.
registry::v1::MeetingLevel LevelInTitle(const AnswerText& answer,
                                        const MechanismNames& names,
                                        TokenRange title);

// Whether a title names a small body that is not said to be one of officials or
// experts: "Ad Hoc Group", "thematic group". It is a working group when nothing
// else tells the level. Linear.
bool NamesSmallGroup(const AnswerText& answer, TokenRange title);

// The level of a mention: that of its title, else that of its context (the
// heading above it), else that of the question under which the respondent put
// it, else OTHER. The question also decides about what is only called a
// conference or forum.
registry::v1::MeetingLevel DecideLevel(registry::v1::MeetingLevel in_title,
                                       registry::v1::MeetingLevel in_context,
                                       QuestionTopic topic);

}  // namespace compendium
