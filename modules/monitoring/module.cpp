// SPDX-License-Identifier: EUPL-1.2
// Monitoring at a glance.
#include "core/guests.h"
#include "core/public_page.h"
#include "monitoring/comparison.h"
#include "monitoring/indicator.h"
#include "monitoring/live.h"
#include "monitoring/monitoring.h"
#include "monitoring/public_figures.h"
#include "monitoring/returns.h"
#include "monitoring/sent.h"

namespace monitoring {

namespace {

using namespace core;

constexpr Roles stated =
    may(city_coordinator, network_direction, researcher, data_protection_officer);

std::vector<Act> acts_of_figures()
{
    return {
        act("monitoring.list_indicators", "GET /api/monitoring/indicators", house_staff,
            list_indicators),
        act("monitoring.get_indicator", "GET /api/monitoring/indicators/{code}", house_staff,
            get_indicator),

        act("monitoring.show_board", "GET /api/monitoring/board", may(city_coordinator, researcher),
            show_board)
            .on(Where::city),
        act("monitoring.show_network_board", "GET /api/monitoring/network_board",
            may(network_direction, researcher), show_network_board)
            .on(Where::network),
        act("monitoring.show_live_board", "GET /api/monitoring/live",
            may(network_direction, researcher), show_live_board)
            .on(Where::network),

        act("monitoring.show_public_figures", "GET /rete/cifre", {}, show_public_figures)
            .for_guests(store_of_network)
            .of_the_public()
            .with_answer(public_page_type),
    };
}

std::vector<Act> acts_of_statements()
{
    return {
        act("monitoring.preview_statement", "GET /api/monitoring/statement", may(city_coordinator),
            preview_statement)
            .on(Where::city),
        act("monitoring.submit_statement", "POST /api/monitoring/statements", may(city_coordinator),
            submit_statement)
            .on(Where::city),
        act("monitoring.list_statements", "GET /api/monitoring/statements", stated,
            list_statements),
        act("monitoring.get_statement", "GET /api/monitoring/statements/{id}", stated,
            get_statement),
        act("monitoring.compare_statements", "GET /api/monitoring/comparison/{id}", stated,
            compare_statements),
    };
}

std::vector<Act> acts_of_returns()
{
    constexpr auto city = may(city_coordinator);
    constexpr auto network = may(network_direction);
    return {
        act("monitoring.get_rules", "GET /api/monitoring/rules", stated, get_rules),
        act("monitoring.list_returns", "GET /api/monitoring/returns", stated, list_returns),
        act("monitoring.list_questions", "GET /api/monitoring/questions", stated, list_questions),
        act("monitoring.get_question", "GET /api/monitoring/questions/{id}", stated, get_question),
        act("monitoring.reply", "POST /api/monitoring/replies", city | network, reply),

        act("monitoring.reopen_statement", "POST /api/monitoring/reopenings", city,
            reopen_statement)
            .on(Where::city),
        act("monitoring.take_back", "DELETE /api/monitoring/entries/{id}", city, take_back)
            .on(Where::city),

        act("monitoring.remind", "POST /api/monitoring/reminders", network, remind)
            .on(Where::network),
        act("monitoring.ask_question", "POST /api/monitoring/questions", network, ask_question)
            .on(Where::network),
        act("monitoring.close_question", "POST /api/monitoring/closings", network, close_question)
            .on(Where::network),
        act("monitoring.accept_statement", "POST /api/monitoring/acceptances", network,
            accept_statement)
            .on(Where::network),
        act("monitoring.take_back_of_network", "DELETE /api/monitoring/network_entries/{id}",
            network, take_back_of_network)
            .on(Where::network),
    };
}

} // namespace

core::Module module()
{
    indicators(); // a fault in the catalogue is found at start, not at the end of a quarter
    Module all{"monitoring", Where::both, {}};
    for (auto acts_of : {acts_of_figures, acts_of_statements, acts_of_returns})
        for (auto& act : acts_of())
            all.acts.push_back(std::move(act));
    all.chores = {{"monitoring.check_statements", check_statements},
                  {"monitoring.tell_live", {}, tell_live}};
    all.receivers = {receiver_of_statements(), receiver_of_entries(), receiver_of_live()};
    all.check_catalogue = check_catalogue;
    all.entries = [](const core::Catalogue& catalogue) {
        auto entries = indicator_entries(catalogue);
        for (auto& entry : rule_entries(catalogue))
            entries.push_back(std::move(entry));
        return entries;
    };
    return all;
}

} // namespace monitoring
