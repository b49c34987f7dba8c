// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";
import type { Session } from "web/api/acts";
import { type Purpose, setPurpose } from "web/api/client";
import { movedToAnotherPage, Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Progress } from "web/kit/Progress";
import { onLanguage, t } from "web/words/words";
import { Layout } from "./Layout";
import { Lazy } from "./Lazy";
import type { PageProps, Route, WebModule } from "./module";
import { Notices } from "./Notices";
import { installOffline, keepSending } from "./phone";
import { goInstead, match, type Place, placeOf, usePlace } from "./router";
import { installSections } from "./Sections";
import { may, type SessionState, startSession, useSessionState } from "./session";

export function App({ modules }: { modules: WebModule[] }) {
    installSections(modules);
    installOffline(modules);
    const state = useSessionState();
    const place = usePlace();
    const [, render] = useState(0);
    useEffect(() => onLanguage(() => render((turn) => turn + 1)), []);
    useEffect(() => void startSession(), []);
    useEffect(keepSending, []);

    // Whoever comes to report something waits for no session, and is not told that one is needed.
    const open = routeOf(modules, place);
    if (open?.route.ownFrame) {
        return <LazyRoute key={keyOf(place)} {...open} />;
    }
    return (
        <>
            <Layout modules={modules} state={state} place={place}>
                <Content modules={modules} state={state} place={place} />
            </Layout>
            <Notices />
        </>
    );
}

interface OpenRoute extends PageProps {
    route: Route;
}

// Another thing of the same kind is another page.
function keyOf({ path, query }: Place): string {
    return path + JSON.stringify(query);
}

function routeOf(modules: WebModule[], place: Place): OpenRoute | undefined {
    for (const route of modules.flatMap((module) => module.routes)) {
        const params = match(route.path, place.path);
        if (params) return { route, params, query: place.query };
    }
    return undefined;
}

const LOG_IN = "/log-in";
const loadUnlock = () => import("./UnlockPage");

interface ContentProps {
    modules: WebModule[];
    state: SessionState;
    place: Place;
}

function Content({ modules, state, place }: ContentProps) {
    if (state.stage === "starting") return <Progress />;
    if (state.stage === "failed") {
        return (
            <Page title={t("web.cannot_start")}>
                <ProblemAlert problem={state.problem} retry={() => void startSession()} />
            </Page>
        );
    }

    const open = routeOf(modules, place);
    if (open && isOpenTo(state, open.route)) return <LazyRoute key={keyOf(place)} {...open} />;

    if (state.stage === "locked") return <Lazy load={loadUnlock} {...state} />;
    if (state.stage === "guest") {
        const logIn = modules
            .flatMap((module) => module.routes)
            .find((route) => route.path === LOG_IN)!;
        return <LazyRoute key="guest" route={logIn} params={{}} query={{}} />;
    }
    if (place.path !== "/") return <NotFound />;
    return <Home modules={modules} session={state.session} />;
}

function isOpenTo(state: SessionState, { path, needs, forGuests }: Route): boolean {
    if (state.stage === "guest") return forGuests === true;
    // Who is known but locked out of the phone unlocks it: to log in anew is asked there.
    if (state.stage === "locked") return forGuests === true && path !== LOG_IN;
    return state.stage === "logged_in" && (!needs || may(state.session, needs));
}

function NotFound() {
    return (
        <Page title={t("web.page_not_found")}>
            <p>{t("web.page_not_found_hint")}</p>
            <p>
                <a href="#/">{t("web.to_the_start")}</a>
            </p>
        </Page>
    );
}

// Each role begins where its work begins.
function Home({ modules, session }: { modules: WebModule[]; session: Session }) {
    const items = modules.flatMap((module) => module.menu);
    const open = items.filter((item) => may(session, item.needs));
    const first =
        open.find((item) => item.homeOf?.some((role) => session.roles.includes(role))) ?? open[0];
    useEffect(() => {
        // Whoever has gone elsewhere meanwhile stays there.
        if (placeOf(location.hash).path === "/") goInstead(first?.path ?? "/account");
    }, [first]);
    return <Progress />;
}

function LazyRoute({ route, ...props }: PageProps & { route: Route }) {
    const session = useSessionState();
    setPurpose(purposeOf(route, session));
    return <Lazy load={route.page} {...props} />;
}

function purposeOf({ purpose }: Route, state: SessionState): Purpose | undefined {
    if (typeof purpose !== "function") return purpose;
    return state.stage === "logged_in" ? purpose(state.session) : undefined;
}

addEventListener("hashchange", movedToAnotherPage);
