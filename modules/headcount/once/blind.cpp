// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/blind.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "base/problem.h"

namespace once {

namespace {

// "OPRFV1-", the mode 0 as one byte, "-", the suite.
constexpr std::string_view group_tag{"HashToGroup-OPRFV1-\0-ristretto255-SHA512", 40};
constexpr std::size_t hash_block = 128; // of SHA-512

using Hash = std::array<unsigned char, crypto_hash_sha512_BYTES>;

class Hasher {
public:
    Hasher() { crypto_hash_sha512_init(&state_); }
    Hasher& add(std::string_view bytes)
    {
        crypto_hash_sha512_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
        return *this;
    }
    template <std::size_t N> Hasher& add(const std::array<unsigned char, N>& bytes)
    {
        crypto_hash_sha512_update(&state_, bytes.data(), bytes.size());
        return *this;
    }
    // A number in two bytes, the greater first.
    Hasher& add_size(std::size_t size)
    {
        return add(std::array<unsigned char, 2>{static_cast<unsigned char>(size >> 8 & 0xff),
                                                static_cast<unsigned char>(size & 0xff)});
    }
    Hash hash()
    {
        Hash made;
        crypto_hash_sha512_final(&state_, made.data());
        return made;
    }

private:
    crypto_hash_sha512_state state_;
};

std::string_view tag_size()
{
    static const char size = static_cast<char>(group_tag.size());
    return {&size, 1};
}

// The inverses of all at once: one inversion, and three multiplications for each.
std::vector<Scalar> inverses(const std::vector<Scalar>& scalars)
{
    std::vector<Scalar> made(scalars.size());
    Scalar product{1};
    for (std::size_t i = 0; i < scalars.size(); ++i) {
        made[i] = product;
        crypto_core_ristretto255_scalar_mul(product.data(), product.data(), scalars[i].data());
    }
    Scalar inverse;
    if (crypto_core_ristretto255_scalar_invert(inverse.data(), product.data()) != 0)
        throw std::logic_error("a blind is zero");
    for (std::size_t i = scalars.size(); i-- > 0;) {
        crypto_core_ristretto255_scalar_mul(made[i].data(), made[i].data(), inverse.data());
        crypto_core_ristretto255_scalar_mul(inverse.data(), inverse.data(), scalars[i].data());
    }
    return made;
}

Scalar* guarded_memory()
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot be used");
    auto* const memory = sodium_malloc(sizeof(Scalar));
    if (memory == nullptr)
        throw std::bad_alloc();
    return new (memory) Scalar;
}

void wipe(std::vector<Scalar>& scalars)
{
    sodium_memzero(scalars.data(), scalars.size() * sizeof(Scalar));
}

} // namespace

// expand_message_xmd of RFC 9380 with SHA-512, of which one block is enough; then the map of
// ristretto255 from 64 bytes.
Element hash_to_group(std::string_view text)
{
    static const std::string zeros(hash_block, '\0');
    const auto first = Hasher()
                           .add(zeros)
                           .add(text)
                           .add_size(crypto_core_ristretto255_HASHBYTES)
                           .add(std::string_view("\0", 1))
                           .add(group_tag)
                           .add(tag_size())
                           .hash();
    const auto uniform =
        Hasher().add(first).add(std::string_view("\1", 1)).add(group_tag).add(tag_size()).hash();
    Element element;
    crypto_core_ristretto255_from_hash(element.data(), uniform.data());
    return element;
}

Element multiply(const Scalar& scalar, const Element& element)
{
    Element product;
    if (crypto_scalarmult_ristretto255(product.data(), scalar.data(), element.data()) != 0)
        throw Problem(422, "headcount.no_element");
    return product;
}

std::array<unsigned char, 64> finalize(std::string_view text, const Element& unblinded)
{
    return Hasher()
        .add_size(text.size())
        .add(text)
        .add_size(unblinded.size())
        .add(unblinded)
        .add("Finalize")
        .hash();
}

KeyShare::KeyShare() : scalar_(guarded_memory())
{
    crypto_core_ristretto255_scalar_random(scalar_->data());
}

KeyShare::KeyShare(const Scalar& scalar) : scalar_(guarded_memory()) { *scalar_ = scalar; }

void KeyShare::Wipe::operator()(Scalar* scalar) const { sodium_free(scalar); }

std::vector<Element> KeyShare::evaluate(const std::vector<Element>& elements) const
{
    std::vector<Element> evaluated(elements.size());
    std::transform(elements.begin(), elements.end(), evaluated.begin(),
                   [this](const Element& one) { return multiply(*scalar_, one); });
    return evaluated;
}

Element KeyShare::mark() const
{
    Element mark;
    if (crypto_scalarmult_ristretto255_base(mark.data(), scalar_->data()) != 0)
        throw std::logic_error("a half of a key is zero");
    return mark;
}

Blinding::Blinding(std::vector<std::string> texts)
    : texts_(std::move(texts)), blinds_(texts_.size()), elements_(texts_.size())
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot be used");
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        crypto_core_ristretto255_scalar_random(blinds_[i].data());
        elements_[i] = multiply(blinds_[i], hash_to_group(texts_[i]));
    }
}

Blinding::~Blinding() { wipe(blinds_); }

std::vector<Encoding> Blinding::finish(const std::vector<Element>& evaluated) const
{
    if (evaluated.size() != texts_.size())
        throw Problem(422, "headcount.no_element");
    auto unblinds = inverses(blinds_);
    std::vector<Encoding> made(texts_.size());
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        const auto all = finalize(texts_[i], multiply(unblinds[i], evaluated[i]));
        std::copy_n(all.begin(), made[i].size(), made[i].begin());
    }
    wipe(unblinds);
    return made;
}

} // namespace once
