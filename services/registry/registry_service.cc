// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry_service.h"

#include <google/protobuf/arena.h>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/page_token.h"
#include "lib/rpc/grpc_status.h"
#include "services/registry/byte_buffer.h"
#include "services/registry/history_responses.h"
#include "services/registry/record_wire.h"
#include "services/registry/request_rules.h"
#include "services/registry/request_translation.h"
#include "services/registry/watch_reactor.h"

namespace compendium::registry {
namespace {

using google::protobuf::Arena;
using google::protobuf::Message;

// Memory for the messages of one request that carries a record: they cost half
// of what they do with an allocation for each. Most fit into one block, which
// the thread keeps for its next request; it is still in the processor's cache
// then.
class RecordArena {
 public:
  RecordArena() : block_(TakeBlock()), arena_(Options(block_.get())) {}
  RecordArena(const RecordArena&) = delete;
  RecordArena& operator=(const RecordArena&) = delete;

  Arena& get() { return arena_; }

 private:
  struct Block {
    alignas(std::max_align_t) char bytes[size_t{32} << 10];
  };

  struct GiveBack {
    void operator()(Block* block) const { kept_block.reset(block); }
  };

  // A new one when the thread's is in use: a call may be answered, and the next
  // one begin, within this one.
  static Block* TakeBlock() {
    return kept_block != nullptr ? kept_block.release() : new Block;
  }
  static google::protobuf::ArenaOptions Options(Block* block) {
    google::protobuf::ArenaOptions options;
    options.initial_block = block->bytes;
    options.initial_block_size = sizeof block->bytes;
    options.start_block_size = sizeof block->bytes;
    return options;
  }

  static thread_local std::unique_ptr<Block> kept_block;

