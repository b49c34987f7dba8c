// SPDX-License-Identifier: EUPL-1.2
// One fuzzer for each input: libFuzzer calls the function that FUZZ names with bytes of its own
// making.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/inputs.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    fuzz::FUZZ({reinterpret_cast<const char*>(bytes), size}); // what it throws ends the fuzzer
    return 0;
}
