#include "page/closings.h"

#include <algorithm>

#include "base/begin_of.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t longest_signature = 120;  // bytes
constexpr std::size_t longest_name = 40;        // bytes
constexpr std::uint32_t longest_heading = 80;   // letters
constexpr std::size_t least_paragraphs = 2;     // of text before what closes it

// "Opa Ernst, 10.03.2026 10:12: Ich hab …"
bool is_signed(std::string_view line, const LineLook& look, const LineReader& reader) {
    if (has(look.cues, Cue::updated) || has(look.cues, Cue::published) || has(look.cues, Cue::note)) return false;
    const std::string_view begin = begin_of(line, longest_signature);
    const std::vector<LineDate> dates = reader.dates().read(begin);
    if (dates.empty() || !dates.front().value.has_clock() || !dates.front().value.has_day()) return false;
    std::string_view name = trim(begin.substr(0, dates.front().span.begin));
    // "Nachtrag 10.03.2026 10:12: …" has no mark behind its first word.
    if (name.empty() || std::string_view(",(|-").find(name.back()) == std::string_view::npos) return false;
    while (!name.empty() && std::string_view(",(|-").find(name.back()) != std::string_view::npos)
        name = trim(name.substr(0, name.size() - 1));
    const bool short_name = !name.empty() && name.size() <= longest_name && name.find_first_of(".:;!?") == std::string_view::npos &&
                            std::ranges::count(name, ' ') < 4;
    std::string_view behind = trim(begin.substr(dates.front().span.end));
    if (behind.starts_with(')')) behind = trim(behind.substr(1));
    return short_name && behind.starts_with(':');
}

class Closer {
public:
    Closer(const Page& page, const LineReader& reader, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
           std::vector<JudgedLine>& judged)
        : page_(page), reader_(reader), lines_(lines), looks_(looks), judged_(judged) {}

    void run() {
        close_comments();
        close_sections();
    }

private:
    [[nodiscard]] bool is_text(std::size_t i) const { return is_article_text(judged_[i].state.zone); }
    [[nodiscard]] bool is_short(std::size_t i) const { return looks_[i].letters < longest_heading && !looks_[i].ends_stop; }

    // The first line behind enough paragraphs.
    [[nodiscard]] std::size_t first_behind() const {
        std::size_t paragraphs = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (judged_[i].state.zone == ZoneKind::body && looks_[i].prose()) ++paragraphs;
            if (paragraphs == least_paragraphs) return i + 1;
        }
        return lines_.size();
    }

    [[nodiscard]] std::uint32_t letters_of_text(std::size_t begin, std::size_t end) const {
        std::uint32_t letters = 0;
        for (std::size_t i = begin; i < end; ++i) letters += is_text(i) ? looks_[i].letters : 0;
        return letters;
    }

    void turn(std::size_t i, ZoneKind zone) {
        if (is_text(i) || judged_[i].state.zone == ZoneKind::caption) judged_[i].state = {PagePart::behind, zone};
    }

    void close_comments() {
        std::size_t first = first_behind();
        while (first < lines_.size() && !(is_text(first) && is_signed(page_.source.view(lines_[first].span), looks_[first], reader_)))
            ++first;
        if (first >= lines_.size() || letters_of_text(first, lines_.size()) > letters_of_text(0, first)) return;
        if (is_short(first - 1)) turn(first - 1, ZoneKind::boilerplate);
        for (std::size_t i = first; i < lines_.size(); ++i) turn(i, ZoneKind::comment);
    }

    // "Über die Alte Ziegelei": the sender's own description, on a page that says it is a release.
    [[nodiscard]] bool tells_of_sender(std::size_t i) const { return released_ && has(looks_[i].cues, Cue::sender); }

    // A section runs from its heading to the next heading.
    void close_sections() {
        released_ = std::ranges::any_of(
            looks_, [](const LineLook& look) { return look.letters < longest_heading && has(look.cues, Cue::release); });
        bool closed = false;
        for (std::size_t i = first_behind(); i < lines_.size(); ++i) {
            const bool heading = judged_[i].state.zone == ZoneKind::crosshead || (is_text(i) && is_short(i));
            if (heading) closed = is_short(i) && (has(looks_[i].cues, Cue::appendix) || tells_of_sender(i));
            if (closed) turn(i, ZoneKind::boilerplate);
        }
    }

    const Page& page_;
    const LineReader& reader_;
    const std::vector<PageLine>& lines_;
    const std::vector<LineLook>& looks_;
    std::vector<JudgedLine>& judged_;
    bool released_ = false;
};

}  // namespace

void judge_closings(const Page& page, const LineReader& reader, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                    std::vector<JudgedLine>& judged) {
    Closer(page, reader, lines, looks, judged).run();
}

}  // namespace depesche
