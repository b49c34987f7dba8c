// SPDX-License-Identifier: EUPL-1.2
// The thirty-second form: what is already known stands folded in one line, the rest is a tap each.
import { useState } from "preact/hooks";
import type { Contact, PersonCard } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { DateField, TextArea, TextField, TimeField } from "web/kit/Field";
import { CardList } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { FoundPersons } from "modules/people/web/FoundPersons";
import { fullNameOf, PersonLine } from "modules/people/web/PersonLine";
import { PersonSearch } from "modules/people/web/PersonSearch";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { type ContactText, mostUsedFirst, type Who } from "./contactText";
import { PlaceFields } from "./PlaceFields";

const LANGUAGES_SHOWN = 6;
const INTERVENTIONS_SHOWN = 6;
const CIRCUMSTANCES_SHOWN = 5;

interface ContactFieldsProps {
    value: ContactText;
    onChange: (part: Partial<ContactText>) => void;
    // Contacts of the same outing, for what is used most there.
    recent: Contact[];
    // The card of the person that the contact already names.
    card?: PersonCard | null | undefined;
    unfolded?: boolean;
}

export function ContactFields({ value, onChange, recent, card, unfolded }: ContactFieldsProps) {
    return (
        <>
            <WhereAndWhen value={value} onChange={onChange} unfolded={unfolded} />
            <WhoItIs value={value} onChange={onChange} card={card} />
            <ChooseSome
                name="languages"
                label={t("field.outreach.languages")}
                shown={LANGUAGES_SHOWN}
                options={mostUsedFirst(options("language"), recent, "languages")}
                values={value.languages}
                onChange={(languages) => onChange({ languages })}
            />
            <ChooseSome
                name="interventions"
                label={t("field.outreach.interventions")}
                shown={INTERVENTIONS_SHOWN}
                options={mostUsedFirst(options("intervention"), recent, "interventions")}
                values={value.interventions}
                onChange={(interventions) => onChange({ interventions })}
            />
            <ChooseSome
                name="circumstances"
                label={t("field.outreach.circumstances")}
                hint={t("field.outreach.circumstances_hint")}
                shown={CIRCUMSTANCES_SHOWN}
                options={mostUsedFirst(options("vulnerability"), recent, "circumstances")}
                values={value.circumstances}
                onChange={(circumstances) => onChange({ circumstances })}
            />
            <ChooseOne
                name="outcome"
                required
                label={t("field.outreach.outcome")}
                options={options("contact_outcome")}
                value={value.outcome}
                onChange={(outcome) => onChange({ outcome })}
            />
            <More value={value} onChange={onChange} unfolded={unfolded} />
        </>
    );
}

type PartProps = Pick<ContactFieldsProps, "value" | "onChange" | "unfolded" | "card">;

function WhereAndWhen({ value, onChange, unfolded }: PartProps) {
    const districts = useDistricts();
    const [open, setOpen] = useState(unfolded || !value.setting || !value.district);

    if (!open) {
        return (
            <div class="folded">
                <p>
                    <span class="visually-hidden">{t("page.outreach.where_and_when")}: </span>
                    <strong>{labelOf("contact_setting", value.setting)}</strong>
                    {` · ${districts.nameOf(value.district)} · ${value.clock}`}
                </p>
                <Button
                    kind="plain"
                    label={t("page.outreach.change_where")}
                    onClick={() => setOpen(true)}
                >
                    {t("web.change")}
                </Button>
            </div>
        );
    }
    return (
        <>
            <PlaceFields value={value} onChange={onChange} />
            <div class="form-pair form-pair-tight">
                <DateField
                    name="at"
                    label={t("field.outreach.day")}
                    max={today()}
                    value={value.day}
                    onInput={(day) => day && onChange({ day, typed: true })}
                />
                <TimeField
                    name="clock"
                    label={t("field.outreach.clock")}
                    value={value.clock}
                    onInput={(clock) => clock && onChange({ clock, typed: true })}
                />
            </div>
        </>
    );
}

