# SPDX-License-Identifier: EUPL-1.2
# From what run.sh has measured to ratios. Of several rounds, the middle one counts; the lowest and
# the highest say how far to trust it.

function middle(list, count,    i, j, held) {
    for (i = 2; i <= count; ++i)
        for (j = i; j > 1 && list[j - 1] > list[j]; --j) {
            held = list[j]; list[j] = list[j - 1]; list[j - 1] = held
        }
    lowest = list[1]
    highest = list[count]
    return count % 2 ? list[(count + 1) / 2] : (list[count / 2] + list[count / 2 + 1]) / 2
}

# The middle of what was kept under a name.
function of(name,    list, i) {
    for (i = 1; i <= counts[name]; ++i)
        list[i] = kept[name, i]
    return middle(list, counts[name])
}

function keep(name, value) { kept[name, ++counts[name]] = value }

function line(what, value, spread, target, reached) {
    printf "  %-58s %8s  %-15s %-9s %s\n", what, value, spread, target, \
        target == "" ? "" : reached ? "reached" : "MISSED"
}

# Against the bare loop, or p99 against p50: below 10 two decimals tell, above none do.
function ratio(what, name, target, reached_above, reached_below,    value) {
    value = of(name)
    line(what, sprintf("%.2f", value), sprintf("%.2f to %.2f", lowest, highest), target, \
         reached_above != "" ? value >= reached_above : value < reached_below)
}

{
    split("", is)
    for (i = 2; i <= NF; ++i) {
        split($i, pair, "=")
        is[pair[1]] = pair[2]
    }
    place = is["database"] " " is["clients"]
}
$1 == "record" {
    keep(place " rate", is["rate"])
    keep(place " tail", is["p99"] / is["p50"])
    keep(place " p50", is["p50"]); keep(place " p90", is["p90"]); keep(place " p99", is["p99"])
    keep(place " max", is["max"]); keep(place " batch", is["batch"])
    rate = is["rate"]
    processor = is["cpu"]
}
$1 == "limit" {
    keep(place " limit", is["rate"])
    keep(place " share", rate / is["rate"])
    keep(place " work", processor / is["cpu"])
}
$1 == "limit_one_by_one" { keep(place " share one by one", of(place " rate") / is["rate"]) }
$1 == "submit" {
    keep(place " submissions", is["rate"])
    keep(place " submissions to contacts", is["rate"] / rate)
}
$1 == "read" {
    keep(place " pages", is["rate"])
    keep(place " page tail", is["p99"] / is["p50"])
    keep(place " page p50", is["p50"]); keep(place " page p90", is["p90"])
    keep(place " page p99", is["p99"]); keep(place " page max", is["max"])
    keep(place " pages to contacts", is["rate"] / rate)
}
$1 == "start" { keep("start", is["milliseconds"]) }
$1 == "memory" { keep("memory " is["state"], is["kilobytes"]) }
$1 == "sync" { keep("sync " is["way"], is["seconds"] / is["floor"]); sync = sync "  " $0 "\n" }
$1 == "web" { keep("web " is["part"], is["bytes"]) }

END {
    split("sqlite postgresql", databases, " ")
    title["sqlite"] = "SQLite"; title["postgresql"] = "PostgreSQL"
    split("1 8 32", clients, " ")

    printf "\n  %-58s %8s  %-15s %-9s\n", "", "ratio", "rounds", "target"
    for (d = 1; d <= 2; ++d) {
        print title[databases[d]]
        for (c = 1; c <= 3; ++c) {
            n = clients[c]
            ratio("contacts a second to the bare loop's, " n " clients", databases[d] " " n " share", \
                  n == 32 ? ">= 0.50" : "", 0.5, "")
        }
        if (databases[d] == "sqlite")
            ratio("processor time of a contact to the bare loop's, 32 clients", "sqlite 32 work", "", "", 0)
        else
            ratio("contacts to a bare loop's that waits for each row, 32", "postgresql 32 share one by one", \
                  "", 0, "")
        for (c = 1; c <= 3; ++c) {
            n = clients[c]
            ratio("OpenRosa submissions to contacts, a second, " n " clients", \
                  databases[d] " " n " submissions to contacts", "", "", 1)
        }
        for (c = 1; c <= 3; ++c) {
            n = clients[c]
            ratio("contacts: p99 to p50, " n " clients", databases[d] " " n " tail", \
                  n == 32 ? "< 5" : "", "", 5)
        }
        for (c = 1; c <= 3; ++c) {
            n = clients[c]
            ratio("pages of 50: p99 to p50, " n " clients", databases[d] " " n " page tail", "", "", 5)
        }
        ratio("pages of 50 to contacts, a second, 32 clients", databases[d] " 32 pages to contacts", \
              "", "", 1)
    }

    print "The program with the demonstration of 16 cities (SQLite), as a share of what it may take"
    value = of("start") / 1000
    line("cold start to the first answer, of 1 s", sprintf("%.2f", value), \
         sprintf("%.2f to %.2f", lowest / 1000, highest / 1000), "< 1", value < 1)
    value = of("memory rest") / 1024 / 80
    line("memory at rest, of 80 MB", sprintf("%.2f", value), "", "< 1", value < 1)
    line("memory at the highest, of 80 MB", sprintf("%.2f", of("memory load") / 1024 / 80), "", "", 1)
    line("memory at rest again, of 80 MB", sprintf("%.2f", of("memory after") / 1024 / 80), "", "", 1)
    value = of("web first") / 250000
    line("first load of the web app, of 250 kB", sprintf("%.2f", value), "", "< 1", value < 1)
    line("all of the web app, of 250 kB", sprintf("%.2f", of("web all") / 250000), "", "", 1)

    line("the app on a phone, uncompressed, of 1 MB", sprintf("%.2f", of("web installed") / 1000000), "", \
         "< 1", of("web installed") < 1000000)
    print "A phone that has been without a signal"
    value = of("sync app")
    line("a shift over a slow line, to what the line alone asks", sprintf("%.2f", value), "", "< 1.5", \
         value < 1.5)
    value = of("sync collect")
    line("the same from ODK Collect, with 40 photos", sprintf("%.2f", value), "", "< 1.5", value < 1.5)

    print "\nMeasured here and now, milliseconds; only to be read beside each other"
    printf "  %-12s %-9s %8s %8s %8s %8s %8s %8s %8s\n", "", "", "clients", "a second", "bare", "batch", \
        "p50", "p99", "max"
    for (d = 1; d <= 2; ++d)
        for (c = 1; c <= 3; ++c) {
            place = databases[d] " " clients[c]
            printf "  %-12s %-9s %8d %8.0f %8.0f %8.1f %8.2f %8.2f %8.2f\n", title[databases[d]], "contacts", \
                clients[c], of(place " rate"), of(place " limit"), of(place " batch"), of(place " p50"), \
                of(place " p99"), of(place " max")
            printf "  %-12s %-9s %8d %8.0f\n", "", "OpenRosa", clients[c], of(place " submissions")
            printf "  %-12s %-9s %8d %8.0f %8s %8s %8.2f %8.2f %8.2f\n", "", "pages", clients[c], \
                of(place " pages"), "", "", of(place " page p50"), of(place " page p99"), \
                of(place " page max")
        }
    printf "%s", sync
}
