// SPDX-License-Identifier: Apache-2.0
// Loads a running registry (and reporting worker) and prints one line of JSON.
//   load_generator fill    --records=10000
//   load_generator put|get --in_flight=64 --channels=4 --seconds=3
//   load_generator watch   --watchers=8 --rate=200 --count=600
//   load_generator visible --rate=500 --count=2500
//   load_generator coverage|past --in_flight=1 --seconds=3
// coverage reads rounds drawn at random as they are, past as they were at
// revisions drawn at random.
#include <grpcpp/grpcpp.h>

#include <atomic>
#include <cstring>
#include <iostream>
#include <random>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "tests/benchmark/measurement.h"
#include "tests/benchmark/raw_call.h"
#include "tests/benchmark/sample_questionnaire.h"
#include "tests/benchmark/watch_load.h"

ABSL_FLAG(std::string, registry, "127.0.0.1:7601", "address of the registry");
ABSL_FLAG(std::string, reporting, "127.0.0.1:7602", "address of the worker");
ABSL_FLAG(int, records, 10000, "questionnaires in the registry");
ABSL_FLAG(bool, brief, false, "of 1 KB instead of 8");
ABSL_FLAG(int, in_flight, 1, "calls at a time");
ABSL_FLAG(int, channels, 1, "connections");
ABSL_FLAG(double, seconds, 3, "measured time");
ABSL_FLAG(int, watchers, 1, "open streams");
ABSL_FLAG(double, rate, 200, "writes a second");
ABSL_FLAG(int, count, 600, "writes in all");
ABSL_FLAG(int, server_pid, 0, "process whose processor time is counted");

namespace compendium::benchmark {
namespace {

namespace v1 = compendium::registry::v1;

constexpr char kService[] = "/compendium.registry.v1.RegistryService/";
constexpr int kMechanisms = 100;
constexpr int kFirstRound = 1950;

SampleOptions SampleOf(int record) {
  return {.seed = static_cast<uint64_t>(record) + 1,
          .mechanism = record % kMechanisms,
          .round = kFirstRound + record / kMechanisms,
          .is_brief = absl::GetFlag(FLAGS_brief)};
}

// Serialized updates whose name and mark are overwritten in place, each time
// for a record drawn at random.
class Updates {
 public:
  explicit Updates(int records) : records_(records), random_(99) {
    for (int i = 0; i < 256; ++i) {
      v1::UpdateQuestionnaireRequest request;
      *request.mutable_questionnaire() = SampleQuestionnaire(SampleOf(i * 37));
      request.mutable_update_mask()->add_paths("*");
      request.set_author("load");
      request.set_reason("benchmark");
      Template made = {.bytes = request.SerializeAsString()};
      made.name = made.bytes.find("mechanisms/m");
      made.mark = made.bytes.find(std::string(kMark)) + kMark.size();
      templates_.push_back(std::move(made));
    }
  }

  std::string Next() {
    const Template& from = templates_[random_() % templates_.size()];
    std::string bytes = from.bytes;
    const std::string name = SampleName(SampleOf(
        static_cast<int>(random_() % static_cast<uint64_t>(records_))));
    std::memcpy(&bytes[from.name], name.data(), name.size());
    const std::string mark =
        absl::StrFormat("%016x", static_cast<uint64_t>(NowNs()));
    std::memcpy(&bytes[from.mark], mark.data(), mark.size());
    return bytes;
  }

 private:
  struct Template {
    std::string bytes;
    size_t name = 0;
    size_t mark = 0;
  };
  const int records_;
  std::mt19937_64 random_;
  std::vector<Template> templates_;
};

// Processor times over the measured window.
class CpuWindow {
 public:
  std::function<void(bool)> Hook() {
    return [this](bool begins) {
      const double sign = begins ? -1 : 1;
      server_ += sign * CpuSecondsOf(absl::GetFlag(FLAGS_server_pid));
      client_ += sign * CpuSecondsOf(getpid());
    };
  }
  double server() const { return server_; }
  double client() const { return client_; }

