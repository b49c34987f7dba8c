// SPDX-License-Identifier: EUPL-1.2
// What a page says, and what it must never say.

// Keys that nobody has worded, facts that nobody has put in, values that JavaScript has none for.
export async function faultsOfText(page) {
    const raw = /\b(web|page|do|field|act|problem)\.[a-z_]+\.?[a-z_]*|\{\w+\}|undefined|\bNaN\b/;
    return (await textsOf(page)).filter((text) => raw.test(text));
}

// Every text of the page, and what is said to those who do not see it.
export function textsOf(page) {
    return page.evaluate(() => {
        const texts = [document.title];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode.textContent);
        for (const name of ["aria-label", "title", "placeholder", "alt"]) {
            for (const part of document.querySelectorAll(`[${name}]`)) {
                texts.push(part.getAttribute(name));
            }
        }
        return texts.map((text) => text.trim()).filter(Boolean);
    });
}
