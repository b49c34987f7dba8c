// SPDX-License-Identifier: EUPL-1.2
// How a file is prepared to be sent, and what is said of it.
import { Problem } from "web/api/problem";
import { labelOf } from "web/api/vocabulary";
import { base64 } from "web/kit/base64";
import { smallPhoto } from "web/kit/smallPhoto";
import { formatNumber } from "web/words/format";
import { type Facts, t, type Word } from "web/words/words";
import type { Attachment } from "./diary";

const MEGABYTE = 1024 * 1024;
export const FILE_BYTES_MAX = 8 * MEGABYTE;
// With "image/*" a telephone offers its camera; those named before it say what to make of a picture
// that it keeps in a format of its own.
export const FILE_KINDS = "image/jpeg,image/png,image/webp,image/*,application/pdf";

// In base64; a picture is made small before. Throws the Problem that the server would answer, where
// it can be told before the file travels.
export async function contentOf(file: File): Promise<string> {
    if (file.type.startsWith("image/")) {
        const small = await smallPhoto(file);
        if (small === undefined) throw wrongFile("page.cases.file_unreadable");
        return small;
    }
    if (file.size > FILE_BYTES_MAX)
        throw wrongFile("page.cases.file_too_large", { most: FILE_BYTES_MAX / MEGABYTE });
    return base64(file).catch(() => {
        throw wrongFile("page.cases.file_gone");
    });
}

function wrongFile(words: Word, facts: Facts = {}): Problem {
    const title = t(words, facts);
    return new Problem(422, "core.input_invalid", t("web.incomplete"), {}, [
        { field: "content", code: words, title },
    ]);
}

export function sizeText(bytes: number): string {
    const isSmall = bytes < MEGABYTE;
    const size = Math.max(bytes / (isSmall ? 1024 : MEGABYTE), 1);
    return t(isSmall ? "page.cases.kilobytes" : "page.cases.megabytes", {
        n: formatNumber(size, { maximumFractionDigits: isSmall ? 0 : 1 }),
    });
}

export function nameOf({ title, document_kind: kind }: Attachment): string {
    return title ?? labelOf("attachment_kind", kind);
}
