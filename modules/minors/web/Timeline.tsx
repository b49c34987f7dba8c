// SPDX-License-Identifier: EUPL-1.2
// The clocks of a file from the day the minor was found to the last of them, one below the other,
// and behind them the table that says the same.
import { labelOf } from "web/api/vocabulary";
import { Icon, type IconName } from "web/kit/Icon";
import { Table } from "web/kit/Table";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { type Mark, marksOf, placeOf } from "./deadlines";
import type { MinorFile } from "./types";
import "./minors.scss";

// Not by colour alone.
const SIGNS: Record<string, IconName> = { done: "check", done_late: "check", late: "warning" };

export function Timeline({ file }: { file: MinorFile }) {
    const marks = marksOf(file);
    const first = file.found_on;
    const last = marks.at(-1)?.day ?? first;
    const percentOf = (day: string) => `${placeOf(day, first, last) * 100}%`;
    const now = percentOf(today());
    return (
        <figure class="chart clocks">
            <figcaption>{t("page.minors.timeline")}</figcaption>
            {/* The table below says the same to those who do not see the picture. */}
            <div aria-hidden="true">
                {marks.map((mark) => (
                    <div key={mark.key} class="clock-row">
                        <span class="clock-label">{mark.label}</span>
                        <Track mark={mark} at={percentOf(mark.day)} now={now} />
                        <span class="clock-day">{mark.text}</span>
                    </div>
                ))}
                <p class="field-hint">
                    {t("page.minors.timeline_hint", {
                        today: formatDay(today()),
                        found: formatDay(first),
                    })}
                </p>
            </div>
            <Behind file={file} />
        </figure>
    );
}

interface TrackProps {
    mark: Mark;
    at: string;
    now: string;
}

function Track({ mark, at, now }: TrackProps) {
    const sign = SIGNS[mark.state];
    return (
        <span class="clock-track">
            <span class={`clock-bar clock-${mark.state}`} style={{ inlineSize: at }} />
            <span class="clock-today" style={{ insetInlineStart: now }} />
            <span class={`clock-mark clock-${mark.state}`} style={{ insetInlineStart: at }}>
                {sign ? <Icon name={sign} /> : mark.state === "birthday" && "18"}
            </span>
        </span>
    );
}

function Behind({ file }: { file: MinorFile }) {
    return (
        <details>
            <summary>{t("web.as_table")}</summary>
            <Table
                caption={t("page.minors.timeline")}
                hideCaption
                rows={file.deadlines}
                keyOf={({ what }) => what}
                columns={[
                    {
                        head: t("field.minors.what"),
                        cell: ({ what }) => labelOf("minor_step", what),
                    },
                    { head: t("field.minors.due_on"), cell: ({ due_on }) => formatDay(due_on) },
                    {
                        head: t("field.minors.state"),
                        cell: ({ state }) => labelOf("minor_deadline_state", state),
                    },
                    {
                        head: t("field.minors.done_on"),
                        cell: ({ done_on }) => (done_on ? formatDay(done_on) : "–"),
                    },
                ]}
            />
        </details>
    );
}
