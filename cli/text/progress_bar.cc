// SPDX-License-Identifier: Apache-2.0
#include "cli/text/progress_bar.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

constexpr size_t kBarWidth = 24;
constexpr char kFull[] = "\xE2\x96\x88";   // U+2588
constexpr char kEmpty[] = "\xE2\x96\x91";  // U+2591
constexpr char kClearLine[] = "\r\x1b[K";

std::string Bar(size_t done, size_t total) {
  const size_t full =
      total == 0 ? 0 : kBarWidth * std::min(done, total) / total;
  std::string bar;
  for (size_t i = 0; i < kBarWidth; ++i) bar += i < full ? kFull : kEmpty;
  return bar;
}

}  // namespace

ProgressBar::ProgressBar(const Options& options, std::ostream& out)
    : options_(options), out_(out) {}

ProgressBar::~ProgressBar() { Finish(); }

void ProgressBar::Step(absl::string_view what) {
  ++done_;
  const std::string count = absl::StrCat(done_, "/", options_.total);
  if (!options_.is_terminal) {
    out_ << count << ' ' << Printable(what) << '\n' << std::flush;
    return;
  }
  // The last column stays free: some terminals wrap when it is written.
  const size_t used = kBarWidth + 1 + count.size() + 1 + 1;
  const size_t room = options_.width > used ? options_.width - used : 1;
  out_ << kClearLine << Bar(done_, options_.total) << ' ' << count << ' '
       << Excerpt(what, room) << std::flush;
  drawn_ = true;
}

void ProgressBar::Finish() {
  if (drawn_) out_ << kClearLine << std::flush;
  drawn_ = false;
}

}  // namespace compendium
