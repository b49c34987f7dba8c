// SPDX-License-Identifier: EUPL-1.2
import { mergeConfig } from "vite";
import { defineConfig } from "vitest/config";
import pages from "./vite.config.ts";

export default mergeConfig(
    pages,
    defineConfig({
        root: ".",
        test: {
            include: ["web/**/*.test.{ts,tsx}", "modules/*/web/**/*.test.{ts,tsx}"],
            environment: "node",
        },
    }),
);
