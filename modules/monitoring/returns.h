// SPDX-License-Identifier: EUPL-1.2
// Returns: what each city owes the network for a quarter, how far it has come, and what is written
// about it. On both stores; each side does what is its own.
#pragma once

#include "monitoring/entry.h"
#include "monitoring/rules.h"

namespace monitoring {

// ---- how far a return has come

struct Reminder {
    static constexpr const char* title = "Reminder";

    Id<Entry> id;
    Instant written_at;
    std::optional<std::string> author_name;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Reminder::id), field("written_at", &Reminder::written_at),
                          field("author_name", &Reminder::author_name),
                          field("words", &Reminder::words));
    }
};

struct Return {
    static constexpr const char* title = "Return";

    std::string city;
    std::string period;
    Date due_on;
    std::string state;
    int late_days = 0;
    int days_left = 0;
    std::optional<Id<Statement>> statement;
    std::optional<int> version;
    std::optional<Instant> submitted_at;
    std::optional<Instant> received_at;
    std::optional<int> quality;
    int questions_open = 0;
    int questions_waiting = 0;
    std::optional<Id<Entry>> reopening;
    std::optional<std::string> reopened_because;
    std::optional<Id<Entry>> acceptance;
    std::optional<std::string> accepted_by_name;
    std::vector<Reminder> reminders;

    static constexpr auto fields()
    {
        return std::tuple(
            field("city", &Return::city), field("period", &Return::period),
            field("due_on", &Return::due_on),
            field("state", &Return::state).says("A code of return_state."),
            field("late_days", &Return::late_days)
                .says("From the due date to the first version, or to today where there is none."),
            field("days_left", &Return::days_left).says("To the due date, where none is there."),
            field("statement", &Return::statement).says("The latest version."),
            field("version", &Return::version), field("submitted_at", &Return::submitted_at),
            field("received_at", &Return::received_at), field("quality", &Return::quality),
            field("questions_open", &Return::questions_open),
            field("questions_waiting", &Return::questions_waiting)
                .says("Of the open ones, those that wait for the city."),
            field("reopening", &Return::reopening),
            field("reopened_because", &Return::reopened_because),
            field("acceptance", &Return::acceptance),
            field("accepted_by_name", &Return::accepted_by_name),
            field("reminders", &Return::reminders).at_most(200));
    }
};

// Of one city for one quarter: its versions, the first first, and the standing entries.
Return return_of(const Rules& rules, const std::string& city, Period quarter, Date today,
                 const std::vector<StatementCard>& versions, const std::vector<Entry>& entries);

struct ListReturns {
    static constexpr const char* title = "ListReturns";

    std::optional<std::string> period;

    static constexpr auto fields()
    {
        return std::tuple(field("period", &ListReturns::period)
                              .up_to(10)
                              .says("A quarter. Absent: in the network the last that is over, in a "
                                    "city all that are asked after."));
    }
};

struct ReturnList {
    static constexpr const char* title = "ReturnList";

    std::vector<Return> items;
    int due = 0;
    int on_time = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ReturnList::items).at_most(2000),
                          field("due", &ReturnList::due).says("Whose due date is over (GOV-01)."),
                          field("on_time", &ReturnList::on_time).says("Of them, in time."));
    }
};

// ---- questions

struct Question {
    static constexpr const char* title = "Question";

    Id<Entry> id;
    std::string city;
    std::string period;
    std::optional<Id<Statement>> statement;
    std::optional<std::string> indicator;
    std::string state;
    std::optional<std::string> closed_because;
    bool by_itself = false;
    std::vector<Entry> entries;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Question::id), field("city", &Question::city),
            field("period", &Question::period), field("statement", &Question::statement),
            field("indicator", &Question::indicator),
            field("state", &Question::state).says("A code of question_state."),
            field("closed_because", &Question::closed_because).says("A code of closing_reason."),
            field("by_itself", &Question::by_itself).says("Asked by a check of the program."),
            field("entries", &Question::entries)
                .at_most(1000)
                .says("The question first, then what was written on it."));
    }
};

struct ListQuestions {
    static constexpr const char* title = "ListQuestions";

    std::optional<std::string> state;
    std::optional<std::string> city;
    std::optional<std::string> period;

    static constexpr auto fields()
    {
        return std::tuple(field("state", &ListQuestions::state).one_of("question_state"),
                          field("city", &ListQuestions::city).one_of("city"),
                          field("period", &ListQuestions::period).up_to(10));
    }
};

