// SPDX-License-Identifier: EUPL-1.2
// With the code: how the report stands, what was answered, and a place to add something. Nothing else
// is shown, and nothing stays in the browser.
import { useState } from "preact/hooks";
import type { FollowedReport } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Progress } from "web/kit/Progress";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { isCode } from "./code";
import "./public.scss";
import { PublicText } from "./PublicFields";
import { PublicFrame } from "./PublicFrame";
import { wordedForPublic } from "./usePublicAct";
import { type Spoken, usePublicWords } from "./words";

export default function FollowPage({ params }: PageProps) {
    const city = params["city"] ?? "";
    const spoken = usePublicWords();
    const form = useQuery("reports.show_public_form", { path: { city } });
    if (!spoken) return <Progress />;
    return (
        <PublicFrame
            spoken={spoken}
            title={spoken.say("follow_title")}
            city={form.data?.name ?? ""}
            partner={form.data?.partner ?? ""}
        >
            {form.problem && (
                <Alert kind="danger" title={wordedForPublic(spoken, form.problem)} />
            )}
            <WithCode spoken={spoken} city={city} />
            <p>
                <a href={link(`/segnala/${city}`)}>{spoken.say("new_report")}</a>
            </p>
        </PublicFrame>
    );
}

function WithCode({ spoken, city }: { spoken: Spoken; city: string }) {
    const { say } = spoken;
    const [code, setCode] = useState("");
    const [mistyped, setMistyped] = useState(false);
    const [followed, setFollowed] = useState<FollowedReport>();
    const follow = useAct("reports.follow_report");

    function submit(): void {
        setFollowed(undefined);
        setMistyped(!isCode(code));
        if (isCode(code)) void follow.run({ path: { city }, body: { code } }, setFollowed);
    }

    return (
        <>
            <form
                noValidate
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    submit();
                }}
            >
                <PublicText
                    spoken={spoken}
                    needed
                    inputMode="numeric"
                    maxLength={40}
                    label={say("code")}
                    error={mistyped ? say("wrong_digit") : undefined}
                    value={code}
                    onInput={setCode}
                />
                <div class="form-actions">
                    <Button submit busy={follow.busy}>
                        {say("show")}
                    </Button>
                </div>
            </form>
            {follow.problem && (
                <Alert kind="danger" title={wordedForPublic(spoken, follow.problem)} />
            )}
            {followed && (
                <Followed
                    spoken={spoken}
                    city={city}
                    code={code}
                    followed={followed}
                    onChanged={setFollowed}
                />
            )}
        </>
    );
}

interface FollowedProps {
    spoken: Spoken;
    city: string;
    code: string;
    followed: FollowedReport;
    onChanged: (followed: FollowedReport) => void;
}

function Followed({ spoken, city, code, followed, onChanged }: FollowedProps) {
    const { say, sayCode, language } = spoken;
    const when = (instant: string) =>
        new Intl.DateTimeFormat(language, {
            timeZone: "Europe/Rome",
            dateStyle: "long",
            timeStyle: "short",
        }).format(new Date(instant));

    return (
        <section class="section" role="status">
            <p class="public-state">{sayCode("status", followed.status)}</p>
            <p>{say("received_on", { when: when(followed.received_at) })}</p>
            <h2>{say("answers")}</h2>
            {followed.answers.length === 0 && <p>{say("no_answer")}</p>}
            <ul class="public-answers">
                {followed.answers.map((answer) => (
                    <li key={answer.at + answer.code}>
                        <p>{sayCode("answer", answer.code)}</p>
                        {answer.words && (
                            <p dir="auto" lang="">
                                {answer.words}
                            </p>
                        )}
                        <p class="field-hint">{when(answer.at)}</p>
                    </li>
                ))}
            </ul>
            <AddRemark spoken={spoken} city={city} code={code} onAdded={onChanged} />
        </section>
    );
}

interface AddRemarkProps {
    spoken: Spoken;
    city: string;
    code: string;
    onAdded: (followed: FollowedReport) => void;
}

function AddRemark({ spoken, city, code, onAdded }: AddRemarkProps) {
    const { say } = spoken;
    const add = useAct("reports.add_remark");
    const [remark, setRemark] = useState(() => ({ id: uuid7(), words: "" }));
    const [done, setDone] = useState(false);

    function submit(): void {
        if (remark.words.trim() === "") return;
        const body = { id: remark.id, code, words: remark.words.trim() };
        void add.run({ path: { city }, body }, (followed) => {
            setRemark({ id: uuid7(), words: "" });
            setDone(true);
            onAdded(followed);
        });
    }

    return (
        <form
            noValidate
            class="form"
            onSubmit={(event) => {
                event.preventDefault();
                submit();
            }}
        >
            <PublicText
                spoken={spoken}
                rows={3}
                maxLength={2000}
                label={say("remark")}
                value={remark.words}
                onInput={(words) => setRemark({ ...remark, words })}
            />
            {add.problem && <Alert kind="danger" title={wordedForPublic(spoken, add.problem)} />}
            {done && <p>{say("remark_sent")}</p>}
            <div class="form-actions">
                <Button submit kind="outline" busy={add.busy}>
                    {say("remark_send")}
                </Button>
            </div>
        </form>
    );
}
