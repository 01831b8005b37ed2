#include "serve/brief_cache.h"

#include <numeric>

namespace depesche {
namespace {

// Roughly: texts of pages, and what is said about them, which is a few times as long as what it cites.
std::size_t bytes_of(const Brief& brief) {
    constexpr std::size_t fixed = 4096;
    constexpr std::size_t cited = 4;
    return std::accumulate(brief.pages.begin(), brief.pages.end(), fixed,
                           [](std::size_t sum, const BriefPage& page) { return sum + cited * page.text.size(); });
}

}  // namespace

Result<SharedBrief> BriefCache::get(const std::string& key, const std::function<Result<Brief>()>& make) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto place = places_.find(key); place != places_.end()) {
            kept_.splice(kept_.begin(), kept_, place->second);
            return place->second->brief;
        }
    }
    auto made = make();
    if (!made) return made.error();
    auto brief = std::make_shared<const Brief>(std::move(*made));
    keep(key, brief);
    return SharedBrief(brief);
}

void BriefCache::clear() {
    const std::lock_guard lock(mutex_);
    kept_.clear();
    places_.clear();
    bytes_ = 0;
}

void BriefCache::keep(const std::string& key, const SharedBrief& brief) {
    const std::size_t bytes = bytes_of(*brief);
    const std::lock_guard lock(mutex_);
    if (bytes > most_bytes_ / 2 || places_.contains(key)) return;
    kept_.push_front({key, brief, bytes});
    places_[key] = kept_.begin();
    for (bytes_ += bytes; bytes_ > most_bytes_; kept_.pop_back()) {
        bytes_ -= kept_.back().bytes;
        places_.erase(kept_.back().key);
    }
}

}  // namespace depesche
