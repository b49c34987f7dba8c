// SPDX-License-Identifier: EUPL-1.2
// The command line. Each command has a function here that says what it takes, and one in commands.h
// that does it. What goes wrong is one sentence on standard error, and an exit code that is not 0.
#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>

#include "app/commands.h"
#include "app/house.h"
#include "app/version.h"
#include "base/problem.h"
#include "core/log.h"
#include "core/words.h"

namespace {

using app::Configuration;

// What the flags say beside the command's own: the rest comes from the file and the environment.
struct Flags {
    std::string config;
    std::optional<std::string> data;
    std::optional<std::string> listen;
    std::optional<std::string> network;

    Configuration configuration() const
    {
        auto read = app::read_configuration(config, app::environment());
        read.data = data.value_or(read.data);
        read.listen = listen.value_or(read.listen);
        read.network = network.value_or(read.network);
        return read;
    }
};

// The command line as read so far: what to do is the command that was given.
struct Line {
    CLI::App& program;
    Flags& flags;
    std::function<int()>& task;
};

CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& says,
                      const std::string& examples)
{
    auto* command = parent.add_subcommand(name, says);
    command->footer("Examples:\n" + examples);
    return command;
}

void take_place(CLI::App& command, Flags& flags)
{
    command.add_option("--data", flags.data, "The folder of the stores and their keys")
        ->type_name("DIR");
    command
        .add_option("--config", flags.config,
                    "A configuration file (TOML); LGNET_* variables win over it, flags over both")
        ->envname("LGNET_CONFIG")
        ->type_name("FILE");
}

void take_listen(CLI::App& command, Flags& flags)
{
    command.add_option("--listen", flags.listen, "Where to listen (default 127.0.0.1:8080)")
        ->type_name("HOST:PORT");
}

void add_serve(const Line& line)
{
    auto* command =
        add_command(line.program, "serve", "Serve the stores of a folder until SIGTERM or SIGINT",
                    "  lgnet serve --data /var/lib/lgnet --listen 127.0.0.1:8080\n"
                    "  lgnet serve --config /etc/lgnet.toml\n"
                    "  lgnet serve --data DIR --network https://rete.example");
    take_place(*command, line.flags);
    take_listen(*command, line.flags);
    command
        ->add_option("--network", line.flags.network,
                     "Where the network is served, if not here: cities alone are then served")
        ->type_name("URL");
    command->callback([line] {
        line.task = [line] { return app::serve(line.flags.configuration(), std::cout); };
    });
}

void add_demo(const Line& line)
{
    auto* command =
        add_command(line.program, "demo",
                    "Serve a demonstration network of 16 cities, made first if DIR is empty",
                    "  lgnet demo --data build/demo --listen 127.0.0.1:8080\n"
                    "  lgnet demo --data build/big --scale 10");
    take_place(*command, line.flags);
    take_listen(*command, line.flags);
    const auto scale = std::make_shared<int>(1);
    command->add_option("--scale", *scale, "So many times the persons and contacts (default 1)")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    command->callback([line, scale] {
        line.task = [line, scale] {
            return app::serve_demo(line.flags.configuration(), *scale, std::cout);
        };
    });
}

void add_migrate(const Line& line)
{
    auto* command = add_command(line.program, "migrate",
                                "Bring the schemas of all stores up to date, without serving",
                                "  lgnet migrate --data /var/lib/lgnet");
    take_place(*command, line.flags);
    command->callback([line] {
        line.task = [line] { return app::migrate(line.flags.configuration(), std::cout); };
    });
}

void add_describe(const Line& line)
{
    auto* command = add_command(line.program, "describe", "Print what the program says of itself",
                                "  lgnet describe openapi > openapi.json\n"
                                "  lgnet describe permissions > docs/generated/permissions.md");
    const auto paper = std::make_shared<std::string>();
    command->add_option("paper", *paper, "openapi, acts, permissions, personal-data or indicators")
        ->required()
        ->check(CLI::IsMember({"openapi", "acts", "permissions", "personal-data", "indicators"}));
    command->callback(
        [line, paper] { line.task = [paper] { return app::describe(*paper, std::cout); }; });
}

