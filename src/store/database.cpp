#include "store/database.h"

#include <sqlite3.h>
#include <unistd.h>

#include <fmt/format.h>

namespace depesche {
namespace {

// A path as SQLite's URI, so that a file that may only be read can be opened as one that does not change.
std::string uri_of(const std::string& path, std::string_view options) {
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || c == '/' ||
                           c == '.' || c == '-' || c == '_';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return uri.append(options);
}

bool may_write(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    return ::access(path.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
}

}  // namespace

Error store_error(int code, std::string_view message, const std::string& path) {
    const auto error = [&](Problem problem, std::string reason) { return Error{problem, std::move(reason), path, {}}; };
    switch (code & 0xFF) {
        case SQLITE_NOTADB:
            return error(Problem::bad_format, "it is no store of Depesche, or its begin is damaged");
        case SQLITE_CORRUPT:
            return error(Problem::bad_format, "the store is damaged; take it from a copy, or read its pages into a new one");
        case SQLITE_FULL:
            return error(Problem::cannot_read,
                         "the disk is full; nothing of what was reported as stored is lost. Make room and run it again");
        case SQLITE_READONLY:
            return error(Problem::no_rights, "no right to write to it");
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return error(Problem::no_rights, "no right to use it");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return error(Problem::cannot_read, "another program is writing to it and did not finish in time; run this again later");
        case SQLITE_CANTOPEN:
            return error(Problem::cannot_read, "it cannot be opened: its folder is missing, or there is no right to it");
        case SQLITE_IOERR:
            return error(Problem::cannot_read, fmt::format("the file cannot be read or written: {}", message));
        default:
            return error(Problem::cannot_read, fmt::format("SQLite says: {}", message));
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::bind(int at, std::string_view text) {
    const int code = sqlite3_bind_text64(statement_.get(), at, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK && bound_ == SQLITE_OK) bound_ = code;
}

void Statement::bind(int at, std::int64_t number) {
    const int code = sqlite3_bind_int64(statement_.get(), at, number);
    if (code != SQLITE_OK && bound_ == SQLITE_OK) bound_ = code;
}

void Statement::bind_real(int at, double number) {
    const int code = sqlite3_bind_double(statement_.get(), at, number);
    if (code != SQLITE_OK && bound_ == SQLITE_OK) bound_ = code;
}

void Statement::bind_bytes(int at, std::string_view bytes) {
    const int code = sqlite3_bind_blob64(statement_.get(), at, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    if (code != SQLITE_OK && bound_ == SQLITE_OK) bound_ = code;
}

void Statement::bind_null(int at) {
    const int code = sqlite3_bind_null(statement_.get(), at);
    if (code != SQLITE_OK && bound_ == SQLITE_OK) bound_ = code;
}

Error Statement::failure(int code) const { return store_error(code, sqlite3_errmsg(sqlite3_db_handle(statement_.get())), place_); }

Result<bool> Statement::step() {
    if (bound_ != SQLITE_OK) return failure(bound_);
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        return false;
    }
    Error error = failure(code);
    sqlite3_reset(statement_.get());
    return error;
}

Result<bool> Statement::run() {
    while (true) {
        auto more = step();
        if (!more) return more;
        if (!*more) return true;
    }
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    bound_ = SQLITE_OK;
}

std::string_view Statement::text(int column) const {
    const unsigned char* begin = sqlite3_column_text(statement_.get(), column);
    if (begin == nullptr) return {};
    return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::bytes(int column) const {
    const void* begin = sqlite3_column_blob(statement_.get(), column);
    if (begin == nullptr) return {};
    return {static_cast<const char*>(begin), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Database> Database::open(const std::string& path, OpenMode mode, int patience) {
    if (mode != OpenMode::create && ::access(path.c_str(), F_OK) != 0) return Error{Problem::not_found, "there is no such store", path, {}};
    const bool unwritable = ::access(path.c_str(), F_OK) == 0 && !may_write(path);
    if (unwritable && mode != OpenMode::read) return Error{Problem::no_rights, "no right to write to it or to its folder", path, {}};
    // Without the right to write the file of shared locks cannot be made; nobody else who lacks it can write either.
    const bool still = unwritable && ::access((path + "-wal").c_str(), F_OK) != 0;
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == OpenMode::create) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    else flags |= unwritable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(uri_of(path, still ? "?immutable=1" : "").c_str(), &handle, flags, nullptr);
    Database database;
    database.handle_.reset(handle);
    database.path_ = path;
    if (code != SQLITE_OK) return store_error(code, handle != nullptr ? sqlite3_errmsg(handle) : "no memory", path);
    sqlite3_busy_timeout(handle, patience);
    if (mode == OpenMode::read) {
        if (auto done = database.run("PRAGMA query_only = 1"); !done) return done.error();
    }
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) return store_error(code, sqlite3_errmsg(handle_.get()), path_);
    return Statement(statement, path_);
}

Result<bool> Database::run(const char* sql) const {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return store_error(code, sqlite3_errmsg(handle_.get()), path_);
    return true;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
std::int64_t Database::rows_changed() const { return sqlite3_changes64(handle_.get()); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

Result<Transaction> Transaction::begin(const Database& database) {
    if (auto done = database.run("BEGIN IMMEDIATE"); !done) return done.error();
    return Transaction(database);
}

// A failed write may have ended the transaction already; there is nothing to undo then.
Transaction::~Transaction() {
    if (database_ != nullptr && database_->in_transaction()) static_cast<void>(database_->run("ROLLBACK"));
}

Result<bool> Transaction::commit() {
    auto done = database_->run("COMMIT");
    if (done) database_ = nullptr;
    return done;
}

Result<bool> for_each_row(Statement& statement, const std::function<Result<bool>(const Statement&)>& use) {
    while (true) {
        auto more = statement.step();
        if (!more) return more;
        if (!*more) return true;
        if (auto used = use(statement); !used) {
            statement.reset();
            return used;
        }
    }
}

}  // namespace depesche
