// Finding stored pages again by the names that a PageStream gave them.
#pragma once

#include <memory>
#include <string>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "read/page_stream.h"

namespace depesche {

// Where "archive#place" leads: the archive alone and no place for a file.
struct PageName {
    std::string archive;
    ArchivePlace place;
    bool has_place = false;
};
[[nodiscard]] PageName parse_page_name(const std::string& path);

// A page that begins a member or record is opened at its place. One inside a large packed member can only be had by unpacking what stands
// before it, so the finder stays where it was: asked in the order of places it unpacks each archive once. For use by one thread at a time.
class PageFinder {
public:
    explicit PageFinder(const FileSystem& files, PageFields fields = {}) : files_(files), fields_(std::move(fields)) {}

    // Errors: as reading gives them; not_found when there is no page of that name.
    [[nodiscard]] Result<PageBytes> find(const std::string& path);

private:
    [[nodiscard]] Result<PageBytes> find_from_here(const std::string& path, const PageName& name);
    [[nodiscard]] std::optional<Error> open(const std::string& path, const PageName& name);

    const FileSystem& files_;
    PageFields fields_;
    std::unique_ptr<FileSystem> members_;  // of the zip that is open
    std::string archive_;                  // what open_ reads
    ArchivePlace at_;                      // of the page given last
    std::unique_ptr<FilePages> open_;
};

}  // namespace depesche
