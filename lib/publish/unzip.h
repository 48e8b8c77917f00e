// SPDX-License-Identifier: Apache-2.0
// What tests ask of archives.
#pragma once

#include <map>
#include <string>

#include <gtest/gtest.h>
#include <zip.h>

namespace compendium {

using Parts = std::map<std::string, std::string>;

// The files of a ZIP archive by name.
inline Parts Unzip(const std::string& bytes) {
  Parts parts;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  EXPECT_NE(archive, nullptr);
  if (archive == nullptr) return parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    const auto index = static_cast<zip_uint64_t>(i);
    EXPECT_EQ(zip_stat_index(archive, index, 0, &stat), 0);
    std::string part(stat.size, '\0');
    zip_file_t* const file = zip_fopen_index(archive, index, 0);
    EXPECT_EQ(zip_fread(file, part.data(), part.size()),
              static_cast<zip_int64_t>(part.size()));
    zip_fclose(file);
    parts[stat.name] = part;
  }
  zip_discard(archive);
  return parts;
}

}  // namespace compendium
