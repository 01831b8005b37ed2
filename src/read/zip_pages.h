// Zip files with pages in them, and WACZ, the zip in which web archives keep WARCs (read/zip_pages.cpp).
#pragma once

#include <memory>
#include <string>

#include "read/page_stream.h"

namespace depesche {

// The members of the zip as files named "path/member". It must not outlive `files`. Errors: bad_format, cannot_read.
[[nodiscard]] Result<std::unique_ptr<FileSystem>> open_zip(const std::string& path, const FileSystem& files);

// The pages of all members, of a WACZ those of its WARCs.
[[nodiscard]] Result<std::unique_ptr<FilePages>> zip_pages(const std::string& path, const FileSystem& files, const OpenOptions& options);

}  // namespace depesche
