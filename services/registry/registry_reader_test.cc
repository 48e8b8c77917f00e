// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/sha256.h"
#include "lib/request/error_details.h"
#include "services/registry/limits.h"
#include "tests/support/forwarding_store.h"
#include "tests/support/registry_heart.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class RegistryReaderTest : public testing::Test {
 protected:
  // Mechanisms a, a-b and ab, whose names do not sort beside their children's;
  // rounds 2016 and 2017; a questionnaire for each pair.
  void Fill() {
    for (const char* round : {"2016", "2017"})
      ASSERT_TRUE(heart_.CreateRound(absl::StrCat("rounds/", round)).ok());
    for (const char* id : {"a", "a-b", "ab"}) {
      const std::string name = absl::StrCat("mechanisms/", id);
      ASSERT_TRUE(heart_.CreateMechanism(name).ok());
      for (const char* round : {"2016", "2017"})
        ASSERT_TRUE(heart_
                        .Create(absl::StrCat(name, "/questionnaires/", round),
                                v1::Questionnaire())
                        .ok());
    }
  }

  // All names of a listing, asked for in pages of `page_size`.
  std::vector<std::string> NamesOf(ListCall call, int page_size = 0) {
    std::vector<std::string> names;
    call.page_size = page_size;
    for (;;) {
      const auto page = heart_.reader.List(call);
      EXPECT_TRUE(page.ok()) << page.status();
      if (!page.ok()) return names;
      if (page_size > 0) {
        EXPECT_LE(page->records.size(), static_cast<size_t>(page_size));
      }
      for (const RecordVersion& record : page->records)
        names.push_back(record.name);
      if (page->continue_after.empty()) return names;
      call.after_name = page->continue_after;
    }
  }

  tests::RegistryHeart heart_;
};

TEST_F(RegistryReaderTest, ListsEachKindByItself) {
  Fill();

  for (int page_size : {0, 1, 2, 3}) {
    EXPECT_THAT(NamesOf({.kind = RecordKind::kMechanism}, page_size),
                ElementsAre("mechanisms/a", "mechanisms/a-b", "mechanisms/ab"));
    EXPECT_THAT(NamesOf({.kind = RecordKind::kRound}, page_size),
                ElementsAre("rounds/2016", "rounds/2017"));
    EXPECT_THAT(
        NamesOf({.kind = RecordKind::kQuestionnaire, .parent = "mechanisms/-"},
                page_size),
        ElementsAre("mechanisms/a-b/questionnaires/2016",
                    "mechanisms/a-b/questionnaires/2017",
                    "mechanisms/a/questionnaires/2016",
                    "mechanisms/a/questionnaires/2017",
                    "mechanisms/ab/questionnaires/2016",
                    "mechanisms/ab/questionnaires/2017"));
  }
}

TEST_F(RegistryReaderTest, ListsQuestionnairesOfOneMechanismOrRound) {
  Fill();

  EXPECT_THAT(
      NamesOf({.kind = RecordKind::kQuestionnaire, .parent = "mechanisms/a"}),
      ElementsAre("mechanisms/a/questionnaires/2016",
                  "mechanisms/a/questionnaires/2017"));
  EXPECT_THAT(NamesOf({.kind = RecordKind::kQuestionnaire,
                       .parent = "mechanisms/-",
                       .round = "rounds/2016"},
                      1),
              ElementsAre("mechanisms/a-b/questionnaires/2016",
                          "mechanisms/a/questionnaires/2016",
                          "mechanisms/ab/questionnaires/2016"));
  EXPECT_THAT(NamesOf({.kind = RecordKind::kQuestionnaire,
                       .parent = "mechanisms/a",
                       .round = "rounds/2015"}),
              IsEmpty());
}

