# SPDX-License-Identifier: EUPL-1.2
# The same figures out of R's package `survey`, for r_test.cpp.
#   Rscript reference.R FOLDER data      writes the data sets, as columns of numbers
#   Rscript reference.R FOLDER results   reads the replicate weights that the test has written
#                                        meanwhile, and writes results.csv: figure,what,value
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
stage <- arguments[2]
data(api)
data(scd)

in_folder <- function(name) file.path(folder, name)
exact <- function(x) formatC(as.numeric(x), digits = 17, format = "g")
write_columns <- function(name, columns) {
    text <- sapply(columns, exact)
    write.table(text, in_folder(paste0(name, ".csv")), sep = ",", quote = FALSE, row.names = FALSE)
}

# Schools: what the package ships. Everything becomes a number; levels count from 0.
schools <- function(frame) {
    with(frame, data.frame(
        api00 = api00, api99 = api99, enroll = enroll, stu = api.stu, meals = meals,
        type = as.integer(stype) - 1, wide = as.integer(sch.wide == "Yes"), awards =
            as.integer(awards == "Yes"), weight = pw, district = dnum, school = snum))
}
apistrat$dnum <- as.numeric(factor(apistrat$dnum))
sets <- list(
    strat = cbind(schools(apistrat), fpc = apistrat$fpc),
    clus1 = cbind(schools(apiclus1), fpc = apiclus1$fpc),
    clus2 = cbind(schools(apiclus2), fpc1 = apiclus2$fpc1, fpc2 = apiclus2$fpc2),
    srs = cbind(schools(apisrs), fpc = apisrs$fpc),
    scd = data.frame(stratum = scd$ESA, cluster = scd$ambulance, arrests = scd$arrests,
                     alive = scd$alive, weight = rep(c(3, 7, 5), each = 2)))
sets$clus2 <- sets$clus2[!is.na(sets$clus2$enroll), ] # else R leaves them out figure by figure

# A stratum of which one cluster was drawn.
set.seed(5)
sets$lonely <- data.frame(
    stratum = rep(1:4, c(12, 8, 5, 10)), weight = round(runif(35, 1, 9), 3),
    cluster = c(rep(1:4, each = 3), rep(1:2, each = 4), rep(1, 5), rep(1:5, each = 2)),
    value = round(rnorm(35, 50, 10), 3), yes = rbinom(35, 1, 0.3))

# A city: slots drawn with unequal probability within district and group, every k-th person, people
# who come more or less often, three groups, four-part questions about three needs.
make_city <- function() {
    set.seed(11)
    slots <- expand.grid(slot = 1:9, district = 0:3, group = 0:2)
    slots$number <- seq_len(nrow(slots))
    slots$probability <- round(runif(nrow(slots), 0.02, 0.4), 4)
    slots$every <- sample(1:6, nrow(slots), replace = TRUE)
    slots$effect <- rnorm(nrow(slots), 0, 0.5)
    city <- slots[rep(slots$number, sample(8:40, nrow(slots), replace = TRUE)), ]
    count <- nrow(city)
    city$visits <- 1 + rpois(count, 2)
    city$gender <- rbinom(count, 1, 0.35)
    city$area <- sample(0:3, count, replace = TRUE, prob = c(4, 3, 2, 1))
    for (need in 0:2) {
        chance <- plogis(c(0.2, -1, -2.5)[need + 1] + city$effect + 0.4 * city$gender -
                         0.1 * city$visits)
        ten <- ifelse(city$group == 0, 10 * rbinom(count, 1, chance), rbinom(count, 10, chance))
        ten[runif(count) < 0.05] <- 15 # nothing said
        asked <- sample(0:2, count, replace = TRUE, prob = c(1, 5, 6)) # unknown, no, yes
        met <- sample(0:2, count, replace = TRUE, prob = c(1, 4, 5))
        city[[paste0("ten", need)]] <- ten
        city[[paste0("asked", need)]] <- asked
        city[[paste0("met", need)]] <- met
    }
    city$weight <- 1 / (city$probability / city$every) / city$visits
    city[sample(count), setdiff(names(city), c("slot", "effect"))] # in no order
}
sets$city <- make_city()

if (stage == "data") {
    for (name in names(sets)) write_columns(name, sets[[name]])
    quit()
}

