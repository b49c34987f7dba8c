// SPDX-License-Identifier: EUPL-1.2
// The frame of a page for those who report: whose service it is, the language, what to do in danger.
import type { ComponentChildren } from "preact";
import { Icon } from "web/kit/Icon";
import { Page } from "web/kit/Page";
import { LANGUAGES, nameOfLanguage, type PublicLanguage, type Spoken } from "./words";

interface PublicFrameProps {
    spoken: Spoken;
    title: string;
    city: string;
    partner: string;
    children: ComponentChildren;
}

export function PublicFrame({ spoken, title, city, partner, children }: PublicFrameProps) {
    const { say, language } = spoken;
    return (
        <div class="frame public">
            <header class="head">
                <div class="head-slim">
                    <span>
                        LgNet · <bdi>{city}</bdi>
                    </span>
                    <LanguageChoice spoken={spoken} />
                </div>
            </header>
            <main id="content" tabIndex={-1}>
                <Page title={title}>
                    <p class="public-emergency">
                        <Icon name="warning" />
                        <span>{say("emergency")}</span>
                    </p>
                    {children}
                </Page>
            </main>
            <footer class="foot">
                <p>{say("privacy")}</p>
                {partner && (
                    <p lang={language}>{say("service_of", { partner: `\u2068${partner}\u2069` })}</p>
                )}
            </footer>
        </div>
    );
}

function LanguageChoice({ spoken }: { spoken: Spoken }) {
    return (
        <label class="public-language">
            <span class="visually-hidden">{spoken.say("language")}</span>
            <select
                class="form-control form-choice"
                value={spoken.language}
                onChange={(event) => spoken.change(event.currentTarget.value as PublicLanguage)}
            >
                {LANGUAGES.map((code) => (
                    <option key={code} value={code} lang={code}>
                        {nameOfLanguage(code)}
                    </option>
                ))}
            </select>
        </label>
    );
}
