// SPDX-License-Identifier: EUPL-1.2
// What speaks for two records being one person, and what against: in words, never as a number.
import type { SimilarityReason } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { t } from "web/words/words";

const isFor = ({ weighs }: SimilarityReason) => weighs.startsWith("for");
const isLoud = ({ weighs }: SimilarityReason) => !weighs.endsWith("little");
const worded = (reasons: SimilarityReason[]) =>
    reasons.map(({ code }) => labelOf("similarity_reason", code)).join(", ");

// In a line of a list: what speaks up.
export function ReasonsInBrief({ reasons }: { reasons: SimilarityReason[] }) {
    const pro = reasons.filter((reason) => isFor(reason) && isLoud(reason));
    const con = reasons.filter((reason) => !isFor(reason) && isLoud(reason));
    return (
        <>
            {pro.length > 0 && t("page.people.speaks_for", { reasons: worded(pro) })}
            {pro.length > 0 && con.length > 0 && " · "}
            {con.length > 0 && t("page.people.speaks_against", { reasons: worded(con) })}
        </>
    );
}

// Beside two records: everything, with how loudly it speaks.
export function Reasons({ reasons }: { reasons: SimilarityReason[] }) {
    return (
        <div class="pair-reasons">
            <Side title={t("page.people.for")} reasons={reasons.filter(isFor)} />
            <Side
                title={t("page.people.against")}
                reasons={reasons.filter((reason) => !isFor(reason))}
            />
        </div>
    );
}

function Side({ title, reasons }: { title: string; reasons: SimilarityReason[] }) {
    return (
        <section class="section">
            <h2>{title}</h2>
            {reasons.length === 0 && <p>{t("page.people.nothing_speaks")}</p>}
            {reasons.length > 0 && (
                <ul aria-label={title}>
                    {reasons.map(({ code, weighs }) => (
                        <li key={code}>
                            {labelOf("similarity_reason", code)}{" "}
                            <span class="pair-weight">({labelOf("similarity_weight", weighs)})</span>
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}
