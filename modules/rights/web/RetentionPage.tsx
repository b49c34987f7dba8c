// SPDX-License-Identifier: EUPL-1.2
// How long what is kept, and who has been kept longer. Nothing happens by itself.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { nameOf, PersonLine } from "modules/people/web/PersonLine";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import type { RetentionLine, RetentionPreview, RetentionRule } from "./types";

export default function RetentionPage() {
    const found = useQuery("rights.preview_retention", {});
    return (
        <Page
            wide
            title={t("page.rights.retention")}
            back={{ href: link("/rights"), label: t("page.rights.title") }}
        >
            <p class="lead">{t("page.rights.retention_lead")}</p>
            <Show of={found}>
                {(preview) => (
                    <>
                        <section class="section">
                            <h2>{t("page.rights.rules")}</h2>
                            <CardList label={t("page.rights.rules")}>
                                {preview.rules.map((rule) => (
                                    <RuleLine key={rule.rule} rule={rule} onChanged={found.set} />
                                ))}
                            </CardList>
                        </section>
                        <Over preview={preview} reload={() => void found.reload()} />
                    </>
                )}
            </Show>
        </Page>
    );
}

interface RuleProps {
    rule: RetentionRule;
    onChanged: (preview: RetentionPreview) => void;
}

function RuleLine({ rule, onChanged }: RuleProps) {
    const session = useSession();
    const isOwn = rule.months !== rule.months_of_network;
    return (
        <Card
            title={labelOf("retention_rule", rule.rule)}
            badges={
                <>
                    {isOwn && <Badge kind="info">{t("page.rights.of_city")}</Badge>}
                    {!rule.confirmed && <Badge kind="warning">{t("page.rights.to_confirm")}</Badge>}
                </>
            }
            second={
                <>
                    <strong>{count("page.rights.months", rule.months)}</strong>
                    {` · ${count("page.rights.over", rule.due)}`}
                </>
            }
            third={rule.source}
            actions={
                may(session, "rights.set_rule") && <Setting rule={rule} onChanged={onChanged} />
            }
        />
    );
}

function Setting({ rule, onChanged }: RuleProps) {
    const set = useAct("rights.set_rule");
    const [changing, setChanging] = useState(false);
    const [text, setText] = useState(String(rule.months));
    const path = { rule: rule.rule };
    const before = rule.confirmed ? rule.months : null;
    const label = labelOf("retention_rule", rule.rule);

    function put(months: number | null): void {
        void set.run({ path, body: { months } }, (preview) => {
            setChanging(false);
            say({
                text: t(months === null ? "page.rights.rule_reset" : "page.rights.rule_set"),
                undo: async () => {
                    await ask("rights.set_rule", { path, body: { months: before } });
                    reloadAll();
                },
            });
            onChanged(preview);
        });
    }

    function submit(): void {
        const isNumber = text.trim() !== "" && Number.isInteger(Number(text));
        // What is no number is for the server to say, with the expected form.
        put(isNumber ? Number(text) : ((text.trim() || "–") as never));
    }

    if (changing) {
        return (
            <Form class="form-filter" label={label} problem={set.problem} onSubmit={submit}>
                <TextField
                    name="months"
                    required
                    label={t("field.rights.months")}
                    inputMode="numeric"
                    maxLength={4}
                    value={text}
                    onInput={setText}
                />
                <Button submit busy={set.busy}>
                    {t("web.save")}
                </Button>
                <Button kind="outline" onClick={() => setChanging(false)}>
                    {t("web.cancel")}
                </Button>
            </Form>
        );
    }
    return (
        <>
            {set.problem && <ProblemAlert problem={set.problem} />}
            <Button
                kind="outline"
                label={`${t("do.rights.set_rule")}: ${label}`}
                onClick={() => {
                    set.clear();
                    setText(String(rule.months));
                    setChanging(true);
                }}
            >
                {t("do.rights.set_rule")}
            </Button>
            {rule.confirmed && (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={set.busy}
                    label={`${t("do.rights.reset_rule")}: ${label}`}
                    onClick={() => put(null)}
                >
                    {t("do.rights.reset_rule")}
                </Button>
            )}
        </>
    );
}

interface OverProps {
    preview: RetentionPreview;
    reload: () => void;
}

function Over({ preview: { items, total }, reload }: OverProps) {
    return (
        <section class="section">
            <h2>{t("page.rights.persons")}</h2>
            {items.length === 0 ? (
                <EmptyState title={t("page.rights.nobody_over")} />
            ) : (
                <>
                    <p role="status">{count("page.rights.over", total)}</p>
                    <CardList label={t("page.rights.persons")}>
                        {items.map((line) => (
                            <Line key={line.person} line={line} reload={reload} />
                        ))}
                    </CardList>
                </>
            )}
        </section>
    );
}

function Line({ line, reload }: { line: RetentionLine; reload: () => void }) {
    const session = useSession();
    const propose = useAct("rights.propose_erasure");
    const [id] = useState(uuid7);
    const { person, person_card, rule, last_on, kept_until, proposed } = line;
    return (
        <PersonLine
            person={person_card}
            badges={proposed && <Badge kind="info">{t("page.rights.proposed")}</Badge>}
            note={t("page.rights.kept_until", {
                rule: labelOf("retention_rule", rule),
                last: formatDay(last_on),
                until: formatDay(kept_until),
            })}
            actions={
                !proposed &&
                may(session, "rights.propose_erasure") && (
                    <>
                        {propose.problem && <ProblemAlert problem={propose.problem} />}
                        <Button
                            kind="outline"
                            busy={propose.busy}
                            label={`${t("do.rights.propose")}: ${nameOf(person_card)}`}
                            onClick={() =>
                                void propose.run({ body: { id, person, rule } }, () => {
                                    say({
                                        text: t("page.rights.proposed_now"),
                                        undo: async () => {
                                            await ask("rights.cancel_request", { path: { id } });
                                            reloadAll();
                                        },
                                    });
                                    reload();
                                })
                            }
                        >
                            {t("do.rights.propose")}
                        </Button>
                    </>
                )
            }
        />
    );
}
