#include "read/html_tokens.h"

#include <lexbor/html/tokenizer.h>
#include <lexbor/html/tokenizer/state.h>
#include <lexbor/ns/const.h>
#include <lexbor/tag/tag.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "read/limits.h"

namespace depesche {
namespace {

constexpr std::array<std::pair<std::string_view, HtmlName>, 24> attribute_names = {{
    {"alt", HtmlName::alt},
    {"aria-hidden", HtmlName::aria_hidden},
    {"aria-label", HtmlName::aria_label},
    {"charset", HtmlName::charset},
    {"class", HtmlName::classes},
    {"content", HtmlName::content},
    {"data-component", HtmlName::data_test},
    {"data-qa", HtmlName::data_test},
    {"data-test", HtmlName::data_test},
    {"data-testid", HtmlName::data_test},
    {"datetime", HtmlName::datetime},
    {"hidden", HtmlName::hidden},
    {"href", HtmlName::href},
    {"http-equiv", HtmlName::http_equiv},
    {"id", HtmlName::id},
    {"itemprop", HtmlName::itemprop},
    {"itemtype", HtmlName::itemtype},
    {"name", HtmlName::name},
    {"property", HtmlName::property},
    {"rel", HtmlName::rel},
    {"role", HtmlName::role},
    {"src", HtmlName::src},
    {"style", HtmlName::style},
    {"title", HtmlName::title},
}};

std::optional<HtmlName> known_attribute(std::string_view name) {
    if (name == "type") return HtmlName::type;
    const auto it = std::ranges::lower_bound(attribute_names, name, {}, &std::pair<std::string_view, HtmlName>::first);
    if (it == attribute_names.end() || it->first != name) return std::nullopt;
    return it->second;
}

struct Tokenizing {
    std::string_view page;
    HtmlTokenSink* sink = nullptr;
    HtmlToken token;

    [[nodiscard]] Span span_of(const lxb_char_t* begin, const lxb_char_t* end) const {
        const auto* base = reinterpret_cast<const lxb_char_t*>(page.data());
        if (begin == nullptr || end == nullptr || begin < base || end < begin || end > base + page.size()) return {};
        return {static_cast<std::uint32_t>(begin - base), static_cast<std::uint32_t>(end - base)};
    }

    void take_attributes(const lxb_html_token_t& from) {
        token.attributes.clear();
        for (const lxb_html_token_attr_t* attribute = from.attr_first; attribute != nullptr; attribute = attribute->next) {
            std::size_t length = 0;
            const lxb_char_t* name = lxb_html_token_attr_name(const_cast<lxb_html_token_attr_t*>(attribute), &length);
            if (name == nullptr) continue;
            const auto known = known_attribute({reinterpret_cast<const char*>(name), length});
            if (known) token.attributes.push_back({*known, span_of(attribute->value_begin, attribute->value_end)});
        }
    }

    bool take(const lxb_html_token_t& from) {
        token.span = span_of(from.begin, from.end);
        if (from.tag_id == LXB_TAG__TEXT) {
            token.kind = HtmlTokenKind::text;
            token.text = {reinterpret_cast<const char*>(from.text_start), static_cast<std::size_t>(from.text_end - from.text_start)};
            return sink->take(token);
        }
        if (from.tag_id < LXB_TAG__BEGIN) return true;
        token.kind = (from.type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0 ? HtmlTokenKind::close : HtmlTokenKind::open;
        token.self_closing = (from.type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF) != 0;
        token.name = "?";
        if (from.tag_id < LXB_TAG__LAST_ENTRY) {
            std::size_t length = 0;
            const lxb_char_t* name = lxb_tag_name_by_id(from.tag_id, &length);
            if (name != nullptr) token.name = {reinterpret_cast<const char*>(name), length};
        }
        take_attributes(from);
        return sink->take(token);
    }
};

lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context) {
    Tokenizing& run = *static_cast<Tokenizing*>(context);
    const bool open = token->tag_id >= LXB_TAG__BEGIN && (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) == 0;
    if (!run.take(*token)) {
        tokenizer->status = LXB_STATUS_STOP;
        return nullptr;
    }
    // The one place where the standard lets the tree speak to the tokenizer: what is inside script, style and title is no markup.
    if (open) lxb_html_tokenizer_set_state_by_tag(tokenizer, true, token->tag_id, LXB_NS_HTML);
    return token;
}

// Where a tag with too many attributes begins, or the end. lexbor keeps every name of one tag in a table of fixed size, so that a
// tag with millions of them would cost quadratic time.
std::size_t sane_end(std::string_view page) {
    for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
        const std::size_t end = std::min(page.find('>', at), page.size());
        if (end - at < limits::html_tag_blanks) continue;
        const std::string_view tag = page.substr(at, end - at);
        const auto blanks = std::ranges::count_if(tag, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '/'; });
        if (static_cast<std::size_t>(blanks) > limits::html_tag_blanks && tag.size() > 1 && is_letter(static_cast<unsigned char>(tag[1])))
            return at;
        at = end - 1;
    }
    return page.size();
}

}  // namespace

bool tokenize_html(std::string_view page, HtmlTokenSink& sink) {
    const std::size_t end = sane_end(page);
    const std::unique_ptr<lxb_html_tokenizer_t, decltype(&lxb_html_tokenizer_destroy)> tokenizer(lxb_html_tokenizer_create(),
                                                                                                 &lxb_html_tokenizer_destroy);
    if (!tokenizer || lxb_html_tokenizer_init(tokenizer.get()) != LXB_STATUS_OK) return false;
    lxb_html_tokenizer_tags_make(tokenizer.get(), 64);
    lxb_html_tokenizer_attrs_make(tokenizer.get(), 4096);
    // Of attributes given twice the first counts (attribute_span finds it first); lexbor's own check is quadratic.
    tokenizer->opt |= LXB_HTML_TOKENIZER_OPT_ATTR_KEEP_DUPLICATE;
    Tokenizing run{page, &sink, {}};
    lxb_html_tokenizer_callback_token_done_set(tokenizer.get(), on_token, &run);
    if (lxb_html_tokenizer_begin(tokenizer.get()) == LXB_STATUS_OK &&
        lxb_html_tokenizer_chunk(tokenizer.get(), reinterpret_cast<const lxb_char_t*>(page.data()), end) == LXB_STATUS_OK) {
        lxb_html_tokenizer_end(tokenizer.get());
    }
    lxb_html_tokenizer_tags_destroy(tokenizer.get());
    lxb_html_tokenizer_attrs_destroy(tokenizer.get());
    return end == page.size();
}

}  // namespace depesche
