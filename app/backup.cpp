// SPDX-License-Identifier: EUPL-1.2
// A copy of every store in one folder, and back again. Keys go separately: a backup that lies
// beside its keys is as readable as the stores themselves.
#include "store/backup.h"

#include <filesystem>
#include <ostream>

#include "app/commands.h"
#include "app/house.h"

namespace app {

namespace fs = std::filesystem;

namespace {

constexpr auto ending = ".backup";

// A store of a file that was never opened is not there; of a database one cannot know before
// asking.
bool is_there(const store::Settings& settings)
{
    constexpr std::string_view file = "sqlite:";
    return !settings.url.starts_with(file) || fs::exists(settings.url.substr(file.size()));
}

void copy_key(const fs::path& from, const fs::path& to)
{
    fs::create_directories(to.parent_path());
    fs::copy_file(from, to);
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
}

} // namespace

int back_up(const Configuration& configuration, const std::string& to, bool with_keys,
            std::ostream& out)
{
    if (fs::exists(to) && !fs::is_empty(to))
        throw Refused("The folder " + to + " is not empty: a backup goes into a new one.");
    fs::create_directories(to);
    fs::permissions(to, fs::perms::owner_all);
    int count = 0;
    for (const auto& slug : slugs_of(configuration)) {
        const auto settings = store_settings(configuration, slug);
        if (!is_there(settings))
            continue;
        store::back_up(settings, to + "/" + slug + ending);
        if (with_keys)
            copy_key(settings.key_file, to + "/keys/" + slug + ".key");
        out << slug << ": backed up\n";
        ++count;
    }
    if (count == 0)
        throw Refused("There is no store in " + configuration.data + ".");
    if (!with_keys)
        out << "The keys are not in the backup: keep a copy of " << configuration.data
            << "/keys elsewhere, without it nothing can be restored.\n";
    return 0;
}

int restore(const Configuration& configuration, const std::string& from, std::ostream& out)
{
    int count = 0;
    for (const auto& slug : slugs_of(configuration)) {
        const auto copy = from + "/" + slug + ending;
        if (!fs::exists(copy))
            continue;
        const auto settings = store_settings(configuration, slug);
        const auto key = from + "/keys/" + slug + ".key";
        if (fs::exists(key) && !fs::exists(settings.key_file))
            copy_key(key, settings.key_file);
        if (!fs::exists(settings.key_file))
            throw Refused("The key of " + slug + " is neither in the backup nor at " +
                          settings.key_file + ": put it there first.");
        store::restore(copy, settings);
        out << slug << ": restored\n";
        ++count;
    }
    if (count == 0)
        throw Refused("There is no backup in " + from + ".");
    return 0;
}

} // namespace app
