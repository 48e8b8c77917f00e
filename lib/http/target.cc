// SPDX-License-Identifier: Apache-2.0
#include "lib/http/target.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/http/limits.h"
#include "lib/http/percent.h"
#include "lib/request/plain_text.h"

namespace compendium::http {
namespace {

absl::Status Problem(absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("target: ", what));
}

// Decoded, and plain text.
absl::StatusOr<std::string> Decode(absl::string_view text, bool in_query) {
  absl::StatusOr<std::string> decoded = PercentDecode(text, in_query);
  if (!decoded.ok()) return Problem(decoded.status().message());
  const TextFlaw flaw = FindTextFlaw(*decoded);
  if (flaw.kind == TextFlaw::Kind::kEncoding)
    return Problem("got bytes that are not UTF-8");
  if (flaw.kind == TextFlaw::Kind::kControl)
    return Problem("got a control character");
  return decoded;
}

absl::StatusOr<std::string> DecodePath(absl::string_view text) {
  if (!absl::StartsWith(text, "/"))
    return Problem("got what does not begin with a slash");
  if (absl::StrContains(absl::AsciiStrToLower(text), "%2f"))
    return Problem("got an encoded slash in the path");
  ASSIGN_OR_RETURN(std::string path, Decode(text, /*in_query=*/false));
  for (const absl::string_view segment : absl::StrSplit(path, '/'))
    if (segment == "." || segment == "..")
      return Problem("got . or .. in the path");
  return path;
}

}  // namespace

absl::StatusOr<Target> Target::Parse(absl::string_view text) {
  if (text.size() > kTargetBytesMax)
    return Problem(absl::StrCat("got ", text.size(), " bytes, want ",
                                kTargetBytesMax, " at most"));
  Target target;
  const size_t mark = text.find('?');
  ASSIGN_OR_RETURN(target.path_, DecodePath(text.substr(0, mark)));
  if (mark == absl::string_view::npos) return target;
  for (const absl::string_view part :
       absl::StrSplit(text.substr(mark + 1), '&', absl::SkipEmpty())) {
    if (target.parameters_.size() == kParametersMax)
      return Problem(
          absl::StrCat("got more than ", kParametersMax, " parameters"));
    const std::pair<absl::string_view, absl::string_view> halves =
        absl::StrSplit(part, absl::MaxSplits('=', 1));
    Parameter parameter;
    ASSIGN_OR_RETURN(parameter.name, Decode(halves.first, /*in_query=*/true));
    ASSIGN_OR_RETURN(parameter.value, Decode(halves.second, /*in_query=*/true));
    target.parameters_.push_back(std::move(parameter));
  }
  return target;
}

std::string Target::ToString() const {
  std::string text;
  for (const absl::string_view segment :
       absl::StrSplit(absl::string_view(path_).substr(1), '/'))
    absl::StrAppend(&text, "/", PercentEncode(segment));
  char separator = '?';
  for (const Parameter& parameter : parameters_) {
    text += std::exchange(separator, '&');
    absl::StrAppend(&text, PercentEncode(parameter.name), "=",
                    PercentEncode(parameter.value));
  }
  return text;
}

std::optional<absl::string_view> Target::Find(absl::string_view name) const {
  for (const Parameter& parameter : parameters_)
    if (parameter.name == name) return parameter.value;
  return std::nullopt;
}

}  // namespace compendium::http
