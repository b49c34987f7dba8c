// SPDX-License-Identifier: EUPL-1.2
// A record that two have changed: both sides, field by field. Nothing is chosen for anybody; where
// only one side has changed something, that side is proposed.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import type { Side } from "web/phone/offline";
import { t } from "web/words/words";

type Choice = "mine" | "standing";

interface BothSidesProps {
    mine: Side[];
    standing: Side[];
    // What it was when mine was begun, where that is known.
    before?: Side[] | undefined;
    busy?: boolean;
    // The fields that are to be as they are in mine.
    onSave: (fields: string[]) => void;
    onKeep: () => void;
}

function textIn(sides: Side[] | undefined, field: string): string | undefined {
    return sides?.find((side) => side.field === field)?.text;
}

export function BothSides({ mine, standing, before, busy, onSave, onKeep }: BothSidesProps) {
    const different = mine.filter(({ field, text }) => textIn(standing, field) !== text);
    const [choices, setChoices] = useState<Record<string, Choice>>(() =>
        Object.fromEntries(
            different.map(({ field, text }) => [
                field,
                textIn(before, field) === text ? "standing" : "mine",
            ]),
        ),
    );
    const choose = (field: string, choice: Choice) => setChoices({ ...choices, [field]: choice });

    return (
        <section class="section both-sides" aria-labelledby="both-sides">
            <h2 id="both-sides">{t("web.both_sides")}</h2>
            <p>{t("web.both_sides_hint")}</p>
            {different.length === 0 && <p>{t("web.same")}</p>}
            {different.map(({ field, label, text }) => (
                <fieldset key={field} class="both-sides-field">
                    <legend>{label}</legend>
                    <OneSide
                        name={field}
                        label={t("web.mine")}
                        text={text}
                        chosen={choices[field] === "mine"}
                        onChoose={() => choose(field, "mine")}
                    />
                    <OneSide
                        name={field}
                        label={t("web.standing")}
                        text={textIn(standing, field) ?? ""}
                        chosen={choices[field] === "standing"}
                        onChoose={() => choose(field, "standing")}
                    />
                </fieldset>
            ))}
            <div class="form-actions">
                <Button
                    busy={busy ?? false}
                    onClick={() =>
                        onSave(
                            Object.entries(choices)
                                .filter(([, choice]) => choice === "mine")
                                .map(([field]) => field),
                        )
                    }
                >
                    {t("web.save_choice")}
                </Button>
                <Button kind="outline" onClick={onKeep}>
                    {t("web.keep_standing")}
                </Button>
            </div>
        </section>
    );
}

interface OneSideProps {
    name: string;
    label: string;
    text: string;
    chosen: boolean;
    onChoose: () => void;
}

function OneSide({ name, label, text, chosen, onChoose }: OneSideProps) {
    return (
        <label class="both-sides-side">
            <input type="radio" name={`side-${name}`} checked={chosen} onChange={onChoose} />
            <strong>{label}</strong>
            <bdi>{text || t("web.empty")}</bdi>
        </label>
    );
}

// Mine, with what is to stay as it stands.
export function chosenOf<Value extends object>(
    mine: Value,
    standing: object,
    fields: string[],
): Value {
    const stays = Object.entries(standing).filter(
        ([name]) => name in mine && !fields.includes(name),
    );
    return { ...mine, ...Object.fromEntries(stays) };
}
