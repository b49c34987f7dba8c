// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

// No purpose is named: nothing here tells of a person.
const monitoring: WebModule = {
    rank: 60,
    routes: [
        {
            path: "/monitoring",
            page: () => import("./BoardPage"),
            needs: "monitoring.show_board",
        },
        {
            path: "/monitoring/network",
            page: () => import("./NetworkBoardPage"),
            needs: "monitoring.show_network_board",
        },
        {
            path: "/monitoring/targets",
            page: () => import("./TargetsPage"),
            needs: "network.list_targets",
        },
        {
            path: "/monitoring/statements",
            page: () => import("./StatementsPage"),
            needs: "monitoring.list_statements",
        },
        {
            path: "/monitoring/statements/new",
            page: () => import("./PreparePage"),
            needs: "monitoring.submit_statement",
        },
        {
            path: "/monitoring/statements/:statement/compare",
            page: () => import("./ComparePage"),
            needs: "monitoring.compare_statements",
        },
        {
            path: "/monitoring/live",
            page: () => import("./LiveBoardPage"),
            needs: "monitoring.show_live_board",
        },
        {
            path: "/monitoring/returns",
            page: () => import("./ReturnsPage"),
            needs: "monitoring.list_returns",
        },
        {
            path: "/monitoring/questions",
            page: () => import("./QuestionsPage"),
            needs: "monitoring.list_questions",
        },
        {
            path: "/monitoring/questions/:question",
            page: () => import("./QuestionPage"),
            needs: "monitoring.get_question",
        },
        {
            path: "/monitoring/rules",
            page: () => import("./RulesPage"),
            needs: "monitoring.get_rules",
        },
        {
            path: "/monitoring/statements/:statement",
            page: () => import("./StatementPage"),
            needs: "monitoring.get_statement",
        },
        {
            path: "/monitoring/indicators",
            page: () => import("./IndicatorsPage"),
            needs: "monitoring.list_indicators",
        },
        {
            path: "/monitoring/indicators/:code",
            page: () => import("./IndicatorPage"),
            needs: "monitoring.get_indicator",
        },
    ],
    menu: [
        {
            path: "/monitoring",
            label: "page.monitoring.board",
            group: "numbers",
            needs: "monitoring.show_board",
            homeOf: ["city_coordinator", "researcher"],
        },
        {
            path: "/monitoring/network",
            label: "page.monitoring.network_board",
            group: "numbers",
            needs: "monitoring.show_network_board",
            homeOf: ["network_direction", "researcher"],
        },
        {
            path: "/monitoring/live",
            label: "page.monitoring.live",
            group: "numbers",
            needs: "monitoring.show_live_board",
        },
        {
            path: "/monitoring/returns",
            label: "page.monitoring.returns",
            group: "numbers",
            needs: "monitoring.list_returns",
        },
        {
            path: "/monitoring/questions",
            label: "page.monitoring.questions",
            group: "numbers",
            needs: "monitoring.list_questions",
        },
        {
            path: "/monitoring/targets",
            label: "page.monitoring.targets",
            group: "numbers",
            needs: "network.list_targets",
        },
        {
            path: "/monitoring/statements",
            label: "page.monitoring.statements",
            group: "numbers",
            needs: "monitoring.list_statements",
        },
        // Everybody may read how figures are counted; in the menu it stands for those who read figures.
        {
            path: "/monitoring/indicators",
            label: "page.monitoring.indicators",
            group: "numbers",
            needs: "monitoring.show_board",
        },
        {
            path: "/monitoring/indicators",
            label: "page.monitoring.indicators",
            group: "numbers",
            needs: "monitoring.show_network_board",
        },
    ],
};

export default monitoring;
