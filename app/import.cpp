// SPDX-License-Identifier: EUPL-1.2
// A spreadsheet of contacts goes the way of every contact: each row is the input of the act
// outreach.record_contact, read and checked as if it had come over the network. All rows are done
// in one unit of work, so either all of them are recorded or none is; what was recorded before is
// left as it is.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "access/access.h"
#include "app/commands.h"
#include "app/contact_sheet.h"
#include "app/house.h"
#include "core/journal.h"

namespace app {

namespace {

// Thrown to undo the unit of work: a fault in any row, or a trial.
struct NotToBeKept {};

class Import {
public:
    Import(core::House& house, const core::City& city, const ImportWish& wish)
        : house_(house), place_(*house.find_place(city.slug)), city_(city), wish_(wish)
    {
    }

    // The program's exit code.
    int run(std::ostream& out, std::ostream& errors)
    {
        const auto sheet = read_file();
        SheetReading reading{house_.catalogue_of(city_.slug), city_, teams(), wish_.ignored,
                             wish_.language};
        contacts_ = read_contact_sheet(sheet, reading);
        read_wishes();
        faults_read_ = contacts_.faults.size();
        try {
            place_.store->write([&](store::Transaction& transaction) { record(transaction); });
        } catch (const NotToBeKept&) {
        }
        if (!contacts_.faults.empty()) {
            tell_faults(errors);
            return 1;
        }
        tell(out);
        return 0;
    }

private:
    std::string say(const std::string& key, const Facts& facts = {}) const
    {
        return house_.words().say(wish_.language, key, facts);
    }

    Sheet read_file() const;
    std::vector<SheetTeam> teams() const;
    core::Actor actor(const std::string& team) const;
    void read_wishes();
    core::Wish read_wish(const core::Act& act, const std::string& json) const;
    void record(store::Transaction& transaction);
    bool is_known(store::Transaction& transaction, const SheetContact& contact);
    void take_faults(int line, const Problem& problem);
    void tell_faults(std::ostream& errors);
    void tell(std::ostream& out) const;

