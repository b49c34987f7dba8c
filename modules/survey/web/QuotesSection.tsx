// SPDX-License-Identifier: EUPL-1.2
// What may be quoted: only of who agreed to it in the interview. Read when it is asked for.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Select } from "web/kit/Field";
import { EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { t } from "web/words/words";
import { type Theme, themeNames } from "./findings";

export function QuotesSection({ wave, themes }: { wave: string; themes: Theme[] }) {
    const [isOpen, setOpen] = useState(false);
    const [theme, setTheme] = useState("");
    const found = useQuery(
        "survey.list_quotes",
        isOpen ? { path: { wave }, query: { theme: theme || undefined } } : null,
    );
    return (
        <section class="section">
            <h2>{t("page.survey_findings.quotes")}</h2>
            <Select
                name="theme"
                label={t("page.survey_findings.theme")}
                empty={t("page.survey_findings.every_state")}
                options={themes.map(({ id, name }) => ({ value: id, label: name }))}
                value={theme}
                onChange={setTheme}
            />
            {!isOpen && (
                <Button kind="outline" onClick={() => setOpen(true)}>
                    {t("page.survey_findings.show_quotes")}
                </Button>
            )}
            {isOpen && (
                <Show of={found}>
                    {({ items }) =>
                        items.length === 0 ? (
                            <EmptyState title={t("page.survey_findings.no_quotes")} />
                        ) : (
                            <ul aria-label={t("page.survey_findings.quotes")}>
                                {items.map((quote) => (
                                    <li key={`${quote.pseudonym} ${quote.question_label}`}>
                                        <blockquote
                                            class="finding-answer"
                                            dir="auto"
                                            lang={quote.language}
                                        >
                                            {quote.text}
                                        </blockquote>
                                        <p>
                                            <bdi>{quote.pseudonym}</bdi> ·{" "}
                                            {labelOf("respondent_group", quote.respondents)} ·{" "}
                                            {themeNames(themes, quote.themes)}
                                        </p>
                                    </li>
                                ))}
                            </ul>
                        )
                    }
                </Show>
            )}
        </section>
    );
}
