// SPDX-License-Identifier: EUPL-1.2
// A request of which the page shows how much has gone: fetch does not say that.
interface Upload {
    method: string;
    headers: Record<string, string>;
    body: Blob | string;
    signal: AbortSignal | undefined;
    // From 0 to 1.
    onSent: (share: number) => void;
}

export function upload(address: string, sending: Upload): Promise<Response> {
    const { method, headers, body, signal, onSent } = sending;
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(method, address);
        request.responseType = "blob";
        for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
        request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
        request.onload = () => {
            const { status } = request;
            const type = request.getResponseHeader("Content-Type") ?? "";
            resolve(
                new Response(status === 204 ? null : (request.response as Blob), {
                    status,
                    headers: { "Content-Type": type },
                }),
            );
        };
        request.onerror = () => reject(new TypeError("no connection"));
        request.onabort = () => reject(new DOMException("given up", "AbortError"));
        signal?.addEventListener("abort", () => request.abort());
        request.send(body);
    });
}
