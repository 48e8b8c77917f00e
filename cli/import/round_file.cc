// SPDX-License-Identifier: Apache-2.0
#include "cli/import/round_file.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>
#include <nlohmann/json.hpp>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "cli/import/limits.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace {

using Json = nlohmann::ordered_json;

// Where in the file something stands, for messages.
struct Place {
  absl::string_view file;
  std::string path;

  Place Member(absl::string_view name) const {
    return {file,
            path.empty() ? std::string(name) : absl::StrCat(path, ".", name)};
  }
  Place Item(size_t index) const {
    return {file, absl::StrCat(path, "[", index, "]")};
  }
};

absl::Status Wrong(const Place& place, absl::string_view problem) {
  return absl::InvalidArgumentError(
      absl::StrCat(place.file, ":", place.path, ": ", problem));
}

// Whether brackets nest deeper than the limit; looks at nothing else.
bool IsTooDeep(absl::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kRoundFileDepthMax) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

absl::StatusOr<Json> ParseJson(absl::string_view text, absl::string_view file) {
  if (text.size() > kImportFileBytesMax)
    return absl::ResourceExhaustedError(
        absl::StrCat(file, ": got ", text.size(), " bytes, want at most ",
                     kImportFileBytesMax));
  if (IsTooDeep(text))
    return absl::ResourceExhaustedError(absl::StrCat(
        file, ": got brackets nested deeper than ", kRoundFileDepthMax));
  // The library tells the place of an error only by an exception.
  try {
    return Json::parse(text.begin(), text.end());
  } catch (const nlohmann::json::parse_error& error) {
    const size_t at = std::min(error.byte, text.size());
    const auto line =
        1 +
        std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
    return absl::InvalidArgumentError(absl::StrCat(
        file, ":", line, ": got what is not JSON at byte ", error.byte));
  } catch (const nlohmann::json::exception&) {
    return absl::InvalidArgumentError(
        absl::StrCat(file, ": got a number that is too large"));
  }
}

// Checks that `json` is an object with no members but `known`, and with all
// of them.
absl::Status CheckObject(const Json& json, const Place& place,
                         std::initializer_list<const char*> known) {
  if (!json.is_object())
    return Wrong(place,
                 absl::StrCat("got ", json.type_name(), ", want an object"));
  for (const auto& [key, value] : json.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end())
      return Wrong(place.Member(key), "got a member that is not known here");
  }
  for (const char* name : known) {
    if (!json.contains(name)) return Wrong(place.Member(name), "got nothing");
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> ReadMechanismId(const Json& json,
                                            const Place& place,
                                            std::set<std::string>& seen) {
  if (!json.is_string())
    return Wrong(place,
                 absl::StrCat("got ", json.type_name(), ", want a string"));
  const auto& id = json.get_ref<const std::string&>();
  if (const auto name = MechanismName::FromId(id); !name.ok())
    return Wrong(place, name.status().message());
  if (!seen.insert(id).second)
    return Wrong(place, absl::StrCat("got ", id, " a second time"));
  return id;
}

absl::Status ReadMessage(const Json& json, const Place& place,
                         google::protobuf::Message& message) {
  const google::protobuf::util::Status status =
      google::protobuf::util::JsonStringToMessage(json.dump(), &message);
  if (status.ok()) return absl::OkStatus();
  return Wrong(place, status.message().ToString());
}

// Where the parts of one entry go.
struct Entry {
  std::string& mechanism_id;
  google::protobuf::Message& message;
};

// Reads an array of objects, each with the id of a mechanism and a message;
// `add` makes room for the next one.
absl::Status ReadEntries(const Json& json, const Place& place,
                         const char* id_member, const char* message_member,
                         absl::FunctionRef<Entry()> add) {
  if (!json.is_array())
    return Wrong(place,
                 absl::StrCat("got ", json.type_name(), ", want an array"));
  if (json.size() > kImportMechanismsMax)
    return absl::ResourceExhaustedError(
        absl::StrCat(place.file, ":", place.path, ": got ", json.size(),
                     " items, want at most ", kImportMechanismsMax));
  std::set<std::string> seen;
  for (size_t i = 0; i < json.size(); ++i) {
    const Place item = place.Item(i);
    const Json& object = json[i];
    RETURN_IF_ERROR(CheckObject(object, item, {id_member, message_member}));
    const Entry entry = add();
    ASSIGN_OR_RETURN(
        entry.mechanism_id,
        ReadMechanismId(object[id_member], item.Member(id_member), seen));
    RETURN_IF_ERROR(ReadMessage(object[message_member],
                                item.Member(message_member), entry.message));
  }
  return absl::OkStatus();
}

absl::Status ReadMechanisms(const Json& json, const Place& place,
                            RoundFile& round_file) {
  return ReadEntries(json, place, "id", "mechanism", [&] {
    RoundFile::Mechanism& made = round_file.mechanisms.emplace_back();
    return Entry{made.id, made.mechanism};
  });
}

absl::Status ReadQuestionnaires(const Json& json, const Place& place,
                                RoundFile& round_file) {
  return ReadEntries(json, place, "mechanism", "questionnaire", [&] {
    RoundFile::Questionnaire& made = round_file.questionnaires.emplace_back();
    return Entry{made.mechanism_id, made.questionnaire};
  });
}

absl::StatusOr<Json> ToJson(const google::protobuf::Message& message) {
  std::string text;
  const google::protobuf::util::Status status =
      google::protobuf::util::MessageToJsonString(message, &text);
  if (!status.ok())
    return absl::InvalidArgumentError(status.message().ToString());
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded())
    return absl::InvalidArgumentError(
        absl::StrCat(message.GetTypeName(), ": got a text that is not UTF-8"));
  return json;
}

}  // namespace

absl::StatusOr<RoundFile> ParseRoundFile(absl::string_view text,
                                         absl::string_view file_name) {
  ASSIGN_OR_RETURN(const Json json, ParseJson(text, file_name));
  const Place top{file_name, ""};
  RETURN_IF_ERROR(
      CheckObject(json, top, {"round", "mechanisms", "questionnaires"}));
  RoundFile round_file;
  RETURN_IF_ERROR(
      ReadMessage(json["round"], top.Member("round"), round_file.round));
  RETURN_IF_ERROR(
      ReadMechanisms(json["mechanisms"], top.Member("mechanisms"), round_file));
  RETURN_IF_ERROR(ReadQuestionnaires(json["questionnaires"],
                                     top.Member("questionnaires"), round_file));
  return round_file;
}

absl::StatusOr<std::string> WriteRoundFile(const RoundFile& round_file) {
  Json json = Json::object();
  ASSIGN_OR_RETURN(json["round"], ToJson(round_file.round));
  json["mechanisms"] = Json::array();
  for (const RoundFile::Mechanism& entry : round_file.mechanisms) {
    Json item = {{"id", entry.id}};
    ASSIGN_OR_RETURN(item["mechanism"], ToJson(entry.mechanism));
    json["mechanisms"].push_back(std::move(item));
  }
  json["questionnaires"] = Json::array();
  for (const RoundFile::Questionnaire& entry : round_file.questionnaires) {
    Json item = {{"mechanism", entry.mechanism_id}};
    ASSIGN_OR_RETURN(item["questionnaire"], ToJson(entry.questionnaire));
    json["questionnaires"].push_back(std::move(item));
  }
  return absl::StrCat(json.dump(1), "\n");
}

}  // namespace compendium
