// SPDX-License-Identifier: EUPL-1.2
import { Page } from "web/kit/Page";
import { t, type Word } from "web/words/words";
import type { PageProps } from "./module";

const SUBJECTS: Record<string, [title: Word, text: Word]> = {
    source: ["web.source_code", "web.source_text"],
    accessibility: ["web.accessibility", "web.accessibility_text"],
    privacy: ["web.privacy", "web.privacy_text"],
};

export default function AboutPage({ params }: PageProps) {
    const [title, text] = SUBJECTS[params["subject"] ?? ""] ?? SUBJECTS["source"]!;
    return (
        <Page title={t(title)}>
            <p>{t(text)}</p>
        </Page>
    );
}
