// Brief cache: briefs of stories as they were last asked for. A key names the story and all that its brief depends on.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include <depesche/brief.h>
#include <depesche/result.h>

namespace depesche {

using SharedBrief = std::shared_ptr<const Brief>;

// Keeps the newest `most` briefs that are not too long. For any thread; two that ask for one brief at the same time may both make it.
class BriefCache {
public:
    explicit BriefCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    void clear();  // what was given out lives on with its users
    [[nodiscard]] Result<SharedBrief> get(const std::string& key, const std::function<Result<Brief>()>& make);

private:
    struct Kept {
        std::string key;
        SharedBrief brief;
        std::size_t bytes = 0;
    };
    void keep(const std::string& key, const SharedBrief& brief);

    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::mutex mutex_;
    std::list<Kept> kept_;  // last asked for first
    std::unordered_map<std::string, std::list<Kept>::iterator> places_;
};

}  // namespace depesche
