// SPDX-License-Identifier: EUPL-1.2
// A list of operators or bodies as somebody has it in a table: copied from there, a line each.
//     Casa Aperta; coordinatrice; RM-I; 06 555 0101
export interface UnitLine {
    organisation: string;
    position: string | null;
    district: string;
    contact: string | null;
}

export interface ReadLines {
    units: UnitLine[];
    // The lines, counted from 1, that are no unit.
    wrong: number[];
}

interface Named {
    code: string;
    name: string;
}

// What is copied from a spreadsheet has tabs between.
const cellsOf = (line: string): string[] =>
    line.split(line.includes("\t") ? "\t" : ";").map((cell) => cell.trim());

export function readUnitLines(text: string, districts: Named[]): ReadLines {
    const byName = new Map(
        districts.flatMap(({ code, name }) => [
            [code.toLowerCase(), code],
            [name.toLowerCase(), code],
        ]),
    );
    const read: ReadLines = { units: [], wrong: [] };
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === "") continue;
        const [organisation = "", position = "", place = "", contact = ""] = cellsOf(line);
        const district = byName.get(place.toLowerCase());
        if (organisation && district)
            read.units.push({
                organisation,
                position: position || null,
                district,
                contact: contact || null,
            });
        else read.wrong.push(index + 1);
    }
    return read;
}
