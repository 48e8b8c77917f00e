// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "lib/http/handler.h"
#include "lib/http/message.h"

namespace compendium::reporting {

// A JSON document that stays the same while the program runs, for GET and HEAD,
// with a strong tag. Any thread.
class DocumentRoute final : public http::Handler {
 public:
  DocumentRoute(std::string path, std::string document);

  const std::string& path() const { return path_; }

  void Handle(std::shared_ptr<http::Exchange> exchange) override;

 private:
  const std::string path_;
  const std::string tag_;
  const http::SharedText document_;
};

}  // namespace compendium::reporting
