// SPDX-License-Identifier: EUPL-1.2
// In which language a sheet is printed for somebody: theirs, where we have it.
import { useState } from "preact/hooks";
import type { Problem } from "web/api/problem";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { t } from "web/words/words";

interface SheetChoiceProps {
    first?: string | null | undefined;
    busy: boolean;
    problem: Problem | null;
    onPrint: (language: string) => void;
}

export function SheetChoice({ first, busy, problem, onPrint }: SheetChoiceProps) {
    const languages = options("sheet_language");
    const [language, setLanguage] = useState(() =>
        languages.some(({ value }) => value === first) ? first! : "it",
    );
    return (
        <Form class="form-filter" problem={problem} onSubmit={() => onPrint(language)}>
            <Select
                name="language"
                label={t("field.directory.sheet_language")}
                options={languages}
                value={language}
                onChange={setLanguage}
            />
            <div class="form-actions">
                <Button submit kind="outline" busy={busy}>
                    {t("do.directory.print")}
                </Button>
            </div>
        </Form>
    );
}
