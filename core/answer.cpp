// SPDX-License-Identifier: EUPL-1.2
// The one path of every request. What happens to one: find the act, identify the actor, ask whether
// this actor may, read and check the input, begin, do the act, write the journal line, commit,
// answer. A refusal is journaled too, after its rollback.
#include <algorithm>
#include <cctype>

#include "core/asked.h"
#include "core/log.h"
#include "core/metrics.h"
#include "core/readers.h"

namespace core {

bool path_fits(std::string_view route, std::string_view path,
               std::vector<std::pair<std::string, std::string>>& places)
{
    places.clear();
    while (true) {
        const auto route_end = route.find('/', 1);
        const auto path_end = path.find('/', 1);
        const auto route_piece = route.substr(0, route_end);
        const auto path_piece = path.substr(0, path_end);
        if (route_piece.starts_with("/{")) {
            if (path_piece.size() < 2)
                return false;
            places.emplace_back(route_piece.substr(2, route_piece.size() - 3),
                                path_piece.substr(1));
        } else if (route_piece != path_piece) {
            return false;
        }
        if (route_end == std::string_view::npos || path_end == std::string_view::npos)
            return route_end == path_end;
        route.remove_prefix(route_end);
        path.remove_prefix(path_end);
    }
}

Problem problem_of(std::exception_ptr failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const Problem& problem) {
        return problem;
    } catch (const store::ConstraintBroken& broken) {
        log(Level::info, "constraint", {{"constraint", broken.constraint}});
        return Problem(409, "core.conflict");
    } catch (const store::Unavailable& unavailable) {
        log(Level::error, "store_unavailable",
            {{"reason", unavailable.reason}, {"detail", unavailable.detail}});
        return Problem(503, "core.unavailable", {{"reason", unavailable.reason}});
    } catch (const std::exception& mistake) {
        const auto number = to_string(make_uuid(system_now()));
        log(Level::error, "broken", {{"number", number}, {"what", mistake.what()}});
        return Problem(500, "core.broken", {{"number", number}});
    }
}

namespace {

bool has_body(const Request& request)
{
    return request.method == "POST" || request.method == "PUT";
}

// Under which id it is kept that an act was done: that of the thing it makes, else the one that
// the sender gave to this very request, so that a change may be sent twice too.
std::optional<Uuid> receipt_of(const Act& act, const Wish& wish, const Request& request, bool known)
{
    if (act.receipts && wish.id)
        return wish.id;
    const auto once = request.header("lgnet-once");
    if (!act.writes || !act.answers.empty() || !known || once.empty())
        return std::nullopt;
    const auto id = parse_uuid(once);
    if (!id)
        throw Problem(400, "core.once_unreadable", {{"expected", to_string(Uuid{})}});
    return id;
}

// "application/json", in any case, with or without parameters.
bool is_json(std::string_view type)
{
    constexpr std::string_view json = "application/json";
    const auto bare = type.substr(0, type.find_first_of("; "));
    return std::equal(bare.begin(), bare.end(), json.begin(), json.end(), [](char one, char other) {
        return std::tolower(static_cast<unsigned char>(one)) == other;
    });
}

JsonDocument read_body(const Request& request)
{
    if (!has_body(request) || request.body.empty())
        return JsonDocument::empty_object();
    const auto type = request.header("content-type");
    if (!is_json(type))
        throw Problem(415, "core.content_type", {{"given", std::string(type)}});
    return JsonDocument::parse(request.body);
}

// Clients of a dialect add to the query what they like: only what the act knows is taken.
bool is_member(const Act& act, const std::string& name)
{
    return std::any_of(act.input.members.begin(), act.input.members.end(),
                       [&](const auto& member) { return member.name == name; });
}

// Body, {places} and query as one object: an input is one value, wherever its parts came from.
JsonDocument gather(const Request& request, const Act& act, bool in_dialect,
                    const std::vector<std::pair<std::string, std::string>>& places)
{
    auto document = act.takes ? JsonDocument::empty_object() : read_body(request);
    if (document.root().kind() != JsonView::Kind::object)
        return document; // reading will say so
    if (!has_body(request) || act.takes)
        for (const auto& [name, value] : request.query)
            if (!in_dialect || is_member(act, name))
                document.set(name, value);
    for (const auto& [name, value] : places)
        document.set(name, value);
    return document;
}

// An input mistake is no refusal: nothing was asked for that could be refused.
bool is_journaled(const Problem& problem)
{
    return problem.status == 403 || problem.status == 404 || problem.status == 409 ||
           problem.status == 401 || problem.status == 429;
}

// Asked on this machine itself, not by a proxy on it in somebody else's name.
bool is_local(const Request& request)
{
    return (request.remote == "127.0.0.1" || request.remote == "::1") &&
           request.header("x-forwarded-for").empty() && request.header("forwarded").empty();
}

} // namespace

