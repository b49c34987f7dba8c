// SPDX-License-Identifier: EUPL-1.2
// People seen and not spoken to: a number, where, and that is all.
import type { Contact } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Progress } from "web/kit/Progress";
import { Stepper } from "web/kit/Stepper";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { PlaceFields } from "./PlaceFields";

const SEEN_MAX = 500;

export default function TallyPage({ query }: PageProps) {
    const outing = query["outing"];
    const recent = useQuery(
        "outreach.list_contacts",
        outing ? { query: { outing, limit: 1 } } : null,
    );
    const back = outing ? `/outreach/outings/${outing}` : "/outreach";

    return (
        <Page
            title={t("do.outreach.record_tally")}
            back={{
                href: link(back),
                label: t(outing ? "page.outreach.outing" : "page.outreach.tonight"),
            }}
        >
            <p class="lead">{t("page.outreach.tally_hint")}</p>
            {recent.loading ? (
                <Progress />
            ) : (
                <Count outing={outing ?? null} back={back} last={recent.data?.items[0]} />
            )}
        </Page>
    );
}

interface CountProps {
    outing: string | null;
    back: string;
    last: Contact | undefined;
}

function Count({ outing, back, last }: CountProps) {
    const session = useSession();
    const record = useAct("outreach.record_tally");
    const draft = useDraft(session.account, `tally.${outing ?? ""}`, () => ({
        id: uuid7(),
        at: new Date().toISOString(),
        setting: last?.setting ?? "",
        district: last?.district ?? "",
        people_seen: 1,
        of_which_minors: 0,
        note: "",
    }));
    const { value: tally, change } = draft;

    function submit(): void {
        const body = { ...tally, outing, note: tally.note.trim() || null };
        void record.runWith({ byClock: true }, { body }, () => {
            draft.drop();
            say({
                text: t("page.outreach.tally_recorded"),
                undo: async () => {
                    await ask("outreach.cancel_tally", { path: { id: tally.id } });
                    say({ text: t("page.outreach.tally_cancelled") });
                },
            });
            goInstead(back);
        });
    }

    return (
        <Form class="form" problem={record.problem} onSubmit={submit}>
            <DraftNotice draft={draft} />
            <Stepper
                name="people_seen"
                label={t("field.outreach.people_seen")}
                min={1}
                max={SEEN_MAX}
                value={tally.people_seen}
                onChange={(people_seen) =>
                    change({
                        people_seen,
                        of_which_minors: Math.min(tally.of_which_minors, people_seen),
                    })
                }
            />
            <Stepper
                name="of_which_minors"
                label={t("field.outreach.of_which_minors")}
                max={tally.people_seen}
                value={tally.of_which_minors}
                onChange={(of_which_minors) => change({ of_which_minors })}
            />
            <PlaceFields value={tally} onChange={change} />
            <TextField
                name="note"
                label={t("field.outreach.note")}
                value={tally.note}
                onInput={(note) => change({ note })}
            />
            <div class="form-save">
                <Button submit busy={record.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}
