// SPDX-License-Identifier: EUPL-1.2
// What is known of a minor: who answers for them, and what SINBA asks.
import { Fact, Facts } from "web/kit/Facts";
import { link } from "web/shell/router";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import {
    type FieldName,
    type Group,
    GROUPS,
    isOfFile,
    missingNames,
    NOT_REQUIRED,
    valueIn,
} from "./fileText";
import type { MinorFile } from "./types";

// Said only together with another, or seldom at all.
const RARE = new Set<FieldName>([
    "disability",
    "measure_on",
    "measure_authority",
    "parents_authority",
    "benefits",
    ...NOT_REQUIRED,
]);

export function FactsSection({ file }: { file: MinorFile }) {
    return (
        <>
            <section class="section">
                <h2>{t("page.minors.guardian")}</h2>
                <Guardian file={file} />
            </section>
            <section class="section">
                <h2>{t("page.minors.known")}</h2>
                <Facts>
                    <Fact name={t("page.minors.entrusted_at")}>
                        {`${formatInstant(file.opened_at)}, ${file.opened_by_name}`}
                    </Fact>
                    <Fact rare name={t("field.minors.age_doubted_on")}>
                        {file.age_doubted_on && formatDay(file.age_doubted_on)}
                    </Fact>
                    <Fact rare name={t("field.minors.note")}>
                        {file.note && <span dir="auto">{file.note}</span>}
                    </Fact>
                </Facts>
                <Missing file={file} />
                {(Object.keys(GROUPS) as Group[]).map((group) => (
                    <InGroup key={group} group={group} file={file} />
                ))}
            </section>
        </>
    );
}

function Guardian({ file }: { file: MinorFile }) {
    const { guardian_name, guardian_phone } = file;
    return (
        <Facts>
            <Fact name={t("field.minors.guardian_kind")}>{valueIn(file, "guardian_kind")}</Fact>
            <Fact name={t("field.minors.guardian_name")}>
                {guardian_name && <bdi>{guardian_name}</bdi>}
            </Fact>
            <Fact name={t("field.minors.guardian_phone")}>
                {guardian_phone && <a href={`tel:${guardian_phone}`}>{guardian_phone}</a>}
            </Fact>
        </Facts>
    );
}

function Missing({ file }: { file: MinorFile }) {
    const { missing } = file;
    if (missing.length === 0) return <p>{t("page.minors.sinba_ready")}</p>;
    const ofPerson = missing.some((name) => !isOfFile(name));
    return (
        <p>
            {t("page.minors.sinba_missing", { what: missingNames(missing) })}
            {ofPerson && (
                <>
                    {" "}
                    <a href={link(`/people/${file.person}/change`)}>
                        {t("do.minors.complete_person")}
                    </a>
                </>
            )}
        </p>
    );
}

function InGroup({ group, file }: { group: Group; file: MinorFile }) {
    const names: readonly FieldName[] = GROUPS[group];
    if (names.every((name) => NOT_REQUIRED.has(name) && !valueIn(file, name))) return null;
    return (
        <>
            <h3>{t(`page.minors.group.${group}`)}</h3>
            <Facts>
                {names.map((name) => (
                    <Fact key={name} name={t(`field.minors.${name}`)} rare={RARE.has(name)}>
                        {valueIn(file, name)}
                    </Fact>
                ))}
            </Facts>
        </>
    );
}
