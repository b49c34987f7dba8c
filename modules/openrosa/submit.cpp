// SPDX-License-Identifier: EUPL-1.2
// A phone sends a form. docs/decisions/0009 says which answer lets the phone forget it.
#include <algorithm>
#include <array>

#include "base/multipart.h"
#include "base/picture.h"
#include "core/guests.h"
#include "openrosa/acts.h"
#include "openrosa/address.h"
#include "openrosa/further.h"
#include "openrosa/recording.h"
#include "openrosa/replies.h"
#include "openrosa/rows.h"
#include "store/rows.h"
#include "store/seal.h"

using core::Context;

namespace openrosa {

namespace {

constexpr std::string_view xml_part = "xml_submission_file";
constexpr std::int64_t dismissed_seconds_max = 90 * 86'400;
constexpr std::int64_t picture_pixels_max = 100'000'000; // today's largest camera

const Part& xml_of(const std::vector<Part>& parts)
{
    const auto is_xml = [](const Part& part) { return part.name == xml_part; };
    if (std::count_if(parts.begin(), parts.end(), is_xml) != 1)
        throw Problem(400, "openrosa.no_submission");
    return *std::find_if(parts.begin(), parts.end(), is_xml);
}

// The files that the pictures of the form are in; what no answer names is not ours to keep.
std::vector<SentPicture> pictures_in(const std::vector<Part>& parts, const Form& form,
                                     const Submission& submission)
{
    std::vector<SentPicture> pictures;
    for (const auto& [question, file_name] : pictures_of(form, submission))
        for (const auto& part : parts) {
            if (part.name == xml_part || part.file_name != file_name)
                continue;
            auto drawn = clean_picture(part.bytes, picture_pixels_max).jpeg;
            const bool recognised = drawn.has_value();
            pictures.push_back({question, file_name,
                                recognised ? std::move(*drawn) : std::string(part.bytes),
                                recognised});
            break;
        }
    return pictures;
}

void insert_pictures(Context& context, const Submit& wish)
{
    for (const auto& picture : wish.pictures) {
        AttachmentRow row;
        row.id = Id<Attachment>(named_uuid(to_string(wish.id) + "/" + picture.file_name));
        const auto before = has_attachment(context.store, row.id)
                                ? find_attachment(context.store, row.id)
                                : std::nullopt;
        if (before && (before->recognised || !picture.recognised))
            continue;
        row.submission = to_string(wish.id);
        row.question = picture.question;
        row.type = picture.recognised ? "image/jpeg" : "application/octet-stream";
        row.bytes = picture.bytes;
        row.recognised = picture.recognised;
        row.received_at = context.now;
        if (before)
            store::update_row(context.store, row);
        else
            store::insert_row(context.store, row);
    }
}

core::Bytes say(Context& context, const char* word)
{
    return taken(context.house.words().say(context.language(), word));
}

// The same again, or with files that did not fit before.
core::Bytes repeat(Context& context, const Submit& wish, const SubmissionRow& known)
{
    if (known.mark != wish.mark)
        throw Problem(409, "openrosa.instance_taken");
    insert_pictures(context, wish);
    return say(context, "form.openrosa.taken");
}

std::string json_of(const Facts& facts)
{
    std::string out;
    JsonObject object(out);
    for (const auto& [name, value] : facts)
        object.text(name, value);
    object.close();
    return out;
}

// Where the sender can do something, or may have meant somebody else, the phone is told to keep it
// too: nothing is lost by keeping it twice.
bool is_for_phone(const std::string& code)
{
    constexpr std::array<std::string_view, 6> codes{
        "openrosa.unreadable",   "openrosa.unknown_form",   "openrosa.unknown_version",
        "openrosa.unknown_edit", "openrosa.edited_already", "openrosa.not_editable"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

core::Bytes answer_aside(Context& context, const Problem& problem)
{
    if (is_for_phone(problem.code)) {
        context.answer_with(problem);
        return {};
    }
    return say(context, "form.openrosa.kept_aside");
}

AsideRow aside_of(const Context& context, const Submit& wish, const Problem& problem)
{
    AsideRow row;
    row.id = Id<Aside>(wish.id);
    row.form = wish.submission.form.substr(0, 100);
    row.version = wish.submission.version.substr(0, 100);
    row.mark = wish.mark;
    row.reason = problem.code;
    if (!problem.facts.empty())
        row.facts = json_of(problem.facts);
    row.kept_by_phone = is_for_phone(problem.code);
    row.sent_by = context.actor.account;
    row.received_at = context.now;
    row.xml = wish.xml;
    return row;
}

} // namespace

void prepare_submission(Context& context, Submit& wish)
{
    core::check_city(context, wish.city);
    const auto parts = read_multipart(context.request.header("content-type"), context.request.body);
    wish.xml = xml_of(parts).bytes;
    wish.mark = context.store.seal().mark("submission", wish.xml);
    wish.submission = read_submission(wish.xml);
    wish.id = id_of(wish.submission, wish.mark);
    // A text in a row holds no zero byte: what has one is kept as it can be written.
    std::replace(wish.xml.begin(), wish.xml.end(), '\0', ' ');

    const auto& submission = wish.submission;
    wish.form = find_form(context, submission.form);
    if (wish.form)
        wish.pictures = pictures_in(parts, *wish.form, submission);
    if (!submission.fault.empty())
        throw Problem(400, "openrosa.unreadable", {{"reason", submission.fault}});
    wish.further = wish.form ? nullptr : owner_of(context, submission.form);
    if (wish.further)
        return; // its module knows the versions
    if (!wish.form)
        throw Problem(404, "openrosa.unknown_form", {{"form", submission.form}});
    if (!submission.version.empty() &&
        !is_version(context.store.seal(), submission.form, submission.version))
        throw Problem(404, "openrosa.unknown_version", {{"version", submission.version}});
}

core::Bytes submit(Context& context, const Submit& wish)
{
    context.about(wish.id);
    if (const auto known = find_submission(context.store, wish.id))
        return repeat(context, wish, *known);
    const auto aside = find_aside(context.store, wish.id);
    if (aside && aside->mark != wish.mark && !aside->kept_by_phone)
        throw Problem(409, "openrosa.instance_taken");
    if (aside && aside->mark == wish.mark && aside->dismissed_at)
        return say(context, "form.openrosa.taken"); // somebody has looked at it, and let it go

    const auto row =
        wish.further
            ? record(context,
                     {*wish.further, wish.submission, wish.xml, wish.id, wish.mark, context.actor})
            : record(context, {*wish.form, wish.submission, wish.id, wish.mark, context.actor});
    insert_pictures(context, wish);
    if (aside)
        settle(context, *aside, row);
    return say(context, "form.openrosa.taken");
}

core::Bytes keep_aside(Context& context, const Submit& wish, const Problem& problem)
{
    if (wish.xml.empty() || problem.code == "openrosa.instance_taken" ||
        problem.code == "core.id_taken")
        throw problem;
    context.about(wish.id);
    if (const auto known = find_submission(context.store, wish.id); known) {
        if (known->mark == wish.mark)
            return repeat(context, wish, *known);
        if (problem.code != "openrosa.unreadable")
            throw Problem(409, "openrosa.instance_taken");
    }

    auto row = aside_of(context, wish, problem);
    auto before = find_aside(context.store, row.id);
    if (before && before->mark != row.mark) {
        if (!before->kept_by_phone)
            throw Problem(409, "openrosa.instance_taken");
        // Another try at the same instance, wrong in another way: both are kept.
        row.id = Id<Aside>(named_uuid("openrosa aside " + row.mark));
        before = find_aside(context.store, row.id);
    }
    if (!before) {
        delete_dismissed_before(context.store, context.now.plus_seconds(-dismissed_seconds_max));
        store::insert_row(context.store, row);
    }
    insert_pictures(context, wish);
    return answer_aside(context, problem);
}

std::string example_of_submission(const Lists&)
{
    const std::string uuid(std::string_view(core::samples::new_submission).substr(1, 36));
    return "--lgnet-example\r\n"
           "Content-Disposition: form-data; name=\"xml_submission_file\"; filename=\"form.xml\"\r\n"
           "Content-Type: text/xml\r\n\r\n"
           "<data id=\"contact\" xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta>"
           "<orx:instanceID>uuid:" +
           uuid +
           "</orx:instanceID></orx:meta><at>2026-11-20T21:30:00.000+01:00</at>"
           "<setting>STATION</setting><district>RM-I</district><languages>fr ar</languages>"
           "<outcome>FOLLOW_UP_AGREED</outcome></data>\r\n"
           "--lgnet-example--\r\n";
}

} // namespace openrosa
