#include "store/raw_file.h"

#include <algorithm>
#include <vector>

#include <sqlite3.h>

namespace depesche {

void RawFile::Close::operator()(sqlite3_file* file) const {
    if (file->pMethods != nullptr) file->pMethods->xClose(file);
    sqlite3_free(file);
}

void RawFile::FreeName::operator()(char* name) const { sqlite3_free_filename(name); }

Result<RawFile> RawFile::open(const std::string& path) {
    const Error refused{Problem::no_rights, "no right to read it", path, {}};
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    if (system == nullptr) return refused;
    std::vector<char> full(static_cast<std::size_t>(system->mxPathname) + 1);
    // A link that was followed is told by another positive code than SQLITE_OK.
    const int named = system->xFullPathname(system, path.c_str(), static_cast<int>(full.size()), full.data());
    if (named != SQLITE_OK && (named & 0xFF) != SQLITE_OK) return refused;
    RawFile raw;
    raw.name_.reset(const_cast<char*>(sqlite3_create_filename(full.data(), "", "", 0, nullptr)));
    auto* file = static_cast<sqlite3_file*>(sqlite3_malloc(system->szOsFile));
    if (!raw.name_ || file == nullptr) {
        sqlite3_free(file);
        return refused;
    }
    file->pMethods = nullptr;
    raw.file_.reset(file);
    int got = 0;
    if (system->xOpen(system, raw.name_.get(), file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &got) != SQLITE_OK) return refused;
    return raw;
}

std::uint64_t RawFile::size() const {
    sqlite3_int64 size = 0;
    if (file_->pMethods->xFileSize(file_.get(), &size) != SQLITE_OK) return 0;
    return static_cast<std::uint64_t>(size);
}

std::string RawFile::head(std::size_t count) const {
    std::string bytes(std::min<std::uint64_t>(count, size()), '\0');
    if (!bytes.empty() && file_->pMethods->xRead(file_.get(), bytes.data(), static_cast<int>(bytes.size()), 0) != SQLITE_OK) bytes.clear();
    return bytes;
}

}  // namespace depesche
