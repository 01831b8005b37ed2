#include "brief/quote_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "brief/drift.h"
#include "brief/likeness.h"

namespace depesche {
namespace {

// Found by reading the quotes of real and invented piles; doc/measured/brief.md says on what.
constexpr float same_speaker_share = 0.6F;  // of the shorter wording's words, when the speaker is the same
constexpr float open_speaker_share = 0.8F;  // when one side names none
constexpr float indirect_share = 0.7F;      // the reporter's words, which differ more
constexpr float inner_share = 0.55F;        // matched words between the first and the last matched one
constexpr float same_words_share = 0.85F;   // for "the same words by another speaker"
constexpr std::uint32_t least_words = 4;
constexpr std::uint32_t least_content = 2;
constexpr std::uint32_t least_bytes = 20;  // of equal words by two speakers: shorter ones are set phrases

// Utterances of one wording, type and speaker; of one report when the speaker is open.
struct Node {
    std::vector<std::uint32_t> members;
    std::uint32_t wording = 0;
};

struct Edge {
    float strength = 0;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
};

float share(std::uint32_t part, std::uint32_t whole) { return whole == 0 ? 0 : static_cast<float>(part) / static_cast<float>(whole); }

class Grouping {
public:
    Grouping(const StoryText& text, const std::vector<Utterance>& utterances) : text_(text), utterances_(utterances) {
        make_nodes();
        join_equal_wordings();
        join_like_wordings();
        std::ranges::stable_sort(edges_, [](const Edge& a, const Edge& b) {
            return a.strength != b.strength ? a.strength > b.strength : a.left != b.left ? a.left < b.left : a.right < b.right;
        });
        parent_.resize(nodes_.size());
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (std::uint32_t n = 0; n < nodes_.size(); ++n) clusters_.push_back({n});
        for (const Edge& edge : edges_) join(edge.left, edge.right);
    }

    QuoteGroups result() {
        QuoteGroups out;
        std::map<std::uint32_t, QuoteGroup> groups;
        for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
            QuoteGroup& group = groups[root(n)];
            group.insert(group.end(), nodes_[n].members.begin(), nodes_[n].members.end());
        }
        std::map<std::uint32_t, std::uint32_t> group_of_utterance;
        for (auto& [key, group] : groups) {
            std::ranges::sort(group);
            out.groups.push_back(std::move(group));
        }
        std::ranges::sort(out.groups);
        for (std::uint32_t g = 0; g < out.groups.size(); ++g) {
            for (const std::uint32_t member : out.groups[g]) group_of_utterance[member] = g;
        }
        for (const auto& [left, right, sure] : rivals_) add_rivals(out, group_of_utterance, left, right, sure);
        tidy(out.other_speakers);
        return out;
    }

private:
    struct Rivals {
        std::uint32_t left = 0;  // nodes
        std::uint32_t right = 0;
        bool sure = false;
    };

    const Utterance& first(std::uint32_t node) const { return utterances_[nodes_[node].members.front()]; }

    static std::string key_of(const Utterance& u) {
        std::string key(1, u.direct ? 'd' : 'i');
        for (const UtteredWord& word : u.words) key.append(reinterpret_cast<const char*>(&word.form), sizeof word.form);
        return key;
    }

    std::string speaker_key(const Utterance& u) const {
        std::string key(1, u.group ? 'g' : u.speaker.empty() ? 'r' : 't');
        if (!u.group) return key.append(u.speaker.empty() ? std::to_string(u.report) : fold(u.speaker));
        const std::string_view surname = text_.names().surname(*u.group);
        return key.append(surname.empty() ? std::to_string(*u.group) : std::string(surname));
    }

    void make_nodes() {
        std::unordered_map<std::string, std::uint32_t> wordings;
        std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> known;
        for (std::uint32_t u = 0; u < utterances_.size(); ++u) {
            const auto [wording, fresh_wording] = wordings.emplace(key_of(utterances_[u]), static_cast<std::uint32_t>(by_wording_.size()));
            if (fresh_wording) by_wording_.emplace_back();
            const auto [node, fresh] =
                known.emplace(std::pair(wording->second, speaker_key(utterances_[u])), static_cast<std::uint32_t>(nodes_.size()));
            if (fresh) {
                nodes_.push_back({{}, wording->second});
                by_wording_[wording->second].push_back(node->second);
            }
            nodes_[node->second].members.push_back(u);
        }
    }

