// SPDX-License-Identifier: Apache-2.0
#include "lib/request/well_known_types.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

constexpr int32_t kNanosMax = 999'999'999;

std::string Got(int64_t seconds, int32_t nanos, absl::string_view wanted) {
  return absl::StrCat("got ", seconds, " s and ", nanos, " ns, want ", wanted);
}

bool IsMaskPath(absl::string_view path) {
  if (path == "*") return true;
  bool inside = false;  // a name
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter =
        absl::ascii_islower(byte) || absl::ascii_isdigit(byte) || c == '_';
    if (!letter && (c != '.' || !inside)) return false;
    inside = letter;
  }
  return inside;
}

}  // namespace

std::optional<std::string> DurationProblem(
    const google::protobuf::Duration& duration) {
  constexpr int64_t kSecondsMax = 315'576'000'000;
  const int64_t seconds = duration.seconds();
  const int32_t nanos = duration.nanos();
  const bool mixed = (seconds > 0 && nanos < 0) || (seconds < 0 && nanos > 0);
  if (seconds >= -kSecondsMax && seconds <= kSecondsMax &&
      nanos >= -kNanosMax && nanos <= kNanosMax && !mixed)
    return std::nullopt;
  return Got(seconds, nanos, "at most 10000 years, both parts of one sign");
}

std::optional<std::string> TimestampProblem(
    const google::protobuf::Timestamp& timestamp) {
  constexpr int64_t kSecondsMin = -62'135'596'800;
  constexpr int64_t kSecondsMax = 253'402'300'799;
  const int64_t seconds = timestamp.seconds();
  const int32_t nanos = timestamp.nanos();
  if (seconds >= kSecondsMin && seconds <= kSecondsMax && nanos >= 0 &&
      nanos <= kNanosMax)
    return std::nullopt;
  return Got(seconds, nanos, "a moment of the years 1 to 9999");
}

std::optional<std::string> MaskPathProblem(absl::string_view path) {
  if (IsMaskPath(path)) return std::nullopt;
  return absl::StrCat("got ", QuotedForError(path),
                      ", want names of fields joined by dots, or *");
}

}  // namespace compendium