void House::answer(Request request, Reply reply)
{
    if (request.path == "/metrics" || request.path == "/api/health" ||
        request.path == "/api/openapi.json")
        return answer_operations(request, reply);

    auto asked = std::make_shared<Asked>();
    asked->request = std::move(request);
    asked->reply = std::move(reply);
    asked->now = settings_.now();
    asked->dialect = dialect_of(asked->request.path);
    try {
        asked->language = words_.choose(asked->request.header("accept-language"));
        auto actor = settings_.identify ? settings_.identify(*this, asked->request) : std::nullopt;
        const bool may_prove = asked->dialect && asked->dialect->passwords && settings_.prove;
        if (actor || !may_prove)
            return begin(asked, std::move(actor));
        settings_.prove(*this, asked->request,
                        [this, asked](std::optional<Actor> proved, std::exception_ptr failure) {
                            if (failure)
                                refuse(asked, problem_of(failure));
                            else
                                begin(asked, std::move(proved));
                        });
    } catch (...) {
        refuse(asked, problem_of(std::current_exception()));
    }
}

void House::begin(const std::shared_ptr<Asked>& asked, std::optional<Actor> actor)
{
    try {
        if (actor) {
            asked->known = true;
            asked->actor = std::move(*actor);
            if (asked->request.header("accept-language").empty())
                asked->language = asked->actor.language;
        }
        take(asked);
    } catch (...) {
        refuse(asked, problem_of(std::current_exception()));
    }
}

void House::ask(const Actor& actor, Request request, Reply reply)
{
    auto asked = std::make_shared<Asked>();
    asked->request = std::move(request);
    asked->reply = std::move(reply);
    asked->now = settings_.now();
    asked->known = true;
    asked->actor = actor;
    asked->actor.machine = true; // no browser, so no cookie that another page could use
    asked->dialect = dialect_of(asked->request.path);
    asked->language = actor.language;
    try {
        take(asked);
    } catch (...) {
        refuse(asked, problem_of(std::current_exception()));
    }
}

// Everything up to the store: throws the Problem of whatever is not in order.
void House::take(const std::shared_ptr<Asked>& asked)
{
    check_headers(*asked);
    find_route(*asked);
    check_permission(*asked);
    const auto document =
        gather(asked->request, *asked->act, asked->dialect != nullptr, asked->places);
    choose_place(*asked, document);

    Reading reading{catalogue_of(asked->place->slug).lists_of(asked->place->slug),
                    asked->now,
                    !has_body(asked->request) || asked->act->takes.has_value(),
                    {}};
    asked->wish = asked->act->read(reading, document.root());
    asked->receipt = receipt_of(*asked->act, asked->wish, asked->request, asked->known);
    if (asked->receipt)
        asked->input_mark = mark_of(asked->place->store->seal(), asked->wish);

    if (asked->wish.before)
        prepare(asked);
    else if (asked->act->writes)
        write(asked);
    else
        read(asked);
}

// What no client of the dialect leaves out.
void House::check_headers(const Asked& asked) const
{
    if (!asked.dialect)
        return;
    for (const auto& [name, value] : asked.dialect->headers)
        if (asked.request.header(name) != value)
            throw Problem(400, "core.header_missing", {{"name", name}, {"expected", value}});
}

