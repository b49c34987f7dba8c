// SPDX-License-Identifier: EUPL-1.2
// The limit: how fast a bare loop writes the very same rows. It reads what a server has written in
// its store since the twin was last made equal (contacts, interventions, what they change of a
// person, journal lines, receipts: the same bytes), and writes them into the twin, a copy of that
// store, in durable transactions of as many contacts as the server's had. Nothing is computed: what
// was sealed and chained stays as it is. One line on standard output, "name=value name=value ...".
#include <CLI/CLI.hpp>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>

#include <sys/resource.h>

#include "bench/database.h"

namespace bench {

namespace {

using Contact = std::vector<Write>;

// The journal tells which contacts are new, and in which order they were recorded.
const std::string new_contacts = " join core_journal j on j.thing = one.id"
                                 " where j.sequence > $1 and j.act = 'outreach.record_contact'"
                                 " and j.outcome = 'done' order by j.sequence";

const std::string new_lines = "select * from core_journal where sequence > $1"
                              " and act = 'outreach.record_contact' and outcome = 'done'"
                              " order by sequence";

// Of each table: all that the act leaves there.
const std::vector<std::string> kept_equal{
    "outreach_contact", "outreach_intervention",
    "core_receipt where act = 'outreach.record_contact'",
    "core_journal where act = 'outreach.record_contact' and outcome = 'done'"};

std::size_t column_of(const Table& table, const std::string& name)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i] == name)
            return i;
    throw std::runtime_error("there is no column " + name);
}

std::string text_of(const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

std::string insert_text(const std::string& table, const std::vector<std::string>& columns)
{
    std::string names;
    std::string places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += (i > 0 ? ", " : "") + columns[i];
        places += (i > 0 ? ", $" : "$") + std::to_string(i + 1);
    }
    return "insert into " + table + " (" + names + ") values (" + places + ")";
}

// What is to be written for each contact that the server has and the twin has not.
class Work {
public:
    Work(Database& server, Database& twin) : server_(server), twin_(twin)
    {
        const auto head = twin.select("select max(sequence) from core_journal", {});
        since_ = head.rows.at(0).at(0);
        add("outreach_contact", "id", "select one.* from outreach_contact one" + new_contacts);
        add("outreach_intervention", "contact",
            "select given.* from outreach_contact one"
            " join outreach_intervention given on given.contact = one.id" +
                new_contacts);
        add_changes_of_persons();
        add("core_journal", "thing", new_lines);
        add("core_receipt", "id",
            "select receipt.* from outreach_contact one join core_receipt receipt"
            " on receipt.id = one.id and receipt.act = 'outreach.record_contact'" +
                new_contacts);
    }

    const std::vector<Contact>& contacts() const { return contacts_; }

private:
    Contact& contact(const std::string& id)
    {
        const auto [place, is_new] = places_.try_emplace(id, contacts_.size());
        return is_new ? contacts_.emplace_back() : contacts_[place->second];
    }

    void add(const std::string& table, const std::string& contact_column, const std::string& query)
    {
        auto found = server_.select(query, {since_});
        const int statement = twin_.prepare(insert_text(table, found.columns));
        const auto id = column_of(found, contact_column);
        for (auto& row : found.rows) {
            auto& writes = contact(text_of(row[id]));
            writes.push_back({statement, std::move(row)});
        }
    }

    // The first of a day's contacts with a person moves the person's days; the next ones change
    // nothing.
    void add_changes_of_persons()
    {
        const auto days = server_.select("select first_contact_on, last_contact_on, engaged_on, id"
                                         " from people_person",
                                         {});
        std::map<std::string, const std::vector<Value>*> days_of;
        for (const auto& row : days.rows)
            days_of[text_of(row[3])] = &row;
        const auto engaged = server_.select("select person, cause, day from people_engagement"
                                            " where cause = 'outreach.contacts'",
                                            {});
        std::map<std::string, const std::vector<Value>*> engaged_of;
        for (const auto& row : engaged.rows)
            engaged_of[text_of(row[0])] = &row;

        const int change = twin_.prepare("update people_person set first_contact_on = $1,"
                                         " last_contact_on = $2, engaged_on = $3 where id = $4");
        const int engage = twin_.prepare("insert into people_engagement (person, cause, day)"
                                         " values ($1, $2, $3) on conflict (person, cause)"
                                         " do update set day = excluded.day");
        const auto lines = server_.select(new_lines, {since_});
        const auto person_column = column_of(lines, "person");
        const auto thing_column = column_of(lines, "thing");
        std::set<std::string> moved;
        for (const auto& line : lines.rows) {
            const auto person = text_of(line[person_column]);
            if (person.empty() || !moved.insert(person).second)
                continue;
            auto& writes = contact(text_of(line[thing_column]));
            writes.push_back({change, *days_of.at(person)});
            if (const auto found = engaged_of.find(person); found != engaged_of.end())
                writes.push_back({engage, *found->second});
        }
    }

