// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/publications.pb.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/publications.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Which publications are asked for; an absent field does not limit.
struct PublicationsQuery {
  Selection selection = {};
  std::optional<registry::v1::PublicationStatus> status = std::nullopt;
  DayFilter days = {};  // on which the publication may come out
};

// The publications, as publications.proto defines them. NOT_FOUND when the
// directory has not that round or mechanism; RESOURCE_EXHAUSTED with reason
// ANSWER_TOO_LARGE when the answer would have more than kListedItemsMax or
// kAnswerBytesMax.
absl::StatusOr<v1::Publications> AnswerPublications(
    const Directory& directory, const Publications& publications,
    const PublicationsQuery& query);

}  // namespace compendium::reporting
