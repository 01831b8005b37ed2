#include "read/files.h"

#include <fnmatch.h>

#include <algorithm>

#include <fmt/format.h>

namespace depesche {
namespace {

constexpr int deepest = 32;  // folders below folders, links included

std::string joined(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

struct Walk {
    const FileSystem& files;
    std::span<const std::string> include;
    std::size_t below = 0;  // where the path below the argument begins
    FoundFiles& found;

    [[nodiscard]] bool is_wanted(const std::string& path) const;
    bool add_folder(const std::string& folder, int depth) const;
};

bool Walk::is_wanted(const std::string& path) const {
    if (include.empty()) return true;
    return std::ranges::any_of(include, [&](const std::string& pattern) {
        const std::size_t from = pattern.find('/') == std::string::npos ? path.rfind('/') + 1 : below;
        return ::fnmatch(pattern.c_str(), path.c_str() + from, FNM_PATHNAME) == 0;
    });
}

// Adds the files below `folder`; says whether there were any.
bool Walk::add_folder(const std::string& folder, int depth) const {
    if (depth > deepest) {
        found.problems.push_back({Problem::too_large, fmt::format("folders are nested more than {} deep", deepest), folder, {}});
        return true;
    }
    auto names = files.list(folder);
    if (!names) {
        found.problems.push_back(names.error());
        return true;
    }
    bool any = false;
    for (const std::string& name : *names) {
        if (name.starts_with('.')) continue;
        const std::string path = joined(folder, name);
        switch (files.kind(path)) {
            case FileKind::file:
                if (is_wanted(path)) found.paths.push_back(path);
                any = true;
                break;
            case FileKind::folder:
                any = add_folder(path, depth + 1) || any;
                break;
            case FileKind::other:
            case FileKind::none:
                break;
        }
    }
    return any;
}

}  // namespace

FoundFiles find_files(std::span<const std::string> arguments, const FileSystem& files, std::span<const std::string> include) {
    FoundFiles found;
    for (const std::string& argument : arguments) {
        const Walk walk{files, include, joined(argument, {}).size(), found};
        switch (argument == "-" ? FileKind::file : files.kind(argument)) {
            case FileKind::file:
                found.paths.push_back(argument);
                break;
            case FileKind::folder:
                if (!walk.add_folder(argument, 1)) found.problems.push_back({Problem::empty, "the folder has no pages", argument, {}});
                break;
            case FileKind::other:
                found.problems.push_back({Problem::cannot_read, "it is neither a file nor a folder", argument, {}});
                break;
            case FileKind::none:
                found.problems.push_back({Problem::not_found, "there is no such file or folder", argument, {}});
                break;
        }
    }
    std::ranges::sort(found.paths);
    found.paths.erase(std::unique(found.paths.begin(), found.paths.end()), found.paths.end());
    std::ranges::sort(found.problems, {}, &Error::place);
    return found;
}

}  // namespace depesche
