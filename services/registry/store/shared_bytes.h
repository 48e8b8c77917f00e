// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace compendium::registry {

// Bytes that never change, shared by all copies: a record's value is made once
// and then lies in the commit queue, in the cache, in the feed and in responses
// that are on their way, without being copied. As thread-safe as a string that
// nobody changes.
class SharedBytes {
 public:
  SharedBytes() = default;  // none
  // Not explicit: they are the same bytes, only shared.
  // NOLINTNEXTLINE(google-explicit-constructor)
  SharedBytes(std::string bytes)
      : bytes_(std::make_shared<const std::string>(std::move(bytes))) {}

  absl::string_view view() const {
    return bytes_ == nullptr ? absl::string_view() : *bytes_;
  }
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator absl::string_view() const { return view(); }
  const char* data() const { return view().data(); }
  size_t size() const { return view().size(); }
  bool empty() const { return view().empty(); }
  // What they take in memory.
  size_t capacity() const { return bytes_ == nullptr ? 0 : bytes_->capacity(); }

  template <class Text>
  friend bool operator==(const SharedBytes& a, const Text& b) {
    return a.view() == absl::string_view(b);
  }
  friend std::ostream& operator<<(std::ostream& out, const SharedBytes& bytes) {
    return out << bytes.view();
  }

 private:
  std::shared_ptr<const std::string> bytes_;
};

}  // namespace compendium::registry
