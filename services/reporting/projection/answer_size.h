// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include <google/protobuf/message_lite.h>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {

// RESOURCE_EXHAUSTED for an answer that holds more than it may.
inline absl::Status AnswerTooLarge(absl::string_view answer, size_t count_max,
                                   absl::string_view things,
                                   absl::string_view advice) {
  return ErrorWithReason(absl::StatusCode::kResourceExhausted,
                         "ANSWER_TOO_LARGE",
                         absl::StrCat(answer, ": got more than ", count_max,
                                      " ", things, ", want ", advice));
}

// Sums the parts of an answer up while it is built, so that one that cannot be
// sent is given up before it fills the memory.
class AnswerSize {
 public:
  // Counts a part and returns whether all of them still fit into an answer.
  bool Add(const google::protobuf::MessageLite& part) {
    bytes_ += part.ByteSizeLong();
    return bytes_ <= kAnswerBytesMax;
  }

 private:
  size_t bytes_ = 0;
};

}  // namespace compendium::reporting
