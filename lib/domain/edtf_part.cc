// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_part.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "lib/base/status_macros.h"
#include "lib/domain/edtf_days.h"

namespace compendium {
namespace {

// The qualifiers around the components of one part, as far as the level of
// the part depends on them.
struct Qualifiers {
  int count = 0;
  bool last_is_final = false;  // the last one closes the part
};

// Takes a qualifier, if one comes next; NUL if not.
char TakeQualifier(EdtfScanner& scanner, EdtfPart& part) {
  const char next = scanner.Peek();
  if (next != '?' && next != '~' && next != '%') return '\0';
  part.uncertain |= next != '~';
  part.approximate |= next != '?';
  return scanner.TakeAny();
}

absl::Status ReadDigits(EdtfScanner& scanner, EdtfPart& part,
                        absl::Span<char> digits) {
  for (char& digit : digits) {
    const char next = scanner.Peek();
    if (next != 'X' && !absl::ascii_isdigit(static_cast<unsigned char>(next))) {
      return scanner.Error("a digit or X");
    }
    part.unspecified |= next == 'X';
    digit = scanner.TakeAny();
  }
  return absl::OkStatus();
}

bool LongYearComesNext(const EdtfScanner& scanner) {
  if (scanner.Peek() != 'Y') return false;
  const char first = scanner.Peek(scanner.Peek(1) == '-' ? 2 : 1);
  return absl::ascii_isdigit(static_cast<unsigned char>(first));
}

// Reads [q] value [q]; `digits` tells how long the value is.
absl::Status ReadComponent(EdtfScanner& scanner, EdtfPart& part,
                           absl::Span<char> digits, Qualifiers& qualifiers) {
  const char before = TakeQualifier(scanner, part);
  if (digits.size() == 4) part.negative = scanner.Take("-");
  RETURN_IF_ERROR(ReadDigits(scanner, part, digits));
  if (scanner.Peek() == 'S' &&
      absl::ascii_isdigit(static_cast<unsigned char>(scanner.Peek(1)))) {
    return scanner.Unsupported("a number of significant digits");
  }
  const size_t after_begin = scanner.position();
  const char after = TakeQualifier(scanner, part);
  if (after != '\0' && after == before) {
    return scanner.ErrorAt(after_begin, "the same qualifier on both sides",
                           "one of them");
  }
  qualifiers.count += (before != '\0') + (after != '\0');
  qualifiers.last_is_final = after != '\0';
  ++part.components;
  return absl::OkStatus();
}

// The number that two digits spell, or -1 if one is an X.
int NumberOf(const std::array<char, 2>& digits) {
  if (digits[0] == 'X' || digits[1] == 'X') return -1;
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

absl::Status CheckSeason(const EdtfScanner& scanner, const EdtfPart& part,
                         size_t month_begin) {
  const char* const want = "a month, or a season with nothing else";
  if (part.components != 2) {
    return scanner.ErrorAt(month_begin, "a season and a day", want);
  }
  if (part.unspecified) {
    return scanner.ErrorAt(month_begin, "a season and an X", want);
  }
  if (part.uncertain || part.approximate) {
    return scanner.ErrorAt(month_begin, "a season and a qualifier", want);
  }
  return absl::OkStatus();
}

// Level 1 allows X only at the end of the year or for whole components.
bool UnspecifiedIsLevel1(const EdtfPart& part) {
  const absl::string_view year(part.year.data(), 4);
  const absl::string_view month(part.month.data(), 2);
  const absl::string_view day(part.day.data(), 2);
  const size_t year_x = year.find('X');
  if (part.components == 1) {
    return year_x >= 2 && year.find_first_not_of('X', year_x) == year.npos;
  }
  if (year_x != year.npos) return false;
  if (part.components == 2) return month == "XX";
  return day == "XX" && (month == "XX" || NumberOf(part.month) >= 0);
}

int LevelOf(const EdtfPart& part, const Qualifiers& qualifiers) {
  int level = part.negative ? 1 : 0;
  if (part.season != 0) level = std::max(level, part.season <= 24 ? 1 : 2);
  if (part.unspecified) level = UnspecifiedIsLevel1(part) ? 1 : 2;
  if (qualifiers.count == 0) return level;
  const bool one_at_end = qualifiers.count == 1 && qualifiers.last_is_final;
  return std::max(level, one_at_end ? 1 : 2);
}

}  // namespace

absl::StatusOr<EdtfPart> ReadEdtfPart(EdtfScanner& scanner) {
  EdtfPart part;
  Qualifiers qualifiers;
  part.begin = scanner.position();
  if (LongYearComesNext(scanner)) return scanner.Unsupported("a long year (Y)");
  RETURN_IF_ERROR(
      ReadComponent(scanner, part, absl::MakeSpan(part.year), qualifiers));
  size_t month_begin = part.begin;
  if (scanner.Take("-")) {
    month_begin = scanner.position();
    RETURN_IF_ERROR(
        ReadComponent(scanner, part, absl::MakeSpan(part.month), qualifiers));
    if (scanner.Take("-")) {
      RETURN_IF_ERROR(
          ReadComponent(scanner, part, absl::MakeSpan(part.day), qualifiers));
    }
  }
  part.end = scanner.position();

  const absl::string_view text = scanner.Since(part.begin);
  const int month = NumberOf(part.month);
  if (month >= 21 && month <= 41) {
    RETURN_IF_ERROR(CheckSeason(scanner, part, month_begin));
    part.season = month;
  }
  if (part.unspecified && (part.uncertain || part.approximate)) {
    return scanner.ErrorAt(part.begin, absl::StrCat("\"", text, "\""),
                           "either X or a qualifier in one date");
  }
  if (!DaysOf(part).has_value()) {
    return scanner.ErrorAt(part.begin, absl::StrCat("\"", text, "\""),
                           "a date of the calendar");
  }
  part.level = LevelOf(part, qualifiers);
  return part;
}

EdtfPrecision PrecisionOf(const EdtfPart& part) {
  if (part.season != 0) return EdtfPrecision::kSeason;
  const size_t known = absl::string_view(part.year.data(), 4).find('X');
  if (known == 3) return EdtfPrecision::kDecade;
  if (known == 2) return EdtfPrecision::kCentury;
  if (known < 2) return EdtfPrecision::kCoarser;
  if (NumberOf(part.month) < 0) return EdtfPrecision::kYear;
  return NumberOf(part.day) < 0 ? EdtfPrecision::kMonth : EdtfPrecision::kDay;
}

}  // namespace compendium
