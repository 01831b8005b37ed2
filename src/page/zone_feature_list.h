// The features of the zone model by name, but for those of cues; see zone_features.h. The order is that of the numbers.
#pragma once

// clang-format off
#define DEPESCHE_ZONE_FEATURES(X) \
    X(always) X(chars_to_15) X(chars_to_30) X(chars_to_60) X(chars_to_100) X(chars_to_160) X(chars_to_260) X(chars_more) X(one_word) \
    X(two_or_three_words) X(ends_stop) X(ends_colon) X(ends_open) X(two_sentences) X(no_stop_words) X(few_stop_words) X(many_stop_words) \
    X(all_caps) X(begins_small) X(begins_quote) X(list_mark) X(separators) X(html) X(no_letters) X(mostly_capitals) X(question) \
    X(date_line) X(has_date) X(clock_alone) X(name_line) X(led_byline) X(wire_credit) X(credit_line) X(ends_credit) X(foreign) \
    X(long_foreign) X(prose) X(indent_more) X(indent_less) X(blank_before) X(blank_after) X(blanks_both) X(tight_page) X(repeated) \
    X(repeats_earlier) X(repeats_often) X(shares_nothing) X(shares_some) X(shares_much) X(prose_shares_nothing) X(prose_shares_some) \
    X(prose_shares_much) X(prose_before) X(prose_next) X(prose_next_two) X(prose_two_before) X(no_prose_before) X(no_prose_after) \
    X(little_prose_after) X(much_prose_after) X(prose_all_around) X(date_before) X(date_next) X(name_before) X(name_next) X(short_before) \
    X(short_next) X(list_before) X(list_next) X(credit_before) X(credit_next) X(page_first) X(page_top) X(page_last) X(related_1) \
    X(related_3) X(related_9) X(comments_1) X(comments_4) X(comments_more) X(topics_1) X(topics_5) X(keypoints_1) X(keypoints_6) \
    X(authorbox_2) X(advert_1) X(gallery_3) X(note_before) X(byline_date_near) X(headline_shape) X(next_is_headline_like) X(repeated_next) \
    X(marks_next) X(ago_next) X(shorter_than_next) X(ended) X(run_of_one) X(run_of_two) X(run_of_many) X(run_next_one) X(run_next_many) \
    X(short_prose) X(much_shorter_prose) X(names_author) X(names_author_late) X(cited) X(date_and_name_next) X(readtime_before) \
    X(address_line) X(after_address) X(credit_next_loose) X(begins_like_before) X(quote_whole) X(english_date) X(initials) X(before_core) \
    X(close_before_core) X(far_before_core) X(in_core) X(after_core) X(core_begin) X(paragraph) X(repeats_title) X(teaser_row) X(clock_below_date) \
    X(html_page) X(html_heading) X(html_title) X(html_paragraph) X(html_item) X(html_caption) X(html_credit) X(html_kicker) \
    X(html_standfirst) X(html_author) X(html_date) X(html_comment) X(html_teaser) X(html_furniture) X(html_keypoints) X(html_text) \
    X(html_main) X(html_outside) X(html_picture)
// clang-format on
