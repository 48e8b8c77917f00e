// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry_heart.h"

#include <google/protobuf/util/field_mask_util.h>

#include <utility>

#include "absl/strings/str_format.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/base/sha256.h"
#include "tests/support/outcome.h"

namespace compendium::tests {
namespace {

using google::protobuf::Message;

std::unique_ptr<Message> Copy(const Message& message) {
  std::unique_ptr<Message> copy(message.New());
  copy->CopyFrom(message);
  return copy;
}

registry::CommitQueue::Options WakingUp(registry::Feed& feed) {
  registry::CommitQueue::Options options;
  options.committed = [&feed](int64_t last) { feed.OnCommit(last); };
  return options;
}

}  // namespace

RegistryHeart::RegistryHeart()
    : clock(absl::FromUnixSeconds(1'480'000'000)),
      store(clock),
      feed(store, clock),
      queue(store, WakingUp(feed)),
      registry(store, queue),
      reader(store) {
  queue.Start();
}

RegistryHeart::~RegistryHeart() { queue.Stop(); }

RegistryHeart::Answer RegistryHeart::Create(const std::string& name,
                                            const Message& record,
                                            registry::WriteContext context) {
  const std::unique_ptr<Message> copy = Copy(record);
  Outcome<Answer> outcome;
  registry.Create(
      {.name = name, .record = copy.get(), .context = std::move(context)},
      outcome.Done());
  return outcome.Wait();
}

RegistryHeart::Answer RegistryHeart::Update(const std::string& name,
                                            const Message& record,
                                            const std::string& mask,
                                            const std::string& etag,
                                            registry::WriteContext context) {
  std::unique_ptr<google::protobuf::FieldMask> paths;
  if (mask != "-") {
    paths = std::make_unique<google::protobuf::FieldMask>();
    google::protobuf::util::FieldMaskUtil::FromString(mask, paths.get());
  }
  const std::unique_ptr<Message> copy = Copy(record);
  Outcome<Answer> outcome;
  registry.Update({.name = name,
                   .record = copy.get(),
                   .etag = etag,
                   .mask = paths.get(),
                   .context = std::move(context)},
                  outcome.Done());
  return outcome.Wait();
}

RegistryHeart::Answer RegistryHeart::Delete(const std::string& name,
                                            const std::string& etag,
                                            registry::WriteContext context) {
  Outcome<Answer> outcome;
  registry.Delete({.name = name, .etag = etag, .context = std::move(context)},
                  outcome.Done());
  return outcome.Wait();
}

RegistryHeart::Answer RegistryHeart::Undelete(const std::string& name,
                                              const std::string& etag,
                                              registry::WriteContext context) {
  Outcome<Answer> outcome;
  registry.Undelete({.name = name, .etag = etag, .context = std::move(context)},
                    outcome.Done());
  return outcome.Wait();
}

RegistryHeart::Answer RegistryHeart::CreateMechanism(const std::string& name) {
  registry::v1::Mechanism mechanism;
  mechanism.set_display_name(name);
  return Create(name, mechanism);
}

RegistryHeart::Answer RegistryHeart::CreateRound(const std::string& name) {
  registry::v1::Round round;
  round.set_title(name);
  return Create(name, round);
}

registry::WriteContext RegistryHeart::By(const std::string& author) {
  return {.author = author,
          .reason = "a test",
          .request_id = "",
          .request_fingerprint = ""};
}

registry::WriteContext RegistryHeart::Repeatable(int number,
                                                 const std::string& content) {
  return {
      .author = "test",
      .reason = "a test",
      .request_id = absl::StrFormat("00000000-0000-4000-8000-%012d", number),
      .request_fingerprint = base::Sha256({content})};
}

}  // namespace compendium::tests
