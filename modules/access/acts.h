// SPDX-License-Identifier: EUPL-1.2
// What is asked of this module and what it answers. session_acts.cpp has the acts of one's own
// session, acts.cpp those of administrators and of the data-protection officer.
#pragma once

#include "access/access.h"

namespace lgnet::access {

// ---- one's own session

struct LogIn {
    static constexpr const char* title = "LogIn";

    std::string login; // "giulia@roma"
    std::string password;
    std::optional<Id<core::Account>> account; // these two are set by prove_log_in
    bool proved = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("login", &LogIn::login).sample(R"("giulia@roma")"),
            field("password", &LogIn::password).secret().sample(R"("lgnet-demo-2026")"));
    }
};

struct SessionTeam {
    static constexpr const char* title = "SessionTeam";

    std::string code;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &SessionTeam::code), field("name", &SessionTeam::name));
    }
};

struct Session {
    static constexpr const char* title = "Session";

    Id<core::Account> account;
    std::string login;
    std::string name;
    std::string store;
    std::optional<std::string> city_name; // none on the network's store
    std::vector<std::string> roles;
    std::vector<std::string> acts;
    std::vector<SessionTeam> teams;
    std::string language;
    std::optional<std::string> email;
    std::string csrf;

    static constexpr auto fields()
    {
        return std::tuple(
            field("account", &Session::account), field("login", &Session::login),
            field("name", &Session::name), field("store", &Session::store),
            field("city_name", &Session::city_name), field("roles", &Session::roles).one_of("role"),
            field("acts", &Session::acts).at_most(1000).says("What this account may ask."),
            field("teams", &Session::teams), field("language", &Session::language),
            field("email", &Session::email),
            field("csrf", &Session::csrf)
                .says("To be sent as Lgnet-Csrf with every POST, PUT and DELETE."));
    }
};

struct ChangePassword {
    static constexpr const char* title = "ChangePassword";

    std::string current;
    std::string wanted;
    bool proved = false; // these two are set by prove_password
    std::string hash;

    static constexpr auto fields()
    {
        return std::tuple(
            field("current", &ChangePassword::current).secret().sample(R"("lgnet-demo-2026")"),
            field("wanted", &ChangePassword::wanted)
                .secret()
                .sample(R"("una frase lunga da ricordare")")
                .says("At least 12 characters, any."));
    }
};

struct ChangeLanguage {
    static constexpr const char* title = "ChangeLanguage";

    std::string language;

    static constexpr auto fields()
    {
        return std::tuple(field("language", &ChangeLanguage::language).sample(R"("en")"));
    }
};

// None: the house writes to nobody.
struct ChangeEmail {
    static constexpr const char* title = "ChangeEmail";

    std::optional<std::string> email;

    static constexpr auto fields()
    {
        return std::tuple(
            field("email", &ChangeEmail::email).up_to(120).sample(R"("giulia.ferri@example.org")"));
    }
};

// The session is made durable, or the wrong password counted, only once prove_log_in has hashed.
void prove_log_in(core::Context& context, LogIn& wish);
Session log_in(core::Context& context, const LogIn& wish);
// Which store a log-in is for: what stands after the @.
std::optional<std::string> store_of_log_in(JsonView input);
Session show_session(core::Context& context);
void log_out(core::Context& context);
void prove_password(core::Context& context, ChangePassword& wish);
void change_password(core::Context& context, const ChangePassword& wish);
Session change_language(core::Context& context, const ChangeLanguage& wish);
Session change_email(core::Context& context, const ChangeEmail& wish);

// ---- accounts

struct ListAccounts {
    static constexpr const char* title = "ListAccounts";

    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(field("limit", &ListAccounts::limit).between(1, 200),
                          field("after", &ListAccounts::after));
    }
};

struct AccountEntry : Account {
    static constexpr const char* title = "AccountEntry";

    bool locked = false; // now, after too many wrong passwords
    std::optional<Instant> locked_until;

    static constexpr auto fields()
    {
        return std::tuple_cat(Account::fields(),
                              std::tuple(field("locked", &AccountEntry::locked),
                                         field("locked_until", &AccountEntry::locked_until)));
    }
};

