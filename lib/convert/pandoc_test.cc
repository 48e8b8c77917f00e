// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/pandoc.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/base/descriptor.h"
#include "lib/convert/child_process.h"
#include "lib/convert/fence.h"

namespace compendium {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr char kPage[] = "<h1>Forum</h1><p>Two meetings &amp; a report.</p>";

Conversion PageTo(const std::string& format) {
  return {.from = "html",
          .to = format,
          .bytes = kPage,
          .document_name = "page.html"};
}

std::string MessageOf(const absl::StatusOr<std::string>& result) {
  return std::string(result.status().message());
}

TEST(Pandoc, ConvertsADocumentThereAndBack) {
  base::RealClock clock;
  const Pandoc pandoc({}, clock);

  const auto docx = pandoc.Convert(PageTo("docx"));
  ASSERT_TRUE(docx.ok()) << docx.status();
  const auto text = pandoc.Convert({.from = "docx",
                                    .to = "plain",
                                    .bytes = *docx,
                                    .document_name = "page.docx"});

  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(*text, "Forum\n\nTwo meetings & a report.\n");
}

TEST(Pandoc, MakesTheSameBytesOfTheSameInput) {
  base::RealClock clock;
  const Pandoc confined({}, clock);
  const Pandoc unconfined({.confined = false}, clock);

  const auto first = confined.Convert(PageTo("docx"));
  const auto second = confined.Convert(PageTo("docx"));
  const auto third = unconfined.Convert(PageTo("docx"));

  ASSERT_TRUE(first.ok() && third.ok()) << first.status() << third.status();
  EXPECT_TRUE(*first == *second);
  EXPECT_TRUE(*first == *third);
}

TEST(Pandoc, FindsTheFilesThatComeAlong) {
  base::RealClock clock;
  for (const bool confined : {true, false}) {
    const Pandoc pandoc({.confined = confined}, clock);
    Conversion conversion = PageTo("html");
    conversion.arguments = {"--include-before-body=before.txt"};
    conversion.files = {{"before.txt", "<p>Preface</p>"}};

    const auto html = pandoc.Convert(conversion);

    ASSERT_TRUE(html.ok()) << html.status();
    EXPECT_THAT(*html, HasSubstr("<p>Preface</p>"));
  }
}

TEST(Pandoc, RefusesAFileNameThatIsAPath) {
  base::RealClock clock;
  const Pandoc pandoc({}, clock);
  for (const char* name : {"../up", "a/b", "", ".hidden", "-x"}) {
    Conversion conversion = PageTo("html");
    conversion.files = {{name, "x"}};

    const auto html = pandoc.Convert(conversion);

    EXPECT_TRUE(absl::IsInvalidArgument(html.status())) << name;
  }
}

TEST(Pandoc, ConfinedSeesNoFileOfTheMachine) {
  base::RealClock clock;
  const std::string secret = testing::TempDir() + "/pandoc_test_secret";
  ASSERT_TRUE(base::WriteFileAtomically(secret, "a secret").ok());
  Conversion conversion = PageTo("html");
  conversion.arguments = {"--include-before-body=" + secret};

  const auto confined = Pandoc({}, clock).Convert(conversion);
  const auto unconfined =
      Pandoc({.confined = false}, clock).Convert(conversion);

  EXPECT_THAT(MessageOf(confined), HasSubstr("does not exist"));
  ASSERT_TRUE(unconfined.ok()) << unconfined.status();
  EXPECT_THAT(*unconfined, HasSubstr("a secret"));
}

// Runs a bash script in the fence and gives its exit status.
int FencedScript(bool confined, const std::string& script) {
  base::RealClock clock;
  const Fence fence = {.confined = confined,
                       .bwrap_path = "/usr/bin/bwrap",
                       .folder = testing::TempDir(),
                       .address_bytes_max = kConvertAddressBytesMax,
                       .processor_time_max = absl::Seconds(60)};
  const auto result = RunChild(
      {.arguments = FencedCommand(fence, {"/usr/bin/bash", "-c", script}),
       .environment = FencedEnvironment(fence, absl::UnixEpoch()),
       .folder = testing::TempDir(),
       .timeout = absl::Seconds(60),
       .output_bytes_max = 1 << 20},
      clock);
  return result.ok() ? result->exit_status : -1;
}

TEST(FencedCommand, ConfinedReachesNoNetwork) {
  const base::Descriptor server(socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  ASSERT_EQ(bind(server.get(), any, size), 0);
  ASSERT_EQ(listen(server.get(), 5), 0);
  ASSERT_EQ(getsockname(server.get(), any, &size), 0);
  const std::string script =
      absl::StrCat("exec 3<>/dev/tcp/127.0.0.1/", ntohs(address.sin_port));

  EXPECT_EQ(FencedScript(false, script), 0);
  EXPECT_NE(FencedScript(true, script), 0);
}

TEST(FencedCommand, ConfinedWritesNowhereButInItsTmp) {
  EXPECT_EQ(FencedScript(true, "echo x >/tmp/x"), 0);
  for (const char* path : {"/x", "/usr/x", "/work/x", "/home/x", "/root/x"}) {
    EXPECT_NE(FencedScript(true, absl::StrCat("echo x >", path)), 0) << path;
  }
  EXPECT_NE(FencedScript(true, "head -c 100000000 /dev/zero >/tmp/x"), 0);
}

TEST(FencedCommand, ConfinedSeesNeitherProcessesNorCapabilities) {
  EXPECT_EQ(FencedScript(true, "[ $(ls -d /proc/[0-9]* | wc -l) -lt 6 ]"), 0);
  EXPECT_EQ(FencedScript(true, "grep -q 'CapEff:.0*$' /proc/self/status"), 0);
  EXPECT_EQ(FencedScript(true, "[ ! -e /etc/passwd ]"), 0);
}

TEST(Pandoc, TellsWhatIsWrongWithADocument) {
  base::RealClock clock;

  const auto text = Pandoc({}, clock).Convert({.from = "docx",
                                               .to = "json",
                                               .bytes = "no zip at all",
                                               .document_name = "a.docx"});

  EXPECT_TRUE(absl::IsInvalidArgument(text.status())) << text.status();
  EXPECT_THAT(MessageOf(text),
              AllOf(StartsWith("a.docx: got what pandoc cannot turn from docx"),
                    HasSubstr("couldn't unpack docx container")));
}

TEST(Pandoc, AnUnknownFormatIsTheProgramsFault) {
  base::RealClock clock;

  const auto text = Pandoc({}, clock).Convert(PageTo("nosuchformat"));

  EXPECT_TRUE(absl::IsInternal(text.status())) << text.status();
}

TEST(Pandoc, RefusesTooMuchInputAndOutput) {
  base::RealClock clock;

  const auto input =
      Pandoc({.input_bytes_max = 10}, clock).Convert(PageTo("html"));
  const auto output =
      Pandoc({.output_bytes_max = 10}, clock).Convert(PageTo("html"));

  EXPECT_TRUE(absl::IsResourceExhausted(input.status())) << input.status();
  EXPECT_THAT(MessageOf(input), HasSubstr("want at most 10"));
  EXPECT_TRUE(absl::IsResourceExhausted(output.status())) << output.status();
}

TEST(Pandoc, EndsWhatTakesTooLong) {
  base::RealClock clock;

  const auto text =
      Pandoc({.timeout = absl::Milliseconds(1)}, clock).Convert(PageTo("docx"));

  EXPECT_TRUE(absl::IsResourceExhausted(text.status())) << text.status();
  EXPECT_THAT(MessageOf(text), HasSubstr("page.html: got no end within 1ms"));
}

TEST(Pandoc, HoldsTheHeapToItsLimit) {
  base::RealClock clock;
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "<div><p>x</p>";
  Conversion conversion = PageTo("json");
  conversion.bytes = nested;

  const auto text =
      Pandoc({.heap_bytes_max = 64 << 20}, clock).Convert(conversion);

  EXPECT_TRUE(absl::IsResourceExhausted(text.status())) << text.status();
  EXPECT_THAT(MessageOf(text), HasSubstr("bytes of memory"));
}

TEST(Pandoc, NamesThePackageThatIsMissing) {
  base::RealClock clock;

  const auto no_pandoc =
      Pandoc({.pandoc_path = "/nowhere/pandoc"}, clock).Convert(PageTo("html"));
  const auto no_bwrap =
      Pandoc({.bwrap_path = "/nowhere/bwrap"}, clock).Convert(PageTo("html"));

  EXPECT_TRUE(absl::IsFailedPrecondition(no_pandoc.status()));
  EXPECT_THAT(MessageOf(no_pandoc), HasSubstr("Debian package pandoc"));
  EXPECT_TRUE(absl::IsFailedPrecondition(no_bwrap.status()));
  EXPECT_THAT(MessageOf(no_bwrap), HasSubstr("Debian package bubblewrap"));
}

// What bubblewrap does where namespaces are not allowed.
TEST(Pandoc, DoesNotRunUnconfinedWhereItCannotConfine) {
  base::RealClock clock;
  const std::string refusing = testing::TempDir() + "/refusing_bwrap";
  ASSERT_TRUE(base::WriteFileAtomically(
                  refusing,
                  "#!/bin/sh\n"
                  "echo 'bwrap: No permissions to create new namespace' >&2\n"
                  "exit 1\n")
                  .ok());
  std::filesystem::permissions(refusing, std::filesystem::perms::owner_all);

  const auto text =
      Pandoc({.bwrap_path = refusing}, clock).Convert(PageTo("html"));

  EXPECT_TRUE(absl::IsFailedPrecondition(text.status())) << text.status();
  EXPECT_THAT(MessageOf(text),
              AllOf(HasSubstr("No permissions to create new namespace"),
                    HasSubstr("--unconfined")));
}

TEST(Pandoc, LeavesNothingBehind) {
  base::RealClock clock;
  const std::string folder = testing::TempDir() + "/pandoc_test_folder";
  std::filesystem::create_directories(folder);
  Conversion conversion = PageTo("html");
  conversion.files = {{"a.css", "x"}};

  const auto text =
      Pandoc({.temporary_folder = folder}, clock).Convert(conversion);

  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_THAT(*text, Not(HasSubstr(folder)));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

}  // namespace
}  // namespace compendium
