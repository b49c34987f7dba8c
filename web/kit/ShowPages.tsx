// SPDX-License-Identifier: EUPL-1.2
// What a page shows of a list that comes in pages, with the way to more of it.
import type { ComponentChildren } from "preact";
import { More } from "./List";
import { ProblemAlert } from "./ProblemAlert";
import { Progress } from "./Progress";
import type { Pages } from "./usePages";

interface ShowPagesProps<Item> {
    of: Pages<Item>;
    // In the place of an empty list.
    empty: ComponentChildren;
    children: (items: Item[]) => ComponentChildren;
}

export function ShowPages<Item>({ of: pages, empty, children }: ShowPagesProps<Item>) {
    const { items, problem } = pages;
    return (
        <>
            {problem && <ProblemAlert problem={problem} retry={() => void pages.reload()} />}
            {!items && !problem && <Progress />}
            {items?.length === 0 && empty}
            {items && items.length > 0 && children(items)}
            {items && pages.more && (
                <More shown={items.length} busy={pages.loading} onMore={pages.more} />
            )}
        </>
    );
}