void House::find_route(Asked& asked) const
{
    bool path_known = false;
    const auto& method = asked.request.method == "HEAD" ? std::string("GET") : asked.request.method;
    for (const auto& act : acts_) {
        if (!path_fits(act.path, asked.request.path, asked.places))
            continue;
        path_known = true;
        if (act.method != method)
            continue;
        asked.act = &act;
        return;
    }
    if (!path_known)
        throw asked.known || (asked.dialect && asked.dialect->open)
            ? not_found()
            : Problem(401, "core.log_in_first");
    throw Problem(405, "core.method", {{"method", asked.request.method}});
}

void House::check_permission(Asked& asked)
{
    const auto& act = *asked.act;
    if (act.guests)
        return;
    if (!asked.known)
        throw Problem(401, "core.log_in_first");
    asked.place = find_place(asked.actor.store);
    if (!asked.place || !may_ask(asked.actor, act))
        throw not_found();
    if (has_body(asked.request) || asked.request.method == "DELETE")
        if (!asked.actor.machine && asked.request.header("lgnet-csrf") != asked.actor.csrf)
            throw Problem(403, "core.csrf");

    asked.purpose = asked.request.header("lgnet-purpose");
    const auto& lists = catalogue_of(asked.place->slug).lists_of(asked.place->slug);
    const bool purpose_known = lists.has("access_purpose", asked.purpose);
    if ((act.discloses && !purpose_known) || (!asked.purpose.empty() && !purpose_known)) {
        std::string expected;
        for (const auto& code : lists.codes("access_purpose"))
            expected += (expected.empty() ? "" : ", ") + code;
        throw Problem(400, "core.purpose_missing", {{"expected", expected}});
    }
}

void House::choose_place(Asked& asked, const JsonDocument& document)
{
    if (!asked.act->guests)
        return;
    const auto slug = asked.act->store_of(document.root());
    asked.place = slug ? find_place(*slug) : nullptr;
    // No such place: any will do, for nobody is known there by that name either.
    if (!asked.place)
        asked.place = find_place(network_slug);
    if (!asked.place)
        throw not_found();
    // A guest's act runs in nobody's name; the module says what it has found out.
    asked.actor = Actor{};
    asked.actor.store = asked.place->slug;
    asked.actor.language = asked.language;
    asked.known = false;
}

// The slow part of a writing act, on a reading thread: the store's writer must not wait for it.
void House::prepare(const std::shared_ptr<Asked>& asked)
{
    const bool taken = readers_->submit([this, asked] {
        try {
            asked->place->store->read([&](store::Transaction& transaction) {
                Context context(*this, transaction, asked->place->kept, asked->actor,
                                asked->request, asked->now);
                asked->wish.before(context);
            });
            write(asked);
        } catch (...) {
            do_otherwise(asked, problem_of(std::current_exception()));
        }
    });
    if (!taken)
        throw store::Unavailable("queue_full", "too many reads are waiting");
}

void House::write(const std::shared_ptr<Asked>& asked)
{
    asked->place->store->submit(
        [this, asked](store::Transaction& transaction) { perform(*asked, transaction); },
        [this, asked](std::exception_ptr failure) {
            if (failure)
                do_otherwise(asked, problem_of(failure));
            else
                reply_done(*asked);
        });
}

// The work was rolled back; the act may have named what is done then.
void House::do_otherwise(const std::shared_ptr<Asked>& asked, const Problem& problem)
{
    if (!asked->wish.otherwise || problem.status >= 500)
        return refuse(asked, problem);
    asked->wish.act = [otherwise = std::exchange(asked->wish.otherwise, nullptr),
                       problem](Context& context) { return otherwise(context, problem); };
    asked->outcome = problem.code;
    try {
        write(asked);
    } catch (...) {
        refuse(asked, problem_of(std::current_exception()));
    }
}

