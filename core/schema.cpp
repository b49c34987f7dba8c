// SPDX-License-Identifier: EUPL-1.2
// The schema of a store, gathered from core/schema and the modules in the order of modules.def. A
// module that lives on one kind of store keeps its steps in schema/; one that lives on both keeps
// them in schema/city, schema/network and schema/both.
#include <stdexcept>

#include "base/embedded.h"
#include "core/house.h"

namespace core {

namespace {

struct Listed {
    std::string name;
    Where where;
};

// The lines MODULE(name, where) of modules.def.
std::vector<Listed> listed_modules()
{
    const auto text = find_embedded("modules/modules.def");
    if (!text)
        throw std::runtime_error("modules/modules.def is not in the program");
    std::vector<Listed> modules;
    for (auto at = text->find("\nMODULE("); at != std::string_view::npos;
         at = text->find("\nMODULE(", at + 1)) {
        const auto name_begins = at + 8;
        const auto comma = text->find(',', name_begins);
        const auto where = text->substr(comma + 2, text->find(')', comma) - comma - 2);
        modules.push_back({std::string(text->substr(name_begins, comma - name_begins)),
                           where == "both"      ? Where::both
                           : where == "network" ? Where::network
                                                : Where::city});
    }
    return modules;
}

void add_steps(std::vector<store::Migration>& steps, const std::string& module,
               const std::string& folder)
{
    for (const auto& file : embedded_below(folder)) {
        const auto rest = file.path.substr(folder.size());
        if (rest.find('/') != std::string_view::npos || !rest.ends_with(".sql"))
            continue;
        steps.push_back(
            {module + "/" + std::string(rest.substr(0, rest.size() - 4)), std::string(file.bytes)});
    }
}

} // namespace

std::vector<store::Migration> migrations(Where where)
{
    std::vector<store::Migration> steps;
    add_steps(steps, "core", "core/schema/");
    for (const auto& module : listed_modules()) {
        const auto folder = "modules/" + module.name + "/schema/";
        if (module.where == where)
            add_steps(steps, module.name, folder);
        if (module.where == Where::both) {
            add_steps(steps, module.name, folder + "both/");
            add_steps(steps, module.name, folder + (where == Where::city ? "city/" : "network/"));
        }
    }
    return steps;
}

std::vector<store::View> views(Where where)
{
    constexpr std::string_view opening = "create view ";
    std::vector<store::View> found;
    if (where != Where::city) // facts are of cities; what goes up is no view
        return found;
    for (const auto& module : listed_modules()) {
        const auto path = "modules/" + module.name + "/facts.sql";
        const auto text = find_embedded(path);
        if (!text)
            continue;
        for (auto at = text->find(opening); at != std::string_view::npos;) {
            const auto next = text->find(opening, at + opening.size());
            const auto length = next == std::string_view::npos ? next : next - at;
            const auto statement = text->substr(at, length);
            const auto name = statement.substr(
                opening.size(), statement.find_first_of(" \n(", opening.size()) - opening.size());
            // Up to its semicolon: what follows are remarks on the next view.
            found.push_back(
                {std::string(name), std::string(statement.substr(0, statement.rfind(';') + 1))});
            at = next;
        }
    }
    return found;
}

} // namespace core
