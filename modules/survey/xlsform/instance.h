// SPDX-License-Identifier: EUPL-1.2
// One filled-in form: an item for each question, group and occurrence of a repeat.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "survey/xlsform/form.h"

namespace xlsform {

struct Item {
    const Node* node = nullptr; // null: the root, /data
    Item* parent = nullptr;
    int position = 1; // among the occurrences of its repeat
    std::string value;
    bool relevant = true; // it, and all above it
    // By the place of each child in its node; more than one only of repeats.
    std::vector<std::vector<std::unique_ptr<Item>>> children;

    // "2.1": the positions of the repeats above it, and its own.
    std::string occurrence() const;
};

inline constexpr std::size_t items_max = 200'000;

// Lives no longer than its form.
class Instance {
public:
    explicit Instance(const Form& form);

    Item& root() { return root_; }
    const Item& root() const { return root_; }
    // All items of a node. What is added meanwhile changes it.
    const std::vector<Item*>& items_of(const Node& node) const;
    // Null: no such node, an occurrence that does not fit it, or more items than items_max.
    Item* place(const std::string& path, std::string_view occurrence, int occurrences_max);
    // Occurrences of the repeat `node` below `parent`, up to so many; false: too many items.
    bool extend(Item& parent, const Node& node, int count);

private:
    void add(Item& parent, std::size_t place, int position);
    const std::vector<Node>& nodes_of(const Item& item) const;

    const Form& form_;
    Item root_;
    std::size_t count_ = 0;
    std::unordered_map<const Node*, std::vector<Item*>> items_;
};

} // namespace xlsform
