// SPDX-License-Identifier: EUPL-1.2
#include "cases/attachments.h"

#include <gtest/gtest.h>

#include "base/base64.h"
#include "cases/testing.h"
#include "core/journal.h"

namespace {

using test_cases::id;

const std::string paper = "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF\n";

class Attachments : public test_cases::Service {
protected:
    Attachments() { open_integrated("c1", "amina"); }

    static std::string details(const std::string& title, const std::string& kept_to)
    {
        return R"("document_kind":"PERMIT","on":"2026-11-20","title":")" + title +
               R"(","kept_to":")" + kept_to + '"';
    }

    std::string attach(const core::Actor& actor, const std::string& name,
                       const std::string& title = "Ricevuta",
                       const std::string& kept_to = "everybody", const std::string& bytes = paper)
    {
        return outcome(actor, "POST " + at("c1", "/attachments"),
                       R"({"id":")" + id(name) + R"(","file_name":"Amina Diallo.pdf",)" +
                           details(title, kept_to) + R"(,"content":")" + to_base64(bytes) + "\"}");
    }

    std::string change(const core::Actor& actor, const std::string& name, const std::string& title,
                       const std::string& kept_to = "everybody")
    {
        return outcome(actor, "PUT " + file(name), "{" + details(title, kept_to) + "}");
    }

    static std::string file(const std::string& name)
    {
        return "/api/cases/attachments/" + id(name);
    }

    // "200", or what is wrong.
    std::string download(const core::Actor& actor, const std::string& name)
    {
        const auto response = ask(actor, "GET " + file(name));
        return response.status < 400 ? std::to_string(response.status)
                                     : outcome(actor, "GET " + file(name));
    }

    bool says(const core::Actor& actor, const std::string& text)
    {
        return ask(actor, "GET " + at("c1", "/diary")).body.find(text) != std::string::npos;
    }

    core::JournalLine last_line()
    {
        core::JournalFilter any;
        any.from = house_.now.plus_seconds(-60);
        any.to = house_.now.plus_seconds(60);
        any.before = 1000;
        std::vector<core::ListedLine> lines;
        house_.store("roma").read([&](store::Transaction& transaction) {
            lines = core::list_journal(transaction, any, 1);
        });
        return lines.at(0).line;
    }
};

} // namespace

