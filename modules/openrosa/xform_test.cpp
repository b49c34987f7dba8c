// SPDX-License-Identifier: EUPL-1.2
// The forms that phones are given, checked as strictly as a phone may read them; and the lists that
// lead to them.
#include <gtest/gtest.h>

#include <set>

#include "openrosa/forms.h"
#include "openrosa/testing.h"
#include "openrosa/xform.h"

using test_openrosa::Phones;

namespace {

using Names = std::set<std::string>;

class Checker {
public:
    explicit Checker(const std::string& text)
    {
        const auto result = document_.load_string(text.c_str());
        EXPECT_TRUE(result) << result.description();
        model_ = document_.document_element().child("h:head").child("model");
        body_ = document_.document_element().child("h:body");
        data_ = model_.child("instance").child("data");
        for (const auto& node : data_.children())
            if (std::string(node.name()) != "orx:meta")
                nodes_.insert("/data/" + std::string(node.name()));
        for (const auto& text_node : model_.child("itext").child("translation").children("text"))
            texts_.insert(text_node.attribute("id").value());
    }

    void check()
    {
        check_data();
        check_texts();
        check_binds();
        check_lists();
        check_questions(body_);
        EXPECT_EQ(asked_, nodes_) << "each node is asked once";
    }

    std::string attribute(const std::string& node, const char* name) const
    {
        return model_.find_child_by_attribute("bind", "nodeset", ("/data/" + node).c_str())
            .attribute(name)
            .value();
    }
    std::size_t languages() const
    {
        const auto all = model_.child("itext").children("translation");
        return static_cast<std::size_t>(std::distance(all.begin(), all.end()));
    }
    Names list(const std::string& name) const
    {
        Names names;
        const auto instance =
            model_.find_child_by_attribute("instance", "id", name.c_str()).child("root");
        for (const auto& item : instance.children("item"))
            EXPECT_TRUE(names.insert(item.child("name").child_value()).second);
        return names;
    }

private:
    void check_data()
    {
        EXPECT_TRUE(data_);
        EXPECT_FALSE(std::string(data_.attribute("id").value()).empty());
        EXPECT_EQ(std::string(data_.attribute("version").value()).size(), 16U);
        EXPECT_STREQ(data_.first_child().name(), "orx:meta") << "a cut form still has its name";
        EXPECT_TRUE(data_.child("orx:meta").child("orx:instanceID"));
    }

    // Every translation has the same texts, and none says nothing; one is the default.
    void check_texts()
    {
        int defaults = 0;
        Names languages;
        for (const auto& translation : model_.child("itext").children("translation")) {
            defaults += translation.attribute("default") ? 1 : 0;
            EXPECT_TRUE(languages.insert(translation.attribute("lang").value()).second);
            Names texts;
            for (const auto& text : translation.children("text")) {
                const std::string id = text.attribute("id").value();
                EXPECT_TRUE(texts.insert(id).second) << id << " stands there twice";
                const std::string words = text.child("value").child_value();
                EXPECT_FALSE(words.empty()) << id;
                EXPECT_EQ(words.find('{'), std::string::npos) << words;
                EXPECT_FALSE(words.starts_with("field.") || words.starts_with("error.")) << words;
            }
            EXPECT_EQ(texts, texts_) << translation.attribute("lang").value();
        }
        EXPECT_EQ(defaults, 1);
    }

    // jr:itext('id')
    void check_itext(const std::string& reference)
    {
        ASSERT_TRUE(reference.starts_with("jr:itext('") && reference.ends_with("')")) << reference;
        EXPECT_TRUE(texts_.contains(reference.substr(10, reference.size() - 12))) << reference;
    }

    void check_binds()
    {
        static const Names types{"string", "int", "decimal", "date", "dateTime", "binary"};
        Names bound;
        for (const auto& bind : model_.children("bind")) {
            const std::string node = bind.attribute("nodeset").value();
            EXPECT_TRUE(bound.insert(node).second) << node;
            EXPECT_TRUE(types.contains(bind.attribute("type").value())) << node;
            if (node == "/data/orx:meta/orx:instanceID") {
                EXPECT_STREQ(bind.attribute("jr:preload").value(), "uid");
                continue;
            }
            EXPECT_TRUE(nodes_.contains(node)) << node;
            for (const char* message : {"jr:requiredMsg", "jr:constraintMsg"})
                if (bind.attribute(message))
                    check_itext(bind.attribute(message).value());
            EXPECT_EQ(!bind.attribute("constraint"), !bind.attribute("jr:constraintMsg")) << node;
            check_expression(bind.attribute("constraint").value());
            check_expression(bind.attribute("relevant").value());
        }
        EXPECT_EQ(bound.size(), nodes_.size() + 1);
        for (const auto& set : model_.children("setvalue")) {
            EXPECT_TRUE(nodes_.contains(set.attribute("ref").value()));
            EXPECT_STREQ(set.attribute("event").value(), "odk-instance-first-load");
        }
    }

