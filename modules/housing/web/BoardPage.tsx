// SPDX-License-Identifier: EUPL-1.2
// Which beds are free tonight, or on another night: a picture, and the same as a table. It names
// nobody, so that everybody who looks for a bed may see it.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { type Column, Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import { go, link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { today } from "web/words/format";
import { count, t } from "web/words/words";
import "./housing.scss";
import { bedName, rulesText, untilText } from "./housingText";
import { OpenBed } from "./OpenBed";
import { PlaceDialog } from "./PlaceDialog";
import type { Board, BoardBed, BoardPlace } from "./types";

export default function BoardPage() {
    const session = useSession();
    const [night, setNight] = useState(today());
    const [isAdding, setAdding] = useState(false);
    const isNight = night >= today();
    const board = useQuery("housing.show_board", isNight ? { query: { on: night } } : null);
    const mayWrite = may(session, "housing.write_place");
    return (
        <Page
            wide
            title={t("page.housing.housing")}
            actions={
                <>
                    <LinkButton kind="outline" href={link("/housing/requests")}>
                        {t("page.housing.requests")}
                    </LinkButton>
                    {mayWrite && (
                        <Button icon="add" kind="outline" onClick={() => setAdding(true)}>
                            {t("do.housing.add_place")}
                        </Button>
                    )}
                </>
            }
        >
            <Form label={t("field.housing.night")} onSubmit={() => {}}>
                <DateField
                    name="on"
                    label={t("field.housing.night")}
                    min={today()}
                    value={night}
                    onInput={setNight}
                />
            </Form>
            <Show of={board}>
                {(shown) => <Beds board={shown} mayGive={may(session, "housing.add_stay")} />}
            </Show>
            {isAdding && (
                <PlaceDialog
                    onClose={() => setAdding(false)}
                    onWritten={({ id }) => go(`/housing/places/${id}`)}
                />
            )}
        </Page>
    );
}

function Beds({ board, mayGive }: { board: Board; mayGive: boolean }) {
    if (board.items.length === 0) {
        return (
            <EmptyState title={t("page.housing.no_place")}>
                <p>{t("page.housing.no_place_hint")}</p>
            </EmptyState>
        );
    }
    return (
        <>
            <p class="lead" role="status">
                {board.free > 0
                    ? count("page.housing.free", board.free)
                    : t("page.housing.all_taken")}
            </p>
            {board.items.map((place) => (
                <PlaceOnBoard
                    key={place.place}
                    place={place}
                    night={board.day}
                    mayGive={mayGive}
                />
            ))}
            <BedsTable board={board} />
        </>
    );
}

interface PlaceOnBoardProps {
    place: BoardPlace;
    night: string;
    mayGive: boolean;
}

function PlaceOnBoard({ place, night, mayGive }: PlaceOnBoardProps) {
    const districts = useDistricts();
    return (
        <section class="section">
            <div class="section-head">
                <h2>
                    <a href={link(`/housing/places/${place.place}`)}>{place.name}</a>
                </h2>
            </div>
            <p>
                {labelOf("housing_kind", place.kind)} · {districts.nameOf(place.district)} ·{" "}
                {rulesText(place)}
            </p>
            <ul class="housing-beds" aria-label={place.name}>
                {place.beds.map((bed) => (
                    <BedOnBoard key={bed.bed} bed={bed} night={night} mayGive={mayGive} />
                ))}
            </ul>
        </section>
    );
}

interface BedOnBoardProps {
    bed: BoardBed;
    night: string;
    mayGive: boolean;
}

function BedOnBoard({ bed, night, mayGive }: BedOnBoardProps) {
    return (
        <li class={`housing-bed housing-bed-${bed.state}`}>
            <span>{bedName(bed)}</span>
            <span class="housing-bed-state">{labelOf("housing_bed_state", bed.state)}</span>
            {untilText(bed) && <span>{untilText(bed)}</span>}
            {bed.step_free && <span>{t("page.housing.step_free")}</span>}
            {mayGive && bed.state === "free" && (
                <a href={link("/housing/stays/new", { bed: bed.bed, on: night })}>
                    {t("do.housing.give_bed")}
                    <span class="visually-hidden"> {bedName(bed)}</span>
                </a>
            )}
            {mayGive && bed.closing && <OpenBed closing={bed.closing} bed={bedName(bed)} />}
        </li>
    );
}

interface BedRow {
    place: BoardPlace;
    bed: BoardBed;
}

function BedsTable({ board }: { board: Board }) {
    const rows = board.items.flatMap((place) => place.beds.map((bed) => ({ place, bed })));
    const columns: Column<BedRow>[] = [
        { head: t("field.housing.bed"), cell: ({ bed }) => bedName(bed) },
        { head: t("field.housing.place"), cell: ({ place }) => place.name },
        {
            head: t("field.housing.state"),
            cell: ({ bed }) => labelOf("housing_bed_state", bed.state),
        },
        { head: t("field.housing.until"), cell: ({ bed }) => untilText(bed) },
        {
            head: t("field.housing.step_free"),
            cell: ({ bed }) => t(bed.step_free ? "web.yes" : "web.no"),
        },
    ];
    return (
        <details class="section">
            <summary>{t("page.housing.as_table")}</summary>
            <Table
                caption={t("page.housing.beds")}
                hideCaption
                columns={columns}
                rows={rows}
                keyOf={({ bed }) => bed.bed}
            />
        </details>
    );
}