TEST_P(Attachments, come_back_as_they_were_as_a_file_and_leave_a_line)
{
    EXPECT_EQ(attach(sara, "f1"), "201");
    EXPECT_EQ(attach(sara, "f1"), "201"); // repeated: as the first time
    EXPECT_EQ(attach(sara, "f1", "Altro"), "409 core.id_taken");
    EXPECT_TRUE(says(marco, R"("kind":"attachment","on":"2026-11-20")"));
    EXPECT_TRUE(says(marco, R"("title":"Ricevuta","file_name":"Amina Diallo.pdf","format":"pdf")"));
    EXPECT_FALSE(says(marco, to_base64(paper).substr(0, 40)));

    const auto response = ask(luca, "GET " + file("f1"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, paper);
    EXPECT_EQ(response.content_type, "application/octet-stream");
    std::map<std::string, std::string> headers(response.headers.begin(), response.headers.end());
    EXPECT_EQ(headers["Content-Security-Policy"], "sandbox; default-src 'none'");
    const auto tail = id("f1").substr(id("f1").size() - 8);
    EXPECT_EQ(headers["Content-Disposition"], "attachment; filename=\"allegato-" + tail + ".pdf\"");

    const auto line = last_line();
    EXPECT_EQ(line.act, "cases.get_attachment");
    EXPECT_EQ(line.actor, to_string(luca.account));
    EXPECT_EQ(line.thing, id("f1"));
    EXPECT_EQ(line.person, id("amina"));
    EXPECT_EQ(line.purpose, "care");
    EXPECT_EQ(house_.ask(luca, "GET " + file("f1"), {}, "").status, 400) << "without a purpose";
}

TEST_P(Attachments, that_are_kept_to_a_profession_are_not_there_for_others)
{
    ASSERT_EQ(attach(vera, "f1", "Referto", "profession"), "201");
    ASSERT_EQ(attach(luca, "f2", "Quaderno", "profession"), "201");
    EXPECT_TRUE(says(vera, "Referto"));
    for (const auto& other : {sara, luca, marco}) {
        EXPECT_FALSE(says(other, "Referto"));
        EXPECT_FALSE(says(other, id("f1")));
        EXPECT_EQ(download(other, "f1"), "404 core.not_found");
        EXPECT_EQ(change(other, "f1", "x"), "404 core.not_found");
        EXPECT_EQ(outcome(other, "DELETE " + file("f1")), "404 core.not_found");
        EXPECT_EQ(outcome(other, "POST " + file("f1") + "/restore"), "404 core.not_found");
    }
    EXPECT_EQ(download(vera, "f1"), "200");
    EXPECT_EQ(download(luca, "f2"), "200");
    EXPECT_EQ(download(vera, "f2"), "404 core.not_found");
    EXPECT_EQ(attach(marco, "f3", "x", "profession"), "409 cases.no_profession_to_keep_to");

    EXPECT_EQ(change(vera, "f1", "Referto", "everybody"), "200");
    EXPECT_EQ(download(sara, "f1"), "200");
}

TEST_P(Attachments, are_changed_by_who_added_them)
{
    ASSERT_EQ(attach(sara, "f1"), "201");
    EXPECT_EQ(change(luca, "f1", "di Luca"), "409 cases.not_your_attachment");
    EXPECT_EQ(outcome(luca, "DELETE " + file("f1")), "409 cases.not_your_attachment");
    EXPECT_EQ(change(sara, "f1", "Permesso"), "200");
    EXPECT_TRUE(says(luca, "Permesso"));

    EXPECT_EQ(outcome(sara, "DELETE " + file("f1")), "204");
    EXPECT_FALSE(says(luca, "Permesso"));
    EXPECT_EQ(download(luca, "f1"), "404 core.not_found");
    EXPECT_EQ(download(sara, "f1"), "200");
    EXPECT_EQ(change(sara, "f1", "Ancora"), "404 core.not_found");
    EXPECT_EQ(outcome(sara, "POST " + file("f1") + "/restore"), "200");
    EXPECT_EQ(download(luca, "f1"), "200");

    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-21","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(change(sara, "f1", "Dopo"), "409 cases.closed");
    EXPECT_EQ(attach(sara, "f2"), "409 cases.closed");
    EXPECT_EQ(download(luca, "f1"), "200") << "what is there can still be read";
}

// Who does not read a file is not told of it by its being one too many.
TEST_P(Attachments, are_so_many_at_most_that_one_reads)
{
    ASSERT_EQ(attach(vera, "v1", "Referto", "profession"), "201");
    for (std::size_t i = 0; i < cases::attachments_max; ++i)
        ASSERT_EQ(attach(sara, "s" + std::to_string(i)), "201") << i;
    EXPECT_EQ(attach(sara, "one more"), "409 cases.too_many_attachments");
    // What she takes back stays hers.
    EXPECT_EQ(outcome(sara, "DELETE " + file("s0")), "204");
    EXPECT_EQ(attach(sara, "one more"), "409 cases.too_many_attachments");
    EXPECT_EQ(attach(luca, "one more"), "201");
}

TEST_P(Attachments, of_another_kind_are_refused_and_nothing_is_kept)
{
    const auto with = [&](const std::string& bytes) {
        return attach(sara, "f1", "x", "everybody", bytes);
    };
    EXPECT_EQ(with("MZ a program"), "422 content cases.file_unknown");
    EXPECT_EQ(with("%PDF-1.4 <</S/JavaScript>> %%EOF"), "422 content cases.pdf_script");
    EXPECT_EQ(with("%PDF-1.4 " + std::string(cases::file_bytes_max, ' ')),
              "422 content cases.file_too_large");
    EXPECT_EQ(with(""), "422 content required");
    EXPECT_FALSE(says(sara, id("f1")));
    EXPECT_EQ(with(paper), "201") << "the id is still free";
}

TEST_P(Attachments, are_sealed_and_read_by_who_reads_the_case)
{
    ASSERT_EQ(attach(sara, "f1"), "201");
    static const store::Sql sealed("select a.document_kind, a.title, a.file_name, c.content"
                                   " from cases_attachment a"
                                   " join cases_attachment_content c on c.id = a.id");
    int rows = 0;
    house_.store("roma").read([&](store::Transaction& transaction) {
        const auto found = transaction.query(sealed);
        for (; found->next(); ++rows)
            for (int i = 0; i < found->columns(); ++i)
                EXPECT_TRUE(found->text(i).starts_with("s1."));
    });
    EXPECT_EQ(rows, 1);

    for (const auto& stranger : {nadia, giulia, paola, bruno}) {
        EXPECT_EQ(download(stranger, "f1"), "404 core.not_found");
        EXPECT_EQ(attach(stranger, "f9"), "404 core.not_found");
        EXPECT_EQ(change(stranger, "f1", "x"), "404 core.not_found");
        EXPECT_EQ(outcome(stranger, "DELETE " + file("f1")), "404 core.not_found");
    }
}

INSTANTIATE_TEST_SUITE_P(Both, Attachments, test_stores::both(),
                         ::testing::PrintToStringParamName());
