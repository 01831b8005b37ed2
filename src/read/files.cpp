#include "read/files.h"

#include <algorithm>

#include <fmt/format.h>

namespace depesche {
namespace {

constexpr int deepest = 32;  // folders below folders, links included

std::string joined(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

// Adds the files below `folder`; says whether there were any.
bool walk(const std::string& folder, int depth, const FileSystem& files, FoundFiles& found) {
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
                found.paths.push_back(path);
                any = true;
                break;
            case FileKind::folder:
                any = walk(path, depth + 1, files, found) || any;
                break;
            case FileKind::other:
            case FileKind::none:
                break;
        }
    }
    return any;
}

}  // namespace

FoundFiles find_files(std::span<const std::string> arguments, const FileSystem& files) {
    FoundFiles found;
    for (const std::string& argument : arguments) {
        switch (files.kind(argument)) {
            case FileKind::file:
                found.paths.push_back(argument);
                break;
            case FileKind::folder:
                if (!walk(argument, 1, files, found)) found.problems.push_back({Problem::empty, "the folder has no pages", argument, {}});
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
