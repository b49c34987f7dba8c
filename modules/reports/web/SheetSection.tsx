// SPDX-License-Identifier: EUPL-1.2
// Where exactly, in whose words, who told and of whom: for those who work on the report.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportSheet } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import "./reports.scss";

export function SheetSection({ sheet }: { sheet: ReportSheet }) {
    const { reporter, reported, remarks } = sheet;
    const named = [reporter?.name, reporter?.phone, reporter?.email].filter(Boolean).join(" · ");
    return (
        <section class="section">
            <h2>{t("page.reports.where")}</h2>
            <p class="report-words" dir="auto">
                {sheet.description}
            </p>
            <Facts>
                <Fact name={t("field.reports.place")}>
                    {sheet.place && <bdi>{sheet.place}</bdi>}
                </Fact>
                <Fact name={t("field.reports.position")} rare>
                    {sheet.position && (
                        <a href={`geo:${sheet.position}`}>{t("page.reports.open_map")}</a>
                    )}
                </Fact>
                <Fact name={t("field.reports.seen_at")} rare>
                    {sheet.seen_at && formatInstant(sheet.seen_at)}
                </Fact>
                <Fact name={t("page.reports.reported")}>
                    {reported &&
                        [
                            reported.name,
                            reported.people && count("page.reports.people", reported.people),
                            reported.apparent_gender && labelOf("gender", reported.apparent_gender),
                            reported.apparent_age && labelOf("apparent_age", reported.apparent_age),
                            ...reported.languages.map((code) => labelOf("language", code)),
                        ]
                            .filter(Boolean)
                            .join(" · ")}
                </Fact>
                <Fact name={t("field.reports.reporter")}>
                    <bdi>{named || t("page.reports.anonymous")}</bdi>
                    {reporter?.call_back && ` (${t("page.reports.may_call")})`}
                </Fact>
                <Fact name={t("field.reports.reporter_language")} rare>
                    {reporter?.language && labelOf("language", reporter.language)}
                </Fact>
            </Facts>
            {sheet.report.has_photo && <PhotoOf id={sheet.id} />}
            {remarks.length > 0 && (
                <>
                    <h3>{t("page.reports.additions")}</h3>
                    <ul class="report-remarks">
                        {remarks.map((remark) => (
                            <li key={remark.id}>
                                <p dir="auto">{remark.words}</p>
                                <p class="field-hint">{formatInstant(remark.at)}</p>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}

// Asked for, not shown at once: looking at a photo is a reading of its own in the journal.
function PhotoOf({ id }: { id: string }) {
    const look = useAct("reports.get_photo");
    const [jpeg, setJpeg] = useState("");
    if (jpeg) return <Picture jpeg={jpeg} />;
    return (
        <div>
            {look.problem && <ProblemAlert problem={look.problem} />}
            <Button
                kind="outline"
                busy={look.busy}
                onClick={() => void look.run({ path: { id } }, (photo) => setJpeg(photo.jpeg))}
            >
                {t("page.reports.show_photo")}
            </Button>
        </div>
    );
}

// Drawn, so that no address of the picture stays in the browser.
function Picture({ jpeg }: { jpeg: string }) {
    const canvas = useRef<HTMLCanvasElement>(null);
    useEffect(() => {
        const bytes = Uint8Array.from(atob(jpeg), (character) => character.charCodeAt(0));
        void createImageBitmap(new Blob([bytes], { type: "image/jpeg" })).then((bitmap) => {
            const drawn = canvas.current;
            if (!drawn) return;
            drawn.width = bitmap.width;
            drawn.height = bitmap.height;
            drawn.getContext("2d")!.drawImage(bitmap, 0, 0);
            bitmap.close();
        });
    }, [jpeg]);
    return (
        <canvas
            ref={canvas}
            class="report-photo"
            role="img"
            aria-label={t("page.reports.photo_of_report")}
        />
    );
}
