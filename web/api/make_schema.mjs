// SPDX-License-Identifier: EUPL-1.2
// From the server's description of itself (OpenAPI) the files that the web knows it by: schema.d.ts,
// the types of what goes in and comes out; wishes.d.ts, which of them each act takes and answers; and
// routes.ts, where each act is.
//
//     lgnet describe openapi > build/openapi.json && npm run api
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTypes, { astToString } from "openapi-typescript";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = process.argv[2] ?? here("../../build/openapi.json");
const written_by =
    "// SPDX-" + // split, so that a search for tags does not find it here
        "License-Identifier: EUPL-1.2\n" +
    "// Made by `npm run api` from the server's description; do not edit.\n";

const description = JSON.parse(readFileSync(source, "utf8"));
const schemas = description.components.schemas;

// A value that may be absent may as well be null, in what is sent.
function allowNull(schema) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (schema.required?.includes(name) || property.type === "array") continue;
        schema.properties[name] = { anyOf: [property, { type: "null" }] };
    }
}

// Answers always hold their lists, empty ones too; what is sent may leave them out.
function requireLists(name, seen) {
    if (seen.has(name)) return;
    seen.add(name);
    const schema = schemas[name];
    for (const [member, property] of Object.entries(schema.properties ?? {})) {
        if (property.type === "array") (schema.required ??= []).push(member);
        for (const [, inner] of JSON.stringify(property).matchAll(
            /#\/components\/schemas\/(\w+)/g,
        )) {
            requireLists(inner, seen);
        }
    }
}

const routes = [];
const answered = new Set();
for (const [path, operations] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
        routes.push([operation.operationId, `${method.toUpperCase()} ${path}`]);
        // The client adds the purpose of the page to every request.
        operation.parameters = operation.parameters.filter(
            (parameter) => parameter.in !== "header",
        );

        const body = operation.requestBody?.content["application/json"]?.schema;
        if (body) allowNull(body);
        // All that the act needs is in its address.
        if (body && Object.keys(body.properties).length === 0) delete operation.requestBody;
        for (const response of Object.values(operation.responses)) {
            const { $ref } = response.content?.["application/json"]?.schema ?? {};
            if ($ref) requireLists($ref.split("/").at(-1), answered);
        }
    }
}
for (const schema of Object.values(schemas)) allowNull(schema);

writeFileSync(here("schema.d.ts"), written_by + astToString(await openapiTypes(description)));
writeFileSync(
    here("routes.ts"),
    `${written_by}export const routes = {\n${routes
        .toSorted()
        .map(([name, route]) => `    "${name}": "${route}",\n`)
        .join("")}} as const;\n`,
);

const lines = (kind) =>
    routes
        .map(([name]) => `    "${name}": ${kind}<operations["${name}"]>;\n`)
        .toSorted()
        .join("");
writeFileSync(
    here("wishes.d.ts"),
    `${written_by}import type { AnswerOf, WishOf } from "./acts";
import type { operations } from "./schema";

export interface Wishes {
${lines("WishOf")}}

export interface Answers {
${lines("AnswerOf")}}
`,
);
