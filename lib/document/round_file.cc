// SPDX-License-Identifier: Apache-2.0
#include "lib/document/round_file.h"

#include <algorithm>
#include <set>
#include <utility>

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>
#include <nlohmann/json.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/json_depth.h"
#include "lib/document/limits.h"
#include "lib/document/round_file_parts.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using ::google::protobuf::Message;

// Keeps the first error and its place, both counted from 0.
class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& problem) override {
    if (!message.empty()) return;
    message = problem;
    error_line = std::max(line, 0);
    error_column = std::max(column, 0);
  }

  std::string message;
  int error_line = 0;
  int error_column = 0;
};

absl::Status Wrong(const std::string& file_name, size_t line,
                   absl::string_view path, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(
      file_name, ":", line, ":", path, path.empty() ? "" : ": ", problem));
}

// protobuf's messages on one line.
std::string OnOneLine(absl::string_view message) {
  return absl::StrReplaceAll(message.substr(0, 400), {{"\n", " "}});
}

absl::Status ReadMessage(const RoundFilePart& part, RoundFileSyntax syntax,
                         const std::string& file_name, Message& message) {
  if (!absl::StartsWith(part.text, "{") && !absl::StartsWith(part.text, "<")) {
    return Wrong(file_name, part.line, part.path,
                 "got a plain value, want a message in brackets");
  }
  if (syntax == RoundFileSyntax::kJson) {
    const auto status = google::protobuf::util::JsonStringToMessage(
        google::protobuf::StringPiece(part.text.data(), part.text.size()),
        &message);
    if (status.ok()) return absl::OkStatus();
    return Wrong(file_name, part.line, part.path,
                 OnOneLine(status.message().ToString()));
  }
  if (!absl::EndsWith(part.text, "}") && !absl::EndsWith(part.text, ">")) {
    return Wrong(file_name, part.line, part.path,
                 "got a message without its closing bracket");
  }
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.SetRecursionLimit(kRoundFileDepthMax);
  // Without its brackets it is a message of its own.
  const std::string inside(part.text.substr(1, part.text.size() - 2));
  if (parser.ParseFromString(inside, &message)) return absl::OkStatus();
  // The message's first line begins behind its bracket.
  const size_t column = static_cast<size_t>(error.error_column) +
                        (error.error_line == 0 ? part.column + 1 : 1);
  return Wrong(file_name, part.line + static_cast<size_t>(error.error_line),
               part.path,
               absl::StrCat("column ", column, ": ", OnOneLine(error.message)));
}

absl::Status CheckId(const std::string& id, const RoundFilePart& part,
                     absl::string_view field, const std::string& file_name,
                     std::set<std::string>& seen) {
  const std::string path = absl::StrCat(part.path, ".", field);
  if (const auto name = MechanismName::FromId(id); !name.ok())
    return Wrong(file_name, part.line, path, name.status().message());
  if (!seen.insert(id).second) {
    return Wrong(file_name, part.line, path,
                 absl::StrCat("got ", id, " a second time"));
  }
  if (seen.size() > kRoundFileEntriesMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat(file_name, ":", part.line, ":", part.path,
                     ": got more than ", kRoundFileEntriesMax, " of them"));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<RoundFilePart>> PartsOf(
    absl::string_view text, RoundFileSyntax syntax,
    const std::string& file_name) {
  if (text.size() > kRoundFileBytesMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat(file_name, ": got ", text.size(), " bytes, want at most ",
                     kRoundFileBytesMax));
  }
  const bool json = syntax == RoundFileSyntax::kJson;
  if (json && IsDeeperThan(text, kRoundFileDepthMax)) {
    return absl::ResourceExhaustedError(absl::StrCat(
        file_name, ": got brackets nested deeper than ", kRoundFileDepthMax));
  }
  if (const auto at = FindInvalidUtf8(text); at.has_value()) {
    const auto line =
        1 + std::count(text.begin(),
                       text.begin() + static_cast<std::ptrdiff_t>(*at), '\n');
    return Wrong(file_name, static_cast<size_t>(line), "",
                 absl::StrCat("got no UTF-8 at byte ", *at));
  }
  auto parts = json ? JsonParts(text) : TextprotoParts(text);
  if (parts.ok()) return parts;
  return absl::InvalidArgumentError(
      absl::StrCat(file_name, ": ", parts.status().message()));
}

