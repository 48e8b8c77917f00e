// SPDX-License-Identifier: Apache-2.0
// DOCX and HTML that were exported and are imported again change no record.
// pandoc reads them, so these are no unit tests.
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "cli/import/import_plan.h"
#include "cli/import/import_source.h"
#include "cli/import/limits.h"
#include "lib/base/atomic_file.h"
#include "lib/document/known_mechanism.h"
#include "lib/publish/docx_form.h"
#include "lib/publish/docx_round.h"
#include "lib/publish/hostile_records.h"
#include "lib/publish/html_writer.h"
#include "lib/publish/published_round.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Export(const RecordMap& stored, const std::string& format) {
  v1::Round round;
  std::vector<v1::Mechanism> mechanisms;
  std::vector<v1::Questionnaire> questionnaires;
  for (const auto& [name, record] : stored) {
    if (record.has_round()) round = record.round();
    if (record.has_mechanism()) mechanisms.push_back(record.mechanism());
    if (record.has_questionnaire())
      questionnaires.push_back(record.questionnaire());
  }
  auto published = MakePublishedRound(round, mechanisms, questionnaires);
  EXPECT_TRUE(published.ok()) << published.status();
  published->revision = 33;
  return format == "html" ? WriteHtml(*published)
                          : WriteRoundDocx(*published).value_or("");
}

ImportSource Read(const std::string& bytes, const std::string& file_name) {
  auto source =
      ReadImportSource(bytes, {.file_name = file_name, .round_id = "2016"});
  EXPECT_TRUE(source.ok()) << source.status();
  return source.ok() ? *std::move(source) : ImportSource();
}

// The names of what an import would write, with the fields that change.
std::vector<std::string> Written(const ImportSource& source,
                                 const RecordMap& stored) {
  std::vector<std::string> names;
  for (size_t i = 0; i < source.records.size(); ++i) {
    RecordVersions versions;
    if (NeedsVersions(source, i, stored)) {
      const std::string name = RecordName(source.records[i]);
      versions.push_back(stored.at(name));
      versions.push_back(stored.at(absl::StrCat(name, "/questionnaires/2016")));
    }
    const PlannedWrite write = PlanWrite(source, i, stored, versions);
    if (write.action == WriteAction::kLeave) continue;
    names.push_back(write.name);
    for (const std::string& path : write.update_mask.paths())
      absl::StrAppend(&names.back(), " ", path);
  }
  return names;
}

std::vector<std::string> Participants(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> names;
  for (const v1::Participant& participant : questionnaire.participants())
    names.push_back(participant.as_written());
  return names;
}

std::vector<std::string> FocusAreas(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> areas;
  for (const v1::FocusArea& area : questionnaire.focus_areas())
    areas.push_back(area.as_written());
  return areas;
}

class ExportedDocument : public ::testing::TestWithParam<std::string> {
 protected:
  static RecordMap StoredRound(const ImportSource& source) {
    RecordMap stored;
    for (size_t i = 0; i < source.records.size(); ++i) {
      const PlannedWrite write = PlanWrite(source, i, {}, {});
      stored[write.name] = write.record;
    }
    return stored;
  }
};

TEST_P(ExportedDocument, HostileQuestionnairesStayAsTheyAre) {
  const char* const seed = std::getenv("COMPENDIUM_SEED");
  const int number = seed == nullptr ? 1 : std::atoi(seed);
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", number));
  const HostileRecords records =
      HostileRecordMaker(static_cast<uint32_t>(number)).Make(200);
  RecordMap stored;
  *stored[records.round.name()].mutable_round() = records.round;
  for (size_t i = 0; i < records.mechanisms.size(); ++i) {
    v1::Mechanism mechanism = records.mechanisms[i];
    v1::Questionnaire questionnaire = records.questionnaires[i];
    // A Word document names a mechanism by its title alone.
    std::string title = HeadingOf(mechanism, questionnaire);
    if (GetParam() == "docx") {
      title = absl::StrCat("Dialogue ", i, " <of> & *others*");
      questionnaire.set_title(title);
      mechanism.set_name(absl::StrCat("mechanisms/", MakeMechanism(title).id));
      questionnaire.set_name(
          absl::StrCat(mechanism.name(), "/questionnaires/2016"));
    }
    *stored[mechanism.name()].mutable_mechanism() = mechanism;
    *stored[questionnaire.name()].mutable_questionnaire() = questionnaire;
  }

  const ImportSource source =
      Read(Export(stored, GetParam()), "export." + GetParam());

  EXPECT_THAT(QuestionnairesOf(source), SizeIs(200));
  EXPECT_THAT(Written(source, stored), IsEmpty());
}

