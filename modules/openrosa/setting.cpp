// SPDX-License-Identifier: EUPL-1.2
// How a phone is told where we are: the settings of a project as ODK Collect takes them from a QR
// code (JSON, zlib, base64). The only file that sees libqrencode.
#include <qrencode.h>
#include <sodium.h>
#include <zlib.h>

#include <memory>

#include "openrosa/acts.h"
#include "openrosa/address.h"
#include "openrosa/forms.h"

using core::Context;

namespace openrosa {

namespace {

std::string settings_json(const Context& context)
{
    std::string out;
    JsonObject settings(out);
    JsonObject general(settings.member("general"));
    general.text("server_url", address_of(context));
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

std::string zipped(const std::string& text)
{
    auto length = compressBound(text.size());
    std::string bytes(length, '\0');
    ENSURE(compress2(reinterpret_cast<Bytef*>(bytes.data()), &length,
                     reinterpret_cast<const Bytef*>(text.data()), text.size(),
                     Z_BEST_COMPRESSION) == Z_OK);
    bytes.resize(length);
    return bytes;
}

std::string base64(const std::string& bytes)
{
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back(); // its zero byte
    return text;
}

std::vector<std::string> rows_of_code(const std::string& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L), QRcode_free);
    ENSURE(code != nullptr);
    std::vector<std::string> rows;
    for (int y = 0; y < code->width; ++y) {
        std::string row;
        for (int x = 0; x < code->width; ++x)
            row += (code->data[y * code->width + x] & 1) != 0 ? '1' : '0';
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

PhoneSetting show_setting(Context& context)
{
    PhoneSetting setting;
    setting.address = address_of(context);
    setting.encrypted = is_encrypted(context);
    setting.code = rows_of_code(base64(zipped(settings_json(context))));
    for (const auto& form : all_forms(context))
        if (find_form(context, form.id))
            setting.forms.push_back({form.id, title_of(form, context.language()), form.act->name,
                                     static_cast<int>(form.questions.size())});
    return setting;
}

} // namespace openrosa
