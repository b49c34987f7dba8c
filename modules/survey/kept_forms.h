// SPDX-License-Identifier: EUPL-1.2
// Forms that were read from their JSON, kept in memory beside the store: each once, by what it
// asks, so that nobody waits for one of hundreds of questions to be read again with each interview.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "survey/rows.h"
#include "survey/xlsform/check.h"
#include "survey/xlsform/form.h"

namespace survey {

struct ReadForm {
    explicit ReadForm(xlsform::Form read) : form(std::move(read)), checker(form) {}
    ReadForm(const ReadForm&) = delete;
    ReadForm& operator=(const ReadForm&) = delete;

    xlsform::Form form;
    xlsform::Checker checker; // of that form
};

class KeptForms {
public:
    static std::unique_ptr<KeptForms> build(store::Transaction&)
    {
        return std::make_unique<KeptForms>();
    }

    std::shared_ptr<const ReadForm> find(const std::string& digest);
    std::shared_ptr<const ReadForm> add(const std::string& digest, const std::string& json);

private:
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const ReadForm>> forms_;
};

// Of a version, whether the row brings along what it asks or not.
std::shared_ptr<const ReadForm> form_of(core::Context& context, const VersionRow& version);

// Its title, else that in Italian, else its form_id.
std::string title_of(const xlsform::Form& form, const std::string& language);

} // namespace survey
