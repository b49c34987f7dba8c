// SPDX-License-Identifier: EUPL-1.2
#include "survey/kept_forms.h"

#include "survey/work.h"
#include "survey/xlsform/form_json.h"

namespace survey {

std::shared_ptr<const ReadForm> KeptForms::find(const std::string& digest)
{
    const std::scoped_lock lock(mutex_);
    const auto found = forms_.find(digest);
    return found == forms_.end() ? nullptr : found->second;
}

std::shared_ptr<const ReadForm> KeptForms::add(const std::string& digest, const std::string& json)
{
    auto read = std::make_shared<const ReadForm>(xlsform::form_from_json(json));
    const std::scoped_lock lock(mutex_);
    return forms_.emplace(digest, std::move(read)).first->second;
}

std::shared_ptr<const ReadForm> form_of(core::Context& context, const VersionRow& version)
{
    auto& forms = context.kept<KeptForms>();
    if (auto known = forms.find(version.digest))
        return known;
    if (!version.form.empty())
        return forms.add(version.digest, version.form);
    const auto whole = find_whole(context, version.id);
    ENSURE(whole);
    return forms.add(whole->digest, whole->form);
}

std::string title_of(const xlsform::Form& form, const std::string& language)
{
    for (const auto& asked : {language, std::string("it"), form.default_language})
        if (const auto found = form.title.find(asked); found != form.title.end())
            return found->second;
    return form.title.empty() ? form.id : form.title.begin()->second;
}

} // namespace survey