// An entry that Read has read before.
template <class Entry>
Entry ReadAgain(absl::string_view text, RoundFileSyntax syntax) {
  Entry entry;
  RoundFilePart part;
  part.text = text;
  CHECK(ReadMessage(part, syntax, "", entry).ok());
  return entry;
}

}  // namespace

absl::StatusOr<RoundFileReader> RoundFileReader::Read(
    absl::string_view text, RoundFileSyntax syntax,
    const std::string& file_name) {
  ASSIGN_OR_RETURN(const std::vector<RoundFilePart> parts,
                   PartsOf(text, syntax, file_name));
  RoundFileReader reader;
  reader.syntax_ = syntax;
  bool has_round = false;
  std::set<std::string> mechanisms;
  std::set<std::string> questionnaires;
  for (const RoundFilePart& part : parts) {
    if (part.field == "round") {
      if (has_round)
        return Wrong(file_name, part.line, part.path, "got it a second time");
      has_round = true;
      RETURN_IF_ERROR(ReadMessage(part, syntax, file_name, reader.round_));
    } else if (part.field == "mechanisms") {
      v1::RoundFileMechanism entry;
      RETURN_IF_ERROR(ReadMessage(part, syntax, file_name, entry));
      RETURN_IF_ERROR(CheckId(entry.id(), part, "id", file_name, mechanisms));
      reader.mechanisms_.texts.push_back(part.text);
      reader.mechanisms_.ids.push_back(entry.id());
    } else if (part.field == "questionnaires") {
      v1::RoundFileQuestionnaire entry;
      RETURN_IF_ERROR(ReadMessage(part, syntax, file_name, entry));
      RETURN_IF_ERROR(CheckId(entry.mechanism(), part, "mechanism", file_name,
                              questionnaires));
      reader.questionnaires_.texts.push_back(part.text);
      reader.questionnaires_.ids.push_back(entry.mechanism());
    } else {
      return Wrong(file_name, part.line, part.path,
                   "got a field that is not known here, want round, "
                   "mechanisms or questionnaires");
    }
  }
  if (!has_round) return Wrong(file_name, 1, "round", "got nothing");
  return reader;
}

v1::RoundFileMechanism RoundFileReader::Mechanism(size_t index) const {
  return ReadAgain<v1::RoundFileMechanism>(mechanisms_.texts[index], syntax_);
}

v1::RoundFileQuestionnaire RoundFileReader::Questionnaire(size_t index) const {
  return ReadAgain<v1::RoundFileQuestionnaire>(questionnaires_.texts[index],
                                               syntax_);
}

absl::StatusOr<v1::RoundFile> ParseRoundFile(absl::string_view text,
                                             RoundFileSyntax syntax,
                                             const std::string& file_name) {
  ASSIGN_OR_RETURN(const RoundFileReader reader,
                   RoundFileReader::Read(text, syntax, file_name));
  v1::RoundFile file;
  *file.mutable_round() = reader.round();
  for (size_t i = 0; i < reader.mechanism_ids().size(); ++i)
    *file.add_mechanisms() = reader.Mechanism(i);
  for (size_t i = 0; i < reader.questionnaire_ids().size(); ++i)
    *file.add_questionnaires() = reader.Questionnaire(i);
  return file;
}

absl::StatusOr<std::string> WriteRoundFile(const v1::RoundFile& round_file,
                                           RoundFileSyntax syntax) {
  std::string text;
  if (syntax == RoundFileSyntax::kTextproto) {
    google::protobuf::TextFormat::Printer printer;
    printer.SetUseUtf8StringEscaping(true);
    if (!printer.PrintToString(round_file, &text) ||
        FindInvalidUtf8(text).has_value()) {
      return absl::InvalidArgumentError(
          "round file: got a text that is not "
          "UTF-8");
    }
    return absl::StrCat(
        "# proto-file: compendium/registry/v1/round_file.proto\n"
        "# proto-message: compendium.registry.v1.RoundFile\n",
        text);
  }
  google::protobuf::util::JsonPrintOptions options;
  const auto status =
      google::protobuf::util::MessageToJsonString(round_file, &text, options);
  if (!status.ok())
    return absl::InvalidArgumentError(status.message().ToString());
  const auto json = nlohmann::ordered_json::parse(text, nullptr,
                                                  /*allow_exceptions=*/false);
  if (json.is_discarded()) {
    return absl::InvalidArgumentError(
        "round file: got a text that is not UTF-8");
  }
  return absl::StrCat(json.dump(1), "\n");
}

}  // namespace compendium
