// SPDX-License-Identifier: EUPL-1.2
// How much of a file has gone; once it has, the server looks into it.
import { t } from "web/words/words";
import "./stories.scss";

export function Sent({ share }: { share: number }) {
    return (
        <label class="story-sent">
            {t(share < 1 ? "page.stories.sending" : "page.stories.checking")}
            <progress max={1} value={share} />
        </label>
    );
}
