// SPDX-License-Identifier: Apache-2.0
// compendium-registry: serves the registry until it is asked to end.
#include <cstdlib>
#include <memory>
#include <utility>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/process.h"
#include "services/registry/caching_store.h"
#include "services/registry/options.h"
#include "services/registry/registry_server.h"
#include "services/registry/store/memory_store.h"
#include "services/registry/store/rocksdb_store.h"

ABSL_FLAG(std::string, listen_address, "127.0.0.1:7601",
          "host:port to serve gRPC on; port 0 takes a free one");
ABSL_FLAG(std::string, engine, "rocksdb",
          "rocksdb, or memory, which keeps nothing after the end");
ABSL_FLAG(std::string, data_dir, "",
          "the store's folder; made when missing, its parent must exist");
ABSL_FLAG(absl::Duration, drain_timeout, absl::Seconds(10),
          "how long calls may still run after SIGTERM");

namespace compendium::registry {
namespace {

Options OptionsFromFlags() {
  return {.listen_address = absl::GetFlag(FLAGS_listen_address),
          .engine = absl::GetFlag(FLAGS_engine),
          .data_dir = absl::GetFlag(FLAGS_data_dir),
          .drain_timeout = absl::GetFlag(FLAGS_drain_timeout)};
}

absl::StatusOr<std::unique_ptr<Store>> OpenStore(const Options& options,
                                                 const base::Clock& clock) {
  if (options.engine == "memory") return std::make_unique<MemoryStore>(clock);
  RocksDbStore::Options store_options;
  store_options.path = options.data_dir;
  store_options.clock = &clock;
  ASSIGN_OR_RETURN(std::unique_ptr<Store> engine,
                   RocksDbStore::Open(store_options));
  return std::make_unique<CachingStore>(std::move(engine));
}

absl::Status Run(const Options& options) {
  RETURN_IF_ERROR(CheckOptions(options));
  base::RealClock clock;
  ASSIGN_OR_RETURN(const std::unique_ptr<Store> store,
                   OpenStore(options, clock));
  ASSIGN_OR_RETURN(
      const std::unique_ptr<RegistryServer> server,
      RegistryServer::Start(*store, clock, options.listen_address));
  base::Log(base::Severity::kInfo, "serving", {{"address", server->address()}});
  WaitForSignal();
  base::Log(base::Severity::kInfo, "draining");
  server->Stop(options.drain_timeout);
  base::Log(base::Severity::kInfo, "stopped");
  return absl::OkStatus();
}

}  // namespace
}  // namespace compendium::registry

int main(int argc, char** argv) {
  compendium::PrepareProcess();
  absl::SetProgramUsageMessage("The registry of questionnaires.");
  absl::ParseCommandLine(argc, argv);
  const absl::Status status =
      compendium::registry::Run(compendium::registry::OptionsFromFlags());
  if (status.ok()) return EXIT_SUCCESS;
  compendium::base::Log(compendium::base::Severity::kError, "failed",
                        {{"status", status.ToString()}});
  return EXIT_FAILURE;
}
