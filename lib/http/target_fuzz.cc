// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/http/accept_encoding.h"
#include "lib/http/entity_tag.h"
#include "lib/http/target.h"
#include "lib/http/trace_context.h"

namespace compendium::http {
namespace {

// Whatever parses must be the same after it was written.
void CheckTarget(absl::string_view text) {
  const auto target = Target::Parse(text);
  if (!target.ok()) return;
  const auto again = Target::Parse(target->ToString());
  // It grows when it is encoded, and may then be too long.
  if (again.ok()) CHECK(*again == *target);
}

}  // namespace
}  // namespace compendium::http

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace http = compendium::http;
  const absl::string_view input(reinterpret_cast<const char*>(data), size);
  http::CheckTarget(input);
  http::CheckTarget(absl::StrCat("/?", input));
  const auto trace = http::TraceContext::Parse(input);
  if (trace.has_value()) CHECK(http::TraceContext::Parse(trace->ToString()));
  http::AcceptsGzip(input);
  http::MatchesEntityTag(input, "\"a\"");
  return 0;
}
