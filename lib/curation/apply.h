// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/curation_step.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/findings/finding_options.h"

namespace compendium {

// Who decides, and why where a step does not say.
struct Curator {
  std::string author = {};
  std::string reason = {};
  // What the questionnaire's findings depend on besides it: its round. Read
  // only by decisions.
  FindingOptions round = {};
};

// Makes one step on a questionnaire whose items have ids, and gives ids to new
// items. The step has passed the annotations of its proto; the rules for whole
// records (codes exist, evidence quotes its answer) are to be checked after it.
// INVALID_ARGUMENT naming what of the step does not fit: paths begin with
// `path`, such as "steps[2]" in "steps[2].reject.item_id". After an error the
// questionnaire may be partly changed. Pure.
absl::Status Apply(const registry::v1::CurationStep& step,
                   const Curator& curator, absl::string_view path,
                   registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
