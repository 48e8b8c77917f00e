// SPDX-License-Identifier: Apache-2.0
// One connection of the server; part of server.cc.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/http/asio.h"
#include "lib/http/connection_table.h"
#include "lib/http/refusal_responses.h"
#include "lib/http/request_head.h"
#include "lib/http/response_head.h"
#include "lib/http/target.h"
#include "lib/http/trace_context.h"

namespace compendium::http {

// Reads a request, has it answered, sends the response, and again. Everything
// runs on the strand of its socket; what comes from other threads is posted
// there. Each step is a method that begins something and one, named On…, that
// goes on when it is done.
//
// While a request is answered one read is under way: that is how a client that
// goes away is noticed. What it brings is the beginning of the next request.
template <class Stream>
class Connection final
    : public OpenConnection,
      public std::enable_shared_from_this<Connection<Stream>> {
 public:
  // The place of `key` in the table's admission goes to the connection.
  Connection(Stream stream, ConnectionTable& table, std::string peer,
             std::string key)
      : table_(table),
        peer_(std::move(peer)),
        key_(std::move(key)),
        stream_(std::move(stream)),
        timer_(stream_.get_executor()),
        buffer_(kHeaderBytesMax + kPartBytes) {}

  // To be called once, after it was added to the table.
  void Start() {
    asio::dispatch(stream_.get_executor(),
                   [self = this->shared_from_this()] { self->Begin(); });
  }

  void Deliver(Response response) override {
    auto shared = std::make_shared<Response>(std::move(response));
    asio::dispatch(stream_.get_executor(),
                   [self = this->shared_from_this(), shared] {
                     if (self->phase_ == Phase::kAnswering)
                       self->Send(std::move(*shared));
                   });
  }

  void Drain() override {
    asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
      if (self->phase_ == Phase::kIdle) self->Close();
    });
  }

  void Abort() override {
    asio::post(stream_.get_executor(),
               [self = this->shared_from_this()] { self->Close(); });
  }

 private:
  using Parser = beast::http::request_parser<beast::http::string_body>;
  enum class Phase {
    kHandshake,
    kIdle,       // between requests
    kHeader,     // one has begun
    kBody,       // its header was read
    kAnswering,  // all of it was; the response is awaited
    kSending,    // the response is sent
    kLinger,     // the response was the last; what still comes is dropped
    kClosed,
  };
  static constexpr bool kTls = std::is_same_v<Stream, TlsStream>;
  // What an idle connection holds for the next request's first bytes.
  static constexpr size_t kReadBytes = 2048;

  // A completion handler that keeps the connection.
  template <class Method>
  auto Bind(Method method) {
    return [self = this->shared_from_this(), method](ErrorCode error,
                                                     size_t size = 0) {
      if (self->phase_ != Phase::kClosed) (self.get()->*method)(error, size);
    };
  }

  void Begin() {
    ErrorCode ignored;  // an option that does not hold is no reason to end
    auto& socket = stream_.lowest_layer();
    socket.set_option(tcp::no_delay(true), ignored);
    // A client that vanished while it waits for a stream is noticed some day.
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
    Tick();
    if constexpr (kTls) {
      Enter(Phase::kHandshake, table_.limits.header_timeout);
      stream_.async_handshake(asio::ssl::stream_base::server,
                              Bind(&Connection::OnHandshake));
    } else {
      AwaitRequest();
    }
  }

  void OnHandshake(ErrorCode error, size_t /*size*/) {
    if (!error) return AwaitRequest();
    table_.observer.OnRefusal(Refusal::kHandshake);
    Close();
  }

  void AwaitRequest() {
    if (table_.draining()) return Close();
    Enter(Phase::kIdle, table_.limits.idle_timeout);
    parser_.reset();
    if (reading_) return;
    if (buffer_.size() > 0) return ReadHeader();
    ReadSome();
  }

  // Into the empty buffer.
  void ReadSome() {
    reading_ = true;
    if (buffer_.capacity() > kReadBytes) buffer_.shrink_to_fit();
    stream_.async_read_some(buffer_.prepare(kReadBytes),
                            Bind(&Connection::OnRead));
  }

  void OnRead(ErrorCode error, size_t size) {
    reading_ = false;
    if (error) {
      // What is being written may be the end of the response, after which a
      // client may well leave.
      read_ended_ = true;
      if (!writing_) Close();
      return;
    }
    buffer_.commit(size);
    if (phase_ == Phase::kIdle) return ReadHeader();
    if (phase_ != Phase::kLinger) return;
    buffer_.clear();
    lingered_bytes_ += size;
    if (lingered_bytes_ > kLingerBytesMax) return Close();
    ReadSome();
  }

  void ReadHeader() {
    Enter(Phase::kHeader, table_.limits.header_timeout);
    begin_ = table_.clock.Uptime();
    outcome_ = {.peer = peer_};
    parser_.emplace();
    parser_->header_limit(kHeaderBytesMax);
    parser_->body_limit(kBodyBytesMax);
    beast::http::async_read_header(stream_, buffer_, *parser_,
                                   Bind(&Connection::OnHeader));
  }

  void OnHeader(ErrorCode error, size_t /*size*/) {
    if (error) return OnBadBytes(error);
    const auto& message = parser_->get();
    outcome_.method = ToString(message.method_string());
    outcome_.trace = TraceContext::Parse(ToString(message["traceparent"]));
    const absl::Duration wait = table_.admission.Ask(key_);
    if (wait > absl::ZeroDuration()) return SendLast(TooManyRequests(wait));
    if (auto refused = AnswerToBadHead(message, target_))
      return SendLast(*std::move(refused));
    if (!parser_->is_done() &&
        beast::iequals(message["expect"], "100-continue")) {
      prefix_ = "HTTP/1.1 100 Continue\r\n\r\n";
      return Write("", "", &Connection::ReadBody);
    }
    ReadBody();
  }

  void ReadBody() {
    Enter(Phase::kBody, table_.limits.body_timeout);
    if (parser_->is_done()) return OnBody({}, 0);
    // Before it is there: a body that comes slowly takes as much.
    if (!Hold(parser_->content_length().value_or(kBodyBytesMax)))
      return SendLast(TooManyBytes());
    buffer_.reserve(kPartBytes);
    beast::http::async_read(stream_, buffer_, *parser_,
                            Bind(&Connection::OnBody));
  }

  void OnBody(ErrorCode error, size_t /*size*/) {
    if (error) return OnBadBytes(error);
    http_1_0_ = parser_->get().version() < 11;
    // Who speaks HTTP/1.0 would have to be told that it stays.
    keep_alive_ = parser_->keep_alive() && !http_1_0_;
    Request request = MakeRequest(parser_->release(), *std::move(target_),
                                  peer_, outcome_.trace);
    parser_.reset();
    target_.reset();
    outcome_.request_bytes = request.body.size();
    Enter(Phase::kAnswering, absl::InfiniteDuration());
    signal_ = std::make_shared<GoneSignal>();
    if (buffer_.size() == 0) ReadSome();
    table_.handler.Handle(std::make_shared<LiveExchange>(
        std::move(request), this->shared_from_this(), signal_));
  }

  void OnBadBytes(ErrorCode error) {
    if (auto refused = AnswerToBadBytes(error))
      return SendLast(*std::move(refused));
    Close();
  }

  // Whether so many bytes more may be held until the response was sent.
  bool Hold(size_t bytes) {
    if (!table_.admission.Hold(key_, bytes)) return false;
    held_bytes_ += bytes;
    return true;
  }

  void DropHeld() {
    if (held_bytes_ > 0)
      table_.admission.Drop(key_, std::exchange(held_bytes_, 0));
  }

  // The response to what was not read to its end: another cannot follow.
  void SendLast(Response response) {
    keep_alive_ = false;
    http_1_0_ = false;
    Enter(Phase::kAnswering, absl::InfiniteDuration());
    Send(std::move(response));
  }

  void Send(Response response) {
    const auto* text = std::get_if<SharedText>(&response.body);
    if (text != nullptr && *text != nullptr && !Hold((*text)->size())) {
      const std::string route = response.route;
      response = TooManyBytes();
      response.route = route;
    }
    outcome_.status = response.status;
    outcome_.route = response.route;
    outcome_.reason = response.reason;
    if (table_.draining()) keep_alive_ = false;
    Enter(Phase::kSending, table_.limits.write_timeout);
    Travel travel{.now = table_.clock.Now()};
    const bool is_bodyless = response.status == 204 || response.status == 304;
    auto* stream = std::get_if<std::unique_ptr<BodyStream>>(&response.body);
    if (stream != nullptr) {
      source_ = std::move(*stream);
      // Where no length can be told, the connection's end is the body's.
      travel.chunked = !http_1_0_;
    } else {
      text_ = std::get<SharedText>(response.body);
      if (!is_bodyless) travel.length = text_ == nullptr ? 0 : text_->size();
    }
    travel.keep_alive = keep_alive_;
    prefix_ = ResponseHead(response, travel);
    if (outcome_.method == "HEAD" || is_bodyless) {
      text_.reset();
      source_.reset();
    }
    if (source_ != nullptr) return Write("", "", &Connection::Pull);
    Write(text_ == nullptr ? absl::string_view() : absl::string_view(*text_),
          "", &Connection::Finish);
  }

  // Asks for the next part of a stream.
  void Pull() {
    Enter(Phase::kSending, absl::InfiniteDuration());
    source_->Next(
        [self = this->shared_from_this()](absl::StatusOr<std::string> part) {
          auto shared = std::make_shared<decltype(part)>(std::move(part));
          asio::post(self->stream_.get_executor(), [self, shared] {
            if (self->phase_ == Phase::kSending)
              self->OnPulled(std::move(*shared));
          });
        });
  }

  void OnPulled(absl::StatusOr<std::string> part) {
    if (!part.ok()) {
      outcome_.reason = "STREAM_BROKEN";
      return Close();
    }
    if (part->empty()) {
      if (!http_1_0_) prefix_ = "0\r\n\r\n";
      return Write("", "", &Connection::Finish);
    }
    part_ = *std::move(part);
    if (http_1_0_) return Write(part_, "", &Connection::Pull);
    prefix_ = absl::StrCat(absl::Hex(part_.size()), "\r\n");
    Write(part_, "\r\n", &Connection::Pull);
  }

  using Step = void (Connection::*)();

  // Writes prefix_, `payload` and `suffix`, then goes on with `then`. Both stay
  // until then.
  void Write(absl::string_view payload, absl::string_view suffix, Step then) {
    payload_ = payload;
    suffix_ = suffix;
    then_ = then;
    WritePart();
  }

  void WritePart() {
    Enter(phase_, table_.limits.write_timeout);
    const absl::string_view part = payload_.substr(0, kPartBytes);
    payload_.remove_prefix(part.size());
    const absl::string_view end =
        payload_.empty() ? std::exchange(suffix_, "") : "";
    if (phase_ == Phase::kSending) outcome_.response_bytes += part.size();
    writing_ = true;
    asio::async_write(stream_,
                      std::array<asio::const_buffer, 3>{
                          asio::const_buffer(prefix_.data(), prefix_.size()),
                          asio::const_buffer(part.data(), part.size()),
                          asio::const_buffer(end.data(), end.size())},
                      Bind(&Connection::OnWritten));
  }

  void OnWritten(ErrorCode error, size_t /*size*/) {
    writing_ = false;
    if (error) return Close();
    prefix_.clear();
    if (!payload_.empty()) return WritePart();
    if (read_ended_ && then_ != &Connection::Finish) return Close();
    (this->*then_)();
  }

  void Finish() {
    // Nobody is told any more that the client is gone.
    if (signal_ != nullptr) signal_->Settle();
    signal_.reset();
    text_.reset();
    source_.reset();
    part_ = std::string();
    DropHeld();
    Report();
    phase_ = Phase::kIdle;
    if (read_ended_) return Close();
    if (keep_alive_) return AwaitRequest();
    ErrorCode ignored;
    stream_.lowest_layer().shutdown(tcp::socket::shutdown_send, ignored);
    Enter(Phase::kLinger, kLingerTimeout);
    buffer_.clear();
    if (!reading_) ReadSome();
  }

  void Report() {
    outcome_.duration = table_.clock.Uptime() - begin_;
    table_.observer.OnOutcome(outcome_);
  }

  // Enters a phase that may take so long.
  void Enter(Phase phase, absl::Duration timeout) {
    phase_ = phase;
    deadline_ = table_.clock.Uptime() + timeout;
  }

  // Looks from time to time whether the phase has taken too long. That costs
  // less than a timer for each phase of each request.
  void Tick() {
    const absl::Duration shortest =
        std::min({table_.limits.header_timeout, table_.limits.body_timeout,
                  table_.limits.write_timeout, table_.limits.idle_timeout});
    timer_.expires_after(
        absl::ToChronoNanoseconds(std::min(shortest / 4, absl::Seconds(1))));
    timer_.async_wait(Bind(&Connection::OnTick));
  }

  void OnTick(ErrorCode error, size_t /*size*/) {
    if (error) return;
    if (table_.clock.Uptime() < deadline_) return Tick();
    switch (phase_) {
      case Phase::kHandshake:
        table_.observer.OnRefusal(Refusal::kHandshake);
        break;
      case Phase::kHeader:
        table_.observer.OnRefusal(Refusal::kHeaderTimeout);
        break;
      case Phase::kBody:
        table_.observer.OnRefusal(Refusal::kBodyTimeout);
        break;
      case Phase::kSending:
        table_.observer.OnRefusal(Refusal::kWriteTimeout);
        break;
      default:
        break;
    }
    Close();
  }

  // Ends the connection, whatever it was doing.
  void Close() {
    if (phase_ == Phase::kClosed) return;
    const bool was_answering =
        phase_ == Phase::kAnswering || phase_ == Phase::kSending;
    phase_ = Phase::kClosed;
    timer_.cancel();
    ErrorCode ignored;
    stream_.lowest_layer().close(ignored);
    source_.reset();
    DropHeld();
    if (was_answering) {
      outcome_.gone = true;
      Report();
    }
    if (signal_ != nullptr) std::exchange(signal_, nullptr)->Raise();
    table_.Remove(this, key_);
  }

  // Constant after construction.
  ConnectionTable& table_;
  const std::string peer_;
  const std::string key_;

  // Of the strand.
  Stream stream_;
  asio::steady_timer timer_;
  absl::Duration deadline_;  // of the clock's uptime
  Phase phase_ = Phase::kHandshake;
  beast::flat_buffer buffer_;
  bool reading_ = false;     // ReadSome is under way
  bool read_ended_ = false;  // it has found the client's end
  bool writing_ = false;     // WritePart is under way
  size_t lingered_bytes_ = 0;
  // Of the request.
  std::optional<Parser> parser_;
  std::optional<Target> target_;
  absl::Duration begin_;
  size_t held_bytes_ = 0;  // also of the response
  Outcome outcome_;
  bool keep_alive_ = false;
  bool http_1_0_ = false;
  std::shared_ptr<GoneSignal> signal_;
  // Of the response.
  SharedText text_;
  std::unique_ptr<BodyStream> source_;
  std::string part_;  // of the source
  // Of what is written.
  std::string prefix_;
  absl::string_view payload_;
  absl::string_view suffix_;
  Step then_ = nullptr;
};

}  // namespace compendium::http