void add_account(const Line& line)
{
    auto* group = line.program.add_subcommand("account", "Accounts");
    group->require_subcommand(1);
    auto* command = add_command(
        *group, "add", "Add an account; the others can then be added in the web app",
        "  lgnet account add --data DIR --login admin@roma --name \"Ada Neri\" --role "
        "administrator\n"
        "  lgnet account add --data DIR --login giulia@roma --name \"Giulia Ferri\" \\\n"
        "      --role mobile_unit_operator --team um1 --password-file - < password.txt");
    take_place(*command, line.flags);
    const auto wish = std::make_shared<app::NewAccount>();
    command->add_option("--login", wish->login, "name@city, or name@rete for the network")
        ->required();
    command->add_option("--name", wish->name, "The name that colleagues read")->required();
    command->add_option("--role", wish->roles, "May be given several times")->required();
    command->add_option("--team", wish->teams, "The code of a team; several times");
    command->add_option("--language", wish->language, "it (default) or en");
    command
        ->add_option(
            "--password-file", wish->password_file,
            "Holds the password; - is standard input; left out: one is made up and printed")
        ->type_name("FILE");
    command->callback([line, wish] {
        line.task = [line, wish] {
            return app::add_account(line.flags.configuration(), *wish, std::cin, std::cout);
        };
    });
}

void add_backup(const Line& line)
{
    auto* command = add_command(
        line.program, "backup", "Copy every store into a new folder, while nothing serves them",
        "  lgnet backup --data /var/lib/lgnet --to /mnt/backup/2026-11-23\n"
        "Keep the keys elsewhere: without DIR/keys nothing can be restored.");
    take_place(*command, line.flags);
    const auto to = std::make_shared<std::string>();
    const auto with_keys = std::make_shared<bool>(false);
    command->add_option("--to", *to, "A folder that is empty or not there yet")
        ->required()
        ->type_name("DIR");
    command->add_flag("--with-keys", *with_keys, "Put the keys beside the stores they open");
    command->callback([line, to, with_keys] {
        line.task = [line, to, with_keys] {
            return app::back_up(line.flags.configuration(), *to, *with_keys, std::cout);
        };
    });
}

void add_restore(const Line& line)
{
    auto* command =
        add_command(line.program, "restore", "Put a backup into new stores",
                    "  lgnet restore --from /mnt/backup/2026-11-23 --data /var/lib/new");
    take_place(*command, line.flags);
    const auto from = std::make_shared<std::string>();
    command->add_option("--from", *from, "The folder that lgnet backup wrote")
        ->required()
        ->type_name("DIR");
    command->callback([line, from] {
        line.task = [line, from] {
            return app::restore(line.flags.configuration(), *from, std::cout);
        };
    });
}

void add_journal(const Line& line)
{
    auto* group = line.program.add_subcommand("journal", "The journal of who did and read what");
    group->require_subcommand(1);
    auto* command = add_command(*group, "verify",
                                "Prove that no line was altered or removed; exit code 1 if one was",
                                "  lgnet journal verify --data /var/lib/lgnet\n"
                                "  lgnet journal verify --data /var/lib/lgnet --store roma");
    take_place(*command, line.flags);
    const auto slug = std::make_shared<std::optional<std::string>>();
    command->add_option("--store", *slug, "One city, or rete; all of them when left out");
    command->callback([line, slug] {
        line.task = [line, slug] {
            return app::verify_journals(line.flags.configuration(), *slug, std::cout);
        };
    });
}

void add_link_show(const Line& line, CLI::App& group)
{
    auto* command = add_command(group, "show",
                                "Print the card of a store and its fingerprint, while nothing "
                                "serves it",
                                "  lgnet link show --store roma --data /var/lib/lgnet");
    take_place(*command, line.flags);
    const auto slug = std::make_shared<std::string>();
    command->add_option("--store", *slug, "A city, or rete")->required();
    command->callback([line, slug] {
        line.task = [line, slug] {
            return app::show_card(line.flags.configuration(), *slug, std::cout);
        };
    });
}

void add_link_admit(const Line& line, CLI::App& group)
{
    auto* command = add_command(
        group, "admit", "Link a store with another machine, while nothing serves it",
        "  lgnet link admit --store rete --card roma.txt --fingerprint \"12345 67890 …\" "
        "--data DIR\n"
        "The fingerprint is the one that was heard over the telephone, not one from the e-mail.");
    take_place(*command, line.flags);
    const auto wish = std::make_shared<app::NewLink>();
    command->add_option("--store", wish->slug, "A city, or rete")->required();
    command
        ->add_option("--card", wish->card_file, "The card of the other side; - is standard input")
        ->required()
        ->type_name("FILE");
    command->add_option("--fingerprint", wish->fingerprint, "Its fingerprint, as it was heard")
        ->required();
    command->callback([line, wish] {
        line.task = [line, wish] {
            return app::admit_link(line.flags.configuration(), *wish, std::cin, std::cout);
        };
    });
}

void add_link(const Line& line)
{
    auto* group = line.program.add_subcommand("link", "Links between stores on several machines");
    group->require_subcommand(1);
    add_link_show(line, *group);
    add_link_admit(line, *group);
}

