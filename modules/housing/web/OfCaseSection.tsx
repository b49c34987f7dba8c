// SPDX-License-Identifier: EUPL-1.2
// On the page of a case: its person's housing, asked for and given within the case.
import type { CaseSectionProps } from "web/shell/module";
import { HousingOf } from "./HousingOf";

export default function OfCaseSection({ known }: CaseSectionProps) {
    const isOpen = known.state === "open" && !known.cancelled;
    const query = { person: known.person, case: isOpen ? known.id : undefined };
    return <HousingOf query={query} />;
}
