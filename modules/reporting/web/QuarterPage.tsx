// SPDX-License-Identifier: EUPL-1.2
// The pack of a quarter: what it says, the words beside it, the files to hand in, and its closing.
import { useState } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { Button, LinkButton } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { FiguresSection } from "./FiguresSection";
import { NarrativeSection } from "./NarrativeSection";
import { PackMoney } from "./PackMoney";
import type { Pack } from "./types";
import "./reporting.scss";

export default function QuarterPage({ params }: PageProps) {
    const project = params["funded"]!;
    const period = params["quarter"]!;
    const path = { project, period };
    const session = useSession();
    const found = useQuery("reporting.get_pack", { path });
    return (
        <Page
            wide
            title={t("page.reporting.pack_title", { quarter: period })}
            back={{
                href: link(`/reporting/projects/${project}`),
                label: t("page.reporting.project"),
            }}
        >
            <Show of={found}>
                {(pack) => (
                    <>
                        <State pack={pack} path={path} reload={found.reload} />
                        <Files path={path} />
                        <p>
                            {t("page.reporting.persons_file_hint", {
                                ready: pack.content.persons.ready,
                                missing: pack.content.persons.missing,
                            })}{" "}
                            {may(session, "reporting.show_persons") && (
                                <LinkButton
                                    kind="outline"
                                    href={link(
                                        `/reporting/projects/${project}/quarters/${period}/persons`,
                                    )}
                                >
                                    {t("do.reporting.who_is_missing")}
                                </LinkButton>
                            )}
                        </p>
                        <FiguresSection frameworks={pack.content.frameworks} />
                        <PackMoney content={pack.content} />
                        <NarrativeSection
                            key={pack.content.narrative.version}
                            pack={pack}
                            path={path}
                            reload={found.reload}
                        />
                        <Closings closings={pack.closings} />
                    </>
                )}
            </Show>
        </Page>
    );
}

interface PackPath {
    project: string;
    period: string;
}

interface StateProps {
    pack: Pack;
    path: PackPath;
    reload: () => Promise<void>;
}

function State({ pack, path, reload }: StateProps) {
    const session = useSession();
    const close = useAct("reporting.close_pack");
    const [id, setId] = useState(uuid7);
    const [reopening, setReopening] = useState(false);
    const writes = may(session, "reporting.close_pack");
    return (
        <>
            {pack.closed ? (
                <Alert kind="success" quiet title={t("page.reporting.is_closed")}>
                    <p>{t("page.reporting.is_closed_hint")}</p>
                </Alert>
            ) : (
                <Alert kind="info" quiet title={t("page.reporting.is_open")}>
                    <p>{t(pack.over ? "page.reporting.can_close" : "page.reporting.not_over")}</p>
                </Alert>
            )}
            {pack.closed && pack.differs_now && (
                <Alert kind="warning" quiet title={t("page.reporting.differs_now")} />
            )}
            {!pack.intact && <Alert kind="danger" title={t("page.reporting.not_intact")} />}
            {close.problem && <ProblemAlert problem={close.problem} />}
            {writes && !pack.closed && pack.over && (
                <Button
                    busy={close.busy}
                    onClick={() =>
                        void close.run({ path, body: { id } }, () => {
                            setId(uuid7());
                            say({ text: t("page.reporting.was_closed") });
                            void reload();
                        })
                    }
                >
                    {t("do.reporting.close")}
                </Button>
            )}
            {writes && pack.closed && (
                <Button kind="outline" onClick={() => setReopening(true)}>
                    {t("do.reporting.reopen")}
                </Button>
            )}
            {reopening && (
                <ReopenDialog path={path} onClose={() => setReopening(false)} reload={reload} />
            )}
        </>
    );
}

interface ReopenDialogProps {
    path: PackPath;
    onClose: () => void;
    reload: () => Promise<void>;
}

function ReopenDialog({ path, onClose, reload }: ReopenDialogProps) {
    const reopen = useAct("reporting.reopen_pack");
    const [reason, setReason] = useState("");

    function submit(): void {
        void reopen.run({ path, body: { reason: reason.trim() } }, () => {
            onClose();
            say({ text: t("page.reporting.was_reopened") });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.reporting.reopen")} onClose={onClose}>
            <Form class="form" problem={reopen.problem} onSubmit={submit}>
                <TextArea
                    name="reason"
                    required
                    label={t("field.reporting.reason")}
                    hint={t("field.reporting.reason_hint")}
                    value={reason}
                    onInput={setReason}
                />
                <DialogActions
                    busy={reopen.busy}
                    label={t("do.reporting.reopen")}
                    onClose={onClose}
                />
            </Form>
        </Dialog>
    );
}

function Files({ path }: { path: PackPath }) {
    const paper = useAct("reporting.print_pack");
    const book = useAct("reporting.export_pack");
    const name = `scheda-${path.period}`;
    return (
        <div class="form-actions">
            {paper.problem && <ProblemAlert problem={paper.problem} />}
            {book.problem && <ProblemAlert problem={book.problem} />}
            <Button
                kind="outline"
                busy={paper.busy}
                onClick={() =>
                    void paper.run({ path }, (file) => saveFile(file, `${name}.pdf`))
                }
            >
                {t("do.reporting.download_pdf")}
            </Button>
            <Button
                kind="outline"
                busy={book.busy}
                onClick={() =>
                    void book.run({ path }, (file) => saveFile(file, `${name}.xlsx`))
                }
            >
                {t("do.reporting.download_xlsx")}
            </Button>
        </div>
    );
}

function Closings({ closings }: Pick<Pack, "closings">) {
    if (closings.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.reporting.closings")}</h2>
            <ol reversed>
                {closings.map((closing) => (
                    <li key={closing.id}>
                        {t("page.reporting.closing", {
                            when: formatInstant(closing.closed_at),
                            who: closing.closed_by_name,
                        })}{" "}
                        <code class="reporting-hash">{closing.hash}</code>
                        {closing.reopened_at && (
                            <p>
                                {t("page.reporting.reopening", {
                                    when: formatInstant(closing.reopened_at),
                                    who: closing.reopened_by_name ?? "",
                                })}{" "}
                                <span dir="auto">{closing.reason}</span>
                            </p>
                        )}
                    </li>
                ))}
            </ol>
        </section>
    );
}

