// SPDX-License-Identifier: EUPL-1.2
// On the wall of the waiting room, without a log-in: numbers and rooms, readable from afar. It
// refreshes by itself, and a screen reader is told politely who is called.
import { useEffect } from "preact/hooks";
import type { OpenNow } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Page } from "web/kit/Page";
import { Progress } from "web/kit/Progress";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { formatTime } from "web/words/format";
import { count, t } from "web/words/words";
import "./desk.scss";
import { openText } from "./openText";

const BETWEEN = 5_000;

// "Number" in the languages that most of those read who wait; it stands there in all of them.
const NUMBER = [
    ["it", "Numero"],
    ["en", "Number"],
    ["fr", "Numéro"],
    ["ar", "رقم"],
] as const;

// Whether the door is open, for those who do not read Italian; the line below says until when.
const OPEN = [
    ["en", "Open"],
    ["fr", "Ouvert"],
    ["ar", "مفتوح"],
] as const;
const CLOSED = [
    ["en", "Closed"],
    ["fr", "Fermé"],
    ["ar", "مغلق"],
] as const;

export default function DisplayPage({ params }: PageProps) {
    const path = { city: params["city"] ?? "", site: params["site"] ?? "" };
    const display = useQuery("desk.show_display", { path });
    useEffect(() => {
        const timer = setInterval(() => {
            if (!document.hidden) void display.reload();
        }, BETWEEN);
        return () => clearInterval(timer);
    }, [path.city, path.site]);

    const { data, problem } = display;
    return (
        <div class="frame desk-display">
            <main id="content" tabIndex={-1}>
                <Page wide title={data?.site_name ?? t("page.desk.display")}>
                    {problem && (
                        <Alert
                            kind="warning"
                            title={t(data ? "page.desk.stale" : "page.desk.no_display")}
                        />
                    )}
                    {!data && !problem && <Progress />}
                    {data && <OpenOrClosed open={data.open_now} />}
                    {data && <Numbers called={data.called} waiting={data.waiting} />}
                </Page>
            </main>
        </div>
    );
}

function OpenOrClosed({ open }: { open: OpenNow | null | undefined }) {
    const text = openText(open, Date.now());
    if (!open || !text) return null;
    return (
        <p class={`desk-door ${open.is_open ? "" : "desk-door-closed"}`}>
            <strong>{text}</strong> <Spoken words={open.is_open ? OPEN : CLOSED} />
        </p>
    );
}

function Spoken({ words }: { words: readonly (readonly [string, string])[] }) {
    return (
        <>
            {words.map(([lang, word]) => (
                <span key={lang} lang={lang} dir={lang === "ar" ? "rtl" : "ltr"}>
                    {word}
                </span>
            ))}
        </>
    );
}

interface NumbersProps {
    called: { number: number; room?: string | null; called_at: string }[];
    waiting: number;
}

function Numbers({ called, waiting }: NumbersProps) {
    const [newest] = called;
    return (
        <>
            <p class="desk-words">
                <Spoken words={NUMBER} />
            </p>
            <p class="visually-hidden" aria-live="polite">
                {newest &&
                    t("page.desk.announced", {
                        number: String(newest.number),
                        room: newest.room ?? "",
                    })}
            </p>
            {called.length === 0 ? (
                <p class="desk-nobody">{t("page.desk.nobody_called")}</p>
            ) : (
                <ul class="desk-called" aria-label={t("page.desk.called")}>
                    {called.map(({ number, room, called_at }) => (
                        <li key={`${number} ${called_at}`}>
                            <span class="desk-digits">{String(number).padStart(2, "0")}</span>{" "}
                            <span class="desk-room">{room}</span>{" "}
                            <span class="desk-time">{formatTime(called_at)}</span>
                        </li>
                    ))}
                </ul>
            )}
            <p class="desk-waiting">{count("page.desk.waiting_count", waiting)}</p>
        </>
    );
}
