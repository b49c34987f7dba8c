// SPDX-License-Identifier: EUPL-1.2
// The face of the matching library: records in, who may be whom out. It knows no store, no module
// and writes nobody's name anywhere; README.md says how it works and how well.
#pragma once

#include "people/match/columns.h"
#include "people/match/count.h"
#include "people/match/explain.h"
#include "people/match/index.h"
#include "people/match/intervals.h"
#include "people/match/link.h"
#include "people/match/measure.h"
#include "people/match/typed.h"
#include "people/match/words.h"
