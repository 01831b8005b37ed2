#include "read/page_finder.h"

#include "read/zip_pages.h"

namespace depesche {
namespace {

Error no_page_there(const std::string& path) { return {Problem::not_found, "there is no page at this place of the archive", path, {}}; }

// The file that `path` names or lies in: for "crawl.wacz/archive/data.warc.gz" the zip, when that is a file. Empty when there is none.
std::string file_around(const std::string& path, const FileSystem& files) {
    for (std::string file = path; !file.empty();) {
        if (files.kind(file) == FileKind::file) return file;
        const std::size_t slash = file.rfind('/');
        if (slash == std::string::npos) break;
        file.resize(slash);
    }
    return {};
}

bool lies_before(ArchivePlace left, ArchivePlace right) {
    return left.member != right.member ? left.member < right.member : left.skip < right.skip;
}

}  // namespace

Result<PageBytes> read_page_at(const std::string& path, const FileSystem& files, const PageFields& fields) {
    return PageFinder(files, fields).find(path);
}

PageName parse_page_name(const std::string& path) {
    const std::size_t sign = path.rfind('#');
    const auto place = sign == std::string::npos ? std::nullopt : parse_place(std::string_view(path).substr(sign + 1));
    if (!place) return {path, {}, false};
    return {path.substr(0, sign), *place, true};
}

std::optional<Error> PageFinder::open(const std::string& path, const PageName& name) {
    open_.reset();
    members_.reset();
    archive_.clear();
    const std::string file = file_around(name.archive, files_);
    if (file.empty()) return Error{Problem::not_found, "there is no such file", path, {}};
    if (file != name.archive) {
        auto zip = open_zip(file, files_);
        if (!zip) return zip.error();
        members_ = std::move(*zip);
    }
    OpenOptions options;
    options.fields = fields_;
    options.begin_at = [&](const std::string& asked) {
        return name.has_place && asked == name.archive ? to_string(name.place) : std::string();
    };
    auto pages = open_file_pages(name.archive, members_ ? *members_ : files_, options);
    if (!pages) return pages.error();
    open_ = std::move(*pages);
    archive_ = name.archive;
    return std::nullopt;
}

Result<PageBytes> PageFinder::find_from_here(const std::string& path, const PageName& name) {
    while (auto page = open_->next()) {
        if (!*page) {
            if (name.place.skip == 0) return page->error();
            continue;
        }
        at_ = parse_page_name((*page)->page.path).place;
        if ((*page)->page.path == path) return std::move((*page)->page);
        if (!lies_before(at_, name.place)) break;
    }
    open_.reset();
    return no_page_there(path);
}

Result<PageBytes> PageFinder::find(const std::string& path) {
    const PageName name = files_.kind(path) == FileKind::file ? PageName{path, {}, false} : parse_page_name(path);
    const bool further_on = open_ && archive_ == name.archive && name.place.skip > 0 && lies_before(at_, name.place);
    if (!further_on) {
        if (auto error = open(path, name)) return *error;
    }
    return find_from_here(path, name);
}

}  // namespace depesche
