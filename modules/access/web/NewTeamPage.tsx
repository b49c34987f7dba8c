// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { t } from "web/words/words";

export default function NewTeamPage() {
    const add = useAct("access.add_team");
    const districts = useDistricts();
    const [team, setTeam] = useState({
        id: uuid7(),
        code: "",
        name: "",
        kind: "",
        districts: [] as string[],
    });
    const change = (part: Partial<typeof team>) => setTeam({ ...team, ...part });

    function submit(): void {
        const body = { ...team, code: team.code.trim(), name: team.name.trim() };
        void add.run({ body }, (added) => {
            say({ text: t("page.access.team_added", { name: added.name }) });
            goInstead(`/teams/${added.id}`);
        });
    }

    return (
        <Page
            title={t("do.access.add_team")}
            back={{ href: link("/teams"), label: t("page.access.teams") }}
        >
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <TextField
                    name="name"
                    required
                    label={t("field.access.team_name")}
                    hint={t("field.access.team_name_hint")}
                    value={team.name}
                    onInput={(name) => change({ name })}
                />
                <TextField
                    name="code"
                    required
                    label={t("field.access.team_code")}
                    hint={t("field.access.team_code_hint")}
                    maxLength={40}
                    value={team.code}
                    onInput={(code) => change({ code: code.toLowerCase() })}
                />
                <ChooseOne
                    name="kind"
                    required
                    label={t("field.access.team_kind")}
                    options={options("team_kind")}
                    value={team.kind}
                    onChange={(kind) => change({ kind })}
                />
                {districts.options.length > 0 && (
                    <ChooseSome
                        name="districts"
                        label={t("field.access.districts")}
                        hint={t("field.access.districts_hint")}
                        shown={8}
                        options={districts.options}
                        values={team.districts}
                        onChange={(chosen) => change({ districts: chosen })}
                    />
                )}
                <div class="form-actions">
                    <Button submit busy={add.busy}>
                        {t("web.save")}
                    </Button>
                </div>
            </Form>
        </Page>
    );
}
