// SPDX-License-Identifier: Apache-2.0
// Get, List and ListVersions, now and at any past revision.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// All pages of a listing, as Describe says; at most `page_count` of them.
std::vector<std::string> ListPages(const Store& store, ListQuery query,
                                   size_t* page_count) {
  std::vector<std::string> all;
  *page_count = 0;
  do {
    const absl::StatusOr<ListPage> page = store.List(query);
    EXPECT_TRUE(page.ok()) << page.status();
    if (!page.ok()) return all;
    for (const RecordVersion& record : page->records)
      all.push_back(Describe(record));
    query.after_name = page->continue_after;
    ++*page_count;
  } while (!query.after_name.empty() && *page_count < 1000);
  return all;
}

TEST_P(StoreConformance, GetReadsEveryVersionEver) {
  CommitAll({Create("a", "1"), Create("b", "2"), Update("a", "3"),
             Delete("a", "3"), Create("c"), Undelete("a", "6")});
  const std::vector<std::string> versions = {"a@1=1", "a@1=1", "a@3=3",
                                             "a@4=3", "a@4=3", "a@6=6"};

  for (int64_t at = 1; at <= 6; ++at) {
    const auto version = store().Get("a", at);

    ASSERT_TRUE(version.ok()) << version.status();
    EXPECT_EQ(Describe(*version), versions[static_cast<size_t>(at - 1)]);
    EXPECT_EQ(version->head.create_revision, 1);
    EXPECT_EQ(version->head.deleted(), at == 4 || at == 5);
  }
}

