// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "lib/base/descriptor.h"
#include "lib/http/fields.h"

namespace compendium::tests {

struct HttpResponse {
  int status = 0;  // 0 when the connection ended before
  http::Fields fields;
  std::string body;    // without its chunks' heads
  bool whole = false;  // whether all of it came
};

// One connection to an HTTP server of this machine that does what it is told,
// also what no good client does. Waits ten seconds at most for anything. Not
// thread-safe.
class HttpClient {
 public:
  // Connects to 127.0.0.1; fails the test when nobody listens there.
  explicit HttpClient(int port);

  // False when the connection is gone.
  bool Send(absl::string_view bytes);

  // The next response. That to a HEAD request has no body.
  HttpResponse Receive(bool to_head = false);

  // A request with a length, and its response.
  HttpResponse Ask(
      absl::string_view method, absl::string_view target,
      absl::string_view body = "",
      std::initializer_list<std::pair<std::string, std::string>> fields = {});

  // The next line without its end; the next chunk of a chunked body, empty for
  // the last one. For what is read as it comes.
  std::string ReceiveLine();
  std::string ReceiveChunk();

  // Whether the server has closed, or closes within ten seconds.
  bool IsClosed();

  // Ends the connection.
  void Close() { socket_.Close(); }

 private:
  // Reads more; false when there is no more.
  bool Fill();
  // Exactly so many bytes, or fewer when the connection ends.
  std::string Take(size_t size);

  base::Descriptor socket_;
  std::string buffer_;
};

// The port of "host:port".
int PortOf(absl::string_view address);

}  // namespace compendium::tests
