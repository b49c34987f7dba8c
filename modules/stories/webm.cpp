// SPDX-License-Identifier: EUPL-1.2
// The elements of WebM (Matroska). Known is what is needed to play; everything else becomes a Void
// of the same length, so that nothing moves and no offset has to be written anew. Tracks that are
// neither film nor sound go with their blocks.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "stories/container_bytes.h"
#include "stories/media.h"

namespace stories {

namespace {

namespace element {
constexpr std::uint64_t header = 0x1A45DFA3;
constexpr std::uint64_t segment = 0x18538067;
constexpr std::uint64_t cluster = 0x1F43B675;
constexpr std::uint64_t info = 0x1549A966;
constexpr std::uint64_t tracks = 0x1654AE6B;
constexpr std::uint64_t seek_head = 0x114D9B74;
constexpr std::uint64_t cues = 0x1C53BB6B;
constexpr std::uint64_t track = 0xAE;
constexpr std::uint64_t track_number = 0xD7;
constexpr std::uint64_t track_type = 0x83;
constexpr std::uint64_t codec = 0x86;
constexpr std::uint64_t encodings = 0x6D80;
constexpr std::uint64_t video = 0xE0;
constexpr std::uint64_t audio = 0xE1;
constexpr std::uint64_t colour = 0x55B0;
constexpr std::uint64_t block_group = 0xA0;
constexpr std::uint64_t seek = 0x4DBB;
constexpr std::uint64_t cue = 0xBB;
constexpr std::uint64_t cue_position = 0xB7;
// Tags, attachments, chapters: they end a cluster of unknown length, as what stands beside it does.
constexpr std::uint64_t others[] = {0x1254C367, 0x1941A469, 0x1043A770};
} // namespace element

enum class Keep { number, group, emptied, doc_type, track, codec, setup, block, block_group };

struct Rule {
    std::uint64_t in;
    std::uint64_t id;
    Keep keep;
};

std::vector<Rule> all_rules()
{
    using namespace element;
    std::vector<Rule> rules{{header, 0x4282, Keep::doc_type},
                            {segment, seek_head, Keep::group},
                            {segment, info, Keep::group},
                            {segment, tracks, Keep::group},
                            {segment, cues, Keep::group},
                            {seek_head, seek, Keep::group},
                            {info, 0x4D80, Keep::emptied}, // names of programs, which must be there
                            {info, 0x5741, Keep::emptied},
                            {tracks, track, Keep::track},
                            {track, codec, Keep::codec},
                            {track, 0x63A2, Keep::setup},
                            {track, video, Keep::group},
                            {track, audio, Keep::group},
                            {video, colour, Keep::group},
                            {cluster, 0xA3, Keep::block},
                            {cluster, block_group, Keep::block_group},
                            {block_group, 0xA1, Keep::block},
                            {cues, cue, Keep::group},
                            {cue, cue_position, Keep::group}};
    const auto numbers = [&](std::uint64_t in, std::initializer_list<std::uint64_t> ids) {
        for (const auto id : ids)
            rules.push_back({in, id, Keep::number});
    };
    numbers(header, {0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4287, 0x4285});
    numbers(seek, {0x53AB, 0x53AC});
    numbers(info, {0x2AD7B1, 0x4489});
    numbers(track, {track_number, 0x73C5, track_type, 0xB9, 0x88, 0x9C, 0x23E383, 0x56AA, 0x56BB});
    numbers(video, {0xB0, 0xBA, 0x54AA, 0x54BB, 0x54CC, 0x54DD, 0x54B0, 0x54BA, 0x54B2, 0x9A});
    numbers(colour, {0x55B1, 0x55B2, 0x55B3, 0x55B4, 0x55B5, 0x55B6, 0x55B7, 0x55B8, 0x55B9, 0x55BA,
                     0x55BB, 0x55BC, 0x55BD});
    numbers(audio, {0xB5, 0x78B5, 0x9F, 0x6264});
    numbers(cluster, {0xE7, 0xA7, 0xAB});
    numbers(block_group, {0x9B, 0xFA, 0xFB, 0x75A2});
    numbers(cue, {0xB3});
    numbers(cue_position, {0xF7, 0xF1, 0xF0, 0xB2, 0x5378});
    return rules;
}

const Rule* rule_of(std::uint64_t in, std::uint64_t id)
{
    const auto key = [](const Rule& rule) { return std::pair(rule.in, rule.id); };
    static const auto rules = [&] {
        auto all = all_rules();
        std::ranges::sort(all, {}, key);
        return all;
    }();
    const auto found = std::ranges::lower_bound(rules, std::pair(in, id), {}, key);
    return found != rules.end() && found->in == in && found->id == id ? &*found : nullptr;
}

struct Codec {
    std::string_view name;
    std::uint64_t type; // of its track
    bool needs_setup;
};

constexpr Codec codecs[] = {
    {"V_VP8", 1, false},          {"V_VP9", 1, false},         {"V_AV1", 1, false},
    {"V_MPEG4/ISO/AVC", 1, true}, {"A_OPUS", 2, true},         {"A_VORBIS", 2, true},
    {"A_AAC", 2, true},           {"A_PCM/INT/LIT", 2, false}, {"A_PCM/FLOAT/IEEE", 2, false}};

struct Element {
    std::uint64_t id = 0;
    std::size_t begin = 0;
    std::size_t inside = 0;
    std::size_t end = 0;
    bool endless = false; // its size was not known when it was written: a browser's recording

