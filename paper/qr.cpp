// SPDX-License-Identifier: EUPL-1.2
// The only file that sees libqrencode.
#include <qrencode.h>

#include "base/problem.h"
#include "paper/sheet.h"

namespace paper {

std::vector<std::string> squares_of(const std::string& content)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_L), QRcode_free);
    ENSURE(code != nullptr);
    std::vector<std::string> rows;
    for (int y = 0; y < code->width; ++y) {
        std::string row;
        for (int x = 0; x < code->width; ++x)
            row += (code->data[y * code->width + x] & 1) != 0 ? '1' : '0';
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace paper
