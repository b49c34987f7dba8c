// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: where they live or lived, and what was asked for them.
import type { PersonSectionProps } from "web/shell/module";
import { HousingOf } from "./HousingOf";

export default function OfPersonSection({ person }: PersonSectionProps) {
    if (person.same_as) return null;
    return <HousingOf query={{ person: person.id }} />;
}
