// SPDX-License-Identifier: EUPL-1.2
#include "core/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <sstream>

namespace core {

std::string folded(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(error);
    auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString decomposed;
    normalizer->normalize(unicode, decomposed, error);
    if (U_FAILURE(error))
        return std::string(text);
    decomposed.foldCase();
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const auto character = decomposed.char32At(at);
        if (u_charType(character) == U_NON_SPACING_MARK)
            continue;
        bare.append(u_isalnum(character) ? character : UChar32{' '});
    }
    std::string out;
    bare.toUTF8String(out);
    return out;
}

std::vector<std::string> words_of(const std::string& folded)
{
    std::istringstream text(folded);
    std::vector<std::string> words;
    for (std::string word; text >> word;)
        words.push_back(word);
    return words;
}

} // namespace core
