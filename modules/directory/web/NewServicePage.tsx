// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { ServiceForm } from "./ServiceForm";

export default function NewServicePage() {
    const add = useAct("directory.add_service");
    const [id] = useState(uuid7);
    return (
        <Page
            title={t("do.directory.add")}
            back={{ href: link("/services"), label: t("page.directory.services") }}
        >
            <ServiceForm
                busy={add.busy}
                problem={add.problem}
                onSave={(wish) =>
                    void add.run({ body: { id, ...wish } }, () => {
                        say({ text: t("page.directory.added") });
                        goInstead(`/services/${id}`);
                    })
                }
            />
        </Page>
    );
}
