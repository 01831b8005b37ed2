#include <map>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "base/hash.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "read/limits.h"
#include "read/page_finder.h"
#include "show/verify.h"
#include "store/page_rows.h"
#include "store/store_file.h"
#include "store/verify_store.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string file;
    std::string store;
    std::string pages;
    std::vector<std::string> fields;
};

// Finds stored pages by recorded path from the current folder or below --pages, else below --pages by hash.
class StoredPages {
public:
    StoredPages(std::string folder, const PageFields& fields) : folder_(std::move(folder)), fields_(fields), finder_(disk(), fields) {}

    Result<PageBytes> operator()(const std::string& path, const std::string& sha256) {
        std::optional<Error> first;
        for (const std::string& candidate : candidates(path)) {
            auto page = finder_.find(candidate);
            if (page && sha256_hex(page->bytes) == sha256) return page;
            Error error =
                page ? Error{Problem::mismatch, "its bytes are not those that the brief was made from (another SHA-256)", candidate, {}}
                     : page.error();
            if (!first || error.problem == Problem::mismatch) first = std::move(error);
        }
        if (const std::string* found = by_hash(sha256)) return finder_.find(*found);
        return *first;
    }

private:
    [[nodiscard]] std::vector<std::string> candidates(const std::string& path) const {
        if (folder_.empty()) return {path};
        const std::string name = path.substr(path.rfind('/') + 1);
        return {folder_ + "/" + path, folder_ + "/" + name};
    }

    const std::string* by_hash(const std::string& sha256) {
        if (folder_.empty()) return nullptr;
        if (!indexed_) {
            indexed_ = true;
            StreamOptions options;
            options.fields = fields_;
            PageStream stream({folder_}, disk(), std::move(options));
            while (const auto page = stream.next()) {
                if (*page) paths_.emplace(sha256_hex((*page)->page.bytes), (*page)->page.path);
            }
        }
        const auto it = paths_.find(sha256);
        return it == paths_.end() ? nullptr : &it->second;
    }

    std::string folder_;
    PageFields fields_;
    PageFinder finder_;
    bool indexed_ = false;
    std::map<std::string, std::string> paths_;
};

int run_store(const std::string& path) {
    const auto database = open_store(path, OpenMode::read);
    if (!database) {
        warn(database.error());
        return status_failed;
    }
    const auto verified = verify_store(*database, [](const Error& failure) { warn(failure); });
    if (!verified) {
        warn(verified.error());
        return status_failed;
    }
    print(fmt::format("{} pages and {} spans checked, {} failed\n", verified->pages, verified->spans, verified->failures));
    return verified->failures == 0 ? status_good : status_failed;
}

int run(const Options& options) {
    if (options.file.empty() && options.store.empty()) {
        warn("verify needs the file of a brief, or --store FILE, or both");
        return status_usage;
    }
    if (options.file.empty()) return run_store(options.store);
    const auto json = load_file(options.file, limits::brief_bytes);
    if (!json) {
        warn(json.error());
        return status_failed;
    }
    std::optional<Database> store;
    if (!options.store.empty()) {
        auto opened = open_store(options.store, OpenMode::read);
        if (!opened) {
            warn(opened.error());
            return status_failed;
        }
        store = std::move(*opened);
    }
    StoredPages stored(options.pages, page_fields(options.fields));
    const auto verified = verify_brief(*json, [&](const std::string& path, const std::string& sha256) {
        return store ? find_stored_page(*store, sha256) : stored(path, sha256);
    });
    if (!verified) {
        Error error = verified.error();
        error.place = options.file;
        warn(error);
        return status_failed;
    }
    for (const Error& failure : verified->failures) warn(failure);
    print(fmt::format("{} pages and {} spans checked, {} failed\n", verified->pages, verified->spans, verified->failures.size()));
    return verified->failures.empty() ? status_good : status_failed;
}

}  // namespace

Action add_verify(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("verify",
                                           "Check every span of a brief, or of a store, against the stored pages, byte for byte.\n"
                                           "Example: depesche verify brief.json --pages /archive/pages");
    command->add_option("FILE", options->file, "What `depesche brief --json` wrote");
    command->add_option("--store", options->store,
                        "Check a store: its structure, its pages and all that it says of them. With FILE: where its pages are");
    command->add_option("--pages", options->pages, "Folder where the pages are now; they are found by path, by name or by hash");
    add_fields(*command, options->fields);
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
