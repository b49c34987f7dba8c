// SPDX-License-Identifier: EUPL-1.2
// The frame of every page, in the look of Italian public services: whose service this is, which
// city, who is logged in, the menu of what they may do, and the foot with what the law asks for.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "web/api/problem";
import { Icon } from "web/kit/Icon";
import { wordedProblem } from "web/kit/problemWords";
import { changeLanguage, language, languages, t } from "web/words/words";
import { Menu } from "./Menu";
import type { WebModule } from "./module";
import { say } from "./notices";
import { PhoneBar } from "./PhoneBar";
import { link, type Place } from "./router";
import { logOut, may, type SessionState } from "./session";

interface LayoutProps {
    modules: WebModule[];
    state: SessionState;
    place: Place;
    children: ComponentChildren;
}

export function Layout({ modules, state, place, children }: LayoutProps) {
    const session = state.stage === "logged_in" ? state.session : undefined;
    const items = modules
        .toSorted((one, other) => one.rank - other.rank)
        .flatMap((module) => module.menu)
        .filter((item) => session && may(session, item.needs));
    const [menuOpen, setMenuOpen] = useState(false);
    useEffect(() => setMenuOpen(false), [place]);
    useEffect(() => onDesk(() => setMenuOpen(false)), []);

    return (
        <div class="frame">
            <a
                class="skip-link"
                href="#content"
                onClick={(event) => {
                    event.preventDefault(); // the hash is the router's
                    document.getElementById("content")?.focus();
                }}
            >
                {t("web.skip_to_content")}
            </a>
            <header class="head">
                <div class="head-slim">
                    <span>{t("web.institution")}</span>
                    {session ? <AccountZone name={session.name} /> : <OtherLanguages />}
                </div>
                <div class="head-main">
                    <a class="head-brand" href="#/">
                        <span class="head-name">lgnet</span>
                        <span class="head-city">
                            {session ? (session.city_name ?? t("web.network")) : t("web.tagline")}
                        </span>
                    </a>
                    {items.length > 0 && (
                        <button
                            type="button"
                            class="btn head-menu"
                            aria-expanded={menuOpen}
                            aria-controls="menu"
                            onClick={() => setMenuOpen(!menuOpen)}
                        >
                            <Icon name={menuOpen ? "close" : "menu"} />
                            <span>{t("web.menu")}</span>
                        </button>
                    )}
                </div>
                {items.length > 0 && <Menu items={items} place={place} whole={menuOpen} />}
            </header>
            {session && <PhoneBar />}
            <main id="content" tabIndex={-1}>
                {children}
            </main>
            <Foot />
        </div>
    );
}

// When the window becomes so wide that the menu is a row (_frame.scss): a tablet that is turned.
function onDesk(turned: () => void): () => void {
    const wide = matchMedia("(min-width: 62rem)");
    const changed = () => wide.matches && turned();
    wide.addEventListener("change", changed);
    return () => wide.removeEventListener("change", changed);
}

// Before somebody logs in nobody knows which language they read.
function OtherLanguages() {
    const others = languages.filter((code) => code !== language());
    return (
        <span class="head-account">
            {others.map((code) => (
                <button
                    key={code}
                    type="button"
                    lang={code}
                    onClick={() => void changeLanguage(code)}
                >
                    {new Intl.DisplayNames(code, { type: "language" }).of(code)}
                </button>
            ))}
        </span>
    );
}

async function leave(): Promise<void> {
    try {
        await logOut();
    } catch (failure) {
        // The cookie is still there: whoever leaves must know that they have not left.
        if (!(failure instanceof Problem)) throw failure;
        say({ text: wordedProblem(failure) });
    }
}

function AccountZone({ name }: { name: string }) {
    return (
        <span class="head-account">
            <a href={link("/account")}>
                <Icon name="person" />
                <bdi>{name}</bdi>
            </a>
            <button type="button" onClick={() => void leave()}>
                <Icon name="out" />
                <span>{t("web.log_out")}</span>
            </button>
        </span>
    );
}

function Foot() {
    return (
        <footer class="foot">
            <p>{t("web.foot")}</p>
            <ul>
                <li>
                    <a href={link("/about/source")}>{t("web.source_code")}</a>
                </li>
                <li>
                    <a href={link("/about/accessibility")}>{t("web.accessibility")}</a>
                </li>
                <li>
                    <a href={link("/about/privacy")}>{t("web.privacy")}</a>
                </li>
            </ul>
        </footer>
    );
}
