// SPDX-License-Identifier: EUPL-1.2
#include "region/zip.h"

#include <zip.h>

#include <memory>
#include <set>
#include <stdexcept>

namespace sveiki::region {
namespace {

constexpr zip_uint16_t kMidnight = 0;
constexpr zip_uint16_t kFirstDay = 1 << 5 | 1;  // 1 January 1980, the first that a zip can say

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Source = std::unique_ptr<zip_source_t, Free>;
using Archive = std::unique_ptr<zip_t, Free>;
using File = std::unique_ptr<zip_file_t, Free>;

void must(bool done) {
  if (!done) throw std::runtime_error("a zip archive could not be written");
}

std::string all_of(zip_source_t* source) {
  zip_stat_t stat;
  must(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0);
  std::string bytes(stat.size, '\0');
  must(zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(stat.size));
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string write_zip(const std::vector<ZipEntry>& entries) {
  const Source memory(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  must(memory != nullptr);
  zip_source_keep(memory.get());  // the archive takes one of two references
  Archive archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) zip_source_free(memory.get());
  must(archive != nullptr);
  for (const ZipEntry& entry : entries) {
    zip_source_t* bytes =
        zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0);
    must(bytes != nullptr);
    const zip_int64_t at = zip_file_add(archive.get(), entry.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (at < 0) zip_source_free(bytes);
    must(at >= 0 && zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(at), kMidnight,
                                         kFirstDay, 0) == 0);
  }
  must(zip_close(archive.get()) == 0);
  archive.release();  // closed is freed
  return all_of(memory.get());
}

std::optional<std::vector<ZipEntry>> read_zip(std::string_view bytes, std::size_t most) {
  zip_source_t* memory = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (!memory) return std::nullopt;
  const Archive archive(zip_open_from_source(memory, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (!archive) {
    zip_source_free(memory);
    return std::nullopt;
  }
  std::vector<ZipEntry> entries;
  std::set<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), i, 0, &stat) != 0 || stat.size > most) return std::nullopt;
    most -= stat.size;
    const File file(zip_fopen_index(archive.get(), i, 0));
    ZipEntry entry{stat.name, std::string(stat.size, '\0')};
    if (!file || !names.insert(entry.name).second) return std::nullopt;
    const auto size = static_cast<zip_int64_t>(stat.size);
    if (zip_fread(file.get(), entry.bytes.data(), stat.size) != size) return std::nullopt;
    // The checksum is looked at where the data ends.
    char beyond = 0;
    if (zip_fread(file.get(), &beyond, 1) != 0) return std::nullopt;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace sveiki::region