    std::size_t length() const { return end - inside; }
};

class Webm {
public:
    explicit Webm(std::string& bytes) : bytes_(bytes) {}

    MediaFault clean()
    {
        const auto header = element_at(0, bytes_.size());
        if (!header || header->id != element::header || header->endless || !take_all(*header))
            return MediaFault::unknown;
        const auto segment = element_at(header->end, bytes_.size());
        if (!segment || segment->id != element::segment || !is_webm_ || !take_segment(*segment))
            return located_ ? MediaFault::located : MediaFault::unknown;
        bytes_.resize(segment->end);
        return MediaFault::none;
    }

private:
    // How many bytes a number takes is told by the zeros that its first byte begins with.
    static std::size_t length_of(unsigned char first)
    {
        std::size_t length = 1;
        for (unsigned mask = 0x80; mask != 0 && (first & mask) == 0; mask >>= 1)
            ++length;
        return length;
    }

    std::optional<Element> element_at(std::size_t at, std::size_t end) const
    {
        if (at >= end)
            return std::nullopt;
        const auto id_length = length_of(static_cast<unsigned char>(bytes_[at]));
        if (id_length > 4 || at + id_length >= end)
            return std::nullopt;
        const auto size_at = at + id_length;
        const auto size_length = length_of(static_cast<unsigned char>(bytes_[size_at]));
        if (size_length > 8 || size_at + size_length > end)
            return std::nullopt;
        const auto all_ones = (std::uint64_t{1} << (7 * size_length)) - 1;
        const auto size = big_endian(bytes_, size_at, size_length) & all_ones;
        Element one{big_endian(bytes_, at, id_length), at, size_at + size_length, 0, false};
        one.endless = size == all_ones;
        if (!one.endless && size > end - one.inside)
            return std::nullopt;
        one.end = one.endless ? end : one.inside + static_cast<std::size_t>(size);
        return one;
    }

    std::string_view content(const Element& one) const
    {
        return std::string_view(bytes_).substr(one.inside, one.length());
    }

    template <class See> bool each(const Element& in, See&& see) const
    {
        for (auto at = in.inside; at < in.end;) {
            const auto one = element_at(at, in.end);
            if (!one || one->endless || !see(*one))
                return false;
            at = one->end;
        }
        return true;
    }

    bool take_all(const Element& in)
    {
        return each(in, [&](const Element& one) { return take(in.id, one); });
    }

    bool take(std::uint64_t in, const Element& one)
    {
        const auto* rule = rule_of(in, one.id);
        if (!rule) {
            drop(one);
            return true;
        }
        switch (rule->keep) {
        case Keep::number:
            return one.length() <= 8 || drop(one);
        case Keep::group:
            return take_all(one);
        case Keep::emptied:
            blank(bytes_, one.inside, one.end);
            return true;
        case Keep::doc_type:
            is_webm_ = content(one) == "webm";
            return is_webm_;
        case Keep::track:
            return take_track(one);
        case Keep::codec:
            return content(one) == codec_->name || drop(one);
        case Keep::setup:
            return take_setup(one);
        case Keep::block:
            return take_block(one);
        case Keep::block_group:
            return take_block_group(one);
        }
        return false;
    }

    bool take_segment(const Element& segment)
    {
        for (auto at = segment.inside; at < segment.end;) {
            const auto one = element_at(at, segment.end);
            if (!one)
                return false;
            at = one->end;
            if (one->id == element::cluster) {
                const auto end = take_cluster(*one);
                if (!end)
                    return false;
                at = *end;
            } else if (one->endless || !take(segment.id, *one)) {
                return false;
            }
        }
        return has_blocks_;
    }

    // Where it ends: what stands beside clusters ends one of unknown length.
    std::optional<std::size_t> take_cluster(const Element& cluster)
    {
        for (auto at = cluster.inside; at < cluster.end;) {
            const auto one = element_at(at, cluster.end);
            if (one && cluster.endless && stands_beside_clusters(one->id))
                return at;
            if (!one || one->endless || !take(cluster.id, *one))
                return std::nullopt;
            at = one->end;
        }
        return cluster.end;
    }

