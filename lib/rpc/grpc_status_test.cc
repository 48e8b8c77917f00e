// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/grpc_status.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "lib/request/error_details.h"
#include "lib/rpc/server.h"

namespace compendium {
namespace {

using registry::v1::GetRegistryStatusRequest;
using registry::v1::GetRegistryStatusResponse;
using registry::v1::RegistryService;
using testing::ElementsAre;
using testing::IsEmpty;

// The statuses that our code makes, one for each kind of detail.
std::vector<absl::Status> Samples() {
  return {
      InvalidFields({{"author", "got nothing, want a value"},
                     {"questionnaire.answers[2].state", "got 99, want 1"}}),
      ErrorWithReason(absl::StatusCode::kAborted, "ETAG_MISMATCH", "moved",
                      {{"etag", "\"12\""}}),
      PreconditionError("RECORD_DELETED", "rounds/2016", "it is deleted"),
      TryAgainError("DRAINING", "the server stops", absl::Milliseconds(250)),
      ErrorWithReason(absl::StatusCode::kDataLoss, "SYNC_FAILED",
                      "Æ, 国\nsecond line"),
  };
}

TEST(GrpcStatus, ComesBackAsItWas) {
  for (const absl::Status& status : Samples())
    EXPECT_EQ(FromGrpcStatus(ToGrpcStatus(status)), status);
}

TEST(GrpcStatus, OkStaysOk) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
  EXPECT_TRUE(FromGrpcStatus(grpc::Status::OK).ok());
}

TEST(GrpcStatus, EveryCodeIsTheSameOnBothSides) {
  for (int code = 1; code <= 16; ++code) {
    const absl::Status status(static_cast<absl::StatusCode>(code), "x");

    const grpc::Status sent = ToGrpcStatus(status);
    const absl::Status received = FromGrpcStatus(sent);

    EXPECT_EQ(sent.error_code(), code);
    EXPECT_EQ(sent.error_message(), "x");
    EXPECT_EQ(received.raw_code(), code);
    EXPECT_EQ(ReasonOf(received), absl::StatusCodeToString(status.code()));
  }
}

TEST(GrpcStatus, ErrorWithoutReasonGetsAGenericOne) {
  const grpc::Status sent = ToGrpcStatus(absl::NotFoundError("no such record"));

  google::rpc::Status details;
  ASSERT_TRUE(details.ParseFromString(sent.error_details()));
  EXPECT_EQ(details.code(), 5);
  EXPECT_EQ(details.message(), "no such record");
  ASSERT_EQ(details.details_size(), 1);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "NOT_FOUND");
  EXPECT_EQ(info.domain(), "compendium");
}

