// Reports with marks set by hand, so that the parts of a brief are judged without the rooms above them.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/moment.h"
#include "base/utf8.h"
#include "brief/brief_words.h"
#include "brief/likeness.h"
#include "brief/prepared.h"
#include "brief/story_names.h"
#include "brief/story_text.h"
#include "marks/find_marks.h"
#include "read/page.h"

namespace depesche::test {

inline const Languages& languages() {
    static const Languages known;
    return known;
}

inline const PileNames& pile_names() {
    static const PileNames known(languages());
    return known;
}

inline const BriefLexicon& lexicon() {
    static const BriefLexicon known(languages());
    return known;
}

// One report: paragraphs, then marks found by their words. Marks must be added in text order.
class MadeReport {
public:
    explicit MadeReport(const std::vector<std::pair<PassageKind, std::string>>& paragraphs, std::string_view published = "") {
        std::string text;
        std::vector<Passage> passages;
        for (const auto& [kind, words] : paragraphs) {
            const auto begin = static_cast<std::uint32_t>(text.size());
            text += words + "\n";
            passages.push_back({{begin, begin + static_cast<std::uint32_t>(words.size())}, kind});
        }
        Result<Page> page = make_page({"made.txt", text, "", "", ""});
        if (!page) throw std::runtime_error(page.error().reason);
        report_->page = std::move(*page);
        report_->language = &languages().fallback();
        report_->text = make_mark_text(report_->page.source.text(), std::move(passages), parse_iso(published), *report_->language);
        if (report_->text.published) report_->article.published = DateField{*report_->text.published, {}};
    }

    Span find(std::string_view words, std::size_t from = 0) const {
        const std::size_t at = report_->text.text.find(words, from);
        if (at == std::string_view::npos) throw std::runtime_error("no such words: " + std::string(words));
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    }

    // A name of the entity; the entity is made when it is not known by this name. Names are kept in text order.
    MadeReport& name(std::string_view words, NameKind kind, std::string_view entity, std::string_view role = "") {
        Marks& marks = report_->marks;
        std::uint32_t index = 0;
        while (index < marks.entities.size() && marks.entities[index].name != entity) ++index;
        if (index == marks.entities.size()) marks.entities.push_back({kind, std::string(entity), {}, {}});
        if (!role.empty()) marks.entities[index].roles.push_back(find(role));
        marks.entities[index].names.push_back(static_cast<std::uint32_t>(marks.names.size()));
        marks.names.push_back({find(words, marks.names.empty() ? 0 : marks.names.back().span.end), kind, index, 0.9F});
        return *this;
    }
    MadeReport& person(std::string_view words, std::string_view entity, std::string_view role = "") {
        return name(words, NameKind::person, entity, role);
    }
    MadeReport& place(std::string_view words) { return name(words, NameKind::place, words); }

    MadeReport& time(std::string_view words, std::string_view value, bool background = false) {
        Time time;
        time.span = find(words);
        time.value = value;
        time.type = value.starts_with('P') ? TimeType::duration : TimeType::date;
        const std::size_t part = value.find('T');  // "2031-05-07TEV": its moment is the day
        const bool named = part != std::string_view::npos && part + 1 < value.size() && (value[part + 1] < '0' || value[part + 1] > '9');
        time.moment = parse_iso(named ? value.substr(0, part) : value);
        time.background = background;
        report_->marks.times.push_back(time);
        return *this;
    }

    // The figure, what it counts (its word stands where `of` is found behind the figure), unit.
    MadeReport& figure(std::string_view words, double value, std::string_view of = "", std::string_view unit = "",
                       FigureKind kind = FigureKind::exact) {
        Figure figure;
        figure.span = find(words, report_->marks.figures.empty() ? 0 : report_->marks.figures.back().span.end);
        figure.value = value;
        figure.unit = unit;
        figure.kind = kind;
        if (!of.empty()) {
            figure.of_span = find(of, figure.span.begin);
            figure.of = to_lower(of);
        }
        report_->marks.figures.push_back(figure);
        return *this;
    }
    MadeReport& updated() {
        report_->marks.figures.back().update = true;
        return *this;
    }

    // A quote by the entity of that name (empty: speaker unsure), said with these speaker words.
    MadeReport& quote(std::string_view words, std::string_view speaker, std::string_view entity = "", QuoteType type = QuoteType::direct) {
        Quote quote;
        quote.type = type;
        quote.parts.push_back(find(words, report_->marks.quotes.empty() ? 0 : report_->marks.quotes.back().parts.back().end));
        quote.confidence = 0.9F;
        if (!speaker.empty()) quote.speaker.push_back(find(speaker, quote.parts.back().end));
        for (std::uint32_t e = 0; e < report_->marks.entities.size(); ++e) {
            if (!entity.empty() && report_->marks.entities[e].name == entity) quote.speaker_entity = e;
        }
        report_->marks.quotes.push_back(quote);
        return *this;
    }

    Prepared& prepared() { return *report_; }

private:
    std::shared_ptr<Prepared> report_ = std::make_shared<Prepared>();  // shared with copies: a Prepared must not move
};

// A story of made reports, in the order given, with everything that comparing needs. Stays where it is made.
class MadeStory {
public:
    explicit MadeStory(std::vector<MadeReport> reports) : made_(std::move(reports)) {
        for (std::uint32_t r = 0; r < made_.size(); ++r) {
            made_[r].prepared().page_index = r;
            made_[r].prepared().page.stored.path = "made" + std::to_string(r) + ".txt";
            order_.push_back(&made_[r].prepared());
        }
        story_.reports = order_;
        names_ = std::make_unique<StoryNames>(story_, pile_names());
        text_ = std::make_unique<StoryText>(story_, *names_, lexicon());
        likenesses_ = find_likenesses(*text_);
    }
    MadeStory(const MadeStory&) = delete;
    MadeStory& operator=(const MadeStory&) = delete;

    const StoryText& text() const { return *text_; }
    const std::vector<Likeness>& likenesses() const { return likenesses_; }
    std::size_t size() const { return made_.size(); }

private:
    std::vector<MadeReport> made_;
    std::vector<const Prepared*> order_;
    StoryReports story_;
    std::unique_ptr<StoryNames> names_;
    std::unique_ptr<StoryText> text_;
    std::vector<Likeness> likenesses_;
};

inline MadeReport body(const std::string& words) { return MadeReport({{PassageKind::body, words}}); }

}  // namespace depesche::test
