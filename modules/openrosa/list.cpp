// SPDX-License-Identifier: EUPL-1.2
// Which forms there are, and each of them.
#include "core/guests.h"
#include "openrosa/acts.h"
#include "openrosa/address.h"
#include "openrosa/forms.h"
#include "openrosa/further.h"
#include "openrosa/replies.h"
#include "openrosa/xform.h"

using core::Context;

namespace openrosa {

namespace {

constexpr auto declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

core::Bytes xml(std::string text) { return {std::move(text), xml_type, 200}; }

struct Listed {
    std::string id;
    std::string title;
    std::string version;
    std::string md5;
};

void write_listed(std::string& out, const Context& context, const Listed& form)
{
    out += "<xform><formID>" + as_xml(form.id) + "</formID><name>" + as_xml(form.title) +
           "</name><version>" + as_xml(form.version) + "</version><hash>md5:" + form.md5 +
           "</hash><downloadUrl>" + as_xml(phones_address(context) + "/forms/" + form.id) +
           "</downloadUrl></xform>\n";
}

} // namespace

std::string phones_address(const Context& context)
{
    return core::reached_at(context) + "/openrosa/" + context.city().slug;
}

core::Bytes list_forms(Context& context, const AskForms& wish)
{
    core::check_city(context, wish.city);
    std::string out = declaration;
    out += "<xforms xmlns=\"http://openrosa.org/xforms/xformsList\">\n";
    for (const auto& form : all_forms(context)) {
        if ((wish.form && *wish.form != form.id) || !find_form(context, form.id))
            continue;
        const auto& written = written_form(context, form);
        write_listed(out, context,
                     {form.id, title_of(form, context.language()), written.version, written.md5});
    }
    for (const auto& form : further_forms(context))
        if (!wish.form || *wish.form == form.id)
            write_listed(out, context, {form.id, form.title, form.version, md5_of(form.xml)});
    return xml(out + "</xforms>\n");
}

// No form of ours has files of its own, so the list of forms names no manifest; who asks all the
// same is told so.
core::Bytes show_manifest(Context& context, const AskForm& wish)
{
    core::check_city(context, wish.city);
    if (!find_form(context, wish.form) && !find_further(context, wish.form))
        throw not_found();
    return xml(std::string(declaration) +
               "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\"/>\n");
}

core::Bytes show_form(Context& context, const AskForm& wish)
{
    core::check_city(context, wish.city);
    if (const auto* form = find_form(context, wish.form))
        return xml(written_form(context, *form).text);
    auto further = find_further(context, wish.form);
    if (!further)
        throw not_found();
    return xml(std::move(further->xml));
}

void check_submission(Context& context, const CityPath& wish)
{
    core::check_city(context, wish.city);
}

} // namespace openrosa
