// SPDX-License-Identifier: Apache-2.0
#include "lib/http/gzip.h"

#include <zlib.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::http {
namespace {

// zlib's name for gzip with the largest window.
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;

// Answers are written once and read once: the level that costs a third of the
// usual one's time gives nine tenths of what it saves.
constexpr int kLevel = 3;

constexpr size_t kStepBytes = size_t{64} << 10;

Bytef* Bytes(absl::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

absl::Status NotGzip() {
  return absl::InvalidArgumentError("got bytes that are not gzip");
}

// Inflates into `out` until the member ends.
absl::Status InflateAll(z_stream& stream, size_t bytes_max, std::string& out) {
  int result = Z_OK;
  while (result != Z_STREAM_END) {
    const size_t begin = out.size();
    const size_t room = std::min(kStepBytes, bytes_max + 1 - begin);
    out.resize(begin + room);
    stream.next_out = Bytes(out) + begin;
    stream.avail_out = static_cast<uInt>(room);
    result = inflate(&stream, Z_NO_FLUSH);
    out.resize(begin + room - stream.avail_out);
    if (out.size() > bytes_max)
      return absl::ResourceExhaustedError(absl::StrCat(
          "got more than ", bytes_max, " bytes after decompression"));
    const bool starved = result == Z_BUF_ERROR || out.size() == begin;
    if (result != Z_STREAM_END && (result != Z_OK || starved)) return NotGzip();
  }
  return stream.avail_in == 0 ? absl::OkStatus() : NotGzip();
}

}  // namespace

std::string Gzip(absl::string_view bytes) {
  z_stream stream = {};
  CHECK(deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel,
                     Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), 0);
  stream.next_in = Bytes(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = Bytes(out);
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

absl::StatusOr<std::string> Gunzip(absl::string_view bytes, size_t bytes_max) {
  z_stream stream = {};
  CHECK(inflateInit2(&stream, kGzipWindow) == Z_OK);
  stream.next_in = Bytes(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  const absl::Status status = InflateAll(stream, bytes_max, out);
  inflateEnd(&stream);
  if (!status.ok()) return status;
  return out;
}

}  // namespace compendium::http
