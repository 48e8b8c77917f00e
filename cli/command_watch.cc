// SPDX-License-Identifier: Apache-2.0
#include "cli/command_watch.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/change_lines.h"
#include "cli/feed_position.h"
#include "lib/base/backoff.h"
#include "lib/base/mutex.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct WatchOptions {
  int64_t after = -1;  // negative: from now on
  bool snapshot = false;
  bool until_idle = false;
  int64_t count = 0;  // end after so many changes; 0: never
  std::vector<std::string> prefixes;
  std::string consumer;
};

// Reads the feed until the options say enough.
class FeedReader {
 public:
  FeedReader(const WatchOptions& options, const CommandContext& context,
             const FeedPosition::Options& start)
      : options_(options), context_(context), position_(start) {}

  absl::Status Run() {
    base::Backoff backoff({});
    for (;;) {
      received_ = false;
      absl::Status status = ReadStream();
      if (done_ || !absl::IsUnavailable(status)) return status;
      if (!connected_) return status;
      if (received_) {
        backoff.Reset();
        // Said once for each break, not for each attempt.
        context_.err << "compendium: " << Printable(status.message())
                     << "\ncompendium: trying again after revision "
                     << position_.revision() << std::endl;
      }
      Wait(backoff.Next());
    }
  }

 private:
  // One stream, to its end; OK only when done.
  absl::Status ReadStream() {
    grpc::ClientContext call;
    auto stream =
        context_.client.registry_stub().Watch(&call, position_.NextRequest());
    v1::WatchResponse message;
    while (stream->Read(&message)) {
      connected_ = true;
      received_ = true;
      RETURN_IF_ERROR(position_.Apply(message));
      ASSIGN_OR_RETURN(const std::string text, TextOf(message));
      context_.out << text << std::flush;
      if (IsEnough(message)) {
        done_ = true;
        call.TryCancel();
        return absl::OkStatus();
      }
    }
    const grpc::Status status = stream->Finish();
    return status.ok() ? absl::UnavailableError("the registry ended the feed")
                       : context_.client.RegistryError(status);
  }

  absl::StatusOr<std::string> TextOf(const v1::WatchResponse& message) const {
    if (context_.json) return JsonLine(message);
    return ChangeLines(message);
  }

  bool IsEnough(const v1::WatchResponse& message) {
    if (!context_.out.good()) return true;  // nobody reads any more
    if (message.has_change() && ++changes_ == options_.count) return true;
    return message.has_progress() && options_.until_idle;
  }

  void Wait(absl::Duration duration) {
    const absl::Time end = context_.clock.Now() + duration;
    base::Mutex mu;
    base::CondVar cv;
    base::MutexLock lock(mu);
    for (absl::Time now = context_.clock.Now(); now < end;
         now = context_.clock.Now())
      context_.clock.WaitFor(cv, mu, end - now);
  }

  const WatchOptions& options_;
  const CommandContext& context_;
  FeedPosition position_;
  int64_t changes_ = 0;
  bool connected_ = false;  // a message came, ever
  bool received_ = false;   // a message came, on this stream
  bool done_ = false;
};

absl::StatusOr<ExitCode> RunWatch(const WatchOptions& options,
                                  const CommandContext& context) {
  FeedPosition::Options start{.snapshot = options.snapshot,
                              .after_revision = options.after,
                              .name_prefixes = options.prefixes,
                              .progress_interval = options.until_idle
                                                       ? absl::Milliseconds(100)
                                                       : absl::Seconds(10),
                              .consumer = options.consumer};
  if (!options.snapshot && options.after < 0) {
    ASSIGN_OR_RETURN(const v1::GetRegistryStatusResponse status,
                     context.client.Call(&RegistryStub::GetRegistryStatus,
                                         v1::GetRegistryStatusRequest()));
    start.after_revision = status.revision();
  }
  FeedReader reader(options, context, start);
  RETURN_IF_ERROR(reader.Run());
  return ExitCode::kOk;
}

}  // namespace

void AddWatchCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command =
      app.add_subcommand("watch", "Show changes as they happen");
  CLI::Option* after =
      command->add_option("--after", options->after,
                          "Begin after this revision; otherwise from now on");
  after->check(CLI::NonNegativeNumber);
  command->add_flag("--snapshot", options->snapshot, "Begin with all records")
      ->excludes(after);
  command->add_option("--prefix", options->prefixes,
                      "Only names that begin so; may be repeated");
  command->add_flag("--until-idle", options->until_idle,
                    "End when nothing more comes for 100 ms");
  command->add_option("--count", options->count, "End after so many changes")
      ->check(CLI::PositiveNumber);
  command->add_option("--consumer", options->consumer,
                      "A name under which the registry shows this reader");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunWatch(*options, context);
    };
  });
}

}  // namespace compendium
