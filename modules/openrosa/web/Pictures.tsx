// SPDX-License-Identifier: EUPL-1.2
// Pictures of a submission, each fetched only when somebody asks for it: its reading is journaled.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { t } from "web/words/words";
import "./openrosa.scss";

export function Pictures({ ids }: { ids: string[] }) {
    return (
        <>
            {ids.map((id, index) => (
                <Picture key={id} id={id} name={t("page.openrosa.picture", { n: index + 1 })} />
            ))}
        </>
    );
}

type State = { address: string } | { problem: Problem } | "none" | "busy" | undefined;

function Picture({ id, name }: { id: string; name: string }) {
    const [state, setState] = useState<State>();

    async function show(): Promise<void> {
        setState("busy");
        try {
            const file = await ask("openrosa.get_picture", { path: { id } });
            setState(file.type === "image/jpeg" ? { address: await dataAddress(file) } : "none");
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setState({ problem: failure });
        }
    }

    if (typeof state === "object" && "address" in state)
        return <img class="phone-picture" src={state.address} alt={name} />;
    if (state === "none") return <Alert kind="info" title={t("page.openrosa.no_picture")} />;
    return (
        <>
            {typeof state === "object" && <ProblemAlert problem={state.problem} />}
            <Button
                kind="outline"
                busy={state === "busy"}
                label={`${t("do.openrosa.show_picture")}: ${name}`}
                onClick={() => void show()}
            >
                {name}
            </Button>
        </>
    );
}

function dataAddress(file: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
        reader.readAsDataURL(file);
    });
}
