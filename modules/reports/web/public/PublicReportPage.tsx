// SPDX-License-Identifier: EUPL-1.2
// Whoever sees somebody in difficulty tells it here, without a log-in, in their own language.
import { useEffect, useRef, useState } from "preact/hooks";
import type { PublicForm, PublicReportWish } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Progress } from "web/kit/Progress";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { PhotoField } from "./PhotoField";
import { PositionField } from "./PositionField";
import "./public.scss";
import { PublicSelect, PublicText } from "./PublicFields";
import { PublicFrame } from "./PublicFrame";
import { fieldError, wordedForPublic } from "./usePublicAct";
import { LANGUAGES, nameOfLanguage, type Spoken, usePublicWords } from "./words";

export default function PublicReportPage({ params }: PageProps) {
    const city = params["city"] ?? "";
    const spoken = usePublicWords();
    const form = useQuery("reports.show_public_form", { path: { city } });
    const [code, setCode] = useState("");
    if (!spoken) return <Progress />;

    return (
        <PublicFrame
            spoken={spoken}
            title={code ? spoken.say("sent") : spoken.say("title")}
            city={form.data?.name ?? ""}
            partner={form.data?.partner ?? ""}
        >
            {form.problem && (
                <Alert kind="danger" title={wordedForPublic(spoken, form.problem)} />
            )}
            {!form.data && !form.problem && <p role="status">{spoken.say("wait")}</p>}
            {form.data &&
                (code ? (
                    <Sent spoken={spoken} city={city} code={code} />
                ) : (
                    <ReportForm spoken={spoken} city={city} form={form.data} onSent={setCode} />
                ))}
        </PublicFrame>
    );
}

interface ReportFormProps {
    spoken: Spoken;
    city: string;
    form: PublicForm;
    onSent: (code: string) => void;
}

const EMPTY = {
    category: "",
    district: "",
    place: "",
    position: "",
    description: "",
    people: "",
    theirLanguage: "",
    photo: "",
    source: "",
    name: "",
    phone: "",
    callBack: false,
};
type Text = typeof EMPTY;

function wishOf(text: Text, id: string, ticket: string, language: string): PublicReportWish {
    const people = Number(text.people);
    return {
        id,
        ticket,
        category: text.category,
        district: text.district,
        place: text.place.trim() || null,
        position: text.position || null,
        description: text.description.trim(),
        source: text.source || null,
        photo: text.photo || null,
        reporter: {
            name: text.name.trim() || null,
            phone: text.phone.trim() || null,
            language,
            call_back: text.callBack && text.phone.trim() !== "",
        },
        reported: {
            people: Number.isInteger(people) && people > 0 ? people : null,
            languages: text.theirLanguage ? [text.theirLanguage] : [],
        },
    };
}

function ReportForm({ spoken, city, form, onSent }: ReportFormProps) {
    const { say, sayCode, language } = spoken;
    // The same report when it is sent again: the first answer may have been lost on its way.
    const [names] = useState(() => ({ id: uuid7(), ticket: crypto.randomUUID() }));
    const [text, setText] = useState(EMPTY);
    const send = useAct("reports.send_public_report");
    const change = (part: Partial<Text>) => setText({ ...text, ...part });
    const error = (field: string) => fieldError(spoken, send.problem, field);

    function submit(): void {
        const body = wishOf(text, names.id, names.ticket, language);
        void send.run({ path: { city }, body }, (received) => {
            onSent(received.code);
            scrollTo(0, 0);
        });
    }

    return (
        <>
            <p class="lead">{say("lead")}</p>
            <p>
                <a href={link(`/segnala/${city}/codice`)}>{say("have_code")}</a>
            </p>
            <form
                noValidate
                class="form"
                aria-label={say("title")}
                onSubmit={(event) => {
                    event.preventDefault();
                    submit();
                }}
            >
                {send.problem && (
                    <ProblemBox title={wordedForPublic(spoken, send.problem)} of={send.problem} />
                )}
                <PublicSelect
                    spoken={spoken}
                    needed
                    label={say("category")}
                    empty={say("choose")}
                    error={error("category")}
                    options={form.categories.map((value) => ({
                        value,
                        label: sayCode("category", value),
                    }))}
                    value={text.category}
                    onChange={(category) => change({ category })}
                />
                <PublicText
                    spoken={spoken}
                    needed
                    rows={4}
                    maxLength={4000}
                    label={say("description")}
                    hint={say("description_hint")}
                    error={error("description")}
                    value={text.description}
                    onInput={(description) => change({ description })}
                />
                <PublicSelect
                    spoken={spoken}
                    needed
                    label={say("district")}
                    empty={say("choose")}
                    error={error("district")}
                    options={districtsOf(form, say("dont_know"))}
                    value={text.district}
                    onChange={(district) => change({ district })}
                />
                <PublicText
                    spoken={spoken}
                    maxLength={300}
                    label={say("place")}
                    hint={say("place_hint")}
                    error={error("place")}
                    value={text.place}
                    onInput={(place) => change({ place })}
                />
                <PositionField
                    spoken={spoken}
                    position={text.position}
                    onChange={(position) => change({ position })}
                />
                <Reported spoken={spoken} text={text} change={change} />
                <PhotoField
                    spoken={spoken}
                    photo={text.photo}
                    error={error("photo")}
                    onChange={(photo) => change({ photo })}
                />
                <WhoReports spoken={spoken} form={form} text={text} change={change} />
                <div class="form-actions">
                    <Button submit busy={send.busy}>
                        {say("send")}
                    </Button>
                </div>
            </form>
        </>
    );
}

