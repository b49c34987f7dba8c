// SPDX-License-Identifier: EUPL-1.2
import { render } from "preact";
import { about } from "./shell/about";
import { App } from "./shell/App";
import type { WebModule } from "./shell/module";
import { phonePages } from "./shell/phonePages";
import "./style/main.scss";

const found = import.meta.glob<{ default: WebModule }>("../modules/*/web/module.ts", {
    eager: true,
});
const modules = [...Object.values(found).map((module) => module.default), phonePages, about];

render(<App modules={modules} />, document.getElementById("app")!);
