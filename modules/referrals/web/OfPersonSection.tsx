// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: where they were sent, and the way to send them.
import type { PersonSectionProps } from "web/shell/module";
import { Sent } from "./Sent";

export default function OfPersonSection({ person }: PersonSectionProps) {
    return <Sent person={person.id} query={{ person: person.id }} mayAdd={!person.same_as} />;
}
