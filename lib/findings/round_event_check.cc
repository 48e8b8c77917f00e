// SPDX-License-Identifier: Apache-2.0
// round-event-dates: two mechanisms tell of one event and give different days.
// Mentions are of one event when people joined them (Round.event_links), or
// when they are in one city, no more than kDaysApartMax apart, with alike
// titles that say more than what kind of meeting it is. What people split is
// never compared.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/name_key.h"
#include "lib/extract/title_words.h"
#include "lib/findings/checks.h"
#include "lib/findings/day_span.h"
#include "lib/findings/limits.h"
#include "lib/findings/round_items.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

constexpr double kAlike = 0.8;
constexpr int kDaysApartMax = 31;
// Words in common that tell which event it is.
constexpr size_t kTellingWordsMin = 2;

// What every second title has: it tells the kind of meeting, not which one.
constexpr absl::string_view kKindWords =
    " annual conference consultation dialogue expert forum global group high "
    "international level meeting migration minister ministerial national "
    "official process regional round roundtable seminar senior session "
    "technical thematic training workshop working ";

// A mention, prepared for comparison.
struct Side {
  const v1::Questionnaire* questionnaire;
  const v1::Meeting* meeting;
  TitleWords words;
  DaySpan days;
  std::string name;  // how links name it
};

std::string LinkName(absl::string_view questionnaire, absl::string_view id) {
  return absl::StrCat(questionnaire, " ", id);
}

size_t TellingWords(const Side& one, const Side& other) {
  size_t count = 0;
  for (const std::string& word : one.words.words) {
    const bool common = std::binary_search(other.words.words.begin(),
                                           other.words.words.end(), word);
    const bool kind =
        absl::string_view(kKindWords).find(absl::StrCat(" ", word, " ")) !=
        absl::string_view::npos;
    count += common && !kind ? 1 : 0;
  }
  return count;
}

bool LookLikeOne(const Side& one, const Side& other) {
  const auto gap = std::max(one.days.first - other.days.last,
                            other.days.first - one.days.last);
  return gap <= kDaysApartMax && !OrdinalsDiffer(one.words, other.words) &&
         Likeness(one.words, other.words) >= kAlike &&
         TellingWords(one, other) >= kTellingWordsMin;
}

// What people said about which mentions are one event.
class Links {
 public:
  explicit Links(const v1::Round& round) : round_(round) {
    for (int i = 0; i < round.event_links_size(); ++i) {
      for (const v1::MentionReference& mention :
           round.event_links(i).mentions()) {
        std::vector<int>& links = by_name_[NameOf(mention)];
        if (links.empty() || links.back() != i) links.push_back(i);
      }
    }
  }

  static std::string NameOf(const v1::MentionReference& mention) {
    return LinkName(mention.questionnaire(), mention.item_id());
  }

  // What the latest link about both says; UNSPECIFIED when none does.
  v1::EventLinkKind Verdict(const Side& one, const Side& other) const {
    const auto links = by_name_.find(one.name);
    const auto others = by_name_.find(other.name);
    if (links == by_name_.end() || others == by_name_.end()) {
      return v1::EVENT_LINK_KIND_UNSPECIFIED;
    }
    for (auto link = links->second.rbegin(); link != links->second.rend();
         ++link) {
      if (std::binary_search(others->second.begin(), others->second.end(),
                             *link)) {
        return round_.event_links(*link).kind();
      }
    }
    return v1::EVENT_LINK_KIND_UNSPECIFIED;
  }

 private:
  const v1::Round& round_;
  absl::flat_hash_map<std::string, std::vector<int>> by_name_;  // ascending
};

void Compare(const Side& one, const Side& other, const Links& links,
             FindingList& list) {
  if (one.questionnaire == other.questionnaire) return;
  if (!Disagree(one.days, other.days)) return;
  const v1::EventLinkKind verdict = links.Verdict(one, other);
  if (verdict == v1::EVENT_LINK_KIND_SPLIT) return;
  if (verdict != v1::EVENT_LINK_KIND_JOIN && !LookLikeOne(one, other)) return;
  list.Add({"round-event-dates",
            v1::FINDING_SEVERITY_WARNING,
            absl::StrCat(InMessage(one.meeting->title()), " is on ",
                         InMessage(one.meeting->date().as_written()), " to ",
                         InMessage(one.questionnaire->title()), " and on ",
                         InMessage(other.meeting->date().as_written()), " to ",
                         InMessage(other.questionnaire->title()), "."),
            "Ask both for the date and correct the wrong one; if they are two "
            "events, split them.",
            {QuoteOfRoundItem(*one.questionnaire, *one.meeting),
             QuoteOfRoundItem(*other.questionnaire, *other.meeting)},
            absl::StrCat(one.meeting->date().edtf(), " ",
                         other.meeting->date().edtf())});
}