results <- list()
tell <- function(figure, ...) {
    told <- c(...)
    names(told) <- sub("[.].*", "", names(told)) # R adds what the figure is about
    results[[length(results) + 1]] <<- data.frame(figure = figure, what = names(told),
                                                  value = as.numeric(told))
}
# All that a figure has, with R's two intervals: normal, and Student's t.
tell_figure <- function(figure, found, design) {
    degrees <- degf(design)
    normal <- confint(found)
    t <- confint(found, df = degrees)
    effect <- if (inherits(found, "svyratio")) attr(found, "deff") else deff(found)
    tell(figure, estimate = coef(found), se = SE(found), degrees = degrees, deff = effect,
         normal_low = normal[1], normal_high = normal[2], low = t[1], high = t[2])
}
tell_mean <- function(figure, formula, design)
    tell_figure(figure, svymean(formula, design, deff = "replace"), design)
tell_total <- function(figure, formula, design)
    tell_figure(figure, svytotal(formula, design, deff = "replace"), design)
tell_ratio <- function(figure, above, below, design)
    tell_figure(figure, svyratio(above, below, design, deff = "replace"), design)
tell_proportion <- function(figure, formula, design) {
    tell_mean(figure, formula, design)
    for (method in c("mean", "xlogit", "beta")) {
        interval <- confint(svyciprop(formula, design, method = method))
        tell(paste(figure, method, sep = "."), low = interval[1], high = interval[2])
    }
}
tell_replicated <- function(figure, found) tell(figure, estimate = coef(found), se = SE(found))
tell_usual <- function(name, design) {
    figure <- function(what) paste(name, what, sep = ".")
    tell_mean(figure("mean"), ~api00, design)
    tell_total(figure("total"), ~enroll, design)
    tell_ratio(figure("ratio"), ~api00, ~api99, design)
    tell_proportion(figure("proportion"), ~awards, design)
    high <- subset(design, type == 1)
    tell_mean(figure("domain_mean"), ~api00, high)
    tell_total(figure("domain_total"), ~enroll, high)
    tell_ratio(figure("domain_ratio"), ~stu, ~enroll, high)
    tell_mean(figure("domain_proportion"), ~awards, high)
}

strat <- svydesign(id = ~1, strata = ~type, weights = ~weight, fpc = ~fpc, data = sets$strat)
strat_replaced <- svydesign(id = ~1, strata = ~type, weights = ~weight, data = sets$strat)
clus1 <- svydesign(id = ~district, weights = ~weight, fpc = ~fpc, data = sets$clus1)
clus1_replaced <- svydesign(id = ~district, weights = ~weight, data = sets$clus1)
clus2 <- svydesign(id = ~district + school, fpc = ~fpc1 + fpc2, weights = ~weight,
                   data = sets$clus2)
clus2_replaced <- svydesign(id = ~district, weights = ~weight, data = sets$clus2)
srs <- svydesign(id = ~1, fpc = ~fpc, weights = ~weight, data = sets$srs)
for (name in c("strat", "strat_replaced", "clus1", "clus1_replaced", "clus2", "clus2_replaced",
               "srs"))
    tell_usual(name, get(name))

for (rule in c("adjust", "average", "certainty")) {
    options(survey.lonely.psu = rule)
    design <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, nest = TRUE,
                        data = sets$lonely)
    tell_mean(paste0("lonely.mean.", rule), ~value, design)
    tell_mean(paste0("lonely.yes.", rule), ~yes, design)
}
options(survey.lonely.psu = "adjust")

# Known of the population: kinds of school, and how many reached their target.
types <- data.frame(type = 0:2, Freq = c(4421, 755, 1018))
wide <- data.frame(wide = 0:1, Freq = c(1072, 5122))
counts <- c("(Intercept)" = 6194, "factor(type)1" = 755, "factor(type)2" = 1018, "wide" = 5122)
tight <- list(maxit = 500, epsilon = 1e-13)
raking <- function(design) suppressWarnings(
    rake(design, list(~type, ~wide), list(types, wide), control = tight))
calibrating <- function(design) calibrate(design, ~factor(type) + wide, counts,
                                          calfun = "raking", epsilon = 1e-13, maxit = 500)
tell_calibrated <- function(name, design) {
    tell_usual(name, design)
    tell(paste0(name, ".weights"), setNames(weights(design), seq_along(weights(design)) - 1))
}
for (name in c("strat", "clus1", "srs")) {
    tell_calibrated(paste0(name, ".raked"), raking(get(name)))
    tell_calibrated(paste0(name, ".calibrated"), calibrating(get(name)))
}
tell_calibrated("clus1.post", postStratify(clus1, ~type, types))
tell_calibrated("clus2.post", postStratify(clus2, ~wide, wide))

