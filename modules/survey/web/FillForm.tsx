// SPDX-License-Identifier: EUPL-1.2
// A questionnaire, one page of the telephone after the other: the language first, then the
// questions, at the end what is missing. What it says is in the language of whoever answers, from
// right to left where that is read so.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Icon } from "web/kit/Icon";
import { language as spoken } from "web/words/words";
import { changed, END, type Filling, nowText, sheetOf, START } from "./filling";
import { directionOf, ownNameOf, sayIn } from "./fillWords";
import { isContainer, type Place, type Questionnaire } from "./form";
import { QuestionField, type Say } from "./QuestionField";
import { keyOf, type Screen, screenAt, type Sheet, withAnswer, withCount } from "./sheet";
import "./survey.scss";

interface FillFormProps {
    questionnaire: Questionnaire;
    filling: Filling;
    onChange: (filling: Filling) => void;
    // What whoever asks does once there are no more questions, in their own language.
    end: (sheet: Sheet) => ComponentChildren;
}

export function FillForm({ questionnaire, filling, onChange, end }: FillFormProps) {
    const { form } = questionnaire;
    const now = useMemo(() => nowText(new Date()), [filling]);
    const sheet = useMemo(
        () => sheetOf(questionnaire, filling, now),
        [questionnaire, filling, now],
    );
    const isChosen = filling.language !== "";
    // Until it is chosen, that of whoever asks.
    const language = isChosen ? sheet.language : spoken();
    const say = useMemo(() => sayIn(language, form.default_language), [language, form]);
    const set = (part: Partial<Filling>) =>
        onChange(changed(questionnaire, filling, part, nowText(new Date())));
    const shown = { questionnaire, filling, sheet, say, set };
    return (
        <div class="survey-fill" lang={language} dir={directionOf(language)}>
            {!isChosen && <Languages {...shown} />}
            {isChosen && <LanguageChoice {...shown} />}
            {isChosen && filling.screen !== END && <OneScreen {...shown} />}
            {isChosen && filling.screen === END && (
                <>
                    <AtTheEnd {...shown} />
                    <AsTheyWork>{end(sheet)}</AsTheyWork>
                </>
            )}
        </div>
    );
}

// What stands inside of a text of another language says so of itself.
function AsTheyWork({ children }: { children: ComponentChildren }) {
    const { lang, dir } = document.documentElement;
    return (
        <div lang={lang} dir={(dir || "ltr") as "ltr"} class="survey-asker">
            {children}
        </div>
    );
}

interface PartProps {
    questionnaire: Questionnaire;
    filling: Filling;
    sheet: Sheet;
    say: Say;
    set: (part: Partial<Filling>) => void;
}

function Languages({ questionnaire, say, set }: PartProps) {
    const { languages } = questionnaire.form;
    const heading = useFocus(START);
    return (
        <section
            class="survey-screen"
            ref={heading}
            tabIndex={-1}
            aria-label={say("choose_language")}
        >
            <h2>{say("choose_language")}</h2>
            <div class="survey-languages">
                {languages.map((code) => (
                    <button
                        key={code}
                        type="button"
                        class="btn btn-outline-primary"
                        lang={code}
                        dir={directionOf(code)}
                        onClick={() => set({ language: code })}
                    >
                        {ownNameOf(code)}
                    </button>
                ))}
            </div>
        </section>
    );
}

// At any moment: somebody may understand another one better.
function LanguageChoice({ questionnaire, sheet, say, set }: PartProps) {
    const id = useId();
    const { languages } = questionnaire.form;
    if (languages.length < 2) return null;
    return (
        <div class="survey-language">
            <label htmlFor={id}>{say("language")}</label>
            <select
                id={id}
                class="form-control form-choice"
                value={sheet.language}
                onChange={(event) => set({ language: event.currentTarget.value })}
            >
                {languages.map((code) => (
                    <option key={code} value={code} lang={code}>
                        {ownNameOf(code)}
                    </option>
                ))}
            </select>
        </div>
    );
}

// The focus goes along, so that a screen reader says what is new; not on the first page, which
// keeps it where it was.
function useFocus(key: string) {
    const element = useRef<HTMLElement>(null);
    const before = useRef(key);
    useEffect(() => {
        if (before.current !== key) element.current?.focus();
        before.current = key;
    }, [key]);
    return element;
}

function OneScreen({ questionnaire, filling, sheet, say, set }: PartProps) {
    const screens = sheet.screens();
    const at = screenAt(screens, filling.screen, filling.index);
    const screen = screens[at];
    const section = useFocus(screen?.key ?? "");
    // What is wrong is told once somebody wants to go on, and as long as they stay here.
    const [checked, setChecked] = useState("");
    if (!screen) return <Steps say={say} back={undefined} next={() => set({ screen: END })} />;

    const isOneLanguage = questionnaire.form.languages.length < 2;
    const toLanguages = isOneLanguage ? undefined : () => set({ language: "" });
    const isChecked = checked === screen.key;
    const wrongOf = (place: Place) => (isChecked ? sheet.wrong(place) : undefined);
    const to = (index: number): void => {
        setChecked("");
        const wanted = screens[index];
        set({ screen: wanted?.key ?? END, index: wanted ? index : screens.length });
    };
    function next(): void {
        const wrong = screen!.questions.find((place) => sheet.wrong(place));
        if (!wrong) return to(at + 1);
        setChecked(screen!.key);
        // Once what is wrong stands there.
        setTimeout(() => focusOn(section.current, wrong));
        return undefined;
    }
    return (
        <>
            <Way say={say} at={at} count={screens.length} />
            <form
                noValidate
                class="survey-form"
                onSubmit={(event) => {
                    event.preventDefault();
                    next();
                }}
            >
                <section
                    class="survey-screen"
                    ref={section}
                    tabIndex={-1}
                    aria-label={say("progress", { n: at + 1, all: screens.length })}
                >
                    <Headings screen={screen} sheet={sheet} />
                    {screen.questions.map((place) => (
                        <div key={keyOf(place)} data-question={keyOf(place)}>
                            <QuestionField
                                sheet={sheet}
                                place={place}
                                say={say}
                                wrong={wrongOf(place)}
                                onAnswer={(value) =>
                                    set({ answers: withAnswer(filling.answers, place, value) })
                                }
                            />
                        </div>
                    ))}
                    {screen.repeat && (
                        <OneMore
                            {...{ questionnaire, filling, sheet, say, set }}
                            repeat={screen.repeat}
                        />
                    )}
                </section>
                <Steps say={say} back={at > 0 ? () => to(at - 1) : toLanguages} />
            </form>
        </>
    );
}

