// SPDX-License-Identifier: EUPL-1.2
// The cities on the outline of Italy: the larger the circle, the larger the figure; its edge and its
// sign say where the city stands. The table of the page says the same in words.
import italy from "@svg-maps/italy";
import { t } from "web/words/words";
import { lineTo, place, placeLabels, sideOf } from "./italy";
import type { Standing } from "./progress";

export interface CityOnMap {
    slug: string;
    name: string;
    longitude: number;
    latitude: number;
    // Null: not told.
    value: number | null;
    figure: string;
    standing: Standing;
}

export const SIGNS: Record<Standing, string> = {
    missing: "–",
    no_target: "",
    behind: "▼",
    on_course: "✓",
    reached: "▲",
};

const LARGEST = 30;
const SMALLEST = 7;

export function ItalyMap({ title, cities }: { title: string; cities: CityOnMap[] }) {
    const top = Math.max(1, ...cities.map(({ value }) => value ?? 0));
    const [, , width = 610, height = 793] = italy.viewBox.split(" ").map(Number);
    // The area of a circle is the figure; small ones last, so that they lie on the large ones.
    const spots = cities
        .map((city) => ({
            ...city,
            ...place(city.longitude, city.latitude),
            radius: Math.max(SMALLEST, LARGEST * Math.sqrt((city.value ?? 0) / top)),
            text: [SIGNS[city.standing], city.name].filter(Boolean).join(" "),
        }))
        .toSorted((one, other) => other.radius - one.radius);
    const labels = placeLabels(spots, width);
    const lines = spots.map((spot, index) => lineTo(spot, labels[index]!));
    const standings = [...new Set(cities.map(({ standing }) => standing))];

    return (
        <figure class="chart italy">
            <figcaption>{title}</figcaption>
            <div class="italy-drawing" aria-hidden="true">
                <svg viewBox={italy.viewBox} focusable="false">
                    <g class="italy-regions">
                        {italy.locations.map(({ id, path }) => (
                            <path key={id} d={path} />
                        ))}
                    </g>
                    {lines.map(
                        (line, index) =>
                            line && (
                                <line
                                    key={spots[index]!.slug}
                                    class="italy-line"
                                    x1={line[0].x}
                                    y1={line[0].y}
                                    x2={line[1].x}
                                    y2={line[1].y}
                                />
                            ),
                    )}
                    {spots.map(({ slug, name, figure, x, y, radius, standing }) => (
                        <circle key={slug} class={`spot spot-${standing}`} cx={x} cy={y} r={radius}>
                            <title>{`${name}: ${figure}`}</title>
                        </circle>
                    ))}
                </svg>
                {/* Names on a ground of their own, so that they can be read wherever they fall. */}
                {spots.map(({ slug, text }, index) => (
                    <span
                        key={slug}
                        class="italy-name"
                        style={{
                            insetInlineStart: `${(labels[index]!.x / width) * 100}%`,
                            insetBlockStart: `${(labels[index]!.y / height) * 100}%`,
                            inlineSize: `${(labels[index]!.width / width) * 100}%`,
                            textAlign: sideOf(spots[index]!, labels[index]!),
                        }}
                    >
                        <span>{text}</span>
                    </span>
                ))}
            </div>
            <ul class="legend">
                {standings.map((standing) => (
                    <li key={standing}>
                        <span class={`legend-spot spot-${standing}`} aria-hidden="true" />
                        {SIGNS[standing]} {t(`page.monitoring.standing.${standing}`)}
                    </li>
                ))}
            </ul>
            <p class="source">{t("page.monitoring.outline_by")}</p>
        </figure>
    );
}