void House::read(const std::shared_ptr<Asked>& asked)
{
    const bool taken = readers_->submit([this, asked] {
        try {
            asked->place->store->read(
                [&](store::Transaction& transaction) { perform(*asked, transaction); });
        } catch (...) {
            return refuse(asked, problem_of(std::current_exception()));
        }
        if (!asked->line)
            return reply_done(*asked);
        // What discloses a person is answered only once the journal says who read it.
        asked->place->store->submit(
            [asked](store::Transaction& transaction) {
                append_to_journal(transaction, *asked->line);
            },
            [this, asked](std::exception_ptr failure) {
                if (failure)
                    reply_problem(*asked, problem_of(failure));
                else
                    reply_done(*asked);
            });
    });
    if (!taken)
        throw store::Unavailable("queue_full", "too many reads are waiting");
}

// The journal says who was refused what; then the answer.
void House::refuse(const std::shared_ptr<Asked>& asked, const Problem& problem)
{
    if (!asked->known || !asked->act || !is_journaled(problem))
        return reply_problem(*asked, problem);
    auto* place = asked->place ? asked->place : find_place(asked->actor.store);
    if (!place)
        return reply_problem(*asked, problem);
    auto line = journal_line(asked->now, true, asked->actor, asked->act->name, asked->purpose,
                             problem.code);
    line.thing = text_of(asked->wish.id);
    line.person = text_of(asked->wish.person);
    place->store->submit(
        [line](store::Transaction& transaction) { append_to_journal(transaction, line); },
        [this, asked, problem](std::exception_ptr) { reply_problem(*asked, problem); });
}

// By this, and by nothing else, a phone knows that it may forget what it has sent.
void House::add_receipt(const Asked& asked, Response& response)
{
    if (asked.receipt)
        response.headers.emplace_back("Lgnet-Receipt", to_string(*asked.receipt));
}

void House::reply_problem(Asked& asked, const Problem& problem)
{
    auto response = refusal(asked.request.path, asked.language, problem);
    response.headers.insert(response.headers.begin(), asked.headers.begin(), asked.headers.end());
    if (problem.code == "core.done_before")
        add_receipt(asked, response);
    send(asked, std::move(response));
}

Response House::refusal(std::string_view path, const std::string& language,
                        const Problem& problem) const
{
    Response response;
    if (const auto* dialect = dialect_of(path)) {
        response = dialect->refusal(words_, language, problem);
        if (problem.status == 401 && dialect->passwords)
            response.headers.emplace_back("WWW-Authenticate",
                                          R"(Basic realm="lgnet", charset="UTF-8")");
        dialect->finish(response);
    } else {
        response.content_type = "application/problem+json";
        response.body = words_.problem_json(language, problem);
    }
    response.status = problem.status;
    if (problem.status == 503)
        response.headers.emplace_back("Retry-After", "2");
    if (problem.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

void House::reply_done(Asked& asked)
{
    if (asked.problem)
        return reply_problem(asked, *asked.problem);
    Response response;
    response.body = std::move(asked.answer.text);
    response.headers = std::move(asked.headers);
    add_receipt(asked, response);
    response.status = asked.answer.status > 0 ? asked.answer.status
                      : response.body.empty() ? 204
                      : asked.act->receipts   ? 201
                                              : 200;
    if (!asked.answer.type.empty())
        response.content_type = std::move(asked.answer.type);
    if (asked.dialect)
        asked.dialect->finish(response);
    send(asked, std::move(response));
}

void House::send(Asked& asked, Response response)
{
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - asked.begun;
    metrics_->count(asked.act ? asked.act->name : "none", response.status, took.count());
    asked.reply(std::move(response));
}

void House::answer_operations(const Request& request, const Reply& reply)
{
    Response response;
    if (request.path == "/api/openapi.json") {
        response.body = describe_openapi(*this);
    } else if (request.path == "/api/health") {
        JsonObject object(response.body);
        object.text("status", "ok");
        object.text("version", settings_.version);
        object.number("stores", static_cast<std::int64_t>(places_.size()));
        object.close();
    } else if (settings_.metrics_for_all || is_local(request)) {
        response.content_type = "text/plain; version=0.0.4; charset=utf-8";
        response.body = metrics_->text(places());
    } else {
        response.status = 404;
        response.content_type = "application/problem+json";
        response.body = words_.problem_json("it", not_found());
    }
    reply(std::move(response));
}

} // namespace core