 private:
  double server_ = 0;
  double client_ = 0;
};

int Report(const std::string& key, LoadResult& result, const CpuWindow& cpu,
           Latencies& latencies) {
  PrintResult({.key = key,
               .operations = static_cast<double>(result.operations),
               .seconds = result.seconds,
               .errors = static_cast<double>(result.errors),
               .server_cpu_seconds = cpu.server(),
               .client_cpu_seconds = cpu.client()},
              latencies);
  if (result.errors == 0) return 0;
  std::cerr << result.errors << " errors, first: " << result.first_error
            << "\n";
  return 1;
}

template <class Request, class Response>
void Create(grpc::Status (v1::RegistryService::Stub::*method)(
                grpc::ClientContext*, const Request&, Response*),
            v1::RegistryService::Stub& stub, Request request) {
  request.set_author("load");
  request.set_reason("benchmark");
  grpc::ClientContext context;
  Response response;
  const grpc::Status status = (stub.*method)(&context, request, &response);
  if (!status.ok() && status.error_code() != grpc::StatusCode::ALREADY_EXISTS)
    std::cerr << status.error_message() << "\n";
}

int Fill() {
  const int records = absl::GetFlag(FLAGS_records);
  Channels channels(absl::GetFlag(FLAGS_registry), 4);
  const auto stub = v1::RegistryService::NewStub(channels.channel(0));
  for (int i = 0; i < kMechanisms; ++i) {
    v1::CreateMechanismRequest request;
    request.set_mechanism_id(absl::StrFormat("m%04d", i));
    request.mutable_mechanism()->set_display_name(absl::StrCat("M ", i));
    Create(&v1::RegistryService::Stub::CreateMechanism, *stub, request);
  }
  for (int i = 0; i * kMechanisms < records; ++i) {
    v1::CreateRoundRequest request;
    request.set_round_id(absl::StrFormat("%04d", kFirstRound + i));
    request.mutable_round()->set_title(absl::StrCat(kFirstRound + i));
    Create(&v1::RegistryService::Stub::CreateRound, *stub, request);
  }
  int next = 0;
  LoadResult result = ClosedLoop(
      channels,
      {.method = absl::StrCat(kService, "CreateQuestionnaire"),
       .in_flight = 64,
       .seconds = 3600,
       .warm_up_seconds = 0,
       .operations_max = records,
       .next_request = [&next] {
         const SampleOptions sample = SampleOf(next++);
         v1::CreateQuestionnaireRequest request;
         request.set_parent(
             absl::StrFormat("mechanisms/m%04d", sample.mechanism));
         request.set_questionnaire_id(absl::StrFormat("%04d", sample.round));
         *request.mutable_questionnaire() = SampleQuestionnaire(sample);
         request.set_author("load");
         request.set_reason("benchmark");
         return request.SerializeAsString();
       }});
  if (result.errors == 0) return 0;
  std::cerr << result.errors << " errors, first: " << result.first_error
            << "\n";
  return 1;
}

int Unary(bool put) {
  Channels channels(absl::GetFlag(FLAGS_registry),
                    absl::GetFlag(FLAGS_channels));
  const int records = absl::GetFlag(FLAGS_records);
  Updates updates(records);
  std::mt19937_64 random(7);
  CpuWindow cpu;
  LoadOptions options = {
      .method = absl::StrCat(kService,
                             put ? "UpdateQuestionnaire" : "GetQuestionnaire"),
      .in_flight = absl::GetFlag(FLAGS_in_flight),
      .seconds = absl::GetFlag(FLAGS_seconds),
      .on_window = cpu.Hook()};
  options.next_request = [&] {
    if (put) return updates.Next();
    v1::GetQuestionnaireRequest request;
    request.set_name(SampleName(
        SampleOf(static_cast<int>(random() % static_cast<uint64_t>(records)))));
    return request.SerializeAsString();
  };
  LoadResult result = ClosedLoop(channels, options);
  return Report(absl::StrCat(put ? "put" : "get", "/if", options.in_flight,
                             "/ch", absl::GetFlag(FLAGS_channels)),
                result, cpu, result.latencies);
}

int64_t HeadRevision(v1::RegistryService::Stub& stub) {
  grpc::ClientContext context;
  v1::GetRegistryStatusResponse response;
  stub.GetRegistryStatus(&context, v1::GetRegistryStatusRequest(), &response);
  return response.revision();
}

int Watch() {
  const std::string address = absl::GetFlag(FLAGS_registry);
  const int watchers = absl::GetFlag(FLAGS_watchers);
  const int64_t count = absl::GetFlag(FLAGS_count);
  Channels channels(address, 1);
  const auto stub = v1::RegistryService::NewStub(channels.channel(0));
  WatchLoad watch(address, watchers, HeadRevision(*stub));
  Updates updates(absl::GetFlag(FLAGS_records));
  CpuWindow cpu;
  LoadOptions options = {
      .method = absl::StrCat(kService, "UpdateQuestionnaire"),
      .next_request = [&] { return updates.Next(); },
      .on_window = cpu.Hook()};
  LoadResult result =
      PacedLoop(channels, options, absl::GetFlag(FLAGS_rate), count);
  const bool all = watch.WaitFor(count - result.errors);
  watch.Stop();
  Latencies latencies = watch.latencies();
  const int status = Report(
      absl::StrCat("watch/w", watchers, "/rate", absl::GetFlag(FLAGS_rate)),
      result, cpu, latencies);
  if (!all) std::cerr << "some watchers did not get all changes\n";
  return all ? status : 1;
}

// Reads an aggregate that has seen a write, and says when it arrived.
class Reader {
 public:
  explicit Reader(const std::string& address)
      : channels_(address, 1),
        stub_(compendium::reporting::v1::ReportingService::NewStub(
            channels_.channel(0))) {}

