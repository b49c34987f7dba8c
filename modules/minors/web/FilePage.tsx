// SPDX-License-Identifier: EUPL-1.2
// The file of a minor: what is due, what was done, what is known.
import { Alert } from "web/kit/Alert";
import { LinkButton } from "web/kit/Button";
import { Badge, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { PersonLine } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { ofAgeText } from "./ages";
import { ClosureSection } from "./ClosureSection";
import { DeadlinesSection } from "./DeadlinesSection";
import { FactsSection } from "./FactsSection";
import { StepsSection } from "./StepsSection";
import type { MinorFile } from "./types";

// What the sections of the page are told.
export interface FileProps {
    file: MinorFile;
    onChanged: (file: MinorFile) => void;
}

export default function FilePage({ params }: PageProps) {
    const id = params["file"]!;
    const session = useSession();
    const found = useQuery("minors.get_file", { path: { id } });
    const isOpen = found.data && !found.data.closed_on;
    return (
        <Page
            title={t("page.minors.file")}
            back={{ href: link("/minors"), label: t("page.minors.minors") }}
            actions={
                isOpen &&
                may(session, "minors.change_file") && (
                    <LinkButton kind="outline" href={link(`/minors/files/${id}/change`)}>
                        {t("web.change")}
                    </LinkButton>
                )
            }
        >
            <Show of={found}>
                {(file) => (
                    <>
                        <Head file={file} />
                        <DeadlinesSection file={file} onChanged={found.set} />
                        <StepsSection file={file} onChanged={found.set} />
                        <FactsSection file={file} />
                        <ClosureSection file={file} onChanged={found.set} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function Head({ file }: { file: MinorFile }) {
    const found = t("page.minors.found", { day: formatDay(file.found_on) });
    return (
        <>
            <CardList label={t("page.minors.minor")}>
                <PersonLine
                    person={file.person_card}
                    href={link(`/people/${file.person}`)}
                    badges={
                        <>
                            {file.unaccompanied && <Badge>{t("page.minors.unaccompanied")}</Badge>}
                            {file.closed_on && <Badge>{t("page.minors.closed")}</Badge>}
                        </>
                    }
                    note={`${ofAgeText(file)} · ${found}`}
                />
            </CardList>
            <Alert
                kind="info"
                quiet
                title={t(file.released ? "page.minors.released" : "page.minors.guarded")}
            />
        </>
    );
}
