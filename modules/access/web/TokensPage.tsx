// SPDX-License-Identifier: EUPL-1.2
// The machines that may come in, and how to shut one out.
import { useState } from "preact/hooks";
import type { Token } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { dayOf, formatDay, today } from "web/words/format";
import { t } from "web/words/words";

type State = "valid" | "expired" | "revoked";

export default function TokensPage() {
    const tokens = useQuery("access.list_tokens", {});
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    const [toRevoke, setToRevoke] = useState<Token | null>(null);
    const nameOf = (account: string) =>
        colleagues.data?.items.find((each) => each.account === account)?.name;

    async function revoked({ name }: Token): Promise<void> {
        setToRevoke(null);
        say({ text: t("page.access.token_now_revoked", { name }) });
        await tokens.reload();
        // The button that opened the dialog is gone.
        document.getElementById("content")?.focus();
    }

    return (
        <Page
            wide
            title={t("page.access.tokens")}
            actions={
                <LinkButton href={link("/tokens/new")} icon="add">
                    {t("do.access.add_token")}
                </LinkButton>
            }
        >
            <p class="lead">{t("page.access.tokens_lead")}</p>
            <Show of={tokens}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.access.no_tokens")}>
                            <p>{t("page.access.no_tokens_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.access.tokens")}>
                            {inOrder(items).map((token) => (
                                <TokenCard
                                    key={token.id}
                                    token={token}
                                    madeBy={nameOf(token.created_by)}
                                    onRevoke={() => setToRevoke(token)}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {toRevoke && (
                <Revoke
                    token={toRevoke}
                    onClose={() => setToRevoke(null)}
                    onRevoked={() => void revoked(toRevoke)}
                />
            )}
        </Page>
    );
}

function stateOf({ revoked_at, expires_on }: Token): State {
    if (revoked_at) return "revoked";
    return expires_on && expires_on < today() ? "expired" : "valid";
}

// Those that open the door first, and of them the newest.
function inOrder(tokens: Token[]): Token[] {
    const isShut = (token: Token) => Number(stateOf(token) !== "valid");
    return tokens.toSorted(
        (one, other) =>
            isShut(one) - isShut(other) || other.created_at.localeCompare(one.created_at),
    );
}

interface TokenCardProps {
    token: Token;
    madeBy: string | undefined;
    onRevoke: () => void;
}

function TokenCard({ token, madeBy, onRevoke }: TokenCardProps) {
    const state = stateOf(token);
    return (
        <Card
            title={token.name}
            badges={
                <Badge kind={state === "valid" ? "success" : "neutral"}>
                    {t(`page.access.token_${state}`)}
                </Badge>
            }
            second={token.roles.map((role) => labelOf("role", role)).join(", ")}
            third={[endOf(token), beginOf(token, madeBy)].join(" · ")}
            actions={
                state === "valid" && (
                    <Button kind="danger" onClick={onRevoke}>
                        {t("do.access.revoke_token")}
                        <span class="visually-hidden"> {token.name}</span>
                    </Button>
                )
            }
        />
    );
}

function dayOfInstant(instant: string): string {
    return formatDay(dayOf(new Date(instant)));
}

function endOf({ revoked_at, expires_on }: Token): string {
    if (revoked_at) return t("page.access.token_ended", { day: dayOfInstant(revoked_at) });
    return expires_on
        ? t("page.access.token_until", { day: formatDay(expires_on) })
        : t("page.access.token_without_end");
}

function beginOf({ created_at }: Token, madeBy: string | undefined): string {
    const day = dayOfInstant(created_at);
    return madeBy
        ? t("page.access.token_made", { day, name: madeBy })
        : t("page.access.token_made_by_nobody", { day });
}

interface RevokeProps {
    token: Token;
    onClose: () => void;
    onRevoked: () => void;
}

// Asked once more, because no act brings a token back.
function Revoke({ token, onClose, onRevoked }: RevokeProps) {
    const revoke = useAct("access.revoke_token");
    return (
        <Dialog title={t("page.access.revoke", { name: token.name })} onClose={onClose}>
            {revoke.problem && <ProblemAlert problem={revoke.problem} />}
            <p>{t("page.access.revoke_hint")}</p>
            <div class="form-actions">
                <Button
                    kind="danger"
                    busy={revoke.busy}
                    onClick={() => void revoke.run({ path: { id: token.id } }, onRevoked)}
                >
                    {t("do.access.revoke_token")}
                </Button>
                <Button kind="outline" onClick={onClose}>
                    {t("web.cancel")}
                </Button>
            </div>
        </Dialog>
    );
}
