// SPDX-License-Identifier: EUPL-1.2
// The questionnaires of the city, each with its versions: those that came with the program, and
// those that researchers brought.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { ownNameOf } from "./fillWords";
import { ImportDialog } from "./ImportDialog";
import type { Questionnaire, VersionLine } from "./types";

export default function QuestionnairesPage() {
    const session = useSession();
    const found = useQuery("survey.list_questionnaires", {});
    const [importing, setImporting] = useState(false);
    const mayImport = may(session, "survey.import_questionnaire");
    return (
        <Page
            title={t("page.survey.questionnaires")}
            actions={
                mayImport && (
                    <Button icon="add" onClick={() => setImporting(true)}>
                        {t("do.survey.import")}
                    </Button>
                )
            }
        >
            <p class="lead">{t("page.survey.questionnaires_hint")}</p>
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.survey.no_questionnaires")} />
                    ) : (
                        <>
                            {items.map((questionnaire) => (
                                <One
                                    key={questionnaire.id}
                                    questionnaire={questionnaire}
                                    reload={found.reload}
                                />
                            ))}
                        </>
                    )
                }
            </Show>
            {importing && (
                <ImportDialog
                    questionnaires={found.data?.items ?? []}
                    onClose={() => setImporting(false)}
                    onDone={() => {
                        setImporting(false);
                        void found.reload();
                    }}
                />
            )}
        </Page>
    );
}

interface OneProps {
    questionnaire: Questionnaire;
    reload: () => Promise<void>;
}

function One({ questionnaire, reload }: OneProps) {
    const { name, code, respondents, versions } = questionnaire;
    const current = versions.find(({ withdrawn }) => !withdrawn);
    return (
        <section class="section">
            <h2>
                <bdi>{name}</bdi>
            </h2>
            <p class="lead">
                {labelOf("respondent_group", respondents)} · <code>{code}</code>
            </p>
            <CardList label={`${t("page.survey.versions")}: ${name}`}>
                {versions.map((version) => (
                    <VersionCard
                        key={version.id}
                        version={version}
                        name={name}
                        isCurrent={version === current}
                        reload={reload}
                    />
                ))}
            </CardList>
        </section>
    );
}

interface VersionCardProps {
    version: VersionLine;
    name: string;
    isCurrent: boolean;
    reload: () => Promise<void>;
}

function VersionCard({ version, name, isCurrent, reload }: VersionCardProps) {
    const session = useSession();
    const { number, imported_at: at, imported_by_name: by } = version;
    const isOpen =
        may(session, "survey.withdraw_version") &&
        !version.of_the_house &&
        version.interviews === 0;
    return (
        <Card
            href={link(`/survey/versions/${version.id}`)}
            title={t("page.survey.version", { number, version: version.version })}
            badges={
                <>
                    {isCurrent && <Badge kind="success">{t("page.survey.in_use")}</Badge>}
                    {version.withdrawn && <Badge>{t("page.survey.version_withdrawn")}</Badge>}
                </>
            }
            second={[
                count("page.survey.questions", version.questions),
                version.languages.map(ownNameOf).join(", "),
            ].join(" · ")}
            third={[
                version.of_the_house
                    ? t("page.survey.came_with_lgnet")
                    : at &&
                      t("page.survey.imported_by", { who: by ?? "", when: formatInstant(at) }),
                count("page.survey.interviews", version.interviews),
            ]
                .filter(Boolean)
                .join(" · ")}
            actions={isOpen && <Withdraw version={version} name={name} reload={reload} />}
        />
    );
}

interface WithdrawProps {
    version: VersionLine;
    name: string;
    reload: () => Promise<void>;
}

function Withdraw({ version, name, reload }: WithdrawProps) {
    const { withdrawn } = version;
    const act = useAct(withdrawn ? "survey.restore_version" : "survey.withdraw_version");
    const path = { id: version.id };
    const words = t(withdrawn ? "do.survey.restore" : "do.survey.withdraw");
    return (
        <>
            {act.problem && <ProblemAlert problem={act.problem} />}
            <Button
                kind="plain"
                busy={act.busy}
                label={`${words}: ${name}, ${version.number}`}
                onClick={() =>
                    void act.run({ path }, () => {
                        say({
                            text: t(
                                withdrawn
                                    ? "page.survey.version_restored"
                                    : "page.survey.version_taken_back",
                            ),
                            undo: async () => {
                                await ask(
                                    withdrawn
                                        ? "survey.withdraw_version"
                                        : "survey.restore_version",
                                    { path },
                                );
                                reloadAll();
                            },
                        });
                        void reload();
                    })
                }
            >
                {words}
            </Button>
        </>
    );
}
