// The program's subcommands. Each adds itself to the parser with its options and an example, and is run when it was named.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

namespace depesche::cli {

// Exit status of the program (house rules): 0, 1 when a page could not be read or a check failed, 2 for wrong usage.
enum Status : int { status_good = 0, status_failed = 1, status_usage = 2 };

// What a command does when it is run; returns the exit status.
using Action = std::function<int()>;

// Each returns the action that belongs to the subcommand it added to `app`.
Action add_read(CLI::App& app);
Action add_marks(CLI::App& app);
Action add_stories(CLI::App& app);
Action add_origins(CLI::App& app);
Action add_brief(CLI::App& app);
Action add_trace(CLI::App& app);
Action add_verify(CLI::App& app);
Action add_ingest(CLI::App& app);
Action add_watch(CLI::App& app);
Action add_list(CLI::App& app);
Action add_show(CLI::App& app);
Action add_search(CLI::App& app);
Action add_export(CLI::App& app);
Action add_correct(CLI::App& app);
Action add_forget(CLI::App& app);
Action add_serve(CLI::App& app);

}  // namespace depesche::cli
