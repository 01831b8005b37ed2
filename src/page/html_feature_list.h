// The features of html_features.h by name. The order is that of the numbers in a row.
#pragma once

// clang-format off
#define DEPESCHE_HTML_FEATURES(X) \
    X(text_odds) X(text_odds_before) X(text_odds_behind) \
    X(letters) X(words) X(capital_share) X(stop_share) X(foreign_words) X(separators) X(ends_stop) X(ends_colon) X(ends_open) \
    X(two_sentences) X(begins_small) X(begins_quote) X(no_letters) X(question) X(has_date) X(date_line) X(name_line) X(credit_line) \
    X(ends_credit) X(furniture) X(running) X(times) X(shared) X(cited) X(in_title) X(is_title) \
    X(linked) X(strong) X(hidden) X(tag) X(heading) X(list_item) X(cell) X(same_signature) X(signature_letters) X(signature_mean) \
    X(signature_running) X(signature_linked) \
    X(block_letters) X(block_linked) X(block_lines) X(up_letters) X(up_linked) X(up_lines) X(up_running) X(up_first) \
    X(upper_letters) X(upper_linked) X(upper_lines) X(upper_running) X(upper_first) \
    X(main_up) X(main_down) X(main_letters) X(main_linked) X(main_first) X(main_left) \
    X(running_above) X(running_below) X(running_before) X(running_behind) X(window_letters) X(window_linked) \
    X(letters_before) X(letters_behind) X(linked_before) X(linked_behind) X(tag_before) X(tag_behind) X(same_block_before) \
    X(same_block_behind) X(heading_above) X(heading_distance) X(heading_related) X(heading_comments) X(related_above) X(comments_above) \
    X(body_given) X(body_share) X(description_share) X(siblings_above) X(siblings_below) X(comment) X(near_good) X(near_bad) X(cues_furniture) X(cues_other) X(cues_pay) X(cues_author) X(cues_topics) X(cues_credit) X(cues_comments) \
    X(line_share) X(page_lines) X(page_running) X(page_linked)
// clang-format on
