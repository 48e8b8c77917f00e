// SPDX-License-Identifier: Apache-2.0
// How the meetings of one answer are found: line by line, with what the lines
// above say kept in mind. Used by meeting_finder only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/meeting_finder.h"
#include "lib/extract/meeting_title.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// A line above a list that holds for its items: "2. Expert meetings in Geneva".
struct ListHeading {
  TokenRange tokens;
  std::optional<PlacePhrase> place;
  registry::v1::MeetingLevel level = registry::v1::MEETING_LEVEL_UNSPECIFIED;
  registry::v1::MeetingStatus status = registry::v1::MEETING_STATUS_UNSPECIFIED;
  // The undated mention that the heading itself was taken for, if any; it goes
  // when an item of the list turns out to be a meeting of its own.
  std::optional<size_t> mention;
};

// One sentence, and where it stands.
struct SentenceView {
  TokenRange tokens;
  TokenRange before;      // the sentence before it in the line; may be empty
  bool is_item = false;   // the line is an item of a list
  bool is_first = false;  // the first sentence of the line
  size_t line = 0;
};

// The work on one answer. Not thread-safe; lives for one call.
class MeetingScan {
 public:
  MeetingScan(const AnswerText& answer, const MeetingSource& source)
      : answer_(answer), source_(source) {}

  MeetingsFound Run();

 private:
  // meeting_scan.cc: lines and their context.
  void ReadLine(size_t line);
  bool TakeCalendarHeading(size_t line, TokenRange& tokens);
  bool DatesTheLineAbove(size_t line) const;
  bool ReadHeadingEntry(TokenRange tokens);
  void UpdateListHeading(size_t line, size_t mentions_before);
  void ReadSentence(const SentenceView& sentence);
  void FindSentenceDates(TokenRange tokens);
  bool TakePlaceLine(const SentenceView& sentence);
  void ForgetHeadingMention();

  // dated_meeting.cc: sentences with dates.
  bool ReadLeadingDate(const SentenceView& sentence, const DatePhrase& date);
  size_t ReadTrailingDate(const SentenceView& sentence, TokenRange before,
                          size_t next, const DatePhrase& date);
  bool Accepts(const SentenceView& sentence, const TitlePhrase& title,
               const DatePhrase& date, bool placed);
  void AttachToOpen(const SentenceView& sentence, const DatePhrase& date,
                    const std::optional<PlacePhrase>& place);
  void AddDated(const SentenceView& sentence, const TitlePhrase& title,
                const DatePhrase& date, TokenRange words);
  void AddAnotherDay(const SentenceView& sentence, const DatePhrase& date,
                     const std::optional<PlacePhrase>& place);
  bool SetDate(const SentenceView& sentence, const DatePhrase& date,
               MeetingMention& mention);
  int YearFor(const SentenceView& sentence, const DatePhrase& date) const;

  // nominal_meeting.cc: entries without.
  bool ReadNominal(const SentenceView& sentence);
  bool ReadTwoNominals(const SentenceView& sentence);
  void ReadAnnounced(const SentenceView& sentence);

  // undated_meeting.cc: sentences without.
  void ReadUndated(const SentenceView& sentence);
  void ReadOrganized(const SentenceView& sentence);
  bool ReadHeldMeeting(const SentenceView& sentence, size_t first, size_t verb);
  size_t ReadObjects(const SentenceView& sentence, size_t first);
  void ReadEditions(const SentenceView& sentence);
  bool IsMeetingYear(const DatePhrase& date) const;
  void SetYear(TokenRange title, MeetingMention& mention) const;
  void AddUndated(const SentenceView& sentence, TokenRange title,
                  registry::v1::MeetingStatus status, int event_count = 1);

  // counted_meeting.cc: mere numbers.
  void CountMeetings(const SentenceView& sentence);

  // listed_meeting.cc: "the first was …, the second …".
  bool ReadListed(const SentenceView& sentence);

  // labelled_meeting.cc: "Title: …", "Date & Venue: …".
  bool ReadLabelled(size_t line);
  void TakeVenue(TokenRange line, TokenRange value);
  void TakeLabelledDate(const SentenceView& line, TokenRange value);

  // meeting_split.cc: one phrase for several meetings.
  using Titles = absl::InlinedVector<TokenRange, 2>;
  Titles SplitTitles(TokenRange title, size_t noun) const;
  size_t SecondSubject(TokenRange title) const;
  void AddSplit(MeetingMention&& mention, TokenRange title,
                TokenRange sentence);
  void AddParts(MeetingMention&& mention, TokenRange title,
                TokenRange sentence);

  void SetPlace(const PlacePhrase& place, MeetingMention& mention) const;
  void MarkPlace(const std::optional<PlacePhrase>& place, TokenRange words,
                 MeetingMention& mention);
  registry::v1::MeetingStatus StatusOf(TokenRange words);
  void SetEvidence(TokenRange tokens, MeetingMention& mention) const;
  std::string TitleText(TokenRange title) const;
  MeetingMention NewMention(const SentenceView& sentence) const;

  // Constant after construction.
  const AnswerText& answer_;
  const MeetingSource& source_;

  // What the lines above say.
  std::optional<DatePhrase> calendar_;  // the month of a calendar's heading
  bool calendar_fresh_ = false;         // it was the line above
  std::optional<ListHeading> heading_;
  bool mixed_ = false;
  // The last mention without a date, for "The meeting was held on …".
  std::optional<size_t> open_;
  size_t open_line_ = 0;
  // The date of the entry above in the same list.
  std::optional<DatePhrase> entry_date_;
  int entry_year_ = 0;
  // The block of labels being read.
  std::optional<size_t> block_title_line_;
  TokenRange block_title_;
  std::optional<size_t> block_mention_;
  // All dates of the sentence being read, and the first year among them that
  // has a month beside it, or 0.
  DatePhrases sentence_dates_;
  size_t sentence_first_ = 0;  // where the words begin that were looked through
  int sentence_year_ = 0;
  // What else is asked for each of its mentions, found out once: the first of
  // the dates that may be the year of a meeting, and whether it has a finite
  // verb.
  const DatePhrase* sentence_first_year_ = nullptr;
  std::optional<bool> sentence_has_auxiliary_;
  // The words for which it was last asked whether they leave a place open.
  TokenRange open_place_words_;
  bool open_place_ = false;
  // The same for their status.
  TokenRange status_words_;
  registry::v1::MeetingStatus status_ =
      registry::v1::MEETING_STATUS_UNSPECIFIED;
  // The last dated mention of the sentence.
  std::optional<size_t> sentence_mention_;

  MeetingsFound found_;
};

}  // namespace compendium
