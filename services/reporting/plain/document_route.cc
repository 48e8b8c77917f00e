// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/document_route.h"

#include <utility>

#include "lib/http/entity_tag.h"
#include "lib/http/read_response.h"
#include "services/reporting/plain/plain_headers.h"

namespace compendium::reporting {

DocumentRoute::DocumentRoute(std::string path, std::string document)
    : path_(std::move(path)),
      tag_(http::EntityTagOf(document)),
      document_(http::ShareText(std::move(document))) {}

void DocumentRoute::Handle(std::shared_ptr<http::Exchange> exchange) {
  const http::Request& request = exchange->request();
  http::Response response = http::IsRead(request)
                                ? ReadResponse(request, {.tag = tag_})
                                : http::OnlyReads();
  response.route = path_;
  if (response.status == 200) {
    response.fields.Add("Content-Type", "application/json");
    response.body = document_;
  }
  exchange->Respond(std::move(response));
}

}  // namespace compendium::reporting