struct AccountList {
    static constexpr const char* title = "AccountList";

    std::vector<AccountEntry> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &AccountList::items).at_most(200),
                          field("next", &AccountList::next));
    }
};

struct AddAccount {
    static constexpr const char* title = "AddAccount";

    Id<core::Account> id;
    std::string login_name;
    std::string name;
    std::vector<std::string> roles;
    std::vector<std::string> teams;
    std::string language;
    std::optional<std::string> profession;
    std::optional<std::string> organisation;
    std::vector<std::string> speaks;
    std::optional<std::string> email;
    std::string password;
    std::string hash; // set by hash_first_password

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AddAccount::id).sample(core::samples::new_account),
            field("login_name", &AddAccount::login_name)
                .up_to(40)
                .sample(R"("nadia")")
                .says("Small letters, digits, dot, hyphen."),
            field("name", &AddAccount::name).sample(R"("Nadia Serra")"),
            field("roles", &AddAccount::roles).one_of("role").sample(R"(["researcher"])"),
            field("teams", &AddAccount::teams).says("Codes of access.list_teams."),
            field("language", &AddAccount::language).sample(R"("it")"),
            field("profession", &AddAccount::profession).one_of("profession"),
            field("organisation", &AddAccount::organisation).sample(R"("Roma Capitale")"),
            field("speaks", &AddAccount::speaks)
                .one_of("language")
                .at_most(20)
                .says("Languages in which people can be talked to."),
            field("email", &AddAccount::email).up_to(120),
            field("password", &AddAccount::password)
                .secret()
                .sample(R"("una frase lunga da ricordare")")
                .says("At least 12 characters, any."));
    }
};

// What is left out stays as it was, apart from name, roles, teams, speaks and active.
struct ChangeAccount {
    static constexpr const char* title = "ChangeAccount";

    Id<core::Account> id;
    std::string name;
    std::vector<std::string> roles;
    std::vector<std::string> teams;
    bool active = true;
    std::optional<std::string> profession;
    std::optional<std::string> organisation;
    std::vector<std::string> speaks;
    std::optional<std::string> email;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ChangeAccount::id).sample(core::samples::luca),
            field("name", &ChangeAccount::name).sample(R"("Luca De Santis")"),
            field("roles", &ChangeAccount::roles).one_of("role").sample(R"(["social_worker"])"),
            field("teams", &ChangeAccount::teams).says("Codes of access.list_teams."),
            field("active", &ChangeAccount::active).sample("true"),
            field("profession", &ChangeAccount::profession).one_of("profession"),
            field("organisation", &ChangeAccount::organisation),
            field("speaks", &ChangeAccount::speaks)
                .one_of("language")
                .at_most(20)
                .sample(R"(["it","en"])"),
            field("email", &ChangeAccount::email).up_to(120));
    }
};

struct SetPassword {
    static constexpr const char* title = "SetPassword";

    Id<core::Account> id;
    std::string wanted;
    std::string hash; // set by hash_new_password

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SetPassword::id).sample(core::samples::luca),
                          field("wanted", &SetPassword::wanted)
                              .secret()
                              .sample(R"("una frase lunga da ricordare")"));
    }
};

struct OneAccount {
    static constexpr const char* title = "OneAccount";

    Id<core::Account> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneAccount::id).sample(core::samples::luca));
    }
};

struct ListColleagues {
    static constexpr const char* title = "ListColleagues";

    std::optional<std::string> team;

    static constexpr auto fields()
    {
        return std::tuple(field("team", &ListColleagues::team)
                              .sample(R"("um1")")
                              .says("Code of a team: only those who belong to it."));
    }
};

struct Colleague {
    static constexpr const char* title = "Colleague";

    Id<core::Account> account;
    std::string name;
    std::optional<std::string> profession;
    std::optional<std::string> organisation;
    std::vector<std::string> teams;

    static constexpr auto fields()
    {
        return std::tuple(field("account", &Colleague::account), field("name", &Colleague::name),
                          field("profession", &Colleague::profession).one_of("profession"),
                          field("organisation", &Colleague::organisation),
                          field("teams", &Colleague::teams));
    }
};

