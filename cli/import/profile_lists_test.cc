// SPDX-License-Identifier: Apache-2.0
#include "cli/import/profile_lists.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::Record Profile(int64_t revision, const std::string& participant) {
  v1::Record record;
  record.mutable_mechanism()->set_name("mechanisms/midsa");
  record.mutable_mechanism()->set_revision(revision);
  record.mutable_mechanism()->add_participants()->set_as_written(participant);
  return record;
}

v1::Record Said(int64_t revision, const std::string& round_id,
                const std::string& participant) {
  v1::Record record;
  v1::Questionnaire& questionnaire = *record.mutable_questionnaire();
  questionnaire.set_name("mechanisms/midsa/questionnaires/" + round_id);
  questionnaire.set_revision(revision);
  questionnaire.add_participants()->set_as_written(participant);
  return record;
}

// The only participant of the profile, which is the first of the versions,
// after a file of the round with the participant "new".
std::string AfterImport(const std::string& round_id,
                        const RecordVersions& versions) {
  v1::Mechanism mechanism = versions[0].mechanism();
  FollowLists(Profile(0, "new").mechanism(), round_id, versions, mechanism);
  return mechanism.participants_size() == 1
             ? mechanism.participants(0).as_written()
             : "";
}

TEST(ProfileLists, AListFollowsWhileNobodyHasEditedIt) {
  EXPECT_EQ(AfterImport("2016", {Profile(2, "a"), Said(3, "2016", "a")}),
            "new");
  EXPECT_EQ(AfterImport("2016", {Profile(9, "by hand"), Profile(2, "a"),
                                 Said(3, "2016", "a")}),
            "by hand");
}

TEST(ProfileLists, EachListFollowsOnItsOwn) {
  RecordVersions versions = {Profile(2, "by hand"), Said(3, "2016", "a")};
  versions[0].mutable_mechanism()->add_focus_areas()->set_as_written("health");
  versions[1].mutable_questionnaire()->add_focus_areas()->set_as_written(
      "health");
  v1::Mechanism mechanism = versions[0].mechanism();

  FollowLists(Profile(0, "new").mechanism(), "2016", versions, mechanism);

  EXPECT_EQ(mechanism.participants(0).as_written(), "by hand");
  EXPECT_EQ(mechanism.focus_areas_size(), 0);
}

TEST(ProfileLists, AListThatABrokenImportLeftBehindStillFollows) {
  // The questionnaire was written at 20, and the import ended there.
  EXPECT_EQ(AfterImport("2016", {Profile(2, "a"), Said(20, "2016", "b"),
                                 Said(3, "2016", "a")}),
            "new");
  // The same after one that had followed at 11.
  EXPECT_EQ(AfterImport("2016", {Profile(11, "b"), Profile(2, "a"),
                                 Said(20, "2016", "c"), Said(10, "2016", "b"),
                                 Said(3, "2016", "a")}),
            "new");
}

TEST(ProfileLists, AListThatAPersonPutBackStays) {
  EXPECT_EQ(
      AfterImport("2016", {Profile(30, "a"), Profile(21, "b"), Profile(2, "a"),
                           Said(20, "2016", "b"), Said(3, "2016", "a")}),
      "a");
}

TEST(ProfileLists, AnEditOfAnotherFieldChangesNothing) {
  // At 40 somebody gave the mechanism a website.
  EXPECT_EQ(AfterImport("2016", {Profile(40, "a"), Profile(2, "a"),
                                 Said(20, "2016", "b"), Said(3, "2016", "a")}),
            "new");
}

TEST(ProfileLists, ALaterRoundTakesTheListOver) {
  const RecordVersions first = {Profile(2, "a"), Said(40, "2017", "b"),
                                Said(3, "2016", "a")};
  EXPECT_EQ(AfterImport("2017", first), "new");

  // And then corrects it, while a correction of the earlier round does not.
  const RecordVersions then = {Profile(41, "b"), Profile(2, "a"),
                               Said(40, "2017", "b"), Said(35, "2016", "c"),
                               Said(3, "2016", "a")};
  EXPECT_EQ(AfterImport("2017", then), "new");
  EXPECT_EQ(AfterImport("2016", then), "b");
}

TEST(ProfileLists, ADeletedLaterRoundDoesNotCount) {
  RecordVersions versions = {Profile(2, "a"), Said(9, "2017", "x"),
                             Said(8, "2017", "x"), Said(3, "2016", "a")};
  EXPECT_EQ(AfterImport("2016", versions), "a");

  versions[1].mutable_questionnaire()->mutable_delete_time()->set_seconds(1);

  EXPECT_EQ(AfterImport("2016", versions), "new");
}

TEST(ProfileLists, AProfileWithoutAQuestionnaireIsAPersons) {
  EXPECT_EQ(AfterImport("2016", {Profile(2, "a")}), "a");
}

}  // namespace
}  // namespace compendium
