// SPDX-License-Identifier: EUPL-1.2
import { labelOf } from "web/api/vocabulary";

interface AnnexCodes {
    field_codes: string[];
    action_codes: string[];
    implementation?: string | null | undefined;
}

// The codes of Annex VI, in words.
export function annexText({ field_codes, action_codes, implementation }: AnnexCodes): string {
    return [
        ...field_codes.map((code) => labelOf("annex_vi_field", code)),
        ...action_codes.map((code) => labelOf("annex_vi_action", code)),
        ...(implementation ? [labelOf("annex_vi_implementation", implementation)] : []),
    ].join(" · ");
}
