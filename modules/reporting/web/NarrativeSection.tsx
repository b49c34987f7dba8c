// SPDX-License-Identifier: EUPL-1.2
// What the numbers do not say: written until the quarter is closed, read from then on.
import { Button } from "web/kit/Button";
import { DraftNotice } from "web/kit/DraftNotice";
import { Fact, Facts } from "web/kit/Facts";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import type { Pack } from "./types";

const PARTS = [
    "progress",
    "strengths",
    "deviations",
    "difficulties",
    "staff_changes",
    "networks",
] as const;
type Part = (typeof PARTS)[number];

interface NarrativeProps {
    pack: Pack;
    path: { project: string; period: string };
    reload: () => Promise<void>;
}

export function NarrativeSection(props: NarrativeProps) {
    const session = useSession();
    const { closed, content } = props.pack;
    return (
        <section class="section">
            <h2>{t("page.reporting.procedure")}</h2>
            {!closed && may(session, "reporting.write_narrative") ? (
                <Writing {...props} />
            ) : (
                <Facts>
                    {PARTS.map((part) => (
                        <Fact key={part} name={t(`page.reporting.${part}`)}>
                            {content.narrative[part] && (
                                <span dir="auto">{content.narrative[part]}</span>
                            )}
                        </Fact>
                    ))}
                </Facts>
            )}
        </section>
    );
}

function Writing({ pack, path, reload }: NarrativeProps) {
    const session = useSession();
    const write = useAct("reporting.write_narrative");
    const { narrative } = pack.content;
    const draft = useDraft(
        session.account,
        `reporting.narrative.${path.project}.${path.period}`,
        () =>
            Object.fromEntries(PARTS.map((part) => [part, narrative[part] ?? ""])) as Record<
                Part,
                string
            >,
    );

    function submit(): void {
        const body = {
            ...(Object.fromEntries(
                PARTS.map((part) => [part, draft.value[part].trim() || null]),
            ) as Record<Part, string | null>),
            base: narrative.version,
        };
        void write.run({ path, body }, () => {
            draft.drop();
            say({ text: t("page.reporting.narrated") });
            void reload();
        });
    }

    return (
        <Form class="form" problem={write.problem} onSubmit={submit}>
            <DraftNotice draft={draft} />
            <p>{t("field.reporting.no_names")}</p>
            {PARTS.map((part) => (
                <TextArea
                    key={part}
                    name={part}
                    label={t(`page.reporting.${part}`)}
                    value={draft.value[part]}
                    onInput={(text) =>
                        draft.change({ [part]: text } as Partial<Record<Part, string>>)
                    }
                />
            ))}
            <div class="form-save">
                <Button submit busy={write.busy}>
                    {t("do.reporting.save_narrative")}
                </Button>
            </div>
        </Form>
    );
}