    // Every path in it is a node, and every bracket is closed.
    void check_expression(const std::string& expression)
    {
        for (auto at = expression.find("/data/"); at != std::string::npos;
             at = expression.find("/data/", at + 1)) {
            const auto end = expression.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 6);
            EXPECT_TRUE(nodes_.contains(expression.substr(at, end - at))) << expression;
        }
        EXPECT_EQ(std::count(expression.begin(), expression.end(), '('),
                  std::count(expression.begin(), expression.end(), ')'));
    }

    void check_lists()
    {
        for (const auto& instance : model_.children("instance")) {
            const std::string id = instance.attribute("id").value();
            if (id.empty())
                continue;
            EXPECT_TRUE(lists_.insert(id).second);
            EXPECT_FALSE(list(id).empty()) << id;
            for (const auto& item : instance.child("root").children("item")) {
                EXPECT_TRUE(texts_.contains(item.child("itextId").child_value()));
                const std::string name = item.child("name").child_value();
                EXPECT_EQ(name.find(' '), std::string::npos)
                    << "codes are sent with spaces between";
            }
        }
    }

    void check_questions(const pugi::xml_node& inside)
    {
        for (const auto& control : inside.children()) {
            if (std::string(control.name()) == "group") {
                check_questions(control);
                continue;
            }
            const std::string node = control.attribute("ref").value();
            EXPECT_TRUE(nodes_.contains(node)) << node;
            EXPECT_TRUE(asked_.insert(node).second) << node;
            check_itext(control.child("label").attribute("ref").value());
            if (control.child("hint"))
                check_itext(control.child("hint").attribute("ref").value());
            const std::string kind = control.name();
            if (kind == "select" || kind == "select1")
                check_itemset(control.child("itemset"));
            else
                EXPECT_TRUE(kind == "input" || kind == "upload") << kind;
        }
    }

    void check_itemset(const pugi::xml_node& itemset)
    {
        const std::string nodeset = itemset.attribute("nodeset").value();
        ASSERT_TRUE(nodeset.starts_with("instance('") && nodeset.ends_with("')/root"
                                                                           "/item"))
            << nodeset;
        EXPECT_TRUE(lists_.contains(nodeset.substr(10, nodeset.size() - 22))) << nodeset;
        EXPECT_STREQ(itemset.child("value").attribute("ref").value(), "name");
        EXPECT_STREQ(itemset.child("label").attribute("ref").value(), "jr:itext(itextId)");
    }

    pugi::xml_document document_;
    pugi::xml_node model_;
    pugi::xml_node body_;
    pugi::xml_node data_;
    Names nodes_;
    Names texts_;
    Names lists_;
    Names asked_;
};

class XForms : public Phones {
protected:
    pugi::xml_document read(const core::Response& response)
    {
        EXPECT_EQ(response.status, 200) << response.body;
        EXPECT_EQ(response.content_type, "text/xml; charset=utf-8");
        EXPECT_EQ(header(response, "X-OpenRosa-Version"), "1.0");
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(response.body.c_str()));
        return document;
    }
};

