// SPDX-License-Identifier: EUPL-1.2
// Two records that may be of one person, side by side, with what speaks for it and against. Either
// answer can be taken back.
import { useState } from "preact/hooks";
import type { Answer } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { t } from "web/words/words";
import { fullNameOf } from "./PersonLine";
import { Reasons } from "./Reasons";
import { SideBySide } from "./SideBySide";
import { STRENGTHS } from "./strengths";

type Pair = Answer<"people.get_pair">;

export default function PairPage({ params }: PageProps) {
    const id = params["pair"]!;
    const pair = useQuery("people.get_pair", { path: { id } });
    return (
        <Page
            wide
            title={t("page.people.pair")}
            back={{ href: link("/people/pairs"), label: t("page.people.review") }}
        >
            <Show of={pair}>{(found) => <Shown pair={found} onChanged={pair.set} />}</Show>
        </Page>
    );
}

function Shown({ pair, onChanged }: { pair: Pair; onChanged: (pair: Pair) => void }) {
    const { one, other, strength } = pair;
    return (
        <>
            <p class="lead">
                <bdi>{fullNameOf(one)}</bdi> — <bdi>{fullNameOf(other)}</bdi>{" "}
                <Badge kind={STRENGTHS[strength]}>{labelOf("similarity_strength", strength)}</Badge>
            </p>
            <SideBySide one={one} other={other} />
            {!pair.same && <Reasons reasons={pair.reasons} />}
            <div class="form-actions">
                {[one, other].map((person) => (
                    <LinkButton key={person.id} kind="plain" href={link(`/people/${person.id}`)}>
                        {t("page.people.open_record", { number: person.number })}
                    </LinkButton>
                ))}
            </div>
            {pair.same && <Alert kind="info" quiet title={t("page.people.pair_same")} />}
            {pair.apart_at && <Apart pair={pair} onChanged={onChanged} />}
            {!pair.same && !pair.apart_at && <Decide pair={pair} />}
        </>
    );
}

function Apart({ pair, onChanged }: { pair: Pair; onChanged: (pair: Pair) => void }) {
    const undo = useAct("people.undo_apart");
    return (
        <Alert kind="info" quiet title={t("page.people.pair_apart")}>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            <Button
                kind="outline"
                icon="undo"
                busy={undo.busy}
                onClick={() => void undo.run({ path: { id: pair.id } }, onChanged)}
            >
                {t("do.people.undo_apart")}
            </Button>
        </Alert>
    );
}

function Decide({ pair }: { pair: Pair }) {
    const { one, other } = pair;
    const merge = useAct("people.merge_persons");
    const apart = useAct("people.keep_apart");
    const [id] = useState(() => uuid7());
    const [kept, setKept] = useState(one.id);
    const problem = merge.problem ?? apart.problem;

    function submitSame(): void {
        const duplicate = kept === one.id ? other.id : one.id;
        void merge.run({ body: { id, kept, duplicate, reason: null } }, () => {
            say({
                text: t("page.people.merge_done"),
                undo: async () => {
                    await ask("people.undo_merge", { path: { id } });
                    say({ text: t("page.people.merge_undone") });
                },
            });
            go("/people/pairs");
        });
    }

    function submitApart(): void {
        void apart.run({ path: { id: pair.id } }, () => {
            say({
                text: t("page.people.apart_done"),
                undo: async () => {
                    await ask("people.undo_apart", { path: { id: pair.id } });
                    say({ text: t("page.people.apart_undone") });
                },
            });
            go("/people/pairs");
        });
    }

    return (
        <Form class="form" problem={problem} onSubmit={submitSame}>
            <ChooseOne
                name="kept"
                always
                label={t("field.people.kept")}
                hint={t("field.people.kept_hint")}
                options={[one, other].map((person) => ({
                    value: person.id,
                    label: person.number,
                }))}
                value={kept}
                onChange={setKept}
            />
            <p>{t("page.people.merge_hint")}</p>
            <div class="form-actions">
                <Button submit busy={merge.busy}>
                    {t("do.people.same")}
                </Button>
                <Button kind="outline" busy={apart.busy} onClick={submitApart}>
                    {t("do.people.keep_apart")}
                </Button>
            </div>
        </Form>
    );
}
