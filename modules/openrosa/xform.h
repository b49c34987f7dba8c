// SPDX-License-Identifier: EUPL-1.2
// A form as phones read it: an XForm after the ODK specification, in every language we speak.
#pragma once

#include <string>
#include <string_view>

#include "openrosa/forms.h"

namespace openrosa {

XForm write_xform(const core::House& house, const std::string& city, const store::Seal& seal,
                  const Form& form);

// Appends `text` so that XML reads it as it is.
void append_xml(std::string& out, std::string_view text);
std::string as_xml(std::string_view text);

std::string md5_of(std::string_view bytes);

} // namespace openrosa
