// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace compendium::http {

// Which of these media types, such as text/csv, a client with this Accept (RFC
// 9110 §12.5.1) likes best: the index of the first of the greatest weight;
// absent when it takes none of them. An empty Accept takes all. Parameters of
// ranges but the weight are not looked at. Old clients write weights such as
// ".2": what is no weight is the least there is, and what is no range is passed
// over.
std::optional<size_t> ChooseType(absl::string_view accept,
                                 absl::Span<const absl::string_view> types);

}  // namespace compendium::http
