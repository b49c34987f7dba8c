# SPDX-License-Identifier: EUPL-1.2
# From what run.sh has measured to ratios; of three rounds of ours, the middle one counts.
function middle(name,    i, j, held, count) {
    count = counts[name]
    for (i = 1; i <= count; ++i)
        list[i] = kept[name, i]
    for (i = 2; i <= count; ++i)
        for (j = i; j > 1 && list[j - 1] > list[j]; --j) {
            held = list[j]; list[j] = list[j - 1]; list[j - 1] = held
        }
    return list[int((count + 1) / 2)]
}
function keep(name, value) { kept[name, ++counts[name]] = value }
function ratio(what, value, form) { printf "  %-66s " form "\n", what, value }
function stands(what, seconds, processor, memory) {
    printf "  %-44s %8.2f s %8.2f s of processor %6.0f MB\n", what, seconds, processor, memory / 1024
}

{
    split("", is)
    for (i = 2; i <= NF; ++i) {
        split($i, pair, "=")
        is[pair[1]] = pair[2]
    }
}
$1 == "ours" {
    way = is["way"] is["threads"]
    keep("seconds " way, is["seconds"])
    keep("processor " way, is["processor"])
    keep("memory " way, is["kilobytes"])
}
# Sixty needs, where fewer were made: all but the parting into cells is the same for each.
$1 == "r" {
    way = is["way"]
    share = 60 / is["needs"]
    seconds[way] = is["parting"] + (is["seconds"] - is["parting"]) * share
    processor[way] = is["parting_processor"] + (is["processor"] - is["parting_processor"]) * share
    memory[way] = is["kilobytes"]
    needs[way] = is["needs"]
}
$1 == "compared" {
    compared[is["with"]] = is["figures"]
    estimate[is["with"]] = is["estimate"]
    error[is["with"]] = is["error"]
}
END {
    print "The needs matrix of 1,000,000 interviews about 60 needs: 48 domains, 3 figures, with variances"
    for (i = 1; i <= 2; ++i) {
        way = i == 1 ? "totals" : "one"
        name = "R " (way == "one" ? "figure by figure" : "by totals") ", to ours: "
        ratio(name "processor time", processor[way] / middle("processor plain1"), "%8.0f")
        ratio(name "time, one thread", seconds[way] / middle("seconds plain1"), "%8.0f")
        ratio(name "time, two threads", seconds[way] / middle("seconds plain2"), "%8.0f")
        ratio(name "memory, data included", memory[way] / middle("memory plain2"), "%8.1f")
        ratio("furthest apart of " compared["r_" way] " estimates", estimate["r_" way], "%8s")
        ratio("furthest apart of their standard errors", error["r_" way], "%8s")
    }
    ratio("ours, raked to two margins, to not raked: processor time", \
          middle("processor raked2") / middle("processor plain2"), "%8.2f")
    print "Measured here and now; only to be read beside each other"
    for (i = 1; i <= 3; ++i) {
        way = i == 3 ? "raked2" : "plain" i
        stands("ours, " (i == 1 ? "one thread" : i == 2 ? "two threads" : "two threads, raked"), \
               middle("seconds " way), middle("processor " way), middle("memory " way))
    }
    stands("R, by totals", seconds["totals"], processor["totals"], memory["totals"])
    stands("R, figure by figure (" needs["one"] " of 60 needs made)", seconds["one"], processor["one"], \
           memory["one"])
    for (way in compared)
        if (!(compared[way] > 0 && estimate[way] < 1e-6 && error[way] < 1e-6))
            exit 1
}
