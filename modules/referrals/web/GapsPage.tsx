// SPDX-License-Identifier: EUPL-1.2
// The map of gaps: which need finds no answer, from where, in which language. A square is the darker the
// more of those who were sent found nothing; the number in it is the table behind.
import { useState } from "preact/hooks";
import type { GapCell, Gaps } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { type Column, Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { daysLater, today } from "web/words/format";
import { t } from "web/words/words";
import { type GapRow, gapRows, shadeOf } from "./gaps";

const A_YEAR = 365;

export default function GapsPage() {
    const [first, setFirst] = useState(() => daysLater(today(), -A_YEAR));
    const [last, setLast] = useState(today);
    const gaps = useQuery("referrals.show_gaps", { query: { first, last } });
    return (
        <Page
            wide
            title={t("page.referrals.gaps")}
            back={{ href: link("/referrals"), label: t("page.referrals.referrals") }}
        >
            <p>{t("page.referrals.gaps_lead")}</p>
            <Form class="form-filter" label={t("page.referrals.gaps")} onSubmit={() => {}}>
                <DateField
                    name="first"
                    label={t("field.referrals.first")}
                    value={first}
                    onInput={setFirst}
                />
                <DateField
                    name="last"
                    label={t("field.referrals.last")}
                    value={last}
                    onInput={setLast}
                />
            </Form>
            <Show of={gaps}>{(found) => <Found gaps={found} />}</Show>
        </Page>
    );
}

function Found({ gaps }: { gaps: Gaps }) {
    const districts = useDistricts();
    if (gaps.by_district.length === 0) {
        return (
            <EmptyState title={t("page.referrals.gaps_none")}>
                <p>{t("page.referrals.gaps_none_hint")}</p>
            </EmptyState>
        );
    }
    return (
        <>
            <h2>{t("page.referrals.gaps_by_district")}</h2>
            <Grid
                caption={t("page.referrals.gaps_by_district")}
                cells={gaps.by_district}
                nameOf={districts.nameOf}
            />
            <h2>{t("page.referrals.gaps_by_language")}</h2>
            <Grid
                caption={t("page.referrals.gaps_by_language")}
                cells={gaps.by_language}
                nameOf={(code) =>
                    code ? labelOf("language", code) : t("page.referrals.not_said")
                }
            />
            <h2>{t("page.referrals.gaps_reasons")}</h2>
            <Table
                caption={t("page.referrals.gaps_reasons")}
                hideCaption
                columns={[
                    {
                        head: t("field.referrals.outcome"),
                        cell: ({ outcome }) => labelOf("referral_outcome", outcome),
                    },
                    {
                        head: t("field.referrals.area"),
                        cell: ({ area }) => labelOf("referral_area", area),
                    },
                    {
                        head: t("page.referrals.referrals"),
                        cell: ({ count }) => String(count),
                        isNumber: true,
                    },
                ]}
                rows={gaps.reasons}
                keyOf={({ area, outcome }) => `${area} ${outcome}`}
            />
        </>
    );
}

interface GridProps {
    caption: string;
    cells: GapCell[];
    nameOf: (place: string) => string;
}

function Grid({ caption, cells, nameOf }: GridProps) {
    const { places, rows } = gapRows(cells);
    const columns: Column<GapRow>[] = [
        { head: t("field.referrals.area"), cell: ({ area }) => labelOf("referral_area", area) },
        ...places.map((place) => ({
            head: nameOf(place),
            cell: ({ at }: GapRow) => {
                const cell = at[place];
                if (!cell) return "";
                const { unanswered, known } = cell;
                return t("page.referrals.gaps_cell", { unanswered, known });
            },
            classOf: ({ at }: GapRow) => shadeOf(at[place]),
        })),
    ];
    return (
        <Table
            caption={caption}
            hideCaption
            class="heat"
            columns={columns}
            rows={rows}
            keyOf={({ area }) => area}
        />
    );
}
