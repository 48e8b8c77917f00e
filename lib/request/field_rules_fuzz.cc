// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <limits>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"
#include "lib/request/field_rules.h"
#include "lib/request/plain_text.h"

// Any bytes that are a questionnaire on the wire. Whatever comes is accepted or
// refused with plain words, with the bytes at hand as without; what is accepted
// keeps its limits when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using compendium::registry::v1::Questionnaire;
  static const compendium::FieldRules rules({Questionnaire::descriptor()});
  if (size > std::numeric_limits<int>::max()) return 0;
  Questionnaire questionnaire;
  if (!questionnaire.ParseFromArray(data, static_cast<int>(size))) return 0;
  const absl::Status status = rules.Check(questionnaire);
  CHECK(rules.CheckParsed({reinterpret_cast<const char*>(data), size},
                          questionnaire) == status);
  if (!status.ok()) {
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(compendium::FindTextFlaw(status.message()).kind ==
          compendium::TextFlaw::Kind::kNone);
    return 0;
  }
  Questionnaire again;
  CHECK(again.ParseFromString(questionnaire.SerializeAsString()));
  CHECK(rules.Check(again).ok());
  return 0;
}
