// SPDX-License-Identifier: EUPL-1.2
// What was answered, each time somebody was asked, and what it holds.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { ConsentBadge } from "./ConsentBadge";
import { ConsentForm } from "./ConsentForm";
import type { Story, StoryConsent } from "./types";
import { WithdrawButton } from "./WithdrawButton";

interface ConsentSectionProps {
    story: Story;
    onChanged: (story: Story) => void;
}

export function ConsentSection({ story, onChanged }: ConsentSectionProps) {
    const [asking, setAsking] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.stories.consent")}</h2>
                {!story.cancelled && !story.teller_kept && (
                    <Button kind="outline" onClick={() => setAsking(true)}>
                        {t("do.stories.record_consent")}
                    </Button>
                )}
            </div>
            <p>
                <ConsentBadge state={story.consent_state} />
            </p>
            {story.consent_state === "GIVEN" && (
                <WithdrawButton id={story.id} title={story.title} onDone={reloadAll} />
            )}
            {story.consents.length > 0 && (
                <CardList label={t("page.stories.answers")}>
                    {story.consents.map((consent) => (
                        <ConsentLine key={consent.id} consent={consent} onChanged={onChanged} />
                    ))}
                </CardList>
            )}
            {asking && (
                <ConsentForm
                    story={story}
                    onClose={() => setAsking(false)}
                    onDone={(changed) => {
                        setAsking(false);
                        onChanged(changed);
                    }}
                />
            )}
        </section>
    );
}

// "Testo, foto · Il sito della rete · Ovunque · senza nome, senza volto, con la voce".
function scopeText(consent: StoryConsent): string {
    const labels = (list: string, codes: string[]) =>
        codes.map((code) => labelOf(list, code)).join(", ");
    return [
        labels("story_medium", consent.media),
        labels("story_channel", consent.channels),
        consent.territory && labelOf("story_territory", consent.territory),
        [
            t(consent.named ? "page.stories.with_name" : "page.stories.without_name"),
            t(consent.face ? "page.stories.with_face" : "page.stories.without_face"),
            t(consent.voice ? "page.stories.with_voice" : "page.stories.without_voice"),
        ].join(", "),
        consent.ends_on && t("page.stories.until", { day: formatDay(consent.ends_on) }),
    ]
        .filter(Boolean)
        .join(" · ");
}

function ConsentLine({
    consent,
    onChanged,
}: {
    consent: StoryConsent;
    onChanged: (story: Story) => void;
}) {
    const cancel = useAct("stories.cancel_consent");
    const day = formatDay(consent.answered_on);
    const isGiven = consent.answer === "GIVEN";
    return (
        <Card
            title={labelOf("story_answer", consent.answer)}
            badges={
                <>
                    {consent.withdrawn_on && (
                        <Badge kind="danger">
                            {t("page.stories.withdrawn_on", {
                                day: formatDay(consent.withdrawn_on),
                            })}
                        </Badge>
                    )}
                    {consent.cancelled && <Badge>{t("page.stories.by_mistake")}</Badge>}
                </>
            }
            second={[day, consent.guardian, consent.note].filter(Boolean).join(" · ")}
            third={isGiven ? scopeText(consent) : undefined}
            actions={
                !consent.cancelled &&
                !consent.withdrawn_on && (
                    <>
                        {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                        <Button
                            kind="plain"
                            busy={cancel.busy}
                            label={t("page.stories.cancel_answer_of", { day })}
                            onClick={() =>
                                void cancel.run({ path: { id: consent.id } }, (changed) => {
                                    say({ text: t("page.stories.answer_cancelled") });
                                    onChanged(changed);
                                })
                            }
                        >
                            {t("do.stories.cancel_answer")}
                        </Button>
                    </>
                )
            }
        />
    );
}