    // All nodes of one wording; each is tied to the first, and to the first with a speaker.
    void join_equal_wordings() {
        for (const std::vector<std::uint32_t>& nodes : by_wording_) {
            for (std::size_t i = 0; i < nodes.size() && i < list_limit; ++i) {
                for (std::size_t j = i + 1; j < nodes.size() && j < i + list_limit; ++j) consider(nodes[i], nodes[j], true);
            }
        }
    }

    // Wordings that share a word that few have.
    void join_like_wordings() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> lists;  // stem -> wordings
        for (std::uint32_t w = 0; w < by_wording_.size(); ++w) {
            for (const std::uint32_t stem : stems(w)) lists[stem].push_back(w);
        }
        std::vector<std::uint32_t> shared(by_wording_.size(), 0);
        std::vector<std::uint32_t> touched;
        for (std::uint32_t w = 0; w < by_wording_.size(); ++w) {
            const std::vector<std::uint32_t> own = stems(w);
            for (const std::uint32_t stem : own) {
                if (lists[stem].size() > list_limit) continue;
                for (const std::uint32_t other : lists[stem]) {
                    if (other >= w) break;
                    if (shared[other]++ == 0) touched.push_back(other);
                }
            }
            for (const std::uint32_t other : touched) {
                const std::size_t smaller = std::min(own.size(), sizes_[other]);
                if (share_enough(std::exchange(shared[other], 0), smaller)) consider_all(by_wording_[other], by_wording_[w]);
            }
            touched.clear();
            sizes_.push_back(own.size());
        }
    }

    // Half of the telling words of the shorter; a single word is enough only for a piece that a headline took.
    static bool share_enough(std::uint32_t shared, std::size_t smaller) { return 2 * std::size_t{shared} >= smaller; }

    void consider_all(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
        for (const std::uint32_t a : left) {
            for (const std::uint32_t b : right) consider(a, b, false);
        }
    }

    std::vector<std::uint32_t> stems(std::uint32_t wording) const {
        std::vector<std::uint32_t> out;
        for (const UtteredWord& word : first(by_wording_[wording].front()).words) {
            const WordForm& form = text_.vocabulary().form(word.form);
            if (!form.stop) out.push_back(form.stem);
        }
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void consider(std::uint32_t a, std::uint32_t b, bool equal) {
        const Utterance& left = first(a);
        const Utterance& right = first(b);
        if (left.direct != right.direct) return;
        const SpeakerRelation relation = relate_speakers(text_, left, right);
        const WordingMatch match = match_wordings(text_, left, right);
        if (relation == SpeakerRelation::different) {
            note_rivals(a, b, match);
            return;
        }
        const bool within = (is_part(left, right) || is_part(right, left)) && share_a_report(a, b);
        if (!equal && !within && !is_alike(match, relation, left.direct)) return;
        float strength = share(match.matched, match.shorter) + share(match.matched, std::max<std::uint32_t>(match.inner, 1));
        if (relation == SpeakerRelation::same) strength += 1;
        if (within) strength += 4;  // a headline's words belong to the report's own quote first
        edges_.push_back({strength, a, b});
    }

    // Short words of one person that differ in one place alone: "Es war kein Schicksal, es war Schlamperei".
    static bool is_nearly_equal(const WordingMatch& match) {
        return match.shorter >= least_words - 1 && match.content >= 1 && share(match.matched, match.shorter) >= open_speaker_share &&
               match.changes.size() <= 1 && share(match.matched, match.inner) >= inner_share;
    }

    static bool is_alike(const WordingMatch& match, SpeakerRelation relation, bool direct) {
        if (direct && relation == SpeakerRelation::same && is_nearly_equal(match)) return true;
        const float needed = !direct ? indirect_share : relation == SpeakerRelation::same ? same_speaker_share : open_speaker_share;
        return match.shorter >= least_words - 1 && match.content >= least_content && share(match.matched, match.shorter) >= needed &&
               share(match.matched, match.inner) >= inner_share;
    }

    // Equal words that are long enough not to be a set phrase, or long and nearly equal ones.
    bool are_the_same_words(std::uint32_t a, std::uint32_t b, const WordingMatch& match) const {
        if (match.shorter < least_words || match.content == 0) return false;
        if (nodes_[a].wording == nodes_[b].wording)
            return first(a).words.back().span.end - first(a).words.front().span.begin >= least_bytes;
        return match.content >= least_content && share(match.matched, match.shorter) >= same_words_share &&
               share(match.matched, match.inner) >= same_words_share;
    }

    void note_rivals(std::uint32_t a, std::uint32_t b, const WordingMatch& match) {
        const Utterance& left = first(a);
        const Utterance& right = first(b);
        if (left.report == right.report || !are_the_same_words(a, b, match)) return;
        const auto is_named_person = [&](const Utterance& u) {
            return u.group && u.by_name && text_.names().groups()[*u.group].kind == NameKind::person;
        };
        rivals_.push_back({a, b, left.direct && is_named_person(left) && is_named_person(right)});
    }

    std::uint32_t root(std::uint32_t node) const {
        while (parent_[node] != node) node = parent_[node];
        return node;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b || !may_join(clusters_[a], clusters_[b])) return;
        if (clusters_[a].size() < clusters_[b].size()) std::swap(a, b);
        parent_[b] = a;
        clusters_[a].insert(clusters_[a].end(), clusters_[b].begin(), clusters_[b].end());
        clusters_[b].clear();
    }

