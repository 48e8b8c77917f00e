// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace compendium {

// A level of the United Nations' geographical scheme (M49). Both are empty
// where the scheme has none.
struct Region {
  absl::string_view code;  // three digits, as "142"
  absl::string_view name;
};

// The ISO 3166-1 alpha-3 code of one of the 248 areas of M49: States and
// territories. What has an ISO code and is no area of M49 (TWN), or has neither
// (Kosovo), is absent. An immutable value; any thread may use it. All texts it
// returns live as long as the program.
class CountryCode {
 public:
  enum class Kind {
    kState,      // a Member State of the United Nations or an Observer State
    kTerritory,  // every other area
  };

  // Exactly three capitals; kInvalidArgument for any other text.
  static absl::StatusOr<CountryCode> Parse(absl::string_view text);

  std::string ToString() const { return absl::StrCat(alpha3()); }
  absl::string_view alpha3() const;
  absl::string_view alpha2() const;

  // The numeric code, always three digits ("004"), the same in ISO and M49.
  absl::string_view m49() const;

  // The current short name of the United Nations. What a record of an earlier
  // year says is kept beside the code, not replaced by this.
  absl::string_view name() const;

  Kind kind() const;

  Region region() const;        // a continent
  Region subregion() const;     // "Sub-Saharan Africa"
  Region intermediate() const;  // "Western Africa"; mostly empty

  // By the code's letters.
  friend auto operator<=>(const CountryCode& a, const CountryCode& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const CountryCode& code) {
    return H::combine(std::move(state), code.row_);
  }

 private:
  explicit CountryCode(size_t row) : row_(row) {}

  size_t row_;  // in the table, which is in the order of the codes
};

// The country that `name` names: the short name of the United Nations or one of
// the other names in data/country_aliases.csv, former names among them,
// compared by NameKey. Abbreviations without a small letter ("UK", "TR") must
// be written alike, because "us" is a word. Nothing is guessed: a name that
// could mean two countries ("Korea") or that is misspelt gives nothing.
std::optional<CountryCode> FindCountry(absl::string_view name);

// The same for a name that may have lost the ligatures of a PDF ("Croa a",
// "Mauri us"), compared by LossyNameKey; only where one country alone can be
// meant. Ask it where FindCountry finds nothing, and only of text that is known
// to be a name.
std::optional<CountryCode> FindLossyCountry(absl::string_view name);

// All names that FindCountry knows, as NameKeys or, abbreviations, as they are
// written, in no order; they live as long as the program.
std::vector<absl::string_view> CountryNames();

}  // namespace compendium
