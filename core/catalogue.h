// SPDX-License-Identifier: EUPL-1.2
// What the national direction owns and every city reads: cities, districts and vocabularies. Read
// once from the embedded catalogue/ and modules/*/vocabularies; a fault in it stops the program.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

class Catalogue {
public:
    // Reads the embedded files; std::runtime_error names file, line and fault.
    Catalogue();

    const std::vector<City>& cities() const { return cities_; }
    const City* find_city(std::string_view slug) const;
    const std::vector<District>& districts(std::string_view city) const;
    const std::map<std::string, std::vector<Code>, std::less<>>& vocabularies() const
    {
        return vocabularies_;
    }
    // Null where there is no such list or code; retired codes are found too.
    const Code* find_code(std::string_view list, std::string_view code) const;

    // What the inputs of a city's (or the network's: "rete") requests are checked against. The
    // lists "district" and "city" are those of the catalogue; lists of a store's own have their
    // module.
    const Lists& lists_of(std::string_view store) const;

private:
    class StoreLists;

    void read_vocabulary(std::string_view path, std::string_view text);
    void read_countries();
    void read_cities();
    void read_districts();

    std::vector<City> cities_;
    std::map<std::string, std::vector<District>, std::less<>> districts_;
    std::map<std::string, std::vector<Code>, std::less<>> vocabularies_;
    std::map<std::string, std::shared_ptr<StoreLists>, std::less<>> lists_;
};

} // namespace core
