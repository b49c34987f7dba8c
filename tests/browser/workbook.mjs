// SPDX-License-Identifier: EUPL-1.2
// A workbook (.xlsx) as a spreadsheet program would save it: sheets of rows of texts, in a zip in
// which nothing is pressed.
function crc(bytes) {
    let rest = 0xffffffff;
    for (const byte of bytes) {
        rest ^= byte;
        for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return (rest ^ 0xffffffff) >>> 0;
}

function zip(files) {
    const parts = [];
    const names = [];
    let place = 0;
    for (const [name, text] of files) {
        const bytes = Buffer.from(text);
        const fields = Buffer.alloc(26);
        fields.writeUInt16LE(20, 0); // the version that reads it
        fields.writeUInt16LE(0x21, 8); // 1 January 1980, at midnight
        fields.writeUInt32LE(crc(bytes), 10);
        fields.writeUInt32LE(bytes.length, 14);
        fields.writeUInt32LE(bytes.length, 18);
        fields.writeUInt16LE(name.length, 22);
        const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), bytes]);
        const end = Buffer.alloc(14);
        end.writeUInt32LE(place, 10);
        names.push(Buffer.from("PK\x01\x02\x14\x00"), fields, end, Buffer.from(name));
        parts.push(local);
        place += local.length;
    }
    const list = Buffer.concat(names);
    const last = Buffer.alloc(18);
    last.writeUInt16LE(files.length, 4);
    last.writeUInt16LE(files.length, 6);
    last.writeUInt32LE(list.length, 8);
    last.writeUInt32LE(place, 12);
    return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), last]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const escaped = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function sheetOf(rows) {
    const cell = (text, row, column) =>
        text === ""
            ? ""
            : `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr">` +
              `<is><t>${escaped(text)}</t></is></c>`;
    const lines = rows.map(
        (row, at) =>
            `<row r="${at + 1}">` +
            `${row.map((text, column) => cell(text, at, column)).join("")}</row>`,
    );
    return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

// { survey: [["type", "name"], …], choices: …, settings: … }
export function workbook(sheets) {
    const names = Object.keys(sheets);
    const each = (make) => names.map((name, at) => make(name, at + 1)).join("");
    return zip([
        [
            "[Content_Types].xml",
            `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
                '<Default Extension="rels" ' +
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
                '<Default Extension="xml" ContentType="application/xml"/>' +
                `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
                each(
                    (_, at) =>
                        `<Override PartName="/xl/worksheets/sheet${at}.xml" ` +
                        `ContentType="${TYPE}.worksheet+xml"/>`,
                ) +
                "</Types>",
        ],
        [
            "_rels/.rels",
            `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
                `Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        ],
        [
            "xl/workbook.xml",
            `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
                each((name, at) => `<sheet name="${name}" sheetId="${at}" r:id="rId${at}"/>`) +
                "</sheets></workbook>",
        ],
        [
            "xl/_rels/workbook.xml.rels",
            `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
                each(
                    (_, at) =>
                        `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" ` +
                        `Target="worksheets/sheet${at}.xml"/>`,
                ) +
                "</Relationships>",
        ],
        ...names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(sheets[name])]),
    ]);
}
