// SPDX-License-Identifier: EUPL-1.2
// The face of the library that counts persons once across cities without their names: what a city
// prepares and sends, what the two key servers do to it, and what is reckoned from it. It knows no
// store and no module; README.md says how it works, how well, and who learns what.
#pragma once

#include "headcount/once/attacks.h"
#include "headcount/once/blind.h"
#include "headcount/once/city.h"
#include "headcount/once/count.h"
#include "headcount/once/estimate.h"
#include "headcount/once/evaluate.h"
#include "headcount/once/invented.h"
#include "headcount/once/parcel.h"
#include "headcount/once/tokens.h"
