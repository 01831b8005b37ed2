#include "store/joined_rows.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <utility>

#include "store/stored_stream.h"

namespace depesche {
namespace {

Result<std::vector<std::string>> texts(const Database& database, std::string_view sql, const std::string& value) {
    std::vector<std::string> found;
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    auto done = for_each_row(statement->with(value), [&](const Statement& row) -> Result<bool> {
        found.emplace_back(row.text(0));
        return true;
    });
    if (!done) return done.error();
    return found;
}

// A topic's place in the order of its name's piece: time (unknown last), then hash.
Result<std::pair<std::int64_t, std::string>> order_of(const Database& database, const std::string& topic) {
    auto statement = database.prepare("SELECT published, crawled FROM pieces JOIN pages ON id = page WHERE sha256 = ?");
    if (!statement) return statement.error();
    auto row = statement->with(topic).step();
    if (!row) return row.error();
    ListedPiece times;
    if (*row) {
        times.published = statement->text(0);
        times.crawled = statement->text(1);
    }
    return std::pair(piece_minute(piece_of(times)).value_or(INT64_MAX), topic);
}

// Topics whose joins may be others now, and what they come to.
class TopicJoins {
public:
    explicit TopicJoins(const Database& database) : database_(database) {}

    void add(const std::string& topic) {
        if (!topic.empty() && reached_.insert(topic).second) waiting_.push_back(topic);
    }

    // Topics that were one with those added come into the play first; then each set that stories connect now is written.
    Result<bool> write() {
        if (auto done = reach("SELECT b.topic FROM joined_topics AS a JOIN joined_topics AS b ON b.joined = a.joined WHERE a.topic = ?");
            !done)
            return done;
        for (const std::string& topic : reached_) {
            if (auto done = database_.run("DELETE FROM joined_topics WHERE topic = ?", topic); !done) return done;
        }
        const std::set<std::string> begin = std::exchange(reached_, {});
        std::set<std::string> written;
        for (const std::string& topic : begin) {
            if (written.contains(topic)) continue;
            reached_.clear();
            add(topic);
            if (auto done = reach("SELECT DISTINCT b.topic FROM joined_stories AS a JOIN joined_stories AS b ON b.joined = a.joined "
                                  "WHERE a.topic = ?");
                !done)
                return done;
            written.insert(reached_.begin(), reached_.end());
            if (auto done = write_one(); !done) return done;
        }
        return true;
    }

private:
    // Adds what the query gives for each topic that is reached.
    Result<bool> reach(std::string_view sql) {
        while (!waiting_.empty()) {
            const std::string topic = std::move(waiting_.front());
            waiting_.pop_front();
            const auto others = texts(database_, sql, topic);
            if (!others) return others.error();
            for (const std::string& other : *others) add(other);
        }
        return true;
    }

    Result<bool> write_one() {
        if (reached_.size() < 2) return true;
        std::pair<std::int64_t, std::string> first(INT64_MAX, {});
        for (const std::string& topic : reached_) {
            auto order = order_of(database_, topic);
            if (!order) return order.error();
            if (first.second.empty() || *order < first) first = std::move(*order);
        }
        for (const std::string& topic : reached_) {
            auto done = database_.run("INSERT OR REPLACE INTO joined_topics VALUES(?, ?)", topic, first.second);
            if (!done) return done;
        }
        return true;
    }

    const Database& database_;
    std::set<std::string> reached_;
    std::deque<std::string> waiting_;
};

}  // namespace

Result<std::vector<std::string>> joined_with(const Database& database, const std::string& story) {
    return texts(database, "SELECT b.story FROM joined_stories AS a JOIN joined_stories AS b ON b.joined = a.joined WHERE a.story = ?",
                 story);
}

Result<std::string> topic_of(const Database& database, const std::string& story) {
    const auto topic = texts(database, "SELECT topic FROM story_pieces JOIN pages ON id = page WHERE sha256 = ?", story);
    if (!topic) return topic.error();
    return topic->empty() ? std::string() : topic->front();
}

Result<Rejoined> replace_joins_of(const Database& database, const std::set<std::string>& stories, std::span<const JoinedStory> joins) {
    Rejoined result;
    TopicJoins topics(database);
    auto before = database.prepare("SELECT joined, topic FROM joined_stories WHERE story = ?");
    auto erase = database.prepare("DELETE FROM joined_stories WHERE story = ?");
    auto insert = database.prepare("INSERT INTO joined_stories VALUES(?, ?, ?)");
    if (!before || !erase || !insert) return !before ? before.error() : !erase ? erase.error() : insert.error();
    for (const std::string& story : stories) {
        result.before[story] = result.after[story] = story;
        auto known = before->with(story).step();
        if (!known) return known.error();
        if (!*known) continue;
        result.before[story] = before->text(0);
        topics.add(std::string(before->text(1)));
        before->reset();
        if (auto done = erase->with(story).run(); !done) return done.error();
    }
    for (const JoinedStory& join : joins) {
        result.after[join.story] = join.joined;
        topics.add(join.topic);
        if (auto done = insert->with(join.story, join.joined, join.topic).run(); !done) return done.error();
    }
    before->reset();
    if (auto done = topics.write(); !done) return done.error();
    return result;
}

Result<Rejoined> replace_joins(const Database& database, std::span<const JoinedStory> joins) {
    std::set<std::string> stories;
    const auto known = texts(database, "SELECT story FROM joined_stories WHERE story <> ?", "");
    if (!known) return known.error();
    stories.insert(known->begin(), known->end());
    for (const JoinedStory& join : joins) stories.insert(join.story);
    return replace_joins_of(database, stories, joins);
}

}  // namespace depesche
