// SPDX-License-Identifier: EUPL-1.2
// On a phone that works without a signal: whether there is one, and how much waits for it.
import { Icon } from "web/kit/Icon";
import { count, t } from "web/words/words";
import { usePhone } from "./phone";
import { link } from "./router";

export function PhoneBar() {
    const phone = usePhone();
    if (!phone) return null;
    const waiting = phone.outbox.list("waiting").length;
    const looks = phone.outbox.list("look").length;
    const isQuiet = !phone.away && waiting + looks === 0;
    return (
        <div class={isQuiet ? "phone-bar" : "phone-bar phone-bar-busy"} role="status">
            {phone.away === "no_connection" && <span>{t("page.phone.away")}</span>}
            {phone.away === "log_in" && (
                <a href={link("/log-in")}>{t("page.phone.session_over")}</a>
            )}
            <a href={link("/phone/waiting")}>
                <Icon name={isQuiet ? "check" : "forward"} />
                <span>
                    {isQuiet
                        ? t("page.phone.all_sent")
                        : [
                              (waiting > 0 || looks === 0) && count("page.phone.waiting", waiting),
                              looks > 0 && count("page.phone.looks", looks),
                          ]
                              .filter(Boolean)
                              .join(" · ")}
                </span>
            </a>
        </div>
    );
}