TEST_P(ExportedDocument, TheRealRoundStaysAsItIsUntilSomebodyEditsIt) {
  const char* folder = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path = std::string(folder == nullptr ? "." : folder) +
                           "/../shared/seeds/000_156af223e0624c09.txt";
  const auto text = base::ReadFile(path, kImportFileBytesMax);
  if (!text.ok())
    GTEST_SKIP() << "NOT TESTED: the compendium is not at " << path;
  const RecordMap stored = StoredRound(Read(*text, "first.txt"));
  const std::string bytes = Export(stored, GetParam());

  const ImportSource source = Read(bytes, "export." + GetParam());
  EXPECT_THAT(QuestionnairesOf(source), SizeIs(14));
  EXPECT_THAT(Written(source, stored), IsEmpty());

  if (GetParam() != "html") return;  // the other is packed
  const std::string edited =
      absl::StrReplaceAll(bytes, {{"possibly 17.16", "17.16"}});
  EXPECT_THAT(Written(Read(edited, "export.html"), stored),
              ElementsAre("rounds/2016 documents",
                          ::testing::StartsWith(
                              "mechanisms/midsa/questionnaires/2016 answers")));
}

INSTANTIATE_TEST_SUITE_P(Formats, ExportedDocument,
                         ::testing::Values("html", "docx"));

// What a focal point gets for the next round, and sends back untouched.
TEST(ExportedForm, KeepsTheProfileAndHasNoAnswer) {
  v1::Round round;
  round.set_name("rounds/2016");
  round.set_title("Round 2016");
  for (const char* id : {"1", "2", "2A", "2B", "2C", "3", "3A", "4"}) {
    v1::Question& question = *round.mutable_form()->add_questions();
    question.set_id(id);
    question.set_title(absl::StrCat("Subject of ", id));
  }
  v1::Round next = round;
  next.set_name("rounds/2017");
  next.set_title("Round 2017");
  v1::Mechanism mechanism;
  mechanism.set_name("mechanisms/sea-process");
  mechanism.set_display_name("Sea Process");
  const std::vector<std::string> states = {
      "Côte d’Ivoire", "Lao People's Democratic Republic",
      "Hong Kong SAR, China", "United Kingdom"};
  const std::vector<std::string> areas = {
      "Labour migration (seasonal)", "Trafficking & smuggling of migrants"};
  v1::Questionnaire questionnaire;
  questionnaire.set_name("mechanisms/sea-process/questionnaires/2016");
  questionnaire.set_title("Sea Process on Migration (SEAP)");
  for (const std::string& state : states)
    questionnaire.add_participants()->set_as_written(state);
  for (const std::string& area : areas)
    questionnaire.add_focus_areas()->set_as_written(area);
  v1::Answer& answer = *questionnaire.add_answers();
  answer.set_question_id("1");
  answer.set_text("Met in Lima, 3 May 2016");
  const auto last = MakePublishedRound(round, {mechanism}, {questionnaire});
  ASSERT_TRUE(last.ok()) << last.status();

  const auto form =
      WriteFormDocx(MakePrefilledForm(*last, last->sections.front(), next));
  ASSERT_TRUE(form.ok()) << form.status();
  const auto read =
      ReadImportSource(*form, {.file_name = "form.docx", .round_id = "2017"});
  ASSERT_TRUE(read.ok()) << read.status();

  const auto questionnaires = QuestionnairesOf(*read);
  ASSERT_THAT(questionnaires, SizeIs(1));
  EXPECT_EQ(questionnaires[0].title(), questionnaire.title());
  EXPECT_THAT(Participants(questionnaires[0]), ElementsAreArray(states));
  EXPECT_THAT(FocusAreas(questionnaires[0]), ElementsAreArray(areas));
  EXPECT_THAT(questionnaires[0].answers(), SizeIs(8));
  for (const v1::Answer& blank : questionnaires[0].answers())
    EXPECT_EQ(blank.state(), v1::ANSWER_STATE_BLANK) << blank.question_id();
}

}  // namespace
}  // namespace compendium
