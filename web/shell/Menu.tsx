// SPDX-License-Identifier: EUPL-1.2
// What somebody may do. On a desk one row: a group opens its list, a group of one entry is that
// entry. On a phone, where "Menu" opens all of it, every entry under the name of its group.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "web/kit/Icon";
import { t } from "web/words/words";
import { currentOf, inGroups, type MenuPart } from "./menu";
import type { MenuGroup, MenuItem } from "./module";
import { link, type Place } from "./router";

interface MenuProps {
    items: MenuItem[];
    place: Place;
    // On a phone: all of it is open.
    whole: boolean;
}

export function Menu({ items, place, whole }: MenuProps) {
    const current = currentOf(items, place.path);
    const [open, setOpen] = useState<MenuGroup>();
    useEffect(() => setOpen(undefined), [place]);
    return (
        <nav id="menu" class={whole ? "menu menu-open" : "menu"} aria-label={t("web.menu")}>
            <ul>
                {inGroups(items).map((part) => {
                    const [only] = part.items;
                    if (part.items.length === 1 && only)
                        return <Entry key={part.group} item={only} isCurrent={only === current} />;
                    if (whole) return <Listed key={part.group} part={part} current={current} />;
                    return (
                        <Group
                            key={part.group}
                            part={part}
                            current={current}
                            open={open === part.group}
                            onOpen={() => setOpen(part.group)}
                            onClose={() =>
                                setOpen((now) => (now === part.group ? undefined : now))
                            }
                        />
                    );
                })}
            </ul>
        </nav>
    );
}

interface EntryProps {
    item: MenuItem;
    isCurrent: boolean;
    onChoose?: (event: Event) => void;
}

function Entry({ item, isCurrent, onChoose }: EntryProps) {
    return (
        <li>
            <a
                href={link(item.path)}
                aria-current={isCurrent ? "page" : undefined}
                onClick={onChoose}
            >
                {t(item.label)}
            </a>
        </li>
    );
}

interface PartProps {
    part: MenuPart;
    current: MenuItem | undefined;
}

function Listed({ part, current }: PartProps) {
    const id = `menu-of-${part.group}`;
    return (
        <li>
            <span id={id} class="menu-heading">
                {t(`web.group.${part.group}`)}
            </span>
            <ul aria-labelledby={id}>
                {part.items.map((item) => (
                    <Entry key={item.path} item={item} isCurrent={item === current} />
                ))}
            </ul>
        </li>
    );
}

interface GroupProps extends PartProps {
    open: boolean;
    onOpen: () => void;
    onClose: () => void;
}

function Group({ part, current, open, onOpen, onClose }: GroupProps) {
    const whole = useRef<HTMLLIElement>(null);
    const opener = useRef<HTMLButtonElement>(null);
    const id = `menu-of-${part.group}`;
    const name = t(`web.group.${part.group}`);

    // Whoever goes on to something else has done with it. From when it is there: on a slow phone the
    // next key or tap comes before the picture.
    useLayoutEffect(() => {
        if (!open) return undefined;
        const escape = ({ key }: KeyboardEvent) => key === "Escape" && close();
        const leave = ({ target }: Event) => {
            if (target instanceof Node && !whole.current?.contains(target)) onClose();
        };
        document.addEventListener("keydown", escape);
        document.addEventListener("pointerdown", leave);
        document.addEventListener("focusin", leave);
        return () => {
            document.removeEventListener("keydown", escape);
            document.removeEventListener("pointerdown", leave);
            document.removeEventListener("focusin", leave);
        };
    }, [open]);

    function close(): void {
        onClose();
        opener.current?.focus();
    }

    // The page that is open already does not come again, which would close the list.
    function choose({ currentTarget }: Event): void {
        if (currentTarget instanceof HTMLAnchorElement && currentTarget.href === location.href)
            close();
    }

    return (
        <li ref={whole} class="menu-group">
            <button
                ref={opener}
                type="button"
                aria-expanded={open}
                aria-controls={id}
                aria-current={current && part.items.includes(current) ? "true" : undefined}
                onClick={open ? onClose : onOpen}
            >
                <span>{name}</span>
                <Icon name="down" />
            </button>
            {open && (
                <ul id={id} class="menu-list" aria-label={name}>
                    {part.items.map((item) => (
                        <Entry
                            key={item.path}
                            item={item}
                            isCurrent={item === current}
                            onChoose={choose}
                        />
                    ))}
                </ul>
            )}
        </li>
    );
}
