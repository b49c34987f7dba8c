// SPDX-License-Identifier: EUPL-1.2
// What can be given at a contact counts under one of the five tasks.
#include <gtest/gtest.h>

#include "core/catalogue.h"

TEST(Tasks, every_intervention_counts_under_one)
{
    const core::Catalogue catalogue;
    for (const auto& code : catalogue.vocabularies().at("intervention"))
        EXPECT_NE(catalogue.find_code("unit_task", code.more.at("unit_task")), nullptr)
            << code.code;
}
