// SPDX-License-Identifier: Apache-2.0
#include "cli/text/item_words.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/words/date_words.h"
#include "lib/words/enum_word.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

std::string Join(const std::vector<std::string>& parts,
                 absl::string_view separator = "; ") {
  std::vector<absl::string_view> present;
  for (const std::string& part : parts)
    if (!part.empty()) present.push_back(part);
  return absl::StrJoin(present, separator);
}

std::string TitleWords(const std::string& title) {
  return title.empty() ? "(no title)" : title;
}

// Empty where calendars would say "no date".
std::string DateOrNothing(const v1::UncertainDate& date) {
  return date.edtf().empty() ? date.as_written() : DateWords(date.edtf());
}

std::string CountWords(int count) {
  return count > 1 ? absl::StrCat(count, " events") : "";
}

template <class List>
std::string Find(const List& items, absl::string_view kind,
                 absl::string_view id) {
  for (const auto& item : items)
    if (item.id() == id) return absl::StrCat(kind, ": ", ItemWords(item));
  return "";
}

template <class List>
std::string FindNamed(const List& items, absl::string_view kind,
                      absl::string_view words) {
  for (const auto& item : items)
    if (item.as_written() == words)
      return absl::StrCat(kind, ": ", ItemWords(item));
  return "";
}

}  // namespace

std::string ItemWords(const v1::Meeting& meeting) {
  return Join(
      {TitleWords(meeting.title()), DateOrNothing(meeting.date()),
       PlaceWords(meeting.city(), meeting.country_code()),
       Join({LevelWords(meeting.level()), EnumWord(meeting.status())}, ", "),
       CountWords(meeting.event_count())});
}

std::string ItemWords(const v1::Claim& claim) {
  return absl::StrCat(claim.framework(), " ", claim.code(), ", ",
                      EnumWord(claim.strength()));
}

std::string ItemWords(const v1::Project& project) {
  return Join({TitleWords(project.title()), DateOrNothing(project.period()),
               project.website_uri()});
}

std::string ItemWords(const v1::Publication& publication) {
  return Join({TitleWords(publication.title()),
               DateOrNothing(publication.date()),
               EnumWord(publication.status()), publication.link_uri()});
}

std::string ItemWords(const v1::Participant& participant) {
  return Join(
      {participant.as_written(), participant.country_code(),
       Join({EnumWord(participant.kind()), EnumWord(participant.role())},
            ", ")});
}

std::string ItemWords(const v1::FocusArea& focus_area) {
  return focus_area.as_written();
}

std::string ItemWords(const v1::Rejection& rejection) {
  switch (rejection.item_case()) {
    case v1::Rejection::kMeeting:
      return ItemWords(rejection.meeting());
    case v1::Rejection::kClaim:
      return ItemWords(rejection.claim());
    case v1::Rejection::kProject:
      return ItemWords(rejection.project());
    case v1::Rejection::kPublication:
      return ItemWords(rejection.publication());
    case v1::Rejection::kParticipant:
      return ItemWords(rejection.participant());
    case v1::Rejection::kFocusArea:
      return ItemWords(rejection.focus_area());
    case v1::Rejection::ITEM_NOT_SET:
      break;
  }
  return rejection.item_id();
}

std::string ItemWords(const v1::Questionnaire& questionnaire,
                      absl::string_view id) {
  for (std::string words :
       {Find(questionnaire.meetings(), "meeting", id),
        Find(questionnaire.claims(), "claim", id),
        Find(questionnaire.projects(), "project", id),
        Find(questionnaire.publications(), "publication", id),
        FindNamed(questionnaire.participants(), "participant", id),
        FindNamed(questionnaire.focus_areas(), "focus area", id)})
    if (!words.empty()) return words;
  for (const v1::Rejection& rejection : questionnaire.rejections())
    if (rejection.item_id() == id)
      return absl::StrCat("rejected: ", ItemWords(rejection));
  return "";
}

}  // namespace compendium