    static bool stands_beside_clusters(std::uint64_t id)
    {
        return id == element::cluster || rule_of(element::segment, id) != nullptr ||
               std::ranges::find(element::others, id) != std::end(element::others);
    }

    bool take_track(const Element& track)
    {
        std::uint64_t number = 0;
        std::uint64_t type = 0;
        std::string_view name;
        const bool is_whole = each(track, [&](const Element& one) {
            const auto value = one.length() <= 8 ? big_endian(content(one), 0, one.length()) : 0;
            if (one.id == element::track_number && number == 0)
                number = value;
            if (one.id == element::track_type && type == 0)
                type = value;
            if (one.id == element::codec && name.empty())
                name = content(one);
            return one.id != element::encodings; // locked, or packed in another way
        });
        codec_ = std::ranges::find_if(
            codecs, [&](const Codec& one) { return one.name == name && one.type == type; });
        if (!is_whole)
            return false;
        if (codec_ == std::end(codecs))
            return drop(track);
        // Nobody needs more, and each block looks for its own.
        if (tracks_.size() >= 32)
            return false;
        tracks_.push_back(number);
        return take_all(track);
    }

    bool take_setup(const Element& setup)
    {
        if (!codec_->needs_setup)
            return drop(setup);
        located_ |= (codec_->name == "A_OPUS" && !is_opus_head(content(setup))) ||
                    (codec_->name == "A_VORBIS" && !take_vorbis(setup)) ||
                    (codec_->name == "A_AAC" && setup.length() > 64);
        return !located_;
    }

    // Three packets: the lengths of the first two in bytes that are added up to the first below
    // 255. The second are the comments.
    bool take_vorbis(const Element& setup)
    {
        auto at = setup.inside + 1;
        const auto take_length = [&] {
            std::size_t length = 0;
            while (at < setup.end && bytes_[at] == '\xff') {
                length += 255;
                ++at;
            }
            return at < setup.end ? length + static_cast<unsigned char>(bytes_[at++]) : length;
        };
        if (setup.length() < 3 || bytes_[setup.inside] != '\2')
            return false;
        const auto head_length = take_length();
        const auto comments_length = take_length();
        if (head_length != vorbis_head_bytes || comments_length > setup.end - at ||
            head_length > setup.end - at - comments_length)
            return false;
        const auto packets = std::string_view(bytes_).substr(at, setup.end - at);
        const auto comments = empty_comments(vorbis_comments, comments_length);
        if (!packets.starts_with(vorbis_head) || comments.empty() ||
            !packets.substr(head_length).starts_with(vorbis_comments) ||
            !packets.substr(head_length + comments_length).starts_with(vorbis_setup))
            return false;
        bytes_.replace(at + head_length, comments_length, comments);
        return true;
    }

    bool take_block(const Element& block)
    {
        if (block.length() == 0)
            return drop(block);
        const auto length = length_of(static_cast<unsigned char>(bytes_[block.inside]));
        if (length > 8 || length > block.length())
            return drop(block);
        const auto mark = std::uint64_t{1} << (7 * length);
        const auto number = big_endian(bytes_, block.inside, length) & (mark - 1);
        if (std::ranges::find(tracks_, number) == tracks_.end())
            return drop(block);
        has_blocks_ = true;
        is_in_group_ = true;
        return true;
    }

    bool take_block_group(const Element& group)
    {
        is_in_group_ = false;
        return take_all(group) && (is_in_group_ || drop(group));
    }

    // A Void of the same length; true.
    bool drop(const Element& one)
    {
        const auto length = one.end - one.begin;
        const std::size_t width = length >= 9 ? 8 : 1;
        const std::uint64_t rest = length - 1 - width;
        blank(bytes_, one.begin, one.end);
        bytes_[one.begin] = '\xEC';
        for (std::size_t i = 0; i < width; ++i)
            bytes_[one.begin + width - i] = static_cast<char>(rest >> (8 * i) & 0xff);
        const unsigned mark = width == 8 ? 0x01 : 0x80;
        bytes_[one.begin + 1] =
            static_cast<char>(static_cast<unsigned char>(bytes_[one.begin + 1]) | mark);
        return true;
    }

    std::string& bytes_;
    std::vector<std::uint64_t> tracks_; // those that stay
    const Codec* codec_ = nullptr;      // of the track that is looked at
    bool is_webm_ = false;
    bool has_blocks_ = false;
    bool is_in_group_ = false;
    bool located_ = false;
};

} // namespace

CleanMedia clean_webm(std::string bytes)
{
    const auto what = Webm(bytes).clean();
    if (what != MediaFault::none)
        return {what};
    return {MediaFault::none, "webm", std::move(bytes)};
}

} // namespace stories
