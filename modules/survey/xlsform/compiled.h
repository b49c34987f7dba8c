// SPDX-License-Identifier: EUPL-1.2
// A form with its expressions compiled, and the order in which they are worked out: first what is
// read, then what reads it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "survey/xlsform/expression.h"

namespace xlsform {

struct CompiledNode {
    const Node* node = nullptr;
    std::optional<Tree> required, relevant, constraint, calculation, choice_filter, default_value,
        repeat_count;
};

struct Step {
    enum class What { repeat_count, relevance, value };
    What what = What::value;
    const CompiledNode* of = nullptr;
};

// Lives no longer than its form.
class Compiled {
public:
    // What is wrong is added to `faults`, and its tree left out.
    Compiled(const Form& form, std::vector<Fault>& faults);
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;

    const Names& names() const { return names_; }
    // In the order of the form.
    const std::deque<CompiledNode>& nodes() const { return nodes_; }
    const CompiledNode* find(const Node& node) const;
    const std::vector<Step>& order() const { return order_; }

private:
    void compile_all(const std::vector<Node>& nodes, std::vector<Fault>& faults);
    void compile_one(const Node& node, std::vector<Fault>& faults);
    void put_in_order(std::vector<Fault>& faults);

    Names names_;
    std::deque<CompiledNode> nodes_;
    std::map<const Node*, const CompiledNode*> by_node_;
    std::vector<Step> order_;
};

// "survey!12" as the place of a fault.
Fault fault_at(const Node& node, std::string column, std::string code, std::string fact = {});

} // namespace xlsform
