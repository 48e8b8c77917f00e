// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/round_file.pb.h"

namespace compendium {

// How the text of a round file is written.
enum class RoundFileSyntax { kJson, kTextproto };

// A round file (registry/v1/round_file.proto) as text, in proto3 JSON or in
// protobuf's text format. Everything in it is read and checked at once, but
// only its places are held: mechanisms and questionnaires are made one by one,
// so that a file of thousands costs little more than its text, which is
// borrowed. Immutable once made; any thread.
class RoundFileReader {
 public:
  // kInvalidArgument as "file:line:path: got X, want Y", also for a field that
  // is not known; kResourceExhausted above a limit of limits.h. `file_name` is
  // for messages.
  static absl::StatusOr<RoundFileReader> Read(absl::string_view text,
                                              RoundFileSyntax syntax,
                                              const std::string& file_name);

  const registry::v1::Round& round() const { return round_; }

  // The ids in the order of the file; each once.
  const std::vector<std::string>& mechanism_ids() const {
    return mechanisms_.ids;
  }
  const std::vector<std::string>& questionnaire_ids() const {
    return questionnaires_.ids;
  }

  // The entry at an index of the lists above.
  registry::v1::RoundFileMechanism Mechanism(size_t index) const;
  registry::v1::RoundFileQuestionnaire Questionnaire(size_t index) const;

 private:
  struct Entries {
    std::vector<absl::string_view> texts;
    std::vector<std::string> ids;  // of mechanisms
  };

  RoundFileReader() = default;

  RoundFileSyntax syntax_ = RoundFileSyntax::kJson;
  registry::v1::Round round_;
  Entries mechanisms_;
  Entries questionnaires_;
};

// The whole file as a message.
absl::StatusOr<registry::v1::RoundFile> ParseRoundFile(
    absl::string_view text, RoundFileSyntax syntax,
    const std::string& file_name);

// Writes it, as indented JSON or in text format, with a newline at the end; it
// is read the same again. kInvalidArgument when a text in it is not UTF-8.
absl::StatusOr<std::string> WriteRoundFile(
    const registry::v1::RoundFile& round_file, RoundFileSyntax syntax);

}  // namespace compendium
