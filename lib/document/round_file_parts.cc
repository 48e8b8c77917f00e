// SPDX-License-Identifier: Apache-2.0
#include "lib/document/round_file_parts.h"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

absl::Status WrongAt(size_t line, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat("line ", line, ": ", problem));
}

// Notes where text stops being JSON; keeps nothing else.
class PlaceOfError : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t position, const std::string&,
                   const nlohmann::json::exception&) override {
    byte = position;
    return false;
  }

  size_t byte = 0;
};

// A cursor over text that counts lines.
class Scanner {
 public:
  explicit Scanner(absl::string_view text) : text_(text) {}

  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  size_t at() const { return at_; }
  size_t line() const { return line_; }
  size_t column() const { return at_ - line_begin_ + 1; }
  absl::string_view From(size_t begin) const {
    return text_.substr(begin, at_ - begin);
  }

  void Advance() {
    if (AtEnd()) return;
    if (text_[at_++] != '\n') return;
    ++line_;
    line_begin_ = at_;
  }

  // Skips blanks and, in text format, comments.
  void SkipBlanks(bool comments) {
    while (!AtEnd()) {
      const char c = Peek();
      if (comments && c == '#') {
        while (!AtEnd() && Peek() != '\n') Advance();
      } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
        Advance();
      } else {
        return;
      }
    }
  }

  // Skips a text in quotation marks, whose first one is next.
  void SkipQuoted() {
    const char quote = Peek();
    Advance();
    while (!AtEnd() && Peek() != quote) {
      if (Peek() == '\\') Advance();
      Advance();
    }
    Advance();
  }

  // Skips a value in brackets, or a plain one up to what can follow it.
  void SkipValue(bool comments) {
    int depth = 0;
    while (!AtEnd()) {
      const char c = Peek();
      if (c == '"' || (comments && c == '\'')) {
        SkipQuoted();
        if (depth == 0) return;
        continue;
      }
      if (comments && c == '#') {
        SkipBlanks(comments);
        continue;
      }
      const bool closes = c == '}' || c == ']' || (comments && c == '>');
      if (depth == 0 && (closes || c == ',' || c == ';' || c == ' ' ||
                         (c >= '\t' && c <= '\r'))) {
        return;
      }
      if (c == '{' || c == '[' || (comments && c == '<')) ++depth;
      Advance();
      if (closes && --depth == 0) return;
    }
  }

 private:
  const absl::string_view text_;
  size_t at_ = 0;
  size_t line_ = 1;
  size_t line_begin_ = 0;
};

// Adds the value that is next, item by item when it is a list.
void AddValue(const std::string& field, bool comments, int& index,
              Scanner& scanner, std::vector<RoundFilePart>& parts) {
  const auto add = [&](const std::string& path) {
    RoundFilePart& part = parts.emplace_back();
    part.field = field;
    part.path = path;
    part.line = scanner.line();
    part.column = scanner.column();
    const size_t begin = scanner.at();
    scanner.SkipValue(comments);
    part.text = scanner.From(begin);
  };
  if (scanner.Peek() != '[') {
    const bool repeated = comments && field != "round";
    return add(repeated ? absl::StrCat(field, "[", index++, "]") : field);
  }
  scanner.Advance();
  for (scanner.SkipBlanks(comments); !scanner.AtEnd() && scanner.Peek() != ']';
       scanner.SkipBlanks(comments)) {
    const size_t before = scanner.at();
    add(absl::StrCat(field, "[", index++, "]"));
    scanner.SkipBlanks(comments);
    if (scanner.Peek() == ',') scanner.Advance();
    if (scanner.at() == before) scanner.Advance();  // what is no value
  }
  scanner.Advance();
}

bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '.';
}

}  // namespace

absl::StatusOr<std::vector<RoundFilePart>> JsonParts(absl::string_view text) {
  PlaceOfError place;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &place)) {
    const size_t at = std::min(place.byte, text.size());
    const auto line = 1 + std::count(text.begin(), text.begin() + at, '\n');
    return WrongAt(static_cast<size_t>(line),
                   absl::StrCat("got what is not JSON at byte ", place.byte));
  }
  Scanner scanner(text);
  scanner.SkipBlanks(false);
  if (scanner.Peek() != '{') {
    return WrongAt(scanner.line(), "got another value, want an object");
  }
  scanner.Advance();
  std::vector<RoundFilePart> parts;
  std::set<std::string> seen;
  for (scanner.SkipBlanks(false); scanner.Peek() == '"';
       scanner.SkipBlanks(false)) {
    const size_t begin = scanner.at() + 1;
    scanner.SkipQuoted();
    absl::string_view key = scanner.From(begin);
    key.remove_suffix(1);
    const std::string field(key);
    if (!seen.insert(field).second) {
      return WrongAt(scanner.line(),
                     absl::StrCat(field, ": got it a second time"));
    }
    scanner.SkipBlanks(false);
    scanner.Advance();  // the colon
    scanner.SkipBlanks(false);
    int index = 0;
    AddValue(field, false, index, scanner, parts);
    scanner.SkipBlanks(false);
    if (scanner.Peek() == ',') scanner.Advance();
  }
  return parts;
}

absl::StatusOr<std::vector<RoundFilePart>> TextprotoParts(
    absl::string_view text) {
  Scanner scanner(text);
  std::vector<RoundFilePart> parts;
  std::vector<std::pair<std::string, int>> counts = {{"mechanisms", 0},
                                                     {"questionnaires", 0}};
  for (scanner.SkipBlanks(true); !scanner.AtEnd(); scanner.SkipBlanks(true)) {
    const size_t begin = scanner.at();
    while (IsNameCharacter(scanner.Peek())) scanner.Advance();
    const std::string field(scanner.From(begin));
    if (field.empty()) {
      return WrongAt(scanner.line(),
                     absl::StrCat("got '", std::string(1, scanner.Peek()),
                                  "', want the name of a field"));
    }
    scanner.SkipBlanks(true);
    if (scanner.Peek() == ':') scanner.Advance();
    scanner.SkipBlanks(true);
    int other = 0;
    int* index = &other;
    for (auto& [name, count] : counts) {
      if (name == field) index = &count;
    }
    AddValue(field, true, *index, scanner, parts);
    scanner.SkipBlanks(true);
    if (scanner.Peek() == ',' || scanner.Peek() == ';') scanner.Advance();
  }
  return parts;
}

}  // namespace compendium
