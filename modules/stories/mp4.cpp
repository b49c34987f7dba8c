// SPDX-License-Identifier: EUPL-1.2
// MP4. Known is what is needed to play; everything else is blanked where it stands, so that nothing
// moves and no offset has to be written anew. Of the data only what film and sound point at stays:
// other tracks (the way somebody walked, also where it is written as subtitles), covers and what an
// earlier version left over go.
#include <algorithm>
#include <initializer_list>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "stories/container_bytes.h"
#include "stories/media.h"
#include "stories/mp4_boxes.h"

namespace stories {

namespace {

// A film of an hour in pieces of a second has some ten thousand.
constexpr std::size_t boxes_max = 1'000'000;

enum class Keep {
    most,
    rows,
    group,
    track,
    pieces,
    fragment,
    run,
    defaults,
    head,
    handler,
    files,
    samples
};

struct Rule {
    std::string_view in;
    std::string_view name;
    Keep keep;
    // Of `most` and `head` how much of it stays, of `rows` how long each is.
    std::size_t bytes = std::numeric_limits<std::size_t>::max();
};

constexpr Rule rules[] = {{"", "ftyp", Keep::most, 64},     {"", "styp", Keep::most, 64},
                          {"", "mdat", Keep::most},         {"", "sidx", Keep::most},
                          {"", "moov", Keep::group},        {"", "moof", Keep::pieces},
                          {"", "mfra", Keep::group},        {"mfra", "tfra", Keep::most},
                          {"mfra", "mfro", Keep::most, 8},  {"moof", "mfhd", Keep::most, 8},
                          {"moof", "traf", Keep::fragment}, {"traf", "tfhd", Keep::most, 40},
                          {"traf", "tfdt", Keep::most, 12}, {"traf", "trun", Keep::run},
                          {"traf", "sdtp", Keep::most},     {"moov", "mvhd", Keep::head, 100},
                          {"moov", "trak", Keep::track},    {"moov", "mvex", Keep::group},
                          {"mvex", "mehd", Keep::most, 12}, {"mvex", "trex", Keep::defaults, 24},
                          {"trak", "tkhd", Keep::head, 84}, {"trak", "edts", Keep::group},
                          {"edts", "elst", Keep::most},     {"trak", "mdia", Keep::group},
                          {"mdia", "mdhd", Keep::head, 24}, {"mdia", "hdlr", Keep::handler},
                          {"mdia", "minf", Keep::group},    {"minf", "vmhd", Keep::most, 12},
                          {"minf", "smhd", Keep::most, 8},  {"minf", "dinf", Keep::group},
                          {"minf", "stbl", Keep::group},    {"dinf", "dref", Keep::files},
                          {"stbl", "stsd", Keep::samples},  {"stbl", "stts", Keep::rows, 8},
                          {"stbl", "ctts", Keep::rows, 8},  {"stbl", "stsc", Keep::rows, 12},
                          {"stbl", "stco", Keep::rows, 4},  {"stbl", "co64", Keep::rows, 8},
                          {"stbl", "stss", Keep::rows, 4},  {"stbl", "stps", Keep::rows, 4},
                          {"stbl", "stsz", Keep::most},     {"stbl", "cslg", Keep::most, 44},
                          {"stbl", "sdtp", Keep::most}};

// How sound and film are written: what may stand in the description of samples.
constexpr std::string_view codec_boxes[] = {"avcC", "hvcC", "av1C", "vpcC", "dvcC", "dvvC", "esds",
                                            "dOps", "alac", "d263", "damr", "dac3", "dec3", "colr",
                                            "pasp", "clap", "btrt", "fiel", "gama", "chan", "chnl",
                                            "wave", "mp4a", "frma", "enda"};

class Mp4 {
public:
    explicit Mp4(std::string& bytes) : bytes_(bytes) {}

    MediaFault clean()
    {
        take_all({"", 0, 0, bytes_.size()});
        if (located_)
            return MediaFault::located;
        if (broken_ || (!has_film && !has_sound_))
            return MediaFault::unknown;
        blank_what_nobody_plays();
        return MediaFault::none;
    }

    bool has_film = false;

private:
    template <class See> void each(const Box& in, See&& see)
    {
        for (auto at = in.inside; at < in.end && !broken_ && !located_;) {
            const auto box = box_at(bytes_, at, in.end);
            broken_ |= !box;
            located_ |= ++boxes_ > boxes_max;
            if (broken_ || located_)
                return;
            see(*box);
            at = box->end;
        }
    }

    void take_all(const Box& in)
    {
        each(in, [&](const Box& one) { take(in.name, one); });
    }

