// SPDX-License-Identifier: EUPL-1.2
// Before and after: pictures of a place, drawn anew, so that nothing of what a camera writes into
// them is kept. Accounts of the city see them, nobody else.
#include "base/base64.h"
#include "base/picture.h"
#include "civic/work.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

constexpr std::int64_t pixels_max = 24'000'000; // a telephone's camera
constexpr std::size_t pictures_max = 60;

PictureRow get_picture_row(Context& context, const Id<Picture>& id)
{
    auto row = find_picture(context.store, id);
    if (!row)
        throw not_found();
    get_standing(context, row->project);
    return std::move(*row);
}

} // namespace

// Whether the asker may add it is asked afterwards, beside the receipt.
void check_picture(Context&, AddPicture& wish)
{
    const auto bytes = from_base64(wish.content, "\r\n");
    wish.content = {};
    if (!bytes)
        refuse("content", "civic.picture_unreadable");
    auto picture = clean_picture(*bytes, pixels_max);
    if (picture.too_many_pixels)
        refuse("content", "civic.picture_too_large",
               {{"most", std::to_string(pixels_max / 1'000'000)}});
    if (!picture.jpeg)
        refuse("content", "civic.picture_unreadable");
    wish.jpeg = std::move(*picture.jpeg);
}

Picture add_picture(Context& context, const AddPicture& wish)
{
    const auto project = get_standing(context, wish.project);
    if (pictures_of(context.store, project.id).size() >= pictures_max)
        throw Problem(409, "civic.too_many_pictures", {{"most", std::to_string(pictures_max)}});
    PictureRow row;
    row.id = wish.id;
    row.project = wish.project;
    row.moment = wish.moment;
    row.taken_on = wish.taken_on;
    row.caption = wish.caption;
    row.added_by = context.actor.account;
    row.added_at = context.now;
    store::insert_row(context.store, row);
    store::insert_row(context.store, ContentRow{wish.id, wish.jpeg});
    return show(context, row);
}

core::Bytes get_picture(Context& context, const PicturePath& wish)
{
    const auto row = get_picture_row(context, wish.id);
    if (row.cancelled_at)
        throw not_found();
    auto content = find_content(context.store, row.id);
    ENSURE(content);
    context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
    return {std::move(content->content), "image/jpeg", 200};
}

void cancel_picture(Context& context, const PicturePath& wish)
{
    auto row = get_picture_row(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Picture restore_picture(Context& context, const RestorePicture& wish)
{
    auto row = get_picture_row(context, wish.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

} // namespace civic