  void ReadAfter(const v1::RecordVersion& version, int64_t sent_ns) {
    reads_.push_back(std::make_unique<Read>());
    Read& read = *reads_.back();
    const std::string& name = version.name();
    read.sent_ns = sent_ns;
    read.request.set_round("rounds/" + name.substr(name.rfind('/') + 1));
    read.request.set_mechanism(name.substr(0, name.find("/questionnaires")));
    read.request.set_min_revision(version.revision());
    stub_->async()->GetCoverage(&read.context, &read.request, &read.response,
                                [this, &read](const grpc::Status& status) {
                                  read.ok = status.ok();
                                  read.seen_ns = NowNs();
                                  ++done_;
                                });
  }

  // Waits for all reads; how many failed.
  int64_t Finish(Latencies& latencies) {
    for (int i = 0; i < 20000 && done_ < reads_.size(); ++i)
      WaitUntilNs(NowNs() + 1000000);
    int64_t failed = 0;
    for (const auto& read : reads_) {
      if (!read->ok) ++failed;
      latencies.Add(read->seen_ns - read->sent_ns);
    }
    return failed;
  }

 private:
  struct Read {
    grpc::ClientContext context;
    compendium::reporting::v1::GetCoverageRequest request;
    compendium::reporting::v1::GetCoverageResponse response;
    int64_t sent_ns = 0;
    std::atomic<int64_t> seen_ns = 0;
    std::atomic<bool> ok = false;
  };
  Channels channels_;
  std::unique_ptr<compendium::reporting::v1::ReportingService::Stub> stub_;
  std::vector<std::unique_ptr<Read>> reads_;
  std::atomic<size_t> done_ = 0;
};

// Paced writes; for each, the time from sending it until an aggregate that has
// seen it has arrived.
int Visible() {
  Channels writing(absl::GetFlag(FLAGS_registry), 1);
  Reader reader(absl::GetFlag(FLAGS_reporting));
  Updates updates(absl::GetFlag(FLAGS_records));
  CpuWindow cpu;
  const LoadOptions options = {
      .method = absl::StrCat(kService, "UpdateQuestionnaire"),
      .next_request = [&] { return updates.Next(); },
      .on_response =
          [&](const grpc::ByteBuffer& buffer, int64_t sent_ns) {
            v1::UpdateQuestionnaireResponse response;
            response.ParseFromString(ToString(buffer));
            reader.ReadAfter(response.version(), sent_ns);
          },
      .on_window = cpu.Hook()};
  LoadResult result = PacedLoop(writing, options, absl::GetFlag(FLAGS_rate),
                                absl::GetFlag(FLAGS_count));
  Latencies latencies;
  result.errors += reader.Finish(latencies);
  return Report(absl::StrCat("visible/rate", absl::GetFlag(FLAGS_rate)), result,
                cpu, latencies);
}

// The coverage of one round, of as many questionnaires as there are mechanisms.
int Coverage(bool past) {
  Channels registry(absl::GetFlag(FLAGS_registry), 1);
  const auto stub = v1::RegistryService::NewStub(registry.channel(0));
  const int64_t head = HeadRevision(*stub);
  Channels channels(absl::GetFlag(FLAGS_reporting),
                    absl::GetFlag(FLAGS_channels));
  const auto rounds = static_cast<uint64_t>(
      (absl::GetFlag(FLAGS_records) + kMechanisms - 1) / kMechanisms);
  // Before this one some rounds are not there yet.
  const int64_t first = kMechanisms + static_cast<int64_t>(rounds);
  std::mt19937_64 random(7);
  CpuWindow cpu;
  const LoadOptions options = {
      .method = "/compendium.reporting.v1.ReportingService/GetCoverage",
      .in_flight = absl::GetFlag(FLAGS_in_flight),
      .seconds = absl::GetFlag(FLAGS_seconds),
      .next_request =
          [&] {
            compendium::reporting::v1::GetCoverageRequest request;
            request.set_round(absl::StrFormat(
                "rounds/%04d",
                kFirstRound + static_cast<int>(random() % rounds)));
            if (past)
              request.set_as_of_revision(
                  first + static_cast<int64_t>(
                              random() % static_cast<uint64_t>(head - first)));
            return request.SerializeAsString();
          },
      .on_window = cpu.Hook()};
  LoadResult result = ClosedLoop(channels, options);
  return Report(
      absl::StrCat(past ? "past" : "coverage", "/if", options.in_flight,
                   "/records", absl::GetFlag(FLAGS_records)),
      result, cpu, result.latencies);
}

int Run(const std::string& command) {
  if (command == "fill") return Fill();
  if (command == "put") return Unary(true);
  if (command == "get") return Unary(false);
  if (command == "watch") return Watch();
  if (command == "visible") return Visible();
  if (command == "coverage") return Coverage(false);
  if (command == "past") return Coverage(true);
  std::cerr << "commands: fill put get watch visible coverage past\n";
  return 2;
}

}  // namespace
}  // namespace compendium::benchmark

int main(int argc, char** argv) {
  const std::vector<char*> words = absl::ParseCommandLine(argc, argv);
  return compendium::benchmark::Run(words.size() > 1 ? words[1] : "");
}
