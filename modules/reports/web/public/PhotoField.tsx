// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Icon } from "web/kit/Icon";
import { smallPhoto } from "web/kit/smallPhoto";
import type { Spoken } from "./words";

interface PhotoFieldProps {
    spoken: Spoken;
    photo: string;
    error?: string | undefined;
    onChange: (photo: string) => void;
}

export function PhotoField({ spoken, photo, error, onChange }: PhotoFieldProps) {
    const { say } = spoken;
    const id = useId();
    const [state, setState] = useState<"ready" | "busy" | "failed">("ready");

    async function take(file: File | undefined): Promise<void> {
        if (!file) return;
        setState("busy");
        const small = await smallPhoto(file);
        setState(small ? "ready" : "failed");
        if (small) onChange(small);
    }

    return (
        <div class="field">
            <label htmlFor={id}>
                {say("photo")} <span class="field-needed">{say("optional")}</span>
            </label>
            <p id={`${id}-hint`} class="field-hint">
                {say("photo_hint")}
            </p>
            {photo ? (
                <p class="public-added" role="status">
                    <Icon name="check" />
                    <span>{say("photo_added")}</span>
                    <Button kind="plain" onClick={() => onChange("")}>
                        {say("remove")}
                    </Button>
                </p>
            ) : (
                <input
                    id={id}
                    type="file"
                    class="form-control"
                    accept="image/jpeg,image/png,image/webp,image/*"
                    aria-describedby={`${id}-hint`}
                    onChange={(event) => void take(event.currentTarget.files?.[0])}
                />
            )}
            {state === "busy" && <p role="status">{say("wait")}</p>}
            {(state === "failed" || error) && (
                <p class="field-error" role="alert">
                    <Icon name="warning" />
                    {say("photo_failed")}
                </p>
            )}
        </div>
    );
}
