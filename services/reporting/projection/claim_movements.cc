// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/claim_movements.h"

#include <set>
#include <vector>

namespace compendium::reporting {
namespace {

using registry::v1::ClaimStrength;

// The firmest comes first in the enumeration.
bool IsFirmer(ClaimStrength a, ClaimStrength b) {
  if (b == registry::v1::CLAIM_STRENGTH_UNSPECIFIED)
    return a != registry::v1::CLAIM_STRENGTH_UNSPECIFIED;
  return a != registry::v1::CLAIM_STRENGTH_UNSPECIFIED && a < b;
}

// Compares the claims of one mechanism.
class ClaimComparison {
 public:
  ClaimComparison(const std::string& mechanism, const ClaimedNodes& base,
                  const ClaimedNodes& now, v1::YearOnYear& answer)
      : mechanism_(mechanism), base_(base), now_(now), answer_(answer) {}

  // Looks at a node; call it for each, in the order of the framework.
  void Visit(const FrameworkNode& node) {
    if (told_.count(node.code) != 0) return;
    const auto base = base_.find(node.code);
    const auto now = now_.find(node.code);
    const bool was = base != base_.end();
    const bool is = now != now_.end();
    if (was && is) {
      CompareStrengths(base->second.node, now->second.node);
    } else if (was) {
      const std::vector<std::string> targets = OnlyIn(now_, base_, node.code);
      AddMoved(v1::CLAIM_CHANGE_TO_TARGETS, {node.code}, targets,
               v1::MOVEMENT_DISAPPEARED);
    } else if (is) {
      const std::vector<std::string> targets = OnlyIn(base_, now_, node.code);
      AddMoved(v1::CLAIM_CHANGE_TO_GOAL, targets, {node.code},
               v1::MOVEMENT_APPEARED);
    }
  }

 private:
  using Codes = std::vector<std::string>;

  // Nodes below `parent` that the one claims and the other does not.
  Codes OnlyIn(const ClaimedNodes& one, const ClaimedNodes& other,
               const std::string& parent) const {
    Codes codes;
    for (const auto& [code, claimed] : one)
      if (claimed.parent_code == parent && other.count(code) == 0)
        codes.push_back(code);
    return codes;
  }

  void CompareStrengths(const v1::ClaimedNode& base,
                        const v1::ClaimedNode& now) {
    v1::YearOnYearCounts& counts = *answer_.mutable_counts();
    if (base.strength() == now.strength()) {
      counts.set_same_claim_count(counts.same_claim_count() + 1);
      return;
    }
    counts.set_changed_claim_count(counts.changed_claim_count() + 1);
    Add(v1::MOVEMENT_CHANGED, v1::CLAIM_CHANGE_STRENGTH, {base.code()},
        {now.code()});
  }

  // Adds one movement for codes that are gone and such that are new, or `alone`
  // when one of the two is missing.
  void AddMoved(v1::ClaimChange change, const Codes& gone, const Codes& come,
                v1::Movement alone) {
    v1::YearOnYearCounts& counts = *answer_.mutable_counts();
    if (!gone.empty() && !come.empty()) {
      counts.set_changed_claim_count(counts.changed_claim_count() + 1);
      Add(v1::MOVEMENT_CHANGED, change, gone, come);
      return;
    }
    if (alone == v1::MOVEMENT_APPEARED) {
      counts.set_appeared_claim_count(counts.appeared_claim_count() + 1);
    } else {
      counts.set_disappeared_claim_count(counts.disappeared_claim_count() + 1);
    }
    Add(alone, v1::CLAIM_CHANGE_UNSPECIFIED, gone, come);
  }

  void Add(v1::Movement movement, v1::ClaimChange change, const Codes& gone,
           const Codes& come) {
    v1::ClaimMovement& told = *answer_.add_claims();
    told.set_mechanism(mechanism_);
    told.set_movement(movement);
    told.set_change(change);
    for (const std::string& code : gone) {
      *told.add_base_nodes() = base_.at(code).node;
      told_.insert(code);
    }
    for (const std::string& code : come) {
      *told.add_nodes() = now_.at(code).node;
      told_.insert(code);
    }
  }

  const std::string& mechanism_;
  const ClaimedNodes& base_;
  const ClaimedNodes& now_;
  v1::YearOnYear& answer_;
  std::set<std::string> told_;  // codes
};

}  // namespace

NodesByMechanism ReadNodes(const v1::Coverage& coverage) {
  NodesByMechanism nodes;
  for (const v1::NodeCoverage& node : coverage.nodes()) {
    for (const v1::CoverageCell& cell : node.cells()) {
      ClaimedNodeOf& claimed = nodes[cell.mechanism()][node.code()];
      claimed.parent_code = node.parent_code();
      claimed.node.set_code(node.code());
      claimed.node.set_title(node.title());
      claimed.node.set_level(node.level());
      *claimed.node.mutable_claims() = cell.claims();
      for (const v1::CoverageClaim& claim : cell.claims())
        if (IsFirmer(claim.strength(), claimed.node.strength()))
          claimed.node.set_strength(claim.strength());
    }
  }
  return nodes;
}

void AddClaimMovements(const std::string& mechanism, const ClaimedNodes& base,
                       const ClaimedNodes& now, const Framework& framework,
                       v1::YearOnYear& answer) {
  ClaimComparison comparison(mechanism, base, now, answer);
  // A goal stands before its targets.
  for (const FrameworkNode& node : framework.nodes()) comparison.Visit(node);
}

}  // namespace compendium::reporting
