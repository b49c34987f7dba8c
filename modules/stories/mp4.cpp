// SPDX-License-Identifier: EUPL-1.2
// MP4: what is not needed to play is blanked where it stands, so that nothing moves and no offset
// has to be written anew. Tracks that are neither film nor sound (the way somebody walked, also
// where it is written as subtitles) are blanked with their data, which stand among those of the
// film.
#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "stories/container_bytes.h"
#include "stories/media.h"
#include "stories/mp4_boxes.h"

namespace stories {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Mp4 {
public:
    explicit Mp4(std::string& bytes) : bytes_(bytes) {}

    MediaFault clean()
    {
        // The data may stand before or behind the movie that says what they are.
        each(0, bytes_.size(), [&](const Box& box) {
            if (box.name == "mdat")
                data_.push_back({box.inside, box.end});
            is_in_fragments_ |= box.name == "moof";
        });
        each(0, bytes_.size(), [&](const Box& box) { take_top(box); });
        if (!broken_ && !located_ && has_movie_ && (has_film || has_sound_))
            return MediaFault::none;
        return located_ ? MediaFault::located : MediaFault::unknown;
    }

    bool has_film = false;

private:
    template <class See> void each(std::size_t at, std::size_t end, See&& see)
    {
        while (at < end && !broken_) {
            const auto box = box_at(bytes_, at, end);
            if (!box) {
                broken_ = true;
                return;
            }
            see(*box);
            at = box->end;
        }
    }

    void drop(const Box& box)
    {
        bytes_.replace(box.begin + 4, 4, "free");
        blank(bytes_, box.inside, box.end);
    }

    void take_top(const Box& box)
    {
        if (box.name == "moov") {
            has_movie_ = true;
            each(box.inside, box.end, [&](const Box& one) { take_in_movie(one); });
        } else if (box.name == "moof") {
            each(box.inside, box.end, [&](const Box& one) { take_in_fragment(one); });
        } else if (!is_one_of(box.name, {"ftyp", "styp", "mdat", "mfra", "sidx", "wide"})) {
            drop(box);
        }
    }

    void take_in_movie(const Box& box)
    {
        if (box.name == "trak")
            take_track(box);
        else if (!is_one_of(box.name, {"mvhd", "mvex", "iods"}))
            drop(box);
    }

    void take_track(const Box& track)
    {
        const auto kind = kind_of_track(bytes_, track);
        if (kind != "vide" && kind != "soun") {
            drop_track(track);
            return;
        }
        has_film |= kind == "vide";
        has_sound_ |= kind == "soun";
        each(track.inside, track.end, [&](const Box& one) {
            if (one.name == "mdia")
                keep_only(one, {"mdhd", "hdlr", "minf", "elng"});
            else if (!is_one_of(one.name, {"tkhd", "edts", "tref"}))
                drop(one);
        });
    }

    void keep_only(const Box& box, std::initializer_list<std::string_view> names)
    {
        each(box.inside, box.end, [&](const Box& one) {
            if (!is_one_of(one.name, names))
                drop(one);
        });
    }

    // Where its data cannot be found for certain, the file is not taken.
    void drop_track(const Box& track)
    {
        const auto samples = samples_of(bytes_, track);
        if (is_in_fragments_ || !samples ||
            !std::all_of(samples->begin(), samples->end(),
                         [&](const Span& one) { return is_data(one); })) {
            located_ = true;
            return;
        }
        for (const auto& [begin, end] : *samples)
            blank(bytes_, begin, end);
        drop(track);
    }

    bool is_data(const Span& span) const
    {
        return std::any_of(data_.begin(), data_.end(), [&](const Span& one) {
            return one.begin <= span.begin && span.end <= one.end;
        });
    }

    void take_in_fragment(const Box& box)
    {
        if (box.name == "traf")
            each(box.inside, box.end, [&](const Box& one) {
                if (is_one_of(one.name, {"udta", "meta", "uuid"}))
                    drop(one);
            });
        else if (box.name != "mfhd")
            drop(box);
    }

    std::string& bytes_;
    std::vector<Span> data_;
    bool is_in_fragments_ = false;
    bool has_movie_ = false;
    bool has_sound_ = false;
    bool broken_ = false;
    bool located_ = false;
};

} // namespace

CleanMedia clean_mp4(std::string bytes)
{
    Mp4 film(bytes);
    const auto what = film.clean();
    if (what != MediaFault::none)
        return {what, {}, {}};
    return {MediaFault::none, film.has_film ? "mp4" : "m4a", std::move(bytes)};
}

} // namespace stories
