// SPDX-License-Identifier: EUPL-1.2
// A new workshop, or one that is corrected.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Stepper } from "web/kit/Stepper";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import type { WorkshopLine } from "./types";

const SEATS_MOST = 500;

export default function WriteWorkshopPage({ params }: PageProps) {
    const id = params["workshop"];
    const found = useQuery("workshops.get_workshop", id ? { path: { id } } : null);
    const back = id
        ? { href: link(`/workshops/${id}`), label: t("page.workshops.workshop") }
        : { href: link("/workshops"), label: t("page.workshops.workshops") };
    return (
        <Page title={t(id ? "page.workshops.change" : "do.workshops.add")} back={back}>
            {id ? (
                <Show of={found}>{({ line }) => <Write key={line.id} line={line} />}</Show>
            ) : (
                <Write />
            )}
        </Page>
    );
}

function textOf(line: WorkshopLine | undefined) {
    return {
        kind: line?.kind ?? "",
        name: line?.name ?? "",
        run_by: line?.run_by ?? "",
        place: line?.place ?? "",
        room: line?.room ?? "",
        district: line?.district ?? "",
        seats: line?.seats ?? 12,
        leaders: line?.leaders ?? [],
    };
}

type Text = ReturnType<typeof textOf>;

function Write({ line }: { line?: WorkshopLine }) {
    const write = useAct("workshops.write_workshop");
    const [id] = useState(() => line?.id ?? uuid7());
    const [text, setText] = useState<Text>(() => textOf(line));
    const change = (part: Partial<Text>) => setText({ ...text, ...part });

    function submit(): void {
        const body = {
            ...text,
            room: text.room.trim() || null,
            ...(line && { base: line.version }),
        };
        void write.run({ path: { id }, body }, () => {
            say({ text: t("page.workshops.written") });
            goInstead(`/workshops/${id}`);
        });
    }

    return (
        <Form class="form" problem={write.problem} onSubmit={submit}>
            <What text={text} change={change} />
            <Where text={text} change={change} />
            <div class="form-save">
                <Button submit busy={write.busy}>
                    {t("web.save")}
                </Button>
            </div>
        </Form>
    );
}

interface PartProps {
    text: Text;
    change: (part: Partial<Text>) => void;
}

function What({ text, change }: PartProps) {
    return (
        <>
            <Select
                name="kind"
                required
                empty={t("page.workshops.choose")}
                label={t("field.workshops.kind")}
                options={options("workshop_kind")}
                value={text.kind}
                onChange={(kind) => change({ kind })}
            />
            <TextField
                name="name"
                required
                maxLength={150}
                label={t("field.workshops.name")}
                value={text.name}
                onInput={(name) => change({ name })}
            />
            <TextField
                name="run_by"
                required
                maxLength={150}
                label={t("field.workshops.run_by")}
                value={text.run_by}
                onInput={(run_by) => change({ run_by })}
            />
            <Leading text={text} change={change} />
        </>
    );
}

// Those with the role, and whoever leads it already.
function Leading({ text, change }: PartProps) {
    const leaders = useQuery("workshops.list_leaders", {});
    const all = (leaders.data?.items ?? []).map(({ account, name }) => ({
        value: account,
        label: name,
    }));
    if (all.length === 0) return null;
    return (
        <ChooseSome
            name="leaders"
            label={t("field.workshops.leaders")}
            hint={t("field.workshops.leaders_hint")}
            options={all}
            values={text.leaders}
            onChange={(values) => change({ leaders: values })}
        />
    );
}

function Where({ text, change }: PartProps) {
    const districts = useDistricts();
    return (
        <>
            <TextField
                name="place"
                required
                maxLength={200}
                label={t("field.workshops.place")}
                value={text.place}
                onInput={(place) => change({ place })}
            />
            <TextField
                name="room"
                maxLength={100}
                label={t("field.workshops.room")}
                value={text.room}
                onInput={(room) => change({ room })}
            />
            <Select
                name="district"
                required
                empty={t("page.workshops.choose")}
                label={t("field.workshops.district")}
                options={districts.options}
                value={text.district}
                onChange={(district) => change({ district })}
            />
            <Stepper
                name="seats"
                label={t("field.workshops.seats")}
                hint={t("field.workshops.seats_hint")}
                min={1}
                max={SEATS_MOST}
                value={text.seats}
                onChange={(seats) => change({ seats })}
            />
        </>
    );
}
