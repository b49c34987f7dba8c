// SPDX-License-Identifier: EUPL-1.2
// One place: its rules, its beds, and who lives there, for those who may read them.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";
import { Agreements } from "./Agreements";
import { BedDialog, bedWish, ClosingDialog } from "./BedDialogs";
import "./housing.scss";
import { bedName, rulesText } from "./housingText";
import { PlaceDialog, placeWish } from "./PlaceDialog";
import { StayCard } from "./StayCard";
import type { Bed, Place } from "./types";
import { Upkeep } from "./Upkeep";

export default function PlacePage({ params }: PageProps) {
    const id = params["place"]!;
    const session = useSession();
    const place = useQuery("housing.get_place", { path: { id } });
    return (
        <Page
            title={place.data?.name ?? t("page.housing.place")}
            back={{ href: link("/housing"), label: t("page.housing.housing") }}
        >
            <Show of={place}>
                {(known) => (
                    <>
                        <About place={known} onWritten={place.set} />
                        <Beds place={known} reload={place.reload} />
                        {may(session, "housing.list_stays") && <Living place={known.id} />}
                        {may(session, "housing.list_agreements") && (
                            <Agreements place={known.id} />
                        )}
                        {may(session, "housing.list_upkeep") && <Upkeep place={known.id} />}
                    </>
                )}
            </Show>
        </Page>
    );
}

interface AboutProps {
    place: Place;
    onWritten: (place: Place) => void;
}

function About({ place, onWritten }: AboutProps) {
    const session = useSession();
    const districts = useDistricts();
    const [isOpen, setOpen] = useState(false);
    const write = useAct("housing.write_place");
    const path = { id: place.id };
    const set = (cancelled: boolean) =>
        void write.run({ path, body: placeWish(place, cancelled, place.version) }, (written) => {
            onWritten(written);
            say({
                text: t("page.housing.place_written"),
                undo: async () => {
                    const body = placeWish(place, place.cancelled, written.version);
                    await ask("housing.write_place", { path, body });
                    reloadAll();
                },
            });
        });
    return (
        <section class="section">
            {place.cancelled && (
                <p>
                    <Badge kind="warning">{t("page.housing.closed_place")}</Badge>
                </p>
            )}
            <Facts>
                <Fact name={t("field.housing.kind")}>{labelOf("housing_kind", place.kind)}</Fact>
                <Fact name={t("field.housing.district")}>{districts.nameOf(place.district)}</Fact>
                <Fact name={t("field.housing.address")}>
                    {place.address ?? (place.address_kept && t("page.housing.address_kept"))}
                </Fact>
                <Fact rare name={t("field.housing.run_by")}>
                    {place.run_by}
                </Fact>
                <Fact rare name={t("field.housing.living")}>
                    {place.living && labelOf("ethos", place.living)}
                </Fact>
                <Fact name={t("field.housing.guests")}>{rulesText(place)}</Fact>
                <Fact rare name={t("field.housing.rules")}>
                    {place.rules}
                </Fact>
            </Facts>
            {write.problem && <ProblemAlert problem={write.problem} />}
            {may(session, "housing.write_place") && (
                <div class="form-actions">
                    <Button kind="outline" onClick={() => setOpen(true)}>
                        {t("page.housing.change_place")}
                    </Button>
                    <Button
                        kind="plain"
                        busy={write.busy}
                        onClick={() => set(!place.cancelled)}
                    >
                        {t(
                            place.cancelled
                                ? "do.housing.reopen_place"
                                : "do.housing.close_place",
                        )}
                    </Button>
                </div>
            )}
            {isOpen && (
                <PlaceDialog place={place} onClose={() => setOpen(false)} onWritten={onWritten} />
            )}
        </section>
    );
}

interface BedsProps {
    place: Place;
    reload: () => Promise<void>;
}

function Beds({ place, reload }: BedsProps) {
    const session = useSession();
    const [open, setOpen] = useState<Bed | "new">();
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.housing.beds")}</h2>
                {may(session, "housing.write_bed") && !place.cancelled && (
                    <Button kind="outline" icon="add" onClick={() => setOpen("new")}>
                        {t("do.housing.add_bed")}
                    </Button>
                )}
            </div>
            <CardList label={t("page.housing.beds")}>
                {place.beds.map((bed) => (
                    <BedCard
                        key={bed.id}
                        bed={bed}
                        onChange={() => setOpen(bed)}
                        reload={reload}
                    />
                ))}
            </CardList>
            {open && (
                <BedDialog
                    place={place.id}
                    bed={open === "new" ? undefined : open}
                    onClose={() => setOpen(undefined)}
                    onWritten={() => void reload()}
                />
            )}
        </section>
    );
}

interface BedCardProps {
    bed: Bed;
    onChange: () => void;
    reload: () => Promise<void>;
}

function BedCard({ bed, onChange, reload }: BedCardProps) {
    const session = useSession();
    const write = useAct("housing.write_bed");
    const [isClosing, setClosing] = useState(false);
    const path = { id: bed.id };
    const set = (removed: boolean) =>
        void write.run({ path, body: bedWish(bed, removed, bed.version) }, (written) => {
            say({
                text: t("page.housing.bed_written"),
                undo: async () => {
                    const body = bedWish(bed, bed.removed, written.version);
                    await ask("housing.write_bed", { path, body });
                    reloadAll();
                },
            });
            void reload();
        });
    const name = <span class="visually-hidden"> {bedName(bed)}</span>;
    return (
        <>
            <Card
                title={bedName(bed)}
                badges={bed.removed && <Badge>{t("page.housing.removed_bed")}</Badge>}
                second={bed.step_free && t("page.housing.step_free")}
                actions={
                    <>
                        {may(session, "housing.close_bed") && !bed.removed && (
                            <Button kind="outline" onClick={() => setClosing(true)}>
                                {t("do.housing.close_bed")}
                                {name}
                            </Button>
                        )}
                        {may(session, "housing.write_bed") && (
                            <>
                                <Button kind="outline" onClick={onChange}>
                                    {t("web.change")}
                                    {name}
                                </Button>
                                <Button
                                    kind="plain"
                                    busy={write.busy}
                                    onClick={() => set(!bed.removed)}
                                >
                                    {t(
                                        bed.removed
                                            ? "do.housing.put_bed_back"
                                            : "do.housing.remove_bed",
                                    )}
                                    {name}
                                </Button>
                            </>
                        )}
                        {write.problem && <ProblemAlert problem={write.problem} />}
                    </>
                }
            />
            {isClosing && <ClosingDialog bed={bed} onClose={() => setClosing(false)} />}
        </>
    );
}

function Living({ place }: { place: string }) {
    const stays = useQuery("housing.list_stays", { query: { place } });
    return (
        <section class="section">
            <h2>{t("page.housing.who_lives")}</h2>
            <Show of={stays}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.housing.nobody_lives")} />
                    ) : (
                        <CardList label={t("page.housing.who_lives")}>
                            {items.map((stay) => (
                                <StayCard key={stay.id} stay={stay} titled="person" />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </section>
    );
}