struct QuestionList {
    static constexpr const char* title = "QuestionList";

    std::vector<Question> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &QuestionList::items).at_most(500));
    }
};

struct GetQuestion {
    static constexpr const char* title = "GetQuestion";

    Id<Entry> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GetQuestion::id).sample(core::samples::statement_question));
    }
};

struct AskQuestion {
    static constexpr const char* title = "AskQuestion";

    Id<Entry> id;
    Id<Statement> statement;
    std::optional<std::string> indicator;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AskQuestion::id).sample(core::samples::new_statement_question),
            field("statement", &AskQuestion::statement).sample(core::samples::statement),
            field("indicator", &AskQuestion::indicator).up_to(40).sample(R"("NET-02")"),
            field("words", &AskQuestion::words)
                .up_to(2000)
                .sample(R"("Come mai così poche persone in marzo?")")
                .says("No names, no codes of persons."));
    }
};

struct Reply {
    static constexpr const char* title = "Reply";

    Id<Entry> id;
    Id<Entry> question;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Reply::id).sample(core::samples::new_statement_reply),
            field("question", &Reply::question).sample(core::samples::statement_question),
            field("words", &Reply::words)
                .up_to(2000)
                .sample(R"("Un'unità è rimasta ferma due settimane.")")
                .says("No names, no codes of persons."));
    }
};

struct CloseQuestion {
    static constexpr const char* title = "CloseQuestion";

    Id<Entry> id;
    Id<Entry> question;
    std::string reason;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CloseQuestion::id).sample(core::samples::new_statement_closing),
            field("question", &CloseQuestion::question).sample(core::samples::statement_question),
            field("reason", &CloseQuestion::reason)
                .one_of("closing_reason")
                .sample(R"("explained")"),
            field("words", &CloseQuestion::words).up_to(2000));
    }
};

// ---- reopened, accepted, chased, taken back

struct ReopenStatement {
    static constexpr const char* title = "ReopenStatement";

    Id<Entry> id;
    Id<Statement> statement;
    std::string reason;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReopenStatement::id).sample(core::samples::new_statement_reopening),
            field("statement", &ReopenStatement::statement).sample(core::samples::statement),
            field("reason", &ReopenStatement::reason)
                .up_to(1000)
                .sample(R"("Tre uscite registrate in ritardo.")")
                .says("It travels with the next version. No names, no codes of persons."));
    }
};

struct AcceptStatement {
    static constexpr const char* title = "AcceptStatement";

    Id<Entry> id;
    Id<Statement> statement;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AcceptStatement::id).sample(core::samples::new_statement_acceptance),
            field("statement", &AcceptStatement::statement)
                .sample(core::samples::statement_earlier));
    }
};

struct Remind {
    static constexpr const char* title = "Remind";

    Id<Entry> id;
    std::string city;
    std::string period;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Remind::id).sample(core::samples::new_statement_reminder),
                          field("city", &Remind::city).one_of("city").sample(R"("trieste")"),
                          field("period", &Remind::period).up_to(10).sample(R"("2026-Q3")"),
                          field("words", &Remind::words).up_to(1000));
    }
};

struct TakeBack {
    static constexpr const char* title = "TakeBack";

    Id<Entry> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &TakeBack::id).sample(core::samples::statement_reply));
    }
};

struct TakeBackOfNetwork {
    static constexpr const char* title = "TakeBackOfNetwork";

    Id<Entry> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &TakeBackOfNetwork::id).sample(core::samples::statement_reminder));
    }
};

// ---- acts

ReturnRules get_rules(core::Context& context);
ReturnList list_returns(core::Context& context, const ListReturns& wish);
QuestionList list_questions(core::Context& context, const ListQuestions& wish);
Question get_question(core::Context& context, const GetQuestion& wish);
Question ask_question(core::Context& context, const AskQuestion& wish);
Question reply(core::Context& context, const Reply& wish);
Question close_question(core::Context& context, const CloseQuestion& wish);
Entry reopen_statement(core::Context& context, const ReopenStatement& wish);
Entry accept_statement(core::Context& context, const AcceptStatement& wish);
Entry remind(core::Context& context, const Remind& wish);
void take_back(core::Context& context, const TakeBack& wish);
void take_back_of_network(core::Context& context, const TakeBackOfNetwork& wish);

// The chore of the network that looks at what has arrived, and asks.
std::vector<Uuid> check_statements(core::Context& context);

} // namespace monitoring
