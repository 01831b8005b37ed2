#include <algorithm>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "base/parallel.h"
#include "brief/prepare.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "show/lines.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string file;
    std::vector<std::string> only;
    unsigned threads = 0;
};

MarkKinds kinds_of(const std::vector<std::string>& only) {
    const auto asked = [&](std::string_view kind) { return only.empty() || std::ranges::find(only, kind) != only.end(); };
    return {asked("quotes"), asked("times"), asked("names"), asked("figures")};
}

// Every line of the text is a passage of its own: paragraphs, headings.
std::vector<Passage> line_passages(std::string_view text) {
    std::vector<Passage> passages;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) passages.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, PassageKind::body});
        begin = end + 1;
    }
    return passages;
}

// Words that a medium cites stand a second time, with the medium as who said them: the corpora of quotations count both.
void repeat_cited(std::vector<Quote>& quotes) {
    std::vector<Quote> all;
    all.reserve(quotes.size());
    for (Quote& quote : quotes) {
        const bool twice = quote.cited && quote.type == QuoteType::direct && !quote.via.empty();
        all.push_back(quote);
        if (!twice) continue;
        Quote& passed_on = all.emplace_back(std::move(quote));
        passed_on.speaker = {passed_on.via.front()};
        passed_on.speaker_entity.reset();
        passed_on.via.clear();
    }
    quotes = std::move(all);
}

struct MarkedLine {
    std::string line;
    std::string foreign;   // code of the text's language when there is no data for it
    bool undated = false;  // a publication was given that is no date
};

MarkedLine marks_of(const Record& record, const Languages& languages, const MarkFinder& finder, MarkKinds kinds) {
    const SourceText source = decode(record.get("text"), Encoding::utf8).source;
    const std::string code = detect_language(source.text());
    const Language& language = language_for(code, languages);
    const auto published = parse_iso(record.get("published"));
    const bool undated = !record.get("published").empty() && (!published || !is_valid(*published));
    const MarkText text = make_mark_text(source.text(), line_passages(source.text()), undated ? std::nullopt : published, language);
    Marks marks = finder.find(text, language, kinds);
    repeat_cited(marks.quotes);
    const bool foreign = !code.empty() && languages.find(code) == nullptr;
    return {marks_line(record.get("id"), source, marks, kinds) + "\n", foreign ? code : std::string(), undated};
}

void tell_undated(const std::vector<MarkedLine>& lines) {
    const auto count = std::ranges::count_if(lines, &MarkedLine::undated);
    if (count == 0) return;
    warn(fmt::format("{} {} published on what is no date; times counted from it have no value", count,
                     count == 1 ? "text is" : "texts are"));
}

// Texts in a language without data are read with the words of the fallback; that is told once.
void tell_foreign(const std::vector<MarkedLine>& lines, const Languages& languages) {
    std::set<std::string> codes;
    std::size_t count = 0;
    for (const MarkedLine& line : lines) {
        if (line.foreign.empty()) continue;
        ++count;
        codes.insert(line.foreign);
    }
    if (count == 0) return;
    std::string list;
    for (const std::string& code : codes) list += (list.empty() ? "" : ", ") + code;
    warn(fmt::format("{} {} in a language there are no words for ({}), read as {}", count, count == 1 ? "text is" : "texts are", list,
                     languages.fallback().code));
}

int run(const Options& options) {
    const auto loaded = load_records(options.file, {"id", "text"});
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    const Languages languages;
    const MarkFinder finder(languages);
    const MarkKinds kinds = kinds_of(options.only);
    std::vector<MarkedLine> lines(loaded->records.size());
    for_each_index(lines.size(), options.threads,
                   [&](std::size_t i) { lines[i] = marks_of(loaded->records[i], languages, finder, kinds); });
    for (const MarkedLine& line : lines) {
        if (!print(line.line)) break;
    }
    tell_foreign(lines, languages);
    tell_undated(lines);
    return report(loaded->problems);
}

}  // namespace

Action add_marks(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("marks",
                           "Find quotes, times, names and figures in texts. Offsets count UTF-8 bytes of the text.\n"
                           "Example: depesche marks texts.jsonl    with lines {\"id\": .., \"text\": .., \"published\": ..}");
    command->add_option("FILE", options->file, "JSON lines with id, text and, where known, published; - for standard input")->required();
    command
        ->add_option("--only", options->only,
                     "Kinds of marks to give: quotes, times, names, figures; several with commas. Others are left out")
        ->delimiter(',')
        ->check(CLI::IsMember({"quotes", "times", "names", "figures"}));
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
