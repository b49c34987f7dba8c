// SPDX-License-Identifier: EUPL-1.2
#include "base/field.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

struct Thing;

struct Place {
    static constexpr const char* title = "Place";
    std::string name;
    std::optional<int> floor;

    static constexpr auto fields()
    {
        return std::tuple(field("name", &Place::name).sealed(Mark::identity).sample(R"("Casa")"),
                          field("floor", &Place::floor).between(-2, 40));
    }
};

struct Wish {
    static constexpr const char* title = "Wish";
    Id<Thing> id;
    std::string kind;
    bool urgent = false;
    int people = 0;
    std::int64_t cents = 0;
    double hours = 0;
    Date on;
    Instant at;
    std::optional<std::string> note;
    std::vector<std::string> languages;
    Place place;
    std::optional<Place> other_place;
    std::vector<Place> further;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Wish::id), field("kind", &Wish::kind).one_of("kind"),
                          field("urgent", &Wish::urgent),
                          field("people", &Wish::people).between(1, 9),
                          field("cents", &Wish::cents), field("hours", &Wish::hours).between(0, 24),
                          field("on", &Wish::on).not_future(), field("at", &Wish::at).not_future(),
                          field("note", &Wish::note).up_to(5).says("Why"),
                          field("languages", &Wish::languages).one_of("language").at_most(2),
                          field("place", &Wish::place), field("other_place", &Wish::other_place),
                          field("further", &Wish::further).at_most(3));
    }
};

struct Password {
    static constexpr const char* title = "Password";
    std::string password;

    static constexpr auto fields()
    {
        return std::tuple(field("password", &Password::password).secret().up_to(64));
    }
};

struct Question {
    static constexpr const char* title = "Question";
    std::optional<int> limit;
    std::optional<bool> mine;
    std::optional<double> share;
    std::vector<std::string> kinds;

    static constexpr auto fields()
    {
        return std::tuple(field("limit", &Question::limit).between(1, 200),
                          field("mine", &Question::mine), field("share", &Question::share),
                          field("kinds", &Question::kinds).one_of("kind").at_most(2));
    }
};

struct OneOfMany {
    static constexpr const char* title = "OneOfMany";
    std::string code;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &OneOfMany::code).one_of("many"));
    }
};

struct OneDay {
    static constexpr const char* title = "OneDay";
    Date on;

    static constexpr auto fields() { return std::tuple(field("on", &OneDay::on).not_future()); }
};

class TwoLists : public Lists {
public:
    bool has(std::string_view list, std::string_view code) const override
    {
        const auto known = codes(list);
        return std::find(known.begin(), known.end(), code) != known.end();
    }
    std::vector<std::string> codes(std::string_view list) const override
    {
        if (list == "kind")
            return {"ROOM", "BED"};
        if (list == "many") {
            std::vector<std::string> many;
            for (int i = 0; i < 40; ++i)
                many.push_back("C" + std::to_string(i));
            return many;
        }
        return {"it", "en", "fr"};
    }
};

const TwoLists lists;
const Instant now = parse_instant("2026-11-23T21:15:00Z").value();

constexpr auto good_wish = R"({
    "id": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "BED", "urgent": true, "people": 2,
    "cents": 1250, "hours": 1.5, "on": "2026-11-23", "at": "2026-11-23T21:15:00Z",
    "place": {"name": "Casa"}})";

template <class T> T read(const std::string& json, bool from_url = false)
{
    const auto document = JsonDocument::parse(json);
    Reading reading{lists, now, from_url, {}};
    return read_input<T>(reading, document.root());
}

// "people: too_large; on: not_a_date" of a good wish in which these members are changed; "" when
// all was well.
template <class T> std::string wrong_in(const std::string& json, bool from_url = false)
{
    try {
        read<T>(json, from_url);
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 422);
        EXPECT_EQ(problem.code, "core.input_invalid");
        std::string wrong;
        for (const auto& error : problem.errors)
            wrong += (wrong.empty() ? "" : "; ") + error.field + ": " + error.code;
        return wrong;
    }
    return "";
}

// The good wish with one member more; of two with one name the last is read.
std::string wrong_with(const std::string& member)
{
    std::string json = good_wish;
    json.insert(json.rfind('}'), ", " + member);
    return wrong_in<Wish>(json);
}

std::string fact_of(const std::string& member, const std::string& name)
{
    std::string json = good_wish;
    json.insert(json.rfind('}'), ", " + member);
    try {
        read<Wish>(json);
    } catch (const Problem& problem) {
        for (const auto& [fact, value] : problem.errors.at(0).facts)
            if (fact == name)
                return value;
    }
    return "no such fact";
}

} // namespace

