// SPDX-License-Identifier: EUPL-1.2
// A section of entries, each with what can be done about it.
import type { ComponentChildren } from "preact";
import { Button } from "web/kit/Button";
import { Card, CardList } from "web/kit/List";
import { t } from "web/words/words";

interface EntriesProps {
    title: string;
    none: string;
    add: string;
    isEmpty: boolean;
    onAdd?: (() => void) | undefined;
    children: ComponentChildren;
}

export function Entries({ title, none, add, isEmpty, onAdd, children }: EntriesProps) {
    return (
        <section class="section">
            <div class="section-head">
                <h2>{title}</h2>
                {onAdd && (
                    <Button kind="outline" icon="add" onClick={onAdd}>
                        {add}
                    </Button>
                )}
            </div>
            {isEmpty ? <p>{none}</p> : <CardList label={title}>{children}</CardList>}
        </section>
    );
}

interface EntryCardProps {
    title: string;
    second?: ComponentChildren;
    third?: ComponentChildren;
    badges?: ComponentChildren;
    busy: boolean;
    more?: ComponentChildren;
    onChange?: (() => void) | undefined;
    onCancel?: (() => void) | undefined;
}

export function EntryCard(props: EntryCardProps) {
    const { title, busy, more, onChange, onCancel } = props;
    return (
        <Card
            title={<span dir="auto">{title}</span>}
            badges={props.badges}
            second={props.second}
            third={props.third}
            actions={
                (onChange || onCancel || more) && (
                    <>
                        {more}
                        {onChange && (
                            <Button
                                kind="plain"
                                label={`${t("do.reporting.change")}: ${title}`}
                                onClick={onChange}
                            >
                                {t("do.reporting.change")}
                            </Button>
                        )}
                        {onCancel && (
                            <Button
                                kind="plain"
                                busy={busy}
                                label={`${t("do.reporting.cancel")}: ${title}`}
                                onClick={onCancel}
                            >
                                {t("do.reporting.cancel")}
                            </Button>
                        )}
                    </>
                )
            }
        />
    );
}
