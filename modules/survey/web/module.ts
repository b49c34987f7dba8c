// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

// Nothing here leads to a person of the registry; what is read, such as how to reach a body, is
// read for the survey.
const purpose = "statistics" as const;

const survey: WebModule = {
    rank: 65,
    routes: [
        {
            path: "/survey",
            page: () => import("./TasksPage"),
            needs: "survey.list_my_slots",
            purpose,
        },
        {
            path: "/survey/slots/:slot",
            page: () => import("./SlotPage"),
            needs: "survey.list_my_slots",
            purpose,
        },
        {
            path: "/survey/units/:unit",
            page: () => import("./UnitPage"),
            needs: "survey.list_my_slots",
            purpose,
        },
        {
            path: "/survey/interview",
            page: () => import("./InterviewPage"),
            needs: "survey.list_my_slots",
            purpose,
        },
        {
            path: "/survey/waves",
            page: () => import("./WavesPage"),
            needs: "survey.list_waves",
            purpose,
        },
        {
            path: "/survey/waves/:wave",
            page: () => import("./PlanPage"),
            needs: "survey.get_plan",
            purpose,
        },
        {
            path: "/survey/waves/:wave/quotas",
            page: () => import("./QuotasPage"),
            needs: "survey.show_quotas",
            purpose,
        },
        {
            path: "/survey/waves/:wave/interviews",
            page: () => import("./InterviewsPage"),
            needs: "survey.list_interviews",
            purpose,
        },
        {
            path: "/survey/waves/:wave/matrix",
            page: () => import("./MatrixPage"),
            needs: "survey.show_matrix",
            purpose,
        },
        {
            path: "/survey/waves/:wave/emerging",
            page: () => import("./EmergingPage"),
            needs: "survey.show_emerging",
            purpose,
        },
        {
            path: "/survey/waves/:wave/coding",
            page: () => import("./CodingPage"),
            needs: "survey.list_open_answers",
            purpose,
        },
        {
            path: "/survey/waves/:wave/exports",
            page: () => import("./ExportsPage"),
            needs: "survey.export_answers",
            purpose,
        },
        {
            path: "/survey/questionnaires",
            page: () => import("./QuestionnairesPage"),
            needs: "survey.list_questionnaires",
            purpose,
        },
        {
            path: "/survey/versions/:version",
            page: () => import("./TryPage"),
            needs: "survey.list_questionnaires",
            purpose,
        },
    ],
    menu: [
        {
            path: "/survey",
            label: "page.survey.tasks",
            group: "street",
            needs: "survey.list_my_slots",
            homeOf: ["interviewer"],
        },
        {
            path: "/survey/waves",
            label: "page.survey.waves",
            group: "numbers",
            needs: "survey.get_plan",
            homeOf: ["survey_researcher"],
        },
        {
            path: "/survey/questionnaires",
            label: "page.survey.questionnaires",
            group: "numbers",
            needs: "survey.list_questionnaires",
        },
    ],
    offline: () => import("./offline"),
};

export default survey;
