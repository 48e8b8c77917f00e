// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "services/registry/feed/feed.h"
#include "services/registry/registry.h"
#include "services/registry/registry_reader.h"
#include "services/registry/store/commit_queue.h"
#include "services/registry/store/memory_store.h"
#include "services/registry/write_call.h"

namespace compendium::tests {

// A registry without gRPC over a store in memory, for one test: writes wait for
// their answer. Writes may come from any threads; the feed has no thread unless
// the test starts it.
class RegistryHeart {
 public:
  using Answer = absl::StatusOr<registry::WriteAnswer>;

  RegistryHeart();
  ~RegistryHeart();

  Answer Create(const std::string& name,
                const google::protobuf::Message& record,
                registry::WriteContext context = By("test"));
  // A mask of "-" stands for none, "" for an empty one, otherwise paths with
  // commas.
  Answer Update(const std::string& name,
                const google::protobuf::Message& record,
                const std::string& mask = "-", const std::string& etag = "",
                registry::WriteContext context = By("test"));
  Answer Delete(const std::string& name, const std::string& etag = "",
                registry::WriteContext context = By("test"));
  Answer Undelete(const std::string& name, const std::string& etag = "",
                  registry::WriteContext context = By("test"));

  // A mechanism or round with nothing but a title.
  Answer CreateMechanism(const std::string& name);
  Answer CreateRound(const std::string& name);

  static registry::WriteContext By(const std::string& author);
  // With a request_id made of `number` and the fingerprint of `content`.
  static registry::WriteContext Repeatable(int number,
                                           const std::string& content);

  base::FakeClock clock;
  registry::MemoryStore store;
  registry::Feed feed;
  registry::CommitQueue queue;
  registry::Registry registry;
  registry::RegistryReader reader;
};

}  // namespace compendium::tests