std::string fault_of(const core::House& house, const std::string& forms,
                     const std::string& questions)
{
    try {
        openrosa::read_forms(house, "form,act,show,change,purpose,it,en\n" + forms + "\n",
                             "form,question,kind,screen,when,is\n" + questions + "\n");
        return "";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, XForms, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(XForms, hold_together)
{
    for (const auto* form : {"contact", "tally"})
        Checker(get(std::string("/openrosa/roma/forms/") + form).body).check();
}

TEST_P(XForms, say_what_the_act_says)
{
    const Checker contact(get("/openrosa/roma/forms/contact").body);
    EXPECT_EQ(contact.languages(), house->words().languages().size());
    EXPECT_EQ(contact.attribute("at", "type"), "dateTime");
    EXPECT_EQ(contact.attribute("at", "required"), "true()");
    EXPECT_NE(contact.attribute("at", "constraint"), "");
    EXPECT_EQ(contact.attribute("setting", "required"), "true()");
    EXPECT_EQ(contact.attribute("note", "required"), "");
    EXPECT_EQ(contact.attribute("note", "constraint"), "string-length(.) <= 4000");
    EXPECT_EQ(contact.attribute("languages", "constraint"), "count-selected(.) <= 20");
    EXPECT_EQ(contact.attribute("mediator_present", "relevant"), "/data/languages != ''");
    EXPECT_EQ(contact.attribute("place_photo", "type"), "binary");
    EXPECT_EQ(contact.attribute("place_photo", "orx:max-pixels"), "1600");
    EXPECT_TRUE(contact.list("district").contains("RM-I"));
    EXPECT_EQ(contact.list("district").size(), house->catalogue().districts("roma").size());

    const Checker tally(get("/openrosa/roma/forms/tally").body);
    EXPECT_EQ(tally.attribute("people_seen", "type"), "int");
    EXPECT_EQ(tally.attribute("people_seen", "constraint"), ". >= 1 and . <= 10000");
}

TEST_P(XForms, never_ask_where_the_phone_is)
{
    for (const auto* form : {"contact", "tally"}) {
        const auto text = get(std::string("/openrosa/roma/forms/") + form).body;
        for (const auto* word : {"geopoint", "geotrace", "deviceid", "phonenumber", "audit"})
            EXPECT_EQ(text.find(word), std::string::npos) << word;
    }
}

TEST_P(XForms, are_those_of_the_city)
{
    const Checker milano(get("/openrosa/milano/forms/contact", "elena@milano").body);
    EXPECT_TRUE(milano.list("district").contains("MI-2"));
    EXPECT_FALSE(milano.list("district").contains("RM-I"));
}

TEST_P(XForms, are_listed_with_the_digest_of_what_is_downloaded)
{
    const auto list = read(get("/openrosa/roma/formList"));
    const auto root = list.document_element();
    EXPECT_STREQ(root.attribute("xmlns").value(), "http://openrosa.org/xforms/xformsList");
    int forms = 0;
    for (const auto& form : root.children("xform")) {
        ++forms;
        EXPECT_FALSE(form.child("manifestUrl")); // no form has files
        const std::string url = form.child("downloadUrl").child_value();
        const std::string base = "http://lgnet.example";
        ASSERT_TRUE(url.starts_with(base + "/openrosa/roma/")) << url;
        const auto downloaded = get(url.substr(base.size())).body;
        EXPECT_EQ("md5:" + openrosa::md5_of(downloaded), form.child("hash").child_value());
        EXPECT_NE(downloaded.find(std::string("version=\"") + form.child("version").child_value()),
                  std::string::npos);
        EXPECT_FALSE(std::string(form.child("name").child_value()).empty());
    }
    EXPECT_EQ(forms, 2);
    EXPECT_EQ(openrosa::md5_of("abc"), "900150983cd24fb0d6963f7d28e17f72"); // RFC 1321
}

TEST_P(XForms, are_listed_alone_when_one_is_asked_for)
{
    const auto count = [&](const std::string& query) {
        const auto list = read(get("/openrosa/roma/formList?" + query));
        const auto all = list.document_element().children("xform");
        return std::distance(all.begin(), all.end());
    };
    EXPECT_EQ(count("formID=tally"), 1);
    EXPECT_EQ(count("formID=no-such-form"), 0);
    EXPECT_EQ(count("verbose=true&listAllVersions=true&deviceID=x"), 2);
    const auto manifest = read(get("/openrosa/roma/forms/contact/manifest"));
    EXPECT_STREQ(manifest.document_element().attribute("xmlns").value(),
                 "http://openrosa.org/xforms/xformsManifest");
}

TEST_P(XForms, are_https_behind_a_proxy_and_no_host_is_believed_that_is_none)
{
    auto request = phone_request("GET /openrosa/roma/formList", "giulia@roma");
    request.headers.emplace_back("x-forwarded-proto", "https");
    EXPECT_NE(house->answer(request).body.find("https://lgnet.example/openrosa/roma/forms/"),
              std::string::npos);
    for (auto& [name, value] : request.headers)
        if (name == "host")
            value = "x\"><evil/>";
    EXPECT_EQ(house->answer(request).body.find("evil"), std::string::npos);
}

TEST_P(XForms, that_are_wrong_stop_the_program_with_the_line)
{
    const std::string good = "tally,outreach.record_tally,,,outreach,Uno,One";
    const std::string asked = "tally,at,now,1,,\ntally,setting,,1,,\ntally,district,,1,,\n"
                              "tally,people_seen,,2,,";
    EXPECT_EQ(fault_of(*house, good, asked), "");
    const auto fault = [&](const std::string& forms, const std::string& questions) {
        const auto what = fault_of(*house, forms, questions);
        EXPECT_TRUE(what.starts_with("catalogue/forms/phone_")) << what;
        return !what.empty();
    };
    EXPECT_TRUE(fault("tally,outreach.no_such_act,,,outreach,Uno,One", asked));
    EXPECT_TRUE(fault("tally,outreach.list_tallies,,,outreach,Uno,One", asked));
    EXPECT_TRUE(fault("tally,outreach.record_tally,outreach.get_contact,,outreach,Uno,One", asked));
    EXPECT_TRUE(fault("tally,outreach.record_tally,,,curiosity,Uno,One", asked));
    EXPECT_TRUE(fault("tally,outreach.record_tally,,,outreach,,One", asked));
    EXPECT_TRUE(fault(good + "\n" + good, asked));
    EXPECT_TRUE(fault(good, ""));
    EXPECT_TRUE(fault(good, "tally,at,,1,,")); // what is needed is not asked
    EXPECT_TRUE(fault(good, asked + "\ntally,at,,1,,"));
    EXPECT_TRUE(fault(good, asked + "\ntally,no_such_field,,1,,"));
    EXPECT_TRUE(fault(good, asked + "\ntally,outing,,1,,")); // no phone knows the outings
    EXPECT_TRUE(fault(good, asked + "\ntally,note,now,1,,"));
    EXPECT_TRUE(fault(good, asked + "\ntally,note,,1,of_which_minors,"));
    EXPECT_TRUE(fault(good, asked + "\nother,note,,1,,"));
    EXPECT_TRUE(fault(good, asked + "\ntally,note,,1"));
}
