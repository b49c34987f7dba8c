// SPDX-License-Identifier: EUPL-1.2
// JSON, read by Boost.JSON (which only json.cpp sees) and written by appending. Depth and size are
// bounded; invalid UTF-8 is refused.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A look at one value of a document; lives no longer than it.
class JsonView {
public:
    enum class Kind { null, boolean, integer, real, text, list, object };

    JsonView() = default;
    explicit JsonView(const void* value) : value_(value) {}

    Kind kind() const;
    bool is_null() const { return kind() == Kind::null; }

    bool boolean() const;
    std::int64_t integer() const;
    double real() const; // of an integer too
    std::string_view text() const;

    std::size_t size() const; // of a list or an object
    JsonView at(std::size_t place) const;
    // Null where there is no such member.
    JsonView member(std::string_view name) const;
    void each_member(const std::function<void(std::string_view, JsonView)>& see) const;

private:
    const void* value_ = nullptr; // null: no value at all, seen as JSON null
};

class JsonDocument {
public:
    // Throws Problem(400, "core.not_json", {{"at", byte}}). `depth`: lists and objects, one in the
    // other; no body of a request needs more than the usual ones.
    static constexpr std::size_t usual_depth = 24;
    static JsonDocument parse(std::string_view text, std::size_t depth = usual_depth);
    static JsonDocument empty_object();

    ~JsonDocument();
    JsonDocument(JsonDocument&&) noexcept;
    JsonDocument& operator=(JsonDocument&&) noexcept;

    JsonView root() const;
    // Adds a text member to the root object: what the URL says beside the body.
    void set(std::string_view name, std::string_view text);

private:
    struct Inside;
    explicit JsonDocument(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// Appends `text` quoted and escaped.
void write_json(std::string& out, std::string_view text);

// {"a": 1, "b": [..]}: members in the order written. Keeps count of commas, nothing else.
class JsonObject {
public:
    explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
    // Appends the name; the caller appends the value.
    std::string& member(std::string_view name);
    void text(std::string_view name, std::string_view value) { write_json(member(name), value); }
    void number(std::string_view name, std::int64_t value)
    {
        member(name) += std::to_string(value);
    }
    void close() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;
};