    Database& server_;
    Database& twin_;
    Value since_;
    std::vector<Contact> contacts_;
    std::map<std::string, std::size_t> places_; // in contacts_, by the contact's id
};

// The outings that the contacts belong to: not measured.
void copy_outings(Database& server, Database& twin)
{
    std::map<std::string, bool> known;
    for (const auto& row : twin.select("select id from outreach_outing", {}).rows)
        known[text_of(row[0])] = true;
    const auto outings = server.select("select * from outreach_outing", {});
    const auto id = column_of(outings, "id");
    const int statement = twin.prepare(insert_text("outreach_outing", outings.columns));
    twin.begin();
    for (const auto& row : outings.rows)
        if (!known.contains(text_of(row[id])))
            twin.write({statement, row});
    twin.commit();
}

double processor_seconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// Writes contacts[begin, end) in transactions of `batch` contacts on average; answers the seconds.
double write_contacts(Database& twin, const std::vector<Contact>& contacts, std::size_t begin,
                      std::size_t end, double batch)
{
    const auto begun = std::chrono::steady_clock::now();
    double due = 0; // contacts that should have been written by the end of this transaction
    for (auto at = begin; at < end;) {
        due += batch;
        const auto until = std::min(end, begin + static_cast<std::size_t>(std::llround(due)));
        twin.begin();
        for (; at < until; ++at)
            for (const auto& write : contacts[at])
                twin.write(write);
        twin.commit();
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

void check_equal(Database& server, Database& twin)
{
    for (const auto& rows : kept_equal) {
        const auto count = "select count(*) from " + rows;
        const auto one = text_of(server.select(count, {}).rows.at(0).at(0));
        const auto other = text_of(twin.select(count, {}).rows.at(0).at(0));
        if (one != other)
            throw std::runtime_error("the twin is not equal: " + one + " and " + other +
                                     " rows of " + rows);
    }
}

struct Wish {
    std::string server;
    std::string twin;
    double batch = 1;
    bool one_by_one = false;
};

void run(const Wish& wish)
{
    const auto server = open_database(wish.server, Access::read);
    const auto twin = open_database(wish.twin, Access::write);
    copy_outings(*server, *twin);
    const Work work(*server, *twin);
    const auto& contacts = work.contacts();
    if (contacts.size() < 10)
        throw std::runtime_error("the server has recorded too little to compare with");

    if (wish.one_by_one)
        twin->write_one_by_one();
    const auto warm = contacts.size() / 10; // the first tenth is not counted
    write_contacts(*twin, contacts, 0, warm, wish.batch);
    const auto used = processor_seconds();
    const auto seconds = write_contacts(*twin, contacts, warm, contacts.size(), wish.batch);
    const auto microseconds = (processor_seconds() - used) * 1e6;
    check_equal(*server, *twin);
    const auto count = static_cast<double>(contacts.size() - warm);
    std::printf("contacts=%zu rate=%.1f cpu=%.1f\n", contacts.size(), count / seconds,
                microseconds / count);
}

} // namespace

std::unique_ptr<Database> open_database(const std::string& url, Access access)
{
    const std::string sqlite = "sqlite:";
    if (url.starts_with(sqlite))
        return open_sqlite(url.substr(sqlite.size()), access);
    // The schema is our own word, at the end of the URL.
    const std::string schema = "&schema=";
    const auto at = url.rfind(schema);
    if (at == std::string::npos)
        throw std::runtime_error("neither sqlite: nor a PostgreSQL URL with a schema: " + url);
    return open_postgres(url.substr(0, at), url.substr(at + schema.size()));
}

} // namespace bench

int main(int count, char** arguments)
{
    CLI::App program("Writes what a server has written once more, as fast as a bare loop can");
    bench::Wish wish;
    program.add_option("--server", wish.server, "URL of the store that a server has written")
        ->required();
    program.add_option("--twin", wish.twin, "URL of the copy of it, from before")->required();
    program.add_option("--batch", wish.batch, "Contacts in one transaction")
        ->check(CLI::Range(1., 1e6));
    program.add_flag("--one-by-one", wish.one_by_one, "Wait for the answer to each row");
    CLI11_PARSE(program, count, arguments);
    try {
        bench::run(wish);
    } catch (const std::exception& error) {
        std::cerr << "bench_limit: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
