// SPDX-License-Identifier: EUPL-1.2
// Cities that serve themselves, as the direction of the network has linked them. Nobody answers
// there: what is sent to them waits.
#include "app/cast_telling.h"
#include "base/embedded.h"
#include "base/json.h"
#include "core/samples.h"

namespace cast {

namespace {

std::string admission(const char* id, const char* card, const char* fingerprint)
{
    return std::string(R"({"id":)") + id + R"(,"card":)" + card + R"(,"fingerprint":)" +
           fingerprint + "}";
}

// A file of the catalogue with one line more, as a body.
std::string with_line(const char* path, const std::string& line)
{
    std::string body = R"({"path":)";
    write_json(body, path);
    body += R"(,"text":)";
    write_json(body, std::string(find_embedded(path).value()) + line + "\n");
    return body + "}";
}

// The direction has published one release, which nobody has taken yet, and prepares the next.
void tell_of_releases(Story& story)
{
    const auto area = with_line("catalogue/vocabularies/contact_outcome.csv",
                                "LEAFLET,Volantino lasciato,Leaflet left,,");
    const auto setting = with_line("catalogue/vocabularies/team_kind.csv",
                                   "night_bus,Autobus della notte,Night bus,,");
    story.ago(6, 10, 0, "direzione@rete", "PUT /api/network/draft", area.c_str(), "");
    story.ago(6, 10, 30, "direzione@rete", "POST /api/network/releases",
              R"({"id":$release,"notes":"Un esito in più per i contatti: il volantino lasciato."})",
              "");
    story.ago(2, 10, 0, "direzione@rete", "PUT /api/network/draft", setting.c_str(), "");
    story.ago(5, 11, 0, "marco@roma", "POST /api/network/extensions",
              R"({"id":$own_code,"code":"ORTO","it":"Orto di quartiere",)"
              R"("en":"Neighbourhood garden","counts_as":"ORI.PERS"})",
              "");
}

} // namespace

void tell_of_links(Story& story)
{
    tell_of_releases(story);
    const auto sassari =
        admission("$link", core::samples::link_card, core::samples::link_fingerprint);
    const auto trieste = admission("$link_stopped", core::samples::link_stopped_card,
                                   core::samples::link_stopped_fingerprint);
    story.ago(40, 10, 0, "direzione@rete", "POST /api/network/links", sassari.c_str(), "");
    story.ago(39, 10, 0, "direzione@rete", "POST /api/network/links", trieste.c_str(), "");
    story.ago(9, 17, 0, "direzione@rete", "POST /api/network/links/$link_stopped/stop", "{}", "");
}

} // namespace cast
