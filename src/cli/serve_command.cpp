#include <csignal>
#include <memory>
#include <random>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "serve/store_server.h"
#include "store/store_file.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::string address = "127.0.0.1";
    int port = 8787;
    unsigned threads = 0;
};

// 128 bits from the system's source of chance, in hex.
std::string make_token() {
    std::random_device chance;
    std::string token;
    for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", chance());
    return token;
}

StoreServer* running = nullptr;

extern "C" void end_server(int /*signal*/) {
    if (running != nullptr) running->stop();
}

int run(const Options& options) {
    const Stages stages;
    auto store = ServedStore::open(options.store, stages, options.threads);
    if (!store) {
        warn(store.error());
        return status_failed;
    }
    ServeOptions serve;
    serve.address = options.address;
    serve.port = options.port;
    serve.token = make_token();
    auto server = StoreServer::make(**store, serve, [](const Error& problem) { warn(problem); });
    if (!server) {
        warn(server.error());
        return status_failed;
    }
    if (!is_loopback(options.address)) warn("other machines can reach this server; they need the token for reading, too");
    if (!(*store)->writable()) warn("no right to write to the store: it is shown as it is");
    running = server->get();
    std::signal(SIGINT, end_server);
    std::signal(SIGTERM, end_server);
    const bool any = options.address == "0.0.0.0" || options.address == "::";
    const std::string host = host_of(any ? "127.0.0.1" : options.address, (*server)->port());
    print(fmt::format(
        "Open http://{}/#token={}\nThe part behind # lets you correct and add pages; leave it out to read alone. Ctrl-C ends.\n", host,
        serve.token));
    (*server)->run();
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    running = nullptr;
    return status_good;
}

}  // namespace

Action add_serve(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "serve",
        "Show a store in the browser: stories, pages, people, search, corrections, live while `ingest` runs beside it.\n"
        "Only this machine can reach it unless --bind says otherwise; reading is free, writing needs the token that is printed.\n"
        "Example: depesche serve --store news.db");
    command->add_option("--store", options->store, "The store")->required();
    command->add_option("--port", options->port, "The port; 0 means any that is free")->check(CLI::Range(0, 65535))->capture_default_str();
    command->add_option("--bind", options->address, "The address to listen at; another than of this machine alone opens it to others")
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for finding stories and making briefs; 0 means all cores");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
