// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/domain/resource_name.h"

namespace compendium::reporting {

// What people said of the mentions of one round: which are one event, and which
// are not (Round.event_links). Mentions that are joined, directly or through
// others, are a set. Of two links that contradict each other the later one in
// the list counts: a mention that a join would put together with one that a
// later link splits from it stays out of the set. What names another round, or
// a mention that is not there, is without effect. Immutable.
class EventLinks {
 public:
  // What the links say of one mention.
  struct Mention {
    int set = -1;  // of joined mentions; -1 when it is joined to none
    // The links that split it, or one that it is joined with, from others;
    // sorted.
    std::vector<int> splits;
  };

  EventLinks(const RoundName& name, const registry::v1::Round& round);

  // Null for a mention that no link names.
  const Mention* Find(absl::string_view mechanism_id,
                      absl::string_view item_id) const;

  // The mechanisms of a set's mentions, sorted, each once.
  const std::vector<std::string>& MechanismsOf(int set) const;

  // Why people joined a set: the reason of the last link that did.
  const std::string& ReasonOf(int set) const;

  // The mechanisms whose questionnaires the links name, sorted, each once.
  const std::vector<std::string>& mechanisms() const { return mechanisms_; }

 private:
  struct Set {
    std::vector<std::string> mechanisms;
    std::string reason;
  };
  class Builder;

  // By mechanism id and item id.
  std::map<std::pair<std::string, std::string>, Mention> mentions_;
  std::vector<Set> sets_;
  std::vector<std::string> mechanisms_;
};

using EventLinksLink = std::shared_ptr<const EventLinks>;

// Whether two sorted lists share something.
bool Intersect(const std::vector<int>& a, const std::vector<int>& b);

}  // namespace compendium::reporting
