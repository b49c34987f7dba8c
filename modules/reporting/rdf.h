// SPDX-License-Identifier: EUPL-1.2
// A few statements about things (RDF), written as Turtle, RDF/XML or JSON-LD: as much of them as a
// catalogue of open data needs. Knows no store.
#pragma once

#include <string>
#include <vector>

namespace rdf {

struct Object {
    enum class Kind { address, words, text, day };
    Kind kind = Kind::text;
    std::string value;
    std::string language; // of words
};

Object address(std::string iri);
Object words(std::string text, std::string language);
Object text(std::string value);
Object day(std::string date);

// "dct:title" of a thing is this.
struct Statement {
    std::string thing; // its address
    std::string name;
    Object object;
};

struct Prefix {
    std::string name;
    std::string address;
};

struct Graph {
    std::vector<Prefix> prefixes;
    std::vector<Statement> statements; // those of one thing beside each other
};

std::string turtle(const Graph& graph);
std::string xml(const Graph& graph);
std::string json(const Graph& graph);

} // namespace rdf
