// SPDX-License-Identifier: EUPL-1.2
// What a city calls by a name of its own, and what it is for the network.
import { useState } from "preact/hooks";
import type { CatalogueExtension } from "web/api/acts";
import { labelOf, loadVocabularies, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { language, t } from "web/words/words";

export default function ExtensionsPage() {
    const extensions = useQuery("network.list_extensions", {});
    const { acts } = useSession();
    const reload = async (): Promise<void> => {
        await Promise.all([extensions.reload(), loadVocabularies(true)]);
    };
    return (
        <Page wide title={t("page.network.extensions")}>
            <p class="lead">{t("page.network.extensions_lead")}</p>
            <Show of={extensions}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.network.no_extensions")} />
                    ) : (
                        <CardList label={t("page.network.extensions")}>
                            {items.map((one) => (
                                <ExtensionCard key={one.id} extension={one} reload={reload} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {acts.includes("network.add_extension") && <AddExtension onAdded={reload} />}
        </Page>
    );
}

interface ExtensionCardProps {
    extension: CatalogueExtension;
    reload: () => Promise<void>;
}

function ExtensionCard({ extension, reload }: ExtensionCardProps) {
    const { acts } = useSession();
    const retire = useAct("network.retire_extension");
    const restore = useAct("network.restore_extension");
    const { id, it, en, code, retired } = extension;
    const name = language() === "it" ? it : en;
    const change = retired ? restore : retire;
    const problem = retire.problem ?? restore.problem;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <Card
                title={name}
                badges={
                    <Badge kind={retired ? "neutral" : "success"}>
                        {retired
                            ? t("page.network.extension_retired")
                            : t("page.network.extension_used")}
                    </Badge>
                }
                second={t("page.network.counts_as", {
                    name: labelOf("intervention", extension.counts_as),
                })}
                third={code}
                actions={
                    acts.includes("network.retire_extension") && (
                        <Button
                            kind="outline"
                            busy={change.busy}
                            onClick={() =>
                                void change.run({ path: { id } }, () => void reload())
                            }
                        >
                            {t(
                                retired
                                    ? "do.network.restore_extension"
                                    : "do.network.retire_extension",
                            )}
                            <span class="visually-hidden"> {name}</span>
                        </Button>
                    )
                }
            />
        </>
    );
}

// With which every code of a city's own begins: none counts as another.
const OWN = "OWN_";

function empty() {
    return { id: uuid7(), code: "", it: "", en: "", counts_as: "" };
}

function AddExtension({ onAdded }: { onAdded: () => Promise<void> }) {
    const add = useAct("network.add_extension");
    const [wish, setWish] = useState(empty);
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = { ...wish, en: wish.en || null };
        void add.run({ body }, async () => {
            say({ text: t("page.network.extension_added", { name: wish.it }) });
            setWish(empty());
            await onAdded();
        });
    }

    return (
        <Form class="form" problem={add.problem} onSubmit={submit}>
            <h2>{t("do.network.add_extension")}</h2>
            <TextField
                name="it"
                required
                label={t("field.network.extension_it")}
                value={wish.it}
                onInput={(it) => change({ it })}
            />
            <TextField
                name="en"
                label={t("field.network.extension_en")}
                value={wish.en}
                onInput={(en) => change({ en })}
            />
            <TextField
                name="code"
                required
                label={t("field.network.extension_code")}
                hint={t("field.network.extension_code_hint")}
                value={wish.code}
                onInput={(code) => change({ code })}
            />
            <Select
                name="counts_as"
                required
                label={t("field.network.counts_as")}
                hint={t("field.network.counts_as_hint")}
                options={options("intervention").filter(({ value }) => !value.startsWith(OWN))}
                value={wish.counts_as}
                onChange={(counts_as) => change({ counts_as })}
            />
            <div class="form-actions">
                <Button submit busy={add.busy}>
                    {t("do.network.add_this")}
                </Button>
            </div>
        </Form>
    );
}
