// SPDX-License-Identifier: EUPL-1.2
// Towards SINBA: which files can be told, what the others miss, and what the national system is
// sent.
import { useState } from "preact/hooks";
import { Button, LinkButton } from "web/kit/Button";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { count, t } from "web/words/words";
import { isOfFile, missingNames } from "./fileText";
import type { SinbaSheet } from "./types";

export default function SinbaPage() {
    const session = useSession();
    const sheet = useQuery("minors.show_sinba", {});
    return (
        <Page
            title={t("page.minors.sinba")}
            back={{ href: link("/minors"), label: t("page.minors.minors") }}
        >
            <p class="lead">{t("page.minors.sinba_lead")}</p>
            <Show of={sheet}>
                {(found) => (
                    <>
                        <p>
                            <strong>{count("page.minors.ready", found.ready)}</strong>
                        </p>
                        {found.ready > 0 && may(session, "minors.export_sinba") && <Export />}
                        <Missing missing={found.missing} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function Export() {
    const act = useAct("minors.export_sinba");
    const [wish, setWish] = useState({ body_code: "", operator_code: "" });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = {
            body_code: wish.body_code.trim(),
            operator_code: wish.operator_code.trim().toUpperCase(),
        };
        void act.run({ body }, (file) => {
            saveFile(file, `sinba-${today()}.xml`);
            say({ text: t("page.minors.exported") });
        });
    }

    return (
        <section class="section">
            <h2>{t("page.minors.export")}</h2>
            <p>{t("page.minors.export_hint")}</p>
            <Form class="form form-short" problem={act.problem} onSubmit={submit}>
                <TextField
                    name="body_code"
                    required
                    label={t("field.minors.body_code")}
                    maxLength={32}
                    value={wish.body_code}
                    onInput={(body_code) => change({ body_code })}
                />
                <TextField
                    name="operator_code"
                    required
                    label={t("field.minors.operator_code")}
                    maxLength={16}
                    value={wish.operator_code}
                    onInput={(operator_code) => change({ operator_code })}
                />
                <div class="form-actions">
                    <Button submit busy={act.busy}>
                        {t("do.minors.export")}
                    </Button>
                </div>
            </Form>
        </section>
    );
}

function Missing({ missing }: Pick<SinbaSheet, "missing">) {
    return (
        <section class="section">
            <h2>{t("page.minors.to_complete")}</h2>
            {missing.length === 0 ? (
                <EmptyState title={t("page.minors.all_complete")} />
            ) : (
                <CardList label={t("page.minors.to_complete")}>
                    {missing.map((one) => (
                        <Line key={one.file} one={one} />
                    ))}
                </CardList>
            )}
        </section>
    );
}

function Line({ one }: { one: SinbaSheet["missing"][number] }) {
    const { file, person_card: person, missing } = one;
    return (
        <Card
            href={link(`/minors/files/${file}`)}
            title={<PersonName person={person} />}
            second={t("page.minors.missing", { what: missingNames(missing) })}
            actions={
                <>
                    {missing.some(isOfFile) && (
                        <LinkButton kind="outline" href={link(`/minors/files/${file}/change`)}>
                            {t("do.minors.complete")}
                        </LinkButton>
                    )}
                    {!missing.every(isOfFile) && (
                        <LinkButton kind="outline" href={link(`/people/${person.id}/change`)}>
                            {t("do.minors.complete_person")}
                        </LinkButton>
                    )}
                </>
            }
        />
    );
}
