// Database: a thin owner of an SQLite connection, its statements and its transactions. Every failure is a Result with a sentence.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <depesche/result.h>

struct sqlite3;
struct sqlite3_stmt;

namespace depesche {

// One prepared statement. Placeholders and columns count from 1 and from 0, as SQLite has it. For one thread at a time; must not outlive
// its database.
class Statement {
public:
    // Bound text and bytes are copied. A failure to bind is told by the next step.
    void bind(int at, std::string_view text);
    void bind(int at, const char* text) { bind(at, std::string_view(text)); }
    void bind(int at, std::int64_t number);
    void bind_real(int at, double number);
    void bind_bytes(int at, std::string_view bytes);
    void bind_null(int at);

    // Binds all, from the first placeholder on: text or whole numbers.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        [[maybe_unused]] int at = 0;
        (bind_one(++at, values), ...);
        return *this;
    }

    // Goes to the next row; false when there is none, and the statement may be bound anew.
    [[nodiscard]] Result<bool> step();
    // Runs it to its end.
    [[nodiscard]] Result<bool> run();
    void reset();

    // Of the current row; views end with the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(sqlite3_stmt* statement, std::string place) : statement_(statement), place_(std::move(place)) {}

    template <class Value>
    void bind_one(int at, const Value& value) {
        if constexpr (std::is_integral_v<Value>) bind(at, static_cast<std::int64_t>(value));
        else bind(at, std::string_view(value));
    }
    [[nodiscard]] Error failure(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::string place_;
    int bound_ = 0;  // the first failure to bind
};

enum class OpenMode { read, write, create };

// For one thread at a time.
class Database {
public:
    // `create` makes the file when there is none; `read` never writes, also not to a file or folder without the right to. Writers wait for
    // each other for `patience` milliseconds. Errors: no_rights, not_found, bad_format, cannot_read.
    [[nodiscard]] static Result<Database> open(const std::string& path, OpenMode mode, int patience = 60'000);

    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
    // One or more statements without values, run to their end.
    [[nodiscard]] Result<bool> run(const char* sql) const;
    // One statement with values, run to its end.
    template <class... Values>
    [[nodiscard]] Result<bool> run(std::string_view sql, const Values&... values) const {
        auto statement = prepare(sql);
        if (!statement) return statement.error();
        return statement->with(values...).run();
    }
    // The first column of the first row; 0 when there is no row.
    template <class... Values>
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql, const Values&... values) const {
        auto statement = prepare(sql);
        if (!statement) return statement.error();
        auto row = statement->with(values...).step();
        if (!row) return row.error();
        return *row ? statement->number(0) : std::int64_t{0};
    }

    [[nodiscard]] std::int64_t last_row() const;      // of the last insert
    [[nodiscard]] std::int64_t rows_changed() const;  // by the last statement
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
    std::string path_;
};

// What SQLite's result code means to a person who has the file `path`. `message` is SQLite's own.
[[nodiscard]] Error store_error(int code, std::string_view message, const std::string& path);

// A write that is whole or not at all: what is not committed is undone when it goes out of scope.
class Transaction {
public:
    // Waits for other writers, see Database::open.
    [[nodiscard]] static Result<Transaction> begin(const Database& database);
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    // After this the rows are on the disk, also when the machine loses power.
    [[nodiscard]] Result<bool> commit();

private:
    explicit Transaction(const Database& database) : database_(&database) {}
    const Database* database_;
};

// Calls `use` with each row; ends at the first failure, of the statement or of `use`.
[[nodiscard]] Result<bool> for_each_row(Statement& statement, const std::function<Result<bool>(const Statement&)>& use);

}  // namespace depesche