function WhoItIs({ value, onChange, card }: PartProps) {
    const session = useSession();
    const maySearch = may(session, "people.search_persons");
    const ways: Who[] = maySearch ? ["nobody", "nickname", "person"] : ["nobody", "nickname"];
    return (
        <>
            <ChooseOne
                name="who"
                always
                label={t("field.outreach.who")}
                options={ways.map((way) => ({
                    value: way,
                    label: t(`page.outreach.who.${way}`),
                }))}
                value={value.who}
                onChange={(who) => onChange({ who: who as Who })}
            />
            {value.who === "nickname" && (
                <TextField
                    name="nickname"
                    label={t("field.outreach.nickname")}
                    value={value.nickname}
                    onInput={(nickname) => onChange({ nickname })}
                />
            )}
            {value.who === "nickname" && maySearch && (
                <FoundPersons
                    text={value.nickname}
                    actionsOf={(person) => (
                        <Button
                            kind="outline"
                            onClick={() => onChange({ who: "person", person: person.id })}
                        >
                            {t("page.outreach.it_is_this_one")}
                        </Button>
                    )}
                />
            )}
            {value.who === "person" && (
                <ChoosePerson value={value} onChange={onChange} card={card} />
            )}
            {value.who !== "person" && (
                <>
                    <ChooseOne
                        name="apparent_gender"
                        label={t("field.outreach.apparent_gender")}
                        options={options("gender")}
                        value={value.apparent_gender}
                        onChange={(apparent_gender) => onChange({ apparent_gender })}
                    />
                    <ChooseOne
                        name="apparent_age"
                        label={t("field.outreach.apparent_age")}
                        options={options("apparent_age")}
                        value={value.apparent_age}
                        onChange={(apparent_age) => onChange({ apparent_age })}
                    />
                </>
            )}
        </>
    );
}

function ChoosePerson({ value, onChange, card }: PartProps) {
    const [chosen, setChosen] = useState<PersonCard | null | undefined>(card);
    const shown = chosen?.id === value.person ? chosen : undefined;

    if (value.person) {
        return (
            <div class="folded">
                {shown ? (
                    <CardList label={t("page.outreach.who.person")}>
                        <PersonLine person={shown} />
                    </CardList>
                ) : (
                    <ChosenBefore person={value.person} />
                )}
                <Button
                    kind="plain"
                    label={t("page.outreach.change_person")}
                    onClick={() => onChange({ person: "" })}
                >
                    {t("web.change")}
                </Button>
            </div>
        );
    }
    return (
        <PersonSearch
            label={t("field.outreach.person")}
            text={value.nickname}
            actionsOf={(person) => (
                <Button
                    kind="outline"
                    onClick={() => {
                        setChosen(person);
                        onChange({ person: person.id });
                    }}
                >
                    {t("page.outreach.it_is_this_one")}
                </Button>
            )}
        />
    );
}

// After a reload of the page only the id is left: names are not kept in the browser.
function ChosenBefore({ person }: { person: string }) {
    const found = useQuery("people.get_person", { path: { id: person } });
    return (
        <Show of={found}>
            {(known) => (
                <p>
                    <strong>
                        <bdi>{fullNameOf(known)}</bdi>
                    </strong>
                    {` · ${known.number}`}
                </p>
            )}
        </Show>
    );
}

function More({ value, onChange, unfolded }: PartProps) {
    const hasMore = Boolean(value.note || value.place_note || value.mediator_present);
    const [open, setOpen] = useState(unfolded || hasMore);
    if (!open) {
        return (
            <div>
                <Button kind="plain" icon="add" onClick={() => setOpen(true)}>
                    {t("page.outreach.add_note")}
                </Button>
            </div>
        );
    }
    return (
        <>
            <ChooseSome
                name="mediator_present"
                label={t("field.outreach.help_with_language")}
                options={[{ value: "yes", label: t("field.outreach.mediator_present") }]}
                values={value.mediator_present ? ["yes"] : []}
                onChange={(chosen) => onChange({ mediator_present: chosen.length > 0 })}
            />
            <TextField
                name="place_note"
                label={t("field.outreach.place_note")}
                value={value.place_note}
                onInput={(place_note) => onChange({ place_note })}
            />
            <TextArea
                name="note"
                label={t("field.outreach.note")}
                hint={t("field.outreach.note_hint")}
                value={value.note}
                onInput={(note) => onChange({ note })}
            />
        </>
    );
}
