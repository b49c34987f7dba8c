// SPDX-License-Identifier: EUPL-1.2
// The keys of a store, and the link with another, from the command line: the same acts as in the
// web app, for whoever sets a machine up.
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

#include "app/commands.h"
#include "app/house.h"
#include "base/json.h"
#include "network/network.h"

namespace app {

namespace {

std::string read_all(const std::string& file, std::istream& in)
{
    if (file == "-")
        return {std::istreambuf_iterator<char>(in), {}};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Refused("Cannot read the card from " + file + ".");
    return {std::istreambuf_iterator<char>(stream), {}};
}

core::Actor whoever_runs_it(const std::string& slug)
{
    core::Actor actor;
    actor.account = Id<core::Account>(named_uuid("command line " + slug));
    actor.store = slug;
    actor.login = "lgnet@" + slug;
    actor.name = "lgnet link admit";
    actor.roles = core::administrator;
    actor.language = "en";
    return actor;
}

} // namespace

int show_card(const Configuration& configuration, const std::string& slug, std::ostream& out)
{
    check_slug(configuration, slug);
    const auto house = open_house(configuration, {slug});
    const auto own = network::own_card_of(*house->find_place(slug));
    house->stop();
    out << own.card << "\n"
        << "Fingerprint, to be read over the telephone: " << own.fingerprint << "\n";
    return 0;
}

int admit_link(const Configuration& configuration, const NewLink& wish, std::istream& in,
               std::ostream& out)
{
    check_slug(configuration, wish.slug);
    const auto card = read_all(wish.card_file, in);
    const auto house = open_house(configuration, {wish.slug});
    core::Request request;
    request.method = "POST";
    request.path = "/api/network/links";
    request.headers = {{"content-type", "application/json"}};
    JsonObject body(request.body);
    body.text("id", to_string(make_uuid(house->now())));
    body.text("card", card.substr(0, card.find('\n')));
    body.text("fingerprint", wish.fingerprint);
    body.close();
    const auto response = house->ask(whoever_runs_it(wish.slug), request);
    house->stop();
    const auto document = JsonDocument::parse(response.body);
    if (response.status == 201) {
        out << wish.slug << " is linked with " << document.root().member("peer").text() << ".\n";
        return 0;
    }
    std::string why(document.root().member("title").text());
    const auto errors = document.root().member("errors");
    for (std::size_t i = 0; errors.kind() == JsonView::Kind::list && i < errors.size(); ++i)
        why += " " + std::string(errors.at(i).member("title").text());
    throw Refused(why);
}

} // namespace app