struct ColleagueList {
    static constexpr const char* title = "ColleagueList";

    std::vector<Colleague> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ColleagueList::items).at_most(5000));
    }
};

AccountList list_accounts(core::Context& context, const ListAccounts& wish);
void hash_first_password(core::Context& context, AddAccount& wish);
Account add_new_account(core::Context& context, const AddAccount& wish);
Account change_account(core::Context& context, const ChangeAccount& wish);
void hash_new_password(core::Context& context, SetPassword& wish);
void set_password(core::Context& context, const SetPassword& wish);
Account unlock_account(core::Context& context, const OneAccount& wish);
// Who works here, for all who work here: to choose the members of an outing.
ColleagueList list_colleagues(core::Context& context, const ListColleagues& wish);

// ---- teams

struct TeamList {
    static constexpr const char* title = "TeamList";

    std::vector<Team> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &TeamList::items).at_most(500));
    }
};

TeamList show_teams(core::Context& context);
Team add_new_team(core::Context& context, const Team& wish);

// ---- tokens of machines

struct AddToken {
    static constexpr const char* title = "AddToken";

    Id<core::Account> id;
    std::string name;
    std::vector<std::string> roles;
    std::optional<Date> expires_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AddToken::id).sample(core::samples::new_token),
            field("name", &AddToken::name).sample(R"("Cruscotto della Regione")"),
            field("roles", &AddToken::roles).one_of("role").sample(R"(["researcher"])"),
            field("expires_on", &AddToken::expires_on).says("Its last day."));
    }
};

struct NewToken {
    static constexpr const char* title = "NewToken";

    Id<core::Account> id;
    std::string token;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &NewToken::id),
                          field("token", &NewToken::token).secret().says("Shown this once."));
    }
};

struct OneToken {
    static constexpr const char* title = "OneToken";

    Id<core::Account> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneToken::id).sample(core::samples::token));
    }
};

struct TokenList {
    static constexpr const char* title = "TokenList";

    std::vector<Token> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &TokenList::items).at_most(5000));
    }
};

TokenList list_tokens(core::Context& context);
NewToken add_new_token(core::Context& context, const AddToken& wish);
void end_token(core::Context& context, const OneToken& wish);

// ---- the journal

struct AnyPerson; // the journal knows a person by id only

struct ListJournal {
    static constexpr const char* title = "ListJournal";

    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<std::string> act;
    std::optional<Id<core::Account>> actor;
    std::optional<Id<AnyPerson>> person;
    std::optional<int> limit;
    std::optional<std::int64_t> after;

    static constexpr auto fields()
    {
        return std::tuple(
            field("from", &ListJournal::from), field("to", &ListJournal::to).says("Included."),
            field("act", &ListJournal::act), field("actor", &ListJournal::actor),
            field("person", &ListJournal::person).says("Who read or changed this person."),
            field("limit", &ListJournal::limit).between(1, 200),
            field("after", &ListJournal::after).between(1, std::int64_t{1} << 53));
    }
};

struct JournalEntry {
    static constexpr const char* title = "JournalEntry";

    std::int64_t sequence = 0;
    Instant at;
    std::string actor;      // id of an account or a token, "guest" or "system"
    std::string actor_name; // empty where nobody is known
    std::string act;
    std::string thing;   // id, may be empty
    std::string purpose; // may be empty
    std::string outcome; // "done", or the code of the problem

    static constexpr auto fields()
    {
        return std::tuple(
            field("sequence", &JournalEntry::sequence), field("at", &JournalEntry::at),
            field("actor", &JournalEntry::actor), field("actor_name", &JournalEntry::actor_name),
            field("act", &JournalEntry::act), field("thing", &JournalEntry::thing),
            field("purpose", &JournalEntry::purpose), field("outcome", &JournalEntry::outcome));
    }
};

struct JournalList {
    static constexpr const char* title = "JournalList";

    std::vector<JournalEntry> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &JournalList::items).at_most(200),
                          field("next", &JournalList::next));
    }
};

JournalList list_journal(core::Context& context, const ListJournal& wish);

} // namespace lgnet::access