// The focus goes to what is wrong, so that a screen reader says it.
function ProblemBox({ title, of }: { title: string; of: unknown }) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => box.current?.focus(), [of]);
    return (
        <div ref={box} tabIndex={-1}>
            <Alert kind="danger" title={title} />
        </div>
    );
}

function districtsOf(form: PublicForm, unknown: string): { value: string; label: string }[] {
    return form.districts.map(({ code, name, zone }) => ({
        value: code,
        label: code.endsWith("-NR") ? unknown : [name, zone].filter(Boolean).join(", "),
    }));
}

interface PartProps {
    spoken: Spoken;
    text: Text;
    change: (part: Partial<Text>) => void;
}

function Reported({ spoken, text, change }: PartProps) {
    const { say, language } = spoken;
    return (
        <div class="form-pair">
            <PublicText
                spoken={spoken}
                inputMode="numeric"
                maxLength={4}
                label={say("people")}
                value={text.people}
                onInput={(people) => change({ people: people.replaceAll(/\D/g, "") })}
            />
            <PublicSelect
                spoken={spoken}
                label={say("their_language")}
                empty={say("dont_know")}
                options={LANGUAGES.map((value) => ({
                    value,
                    label: nameOfLanguage(value, language),
                }))}
                value={text.theirLanguage}
                onChange={(theirLanguage) => change({ theirLanguage })}
            />
        </div>
    );
}

function WhoReports({ spoken, form, text, change }: PartProps & { form: PublicForm }) {
    const { say, sayCode } = spoken;
    return (
        <fieldset class="field public-reporter">
            <legend>{say("reach")}</legend>
            <p class="field-hint">{say("reach_hint")}</p>
            <PublicSelect
                spoken={spoken}
                label={say("source")}
                empty={sayCode("source", "101")}
                options={form.sources
                    .filter((value) => value !== "101")
                    .map((value) => ({ value, label: sayCode("source", value) }))}
                value={text.source}
                onChange={(source) => change({ source })}
            />
            <div class="form-pair">
                <PublicText
                    spoken={spoken}
                    maxLength={100}
                    label={say("name")}
                    value={text.name}
                    onInput={(name) => change({ name })}
                />
                <PublicText
                    spoken={spoken}
                    inputMode="tel"
                    maxLength={40}
                    label={say("phone")}
                    value={text.phone}
                    onInput={(phone) => change({ phone })}
                />
            </div>
            {text.phone.trim() !== "" && (
                <label class="public-check">
                    <input
                        type="checkbox"
                        checked={text.callBack}
                        onChange={(event) => change({ callBack: event.currentTarget.checked })}
                    />
                    <span>{say("call_back")}</span>
                </label>
            )}
        </fieldset>
    );
}

function Sent({ spoken, city, code }: { spoken: Spoken; city: string; code: string }) {
    const { say } = spoken;
    return (
        <div role="status" class="public-sent">
            <h2>{say("your_code")}</h2>
            <p class="public-code" dir="ltr">
                {code}
            </p>
            <p>
                <strong>{say("keep_code")}</strong>
            </p>
            <p>{say("next")}</p>
            <p>
                <a href={link(`/segnala/${city}/codice`)}>{say("follow_title")}</a>
            </p>
        </div>
    );
}