TEST(Field, good_input_becomes_a_value)
{
    const auto wish = read<Wish>(good_wish);
    EXPECT_EQ(to_string(wish.id), "01890a5d-ac96-774b-bcce-b302099a8057");
    EXPECT_EQ(wish.kind, "BED");
    EXPECT_TRUE(wish.urgent);
    EXPECT_EQ(wish.people, 2);
    EXPECT_EQ(wish.cents, 1250);
    EXPECT_EQ(wish.hours, 1.5);
    EXPECT_EQ(to_string(wish.on), "2026-11-23");
    EXPECT_EQ(wish.at, now);
    EXPECT_EQ(wish.place.name, "Casa");
    EXPECT_FALSE(wish.note);
    EXPECT_FALSE(wish.other_place);
    EXPECT_TRUE(wish.languages.empty());
    EXPECT_TRUE(wish.further.empty());
}

TEST(Field, what_may_be_left_out_may_be_null_or_blank)
{
    EXPECT_EQ(wrong_with(R"("note": null, "languages": null, "other_place": null)"), "");
    EXPECT_EQ(wrong_with(R"("note": "   ")"), "");
}

TEST(Field, every_wrong_field_is_told_at_once)
{
    EXPECT_EQ(wrong_in<Wish>("{}"),
              "id: required; kind: required; urgent: required; people: required; cents: required; "
              "hours: required; on: required; at: required; place: required");
    EXPECT_EQ(wrong_with(R"("people": 10, "on": "23/11/2026", "languages": ["it", "xx"],
                            "place": {"name": 7, "floor": 41}, "colour": "red")"),
              "people: too_large; on: not_a_date; languages[1]: unknown_code; "
              "place.name: wrong_type; place.floor: too_large; colour: unknown_field");
}

TEST(Field, input_must_be_an_object)
{
    EXPECT_EQ(wrong_in<Wish>("[]"), ": wrong_type");
    EXPECT_EQ(wrong_in<Wish>("null"), ": wrong_type");
    EXPECT_EQ(wrong_with(R"("place": "Casa")"), "place: wrong_type");
}

TEST(Field, of_text)
{
    EXPECT_EQ(wrong_with(R"("note": "citt\u00e0")"), ""); // five characters, six bytes
    EXPECT_EQ(wrong_with(R"("note": "  five!  ")"), "");  // spaces around are not of it
    EXPECT_EQ(wrong_with(R"("note": "sixsix")"), "note: too_long");
    EXPECT_EQ(fact_of(R"("note": "sixsix")", "most"), "5");
    EXPECT_EQ(wrong_with(R"("note": 5)"), "note: wrong_type");
    EXPECT_EQ(wrong_with(R"("note": "a\u0000b")"), "note: control_character");
    EXPECT_EQ(wrong_with(R"("note": "a\u001bb")"), "note: control_character");
    EXPECT_EQ(wrong_with(R"("note": "a\u007fb")"), "note: control_character");
    EXPECT_EQ(wrong_with(R"("note": "a\n\tb")"), "");
    std::string json = good_wish;
    json.insert(json.rfind('}'), R"(, "note": "  x ")");
    EXPECT_EQ(read<Wish>(json).note, "x");
}

TEST(Field, of_codes)
{
    EXPECT_EQ(wrong_with(R"("kind": "TENT")"), "kind: unknown_code");
    EXPECT_EQ(wrong_with(R"("kind": "bed")"), "kind: unknown_code");
    EXPECT_EQ(fact_of(R"("kind": "TENT")", "value"), "TENT");
    EXPECT_EQ(fact_of(R"("kind": "TENT")", "expected"), "ROOM, BED");
}

TEST(Field, of_many_codes_names_only_some)
{
    try {
        read<OneOfMany>(R"({"code": "X"})");
        FAIL();
    } catch (const Problem& problem) {
        const auto& expected = problem.errors.at(0).facts.at(1).second;
        EXPECT_TRUE(expected.ends_with("C23 …")) << expected;
    }
}

TEST(Field, of_truth)
{
    EXPECT_EQ(wrong_with(R"("urgent": "true")"), "urgent: wrong_type");
    EXPECT_EQ(wrong_with(R"("urgent": 1)"), "urgent: wrong_type");
}

