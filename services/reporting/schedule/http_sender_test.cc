// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/http_sender.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/reporting/schedule/webhook_signature.h"

namespace compendium::reporting {
namespace {

// Answers each connection's one request with a status and keeps what came.
class Receiver {
 public:
  // Takes as many requests as there are statuses.
  explicit Receiver(std::vector<int> statuses)
      : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    CHECK(bind(listener_, any, size) == 0 && listen(listener_, 8) == 0 &&
          getsockname(listener_, any, &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, statuses = std::move(statuses)] {
      for (const int status : statuses) TakeOne(status);
    });
  }
  ~Receiver() {
    if (thread_.joinable()) thread_.join();
    close(listener_);
  }

  std::string host() const { return absl::StrCat("127.0.0.1:", port_); }

  // What came, once all has come.
  const std::vector<std::string>& requests() {
    thread_.join();
    return requests_;
  }

 private:
  void TakeOne(int status) {
    const int connection = accept(listener_, nullptr, nullptr);
    std::string request;
    char part[4096];
    while (!IsWhole(request)) {
      const ssize_t size = read(connection, part, sizeof(part));
      if (size <= 0) break;
      request.append(part, static_cast<size_t>(size));
    }
    requests_.push_back(request);
    const std::string answer =
        absl::StrCat("HTTP/1.1 ", status,
                     " x\r\nLocation: http://127.0.0.1:1/\r\n"
                     "Content-Length: 2\r\nConnection: close\r\n\r\nok");
    CHECK(write(connection, answer.data(), answer.size()) ==
          static_cast<ssize_t>(answer.size()));
    close(connection);
  }

  static bool IsWhole(const std::string& request) {
    const size_t head = request.find("\r\n\r\n");
    const std::string name = "Content-Length: ";
    const size_t at = request.find(name);
    if (head == std::string::npos || at == std::string::npos) return false;
    const size_t begin = at + name.size();
    size_t length = 0;
    CHECK(absl::SimpleAtoi(
        request.substr(begin, request.find("\r\n", begin) - begin), &length));
    return request.size() == head + 4 + length;
  }

  const int listener_;
  int port_ = 0;
  std::vector<std::string> requests_;
  std::thread thread_;
};

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

class HttpSenderTest : public testing::Test {
 protected:
  HttpSenderTest() {
    report_.report.set_name("reports/abc");
    v1::ReportFile& csv = *report_.report.add_files();
    csv.set_media_type("text/csv; charset=utf-8");
    csv.set_file_name("coverage-2016-r29.csv");
    report_.report.add_files()->set_media_type("application/pdf");
    report_.files = {"a,b\r\n", std::string("%PDF\0", 5)};
  }

  absl::Status Send(const std::string& host, const std::string& url) {
    HttpSender sender({.hosts = {host}, .key = key_}, clock_);
    v1::Delivery delivery;
    delivery.set_target_index(1);
    delivery.mutable_target()->mutable_http()->set_url(url);
    return sender.Send(delivery, report_);
  }

  const std::string key_ = std::string(32, 'k');
  base::FakeClock clock_{kNow};
  DeliveredReport report_;
};

TEST_F(HttpSenderTest, PostsEachFileSigned) {
  Receiver receiver({200, 204});
  const std::string url = absl::StrCat("http://", receiver.host(), "/in?x=1");
  ASSERT_TRUE(Send(receiver.host(), url).ok());
  const std::vector<std::string>& requests = receiver.requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_TRUE(absl::StartsWith(requests[0], "POST /in?x=1 HTTP/1.1\r\n"));
  for (const std::string& header :
       {std::string("Content-Type: text/csv; charset=utf-8"),
        std::string("Content-Disposition: attachment; "
                    "filename=\"coverage-2016-r29.csv\""),
        std::string("webhook-id: abc-1-0"),
        std::string("webhook-timestamp: 1800000000"),
        absl::StrCat("webhook-signature: ",
                     WebhookSignature(key_, "abc-1-0", kNow, "a,b\r\n"))})
    EXPECT_TRUE(absl::StrContains(requests[0], header + "\r\n")) << header;
  EXPECT_TRUE(absl::EndsWith(requests[0], "\r\n\r\na,b\r\n"));
  EXPECT_TRUE(absl::StrContains(requests[1], "webhook-id: abc-1-1\r\n"));
  EXPECT_TRUE(absl::EndsWith(requests[1], std::string("%PDF\0", 5)));
}

TEST_F(HttpSenderTest, FailsUnlessTheReceiverAccepts) {
  for (const int status : {302, 400, 503}) {
    Receiver receiver({status});
    const absl::Status sent =
        Send(receiver.host(), absl::StrCat("http://", receiver.host(), "/"));
    EXPECT_TRUE(absl::IsUnavailable(sent)) << sent;
    EXPECT_TRUE(absl::StrContains(sent.message(),
                                  absl::StrCat("got HTTP status ", status)))
        << sent;
  }
}

TEST_F(HttpSenderTest, FailsWhereNobodyListens) {
  const absl::Status sent = Send("127.0.0.1:1", "http://127.0.0.1:1/");
  EXPECT_TRUE(absl::IsUnavailable(sent)) << sent;
}

TEST_F(HttpSenderTest, GoesOnlyToHostsOfTheList) {
  for (const char* url :
       {"http://127.0.0.1:2/", "https://127.0.0.1/", "http://localhost:1/",
        "http://127.0.0.1:1@example.org/", "http://example.org#127.0.0.1:1"})
    EXPECT_FALSE(absl::IsUnavailable(Send("127.0.0.1:1", url))) << url;
}

TEST_F(HttpSenderTest, SendsNothingUnsigned) {
  HttpSender sender({.hosts = {"127.0.0.1:1"}, .key = ""}, clock_);
  v1::Delivery delivery;
  delivery.mutable_target()->mutable_http()->set_url("http://127.0.0.1:1/");
  EXPECT_TRUE(absl::IsPermissionDenied(sender.Send(delivery, report_)));
}

TEST(HostOfTest, TakesTheHostOfWebAddresses) {
  EXPECT_EQ(*HostOf("https://example.org/a"), "example.org");
  EXPECT_EQ(*HostOf("http://example.org:8080"), "example.org:8080");
  EXPECT_EQ(*HostOf("http://[::1]:80/"), "[::1]:80");
  for (const char* url :
       {"", "example.org", "ftp://example.org/", "file:///etc/passwd",
        "http://", "http://a:b@example.org/", "https://exa mple.org/",
        "javascript:alert(1)"})
    EXPECT_TRUE(absl::IsInvalidArgument(HostOf(url).status())) << url;
}

}  // namespace
}  // namespace compendium::reporting
