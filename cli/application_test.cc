// SPDX-License-Identifier: Apache-2.0
#include "cli/application.h"

#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/exit_code.h"
#include "lib/base/atomic_file.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Nobody listens on the discard port of this machine.
constexpr char kNobody[] = "127.0.0.1:9";

struct RunResult {
  ExitCode code = ExitCode::kOk;
  std::string out;
  std::string err;
};

RunResult RunCommand(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "compendium");
  base::RealClock clock;
  std::ostringstream out;
  std::ostringstream err;
  const int code =
      RunApplication(static_cast<int>(arguments.size()), arguments.data(),
                     {.clock = clock, .terminal = {}, .out = out, .err = err});
  return {static_cast<ExitCode>(code), out.str(), err.str()};
}

TEST(Application, HelpNamesCommandsAndExitCodes) {
  const RunResult result = RunCommand({"--help"});

  EXPECT_EQ(result.code, ExitCode::kOk);
  EXPECT_THAT(result.out, HasSubstr("coverage"));
  EXPECT_THAT(result.out, HasSubstr(kExitCodeHelp));
}

TEST(Application, AWrongCommandLineIsUsage) {
  EXPECT_EQ(RunCommand({}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"fly"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"import"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"list", "birds"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"status", "--timeout", "0"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"get", "no name"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"history", "no name"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"watch", "--after", "1", "--snapshot"}).code,
            ExitCode::kUsage);
}

TEST(Application, AFilterThatWouldDoNothingIsUsage) {
  const RunResult result =
      RunCommand({"list", "mechanisms", "--round", "2016"});

  EXPECT_EQ(result.code, ExitCode::kUsage);
  EXPECT_THAT(result.err, HasSubstr("--round: got 2016 for mechanisms"));
  EXPECT_EQ(RunCommand({"list", "rounds", "--mechanism", "midsa"}).code,
            ExitCode::kUsage);
}

TEST(Application, OneFormOfOutputIsUsage) {
  const RunResult result =
      RunCommand({"completion", "--round", "2016", "--csv", "--json"});

  EXPECT_EQ(result.code, ExitCode::kUsage);
  EXPECT_THAT(result.err, HasSubstr("--json and --csv: got both"));
  for (const char* report :
       {"participation", "calendar", "clashes", "projects", "publications"})
    EXPECT_EQ(RunCommand({report, "--csv", "--json"}).code, ExitCode::kUsage)
        << report;
  for (const char* report : {"coverage", "gaps"})
    EXPECT_EQ(RunCommand({report, "--round", "2016", "--csv", "--json"}).code,
              ExitCode::kUsage)
        << report;
}

TEST(Application, APastThatIsNoneIsUsage) {
  for (const char* report :
       {"participation", "calendar", "clashes", "projects", "publications"})
    EXPECT_EQ(RunCommand({report, "--as-of", "lately"}).code, ExitCode::kUsage)
        << report;
}

TEST(Application, ReportsThatAreAskedForWronglyAreUsage) {
  EXPECT_EQ(RunCommand({"completion"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"gaps"}).code, ExitCode::kUsage);
  EXPECT_EQ(RunCommand({"participation", "--role", "chair"}).code,
            ExitCode::kUsage);
}

TEST(Application, AFileThatIsNotThereIsBadInput) {
  const RunResult result =
      RunCommand({"facts", "--round", "2016", "--file", "/nonexistent/x.txt"});

  EXPECT_EQ(result.code, ExitCode::kBadInput);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("compendium: "));
}

TEST(Application, AFileThatIsNoRoundIsBadInput) {
  const std::string path = testing::TempDir() + "/bad_round.json";
  ASSERT_TRUE(base::WriteFileAtomically(path, "{ \"round\": 7 }").ok());

  const RunResult result = RunCommand(
      {"import", path.c_str(), "--round", "2016", "--registry", kNobody});

  EXPECT_EQ(result.code, ExitCode::kBadInput);
  EXPECT_THAT(result.err, HasSubstr("bad_round.json:"));
}

TEST(Application, NobodyThereIsUnreachable) {
  const RunResult result = RunCommand(
      {"get", "rounds/2016", "--registry", kNobody, "--timeout", "5"});

  EXPECT_EQ(result.code, ExitCode::kUnreachable);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("registry at 127.0.0.1:9"));
}

TEST(Application, StatusShowsWhoIsUnreachable) {
  const RunResult result =
      RunCommand({"status", "--json", "--registry", kNobody, "--reporting",
                  kNobody, "--timeout", "5"});

  EXPECT_EQ(result.code, ExitCode::kUnreachable);
  EXPECT_THAT(result.out, HasSubstr("\"registry\": null"));
  EXPECT_THAT(result.out, HasSubstr("\"reportingError\": "));
}

TEST(Application, AWatchThatNeverBeganDoesNotTryForEver) {
  const RunResult result =
      RunCommand({"watch", "--after", "0", "--registry", kNobody});

  EXPECT_EQ(result.code, ExitCode::kUnreachable);
}

TEST(Application, FactsOfARoundFileNeedNoServer) {
  const std::string path = testing::TempDir() + "/round.json";
  ASSERT_TRUE(base::WriteFileAtomically(
                  path,
                  R"({"round": {}, "mechanisms": [], "questionnaires": [
                       {"mechanism": "midsa", "questionnaire": {}}]})")
                  .ok());

  const RunResult result =
      RunCommand({"facts", "--round", "2016", "--file", path.c_str(), "--json",
                  "--registry", kNobody});

  EXPECT_EQ(result.code, ExitCode::kOk) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"slug\": \"midsa\""));
}

}  // namespace
}  // namespace compendium