TEST_F(RegistryReaderTest, ListsManyMechanismsWithManyQuestionnaires) {
  std::vector<std::string> expected;
  for (int round = 0; round < 20; ++round)
    ASSERT_TRUE(heart_.CreateRound(absl::StrCat("rounds/", 2000 + round)).ok());
  for (int i = 10; i < 30; ++i) {
    expected.push_back(absl::StrCat("mechanisms/m", i));
    ASSERT_TRUE(heart_.CreateMechanism(expected.back()).ok());
    for (int round = 0; round < 20; ++round)
      ASSERT_TRUE(heart_
                      .Create(absl::StrCat(expected.back(), "/questionnaires/",
                                           2000 + round),
                              v1::Questionnaire())
                      .ok());
  }

  for (int page_size : {0, 1, 7, 100})
    EXPECT_EQ(NamesOf({.kind = RecordKind::kMechanism}, page_size), expected);
}

// A store whose listings pass over ever more names and find nothing.
class EndlessStore final : public tests::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  absl::StatusOr<ListPage> List(const ListQuery& query) const override {
    return ListPage{.records = {}, .continue_after = query.after_name + "x"};
  }
};

TEST_F(RegistryReaderTest, ListsAShortPageWhereManyNamesAreLeftOut) {
  Fill();
  const EndlessStore endless(heart_.store);
  const RegistryReader reader(endless);

  for (const RecordKind kind :
       {RecordKind::kMechanism, RecordKind::kQuestionnaire}) {
    const auto page = reader.List({.kind = kind, .parent = "mechanisms/-"});

    ASSERT_TRUE(page.ok()) << page.status();
    EXPECT_THAT(page->records, IsEmpty());
    EXPECT_NE(page->continue_after, "");
  }
}

TEST_F(RegistryReaderTest, ListsDeletedRecordsOnlyWhenAsked) {
  Fill();
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/b").ok());
  ASSERT_TRUE(heart_.Delete("mechanisms/b").ok());

  EXPECT_EQ(NamesOf({.kind = RecordKind::kMechanism}).size(), 3u);
  EXPECT_EQ(
      NamesOf({.kind = RecordKind::kMechanism, .show_deleted = true}).size(),
      4u);
}

TEST_F(RegistryReaderTest, ReadsAtAPastRevision) {
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/a").ok());
  v1::Mechanism change;
  change.set_acronym("A");
  ASSERT_TRUE(heart_.Update("mechanisms/a", change).ok());
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/b").ok());

  const auto past = heart_.reader.Get("mechanisms/a", 1);
  const auto before = heart_.reader.Get("mechanisms/b", 2);
  const auto page =
      heart_.reader.List({.kind = RecordKind::kMechanism, .read_revision = 2});

  EXPECT_EQ(past->head.revision, 1);
  EXPECT_TRUE(absl::IsNotFound(before.status()));
  ASSERT_EQ(page->records.size(), 1u);
  EXPECT_EQ(page->revision, 2);
}

TEST_F(RegistryReaderTest, RefusesARevisionThatHasNotBeenWritten) {
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/a").ok());

  EXPECT_EQ(*heart_.reader.Resolve(0), 1);
  EXPECT_EQ(*heart_.reader.Resolve(1), 1);
  const absl::Status status = heart_.reader.Resolve(2).status();
  EXPECT_TRUE(absl::IsOutOfRange(status));
  EXPECT_EQ(ReasonOf(status), "REVISION_NOT_WRITTEN");
}

TEST_F(RegistryReaderTest, AnEmptyRegistryHasEmptyLists) {
  EXPECT_THAT(NamesOf({.kind = RecordKind::kMechanism}), IsEmpty());
  EXPECT_TRUE(absl::IsNotFound(
      heart_.reader.Get("mechanisms/a", *heart_.reader.Resolve(0)).status()));
  EXPECT_THAT(heart_.reader.ListLogEntries(0, 0)->changes, IsEmpty());
}

