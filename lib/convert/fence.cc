// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/fence.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "lib/convert/limits.h"

namespace compendium {
namespace {

// Of util-linux, which every Debian system has. It sets the limits before the
// program starts, which posix_spawn cannot.
constexpr char kPrlimit[] = "/usr/bin/prlimit";

// Where the confined program sees the private folder.
constexpr char kWorkFolder[] = "/work";

}  // namespace

std::vector<std::string> FencedCommand(
    const Fence& fence, const std::vector<std::string>& program) {
  const int64_t seconds =
      std::max<int64_t>(1, absl::ToInt64Seconds(fence.processor_time_max));
  std::vector<std::string> words = {
      kPrlimit, absl::StrCat("--as=", fence.address_bytes_max),
      absl::StrCat("--cpu=", seconds), "--core=0", "--"};
  if (fence.confined) {
    const std::vector<std::string> confinement = {
        fence.bwrap_path, "--unshare-all", "--die-with-parent", "--cap-drop",
        "ALL",
        // Debian 12 has its programs and libraries in /usr alone.
        "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin",
        "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--proc", "/proc", "--dev", "/dev", "--size",
        absl::StrCat(kConvertTemporaryBytesMax), "--tmpfs", "/tmp", "--ro-bind",
        fence.folder, kWorkFolder, "--remount-ro", "/", "--chdir", kWorkFolder,
        "--"};
    words.insert(words.end(), confinement.begin(), confinement.end());
  }
  words.insert(words.end(), program.begin(), program.end());
  return words;
}

std::vector<std::string> FencedEnvironment(const Fence& fence,
                                           absl::Time document_time) {
  return {
      "PATH=/usr/bin", "LANG=C.UTF-8", "TZ=UTC",
      // Programs look for a user's settings there and must find none.
      absl::StrCat("HOME=", fence.confined ? "/tmp" : fence.folder),
      absl::StrCat("SOURCE_DATE_EPOCH=", absl::ToUnixSeconds(document_time))};
}

}  // namespace compendium
