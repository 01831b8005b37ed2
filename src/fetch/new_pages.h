// NewPages: which addresses of a feed are to be fetched, and what becomes of the answers.
#pragma once

#include <functional>
#include <string>

#include <depesche/result.h>

#include "fetch/feed_list.h"
#include "fetch/polite.h"
#include "store/fetched_rows.h"
#include "store/ingest.h"

namespace depesche {

enum class Wanted : unsigned char {
    yes,
    no,     // it is there, was forgotten, or cannot be had
    later,  // it failed, and its time has not come
};

// What became of an address that was asked for.
enum class PageEnd : unsigned char {
    stored,
    known,      // the bytes or the page it leads to are there, or stay out
    unchanged,  // the server says so
    lost,       // it cannot be had, or is refused
    failed,     // it will be tried again after a while
    to_come,    // it was not its turn
};

class NewPages {
public:
    using Tell = std::function<void(std::string_view place, std::string_view sentence)>;

    // `report` as Ingest has it.
    [[nodiscard]] static Result<NewPages> make(const Database& database, const Stages& stages, bool marks, Tell tell,
                                               Ingest::Report report);

    // Wanted are addresses that are not in the store, and those whose entry has a later date than it had when they were fetched; where it
    // had none, a later one than that of fetching.
    [[nodiscard]] Result<Wanted> wants(const ListedAddress& listed, WatchTime now);

    // Gets the page and takes it into the store; its path is its address. All that is reported is on the disk.
    [[nodiscard]] Result<PageEnd> fetch(const ListedAddress& listed, Polite& polite, WatchClock& clock);

private:
    NewPages(const Database& database, AddressStates states, const Stages& stages, bool marks, Tell tell, Ingest::Report report)
        : database_(&database),
          states_(std::move(states)),
          stages_(&stages),
          marks_(marks),
          tell_(std::move(tell)),
          report_(std::move(report)) {}

    [[nodiscard]] Result<PageEnd> take_answer(const ListedAddress& listed, Fetched fetched, FetchedAddress row, WatchClock& clock);
    [[nodiscard]] Result<PageEnd> store(Fetched fetched, FetchedAddress row);
    [[nodiscard]] Result<PageEnd> lose(const FetchedAddress& row, const std::string& reason, PageEnd end = PageEnd::lost);
    [[nodiscard]] Result<bool> keep_out(const FetchedAddress& row);

    const Database* database_;
    AddressStates states_;
    const Stages* stages_;
    bool marks_;
    Tell tell_;
    Ingest::Report report_;
};

}  // namespace depesche
