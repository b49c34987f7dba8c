// SPDX-License-Identifier: EUPL-1.2
// The bytes of a file as text. The browser does it by itself, and so quickly that 8 MB do not hold
// up the page.
export function base64(file: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ""));
        reader.onerror = () => reject(reader.error ?? new Error("a file that cannot be read"));
        reader.readAsDataURL(file);
    });
}
