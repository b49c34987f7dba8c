// SPDX-License-Identifier: EUPL-1.2
// The frame of every page, in the look of Italian public services: whose service this is, which
// city, who is logged in, the menu of what they may do, and the foot with what the law asks for.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "web/api/problem";
import { Icon } from "web/kit/Icon";
import { wordedProblem } from "web/kit/problemWords";
import { changeLanguage, language, languages, t } from "web/words/words";
import type { MenuItem, WebModule } from "./module";
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
                {items.length > 0 && <Menu items={items} path={place.path} open={menuOpen} />}
            </header>
            {session && <PhoneBar />}
            <main id="content" tabIndex={-1}>
                {children}
            </main>
            <Foot />
        </div>
    );
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

interface MenuProps {
    items: MenuItem[];
    path: string;
    open: boolean;
}

function Menu({ items, path, open }: MenuProps) {
    // The longest path that leads here: "/outreach/unnamed" is not also "/outreach".
    const current = items
        .filter((item) => path === item.path || path.startsWith(`${item.path}/`))
        .toSorted((one, other) => other.path.length - one.path.length)[0];
    return (
        <nav id="menu" class={open ? "menu menu-open" : "menu"} aria-label={t("web.menu")}>
            <ul>
                {items.map((item) => (
                    <li key={item.path}>
                        <a
                            href={link(item.path)}
                            aria-current={item === current ? "page" : undefined}
                        >
                            {t(item.label)}
                        </a>
                    </li>
                ))}
            </ul>
        </nav>
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
