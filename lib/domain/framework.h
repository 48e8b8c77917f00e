// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace compendium {

// What a node of a framework is called by those who wrote the framework.
enum class FrameworkLevel { kGoal, kTarget, kObjective, kTheme };

// One thing that a mechanism can be said to contribute to.
struct FrameworkNode {
  std::string code;    // as NormaliseCode returns it
  std::string parent;  // the code of the node above; empty at the top
  std::string title;   // short, in this project's words
  FrameworkLevel level;
};

// A list of goals that answers are measured against, as data: `sdg` (the goals
// and targets of 2015), `iom-core` (the eight targets that name migration),
// `gcm` (the objectives of the Global Compact for Migration), or a list of what
// focus areas are about: `themes`, in two levels (see ThemesOf). To add one,
// add its table in data/ and a line in framework.cc. Immutable; any thread may
// use it. Its objects live as long as the program.
class Framework {
 public:
  // What a framework is made of: CSV tables with the columns code, parent,
  // level and title, one after the other. A malformed table, a code that is
  // listed twice or a parent that is not listed before is a programmer's error.
  struct Source {
    std::string id;
    std::string version;
    std::string title;
    std::vector<absl::string_view> tables;
  };
  explicit Framework(const Source& source);

  const std::string& id() const { return id_; }
  const std::string& version() const { return version_; }
  const std::string& title() const { return title_; }

  // Whether a mechanism can be said to support its nodes; focus areas are about
  // themes and support none.
  bool takes_claims() const {
    return nodes_.empty() || nodes_[0].level != FrameworkLevel::kTheme;
  }

  // In the order of the framework: parents before their children.
  absl::Span<const FrameworkNode> nodes() const { return nodes_; }

  // The node with that code as NormaliseCode returns it, or null.
  const FrameworkNode* Find(absl::string_view code) const;

  // The code of this framework that `text` writes: blanks around it and
  // capitals are folded, nothing else. kInvalidArgument when there is none.
  absl::StatusOr<std::string> NormaliseCode(absl::string_view text) const;

 private:
  void AddTable(absl::string_view text);

  std::string id_;
  std::string version_;
  std::string title_;
  std::vector<FrameworkNode> nodes_;
  absl::flat_hash_map<std::string, size_t> index_;  // code to place in nodes_
};

// Every framework, in the order in which to show them.
absl::Span<const Framework> AllFrameworks();

// The id of the framework that is meant: sdg where none is named.
std::string FrameworkMeant(absl::string_view id);

// The framework with that id, or null.
const Framework* FindFramework(absl::string_view id);

}  // namespace compendium
