// SPDX-License-Identifier: EUPL-1.2
#include "stories/consent.h"

#include <algorithm>
#include <iterator>

namespace stories {

namespace {

// Each territory holds those before it; what nobody knows holds nothing.
int reach_of(const std::string& territory)
{
    constexpr const char* all[] = {"CITY", "ITALY", "EUROPE", "WORLD"};
    const auto* const found = std::find(std::begin(all), std::end(all), territory);
    return found == std::end(all) ? -1 : static_cast<int>(found - std::begin(all));
}

bool holds(const std::vector<std::string>& codes, const std::string& code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The web is read everywhere, whatever is said of it.
bool is_web(const std::string& channel) { return channel == our_site || channel == "SOCIAL"; }

bool holds_territory(const ConsentDetails& given, const PublicationDetails& use)
{
    const int wanted = reach_of(is_web(use.channel) ? "WORLD" : use.territory);
    return given.territory && wanted >= 0 && reach_of(*given.territory) >= wanted;
}

} // namespace

const ConsentRow* latest(const std::vector<ConsentRow>& newest_first)
{
    const auto found = std::find_if(newest_first.begin(), newest_first.end(),
                                    [](const ConsentRow& row) { return !row.cancelled_at; });
    return found == newest_first.end() ? nullptr : &*found;
}

std::string state_of(const ConsentRow* row, bool minor, Date today)
{
    if (row == nullptr || row->answered_on > today)
        return consent::not_asked;
    if (row->withdrawn_on)
        return consent::withdrawn;
    if (row->answer != consent::given)
        return consent::refused;
    const bool somebody_said_no =
        (row->guardian_agreed && !*row->guardian_agreed) || (row->assented && !*row->assented);
    if (minor && somebody_said_no)
        return consent::refused;
    if (minor && (!row->guardian_agreed || !row->assented))
        return consent::not_asked;
    if (row->ends_on && *row->ends_on < today)
        return consent::expired;
    return consent::given;
}

std::vector<std::string> beyond(const ConsentDetails& given, const PublicationDetails& use)
{
    std::vector<std::string> fields;
    if (!holds(given.channels, use.channel))
        fields.emplace_back("channel");
    if (!holds_territory(given, use))
        fields.emplace_back("territory");
    const bool every_medium =
        std::all_of(use.media.begin(), use.media.end(),
                    [&](const std::string& medium) { return holds(given.media, medium); });
    if (!every_medium)
        fields.emplace_back("media");
    if (use.named && !given.named)
        fields.emplace_back("named");
    if (use.face && !given.face)
        fields.emplace_back("face");
    if (use.voice && !given.voice)
        fields.emplace_back("voice");
    return fields;
}

bool may_be_there(const ConsentRow* row, bool minor, const PublicationDetails& use, Date today)
{
    if (state_of(row, minor, today) != consent::given)
        return false;
    if (minor && (use.named || use.face))
        return false;
    return beyond(*row, use).empty();
}

bool goes_with(const FileRow& file, const PublicationDetails& use)
{
    if (!file.checked_at || file.cancelled_at || file.emptied_at)
        return false;
    return holds(use.media, file.medium) && (!file.face || use.face) && (!file.voice || use.voice);
}

bool changed_since(const ConsentRow& row, const StoryRow& story)
{
    return story.words_changed_at > row.recorded_at;
}

bool changed_since(const ConsentRow& row, const FileRow& file)
{
    return file.checked_at > row.recorded_at || file.words_changed_at > row.recorded_at;
}

Date unheld_since(const ConsentRow* row, bool minor, Date today)
{
    const auto state = state_of(row, minor, today);
    if (state == consent::withdrawn)
        return *row->withdrawn_on;
    if (state == consent::expired)
        return row->ends_on->plus_days(1);
    if (state == consent::not_asked)
        return today;
    return row->answered_on;
}

std::string reason_against(const ConsentRow* row, bool minor, Date today)
{
    const auto state = state_of(row, minor, today);
    if (state == consent::given || state == consent::not_asked)
        return "NOT_COVERED";
    return state;
}

} // namespace stories
