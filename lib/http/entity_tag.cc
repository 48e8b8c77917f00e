// SPDX-License-Identifier: Apache-2.0
#include "lib/http/entity_tag.h"

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/sha256.h"

namespace compendium::http {
namespace {

constexpr size_t kHashBytes = 16;

}  // namespace

std::string TagHash(std::initializer_list<absl::string_view> parts) {
  const std::string hash = base::Sha256(parts);
  return absl::WebSafeBase64Escape(
      absl::string_view(hash).substr(0, kHashBytes));
}

std::string EntityTagOf(absl::string_view bytes) {
  return absl::StrCat("\"", TagHash({bytes}), "\"");
}

bool MatchesEntityTag(absl::string_view if_none_match, absl::string_view tag) {
  absl::string_view rest = absl::StripAsciiWhitespace(if_none_match);
  if (rest == "*") return true;
  while (!rest.empty()) {
    absl::ConsumePrefix(&rest, "W/");
    // A tag may hold commas.
    const size_t end = rest.size() > 1 && rest[0] == '"'
                           ? rest.find('"', 1)
                           : absl::string_view::npos;
    if (end == absl::string_view::npos) return false;
    if (rest.substr(0, end + 1) == tag) return true;
    rest = absl::StripLeadingAsciiWhitespace(rest.substr(end + 1));
    if (!absl::ConsumePrefix(&rest, ",")) return false;
    rest = absl::StripLeadingAsciiWhitespace(rest);
  }
  return false;
}

std::string GzipTagOf(absl::string_view tag) {
  return absl::StrCat(tag.substr(0, tag.size() - 1), "-gzip\"");
}

std::optional<std::string> KnownEntityTag(absl::string_view if_none_match,
                                          absl::string_view tag) {
  if (MatchesEntityTag(if_none_match, tag)) return std::string(tag);
  const std::string gzip = GzipTagOf(tag);
  if (MatchesEntityTag(if_none_match, gzip)) return gzip;
  return std::nullopt;
}

}  // namespace compendium::http
