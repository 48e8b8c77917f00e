// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/timestamp.h"
#include "services/reporting/past/past_reader.h"

namespace compendium::reporting {

// Of which state a request wants its answer: what is published once it has
// reached min_revision, or that of a past moment.
struct Moment {
  int64_t min_revision = 0;
  std::optional<PastMoment> as_of = std::nullopt;
};

// Whether the snapshot is known to be that of the moment.
inline bool IsOf(const Snapshot& snapshot, const PastMoment& moment) {
  const auto* revision = std::get_if<int64_t>(&moment);
  return revision != nullptr && *revision == snapshot.revision;
}

// A time of a request as a moment; INVALID_ARGUMENT when it has not passed.
inline absl::StatusOr<PastMoment> PassedTime(
    absl::string_view field, const google::protobuf::Timestamp& timestamp,
    absl::Time now) {
  const absl::Time time = ToTime(timestamp);
  if (time > now)
    return InvalidField(
        field, absl::StrCat("got ", absl::FormatTime(time, absl::UTCTimeZone()),
                            ", want a time that has passed"));
  return PastMoment(time);
}

// Whether a request may ask for the past.
template <class Request>
concept AsksForPast = requires(const Request& request) {
  request.as_of_time();
};

// The moment of a request that has passed the field rules. INVALID_ARGUMENT for
// a time that has not passed, and for a past revision below min_revision.
template <class Request>
absl::StatusOr<Moment> MomentOf(const Request& request, absl::Time now) {
  Moment moment{.min_revision = request.min_revision()};
  if constexpr (AsksForPast<Request>) {
    if (request.has_as_of_time()) {
      ASSIGN_OR_RETURN(moment.as_of,
                       PassedTime("as_of_time", request.as_of_time(), now));
    } else if (request.has_as_of_revision()) {
      const int64_t revision = request.as_of_revision();
      if (moment.min_revision > revision)
        return InvalidField(
            "min_revision",
            absl::StrCat("got ", moment.min_revision, ", want ", revision,
                         ", the as_of_revision, at most"));
      moment.min_revision = revision;
      moment.as_of = revision;
    }
  }
  return moment;
}

}  // namespace compendium::reporting
