// SPDX-License-Identifier: EUPL-1.2
// What was loaded and what is left: what was given follows.
import { useState } from "preact/hooks";
import type { LoadedMaterial } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import type { SheetProps } from "./SheetPage";

export function MaterialsSection({ sheet, reload }: SheetProps) {
    const session = useSession();
    const [counting, setCounting] = useState<LoadedMaterial | null>(null);
    const mayCount = may(session, "shifts.count_material");
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.shifts.materials")}</h2>
                {mayCount && (
                    <Button
                        kind="outline"
                        icon="add"
                        onClick={() => setCounting({ material: "", loaded: 0 })}
                    >
                        {t("do.shifts.count")}
                    </Button>
                )}
            </div>
            {sheet.materials.length === 0 && (
                <EmptyState title={t("page.shifts.no_materials")} />
            )}
            {sheet.materials.length > 0 && (
                <CardList label={t("page.shifts.materials")}>
                    {sheet.materials.map((each) => (
                        <Card
                            key={each.material}
                            title={labelOf("material", each.material)}
                            second={amounts(each)}
                            actions={
                                mayCount && (
                                    <Button
                                        kind="plain"
                                        label={`${t("web.change")}: ${labelOf("material", each.material)}`}
                                        onClick={() => setCounting(each)}
                                    >
                                        {t("web.change")}
                                    </Button>
                                )
                            }
                        />
                    ))}
                </CardList>
            )}
            {counting && (
                <Count
                    outing={sheet.outing.id}
                    known={counting}
                    onClose={() => setCounting(null)}
                    reload={reload}
                />
            )}
        </section>
    );
}

function amounts({ loaded, left, given }: LoadedMaterial): string {
    if (typeof left !== "number") return t("page.shifts.loaded", { loaded });
    return t("page.shifts.loaded_left", { loaded, left, given: given ?? loaded - left });
}

interface CountProps {
    outing: string;
    known: LoadedMaterial;
    onClose: () => void;
    reload: () => Promise<void>;
}

const numberOf = (text: string) => (text.trim() === "" ? null : Number(text));

function Count({ outing, known, onClose, reload }: CountProps) {
    const count = useAct("shifts.count_material");
    const [wish, setWish] = useState({
        material: known.material,
        loaded: known.loaded ? String(known.loaded) : "",
        left: typeof known.left === "number" ? String(known.left) : "",
    });

    function submit(): void {
        const path = { outing, material: wish.material };
        const body = { loaded: numberOf(wish.loaded) ?? 0, left: numberOf(wish.left) };
        void count.run({ path, body }, () => {
            onClose();
            say({ text: t("page.shifts.material_counted") });
            void reload();
        });
    }

    return (
        <Dialog title={t("do.shifts.count")} onClose={onClose}>
            <Form class="form" problem={count.problem} onSubmit={submit}>
                <Select
                    name="material"
                    required
                    label={t("field.shifts.material")}
                    options={options("material")}
                    empty={t("page.shifts.choose")}
                    value={wish.material}
                    onChange={(material) => setWish({ ...wish, material })}
                />
                <TextField
                    name="loaded"
                    required
                    inputMode="numeric"
                    label={t("field.shifts.loaded")}
                    value={wish.loaded}
                    onInput={(loaded) => setWish({ ...wish, loaded })}
                />
                <TextField
                    name="left"
                    inputMode="numeric"
                    label={t("field.shifts.left")}
                    hint={t("field.shifts.left_hint")}
                    value={wish.left}
                    onInput={(left) => setWish({ ...wish, left })}
                />
                <DialogActions busy={count.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
