// SPDX-License-Identifier: EUPL-1.2
// All pages there are, as the modules tell them to the shell; no other can be opened.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./visit.mjs";

const ROUTE = /path: "([^"]+)",\s*page: [^}]*?(?:needs: "([^"]+)"|\})/g;

// { module, path: "/people/:person", needs: "people.get_person" | undefined }
export function routes() {
    const modules = readdirSync("modules", { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => ({ module: name, file: join("modules", name, "web/module.ts") }));
    modules.push({ module: "about", file: "web/shell/about.ts" });
    modules.push({ module: "phone", file: "web/shell/phonePages.ts" });
    return modules.flatMap(({ module, file }) =>
        [...read(file).matchAll(ROUTE)].map(([, path, needs]) => ({ module, path, needs })),
    );
}

function read(file) {
    try {
        return readFileSync(file, "utf8");
    } catch (failure) {
        if (failure.code === "ENOENT") return ""; // a module without pages
        throw failure;
    }
}

// Things of the cast in Roma, to stand in addresses.
const SAMPLE = /auto (\w+) = R"\("(.+?)"\)"/g;
const SAMPLES = ["samples", "reporting_samples", "returns_samples", "headcount_samples"];
const samples = Object.fromEntries(
    SAMPLES.flatMap((name) => [...read(`core/${name}.h`).matchAll(SAMPLE)]).map(
        ([, name, id]) => [name, id],
    ),
);
export const THINGS = {
    outing: samples.outing_tonight,
    contact: samples.contact_unnamed,
    person: samples.amina,
    other_person: samples.ibrahima,
    pair: samples.pair,
    case: samples.case_amina,
    report: samples.report_accepted,
    statement: samples.statement_earlier,
    question: samples.statement_question,
    account: samples.giulia,
    team: samples.new_team,
    item: samples.new_contact,
    aside: samples.aside,
    screening: samples.screening,
    service: samples.service,
    referral: samples.referral,
    handover: samples.handover_received,
    file: samples.minor_file,
    assessment: samples.assessment,
    assessment_open: samples.assessment_open,
    site: samples.desk_site,
    visit: samples.desk_visit,
    place: samples.housing_place,
    bunk: samples.housing_bunk_free,
    stay: samples.housing_stay,
    request: samples.rights_request,
    workshop: samples.workshop,
    session: samples.workshop_session,
    project: samples.civic_project,
    funded: samples.funded_project,
    quarter: "2026-Q3",
    story: samples.story,
    wave: samples.survey_wave,
    slot: samples.survey_slot,
    unit: samples.survey_unit,
    version: samples.survey_version,
    wave_preparing: samples.survey_wave_preparing,
    link: samples.link,
    release: samples.release,
    round: samples.headcount_round,
    code: "NET-02",
    subject: "privacy",
};

// "/people/:person" names "person".
export function namesIn(path) {
    return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
}

export function filled(path, things = THINGS) {
    return path.replaceAll(/:(\w+)/g, (_, name) => {
        if (!things[name]) throw new Error(`${path}: nothing is known to stand for :${name}`);
        return things[name];
    });
}

// By which the people whom the cast meets are known.
export const MET = [
    "Amina",
    "Diallo",
    "Yusuf",
    "Haidari",
    "Ibrahim",
    "Fatou",
    "Ndiaye",
    "N'Diaye",
    "Mamadou",
    "Selam",
    "Tekle",
    "Il Professore",
    "Dudù",
    "Karim",
    "Mansour",
    "Kareem",
    "Mansur",
    "Dawit",
    "Haile",
    "Hodan",
    "Warsame",
    "Samuel",
    "Weldu",
    "Adama",
    "Kaba",
    "Sanogo",
    "Nunzia",
    "Okafor",
];

// One of each role.
export const CAST = [
    undefined, // a guest
    "giulia@roma",
    "paola@roma",
    "sara@roma",
    "ines@roma",
    "elvira@roma",
    "marco@roma",
    "dpo@roma",
    "admin@roma",
    "ricerca@roma",
    "noemi@roma",
    "fulvia@roma",
    "direzione@rete",
    "ricerca@rete",
    "dpo@rete",
    "admin@rete",
];

// Pages that show more when something has been chosen.
const AFTER = {
    "/people/:person/merge": [`?with=${THINGS.other_person}`],
    "/cases/new": [`?person=${THINGS.other_person}`],
    "/referrals/new": [`?person=${THINGS.person}`],
    "/desk/new": [`?person=${THINGS.person}`],
    "/housing/requests/new": [`?person=${THINGS.person}`],
    "/housing/stays/new": [`?person=${THINGS.person}`],
    "/minors/entrust": [`?person=${THINGS.other_person}`],
    "/monitoring": ["?indicator=NET-02"],
    "/journal": [`?person=${THINGS.person}`],
    "/survey/interview": [`?slot=${THINGS.slot}`, `?unit=${THINGS.unit}`],
};

// The pages whose act the visitor may do, with things that the visitor can see.
export async function pagesOf(visitor, login) {
    if (!login) {
        const subjects = ["source", "accessibility", "privacy"];
        const about = subjects.map((subject) => filled("/about/:subject", { subject }));
        const city = { city: "roma" };
        const forReporters = ["/segnala/:city", "/segnala/:city/codice", "/invio/:city"];
        return [
            { pattern: "/log-in", path: "/log-in" },
            {
                pattern: "/sala/:city/:site",
                path: filled("/sala/:city/:site", { ...city, site: THINGS.site }),
            },
            ...forReporters.map((pattern) => ({ pattern, path: filled(pattern, city) })),
            ...about.map((path) => ({ pattern: "/about/:subject", path })),
        ];
    }
    const { acts } = JSON.parse((await ask(visitor, "GET", "/api/access/session")).text);
    // What the visitor's lists begin with; nothing where a list is empty.
    const first = async (address, otherwise) => {
        const { items } = JSON.parse((await ask(visitor, "GET", address)).text);
        return items ? items[0]?.id : otherwise;
    };
    // What everybody opens who may, else the first of one's own.
    const mine = async (address, list, otherwise) =>
        (await ask(visitor, "GET", `${address}/${otherwise}`)).status === 200
            ? otherwise
            : first(list, otherwise);
    const reads = async (id) =>
        id && (await ask(visitor, "GET", `/api/cases/cases/${id}`)).status === 200;
    // A unit reads the case that it was let into, and no list of cases.
    let ownCase;
    for (const id of [THINGS.case, await first("/api/cases/cases"), samples.case_luca])
        if (!ownCase && (await reads(id))) ownCase = id;
    const things = {
        ...THINGS,
        case: ownCase,
        assessment:
            ownCase &&
            (await mine(
                "/api/cases/assessments",
                `/api/cases/cases/${ownCase}/assessments`,
                THINGS.assessment,
            )),
        outing: await first("/api/outreach/outings", THINGS.outing),
        contact: await first("/api/outreach/contacts?unidentified=true", THINGS.contact),
        report: await first("/api/reports/reports", THINGS.report),
        account: await first("/api/access/accounts", THINGS.account),
        team: await first("/api/access/teams", THINGS.team),
        referral: await first("/api/referrals/referrals", THINGS.referral),
        link: await first("/api/network/links", THINGS.link),
        statement: await mine(
            "/api/monitoring/statements",
            "/api/monitoring/statements",
            THINGS.statement,
        ),
        question: await mine(
            "/api/monitoring/questions",
            "/api/monitoring/questions",
            THINGS.question,
        ),
        story: await mine("/api/stories/stories", "/api/stories/stories", THINGS.story),
    };
    return routes()
        .filter(({ module }) => module !== "about")
        .filter(({ path }) => path !== "/log-in")
        .filter(({ needs }) => !needs || acts.includes(needs))
        .filter(({ path }) => namesIn(path).every((name) => things[name]))
        .flatMap(({ path }) =>
            ["", ...(AFTER[path] ?? [])].map((query) => ({
                pattern: path,
                path: filled(path, things) + query,
            })),
        );
}
