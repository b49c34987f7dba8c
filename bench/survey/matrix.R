# SPDX-License-Identifier: EUPL-1.2
# The needs matrix by R's package `survey`: Rscript matrix.R FOLDER NEEDS WAY.
#   one      svymean() for each figure, as one writes it
#   totals   svytotal() of many columns at once, and ratios with their variances out of its covariance
#            matrix by hand: what somebody writes who has waited for the other way
# Both part the interviews into cells once.
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
needs <- as.integer(arguments[2])
way <- arguments[3]
count <- 1000000
districts <- 15

column <- function(name, kind, size) readBin(file.path(folder, name), kind, count, size = size)
interviews <- data.frame(group = column("group", "integer", 4),
                         district = column("district", "integer", 4),
                         cluster = column("cluster", "integer", 4),
                         weight = column("weight", "double", 8))
interviews$stratum <- interviews$group * districts + interviews$district
answers <- lapply(seq_len(needs) - 1, function(need)
    column(paste0("need", need), "raw", 1))
memory <- function() as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"),
                                                         value = TRUE)))
before <- memory()

# What is said of one need, NA where nothing is: by measure.
said_of <- function(byte) {
    byte <- as.integer(byte)
    tenths <- byte %% 16
    asked <- byte %/% 16 %% 4
    answered <- byte %/% 64
    list(prevalence = ifelse(tenths > 10, NA, tenths / 10),
         hidden = ifelse(tenths == 10 & asked > 0, as.numeric(asked == 1), NA),
         unmet = ifelse(asked == 2 & answered > 0, as.numeric(answered == 1), NA))
}
lines <- character()
tell <- function(need, measure, cell, estimate, error)
    lines <<- c(lines, paste(need - 1, measure, cell - 1, formatC(estimate, digits = 17),
                             formatC(error, digits = 17)))

one_by_one <- function(cells) {
    for (need in seq_len(needs)) {
        said <- said_of(answers[[need]])
        for (measure in names(said)) for (cell in seq_along(cells)) {
            value <- said[[measure]][cells[[cell]]$rows]
            known <- !is.na(value)
            found <- svymean(matrix(value[known]), cells[[cell]]$design[known, ])
            tell(need, measure, cell, as.numeric(coef(found)), as.numeric(SE(found)))
        }
    }
}

# Ten needs at a time: sixty columns of numbers, of a third of a million interviews for a whole group.
by_totals <- function(cells) {
    for (cell in seq_along(cells)) for (first in seq(1, needs, by = 10)) {
        these <- first:min(first + 9, needs)
        columns <- do.call(cbind, lapply(these, function(need) {
            said <- said_of(answers[[need]][cells[[cell]]$rows])
            do.call(cbind, lapply(said, function(value)
                cbind(!is.na(value), ifelse(is.na(value), 0, value))))
        }))
        found <- svytotal(columns, cells[[cell]]$design)
        total <- coef(found)
        covariance <- vcov(found)
        below <- seq(1, ncol(columns), by = 2)
        above <- below + 1
        ratio <- total[above] / total[below]
        variance <- (diag(covariance)[above] - 2 * ratio * covariance[cbind(above, below)] +
                     ratio^2 * diag(covariance)[below]) / total[below]^2
        tell(rep(these, each = 3), c("prevalence", "hidden", "unmet"), cell, ratio, sqrt(variance))
    }
}

begins <- proc.time()
whole <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, data = interviews)
cells <- list()
for (group in 0:2) for (district in 0:districts) {
    wanted <- which(interviews$group == group &
                    (district == districts | interviews$district == district))
    cells[[length(cells) + 1]] <- list(rows = wanted, design = whole[wanted, ])
}
processor <- function(since) since[["user.self"]] + since[["sys.self"]]
parting <- proc.time() - begins # into cells: not more work for more needs
if (way == "one") one_by_one(cells) else by_totals(cells)
took <- proc.time() - begins
cat(sprintf(paste("r way=%s needs=%d parting=%.3f seconds=%.3f parting_processor=%.3f processor=%.3f",
                  "data_kilobytes=%.0f kilobytes=%.0f\n"),
            way, needs, parting[["elapsed"]], took[["elapsed"]], processor(parting),
            processor(took), before, memory()))
writeLines(lines, file.path(folder, paste0("r_", way)))
