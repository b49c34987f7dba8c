// SPDX-License-Identifier: EUPL-1.2
// What is typed of a report at the desk, and the wish that comes of it.
import type { ReportWish } from "web/api/acts";

export interface ReportText {
    channel: string;
    source: string;
    category: string;
    priority: string;
    district: string;
    place: string;
    description: string;
    seenAt: string;
    reporterName: string;
    phone: string;
    email: string;
    reporterLanguage: string;
    callBack: boolean;
    reportedName: string;
    people: string;
    apparentGender: string;
    apparentAge: string;
    languages: string[];
}

export function freshReport(): ReportText {
    return {
        channel: "phone",
        source: "",
        category: "",
        priority: "",
        district: "",
        place: "",
        description: "",
        seenAt: "",
        reporterName: "",
        phone: "",
        email: "",
        reporterLanguage: "",
        callBack: false,
        reportedName: "",
        people: "",
        apparentGender: "",
        apparentAge: "",
        languages: [],
    };
}

const orNull = (text: string) => text.trim() || null;

export function reportWish(text: ReportText): Omit<ReportWish, "id" | "ticket"> {
    return {
        channel: text.channel,
        source: text.source,
        category: text.category,
        priority: text.priority || null,
        district: text.district,
        place: orNull(text.place),
        description: text.description.trim(),
        seen_at: text.seenAt || null,
        reporter: {
            name: orNull(text.reporterName),
            phone: orNull(text.phone),
            email: orNull(text.email),
            language: text.reporterLanguage || null,
            call_back: text.callBack,
        },
        reported: {
            name: orNull(text.reportedName),
            people: text.people ? Number(text.people) : null,
            apparent_gender: text.apparentGender || null,
            apparent_age: text.apparentAge || null,
            languages: text.languages,
        },
    };
}

interface EmailParts {
    from_name?: string | null;
    from_address?: string | null;
    subject?: string | null;
    sent_at?: string | null;
    body: string;
}

// What an e-mail says goes where it belongs; what was typed already stays.
export function withEmail(text: ReportText, email: EmailParts): ReportText {
    const said = [email.subject, email.body].filter(Boolean).join("\n\n");
    return {
        ...text,
        channel: "email",
        description: [text.description.trim(), said].filter(Boolean).join("\n\n"),
        reporterName: text.reporterName || email.from_name || "",
        email: text.email || email.from_address || "",
        seenAt: text.seenAt || email.sent_at || "",
    };
}