TEST_F(RegistryReaderTest, BatchKeepsTheOrderOfItsNames) {
  Fill();

  const auto batch =
      heart_.reader.BatchGet({"mechanisms/ab", "mechanisms/a"}, 0);
  const auto missing =
      heart_.reader.BatchGet({"mechanisms/ab", "mechanisms/c"}, 0);

  ASSERT_TRUE(batch.ok());
  EXPECT_EQ(batch->records[0].name, "mechanisms/ab");
  EXPECT_EQ(batch->records[1].name, "mechanisms/a");
  EXPECT_TRUE(absl::IsNotFound(missing.status()));
}

TEST_F(RegistryReaderTest, PagesAndBatchesAreLimitedInBytes) {
  v1::Mechanism large;
  large.set_display_name(std::string(kRecordBytesMax - 100, 'x'));
  std::vector<std::string> names;
  for (int i = 0; i < 5; ++i) {
    names.push_back(absl::StrCat("mechanisms/m", i));
    ASSERT_TRUE(heart_.Create(names.back(), large).ok());
  }

  const auto page = heart_.reader.List({.kind = RecordKind::kMechanism});
  const auto batch = heart_.reader.BatchGet(names, 0);

  EXPECT_LE(page->records.size(), 3u);
  EXPECT_EQ(NamesOf({.kind = RecordKind::kMechanism}), names);
  EXPECT_EQ(ReasonOf(batch.status()), "BATCH_TOO_LARGE");
}

TEST_F(RegistryReaderTest, ListsVersionsNewestFirstWithWhoAndWhy) {
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/a").ok());
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/b").ok());
  ASSERT_TRUE(
      heart_.Delete("mechanisms/a", "", tests::RegistryHeart::By("a.diallo"))
          .ok());
  ASSERT_TRUE(heart_.Undelete("mechanisms/a").ok());

  const auto all = heart_.reader.ListVersions("mechanisms/a", 4, 0, 0);
  const auto page = heart_.reader.ListVersions("mechanisms/a", 4, 0, 2);
  const auto rest =
      heart_.reader.ListVersions("mechanisms/a", 4, page->continue_before, 2);

  ASSERT_EQ(all->versions.size(), 3u);
  EXPECT_EQ(all->continue_before, 0);
  EXPECT_EQ(all->versions[1].head.revision, 3);
  EXPECT_EQ(all->versions[1].head.kind, ChangeKind::kDeleted);
  EXPECT_EQ(all->versions[1].author, "a.diallo");
  EXPECT_EQ(all->versions[1].reason, "a test");
  ASSERT_EQ(page->versions.size(), 2u);
  ASSERT_EQ(rest->versions.size(), 1u);
  EXPECT_EQ(rest->versions[0].head.revision, 1);
  EXPECT_EQ(rest->continue_before, 0);
}

TEST_F(RegistryReaderTest, ListsVersionsAsOfAPastRevision) {
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/a").ok());
  ASSERT_TRUE(heart_.Delete("mechanisms/a").ok());

  EXPECT_EQ(
      heart_.reader.ListVersions("mechanisms/a", 1, 0, 0)->versions.size(), 1u);
  EXPECT_TRUE(absl::IsNotFound(
      heart_.reader.ListVersions("mechanisms/b", 2, 0, 0).status()));
}

TEST_F(RegistryReaderTest, LogEntriesFormAChain) {
  Fill();

  std::string hash(32, '\0');
  int64_t revision = 0;
  while (revision < heart_.store.LastRevision()) {
    const auto page = heart_.reader.ListLogEntries(revision, 2);
    ASSERT_TRUE(page.ok());
    EXPECT_EQ(page->last_revision, heart_.store.LastRevision());
    for (const LoggedChange& change : page->changes) {
      EXPECT_EQ(change.entry.revision, ++revision);
      hash = base::Sha256({hash, change.entry.payload});
      EXPECT_EQ(change.entry.hash, hash);
      EXPECT_EQ(change.entry.records[0].value_sha256,
                base::Sha256({change.versions[0].value}));
    }
  }
  EXPECT_TRUE(absl::IsOutOfRange(
      heart_.reader.ListLogEntries(revision + 1, 2).status()));
}

}  // namespace
}  // namespace compendium::registry
