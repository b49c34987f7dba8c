// SPDX-License-Identifier: EUPL-1.2
// Before somebody is added: who might be the same, and why we think so.
import { useEffect, useState } from "preact/hooks";
import type { PersonCard, PersonWish } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useLater } from "web/kit/useLater";
import { useQuery } from "web/kit/useQuery";
import { count, t } from "web/words/words";
import { PersonLine } from "./PersonLine";
import { ReasonsInBrief } from "./Reasons";
import { STRENGTHS } from "./strengths";

const SECTION = "similar-persons";

export interface SimilarSeen {
    // Those on the screen: saving says that all of them are different.
    ids: string[];
    show: (ids: string[]) => void;
    // The reader has been led to them once, so that saving now means "none of these".
    asked: boolean;
    // Whether to go on and save; otherwise the reader is led to them first.
    mayGoOn: () => boolean;
    look: () => void;
}

export function useSimilarSeen(): SimilarSeen {
    const [ids, show] = useState<string[]>([]);
    const [askedOf, setAskedOf] = useState("");
    const key = ids.join();
    const asked = key !== "" && key === askedOf;

    function mayGoOn(): boolean {
        if (key === "" || asked) return true;
        setAskedOf(key);
        look();
        return false;
    }

    function look(): void {
        document.getElementById(SECTION)?.focus();
    }

    return { ids, show, asked, mayGoOn, look };
}

// Beside the names: those who are alike stand below the form, where a small screen does not reach.
export function SimilarNotice({ seen }: { seen: SimilarSeen }) {
    if (seen.ids.length === 0) return null;
    return (
        <div class="similar-notice">
            <Button kind="plain" icon="person" onClick={seen.look}>
                {count("page.people.look_at_similar", seen.ids.length)}
            </Button>
        </div>
    );
}

interface SimilarPersonsProps {
    like: PersonWish;
    seen: SimilarSeen;
    onChoose: (person: PersonCard) => void;
}

// What similarity is judged by; the rest of what is typed asks nothing.
function tellsApart(wish: PersonWish): PersonWish {
    return Object.fromEntries(
        (
            [
                "given_name",
                "family_name",
                "nickname",
                "aliases",
                "birth_date",
                "birth_year",
                "gender",
                "citizenship",
                "languages",
                "phone",
                "identifiers",
                "district",
                "team",
            ] as const
        )
            .map((name) => [name, wish[name]] as const)
            .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value))),
    );
}

export function SimilarPersons({ like, seen, onChoose }: SimilarPersonsProps) {
    const wanted = useLater(tellsApart(like), 500);
    const isEnough = Boolean(
        wanted.given_name ||
        wanted.family_name ||
        wanted.nickname ||
        wanted.phone ||
        wanted.identifiers,
    );
    const similar = useQuery("people.find_similar", isEnough ? { body: wanted } : null, {
        purpose: "duplicate_check",
    });
    const items = isEnough ? similar.data?.items : undefined;
    useEffect(() => seen.show((items ?? []).map(({ person }) => person.id)), [items]);

    if (similar.problem) {
        return <ProblemAlert problem={similar.problem} retry={() => void similar.reload()} />;
    }
    return (
        <section
            id={SECTION}
            tabIndex={-1}
            class="similar"
            aria-live="polite"
            aria-label={t("page.people.similar")}
        >
            {items && items.length > 0 && (
                <>
                    <h2>{t("page.people.is_it_one_of")}</h2>
                    <p class="lead">{count("page.people.similar_found", items.length)}</p>
                    <CardList label={t("page.people.similar")}>
                        {items.map(({ person, reasons, strength }) => (
                            <PersonLine
                                key={person.id}
                                person={person}
                                badges={
                                    <Badge kind={STRENGTHS[strength]}>
                                        {labelOf("similarity_strength", strength)}
                                    </Badge>
                                }
                                note={
                                    <>
                                        {person.number} · <ReasonsInBrief reasons={reasons} />
                                    </>
                                }
                                actions={
                                    <Button kind="outline" onClick={() => onChoose(person)}>
                                        {t("page.people.it_is_this_one")}
                                    </Button>
                                }
                            />
                        ))}
                    </CardList>
                </>
            )}
        </section>
    );
}
