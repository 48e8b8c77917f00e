// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/event_link.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using Mentions = std::set<std::pair<std::string, std::string>>;

Mentions MentionsOf(
    const google::protobuf::RepeatedPtrField<v1::MentionReference>& list) {
  Mentions mentions;
  for (const v1::MentionReference& mention : list)
    mentions.emplace(mention.questionnaire(), mention.item_id());
  return mentions;
}

absl::Status CheckMentions(const v1::EventLink& link, absl::string_view path) {
  if (link.mentions_size() < 2)
    return InvalidField(
        absl::StrCat(path, ".mentions"),
        absl::StrCat("got ", link.mentions_size(), ", want at least 2"));
  Mentions seen;
  for (int i = 0; i < link.mentions_size(); ++i) {
    const v1::MentionReference& mention = link.mentions(i);
    if (!seen.emplace(mention.questionnaire(), mention.item_id()).second)
      return InvalidField(
          absl::StrCat(path, ".mentions[", i, "].item_id"),
          absl::StrCat("got ", QuotedForError(mention.item_id()),
                       " a second time, want each mention once"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status AddEventLink(v1::EventLink link, const std::string& author,
                          absl::string_view path, v1::Round& round) {
  if (absl::Status status = CheckMentions(link, path); !status.ok())
    return status;
  const Mentions mentions = MentionsOf(link.mentions());
  auto& links = *round.mutable_event_links();
  for (int i = links.size() - 1; i >= 0; --i)
    if (MentionsOf(links[i].mentions()) == mentions) links.DeleteSubrange(i, 1);
  link.set_author(author);
  *links.Add() = std::move(link);
  return absl::OkStatus();
}

absl::Status RemoveOneEventLink(const v1::RemoveEventLink& remove,
                                absl::string_view path, v1::Round& round) {
  const Mentions mentions = MentionsOf(remove.mentions());
  auto& links = *round.mutable_event_links();
  for (int i = 0; i < links.size(); ++i) {
    if (links[i].kind() != remove.kind() ||
        MentionsOf(links[i].mentions()) != mentions)
      continue;
    links.DeleteSubrange(i, 1);
    return absl::OkStatus();
  }
  return InvalidField(absl::StrCat(path, ".mentions"),
                      absl::StrCat("got ", remove.mentions_size(),
                                   " of which nothing of that kind was said, "
                                   "want exactly those of an event link"));
}

}  // namespace compendium
