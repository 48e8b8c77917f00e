// SPDX-License-Identifier: Apache-2.0
// Plans the import of the real 2016 compendium, when it is there.
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/import/import_plan.h"
#include "cli/import/import_source.h"
#include "cli/import/limits.h"
#include "lib/base/atomic_file.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ImportCompendium : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("COMPENDIUM_SOURCE_DIR");
    const std::string path = std::string(folder == nullptr ? "." : folder) +
                             "/../shared/seeds/000_156af223e0624c09.txt";
    auto text = base::ReadFile(path, kImportFileBytesMax);
    if (!text.ok())
      GTEST_SKIP() << "NOT TESTED: the compendium is not at " << path;
    text_ = *std::move(text);
  }

  ImportSource Read(const std::string& text) {
    auto source =
        ReadImportSource(text, {.file_name = "a.txt", .round_id = "2016"});
    EXPECT_TRUE(source.ok()) << source.status();
    return source.ok() ? *std::move(source) : ImportSource();
  }

  // What a registry holds after the source was imported into it.
  static RecordMap Imported(const ImportSource& source) {
    RecordMap records;
    for (size_t i = 0; i < source.records.size(); ++i) {
      const PlannedWrite write = PlanWrite(source, i, {}, {});
      records[write.name] = write.record;
    }
    return records;
  }

  // The names of what would be written.
  static std::vector<std::string> Written(const ImportSource& source,
                                          const RecordMap& existing) {
    std::vector<std::string> names;
    for (size_t i = 0; i < source.records.size(); ++i) {
      const PlannedWrite write = PlanWrite(source, i, existing, {});
      if (write.action != WriteAction::kLeave) names.push_back(write.name);
    }
    return names;
  }

  std::string text_;
};

TEST_F(ImportCompendium, HasARoundAndFourteenMechanisms) {
  const ImportSource source = Read(text_);

  EXPECT_THAT(source.records, SizeIs(1 + 2 * 14));
  EXPECT_THAT(QuestionnairesOf(source), SizeIs(14));
  EXPECT_FALSE(source.states_items);
}

TEST_F(ImportCompendium, ASecondTimeWritesNothing) {
  const ImportSource source = Read(text_);

  EXPECT_THAT(Written(Read(text_), Imported(source)), IsEmpty());
}

TEST_F(ImportCompendium, OneChangedAnswerIsOneQuestionnaire) {
  const RecordMap existing = Imported(Read(text_));
  const std::string before = "possibly 17.16";
  ASSERT_NE(text_.find(before), std::string::npos);

  text_.replace(text_.find(before), before.size(), "17.16, 17.17 and 17.18");

  EXPECT_THAT(
      Written(Read(text_), existing),
      ElementsAre("rounds/2016", "mechanisms/midsa/questionnaires/2016"));
}

}  // namespace
}  // namespace compendium
