// SPDX-License-Identifier: Apache-2.0
#include "lib/document/known_mechanism.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/name_key.h"

namespace compendium {

extern const char kMechanismsCsv[];

namespace {

constexpr size_t kIdBytesMax = 63;  // GRAMMAR_RESOURCE_ID

// The shortest LossyNameKey that is taken for a name.
constexpr size_t kLossyKeyBytesMin = 8;

struct Table {
  std::vector<KnownMechanism> mechanisms;
  absl::flat_hash_map<std::string, size_t> by_name;   // NameKey to mechanism
  absl::flat_hash_map<std::string, size_t> by_lossy;  // by LossyNameKey
};

registry::v1::MechanismLevel ParseLevel(absl::string_view word) {
  if (word == "regional") return registry::v1::MECHANISM_LEVEL_REGIONAL;
  if (word == "interregional") {
    return registry::v1::MECHANISM_LEVEL_INTERREGIONAL;
  }
  if (word == "global") return registry::v1::MECHANISM_LEVEL_GLOBAL;
  CHECK(word.empty());
  return registry::v1::MECHANISM_LEVEL_UNSPECIFIED;
}

Table LoadTable() {
  Table table;
  const CsvTable csv(kMechanismsCsv);
  for (size_t row = 0; row < csv.row_count(); ++row) {
    const auto add_name = [&](absl::string_view name) {
      if (name.empty()) return;
      const auto [at, added] = table.by_name.emplace(NameKey(name), row);
      CHECK(added || at->second == row);  // one name, one mechanism
      const auto [lossy, fresh] =
          table.by_lossy.emplace(LossyNameKey(name), row);
      CHECK(fresh || lossy->second == row);
    };
    KnownMechanism mechanism;
    mechanism.id = std::string(csv.Field(row, "slug"));
    mechanism.display_name = std::string(csv.Field(row, "display_name"));
    mechanism.acronym = std::string(csv.Field(row, "acronym"));
    mechanism.level = ParseLevel(csv.Field(row, "level"));
    add_name(mechanism.id);
    add_name(mechanism.display_name);
    add_name(mechanism.acronym);
    for (const absl::string_view name :
         absl::StrSplit(csv.Field(row, "names"), '|')) {
      add_name(name);
    }
    table.mechanisms.push_back(std::move(mechanism));
  }
  return table;
}

// `heading` without the number that headings carry: "3. ", "1.2 ", "IV) ".
absl::string_view WithoutNumber(absl::string_view heading) {
  heading = TrimBlanks(heading);
  const size_t word = std::min(heading.find_first_of(" \t"), heading.size());
  const absl::string_view number = heading.substr(0, word);
  const bool is_number =
      number.size() > 1 && number.size() <= 8 && number.front() != '.' &&
      (number.find_first_not_of("0123456789.)") == number.npos ||
       number.find_first_not_of("IVX.)") == number.npos) &&
      number.find_first_of(".)") != number.npos;
  const absl::string_view rest = TrimBlanks(heading.substr(word));
  return is_number && !rest.empty() ? rest : heading;
}

// A heading and the remark in parentheses at its end, both trimmed.
struct HeadingParts {
  absl::string_view name;
  absl::string_view remark;
};

HeadingParts SplitHeading(absl::string_view heading) {
  HeadingParts parts = {WithoutNumber(heading), ""};
  const size_t open = parts.name.find('(');
  if (open == parts.name.npos || open == 0 || parts.name.back() != ')') {
    return parts;
  }
  parts.remark =
      TrimBlanks(parts.name.substr(open + 1, parts.name.size() - open - 2));
  parts.name = TrimBlanks(parts.name.substr(0, open));
  return parts;
}

std::vector<std::string> NamesInRemark(absl::string_view remark) {
  const std::string separated =
      absl::StrReplaceAll(remark, {{" – ", "|"},
                                   {" — ", "|"},
                                   {" - ", "|"},
                                   {",", "|"},
                                   {";", "|"},
                                   {"/", "|"},
                                   {" or ", "|"},
                                   {"also known as ", "|"},
                                   {"formerly ", "|"}});
  return absl::StrSplit(separated, '|', absl::SkipWhitespace());
}

// Whether `remark` is an abbreviation: one short word with two capitals.
bool IsAcronym(absl::string_view remark) {
  const auto is_capital = [](unsigned char c) {
    return absl::ascii_isupper(c);
  };
  return !remark.empty() && remark.size() <= 16 &&
         remark.find(' ') == remark.npos &&
         std::count_if(remark.begin(), remark.end(), is_capital) >= 2;
}

// `name` as a resource id; empty when it holds no letter or digit of ASCII.
std::string MakeId(absl::string_view name) {
  std::string id;
  for (const char c : NameKey(name)) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c))) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.size() > kIdBytesMax) {
    const size_t word_end = id.rfind('-', kIdBytesMax);
    id.resize(word_end == id.npos ? kIdBytesMax : word_end);
  }
  return std::string(absl::StripSuffix(id, "-"));
}

}  // namespace

const KnownMechanism* FindKnownMechanism(absl::string_view heading) {
  static const Table kTable = LoadTable();
  const auto find = [&](absl::string_view name) -> const KnownMechanism* {
    const auto at = kTable.by_name.find(NameKey(name));
    if (at != kTable.by_name.end()) return &kTable.mechanisms[at->second];
    // Short names have too little left of them.
    const std::string lossy = LossyNameKey(name);
    if (lossy.size() < kLossyKeyBytesMin) return nullptr;
    const auto near = kTable.by_lossy.find(lossy);
    return near == kTable.by_lossy.end() ? nullptr
                                         : &kTable.mechanisms[near->second];
  };
  if (const KnownMechanism* known = find(heading)) return known;
  const HeadingParts parts = SplitHeading(heading);
  for (const std::string& name : NamesInRemark(parts.remark)) {
    if (const KnownMechanism* known = find(name)) return known;
  }
  return find(parts.name);
}

KnownMechanism MakeMechanism(absl::string_view heading) {
  const HeadingParts parts = SplitHeading(heading);
  KnownMechanism mechanism;
  mechanism.display_name = std::string(WithoutNumber(heading));
  if (IsAcronym(parts.remark)) {
    mechanism.acronym = std::string(parts.remark);
    mechanism.display_name = std::string(parts.name);
    mechanism.id = MakeId(parts.remark);
  }
  if (mechanism.id.empty()) mechanism.id = MakeId(parts.name);
  if (mechanism.id.empty()) {
    mechanism.id = absl::StrCat(
        "mechanism-", base::Sha256Hex(NameKey(heading)).substr(0, 12));
  }
  return mechanism;
}

}  // namespace compendium
