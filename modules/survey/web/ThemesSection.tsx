// SPDX-License-Identifier: EUPL-1.2
// The themes and when they are given. One that is used no more is retired: old findings keep it.
import { useState } from "preact/hooks";
import type { Answer } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { type Live, reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import type { Theme } from "./findings";

export function ThemesSection({ found }: { found: Live<Answer<"survey.list_themes">> }) {
    const session = useSession();
    const [edited, setEdited] = useState<Theme | "new" | null>(null);
    return (
        <section class="section">
            <h2>{t("page.survey_findings.codebook")}</h2>
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.survey_findings.no_themes")} />
                    ) : (
                        <CardList label={t("page.survey_findings.codebook")}>
                            {items.map((theme) => (
                                <Card
                                    key={theme.id}
                                    title={theme.name}
                                    badges={
                                        <>
                                            <Badge>{theme.code}</Badge>
                                            {theme.retired && (
                                                <Badge kind="warning">
                                                    {t("page.survey_findings.retired")}
                                                </Badge>
                                            )}
                                        </>
                                    }
                                    second={theme.description}
                                    third={theme.need ? labelOf("need_item", theme.need) : ""}
                                    actions={
                                        may(session, "survey.write_theme") && (
                                            <ThemeButtons
                                                theme={theme}
                                                onEdit={() => setEdited(theme)}
                                                onChanged={() => void found.reload()}
                                            />
                                        )
                                    }
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {may(session, "survey.write_theme") && (
                <Button kind="outline" onClick={() => setEdited("new")}>
                    {t("do.survey.write_theme")}
                </Button>
            )}
            {edited && (
                <ThemeForm
                    theme={edited === "new" ? null : edited}
                    onClose={() => setEdited(null)}
                    onDone={() => {
                        setEdited(null);
                        void found.reload();
                    }}
                />
            )}
        </section>
    );
}

interface ThemeButtonsProps {
    theme: Theme;
    onEdit: () => void;
    onChanged: () => void;
}

function ThemeButtons({ theme, onEdit, onChanged }: ThemeButtonsProps) {
    const retire = useAct("survey.retire_theme");
    const restore = useAct("survey.restore_theme");
    const path = { id: theme.id };
    const { name } = theme;
    if (theme.retired)
        return (
            <>
                {restore.problem && <ProblemAlert problem={restore.problem} />}
                <Button
                    kind="outline"
                    busy={restore.busy}
                    label={t("page.survey_findings.restore_theme_of", { name })}
                    onClick={() => void restore.run({ path }, onChanged)}
                >
                    {t("do.survey.restore_theme")}
                </Button>
            </>
        );
    return (
        <>
            {retire.problem && <ProblemAlert problem={retire.problem} />}
            <Button
                kind="outline"
                label={t("page.survey_findings.edit_theme", { name })}
                onClick={onEdit}
            >
                {t("do.survey.edit_theme")}
            </Button>
            <Button
                kind="outline"
                busy={retire.busy}
                label={t("page.survey_findings.retire_theme_of", { name })}
                onClick={() =>
                    void retire.run({ path }, () => {
                        say({
                            text: t("page.survey_findings.theme_retired"),
                            undo: async () => {
                                await ask("survey.restore_theme", { path });
                                reloadAll();
                            },
                        });
                        onChanged();
                    })
                }
            >
                {t("do.survey.retire_theme")}
            </Button>
        </>
    );
}

interface ThemeFormProps {
    theme: Theme | null;
    onClose: () => void;
    onDone: () => void;
}

function ThemeForm({ theme, onClose, onDone }: ThemeFormProps) {
    const write = useAct("survey.write_theme");
    const [id] = useState(() => theme?.id ?? uuid7());
    const [text, setText] = useState({
        code: theme?.code ?? "",
        name: theme?.name ?? "",
        description: theme?.description ?? "",
        need: theme?.need ?? "",
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });
    function submit(): void {
        const body = {
            code: text.code.trim(),
            name: text.name.trim(),
            description: text.description.trim(),
            need: text.need || null,
            base: theme?.version ?? null,
        };
        void write.run({ path: { id }, body }, () => {
            say({ text: t("page.survey_findings.theme_saved") });
            onDone();
        });
    }
    const title = theme
        ? t("page.survey_findings.edit_theme", { name: theme.name })
        : t("do.survey.write_theme");
    return (
        <Dialog title={title} onClose={onClose}>
            <Form class="form" problem={write.problem} onSubmit={submit}>
                {!theme && (
                    <TextField
                        name="code"
                        required
                        label={t("field.survey.theme_code")}
                        hint={t("field.survey.theme_code_hint")}
                        value={text.code}
                        onInput={(code) => change({ code: code.toUpperCase() })}
                    />
                )}
                <TextField
                    name="name"
                    required
                    label={t("field.survey.theme_name")}
                    value={text.name}
                    onInput={(name) => change({ name })}
                />
                <TextArea
                    name="description"
                    required
                    label={t("field.survey.theme_description")}
                    value={text.description}
                    onInput={(description) => change({ description })}
                />
                <Select
                    name="need"
                    label={t("field.survey.theme_need")}
                    empty="–"
                    options={options("need_item")}
                    value={text.need}
                    onChange={(need) => change({ need })}
                />
                <DialogActions busy={write.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
