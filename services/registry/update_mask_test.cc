// SPDX-License-Identifier: Apache-2.0
#include "services/registry/update_mask.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

using google::protobuf::FieldMask;
using testing::ElementsAre;

FieldMask Mask(const std::vector<std::string>& paths) {
  FieldMask mask;
  for (const std::string& path : paths) mask.add_paths(path);
  return mask;
}

std::vector<std::string> PathsOf(const absl::StatusOr<FieldMask>& mask) {
  if (!mask.ok()) return {mask.status().ToString()};
  return {mask->paths().begin(), mask->paths().end()};
}

template <class Record>
Record FromText(const std::string& text) {
  Record record;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &record));
  return record;
}

TEST(ResolveMask, WithoutMaskIsWhatIsSet) {
  const auto record = FromText<v1::Mechanism>(R"pb(
    name: "mechanisms/x"
    acronym: "X"
    aliases: "Y"
    etag: "\"1\""
    revision: 1
  )pb");

  EXPECT_THAT(PathsOf(ResolveMask(record, nullptr)),
              ElementsAre("acronym", "aliases"));
}

TEST(ResolveMask, WithoutPathsIsWhatIsSet) {
  const FieldMask empty;

  EXPECT_THAT(
      PathsOf(ResolveMask(FromText<v1::Mechanism>("acronym: 'X'"), &empty)),
      ElementsAre("acronym"));
}

TEST(ResolveMask, StarIsAllThatCallersSet) {
  const FieldMask star = Mask({"*"});

  EXPECT_THAT(PathsOf(ResolveMask(v1::Round(), &star)),
              ElementsAre("title", "form", "due_day", "documents",
                          "event_links", "decisions"));
}

TEST(ResolveMask, TakesNestedAndRepeatedFields) {
  const FieldMask mask = Mask({"form.questions", "title"});

  EXPECT_THAT(PathsOf(ResolveMask(v1::Round(), &mask)),
              ElementsAre("form.questions", "title"));
}

TEST(ResolveMask, RefusesWhatCallersCannotSet) {
  for (const char* path : {"name", "etag", "revision", "create_time",
                           "update_time.seconds", "delete_time", "nothing", "",
                           "*", "title.x", "form.questions.id", "Title"}) {
    const FieldMask mask = Mask({"title", path});

    const auto resolved = ResolveMask(v1::Round(), &mask);

    EXPECT_THAT(FieldPathsOf(resolved.status()),
                ElementsAre("update_mask.paths[1]"))
        << path;
  }
}

TEST(ReplacesAll, IsTrueForTheStarOnly) {
  const FieldMask star = Mask({"*"});
  const FieldMask some = Mask({"title"});
  const FieldMask none;

  EXPECT_TRUE(ReplacesAll(&star));
  EXPECT_FALSE(ReplacesAll(&some));
  EXPECT_FALSE(ReplacesAll(&none));
  EXPECT_FALSE(ReplacesAll(nullptr));
}

TEST(ApplyMask, ReplacesFieldsAndEmptiesAbsentOnes) {
  auto record = FromText<v1::Round>(R"pb(
    title: "old"
    due_day: "2016-12-31"
    form {
      questions { id: "1" }
      questions { id: "2" }
    }
  )pb");
  const auto changes = FromText<v1::Round>(R"pb(
    title: "new"
    form { questions { id: "3" } }
  )pb");

  ApplyMask(Mask({"due_day", "form"}), changes, record);

  EXPECT_EQ(record.title(), "old");
  EXPECT_EQ(record.due_day(), "");
  ASSERT_EQ(record.form().questions_size(), 1);
  EXPECT_EQ(record.form().questions(0).id(), "3");
}

TEST(ApplyMask, EmptiesAnAbsentMessage) {
  auto record = FromText<v1::Round>("form { questions { id: '1' } }");

  ApplyMask(Mask({"form"}), v1::Round(), record);

  EXPECT_FALSE(record.has_form());
}

}  // namespace
}  // namespace compendium::registry
