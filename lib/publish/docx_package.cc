// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_package.h"

#include <memory>

#include <zip.h>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

// 1 January 1980, 0:00, as MS-DOS counts.
constexpr zip_uint16_t kFirstDay = 0x21;

absl::Status Failed(absl::string_view what, zip_error_t& error) {
  absl::Status status = absl::InternalError(
      absl::StrCat("docx: ", what, ": ", zip_error_strerror(&error)));
  zip_error_fini(&error);
  return status;
}

struct DiscardZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

absl::Status AddPart(zip_t* archive, const DocxPart& part) {
  Source source(zip_source_buffer(archive, part.bytes.data(), part.bytes.size(),
                                  /*freep=*/0));
  const zip_int64_t index = source == nullptr
                                ? -1
                                : zip_file_add(archive, part.name.c_str(),
                                               source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return Failed(part.name, *zip_get_error(archive));
  static_cast<void>(source.release());  // the archive's now
  const auto entry = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, entry, ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(archive, entry, 0, kFirstDay, 0) != 0) {
    return Failed(part.name, *zip_get_error(archive));
  }
  return absl::OkStatus();
}

// All bytes of a source that an archive was written into.
absl::StatusOr<std::string> ReadSource(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
    return Failed("read", *zip_source_error(source));
  }
  std::string bytes(stat.size, '\0');
  const zip_int64_t size = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (size != static_cast<zip_int64_t>(bytes.size())) {
    return Failed("read", *zip_source_error(source));
  }
  return bytes;
}

}  // namespace

absl::StatusOr<std::string> PackDocx(const std::vector<DocxPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (source == nullptr) return Failed("memory", error);
  std::unique_ptr<zip_t, DiscardZip> archive(
      zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (archive == nullptr) return Failed("open", error);
  zip_source_keep(source.get());  // closing the archive gives up one reference
  for (const DocxPart& part : parts) {
    if (absl::Status added = AddPart(archive.get(), part); !added.ok()) {
      return added;
    }
  }
  if (zip_close(archive.get()) != 0) {
    return Failed("write", *zip_get_error(archive.get()));
  }
  static_cast<void>(archive.release());
  return ReadSource(source.get());
}

}  // namespace compendium