void add_import(const Line& line)
{
    auto* group = line.program.add_subcommand("import", "Data from other places");
    group->require_subcommand(1);
    auto* command = add_command(
        *group, "contacts", "Contacts from the spreadsheet of a street team: all of it or nothing",
        "  lgnet import contacts docs/examples/contatti-roma.csv --city roma --data DIR --dry-run\n"
        "  lgnet import contacts novembre.xlsx --city roma --data DIR\n"
        "The same file again changes nothing.");
    take_place(*command, line.flags);
    const auto wish = std::make_shared<app::ImportWish>();
    command->add_option("file", wish->file, "A .csv or .xlsx file")->required()->type_name("FILE");
    command->add_option("--city", wish->city, "The city whose contacts these are")->required();
    command->add_option("--ignore-column", wish->ignored, "A column to leave out; several times");
    command->add_option("--language", wish->language, "Of what is said of the file: it or en")
        ->check(CLI::IsMember({"it", "en"}));
    command->add_flag("--dry-run", wish->dry_run, "Do everything but keep it");
    command->callback([line, wish] {
        line.task = [line, wish] {
            return app::import_contacts(line.flags.configuration(), *wish, std::cout, std::cerr);
        };
    });
}

void add_survey_import(const Line& line, CLI::App& group)
{
    auto* command = add_command(
        group, "import",
        "A questionnaire written as XLSForm: all of it, or what is wrong and where",
        "  lgnet survey import ascolto.xlsx --city roma --respondents BODY --data DIR\n"
        "  lgnet survey import migranti.xlsx --city roma --data DIR\n"
        "The same form_id again is a new version; the same file again changes nothing.");
    take_place(*command, line.flags);
    const auto wish = std::make_shared<app::SurveyImportWish>();
    command->add_option("file", wish->file, "An .xlsx file")->required()->type_name("FILE");
    command->add_option("--city", wish->city, "The city that asks it")->required();
    command->add_option("--respondents", wish->respondents, "Whom a new questionnaire is for")
        ->check(CLI::IsMember({"MIGRANT", "OPERATOR", "BODY"}));
    command->add_option("--language", wish->language, "Of what is said of the file: it or en")
        ->check(CLI::IsMember({"it", "en"}));
    command->callback([line, wish] {
        line.task = [line, wish] {
            return app::import_questionnaire(line.flags.configuration(), *wish, std::cout,
                                             std::cerr);
        };
    });
}

void add_survey_export(const Line& line, CLI::App& group)
{
    auto* command = add_command(
        group, "export", "A questionnaire as an XLSForm, to be changed and imported again",
        "  lgnet survey export survey_migrants migranti.xlsx --city roma --data DIR");
    take_place(*command, line.flags);
    const auto wish = std::make_shared<app::SurveyExportWish>();
    command->add_option("code", wish->code, "Its form_id")->required()->type_name("CODE");
    command->add_option("file", wish->file, "The file to write")->required()->type_name("FILE");
    command->add_option("--city", wish->city, "The city that asks it")->required();
    command->add_option("--number", wish->number, "Of the version; the newest when left out");
    command->callback([line, wish] {
        line.task = [line, wish] {
            return app::export_questionnaire(line.flags.configuration(), *wish, std::cout);
        };
    });
}

void add_survey(const Line& line)
{
    auto* group = line.program.add_subcommand("survey", "Questionnaires of the survey");
    group->require_subcommand(1);
    add_survey_import(line, *group);
    add_survey_export(line, *group);
}

void add_match_evaluate(const Line& line, CLI::App& group)
{
    auto* command = add_command(
        group, "evaluate", "Link the records of labelled files, and say how right that was",
        "  lgnet match evaluate list.csv --columns "
        "given=first_name,family=surname,birth_date=dob,entity=person\n"
        "  lgnet match evaluate a.csv b.csv --party --columns ... --json\n"
        "Roles: given family name alias birth_date birth_year birth_month birth_day sex country\n"
        "language phone identifier postcode number place city address email text; entity is the\n"
        "truth, party keeps records apart. A role may be given several times (text=a,text=b).");
    const auto wish = std::make_shared<app::MatchEvaluateWish>();
    command->add_option("file", wish->files, "CSV files with a header")
        ->required()
        ->type_name("FILE");
    command->add_option("--columns", wish->columns, "role=header, with commas between")
        ->type_name("ROLES");
    command->add_flag("--party", wish->by_party, "Each file is a party: link across them only");
    command->add_flag("--ablation", wish->ablation, "Once more without each ingredient");
    command->add_flag("--json", wish->json, "Figures as JSON");
    command->callback(
        [line, wish] { line.task = [wish] { return app::evaluate_match(*wish, std::cout); }; });
}

