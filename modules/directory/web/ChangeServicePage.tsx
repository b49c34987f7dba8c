// SPDX-License-Identifier: EUPL-1.2
import type { Service } from "web/api/acts";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { ServiceForm } from "./ServiceForm";

export default function ChangeServicePage({ params }: PageProps) {
    const id = params["service"]!;
    const service = useQuery("directory.show_service", { path: { id } });
    return (
        <Page
            title={t("do.directory.change")}
            back={{ href: link(`/services/${id}`), label: t("page.directory.service") }}
        >
            <Show of={service}>{(shown) => <Change service={shown} />}</Show>
        </Page>
    );
}

function Change({ service }: { service: Service }) {
    const change = useAct("directory.change_service");
    const { id, version } = service;
    return (
        <ServiceForm
            service={service}
            busy={change.busy}
            problem={change.problem}
            onSave={(wish) =>
                void change.run({ path: { id }, body: { base: version, ...wish } }, () => {
                    say({ text: t("page.directory.changed") });
                    goInstead(`/services/${id}`);
                })
            }
        />
    );
}