TEST_P(StoreConformance, GetBeforeCreationIsNotFound) {
  CommitAll({Create("b"), Create("a"), Update("a")});

  ExpectRefused(store().Get("a", 1).status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
  ExpectRefused(store().Get("a", 0).status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
  ExpectRefused(store().Get("aa", 3).status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
}

TEST_P(StoreConformance, RevisionsThatWereNotWrittenAreOutOfRange) {
  CommitAll({Create("a")});
  ListQuery query;
  query.at_revision = 2;
  query.limit = kNoLimit;

  for (const absl::Status& status :
       {store().Get("a", 2).status(), store().Get("a", -1).status(),
        store().List(query).status(), store().ReadLogEntry(2).status(),
        store().ReadLogEntry(0).status(),
        store().ReadChanges(2, kNoLimit).status(),
        store().ReadChanges(-1, kNoLimit).status()})
    ExpectRefused(status, absl::StatusCode::kOutOfRange,
                  "REVISION_NOT_WRITTEN");
}

TEST_P(StoreConformance, ValuesKeepEveryByte) {
  const std::string bytes("\0\xff\n\0", 4);
  const std::string large(300000, 'x');
  CommitAll({Create("a", bytes), Create("b", ""), Create("c", large)});

  EXPECT_EQ(store().Get("a", 3)->value, bytes);
  EXPECT_EQ(store().Get("b", 3)->value, "");
  EXPECT_EQ(store().Get("c", 3)->value, large);
}

TEST_P(StoreConformance, ListIsInTheOrderOfNamesWithinThePrefix) {
  CommitAll({Create("m/b"), Create("m/a"), Create("n/a"), Create("l/z"),
             Create("m"), Create("m/a/q")});

  EXPECT_THAT(ListNow("m/"), ElementsAre("m/a@2=v", "m/a/q@6=v", "m/b@1=v"));
}

TEST_P(StoreConformance, ListChoosesBySuffix) {
  CommitAll({Create("m/a/q/2016"), Create("m/a/q/2017"), Create("m/b/q/2016"),
             Create("m/c")});

  EXPECT_THAT(ListNow("m/", "/q/2016"),
              ElementsAre("m/a/q/2016@1=v", "m/b/q/2016@3=v"));
}

TEST_P(StoreConformance, ListHidesDeletedRecordsUnlessAsked) {
  CommitAll({Create("a"), Create("b"), Delete("a", "gone")});
  ListQuery query;
  query.at_revision = 3;
  query.limit = kNoLimit;
  query.show_deleted = true;

  const auto page = store().List(query);

  EXPECT_THAT(ListNow(""), ElementsAre("b@2=v"));
  EXPECT_THAT(Describe(page->records), ElementsAre("a@3=gone", "b@2=v"));
}

TEST_P(StoreConformance, ListAtAPastRevisionIsThatOfThen) {
  CommitAll({Create("a", "1"), Create("b", "2"), Update("a", "3"),
             Delete("b", "2"), Create("c", "5")});
  ListQuery query;
  query.limit = kNoLimit;
  const auto at = [&](int64_t revision) {
    query.at_revision = revision;
    return Describe(store().List(query)->records);
  };

  EXPECT_THAT(at(0), IsEmpty());
  EXPECT_THAT(at(1), ElementsAre("a@1=1"));
  EXPECT_THAT(at(2), ElementsAre("a@1=1", "b@2=2"));
  EXPECT_THAT(at(3), ElementsAre("a@3=3", "b@2=2"));
  EXPECT_THAT(at(4), ElementsAre("a@3=3"));
  EXPECT_THAT(at(5), ElementsAre("a@3=3", "c@5=5"));
}

TEST_P(StoreConformance, PagesOfOneRevisionMakeUpTheListing) {
  for (int i = 0; i < 10; ++i) CommitAll({Create(absl::StrCat("a", i))});
  ListQuery query;
  query.prefix = "a";
  query.at_revision = 10;
  query.limit = {.count_max = 4, .bytes_max = 1000};
  CommitAll({Create("a00"), Update("a7"), Delete("a8")});

  size_t page_count = 0;
  const auto all = ListPages(store(), query, &page_count);

  EXPECT_EQ(all.size(), 10u);
  EXPECT_EQ(all.back(), "a9@10=v");
  EXPECT_EQ(page_count, 3u);
}

TEST_P(StoreConformance, ManyVersionsOfOneRecordHideNoOther) {
  const std::vector<std::string> names = {"a", "a\x01", "a!", "a/b", "aa"};
  for (const std::string& name : names) CommitAll({Create(name, "1")});
  for (int i = 0; i < 30; ++i)
    for (const std::string& name : names)
      CommitAll({Update(name, absl::StrCat(i))});
  const int64_t last = CommitAll({Create("ab")});
  const auto listed = [&](int64_t revision) {
    ListQuery query;
    query.at_revision = revision;
    query.limit = {.count_max = 2, .bytes_max = 1000};
    size_t page_count = 0;
    return ListPages(store(), query, &page_count);
  };

  EXPECT_THAT(listed(last), ElementsAre("a@151=29", "a\x01@152=29", "a!@153=29",
                                        "a/b@154=29", "aa@155=29", "ab@156=v"));
  EXPECT_THAT(listed(4),
              ElementsAre("a@1=1", "a\x01@2=1", "a!@3=1", "a/b@4=1"));
  EXPECT_EQ(store().Get("a", 150)->head.revision, 146);
  EXPECT_EQ(store()
                .ListHeads("a", last, {.count_max = 99, .bytes_max = 9999})
                ->size(),
            31u);
}

TEST_P(StoreConformance, FullLastPageHasNoContinuation) {
  CommitAll({Create("a"), Create("b"), Create("c"), Delete("c"), Create("z")});
  ListQuery query;
  query.suffix = "";
  query.prefix = "";
  query.at_revision = 4;
  query.limit = {.count_max = 2, .bytes_max = 1000};

  const auto page = store().List(query);

  EXPECT_THAT(Describe(page->records), ElementsAre("a@1=v", "b@2=v"));
  EXPECT_EQ(page->continue_after, "");
}

TEST_P(StoreConformance, ListIsBoundedInBytesButReturnsSomething) {
  CommitAll({Create("a", std::string(100, 'x')),
             Create("b", std::string(100, 'y')),
             Create("c", std::string(100, 'z'))});
  ListQuery query;
  query.at_revision = 3;
  query.limit = {.count_max = 100, .bytes_max = 250};

  EXPECT_EQ(store().List(query)->records.size(), 2u);
  EXPECT_EQ(store().List(query)->continue_after, "b");
  query.limit.bytes_max = 1;
  EXPECT_EQ(store().List(query)->records.size(), 1u);
  query.limit = {};
  EXPECT_EQ(store().List(query)->records.size(), 1u);
}

TEST_P(StoreConformance, ListIsBoundedInWhatItPassesOver) {
  for (int i = 0; i < 9; ++i) CommitAll({Create(absl::StrCat("a", i))});
  CommitAll({Delete("a1"), Delete("a2"), Create("b/end"), Update("a8")});
  const int64_t last = CommitAll({Create("a9")});
  ListQuery query;
  query.limit = {.count_max = 100, .bytes_max = 1000, .visited_max = 3};
  const auto at = [&](int64_t revision, const std::string& suffix) {
    query.at_revision = revision;
    query.suffix = suffix;
    return *store().List(query);
  };

  EXPECT_THAT(Describe(at(last, "").records), ElementsAre("a0@1=v"));
  EXPECT_EQ(at(last, "").continue_after, "a2");
  EXPECT_THAT(at(last, "/end").records, IsEmpty());
  EXPECT_EQ(at(last, "/end").continue_after, "a2");
  EXPECT_THAT(at(0, "").records, IsEmpty());
  EXPECT_EQ(at(0, "").continue_after, "a2");
  size_t page_count = 0;
  query.at_revision = last;
  query.suffix = "/end";
  EXPECT_THAT(ListPages(store(), query, &page_count),
              ElementsAre("b/end@12=v"));
  EXPECT_EQ(page_count, 4u);  // 11 names
  query.suffix = "";
  EXPECT_EQ(ListPages(store(), query, &page_count).size(), 9u);
}

TEST_P(StoreConformance, ListThatPassesOverTheLastNameEnds) {
  CommitAll({Create("a"), Create("b"), Create("c")});
  ListQuery query;
  query.at_revision = 3;
  query.suffix = "none";
  query.limit = {.count_max = 100, .bytes_max = 1000, .visited_max = 3};

  EXPECT_EQ(store().List(query)->continue_after, "");
}

TEST_P(StoreConformance, HeadsAreListedNewestFirstWithTheirLogEntries) {
  CommitAll({Create("a", "1"), Create("aa"), Update("a", "3"), Create("b"),
             Delete("a", "3")});

  for (const int64_t before : {INT64_MAX, int64_t{6}, int64_t{5}, int64_t{2},
                               int64_t{1}, int64_t{0}}) {
    for (const size_t count : {1u, 2u, 9u}) {
      const ReadLimit limit = {.count_max = count, .bytes_max = 1000};
      const auto versions = store().ListVersions("a", before, limit);
      const auto heads = store().ListHeads("a", before, limit);

      ASSERT_TRUE(heads.ok()) << heads.status();
      ASSERT_EQ(heads->size(), versions->size());
      for (size_t i = 0; i < heads->size(); ++i) {
        const ExplainedHead& version = (*heads)[i];
        EXPECT_EQ(DescribeAll(version.head), DescribeAll((*versions)[i].head));
        EXPECT_EQ(DescribeAll(version.entry),
                  DescribeAll(*store().ReadLogEntry(version.head.revision)));
      }
    }
  }
  EXPECT_EQ(store().ListHeads("a", 6, {.count_max = 9, .bytes_max = 1})->size(),
            1u);
  EXPECT_THAT(*store().ListHeads("none", 6, kNoLimit), IsEmpty());
}

TEST_P(StoreConformance, VersionsAreListedNewestFirst) {
  CommitAll({Create("a", "1"), Create("aa"), Update("a", "3"), Create("b"),
             Delete("a", "3")});

  EXPECT_THAT(Describe(*store().ListVersions("a", INT64_MAX, kNoLimit)),
              ElementsAre("a@5=3", "a@3=3", "a@1=1"));
  EXPECT_THAT(Describe(*store().ListVersions("a", 5, kNoLimit)),
              ElementsAre("a@3=3", "a@1=1"));
  EXPECT_THAT(Describe(*store().ListVersions(
                  "a", 6, {.count_max = 2, .bytes_max = 1000})),
              ElementsAre("a@5=3", "a@3=3"));
  EXPECT_THAT(
      Describe(*store().ListVersions("a", 6, {.count_max = 9, .bytes_max = 1})),
      ElementsAre("a@5=3"));
}

TEST_P(StoreConformance, VersionsOfAnUnknownRecordAreNone) {
  CommitAll({Create("ab")});

  EXPECT_THAT(*store().ListVersions("a", 100, kNoLimit), IsEmpty());
  EXPECT_THAT(*store().ListVersions("ab", 1, kNoLimit), IsEmpty());
  EXPECT_THAT(*store().ListVersions("ab", 0, kNoLimit), IsEmpty());
}

}  // namespace
}  // namespace compendium::registry