tell_jackknife <- function(name, design) {
    tell_replicated(paste0(name, ".mean"), svymean(~api00, design))
    tell_replicated(paste0(name, ".total"), svytotal(~enroll, design))
    tell_replicated(paste0(name, ".ratio"), svyratio(~api00, ~api99, design))
}
jk1 <- as.svrepdesign(clus1, type = "JK1")
tell_jackknife("jk1", jk1)
tell_jackknife("jk1.raked", raking(jk1))
tell_jackknife("jk1_replaced", as.svrepdesign(clus1_replaced, type = "JK1"))
jkn <- as.svrepdesign(strat, type = "JKn")
tell_jackknife("jkn", jkn)
tell_jackknife("jkn.raked", raking(jkn))
tell_jackknife("jkn_replaced", as.svrepdesign(strat_replaced, type = "JKn"))
ambulances <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, nest = TRUE,
                        data = sets$scd)
tell_figure("scd.ratio", svyratio(~alive, ~arrests, ambulances, deff = "replace"), ambulances)
tell_replicated("scd.jkn", svyratio(~alive, ~arrests, as.svrepdesign(ambulances, type = "JKn")))
design <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, nest = TRUE,
                    data = sets$lonely)
tell_replicated("lonely.jkn", svymean(~value, as.svrepdesign(design, type = "JKn")))

# Replicate weights of ours: what chance they hold is not the same in R.
ours <- as.matrix(read.csv(in_folder("bootstrap.csv"), header = FALSE))
boot <- svrepdesign(repweights = ours, weights = ~weight, data = sets$clus1, type = "bootstrap",
                    combined.weights = FALSE, scale = 1 / (ncol(ours) - 1),
                    rscales = rep(1, ncol(ours)))
tell_jackknife("bootstrap", boot)
tell_jackknife("bootstrap.raked", raking(boot))

# The needs matrix: each cell by itself, with and without known margins.
city <- sets$city
for (need in 0:2) {
    ten <- city[[paste0("ten", need)]]
    asked <- city[[paste0("asked", need)]]
    met <- city[[paste0("met", need)]]
    city[[paste0("said", need, "prevalence")]] <- ifelse(ten == 15, NA, ten / 10)
    city[[paste0("said", need, "hidden")]] <- ifelse(ten == 10 & asked > 0, asked == 1, NA)
    city[[paste0("said", need, "unmet")]] <- ifelse(asked == 2 & met > 0, met == 1, NA)
}
city$stratum <- city$group * 4 + city$district
tell_matrix <- function(name, design) {
    measures <- c("prevalence", "hidden", "unmet")
    for (need in 0:2) for (measure in measures) {
        said <- city[[paste0("said", need, measure)]]
        design$variables$value <- ifelse(is.na(said), 0, said)
        for (group in 0:2) for (district in 0:4) {
            wanted <- city$group == group & (district == 4 | city$district == district) &
                !is.na(said)
            if (length(unique(said[wanted])) < 2) next
            cell <- design[wanted, ]
            tell_mean(paste(name, need, measure, group, district, sep = "."), ~value, cell)
        }
    }
}
whole <- svydesign(id = ~number, strata = ~stratum, weights = ~weight, data = city)
tell_matrix("city", whole)
tell("city.gap", {
    serve <- subset(whole, group == 1 & ten0 != 15)
    served <- subset(whole, group == 0 & ten0 != 15)
    one <- svymean(~I(ten0 / 10), serve)
    other <- svymean(~I(ten0 / 10), served)
    c(estimate = as.numeric(coef(one) - coef(other)), se = sqrt(SE(one)^2 + SE(other)^2))
})
both <- svyby(~I(ten0 / 10), ~group, subset(whole, ten0 != 15 & group < 2), svymean, covmat = TRUE)
contrast <- svycontrast(both, c("0" = -1, "1" = 1))
tell("city.contrast", estimate = coef(contrast), se = SE(contrast))
sum_of_weights <- sum(city$weight)
gender <- data.frame(gender = 0:1, Freq = sum_of_weights * c(0.55, 0.45))
area <- data.frame(area = 0:3, Freq = sum_of_weights * c(0.3, 0.3, 0.25, 0.15))
known <- rake(whole, list(~gender, ~area), list(gender, area), control = tight)
tell_matrix("city.raked", known)
known <- calibrate(whole, ~gender + factor(area),
                   sum_of_weights * c("(Intercept)" = 1, gender = 0.45, "factor(area)1" = 0.3,
                                      "factor(area)2" = 0.25, "factor(area)3" = 0.15),
                   calfun = "raking", epsilon = 1e-13, maxit = 500)
tell_matrix("city.calibrated", known)

results <- do.call(rbind, results)
results$value <- exact(results$value)
write.csv(results, in_folder("results.csv"), quote = FALSE, row.names = FALSE)