    void take(std::string_view in, const Box& box)
    {
        const auto* rule = std::ranges::find_if(
            rules, [&](const Rule& one) { return one.in == in && one.name == box.name; });
        if (rule == std::end(rules)) {
            drop(box);
            return;
        }
        switch (rule->keep) {
        case Keep::most:
            if (box.name == "mdat")
                data_.push_back({box.inside, box.end});
            return blank_behind(box, rule->bytes);
        case Keep::rows:
            return take_rows(box, rule->bytes);
        case Keep::group:
            return take_all(box);
        case Keep::track:
            return take_track(box);
        case Keep::pieces:
            located_ |= !has_film && !has_sound_;
            piece_begin_ = box.begin;
            next_data_ = box.begin;
            return take_all(box);
        case Keep::fragment:
            return take_fragment(box);
        case Keep::run:
            return take_run(box);
        case Keep::defaults:
            broken_ |= box.length() < rule->bytes;
            if (!broken_)
                defaults_[big_endian(bytes_, box.inside + 4, 4)] =
                    big_endian(bytes_, box.inside + 16, 4);
            return blank_behind(box, rule->bytes);
        case Keep::head:
            return take_head(box, rule->bytes);
        case Keep::handler:
            return blank_behind(box, 12);
        case Keep::files:
            return take_files(box);
        case Keep::samples:
            return take_samples(box);
        }
    }

    void drop(const Box& box)
    {
        bytes_.replace(box.begin + 4, 4, "free");
        blank(bytes_, box.inside, box.end);
    }

    void blank_behind(const Box& box, std::size_t kept)
    {
        blank(bytes_, box.inside + std::min(kept, box.length()), box.end);
    }

    void take_rows(const Box& box, std::size_t row)
    {
        const auto table = table_in(bytes_, box, 4, row);
        broken_ |= !table;
        if (table)
            blank(bytes_, table->first + static_cast<std::size_t>(table->count) * row, box.end);
    }

    // When it was made and changed, in four bytes or in eight; and the language of a track.
    void take_head(const Box& box, std::size_t length)
    {
        const bool is_long = box.length() > 0 && bytes_[box.inside] == '\1';
        length += is_long ? 12 : 0;
        broken_ |= box.length() < length;
        if (broken_)
            return;
        const auto times_end = box.inside + (is_long ? 20 : 12);
        blank(bytes_, box.inside + 4, times_end);
        if (box.name == "mdhd")
            bytes_.replace(box.inside + length - 4, 2, "\x55\xc4"); // undetermined
        if (box.name == "tkhd")
            tracks_.insert(big_endian(bytes_, times_end, 4));
        blank_behind(box, length);
    }

    void take_track(const Box& track)
    {
        const auto kind = kind_of_track(bytes_, track);
        if (kind != "vide" && kind != "soun") {
            drop(track);
            return;
        }
        is_film_ = kind == "vide";
        has_film |= is_film_;
        has_sound_ |= !is_film_;
        const auto samples = samples_of(bytes_, track);
        located_ |= !samples || played_.size() > boxes_max;
        if (located_)
            return;
        played_.insert(played_.end(), samples->begin(), samples->end());
        take_all(track);
    }

    // The part of a piece that is one track's; of others it goes, and what it points at.
    void take_fragment(const Box& box)
    {
        const auto head = find_box(bytes_, box, "tfhd");
        broken_ |= !head || head->length() < 8;
        if (broken_)
            return;
        const auto flags = big_endian(bytes_, head->inside, 4);
        const auto track = big_endian(bytes_, head->inside + 4, 4);
        auto at = head->inside + 8;
        const auto take_number = [&](std::uint64_t flag, std::size_t length,
                                     std::uint64_t without) {
            if ((flags & flag) == 0)
                return without;
            broken_ |= head->end - at < length;
            at += broken_ ? 0 : length;
            return broken_ ? 0 : big_endian(bytes_, at - length, length);
        };
        base_ = take_number(1, 8, (flags & 0x20000) != 0 ? piece_begin_ : next_data_);
        take_number(2, 4, 0);
        take_number(8, 4, 0);
        const auto size = defaults_.find(track);
        size_ = take_number(0x10, 4, size == defaults_.end() ? 0 : size->second);
        next_data_ = base_;
        if (tracks_.contains(track))
            take_all(box);
        else
            drop(box);
    }

