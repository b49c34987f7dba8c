// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: what they have asked about their own data, and the paper that says what
// is written about them.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { CardList } from "web/kit/List";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { SheetChoice } from "modules/directory/web/SheetChoice";
import type { PersonSectionProps } from "web/shell/module";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { RequestForm } from "./RequestForm";
import { RequestLine } from "./RequestLine";

const asked = { purpose: "rights_request" } as const;

export default function RightsSection({ person }: PersonSectionProps) {
    const session = useSession();
    const [asking, setAsking] = useState(false);
    const found = useQuery("rights.list_of_person", { path: { person: person.id } }, asked);
    if (person.same_as) return null;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.rights.of_person")}</h2>
                {may(session, "rights.record_request") && (
                    <Button kind="outline" onClick={() => setAsking(true)}>
                        {t("do.rights.record")}
                    </Button>
                )}
            </div>
            <Show of={found}>
                {({ items }) =>
                    items.length > 0 && (
                        <CardList label={t("page.rights.of_person")}>
                            {items.map((request) => (
                                <RequestLine key={request.id} request={request} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {may(session, "rights.print_file") && !person.erased_at && (
                <OwnFile person={person.id} first={person.languages[0]} />
            )}
            {asking && (
                <RequestForm
                    person={person.id}
                    onClose={() => setAsking(false)}
                    onDone={() => {
                        setAsking(false);
                        void found.reload();
                    }}
                />
            )}
        </section>
    );
}

function OwnFile({ person, first }: { person: string; first: string | undefined }) {
    const print = useAct("rights.print_file", asked);
    return (
        <>
            <h3>{t("page.rights.print")}</h3>
            <p>{t("page.rights.of_person_hint")}</p>
            <SheetChoice
                first={first}
                busy={print.busy}
                problem={print.problem}
                onPrint={(language) =>
                    void print.run({ path: { person }, query: { language } }, (file) =>
                        saveFile(file, `dati-${language}.pdf`),
                    )
                }
            />
        </>
    );
}
