// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/web_link.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace compendium {
namespace {

constexpr size_t kLabelBytesMax = 63;  // RFC 1035 §2.3.4

bool IsAlnum(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// Few bytes of a text are one of these.
bool MayStartLink(char c) {
  return c == 'h' || c == 'H' || c == 'w' || c == 'W';
}

bool StartsLink(absl::string_view rest) {
  if (absl::StartsWithIgnoreCase(rest, "www.")) return rest.size() > 4;
  if (!absl::StartsWithIgnoreCase(rest, "http")) return false;
  rest.remove_prefix(4);
  if (!rest.empty() && (rest[0] == 's' || rest[0] == 'S')) {
    rest.remove_prefix(1);
  }
  return absl::StartsWith(rest, ":/") || absl::StartsWith(rest, "//") ||
         absl::StartsWith(rest, ":\\") || absl::StartsWith(rest, ";//");
}

// Whether the address ends before `at`: blanks, quotation marks and angle
// brackets, and everything from U+2000 to U+203F (“, ”, ’, –, …).
bool EndsLink(absl::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c <= ' ' || c == '"' || c == '<' || c == '>') return true;
  return c == 0xE2 && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) == 0x80;
}

size_t LinkEnd(absl::string_view text, size_t begin) {
  size_t at = begin;
  int depth = 0;
  for (; at < text.size() && !EndsLink(text, at); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth < 0) break;
  }
  while (at > begin && absl::string_view(".,;:!?'*").find(text[at - 1]) !=
                           absl::string_view::npos) {
    --at;
  }
  return at;
}

// Whether a new word may begin at `at`. Of the marks beyond ASCII these are
// U+2000 to U+2FFF, such as quotation marks and bullets.
bool IsWordStart(absl::string_view text, size_t at) {
  if (at == 0 || !IsAlnum(text[at - 1])) return true;
  return at >= 3 && static_cast<unsigned char>(text[at - 3]) == 0xE2;
}

// Takes scheme and its slashes off; false when they are not well-formed.
bool TakeScheme(absl::string_view& link) {
  if (absl::StartsWithIgnoreCase(link, "http://")) {
    link.remove_prefix(7);
    return true;
  }
  if (absl::StartsWithIgnoreCase(link, "https://")) {
    link.remove_prefix(8);
    return true;
  }
  if (absl::StartsWithIgnoreCase(link, "http") && StartsLink(link)) {
    return false;
  }
  const size_t slash = link.find("//");
  return slash == absl::string_view::npos || slash > link.find_first_of("./?#");
}

absl::string_view HostProblem(absl::string_view host) {
  const size_t user = host.rfind('@');
  if (user != absl::string_view::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  absl::ConsumeSuffix(&host, ".");
  if (host.empty()) return "has no host";
  absl::string_view last;
  size_t labels = 0;
  for (const absl::string_view label : absl::StrSplit(host, '.')) {
    if (label.empty()) return "has an empty part in its host";
    if (label.size() > kLabelBytesMax) return "has too long a host";
    const bool letters = std::all_of(label.begin(), label.end(), [](char c) {
      return IsAlnum(c) || c == '-' || c == '_';
    });
    if (!letters || label.front() == '-' || label.back() == '-') {
      return "has a host with letters that no host can have";
    }
    last = label;
    ++labels;
  }
  const bool domain =
      last.size() >= 2 &&
      (absl::StartsWithIgnoreCase(last, "xn--") ||
       std::none_of(last.begin(), last.end(), [](char c) {
         return absl::ascii_isdigit(static_cast<unsigned char>(c)) ||
                c == '-' || c == '_';
       }));
  if (labels < 2 || !domain) return "has no top-level domain";
  return "";
}

bool IsHexDigit(absl::string_view text, size_t at) {
  return at < text.size() &&
         absl::ascii_isxdigit(static_cast<unsigned char>(text[at]));
}

absl::string_view PathProblem(absl::string_view path) {
  for (size_t at = 0; at < path.size(); ++at) {
    if (absl::string_view("\\^`{}|").find(path[at]) !=
        absl::string_view::npos) {
      return "holds a mark that no address can have";
    }
    if (path[at] == '%' &&
        !(IsHexDigit(path, at + 1) && IsHexDigit(path, at + 2))) {
      return "has a broken %-escape";
    }
  }
  return "";
}

}  // namespace

std::vector<LinkSpan> FindLinks(absl::string_view text) {
  std::vector<LinkSpan> links;
  for (size_t at = 0; at < text.size();) {
    const bool starts = MayStartLink(text[at]) && IsWordStart(text, at) &&
                        StartsLink(text.substr(at));
    if (!starts) {
      ++at;
      continue;
    }
    const size_t end = LinkEnd(text, at);
    links.push_back({at, end});
    at = std::max(end, at + 1);
  }
  return links;
}

absl::string_view LinkProblem(absl::string_view link) {
  link = absl::StripAsciiWhitespace(link);
  const bool blank = std::any_of(link.begin(), link.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ';
  });
  if (blank) return "holds a blank";
  if (!TakeScheme(link)) return "does not begin with http:// or https://";
  if (absl::StartsWithIgnoreCase(link, "http:") ||
      absl::StartsWithIgnoreCase(link, "https:")) {
    return "is two addresses in one";
  }
  const size_t host_end = std::min(link.find_first_of("/?#"), link.size());
  const absl::string_view problem = HostProblem(link.substr(0, host_end));
  return problem.empty() ? PathProblem(link.substr(host_end)) : problem;
}

bool IsHomePage(absl::string_view link) {
  link = absl::StripAsciiWhitespace(link);
  if (!TakeScheme(link)) return false;
  const size_t host_end = link.find_first_of("/?#");
  return host_end == absl::string_view::npos || link.substr(host_end) == "/";
}

}  // namespace compendium
