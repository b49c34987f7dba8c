// SPDX-License-Identifier: EUPL-1.2
// What the national direction owns and every city reads: cities, districts and vocabularies. Read
// from the embedded catalogue/ and modules/*/vocabularies; a fault in it stops the program. A
// release (modules/network) puts files of its own in the place of some of them, and a city adds
// codes of its own; each is another Catalogue, which does not change.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "base/field.h"

namespace core {

struct Label {
    std::string it;
    std::string en;
};

struct Code {
    std::string code;
    Label label;
    std::string group;    // the family a long list is shown by; may be empty
    bool retired = false; // kept for old records, refused in new ones
    std::map<std::string, std::string>
        more; // further columns of the file (amif_field, hand_over …)
};

struct City {
    std::string slug;
    std::string name;
    std::string istat;
    std::string cadastral;
    std::string province;
    std::string region;
    double longitude = 0;
    double latitude = 0;
    std::string partner;       // the body that belongs to the network
    std::string person_prefix; // "RM": of the readable numbers of persons
    Label district_label;      // "Municipio", "Quartiere" …
};

struct District {
    std::string code; // "RM-I"
    std::string name;
    int column = 0; // place on the city's tile map
    int row = 0;
    std::string zone; // the name in everyday use; may be empty
};

// Files by their paths ("catalogue/vocabularies/intervention.csv"): of a release.
using CatalogueFiles = std::map<std::string, std::string, std::less<>>;

// A code that a city has of its own. Wherever the network counts, it is the other, whose further
// columns it has.
struct OwnCode {
    std::string list;
    std::string code;
    Label label;
    std::string counts_as;
    bool retired = false;
};

// One thing of the catalogue as people read it: a code of a list, an indicator, a question. What
// two catalogues differ in is told by these.
struct CatalogueEntry {
    std::string list;
    std::string code;
    Label label;
    bool retired = false;
    std::string path; // the file it stands in
    // What it says, by names that people know. A text of several lines is only said to differ.
    std::vector<std::pair<std::string, std::string>> parts = {};
    bool may_go = false; // no record says this code
};

class Catalogue {
public:
    // The embedded files, but for those that stand among `instead`; std::runtime_error names file,
    // line and fault. An own code that counts as one that is not there is left out.
    explicit Catalogue(CatalogueFiles instead = {}, const std::vector<OwnCode>& own = {});
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    // A file as this catalogue has it; the texts live as long as it.
    std::optional<std::string_view> find_file(std::string_view path) const;
    // Sorted by path.
    std::vector<std::pair<std::string_view, std::string_view>>
    files_below(std::string_view prefix) const;

    const std::vector<City>& cities() const { return cities_; }
    const City* find_city(std::string_view slug) const;
    const std::vector<District>& districts(std::string_view city) const;
    const std::map<std::string, std::vector<Code>, std::less<>>& vocabularies() const
    {
        return vocabularies_;
    }
    // Null where there is no such list or code; retired codes are found too.
    const Code* find_code(std::string_view list, std::string_view code) const;

    // Of the list "clock".
    int days_of(std::string_view clock) const;

    // What the inputs of a city's (or the network's: "rete") requests are checked against. The
    // lists "district" and "city" are those of the catalogue; lists of a store's own have their
    // module.
    const Lists& lists_of(std::string_view store) const;

    // What a module makes of this catalogue, once: T has `static T read(const Catalogue&)`, which
    // may throw std::runtime_error.
    template <class T> const T& worked_out() const
    {
        const std::scoped_lock lock(mutex_); // T::read may ask for what others made of it
        auto& thing = things_[std::type_index(typeid(T))];
        if (!thing)
            thing = std::make_shared<const T>(T::read(*this));
        return *static_cast<const T*>(thing.get());
    }

private:
    class StoreLists;

    void read_vocabulary(std::string_view path, std::string_view text);
    void add_own(const OwnCode& own);
    void check_clocks() const;
    std::string_view needed_file(std::string_view path) const;
    void read_countries();
    void read_cities();
    void read_districts();

    mutable std::recursive_mutex mutex_;
    mutable std::map<std::type_index, std::shared_ptr<const void>> things_;
    CatalogueFiles instead_;
    std::vector<City> cities_;
    std::map<std::string, std::vector<District>, std::less<>> districts_;
    std::map<std::string, std::vector<Code>, std::less<>> vocabularies_;
    std::map<std::string, std::shared_ptr<StoreLists>, std::less<>> lists_;
};

// The codes of all its lists.
std::vector<CatalogueEntry> code_entries(const Catalogue& catalogue);

} // namespace core