TEST(Field, of_whole_numbers)
{
    EXPECT_EQ(wrong_with(R"("people": 1)"), "");
    EXPECT_EQ(wrong_with(R"("people": 9)"), "");
    EXPECT_EQ(wrong_with(R"("people": 0)"), "people: too_small");
    EXPECT_EQ(wrong_with(R"("people": 2.0)"), "people: wrong_type");
    EXPECT_EQ(wrong_with(R"("people": "2")"), "people: wrong_type");
    EXPECT_EQ(wrong_with(R"("cents": 9223372036854775807)"), "");
    EXPECT_EQ(wrong_with(R"("cents": 9223372036854775808)"), "cents: wrong_type");
    EXPECT_EQ(wrong_with(R"("people": 4294967298)"), "people: too_large"); // not 2
    EXPECT_EQ(fact_of(R"("people": 10)", "most"), "9");
    EXPECT_EQ(fact_of(R"("people": 0)", "least"), "1");
}

TEST(Field, of_real_numbers)
{
    EXPECT_EQ(wrong_with(R"("hours": 2)"), "");
    EXPECT_EQ(wrong_with(R"("hours": 24.01)"), "hours: too_large");
    EXPECT_EQ(wrong_with(R"("hours": -0.1)"), "hours: too_small");
    EXPECT_EQ(wrong_with(R"("hours": 1e400)"), "hours: wrong_type");
    EXPECT_EQ(wrong_with(R"("hours": "2")"), "hours: wrong_type");
}

TEST(Field, of_days)
{
    EXPECT_EQ(wrong_with(R"("on": "2026-02-30")"), "on: not_a_date");
    EXPECT_EQ(wrong_with(R"("on": 20260223)"), "on: wrong_type");
    EXPECT_EQ(wrong_with(R"("on": "2026-11-24")"), "on: in_the_future");
}

TEST(Field, today_is_the_day_on_the_wall_in_italy)
{
    const auto document = JsonDocument::parse(R"({"on": "2026-11-24"})");
    Reading after_midnight{lists, parse_instant("2026-11-23T23:30:00Z").value(), false, {}};
    EXPECT_NO_THROW(read_input<OneDay>(after_midnight, document.root()));
}

TEST(Field, of_instants)
{
    EXPECT_EQ(wrong_with(R"("at": "2026-11-23")"), "at: not_an_instant");
    EXPECT_EQ(wrong_with(R"("at": "2026-11-23T21:20:00Z")"), ""); // clocks of phones run ahead
    EXPECT_EQ(wrong_with(R"("at": "2026-11-23T21:20:00.001Z")"), "at: in_the_future");
}

TEST(Field, of_ids)
{
    EXPECT_EQ(wrong_with(R"("id": "7")"), "id: not_an_id");
    EXPECT_EQ(wrong_with(R"("id": 7)"), "id: wrong_type");
    EXPECT_EQ(wrong_with(R"("id": "00000000-0000-0000-0000-000000000000")"), "id: not_an_id");
}

TEST(Field, of_lists)
{
    EXPECT_EQ(wrong_with(R"("languages": ["it", "en"])"), "");
    EXPECT_EQ(wrong_with(R"("languages": ["it", "en", "fr"])"), "languages: too_many");
    EXPECT_EQ(wrong_with(R"("languages": "it")"), "languages: wrong_type");
    EXPECT_EQ(wrong_with(R"("languages": [7, null])"),
              "languages[0]: wrong_type; languages[1]: wrong_type");
    EXPECT_EQ(wrong_with(R"("further": [{"name": "A"}, {"floor": 1, "x": 2}])"),
              "further[1].name: required; further[1].x: unknown_field");
}

TEST(Field, inside_another_has_a_path)
{
    EXPECT_EQ(wrong_with(R"("other_place": {"floor": -3})"),
              "other_place.name: required; other_place.floor: too_small");
    EXPECT_EQ(wrong_with(R"("other_place": {"name": "B", "door": 2})"),
              "other_place.door: unknown_field");
}

TEST(Field, unknown_says_which_are_known)
{
    EXPECT_EQ(fact_of(R"("place": {"name": "B", "door": 2})", "expected"), "name, floor");
}

TEST(Field, that_is_secret_keeps_its_spaces)
{
    EXPECT_EQ(read<Password>(R"({"password": " open sesame "})").password, " open sesame ");
}

TEST(Field, from_a_url_is_all_text)
{
    const auto question = read<Question>(
        R"({"limit": "50", "mine": "true", "share": "0.5", "kinds": "BED,ROOM"})", true);
    EXPECT_EQ(question.limit, 50);
    EXPECT_EQ(question.mine, true);
    EXPECT_EQ(question.share, 0.5);
    EXPECT_EQ(question.kinds, (std::vector<std::string>{"BED", "ROOM"}));
}

