// SPDX-License-Identifier: EUPL-1.2
// The consent as a table: what was answered, when, and what it is worth on a day and for a use.
#include "stories/consent.h"

#include <gtest/gtest.h>

namespace stories {

namespace {

Date day(const char* text) { return parse_date(text).value(); }
const Date today = day("2026-11-23");

ConsentRow given()
{
    ConsentRow row;
    row.answer = "GIVEN";
    row.answered_on = day("2026-11-01");
    row.media = {"TEXT", "PHOTO"};
    row.channels = {"SITE", "EVENT"};
    row.territory = "WORLD";
    return row;
}

ConsentRow of_minor()
{
    auto row = given();
    row.guardian = "Tutrice";
    row.guardian_agreed = true;
    row.assented = true;
    row.ends_on = day("2027-06-30");
    return row;
}

PublicationDetails on_our_site()
{
    PublicationDetails use;
    use.channel = "SITE";
    use.territory = "WORLD";
    use.media = {"TEXT"};
    return use;
}

using Names = std::vector<std::string>;

} // namespace

TEST(Consent, is_what_its_days_say)
{
    EXPECT_EQ(state_of(nullptr, false, today), "NOT_ASKED");
    auto row = given();
    EXPECT_EQ(state_of(&row, false, today), "GIVEN");
    EXPECT_EQ(state_of(&row, false, day("2026-10-31")), "NOT_ASKED") << "before it was answered";
    row.answer = "REFUSED";
    EXPECT_EQ(state_of(&row, false, today), "REFUSED");

    row = given();
    row.ends_on = today;
    EXPECT_EQ(state_of(&row, false, today), "GIVEN") << "its last day";
    EXPECT_EQ(state_of(&row, false, today.plus_days(1)), "EXPIRED");
    row.withdrawn_on = today;
    EXPECT_EQ(state_of(&row, false, today.plus_days(1)), "WITHDRAWN")
        << "withdrawn before it ended";
}

TEST(Consent, of_a_minor_is_of_two)
{
    struct Line {
        std::optional<bool> guardian;
        std::optional<bool> minor;
        const char* state;
    };
    for (const auto& [guardian, minor, state] : std::vector<Line>{{true, true, "GIVEN"},
                                                                  {true, std::nullopt, "NOT_ASKED"},
                                                                  {std::nullopt, true, "NOT_ASKED"},
                                                                  {true, false, "REFUSED"},
                                                                  {false, true, "REFUSED"},
                                                                  {false, false, "REFUSED"}}) {
        auto row = of_minor();
        row.guardian_agreed = guardian;
        row.assented = minor;
        EXPECT_EQ(state_of(&row, true, today), state);
        EXPECT_EQ(state_of(&row, false, today), "GIVEN") << "of an adult nobody else is asked";
    }
}

TEST(Consent, that_counts_is_the_latest_that_was_no_mistake)
{
    EXPECT_EQ(latest({}), nullptr);
    auto refused = given();
    refused.answer = "REFUSED";
    std::vector<ConsentRow> rows{refused, given()};
    EXPECT_EQ(latest(rows)->answer, "REFUSED");
    rows[0].cancelled_at = Instant{1};
    EXPECT_EQ(latest(rows)->answer, "GIVEN");
}

TEST(Consent, holds_what_was_agreed_to_and_nothing_else)
{
    EXPECT_EQ(beyond(given(), on_our_site()), Names{});

    auto use = on_our_site();
    use.media = {"TEXT", "VIDEO"};
    EXPECT_EQ(beyond(given(), use), Names{"media"});
    use = on_our_site();
    use.named = use.face = use.voice = true;
    EXPECT_EQ(beyond(given(), use), (Names{"named", "face", "voice"}));
    use = on_our_site();
    use.channel = "PRESS";
    EXPECT_EQ(beyond(given(), use), Names{"channel"});
    EXPECT_EQ(beyond(ConsentDetails{}, on_our_site()), (Names{"channel", "territory", "media"}));
}

TEST(Consent, reaches_as_far_as_its_territory)
{
    struct Line {
        const char* agreed;
        const char* channel;
        const char* wanted;
        bool holds;
    };
    for (const auto& [agreed, channel, wanted, holds] :
         std::vector<Line>{{"CITY", "EVENT", "CITY", true},
                           {"CITY", "EVENT", "ITALY", false},
                           {"EUROPE", "EVENT", "ITALY", true},
                           {"WORLD", "EVENT", "WORLD", true},
                           {"EUROPE", "SITE", "CITY", false}, // the web is read everywhere
                           {"WORLD", "EVENT", "MOON", false}}) {
        auto row = given();
        row.territory = agreed;
        auto use = on_our_site();
        use.channel = channel;
        use.territory = wanted;
        EXPECT_EQ(beyond(row, use).empty(), holds) << agreed << " " << channel << " " << wanted;
    }
}

TEST(Consent, never_shows_a_minor)
{
    auto row = of_minor();
    row.named = row.face = row.voice = true;
    auto use = on_our_site();
    use.voice = true;
    EXPECT_TRUE(may_be_there(&row, true, use, today));
    use.face = true;
    EXPECT_FALSE(may_be_there(&row, true, use, today));
    EXPECT_TRUE(may_be_there(&row, false, use, today));
    use.face = false;
    use.named = true;
    EXPECT_FALSE(may_be_there(&row, true, use, today));
}

TEST(Consent, says_why_a_place_must_go)
{
    EXPECT_EQ(reason_against(nullptr, false, today), "NOT_COVERED");
    auto row = given();
    EXPECT_EQ(reason_against(&row, false, today), "NOT_COVERED");
    row.ends_on = today.plus_days(-1);
    EXPECT_EQ(reason_against(&row, false, today), "EXPIRED");
    row.withdrawn_on = today;
    EXPECT_EQ(reason_against(&row, false, today), "WITHDRAWN");
}

} // namespace stories
