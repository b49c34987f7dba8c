// SPDX-License-Identifier: EUPL-1.2
// A file that the page has in hand goes to where the browser keeps files, or to what shows them.
export function saveFile(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    URL.revokeObjectURL(address);
}
