// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/instance.h"

#include <charconv>

namespace xlsform {

namespace {

// Takes "2" off "2.1"; 0 where there is no number of an occurrence.
int take_position(std::string_view& occurrence)
{
    int position = 0;
    const auto* begins = occurrence.data();
    const auto end = std::from_chars(begins, begins + occurrence.size(), position);
    const bool well = end.ec == std::errc() && !occurrence.starts_with('0') && position > 0;
    occurrence.remove_prefix(static_cast<std::size_t>(end.ptr - begins));
    if (!well || (!occurrence.empty() && (occurrence.front() != '.' || occurrence.size() == 1)))
        return 0;
    occurrence.remove_prefix(occurrence.empty() ? 0 : 1);
    return position;
}

std::size_t place_of(const std::vector<Node>& nodes, std::string_view path)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::string_view own = nodes[i].path;
        if (path.starts_with(own) && (path.size() == own.size() || path[own.size()] == '/'))
            return i;
    }
    return nodes.size();
}

} // namespace

std::string Item::occurrence() const
{
    std::string text;
    for (const auto* item = this; item; item = item->parent)
        if (item->node && item->node->kind == Kind::repeat)
            text = std::to_string(item->position) + (text.empty() ? "" : "." + text);
    return text;
}

Instance::Instance(const Form& form) : form_(form)
{
    root_.children.resize(form.nodes.size());
    for (std::size_t i = 0; i < form.nodes.size(); ++i)
        if (form.nodes[i].kind != Kind::repeat)
            add(root_, i, 1);
}

const std::vector<Node>& Instance::nodes_of(const Item& item) const
{
    return item.node ? item.node->children : form_.nodes;
}

void Instance::add(Item& parent, std::size_t place, int position)
{
    ++count_;
    auto& item = *parent.children[place].emplace_back(std::make_unique<Item>());
    item.node = &nodes_of(parent)[place];
    item.parent = &parent;
    item.position = position;
    items_[item.node].push_back(&item);
    const auto& nodes = item.node->children;
    item.children.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size() && count_ < items_max; ++i)
        if (nodes[i].kind != Kind::repeat)
            add(item, i, 1);
}

const std::vector<Item*>& Instance::items_of(const Node& node) const
{
    static const std::vector<Item*> none;
    const auto found = items_.find(&node);
    return found == items_.end() ? none : found->second;
}

Item* Instance::place(const std::string& path, std::string_view occurrence, int occurrences_max)
{
    auto* item = &root_;
    while (true) {
        const auto& nodes = nodes_of(*item);
        const auto at = place_of(nodes, path);
        if (at == nodes.size())
            return nullptr;
        int position = 1;
        if (nodes[at].kind == Kind::repeat) {
            position = take_position(occurrence);
            if (position == 0 || position > occurrences_max || !extend(*item, nodes[at], position))
                return nullptr;
        }
        const auto& occurrences = item->children[at];
        if (static_cast<int>(occurrences.size()) < position)
            return nullptr; // there are too many items already
        item = occurrences[static_cast<std::size_t>(position - 1)].get();
        if (item->node->path == path)
            return occurrence.empty() ? item : nullptr;
    }
}

bool Instance::extend(Item& parent, const Node& node, int count)
{
    const auto place = static_cast<std::size_t>(&node - nodes_of(parent).data());
    auto& items = parent.children[place];
    while (static_cast<int>(items.size()) < count && count_ < items_max)
        add(parent, place, static_cast<int>(items.size()) + 1);
    return count_ < items_max;
}

} // namespace xlsform