TEST(Field, from_a_url_is_checked_like_any_other)
{
    EXPECT_EQ(wrong_in<Question>(R"({"limit": "5x", "mine": "yes", "share": "much"})", true),
              "limit: wrong_type; mine: wrong_type; share: wrong_type");
    EXPECT_EQ(wrong_in<Question>(R"({"limit": "201", "kinds": "BED,TENT", "page": "2"})", true),
              "limit: too_large; kinds[1]: unknown_code; page: unknown_field");
    EXPECT_EQ(wrong_in<Question>(R"({"kinds": "BED,ROOM,BED"})", true), "kinds: too_many");
    EXPECT_EQ(wrong_in<Question>(R"({"limit": "99999999999999999999"})", true),
              "limit: wrong_type");
    EXPECT_EQ(wrong_in<Question>(R"({"limit": "", "mine": "", "kinds": ""})", true), "");
}

TEST(Field, value_is_written_and_read_again)
{
    auto wish = read<Wish>(good_wish);
    wish.note = "a\"b";
    wish.languages = {"it", "fr"};
    wish.further = {{"Uno", 3}, {"Due", std::nullopt}};
    const auto json = to_json(wish);
    EXPECT_EQ(json, R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","kind":"BED","urgent":true,)"
                    R"("people":2,"cents":1250,"hours":1.5,"on":"2026-11-23",)"
                    R"("at":"2026-11-23T21:15:00.000Z","note":"a\"b","languages":["it","fr"],)"
                    R"("place":{"name":"Casa"},)"
                    R"("further":[{"name":"Uno","floor":3},{"name":"Due"}]})");
    EXPECT_EQ(to_json(read<Wish>(json)), json);
}

TEST(Field, number_that_is_none_is_null)
{
    std::string out;
    write_value(out, std::nan(""));
    EXPECT_EQ(out, "null");
    out.clear();
    write_value(out, 0.1);
    EXPECT_EQ(out, "0.1");
}

TEST(Schemas, of_a_struct_and_of_those_inside_it_stand_once_each)
{
    Schemas schemas;
    EXPECT_EQ(schemas.add<Wish>(), "Wish");
    schemas.add<Wish>();
    const auto text = schemas.components();
    const auto document = JsonDocument::parse(text);
    EXPECT_EQ(document.root().size(), 2u);
    const auto wish = document.root().member("Wish");
    EXPECT_EQ(wish.member("required").size(), 9u);
    EXPECT_FALSE(wish.member("additionalProperties").boolean());
    const auto properties = wish.member("properties");
    EXPECT_EQ(properties.member("id").member("format").text(), "uuid");
    EXPECT_EQ(properties.member("kind").member("x-vocabulary").text(), "kind");
    EXPECT_EQ(properties.member("people").member("maximum").integer(), 9);
    EXPECT_EQ(properties.member("on").member("format").text(), "date");
    EXPECT_EQ(properties.member("note").member("maxLength").integer(), 5);
    EXPECT_EQ(properties.member("note").member("description").text(), "Why");
    EXPECT_EQ(properties.member("languages").member("maxItems").integer(), 2);
    EXPECT_EQ(properties.member("further").member("items").member("$ref").text(),
              "#/components/schemas/Place");
    EXPECT_EQ(
        document.root().member("Place").member("properties").member("name").member("x-mark").text(),
        "identity");
}

TEST(Schemas, example_is_an_input_that_is_read_without_fault)
{
    const auto example = Schemas::example<Wish>(lists);
    EXPECT_EQ(wrong_in<Wish>(example), "");
    const auto document = JsonDocument::parse(example);
    EXPECT_EQ(document.root().member("kind").text(), "ROOM");
    EXPECT_EQ(document.root().member("place").member("name").text(), "Casa");
    EXPECT_TRUE(document.root().member("note").is_null());
}

TEST(Marks, say_what_discloses_a_person)
{
    static_assert(discloses_person<Place>());
    static_assert(discloses_person<Wish>()); // by the place inside it
    static_assert(!discloses_person<Question>());
    std::vector<MarkedField> marked;
    list_marked<Place>(marked);
    ASSERT_EQ(marked.size(), 1u);
    EXPECT_EQ(marked[0].title + "." + marked[0].field, "Place.name");
    EXPECT_EQ(name_of(marked[0].mark), "identity");
}

// What is signed must be the same on both sides.
TEST(Numbers, are_read_as_they_were_written)
{
    std::mt19937_64 chance(20261130);
    std::uniform_int_distribution<int> counted(1, 100'000);
    for (int i = 0; i < 20'000; ++i) {
        const double share = static_cast<double>(counted(chance)) / counted(chance);
        std::string text;
        write_value(text, share);
        EXPECT_EQ(JsonDocument::parse(text).root().real(), share) << text;
        EXPECT_EQ(JsonDocument::parse("[" + text + "]").root().at(0).real(), share) << text;
    }
}