function focusOn(section: HTMLElement | null, place: Place): void {
    const wanted = keyOf(place);
    for (const each of section?.querySelectorAll<HTMLElement>("[data-question]") ?? []) {
        if (each.dataset["question"] !== wanted) continue;
        each.querySelector<HTMLElement>("input, select, textarea")?.focus();
    }
}

function Way({ say, at, count }: { say: Say; at: number; count: number }) {
    const words = say("progress", { n: at + 1, all: count });
    return (
        <div class="survey-way">
            <progress max={count} value={at + 1} aria-label={words} />
            <span aria-hidden="true">{words}</span>
        </div>
    );
}

function Headings({ screen, sheet }: { screen: Screen; sheet: Sheet }) {
    return (
        <>
            {screen.headings.map((place) => (
                <h2 key={keyOf(place)} class="survey-label">
                    {sheet.label(place)}
                    {place.occurrence && isContainerRepeat(sheet, place) && (
                        <bdi> {place.occurrence}</bdi>
                    )}
                </h2>
            ))}
        </>
    );
}

function isContainerRepeat(sheet: Sheet, { path }: Place): boolean {
    const node = sheet.questionnaire.node(path);
    return node !== undefined && isContainer(node) && node.kind === "repeat";
}

function OneMore({ filling, sheet, say, set, repeat }: PartProps & { repeat: Place }) {
    const what = sheet.label(repeat);
    const count = sheet.count(repeat);
    const to = (wanted: number) => set({ answers: withCount(filling.answers, repeat, wanted) });
    function another(): void {
        const answers = withCount(filling.answers, repeat, count + 1);
        const first = `${keyOf({
            path: repeat.path,
            occurrence: repeat.occurrence ? `${repeat.occurrence}.${count + 1}` : `${count + 1}`,
        })}`;
        const next = sheetOf(sheet.questionnaire, { ...filling, answers }, sheet.now).screens();
        const occurrence = first.slice(repeat.path.length);
        const screen = next.find(({ key, questions }) =>
            key === first || questions.some((each) => keyOf(each).endsWith(occurrence)));
        set({ answers, screen: screen?.key ?? filling.screen });
    }
    return (
        <div class="survey-repeat">
            <p role="status">{say("so_far", { what, n: count })}</p>
            <Button kind="outline" icon="add" onClick={another}>
                {say("another", { what })}
            </Button>
            {count > 0 && (
                <Button kind="plain" onClick={() => to(count - 1)}>
                    {say("one_fewer", { what })}
                </Button>
            )}
        </div>
    );
}

interface StepsProps {
    say: Say;
    back: (() => void) | undefined;
    next?: () => void;
}

function Steps({ say, back, next }: StepsProps) {
    return (
        <div class="form-save survey-steps">
            {back && (
                <Button kind="outline" onClick={back}>
                    {say("back")}
                </Button>
            )}
            <Button submit={!next} {...(next && { onClick: next })}>
                {say("next")}
            </Button>
        </div>
    );
}

function AtTheEnd({ sheet, say, set }: PartProps) {
    const heading = useFocus(END);
    const screens = sheet.screens();
    const missing = sheet.wrongAnswers();
    const screenOf = (place: Place) =>
        screens.find(({ questions }) => questions.some((each) => keyOf(each) === keyOf(place)));
    return (
        <section class="survey-screen" ref={heading} tabIndex={-1} aria-label={say("end")}>
            <p class="survey-label survey-end">
                <Icon name="check" /> {say("end")}
            </p>
            {missing.length > 0 && (
                <>
                    <p>{say("to_complete")}</p>
                    <ul class="plain-list survey-missing">
                        {missing.map((place) => (
                            <li key={keyOf(place)}>
                                <button
                                    type="button"
                                    class="btn btn-outline-primary"
                                    aria-label={`${say("go_to")}: ${sheet.label(place)}`}
                                    onClick={() => {
                                        const screen = screenOf(place);
                                        if (screen)
                                            set({
                                                screen: screen.key,
                                                index: screens.indexOf(screen),
                                            });
                                    }}
                                >
                                    {sheet.label(place)}
                                </button>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            <Button
                kind="plain"
                onClick={() => {
                    const last = screens.at(-1);
                    if (last) set({ screen: last.key, index: screens.length - 1 });
                }}
            >
                {say("back")}
            </Button>
        </section>
    );
}
