// SPDX-License-Identifier: EUPL-1.2
// Texts to encodings that nobody can make alone. The city blinds each text, key server A and then
// key server B multiply what they see by their half of the key, the city takes the blind away:
// the oblivious function of RFC 9497 (mode OPRF, ristretto255 and SHA-512) with a key that is the
// product of two halves. The servers see random points, the city never sees a key.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace once {

using Scalar = std::array<unsigned char, 32>;
using Element = std::array<unsigned char, 32>;  // of the group, as it is sent
using Encoding = std::array<unsigned char, 16>; // what a text has become

// ---- the steps of RFC 9497, each by itself

Element hash_to_group(std::string_view text);
// Throws Problem(422, "headcount.no_element") for bytes that are no element, or the neutral one.
Element multiply(const Scalar& scalar, const Element& element);
std::array<unsigned char, 64> finalize(std::string_view text, const Element& unblinded);

// ---- a key server's half of a round's key

// Lives in memory that is never swapped out nor dumped, and is wiped at its end.
class KeyShare {
public:
    KeyShare(); // a new one, at random
    explicit KeyShare(const Scalar& scalar);

    std::vector<Element> evaluate(const std::vector<Element>& elements) const;
    // What tells whether two evaluations were done with the same half: nothing of the half itself.
    Element mark() const;
    // To be kept, sealed, by who may be stopped in the middle of a round.
    Scalar copy() const { return *scalar_; }

private:
    struct Wipe {
        void operator()(Scalar* scalar) const;
    };
    std::unique_ptr<Scalar, Wipe> scalar_;
};

// ---- what a city does

class Blinding {
public:
    // With a new blind for each text, so that nobody sees which are the same.
    explicit Blinding(std::vector<std::string> texts);
    ~Blinding();
    Blinding(const Blinding&) = delete;
    Blinding& operator=(const Blinding&) = delete;

    const std::vector<Element>& elements() const { return elements_; }
    // `evaluated` by both servers, in the order of elements(). Throws
    // Problem(422, "headcount.no_element") too when there are more or fewer.
    std::vector<Encoding> finish(const std::vector<Element>& evaluated) const;

private:
    std::vector<std::string> texts_;
    std::vector<Scalar> blinds_;
    std::vector<Element> elements_;
};

} // namespace once
