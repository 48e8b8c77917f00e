// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/request/field_rules.h"
#include "services/registry/feed/feed.h"
#include "services/registry/finding_reader.h"
#include "services/registry/raw_registry_service.h"
#include "services/registry/record_kind.h"
#include "services/registry/registry.h"
#include "services/registry/registry_reader.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// The rim: gRPC calls in, calls of the heart, the reader and the feed out.
// Every method parses its request, checks it against the annotations of the
// protos, translates it, and translates the answer; nothing is decided here.
//
// No method blocks on the disk: writes are answered by the threads of the
// commit queue and the write line, watches by the feed's. Thread-safe. Borrows
// everything it is given.
class RegistryService final : public RawRegistryService {
 public:
  struct Options {
    std::string release;
    absl::Time start_time;
    // Called once, by any thread, when the first write was refused because the
    // store had failed.
    std::function<void()> store_failed = [] {};
  };

  RegistryService(const Store& store, Registry& registry, Feed& feed,
                  const Options& options);

  using Context = grpc::CallbackServerContext;
  using Buffer = grpc::ByteBuffer;
  using Unary = grpc::ServerUnaryReactor;

  Unary* CreateMechanism(Context*, const Buffer*, Buffer*) override;
  Unary* GetMechanism(Context*, const Buffer*, Buffer*) override;
  Unary* ListMechanisms(Context*, const Buffer*, Buffer*) override;
  Unary* BatchGetMechanisms(Context*, const Buffer*, Buffer*) override;
  Unary* UpdateMechanism(Context*, const Buffer*, Buffer*) override;
  Unary* DeleteMechanism(Context*, const Buffer*, Buffer*) override;
  Unary* UndeleteMechanism(Context*, const Buffer*, Buffer*) override;

  Unary* CreateRound(Context*, const Buffer*, Buffer*) override;
  Unary* GetRound(Context*, const Buffer*, Buffer*) override;
  Unary* ListRounds(Context*, const Buffer*, Buffer*) override;
  Unary* BatchGetRounds(Context*, const Buffer*, Buffer*) override;
  Unary* UpdateRound(Context*, const Buffer*, Buffer*) override;
  Unary* DeleteRound(Context*, const Buffer*, Buffer*) override;
  Unary* UndeleteRound(Context*, const Buffer*, Buffer*) override;

  Unary* CreateQuestionnaire(Context*, const Buffer*, Buffer*) override;
  Unary* GetQuestionnaire(Context*, const Buffer*, Buffer*) override;
  Unary* ListQuestionnaires(Context*, const Buffer*, Buffer*) override;
  Unary* BatchGetQuestionnaires(Context*, const Buffer*, Buffer*) override;
  Unary* UpdateQuestionnaire(Context*, const Buffer*, Buffer*) override;
  Unary* DeleteQuestionnaire(Context*, const Buffer*, Buffer*) override;
  Unary* UndeleteQuestionnaire(Context*, const Buffer*, Buffer*) override;

  // In curation_methods.cc.
  Unary* CurateQuestionnaire(Context*, const Buffer*, Buffer*) override;
  Unary* CurateRound(Context*, const Buffer*, Buffer*) override;
  Unary* ListFindings(Context*, const Buffer*, Buffer*) override;
  Unary* ListSuggestions(Context*, const Buffer*, Buffer*) override;
  Unary* AnalyzeText(Context*, const Buffer*, Buffer*) override;

  Unary* ListRevisions(Context*, const Buffer*, Buffer*) override;
  Unary* ListLogEntries(Context*, const Buffer*, Buffer*) override;
  Unary* GetRegistryStatus(Context*, const Buffer*, Buffer*) override;
  grpc::ServerWriteReactor<Buffer>* Watch(Context*, const Buffer*) override;

 private:
  // Answers a call with a response's bytes or an error.
  Unary* Answer(Context& context, absl::StatusOr<Buffer> bytes,
                Buffer& response);
  Unary* Answer(Context& context, absl::StatusOr<std::string> bytes,
                Buffer& response);
  Unary* Refuse(Context& context, const absl::Status& status);
  // Answers a write when it has happened. gRPC keeps both until then.
  WriteDone AnswerLater(Unary* reactor, Buffer* response);
  void Finish(Unary& reactor, const absl::Status& status);
  // Logs what only operators can put right; a failed store, which refuses all
  // writes from then on, once.
  void Report(const absl::Status& status);

  // Parses and checks a request.
  absl::Status ReadInto(const Buffer& buffer,
                        google::protobuf::Message& request) const;
  template <class Request>
  absl::StatusOr<Request> Read(const Buffer& buffer) const;

  // The method of one resource, for its request type.
  template <class Request>
  Unary* Create(Context* context, const Buffer* request, Buffer* response);
  template <class Request>
  Unary* Update(RecordKind kind, Context* context, const Buffer* request,
                Buffer* response);
  template <class Request>
  Unary* Hide(Context* context, const Buffer* request, Buffer* response,
              void (Registry::*method)(HideCall, WriteDone));
  template <class Request>
  Unary* Get(Context* context, const Buffer* request, Buffer* response);
  template <class Request>
  Unary* List(Context* context, const Buffer* request, Buffer* response);
  template <class Request>
  Unary* BatchGet(Context* context, const Buffer* request, Buffer* response);

  template <class Request>
  absl::StatusOr<Buffer> GetBytes(const Buffer& request) const;
  template <class Request>
  absl::StatusOr<std::string> ListBytes(const Buffer& request) const;
  template <class Request>
  absl::StatusOr<std::string> BatchGetBytes(const Buffer& request) const;
  absl::Status CurateOne(const v1::CurateQuestionnaireRequest& request,
                         v1::Questionnaire& questionnaire) const;
  absl::StatusOr<std::string> FindingsBytes(const Buffer& request) const;
  absl::StatusOr<std::string> SuggestionsBytes(const Buffer& request) const;
  absl::StatusOr<std::string> AnalysisBytes(const Buffer& request) const;
  absl::StatusOr<std::string> ListRevisionsBytes(const Buffer& request) const;
  absl::StatusOr<std::string> ListLogEntriesBytes(const Buffer& request) const;
  absl::StatusOr<std::string> StatusBytes(const Buffer& request) const;

  // Constant after construction.
  const Store& store_;
  const Options options_;
  const FieldRules rules_;
  const RegistryReader reader_;
  const FindingReader finding_reader_;

  // Synchronise themselves.
  Registry& registry_;
  Feed& feed_;
  std::atomic<bool> store_failure_reported_ = false;
};

}  // namespace compendium::registry