void add_match_search(const Line& line, CLI::App& group)
{
    auto* command = add_command(
        group, "search", "Look for each line of one file among the persons of another",
        "  lgnet match search persons.csv --queries asked.csv --columns "
        "given=given,family=family,birth_date=born,entity=id\n"
        "Without --columns the headers say what they hold; where no header of the queries does,\n"
        "each line is a name.");
    const auto wish = std::make_shared<app::MatchSearchWish>();
    command->add_option("file", wish->file, "A CSV file of persons")->required()->type_name("FILE");
    command->add_option("--queries", wish->queries, "A CSV file, or one name a line")
        ->required()
        ->type_name("FILE");
    command->add_option("--columns", wish->columns, "role=header, as of match evaluate")
        ->type_name("ROLES");
    command->add_option("--query-columns", wish->query_columns, "Where the queries' differ")
        ->type_name("ROLES");
    command->add_option("--top", wish->found, "How many are found (default 10)")
        ->check(CLI::Range(1, 100));
    command->add_flag("--show", wish->show, "Print what was found: places of lines and bits");
    command->add_flag("--json", wish->json, "Figures as JSON");
    command->callback(
        [line, wish] { line.task = [wish] { return app::search_match(*wish, std::cout); }; });
}

void add_match_report(const Line& line, CLI::App& group)
{
    auto* command = add_command(group, "report", "A page of accuracy on several labelled files",
                                "  lgnet match report bench/match_sets.csv --folder DIR");
    const auto wish = std::make_shared<app::MatchReportWish>();
    command->add_option("plan", wish->plan, "A CSV file that says what is in which file")
        ->required()
        ->type_name("FILE");
    command->add_option("--folder", wish->folder, "Where the files are")->type_name("DIR");
    command->callback(
        [line, wish] { line.task = [wish] { return app::report_match(*wish, std::cout); }; });
}

void add_match(const Line& line)
{
    auto* group = line.program.add_subcommand("match", "How well persons are recognised");
    group->require_subcommand(1);
    add_match_evaluate(line, *group);
    add_match_search(line, *group);
    add_match_report(line, *group);
}

void add_headcount(const Line& line)
{
    auto* group = line.program.add_subcommand("headcount", "Persons counted once across cities");
    group->require_subcommand(1);
    const auto add_server = [&](headcount::Role role, const std::string& name, const char* says) {
        const auto example = "  lgnet headcount " + name + " --data DIR --listen 127.0.0.1:8090";
        auto* server = add_command(*group, name, says, example);
        take_place(*server, line.flags);
        take_listen(*server, line.flags);
        server->callback([line, role] {
            line.task = [line, role] {
                return app::serve_headcount(role, line.flags.configuration(), std::cout);
            };
        });
    };
    add_server(headcount::Role::key_server, "key-server",
               "Hold half of the keys, for those of DIR/senders.csv (headcount keys)");
    add_server(headcount::Role::counter, "counter", "Compare what those of DIR/senders.csv send");
    auto* keys = add_command(*group, "keys", "Print the public keys of the stores of a folder",
                             "  lgnet headcount keys --data /var/lib/lgnet > senders.csv");
    take_place(*keys, line.flags);
    keys->callback([line] {
        line.task = [line] {
            return app::print_headcount_keys(line.flags.configuration(), std::cout);
        };
    });
}

void add_version(const Line& line)
{
    line.program.add_subcommand("version", "Print the version of the program")->callback([line] {
        line.task = [] {
            std::cout << "lgnet " << app::version << '\n';
            return 0;
        };
    });
}

std::string sentence_of(const Problem& problem)
{
    const core::Words words;
    std::string text = words.say("en", "problem." + problem.code, problem.facts);
    for (const auto& error : problem.errors)
        text += " " + error.field + ": " + words.say("en", "error." + error.code, error.facts);
    return text;
}

int run(const std::function<int()>& task)
{
    core::set_log_level("warning"); // serving says more: as much as it is configured to
    try {
        return task();
    } catch (const Problem& problem) {
        std::cerr << "lgnet: " << sentence_of(problem) << '\n';
    } catch (const std::exception& error) {
        std::cerr << "lgnet: " << error.what() << '\n';
    }
    return 1;
}

} // namespace

int main(int count, char** arguments)
{
    CLI::App program(
        "LgNet: from the first contact in the street to the number on the network's board",
        "lgnet");
    program.require_subcommand(1);
    Flags flags;
    std::function<int()> task;
    const Line line{program, flags, task};
    add_serve(line);
    add_demo(line);
    add_migrate(line);
    add_describe(line);
    add_account(line);
    add_backup(line);
    add_restore(line);
    add_journal(line);
    add_link(line);
    add_import(line);
    add_survey(line);
    add_match(line);
    add_headcount(line);
    add_version(line);
    try {
        program.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return program.exit(error);
    }
    return run(task);
}