    // Samples one behind the other.
    void take_run(const Box& run)
    {
        const auto flags = run.length() < 8 ? 0 : big_endian(bytes_, run.inside, 4);
        const std::size_t head = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        std::size_t row = 0;
        for (const auto flag : {0x100U, 0x200U, 0x400U, 0x800U})
            row += (flags & flag) != 0 ? 4 : 0;
        const auto count = run.length() < head ? 0 : big_endian(bytes_, run.inside + 4, 4);
        broken_ |= run.length() < head || (row > 0 && count > (run.length() - head) / row);
        if (broken_)
            return;
        const auto offset = (flags & 1) != 0 ? big_endian(bytes_, run.inside + 8, 4) : 0;
        if ((flags & 1) != 0) // in 32 bits with a sign
            next_data_ = base_ + offset - (offset >= 0x80000000 ? 0x100000000 : 0);
        const auto begin = next_data_;
        const auto first = run.inside + head + ((flags & 0x100) != 0 ? 4 : 0);
        if ((flags & 0x200) == 0)
            next_data_ += count * size_;
        else
            for (std::uint64_t i = 0; i < count; ++i)
                next_data_ += big_endian(bytes_, first + static_cast<std::size_t>(i) * row, 4);
        located_ |= begin > next_data_ || next_data_ > bytes_.size();
        if (next_data_ > begin && !located_)
            played_.push_back(
                {static_cast<std::size_t>(begin), static_cast<std::size_t>(next_data_)});
        blank_behind(run, head + static_cast<std::size_t>(count) * row);
    }

    // Where its data stand: in this file, and no name of any.
    void take_files(const Box& box)
    {
        broken_ |= box.length() < 8;
        each({"", box.begin, box.inside + 8, box.end},
             [&](const Box& one) { blank_behind(one, 4); });
    }

    // Each begins with what it is, in fixed places, among them names of programs.
    void take_samples(const Box& box)
    {
        broken_ |= box.length() < 8;
        each({"", box.begin, box.inside + 8, box.end}, [&](const Box& entry) {
            auto head = is_film_ ? std::size_t{78} : std::size_t{28};
            broken_ |= entry.length() < head;
            if (broken_)
                return;
            if (is_film_) {
                blank(bytes_, entry.inside + 8, entry.inside + 24);
                blank(bytes_, entry.inside + 42, entry.inside + 74);
            } else {
                blank(bytes_, entry.inside + 10, entry.inside + 16);
                const auto version = big_endian(bytes_, entry.inside + 8, 2);
                const bool is_of_quicktime = bytes_[box.inside] == '\0';
                head += is_of_quicktime && version == 1 ? 16 : version == 2 ? 36 : 0;
            }
            if (head < entry.length())
                take_codec({entry.name, entry.begin, entry.inside + head, entry.end}, 1);
        });
    }

    // QuickTime ends such boxes with four zeros, and puts those of sound into "wave".
    void take_codec(const Box& in, int depth)
    {
        auto at = in.inside;
        while (at < in.end) {
            const auto box = box_at(bytes_, at, in.end);
            located_ |= ++boxes_ > boxes_max;
            // A length of zero means as far as the end only outside of all boxes.
            if (!box || located_ || big_endian(bytes_, at, 4) == 0)
                break;
            const bool is_profile =
                box->name == "colr" && !bytes_.substr(box->inside, 4).starts_with("ncl");
            if (is_profile || std::ranges::find(codec_boxes, box->name) == std::end(codec_boxes))
                drop(*box);
            else if (box->name == "wave" && depth < 2)
                take_codec(*box, depth + 1);
            at = box->end;
        }
        blank(bytes_, at, in.end);
    }

    void blank_what_nobody_plays()
    {
        std::ranges::sort(played_, {}, &Span::begin);
        auto next = played_.begin();
        std::size_t played_end = 0; // of what began before
        for (const auto& [begin, end] : data_) {
            auto at = std::max(begin, std::min(played_end, end));
            for (; next != played_.end() && next->begin < end; ++next) {
                if (next->begin > at)
                    blank(bytes_, at, next->begin);
                at = std::max(at, std::min(next->end, end));
                played_end = std::max(played_end, next->end);
            }
            blank(bytes_, at, end);
        }
    }

    std::string& bytes_;
    std::vector<Span> data_;
    std::vector<Span> played_;
    std::set<std::uint64_t> tracks_;                  // ids of those that stay
    std::map<std::uint64_t, std::uint64_t> defaults_; // how long a sample of a track is
    std::size_t boxes_ = 0;
    // Of a film in pieces: where the piece begins, what offsets of a track count from, where the
    // next data stand, and how long a sample is.
    std::uint64_t piece_begin_ = 0;
    std::uint64_t base_ = 0;
    std::uint64_t next_data_ = 0;
    std::uint64_t size_ = 0;
    bool is_film_ = false; // the track that is looked at
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
        return {what};
    return {MediaFault::none, film.has_film ? "mp4" : "m4a", std::move(bytes)};
}

} // namespace stories