TEST(GrpcStatus, ForeignCodesBecomeInternal) {
  const absl::Status foreign(static_cast<absl::StatusCode>(4711), "x");
  const grpc::Status foreign_grpc(grpc::StatusCode::DO_NOT_USE, "x");

  EXPECT_EQ(ToGrpcStatus(foreign).error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(FromGrpcStatus(foreign_grpc).code(), absl::StatusCode::kInternal);
}

TEST(GrpcStatus, ForeignPayloadsStayHome) {
  absl::Status status = absl::NotFoundError("x");
  status.SetPayload("type.googleapis.com/secret.Thing", absl::Cord("secret"));

  EXPECT_FALSE(
      absl::StrContains(ToGrpcStatus(status).error_details(), "secret"));
}

TEST(GrpcStatus, LongMessagesAndDetailsAreCut) {
  std::vector<FieldProblem> problems;
  for (int i = 0; i < 20; ++i)
    problems.push_back({absl::StrCat("a.long.path[", i, "]"),
                        std::string(300, static_cast<char>('a' + i))});
  absl::Status status = InvalidFields(problems);
  status.SetPayload("type.googleapis.com/google.rpc.Help",
                    absl::Cord(std::string(10'000, 'x')));

  const grpc::Status sent = ToGrpcStatus(status);

  EXPECT_LT(sent.error_details().size(), 4200);
  EXPECT_EQ(ReasonOf(FromGrpcStatus(sent)), "INVALID_FIELD");
  EXPECT_FALSE(FieldPathsOf(FromGrpcStatus(sent)).empty());
  EXPECT_LT(ToGrpcStatus(absl::InternalError(std::string(100'000, 'x')))
                .error_message()
                .size(),
            1100);
}

TEST(GrpcStatus, LargeErrorInfoIsReplacedByAGenericOne) {
  const absl::Status status =
      ErrorWithReason(absl::StatusCode::kNotFound, "NO_RECORD", "x",
                      {{"name", std::string(10'000, 'x')}});

  EXPECT_EQ(ReasonOf(FromGrpcStatus(ToGrpcStatus(status))), "NOT_FOUND");
}

TEST(GrpcStatus, MessageThatIsNotUtf8IsEscaped) {
  const grpc::Status sent = ToGrpcStatus(absl::InternalError("a\xFF"));

  EXPECT_EQ(sent.error_message(), R"("a\xff")");
}

TEST(GrpcStatus, DamagedDetailsAreIgnored) {
  google::rpc::Status other_code;
  other_code.set_code(3);
  google::rpc::Status many;
  many.set_code(5);
  for (int i = 0; i < 100; ++i)
    many.add_details()->set_type_url(
        absl::StrCat("type.googleapis.com/google.rpc.X", i));
  for (const std::string& details :
       {std::string("\xff\xff"), std::string("text"),
        other_code.SerializeAsString(), many.SerializeAsString()}) {
    const absl::Status received = FromGrpcStatus(
        grpc::Status(grpc::StatusCode::NOT_FOUND, "gone", details));

    EXPECT_EQ(received, absl::NotFoundError("gone"));
  }
}

// Answers every call with one status.
class Refusing final : public RegistryService::Service {
 public:
  explicit Refusing(absl::Status status) : status_(std::move(status)) {}

  grpc::Status GetRegistryStatus(grpc::ServerContext*,
                                 const GetRegistryStatusRequest*,
                                 GetRegistryStatusResponse*) override {
    return ToGrpcStatus(status_);
  }

 private:
  const absl::Status status_;
};

// What a client without our settings receives when a server says `status`.
absl::Status OverTheWire(const absl::Status& status) {
  Refusing service(status);
  const auto server =
      Server::Start({.address = "127.0.0.1:0"},
                    {{RegistryService::service_full_name(), &service}});
  if (!server.ok()) return server.status();
  const auto stub = RegistryService::NewStub(
      grpc::CreateChannel(absl::StrCat("127.0.0.1:", (*server)->port()),
                          grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  GetRegistryStatusResponse response;
  return FromGrpcStatus(stub->GetRegistryStatus(&context, {}, &response));
}

TEST(GrpcStatus, CrossesTheWire) {
  for (const absl::Status& status : Samples())
    EXPECT_EQ(OverTheWire(status), status);
}

TEST(GrpcStatus, MessageOfAnyBytesFitsIntoTheTrailersOfAnyClient) {
  for (const char* text : {"\x01", "\xFF", "%", "\"", "é", "漢", "\n", "x"}) {
    std::string message;
    while (message.size() < 100'000) message += text;

    const absl::Status received = OverTheWire(
        ErrorWithReason(absl::StatusCode::kInternal, "LARGE", message,
                        {{"detail", std::string(2800, 'x')}}));

    EXPECT_EQ(received.code(), absl::StatusCode::kInternal) << received;
    EXPECT_EQ(ReasonOf(received), "LARGE");
    EXPECT_GT(received.message().size(), 400u);
  }
}

TEST(GrpcStatus, LargestErrorFitsIntoTheTrailersOfAnyClient) {
  std::vector<FieldProblem> problems;
  for (int i = 0; i < 20; ++i)
    problems.push_back({absl::StrCat("questionnaire.answers[", i, "].text"),
                        absl::StrCat("got \"", std::string(400, 'x'), "\"")});

  const absl::Status received = OverTheWire(InvalidFields(problems));

  EXPECT_EQ(received.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ReasonOf(received), "INVALID_FIELD");
  EXPECT_EQ(FieldPathsOf(received).front(), "questionnaire.answers[0].text");
}

}  // namespace
}  // namespace compendium
