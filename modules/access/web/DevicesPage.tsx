// SPDX-License-Identifier: EUPL-1.2
// Telephones that work without a signal: one's own, and for those who coordinate those of the city.
import type { Device } from "web/api/acts";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";

export default function DevicesPage() {
    const devices = useQuery("access.list_devices", {});
    return (
        <Page title={t("page.access.devices")}>
            <p class="lead">{t("page.access.devices_hint")}</p>
            <Show of={devices}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.access.no_devices")}>
                            <p>{t("page.access.no_devices_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.access.devices")}>
                            {items.map((device) => (
                                <DeviceLine
                                    key={device.id}
                                    device={device}
                                    onRevoked={devices.reload}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

function stateOf({ wiped_at, revoked_at }: Device): string {
    if (wiped_at) return t("page.access.device_wiped", { when: formatInstant(wiped_at) });
    if (revoked_at) return t("page.access.device_revoked_on", { when: formatInstant(revoked_at) });
    return "";
}

interface DeviceLineProps {
    device: Device;
    onRevoked: () => Promise<void>;
}

function DeviceLine({ device, onRevoked }: DeviceLineProps) {
    const revoke = useAct("access.revoke_device");
    return (
        <Card
            title={<bdi>{device.name}</bdi>}
            badges={device.revoked_at && <Badge>{t("page.access.device_revoked")}</Badge>}
            second={[
                device.account_name,
                t("page.access.device_seen", { when: formatInstant(device.seen_at) }),
            ].join(" · ")}
            third={
                device.revoked_at
                    ? stateOf(device)
                    : count("page.access.device_waiting", device.waiting)
            }
            actions={
                !device.revoked_at && (
                    <>
                        {revoke.problem && <ProblemAlert problem={revoke.problem} />}
                        <Button
                            kind="danger"
                            busy={revoke.busy}
                            label={t("page.access.revoke_named", { name: device.name })}
                            onClick={() =>
                                void revoke.run({ path: { id: device.id } }, () => {
                                    say({ text: t("page.access.revoked") });
                                    void onRevoked();
                                })
                            }
                        >
                            {t("do.access.revoke_device")}
                        </Button>
                    </>
                )
            }
        />
    );
}
