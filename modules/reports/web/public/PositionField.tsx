// SPDX-License-Identifier: EUPL-1.2
// Where the telephone is, only when the reporter asks for it.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Icon } from "web/kit/Icon";
import type { Spoken } from "./words";

const PATIENCE_MILLISECONDS = 15_000;

interface PositionFieldProps {
    spoken: Spoken;
    position: string;
    onChange: (position: string) => void;
}

export function PositionField({ spoken, position, onChange }: PositionFieldProps) {
    const { say } = spoken;
    const [state, setState] = useState<"ready" | "busy" | "failed">("ready");

    function ask(): void {
        setState("busy");
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => {
                setState("ready");
                onChange(`${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`);
            },
            () => setState("failed"),
            { enableHighAccuracy: true, timeout: PATIENCE_MILLISECONDS },
        );
    }

    if (position) {
        return (
            <p class="public-added" role="status">
                <Icon name="check" />
                <span>{say("position_taken")}</span>
                <Button kind="plain" onClick={() => onChange("")}>
                    {say("remove")}
                </Button>
            </p>
        );
    }
    return (
        <div>
            <Button kind="outline" busy={state === "busy"} onClick={ask}>
                {say("position_use")}
            </Button>
            {state === "failed" && <p role="alert">{say("position_failed")}</p>}
        </div>
    );
}
