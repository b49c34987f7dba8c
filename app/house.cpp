// SPDX-License-Identifier: EUPL-1.2
#include "app/house.h"

#include <algorithm>
#include <filesystem>

#include "access/access.h"
#include "app/version.h"
#include "cases/cases.h"
#include "civic/civic.h"
#include "desk/desk.h"
#include "directory/directory.h"
#include "handovers/handovers.h"
#include "headcount/headcount.h"
#include "housing/housing.h"
#include "http/files.h"
#include "minors/minors.h"
#include "monitoring/monitoring.h"
#include "network/network.h"
#include "openrosa/openrosa.h"
#include "outreach/outreach.h"
#include "people/people.h"
#include "referrals/referrals.h"
#include "reporting/reporting.h"
#include "reports/reports.h"
#include "rights/rights.h"
#include "screening/screening.h"
#include "shifts/shifts.h"
#include "stories/stories.h"
#include "survey/survey.h"
#include "workshops/workshops.h"

namespace app {

namespace {

std::vector<core::Module> every_module()
{
    return {
#define MODULE(name, where) name::module(),
#include "modules/modules.def"
#undef MODULE
    };
}

// Stores and keys are nobody else's business on this machine.
void make_private_folder(const std::string& path)
{
    std::error_code error;
    const bool is_new = std::filesystem::create_directories(path, error);
    if (error)
        throw Refused("Cannot make the folder " + path + ": " + error.message() + ".");
    if (is_new)
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
}

// A linked city by its signature; everybody else by session or token.
std::optional<core::Actor> identify(core::House& house, const core::Request& request)
{
    return request.header("lgnet-link").empty() ? access::identify(house, request)
                                                : network::identify_link(house, request);
}

} // namespace

core::HouseSettings house_settings(const Configuration& configuration)
{
    core::HouseSettings settings;
    settings.modules = every_module();
    settings.identify = identify;
    settings.prove = access::prove;
    settings.reader_threads = configuration.reader_threads;
    settings.reader_queue_max = static_cast<std::size_t>(configuration.reads_waiting);
    settings.metrics_for_all = configuration.metrics_for_all;
    settings.sends_mail = !configuration.mail_server.empty();
    settings.site = configuration.site;
    settings.version = version;
    return settings;
}

std::unique_ptr<core::House> house_without_stores()
{
    return std::make_unique<core::House>(house_settings({}));
}

std::vector<std::string> slugs_of(const Configuration& configuration)
{
    std::vector<std::string> slugs;
    if (configuration.network.empty())
        slugs.emplace_back(core::network_slug);
    if (configuration.cities == std::vector<std::string>{"none"})
        return slugs; // all of them are on machines of their own
    if (!configuration.cities.empty()) {
        slugs.insert(slugs.end(), configuration.cities.begin(), configuration.cities.end());
        return slugs;
    }
    const core::Catalogue catalogue;
    for (const auto& city : catalogue.cities())
        slugs.push_back(city.slug);
    return slugs;
}

void check_slug(const Configuration& configuration, const std::string& slug)
{
    const auto slugs = slugs_of(configuration);
    if (std::find(slugs.begin(), slugs.end(), slug) != slugs.end())
        return;
    std::string names;
    for (const auto& one : slugs)
        names += (names.empty() ? "" : ", ") + one;
    throw Refused("There is no store called " + slug + ". Possible: " + names + ".");
}

std::unique_ptr<core::House> open_house(const Configuration& configuration,
                                        const std::vector<std::string>& slugs,
                                        std::function<Instant()> now, core::Handler network_door)
{
    if (configuration.data.empty())
        throw Refused("Say in which folder the data are: --data DIR.");
    access::use_secure_cookies(configuration.secure_cookies);

    auto settings = house_settings(configuration);
    settings.now = std::move(now);
    settings.network_door = std::move(network_door);
    auto house = std::make_unique<core::House>(std::move(settings));
    for (const auto& slug : slugs)
        if (slug != core::network_slug && !house->catalogue().find_city(slug))
            throw Refused("The catalogue knows no city called " + slug + ".");
    house->check_catalogue(house->catalogue());
    openrosa::check_forms(*house);
    make_private_folder(configuration.data);
    make_private_folder(configuration.data + "/keys");
    for (const auto& slug : slugs)
        house->add_place(slug, store_settings(configuration, slug));
    return house;
}

core::Handler handler_of(core::House& house)
{
    return [&house](core::Request request, core::Reply reply) {
        const bool may_be_file = house.dialect_of(request.path) == nullptr;
        if (auto file = may_be_file ? http::find_file(request) : std::nullopt)
            return reply(std::move(*file));
        house.answer(std::move(request), std::move(reply));
    };
}

} // namespace app
