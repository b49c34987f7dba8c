// SPDX-License-Identifier: EUPL-1.2
// A photo is made small before it is sent: a telephone's picture of 6 MB would not get through on a
// slow line, and drawing it anew already leaves behind what the camera wrote into it. The server
// does so again, since it cannot know what was sent.
import { base64 } from "./base64";

const SIDE_MAX = 1600;
const BYTES_MAX = 700_000;
const QUALITIES = [0.8, 0.6, 0.4];

// As base64. Undefined where the file is no picture that this browser can read.
export async function smallPhoto(file: Blob): Promise<string | undefined> {
    const bitmap = await createImageBitmap(file).catch(() => undefined);
    if (!bitmap) return undefined;
    const scale = Math.min(1, SIDE_MAX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    for (const quality of QUALITIES) {
        const blob = await new Promise<Blob | null>((resolve) =>
            canvas.toBlob(resolve, "image/jpeg", quality),
        );
        if (blob && blob.size <= BYTES_MAX) return base64(blob);
    }
    return undefined;
}