    bool may_join(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) const {
        if (left.size() * right.size() > list_limit * list_limit) return false;
        for (const std::uint32_t a : left) {
            for (const std::uint32_t b : right) {
                if (relate_speakers(text_, first(a), first(b)) == SpeakerRelation::different) return false;
                if (nodes_[a].wording != nodes_[b].wording && share_a_report(a, b) && !is_part(first(a), first(b)) &&
                    !is_part(first(b), first(a)))
                    return false;
            }
        }
        return true;
    }

    bool share_a_report(std::uint32_t a, std::uint32_t b) const {
        auto i = nodes_[a].members.begin();
        auto j = nodes_[b].members.begin();
        while (i != nodes_[a].members.end() && j != nodes_[b].members.end()) {
            const std::uint32_t left = utterances_[*i].report;
            const std::uint32_t right = utterances_[*j].report;
            if (left == right) return true;
            if (left < right) ++i;
            else ++j;
        }
        return false;
    }

    void add_rivals(QuoteGroups& out, const std::map<std::uint32_t, std::uint32_t>& groups, std::uint32_t left, std::uint32_t right,
                    bool sure) const {
        const std::uint32_t a = groups.at(nodes_[left].members.front());
        const std::uint32_t b = groups.at(nodes_[right].members.front());
        if (a != b) out.other_speakers.push_back({std::min(a, b), std::max(a, b), sure});
    }

    static void tidy(std::vector<QuoteGroups::OtherSpeaker>& pairs) {
        const auto order = [](const QuoteGroups::OtherSpeaker& p) { return std::tuple(p.left, p.right, !p.sure); };
        std::ranges::sort(pairs, {}, order);
        const auto equal = [](const auto& a, const auto& b) { return a.left == b.left && a.right == b.right; };
        pairs.erase(std::unique(pairs.begin(), pairs.end(), equal), pairs.end());
    }

    const StoryText& text_;
    const std::vector<Utterance>& utterances_;
    std::vector<Node> nodes_;
    std::vector<std::vector<std::uint32_t>> by_wording_;  // wording -> nodes
    std::vector<std::size_t> sizes_;                      // wording -> how many telling words it has
    std::vector<Edge> edges_;
    std::vector<Rivals> rivals_;
    std::vector<std::uint32_t> parent_;
    std::vector<std::vector<std::uint32_t>> clusters_;
};

}  // namespace

SpeakerRelation relate_speakers(const StoryText& text, const Utterance& left, const Utterance& right) {
    if (left.group && right.group)
        return text.names().may_be_one(*left.group, *right.group) ? SpeakerRelation::same : SpeakerRelation::different;
    if (left.group || right.group || left.speaker.empty() || right.speaker.empty()) return SpeakerRelation::unknown;
    const std::string a = fold(left.speaker);
    const std::string b = fold(right.speaker);
    const bool inside = a.find(b) != std::string::npos || b.find(a) != std::string::npos;
    const bool one_head = a.substr(0, a.find(' ')) == b.substr(0, b.find(' '));  // "Rettungsdienst in Bernau", "Rettungsdienst"
    return inside || one_head ? SpeakerRelation::same : SpeakerRelation::different;
}

bool is_part(const Utterance& part, const Utterance& whole) {
    const auto same = [](const UtteredWord& a, const UtteredWord& b) { return a.form == b.form; };
    return std::search(whole.words.begin(), whole.words.end(), part.words.begin(), part.words.end(), same) != whole.words.end();
}

QuoteGroups group_quotes(const StoryText& text, const std::vector<Utterance>& utterances) { return Grouping(text, utterances).result(); }

}  // namespace depesche
