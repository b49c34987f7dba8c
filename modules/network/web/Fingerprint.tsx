// SPDX-License-Identifier: EUPL-1.2
// Six groups of digits, read from left to right in every language.
export function Fingerprint({ digits }: { digits: string }) {
    return (
        <strong class="as-code" dir="ltr">
            {digits}
        </strong>
    );
}