  const std::unique_ptr<Block, GiveBack> block_;
  Arena arena_;  // ends before its memory is another's
};

thread_local std::unique_ptr<RecordArena::Block> RecordArena::kept_block;

}  // namespace

RegistryService::RegistryService(const Store& store, Registry& registry,
                                 Feed& feed, const Options& options)
    : store_(store),
      options_(options),
      rules_(FieldRules::ForService(v1::RegistryService::service_full_name())),
      reader_(store),
      finding_reader_(reader_),
      registry_(registry),
      feed_(feed) {}

void RegistryService::Report(const absl::Status& status) {
  if (!absl::IsDataLoss(status) && !absl::IsInternal(status)) return;
  const bool store_failed = ReasonOf(status) == "STORE_FAILED";
  if (store_failed && store_failure_reported_.exchange(true)) return;
  base::Log(base::Severity::kError,
            store_failed ? "store_failed" : "request_failed",
            {{"status", status.ToString()}});
  if (store_failed) options_.store_failed();
}

void RegistryService::Finish(Unary& reactor, const absl::Status& status) {
  Report(status);
  reactor.Finish(ToGrpcStatus(status));
}

grpc::ServerUnaryReactor* RegistryService::Answer(Context& context,
                                                  absl::StatusOr<Buffer> bytes,
                                                  Buffer& response) {
  Unary* const reactor = context.DefaultReactor();
  if (bytes.ok()) response.Swap(&*bytes);
  Finish(*reactor, bytes.status());
  return reactor;
}

grpc::ServerUnaryReactor* RegistryService::Answer(
    Context& context, absl::StatusOr<std::string> bytes, Buffer& response) {
  if (!bytes.ok()) return Refuse(context, bytes.status());
  return Answer(context, absl::StatusOr<Buffer>(BufferOf(*std::move(bytes))),
                response);
}

grpc::ServerUnaryReactor* RegistryService::Refuse(Context& context,
                                                  const absl::Status& status) {
  Unary* const reactor = context.DefaultReactor();
  Finish(*reactor, status);
  return reactor;
}

WriteDone RegistryService::AnswerLater(Unary* reactor, Buffer* response) {
  return [this, reactor, response](absl::StatusOr<WriteAnswer> answer) {
    if (answer.ok())
      *response = BufferOf(
          EncodeWriteResponse(answer->name, answer->head, answer->revision));
    Finish(*reactor, answer.status());
  };
}

absl::Status RegistryService::ReadInto(const Buffer& buffer,
                                       Message& request) const {
  ASSIGN_OR_RETURN(const grpc::Slice bytes, ParseBuffer(buffer, request));
  return rules_.CheckParsed(ViewOf(bytes), request);
}

template <class Request>
absl::StatusOr<Request> RegistryService::Read(const Buffer& buffer) const {
  Request request;
  RETURN_IF_ERROR(ReadInto(buffer, request));
  return request;
}

template <class Request>
grpc::ServerUnaryReactor* RegistryService::Create(Context* context,
                                                  const Buffer* request,
                                                  Buffer* response) {
  RecordArena arena;
  Request& parsed = *Arena::CreateMessage<Request>(&arena.get());
  absl::Status status = ReadInto(*request, parsed);
  if (!status.ok()) return Refuse(*context, status);
  Unary* const reactor = context->DefaultReactor();
  registry_.Create({.name = NewName(parsed),
                    .record = &RecordOf(parsed),
                    .context = ContextOf(parsed)},
                   AnswerLater(reactor, response));
  return reactor;
}

template <class Request>
grpc::ServerUnaryReactor* RegistryService::Update(RecordKind kind,
                                                  Context* context,
                                                  const Buffer* request,
                                                  Buffer* response) {
  RecordArena arena;
  Request& parsed = *Arena::CreateMessage<Request>(&arena.get());
  absl::Status status = ReadInto(*request, parsed);
  if (status.ok()) status = CheckUpdateName(kind, RecordOf(parsed).name());
  if (!status.ok()) return Refuse(*context, status);
  Unary* const reactor = context->DefaultReactor();
  registry_.Update(
      {.name = RecordOf(parsed).name(),
       .record = &RecordOf(parsed),
       .etag = RecordOf(parsed).etag(),
       .mask = parsed.has_update_mask() ? &parsed.update_mask() : nullptr,
       .context = ContextOf(parsed)},
      AnswerLater(reactor, response));
  return reactor;
}

template <class Request>
grpc::ServerUnaryReactor* RegistryService::Hide(
    Context* context, const Buffer* request, Buffer* response,
    void (Registry::*method)(HideCall, WriteDone)) {
  absl::StatusOr<Request> parsed = Read<Request>(*request);
  if (!parsed.ok()) return Refuse(*context, parsed.status());
  Unary* const reactor = context->DefaultReactor();
  (registry_.*method)({.name = parsed->name(),
                       .etag = parsed->etag(),
                       .context = ContextOf(*parsed)},
                      AnswerLater(reactor, response));
  return reactor;
}

template <class Request>
absl::StatusOr<grpc::ByteBuffer> RegistryService::GetBytes(
    const Buffer& buffer) const {
  ASSIGN_OR_RETURN(const Request request, Read<Request>(buffer));
  ASSIGN_OR_RETURN(const int64_t revision,
                   reader_.Resolve(request.read_revision()));
  ASSIGN_OR_RETURN(const RecordVersion version,
                   reader_.Get(request.name(), revision));
  return BufferOf(EncodeGetResponse(version, revision));
}

template <class Request>
absl::StatusOr<std::string> RegistryService::ListBytes(
    const Buffer& buffer) const {
  ASSIGN_OR_RETURN(const Request request, Read<Request>(buffer));
  if constexpr (std::is_same_v<Request, v1::ListQuestionnairesRequest>)
    RETURN_IF_ERROR(CheckListParent(request.parent()));
  ASSIGN_OR_RETURN(PageToken token, TokenOf(request));
  ListCall call = CallOf(request);
  call.read_revision = token.revision;
  call.after_name = std::move(token.after);
  ASSIGN_OR_RETURN(const RecordPage page, reader_.List(call));
  return EncodeListResponse(
      page.records, page.revision,
      NextToken(request, page.revision, page.continue_after));
}

template <class Request>
absl::StatusOr<std::string> RegistryService::BatchGetBytes(
    const Buffer& buffer) const {
  ASSIGN_OR_RETURN(const Request request, Read<Request>(buffer));
  const std::vector<std::string> names(request.names().begin(),
                                       request.names().end());
  ASSIGN_OR_RETURN(const RecordPage page,
                   reader_.BatchGet(names, request.read_revision()));
  return EncodeListResponse(page.records, page.revision, "");
}

absl::StatusOr<std::string> RegistryService::ListRevisionsBytes(
    const Buffer& buffer) const {
  ASSIGN_OR_RETURN(const auto request, Read<v1::ListRevisionsRequest>(buffer));
  ASSIGN_OR_RETURN(const PageToken token, TokenOf(request));
  int64_t before_revision = 0;
  if (!token.after.empty() && !absl::SimpleAtoi(token.after, &before_revision))
    return InvalidField("page_token", "got a token of another listing");
  ASSIGN_OR_RETURN(const int64_t revision, reader_.Resolve(token.revision));
  ASSIGN_OR_RETURN(const VersionPage page,
                   reader_.ListVersions(request.name(), revision,
                                        before_revision, request.page_size()));
  std::string next_page_token;
  if (page.continue_before > 0)
    next_page_token =
        NextToken(request, page.revision, absl::StrCat(page.continue_before));
  return RevisionsResponse(page, std::move(next_page_token))
      .SerializeAsString();
}

absl::StatusOr<std::string> RegistryService::ListLogEntriesBytes(
    const Buffer& buffer) const {
  ASSIGN_OR_RETURN(const auto request, Read<v1::ListLogEntriesRequest>(buffer));
  ASSIGN_OR_RETURN(
      LogPage page,
      reader_.ListLogEntries(request.after_revision(), request.page_size()));
  return LogEntriesResponse(std::move(page)).SerializeAsString();
}

absl::StatusOr<std::string> RegistryService::StatusBytes(
    const Buffer& buffer) const {
  RETURN_IF_ERROR(Read<v1::GetRegistryStatusRequest>(buffer).status());
  return StatusResponse(store_, feed_, options_.release, options_.start_time)
      .SerializeAsString();
}

template <class Request>
grpc::ServerUnaryReactor* RegistryService::Get(Context* context,
                                               const Buffer* request,
                                               Buffer* response) {
  return Answer(*context, GetBytes<Request>(*request), *response);
}

template <class Request>
grpc::ServerUnaryReactor* RegistryService::List(Context* context,
                                                const Buffer* request,
                                                Buffer* response) {
  return Answer(*context, ListBytes<Request>(*request), *response);
}

template <class Request>
grpc::ServerUnaryReactor* RegistryService::BatchGet(Context* context,
                                                    const Buffer* request,
                                                    Buffer* response) {
  return Answer(*context, BatchGetBytes<Request>(*request), *response);
}

// The methods, in the order of the contract.

grpc::ServerUnaryReactor* RegistryService::CreateMechanism(
    Context* context, const Buffer* request, Buffer* response) {
  return Create<v1::CreateMechanismRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::GetMechanism(Context* context,
                                                        const Buffer* request,
                                                        Buffer* response) {
  return Get<v1::GetMechanismRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::ListMechanisms(Context* context,
                                                          const Buffer* request,
                                                          Buffer* response) {
  return List<v1::ListMechanismsRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::BatchGetMechanisms(
    Context* context, const Buffer* request, Buffer* response) {
  return BatchGet<v1::BatchGetMechanismsRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::UpdateMechanism(
    Context* context, const Buffer* request, Buffer* response) {
  return Update<v1::UpdateMechanismRequest>(RecordKind::kMechanism, context,
                                            request, response);
}

grpc::ServerUnaryReactor* RegistryService::DeleteMechanism(
    Context* context, const Buffer* request, Buffer* response) {
  return Hide<v1::DeleteMechanismRequest>(context, request, response,
                                          &Registry::Delete);
}

grpc::ServerUnaryReactor* RegistryService::UndeleteMechanism(
    Context* context, const Buffer* request, Buffer* response) {
  return Hide<v1::UndeleteMechanismRequest>(context, request, response,
                                            &Registry::Undelete);
}

grpc::ServerUnaryReactor* RegistryService::CreateRound(Context* context,
                                                       const Buffer* request,
                                                       Buffer* response) {
  return Create<v1::CreateRoundRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::GetRound(Context* context,
                                                    const Buffer* request,
                                                    Buffer* response) {
  return Get<v1::GetRoundRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::ListRounds(Context* context,
                                                      const Buffer* request,
                                                      Buffer* response) {
  return List<v1::ListRoundsRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::BatchGetRounds(Context* context,
                                                          const Buffer* request,
                                                          Buffer* response) {
  return BatchGet<v1::BatchGetRoundsRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::UpdateRound(Context* context,
                                                       const Buffer* request,
                                                       Buffer* response) {
  return Update<v1::UpdateRoundRequest>(RecordKind::kRound, context, request,
                                        response);
}

grpc::ServerUnaryReactor* RegistryService::DeleteRound(Context* context,
                                                       const Buffer* request,
                                                       Buffer* response) {
  return Hide<v1::DeleteRoundRequest>(context, request, response,
                                      &Registry::Delete);
}

grpc::ServerUnaryReactor* RegistryService::UndeleteRound(Context* context,
                                                         const Buffer* request,
                                                         Buffer* response) {
  return Hide<v1::UndeleteRoundRequest>(context, request, response,
                                        &Registry::Undelete);
}

grpc::ServerUnaryReactor* RegistryService::CreateQuestionnaire(
    Context* context, const Buffer* request, Buffer* response) {
  return Create<v1::CreateQuestionnaireRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::GetQuestionnaire(
    Context* context, const Buffer* request, Buffer* response) {
  return Get<v1::GetQuestionnaireRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::ListQuestionnaires(
    Context* context, const Buffer* request, Buffer* response) {
  return List<v1::ListQuestionnairesRequest>(context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::BatchGetQuestionnaires(
    Context* context, const Buffer* request, Buffer* response) {
  return BatchGet<v1::BatchGetQuestionnairesRequest>(context, request,
                                                     response);
}

grpc::ServerUnaryReactor* RegistryService::UpdateQuestionnaire(
    Context* context, const Buffer* request, Buffer* response) {
  return Update<v1::UpdateQuestionnaireRequest>(RecordKind::kQuestionnaire,
                                                context, request, response);
}

grpc::ServerUnaryReactor* RegistryService::DeleteQuestionnaire(
    Context* context, const Buffer* request, Buffer* response) {
  return Hide<v1::DeleteQuestionnaireRequest>(context, request, response,
                                              &Registry::Delete);
}

grpc::ServerUnaryReactor* RegistryService::UndeleteQuestionnaire(
    Context* context, const Buffer* request, Buffer* response) {
  return Hide<v1::UndeleteQuestionnaireRequest>(context, request, response,
                                                &Registry::Undelete);
}

grpc::ServerUnaryReactor* RegistryService::ListRevisions(Context* context,
                                                         const Buffer* request,
                                                         Buffer* response) {
  return Answer(*context, ListRevisionsBytes(*request), *response);
}

grpc::ServerUnaryReactor* RegistryService::ListLogEntries(Context* context,
                                                          const Buffer* request,
                                                          Buffer* response) {
  return Answer(*context, ListLogEntriesBytes(*request), *response);
}

grpc::ServerUnaryReactor* RegistryService::GetRegistryStatus(
    Context* context, const Buffer* request, Buffer* response) {
  return Answer(*context, StatusBytes(*request), *response);
}

grpc::ServerWriteReactor<grpc::ByteBuffer>* RegistryService::Watch(
    Context*, const Buffer* request) {
  const absl::StatusOr<v1::WatchRequest> parsed =
      Read<v1::WatchRequest>(*request);
  if (!parsed.ok()) return WatchReactor::Refuse(feed_, parsed.status());
  const absl::StatusOr<WatchCall> call = CallOf(*parsed);
  if (!call.ok()) return WatchReactor::Refuse(feed_, call.status());
  return WatchReactor::Begin(feed_, *call);
}

}  // namespace compendium::registry
