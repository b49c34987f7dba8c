// SPDX-License-Identifier: EUPL-1.2
// What the diary asks of appointments.
#pragma once

#include "cases/diary.h"
#include "cases/diary_rows.h"

namespace cases {

Appointment show_appointment(core::Context& context, const AppointmentRow& row);

} // namespace cases