    core::House& house_;
    core::Place& place_;
    const core::City& city_;
    const ImportWish& wish_;
    const core::Request request_; // there is none: what is asked stands in the file
    ContactSheet contacts_;
    std::vector<std::optional<core::Wish>> wishes_; // of each contact; none where it is at fault
    std::size_t new_count_ = 0;
    std::size_t faults_read_ = 0; // of the sheet itself, before anything was recorded
};

Sheet Import::read_file() const
{
    std::ifstream stream(wish_.file, std::ios::binary);
    if (!stream)
        throw Refused(say("import.file_missing", {{"file", wish_.file}}));
    const SheetLimits limits;
    std::string bytes(limits.file_bytes + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    try {
        return read_sheet(bytes, limits);
    } catch (const SheetUnreadable& unreadable) {
        throw Refused(say(unreadable.code, {{"fact", unreadable.fact}}));
    }
}

std::vector<SheetTeam> Import::teams() const
{
    std::vector<SheetTeam> found;
    place_.store->read([&](store::Transaction& transaction) {
        const auto importer = actor("");
        core::Context context(house_, transaction, place_.kept, importer, request_, house_.now());
        for (const auto& team : access::list_teams(context))
            found.push_back({team.code, team.name});
    });
    return found;
}

// Nobody's account: what is imported was recorded by the sheet, for the team that it names.
core::Actor Import::actor(const std::string& team) const
{
    core::Actor importer;
    importer.store = city_.slug;
    importer.login = "import@" + city_.slug;
    importer.name = say("import.actor");
    importer.roles = core::city_coordinator;
    importer.language = wish_.language;
    importer.machine = true;
    if (!team.empty())
        importer.teams = {team};
    return importer;
}

core::Wish Import::read_wish(const core::Act& act, const std::string& json) const
{
    Reading reading{house_.catalogue_of(city_.slug).lists_of(city_.slug), house_.now(), false, {}};
    return act.read(reading, JsonDocument::parse(json).root());
}

void Import::read_wishes()
{
    const auto* act = house_.find_act("outreach.record_contact");
    ENSURE(act != nullptr);
    wishes_.clear();
    for (const auto& contact : contacts_.contacts) {
        auto& wish = wishes_.emplace_back();
        const bool at_fault =
            std::any_of(contacts_.faults.begin(), contacts_.faults.end(),
                        [&](const SheetFault& fault) { return fault.line == contact.line; });
        if (at_fault)
            continue;
        try {
            wish = read_wish(*act, contact.json);
        } catch (const Problem& problem) {
            take_faults(contact.line, problem);
        }
    }
}

// May be run again with its whole batch: counts from nothing each time.
void Import::record(store::Transaction& transaction)
{
    new_count_ = 0;
    contacts_.faults.resize(faults_read_);
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
        const auto& contact = contacts_.contacts[i];
        if (!wishes_[i] || is_known(transaction, contact))
            continue;
        const auto importer = actor(contact.team);
        core::Context context(house_, transaction, place_.kept, importer, request_, house_.now());
        try {
            wishes_[i]->act(context);
            ++new_count_;
        } catch (const Problem& problem) {
            take_faults(contact.line, problem);
        }
    }
    if (wish_.dry_run || !contacts_.faults.empty())
        throw NotToBeKept();
    if (new_count_ > 0)
        core::append_to_journal(transaction, {.at = house_.now(),
                                              .actor = "system",
                                              .act = "outreach.import_contacts",
                                              .thing = {},
                                              .person = {},
                                              .purpose = "outreach",
                                              .outcome = "done"});
}

bool Import::is_known(store::Transaction& transaction, const SheetContact& contact)
{
    const auto* act = house_.find_act("outreach.get_contact");
    ENSURE(act != nullptr);
    const auto importer = actor("");
    core::Context context(house_, transaction, place_.kept, importer, request_, house_.now());
    try {
        read_wish(*act, R"({"id":")" + to_string(contact.id) + "\"}").act(context);
        return true;
    } catch (const Problem& problem) {
        if (problem.status != 404)
            throw;
        return false;
    }
}

// "languages[1]" of the input stands under the header of "languages".
void Import::take_faults(int line, const Problem& problem)
{
    if (problem.errors.empty())
        contacts_.faults.push_back({line, "", "problem." + problem.code, problem.facts});
    for (const auto& error : problem.errors) {
        const auto field = error.field.substr(0, error.field.find('['));
        const auto header = contacts_.headers.find(field);
        contacts_.faults.push_back({line,
                                    header == contacts_.headers.end() ? field : header->second,
                                    "error." + error.code, error.facts});
    }
}

void Import::tell_faults(std::ostream& errors)
{
    std::stable_sort(contacts_.faults.begin(), contacts_.faults.end(),
                     [](const SheetFault& a, const SheetFault& b) { return a.line < b.line; });
    for (const auto& fault : contacts_.faults)
        errors << say(fault.column.empty() ? "import.at_line" : "import.at_column",
                      {{"line", std::to_string(fault.line)},
                       {"column", fault.column},
                       {"what", say(fault.code, fault.facts)}})
               << '\n';
    errors << say("import.refused", {{"count", std::to_string(contacts_.faults.size())}}) << '\n';
}

void Import::tell(std::ostream& out) const
{
    const auto rows = contacts_.contacts.size();
    out << say("import.found", {{"rows", std::to_string(rows)},
                                {"new", std::to_string(new_count_)},
                                {"known", std::to_string(rows - new_count_)}})
        << '\n';
    const auto without_hour =
        std::count_if(contacts_.contacts.begin(), contacts_.contacts.end(),
                      [](const SheetContact& contact) { return !contact.hour_known; });
    if (without_hour > 0)
        out << say("import.without_hour", {{"count", std::to_string(without_hour)}}) << '\n';
    out << (wish_.dry_run ? say("import.tried") : say("import.saved", {{"city", city_.name}}))
        << '\n';
}

} // namespace

int import_contacts(const Configuration& configuration, const ImportWish& wish, std::ostream& out,
                    std::ostream& errors)
{
    check_slug(configuration, wish.city);
    if (wish.city == core::network_slug)
        throw Refused("Contacts are of a city; the network's store holds none.");
    const auto house = open_house(configuration, {wish.city});
    const auto* city = house->catalogue().find_city(wish.city);
    ENSURE(city != nullptr);
    const int code = Import(*house, *city, wish).run(out, errors);
    house->stop();
    return code;
}

} // namespace app