// The mentions of a round, ready to be compared; each pair once.
class RoundEvents {
 public:
  RoundEvents(absl::Span<const v1::Questionnaire* const> questionnaires,
              const v1::Round& round)
      : round_(round), links_(round) {
    for (const v1::Questionnaire* const questionnaire : questionnaires) {
      AddMentions(*questionnaire);
    }
  }

  void Check(FindingList& list) {
    for (const v1::EventLink& link : round_.event_links()) {
      if (link.kind() == v1::EVENT_LINK_KIND_JOIN) CheckLink(link, list);
    }
    for (auto& [city, group] : places_) CheckPlace(group, list);
  }

 private:
  void AddMentions(const v1::Questionnaire& questionnaire) {
    for (const v1::Meeting& meeting : questionnaire.meetings()) {
      const auto days = SpanOf(meeting.date().edtf());
      if (!days.has_value()) continue;
      const std::string name = LinkName(questionnaire.name(), meeting.id());
      by_name_.try_emplace(name, sides_.size());
      if (!meeting.city().empty()) {
        places_[NameKey(meeting.city())].push_back(sides_.size());
      }
      sides_.push_back(
          {&questionnaire, &meeting, WordsOf(meeting.title()), *days, name});
    }
  }

  // Each with the first: who disagrees with nobody else is seen, too.
  void CheckLink(const v1::EventLink& link, FindingList& list) {
    std::vector<size_t> group;
    for (const v1::MentionReference& mention : link.mentions()) {
      const auto side = by_name_.find(Links::NameOf(mention));
      if (side != by_name_.end()) group.push_back(side->second);
    }
    for (size_t i = 1; i < group.size(); ++i) {
      CheckPair(group[0], group[i], list);
    }
  }

  void CheckPlace(std::vector<size_t>& group, FindingList& list) {
    std::stable_sort(group.begin(), group.end(), [&](size_t a, size_t b) {
      return sides_[a].days.first < sides_[b].days.first;
    });
    for (size_t i = 0; i < group.size(); ++i) {
      const size_t last = std::min(group.size(), i + 1 + kSameNumberMax);
      for (size_t k = i + 1; k < last; ++k) {
        const auto gap =
            sides_[group[k]].days.first - sides_[group[i]].days.last;
        if (gap > kDaysApartMax) break;
        CheckPair(group[i], group[k], list);
      }
    }
  }

  // An event that two questionnaires tell of several times, with the same days
  // each time, is one finding.
  void CheckPair(size_t one, size_t other, FindingList& list) {
    if (other < one) std::swap(one, other);
    const Side& a = sides_[one];
    const Side& b = sides_[other];
    if (!told_
             .insert(absl::StrCat(
                 a.questionnaire->name(), "\n", a.meeting->event_key(), "\n",
                 a.meeting->event_key().empty() ? a.meeting->title() : "", "\n",
                 a.meeting->date().edtf(), "\n", b.questionnaire->name(), "\n",
                 b.meeting->event_key(), "\n",
                 b.meeting->event_key().empty() ? b.meeting->title() : "", "\n",
                 b.meeting->date().edtf()))
             .second) {
      return;
    }
    Compare(a, b, links_, list);
  }

  const v1::Round& round_;
  const Links links_;
  std::vector<Side> sides_;
  absl::flat_hash_map<std::string, size_t> by_name_;
  absl::btree_map<std::string, std::vector<size_t>> places_;  // by city
  absl::flat_hash_set<std::string> told_;
};

}  // namespace

void CheckRoundEvents(absl::Span<const v1::Questionnaire* const> items,
                      const v1::Round& round, FindingList& list) {
  RoundEvents(items, round).Check(list);
}

}  // namespace compendium
