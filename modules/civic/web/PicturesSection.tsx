// SPDX-License-Identifier: EUPL-1.2
// Before and after, side by side; the other pictures below, each asked for when somebody wants it.
import { useEffect, useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Progress } from "web/kit/Progress";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { pairOf } from "./civicText";
import { PictureDialog } from "./PictureDialog";
import type { Picture, Project } from "./types";

interface PicturesSectionProps {
    project: Project;
    reload: () => Promise<void>;
}

export function PicturesSection({ project, reload }: PicturesSectionProps) {
    const session = useSession();
    const [adding, setAdding] = useState(false);
    const { pair, others } = pairOf(project.pictures);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.civic.before_after")}</h2>
                {may(session, "civic.add_picture") && (
                    <Button kind="outline" icon="add" onClick={() => setAdding(true)}>
                        {t("do.civic.add_picture")}
                    </Button>
                )}
            </div>
            {pair.length === 0 && <EmptyState title={t("page.civic.no_pictures")} />}
            <div class="civic-pair">
                {pair.map((picture) => (
                    <Figure key={picture.id} picture={picture} isShown reload={reload} />
                ))}
            </div>
            {others.length > 0 && (
                <>
                    <h3>{t("page.civic.more_pictures")}</h3>
                    <div class="civic-pair">
                        {others.map((picture) => (
                            <Figure key={picture.id} picture={picture} reload={reload} />
                        ))}
                    </div>
                </>
            )}
            {adding && (
                <PictureDialog
                    project={project}
                    onClose={() => setAdding(false)}
                    reload={reload}
                />
            )}
        </section>
    );
}

function nameOf({ moment, taken_on }: Picture): string {
    return t("page.civic.picture_name", {
        moment: labelOf("civic_moment", moment),
        day: formatDay(taken_on),
    });
}

interface FigureProps {
    picture: Picture;
    // At once, without being asked for.
    isShown?: boolean;
    reload: () => Promise<void>;
}

function Figure({ picture, isShown = false, reload }: FigureProps) {
    const session = useSession();
    const cancel = useAct("civic.cancel_picture");
    const [wanted, setWanted] = useState(isShown);
    const name = nameOf(picture);
    const path = { id: picture.id };

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.civic.picture_cancelled"),
                undo: async () => {
                    await ask("civic.restore_picture", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <figure class="civic-figure">
            {wanted ? (
                <Image id={picture.id} alt={picture.caption ?? name} />
            ) : (
                <Button
                    kind="outline"
                    label={`${t("do.civic.show_picture")}: ${name}`}
                    onClick={() => setWanted(true)}
                >
                    {t("do.civic.show_picture")}
                </Button>
            )}
            <figcaption>
                <strong>{name}</strong>
                {picture.caption && <span dir="auto">{picture.caption}</span>}
                {cancel.problem && <ProblemAlert problem={cancel.problem} />}
                {may(session, "civic.cancel_picture") && (
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={`${t("do.civic.cancel_picture")}: ${name}`}
                        onClick={takeBack}
                    >
                        {t("do.civic.cancel_picture")}
                    </Button>
                )}
            </figcaption>
        </figure>
    );
}

function Image({ id, alt }: { id: string; alt: string }) {
    const get = useAct("civic.get_picture", { isLarge: true });
    const [address, setAddress] = useState("");
    useEffect(() => {
        void get.run({ path: { id } }, (file) => {
            const reader = new FileReader();
            reader.onload = () => setAddress(String(reader.result));
            reader.readAsDataURL(file);
        });
    }, [id]);
    if (address) return <img src={address} alt={alt} />;
    if (get.problem) return <p role="status">{t("page.civic.picture_failed")}</p>;
    return <Progress />;
}
