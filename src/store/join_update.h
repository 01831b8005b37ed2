// Join update: stories of a store joined over language borders when they are brought up to date.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "language/language.h"
#include "store/language_joins.h"
#include "store/meanings.h"

namespace depesche {

// True when stories were last joined with this encoder, or, where `source` has none, are as words made them.
[[nodiscard]] Result<bool> joined_by(const Database& database, const MeaningSource& source);

class JoinUpdate {
public:
    // All arguments must outlive it.
    JoinUpdate(const Database& database, const Languages& languages, const MeaningSource& source, unsigned threads)
        : database_(database), languages_(languages), source_(source), threads_(threads) {}

    // Makes the vectors that are missing and finds the pairs of the days that changed; of a pile, only the vectors. Not within a
    // transaction.
    [[nodiscard]] Result<bool> find(bool pile);

    // Within the transaction, after the stories of words: writes pairs and joins. `touched`: stories that words changed.
    [[nodiscard]] Result<Rejoined> write(const std::set<std::string>& touched);

    // Why stories of different languages that met were not joined.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

private:
    [[nodiscard]] Result<bool> find_problem();
    [[nodiscard]] Result<bool> find_pile_vectors();
    [[nodiscard]] Result<Rejoined> take_back();
    [[nodiscard]] Result<Rejoined> write_pile();
    [[nodiscard]] Result<Rejoined> write_stream(const std::set<std::string>& touched);
    [[nodiscard]] Result<bool> note_state(std::int64_t paired, std::int64_t joined) const;

    const Database& database_;
    const Languages& languages_;
    const MeaningSource& source_;
    unsigned threads_;
    bool pile_ = false;
    std::int64_t encoder_ = 0;
    bool all_days_ = false;  // the pairs that are stored are of another encoder, or of none
    std::vector<PieceDay> days_;
    std::vector<LikelyPair> pairs_;
    std::map<std::string, std::shared_ptr<const MeaningVector>> vectors_;  // of a pile, by hash
    std::optional<Error> problem_;
};

}  // namespace depesche
