// SPDX-License-Identifier: EUPL-1.2
// How a phone is told where we are: the settings of a project as ODK Collect takes them from a QR
// code (JSON, zlib, base64).
#include "base/base64.h"
#include "base/deflate.h"
#include "core/guests.h"
#include "openrosa/acts.h"
#include "openrosa/address.h"
#include "openrosa/forms.h"
#include "openrosa/further.h"
#include "paper/sheet.h"

using core::Context;

namespace openrosa {

namespace {

std::string settings_json(const Context& context)
{
    std::string out;
    JsonObject settings(out);
    JsonObject general(settings.member("general"));
    general.text("server_url", phones_address(context));
    general.text("form_update_mode", "match_exactly"); // forms come and go as we give them
    general.text("autosend", "wifi_and_cellular");
    general.close();
    settings.member("admin") += "{}";
    JsonObject project(settings.member("project"));
    project.text("name", "LgNet " + context.city().name);
    project.text("icon", "L");
    project.text("color", "#0066CC");
    project.close();
    settings.close();
    return out;
}

} // namespace

PhoneSetting show_setting(Context& context)
{
    PhoneSetting setting;
    setting.address = phones_address(context);
    setting.encrypted = core::is_encrypted(context);
    setting.code = paper::squares_of(to_base64(deflated(settings_json(context))));
    for (const auto& form : all_forms(context))
        if (find_form(context, form.id))
            setting.forms.push_back({form.id, title_of(form, context.language()), form.act->name,
                                     static_cast<int>(form.questions.size())});
    for (auto& form : further_forms(context))
        setting.forms.push_back({form.id, form.title, form.act, form.questions});
    return setting;
}

} // namespace openrosa
