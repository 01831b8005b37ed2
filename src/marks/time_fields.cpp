#include "marks/time_fields.h"

namespace depesche {
namespace {

int whole(double number) { return static_cast<int>(number); }

// By digits: day, month, year, clock, counts.
bool take_number(TimeFields& fields, ClassId kind, double number) {
    switch (kind) {
        case time_class::day:
            fields.day = whole(number);
            return true;
        case time_class::month_number:
            fields.month = whole(number);
            return true;
        case time_class::year:
            fields.year = whole(number);
            return true;
        case time_class::short_year:
            fields.year = whole(number) + (number < 40 ? 2000 : 1900);
            return true;
        case time_class::hour:
            fields.hour = whole(number);
            return true;
        case time_class::minute:
            fields.minute = whole(number);
            return true;
        case time_class::integer:
            fields.number = whole(number);
            return true;
        case time_class::count:
            (fields.count < 0 ? fields.count : fields.second_count) = number;
            return true;
        default:
            return false;
    }
}

void take_unit(TimeFields& fields, std::string_view text) {
    const auto unit = parse_unit(text);
    (fields.unit ? fields.second_unit : fields.unit) = unit;
}

void take_sense(TimeFields& fields, ClassId kind, const Sense& sense) {
    switch (kind) {
        case time_class::count:
            (fields.count < 0 ? fields.count : fields.second_count) = sense.number;
            break;
        case time_class::month:
        case time_class::month_short:
            fields.month = whole(sense.number);
            break;
        case time_class::weekday_part:
            fields.part = sense.text;
            fields.weekday = whole(sense.number);
            break;
        case time_class::weekday:
        case time_class::weekday_short:
            fields.weekday = whole(sense.number);
            break;
        case time_class::part:
            fields.part = sense.text;
            break;
        case time_class::unit:
        case time_class::units:
        case time_class::unit_mod:
            take_unit(fields, sense.text);
            break;
        case time_class::number_unit:
            take_unit(fields, sense.text);
            fields.count = sense.number;
            break;
        case time_class::half:
            fields.half = sense.number;
            break;
        case time_class::shift:
            fields.shift = whole(sense.number);
            break;
        case time_class::season:
            fields.season = sense.text;
            break;
        case time_class::feast:
            fields.feast = sense.text;
            break;
        case time_class::ordinal:
            fields.ordinal = whole(sense.number);
            break;
        case time_class::decade:
            fields.decade = whole(sense.number);
            break;
        case time_class::mod:
            fields.mod = sense.text;
            break;
        case time_class::offset:
        case time_class::today:
            fields.offset = whole(sense.number);
            break;
        case time_class::meridiem:
        case time_class::dotted_meridiem:
            (sense.number > 0 ? fields.afternoon : fields.morning) = true;
            break;
        default:
            fields.text = sense.text;
            if (sense.number != 0) fields.direction = whole(sense.number);
            break;
    }
}

}  // namespace

TimeFields fields_of(std::span<const TimeItem> items, const PatternMatch& match, int group) {
    TimeFields fields;
    for (const Taken& taken : match.taken) {
        const TimeItem& item = items[taken.item];
        const Sense* sense = item.sense(taken.kind);
        if (taken.group != group) {
            if (taken.group == -1 && sense != nullptr && taken.kind >= time_class::first_free && sense->number != 0)
                fields.direction = whole(sense->number);
            continue;
        }
        if (sense == nullptr) {
            take_number(fields, taken.kind, item.number);
        } else if (!sense->text.empty() || sense->number != 0 || taken.kind < time_class::first_free) {
            take_sense(fields, taken.kind, *sense);
        }
    }
    return fields;
}

void inherit(TimeFields& fields, TimeFields& later) {
    if (fields.day == 0 && fields.weekday >= 0) fields.day = later.day;
    if (fields.month == 0) fields.month = later.month;
    if (fields.year == 0) fields.year = later.year;
    if (fields.weekday < 0 && fields.day == 0) fields.weekday = later.weekday;
    if (!fields.afternoon && !fields.morning) fields.afternoon = later.afternoon;
    if (fields.weekday >= 0 && !fields.unit && later.unit) {
        fields.unit = later.unit;
        fields.count = later.count;
    }
    if (later.month == 0 && later.day > 0) later.month = fields.month;
}

}  // namespace depesche
