// SPDX-License-Identifier: EUPL-1.2
// On the page of a case: where its person was sent.
import type { CaseSectionProps } from "web/shell/module";
import { Sent } from "./Sent";

export default function OfCaseSection({ known }: CaseSectionProps) {
    const query = { person: known.person, case: known.id, district: known.district };
    const isOpen = known.state === "open" && !known.cancelled;
    return <Sent person={known.person} query={query} mayAdd={isOpen} />;
}
