// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "lib/connect/caller.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"
#include "services/reporting/plain/body_cache.h"
#include "services/reporting/plain/plain_query.h"
#include "services/reporting/plain/route.h"
#include "services/reporting/plain/state_id.h"

namespace compendium::reporting {

// Answers GET and HEAD for one route with what its method answers, as JSON or
// CSV. Errors are problems (lib/connect/problem_of.h).
//
// An answer about the latest state has a weak tag (plain_tag.h): a client that
// has it is told so without a call. One about a past state and one without a
// revision have the strong tag of their bytes. The answer about a revision that
// was asked for by its number never changes, and caches are told so. Any
// thread.
class PlainRoute final : public http::Handler {
 public:
  struct Options {
    // Of the program: another one may write other answers.
    std::string release;
    // The published state; called from any thread.
    std::function<StateId()> state;
  };

  // `method` is the route's. All must outlive the route.
  PlainRoute(const Route& route, const connect::Method& method,
             const Options& options, connect::Caller& caller, BodyCache& cache);

  // Waits until no call of the caller is under way.
  ~PlainRoute() override { caller_.AwaitCalls(); }

  const std::string& path() const { return route_.path; }

  void Handle(std::shared_ptr<http::Exchange> exchange) override;

 private:
  // Of which state an answer is wanted.
  enum class Of { kLatest, kRevision, kTime, kNone };
  struct Asked {
    PlainQuery query;
    PlainFormat format = PlainFormat::kJson;
    Of of = Of::kNone;
    StateId state = {};  // what was published then
    std::string key =
        {};  // the same for all who ask this, whatever they waited for
  };

  Asked MakeAsked(PlainQuery query, PlainFormat format) const;
  void Call(const std::shared_ptr<http::Exchange>& exchange, Asked asked);

  // What can be said without a call; nothing when one is needed.
  std::optional<http::Response> FromCache(const http::Request& request,
                                          const Asked& asked);
  absl::StatusOr<http::Response> FromMethod(const http::Request& request,
                                            const Asked& asked,
                                            absl::StatusOr<std::string> bytes);
  absl::StatusOr<std::string> Write(
      const Asked& asked, const google::protobuf::Message& answer) const;

  // The tag of an answer that was computed at that revision. Empty when it is
  // of a state that came and went meanwhile: then nobody can tell its history.
  std::string TagOfAnswer(const Asked& asked, int64_t revision,
                          const std::string& text) const;

  // 304 for a client that has the body, else 200 with it; a null one is only
  // for those who have it.
  http::Response Respond(const http::Request& request, const Asked& asked,
                         const FinishedBody& body) const;
  void RespondError(http::Exchange& exchange, http::Response response) const;

  const Route route_;
  const connect::Method& method_;
  const Options options_;
  connect::Caller& caller_;
  BodyCache& cache_;
};

}  // namespace compendium::reporting
