// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/compiled.h"

#include <algorithm>
#include <array>
#include <set>

namespace xlsform {

Fault fault_at(const Node& node, std::string column, std::string code, std::string fact)
{
    const auto mark = node.at.rfind('!');
    const bool is_known = mark != std::string::npos && mark + 1 < node.at.size();
    return {is_known ? node.at.substr(0, mark) : "survey",
            is_known ? std::atoi(node.at.c_str() + mark + 1) : 0, std::move(column),
            std::move(code), std::move(fact)};
}

Compiled::Compiled(const Form& form, std::vector<Fault>& faults) : names_(form)
{
    compile_all(form.nodes, faults);
    put_in_order(faults);
}

const CompiledNode* Compiled::find(const Node& node) const
{
    const auto found = by_node_.find(&node);
    return found == by_node_.end() ? nullptr : found->second;
}

void Compiled::compile_all(const std::vector<Node>& nodes, std::vector<Fault>& faults)
{
    for (const auto& node : nodes) {
        compile_one(node, faults);
        compile_all(node.children, faults);
    }
}

void Compiled::compile_one(const Node& node, std::vector<Fault>& faults)
{
    auto& compiled = nodes_.emplace_back();
    compiled.node = &node;
    by_node_[&node] = &compiled;
    const auto take = [&](std::optional<Tree>& tree, const std::string& source, const char* column,
                          Place place = Place::question) {
        if (source.empty())
            return;
        try {
            tree = compile(source, names_, node.path, place);
        } catch (const ExpressionWrong& wrong) {
            faults.push_back(fault_at(node, column, wrong.code, wrong.fact));
        }
    };
    if (says_yes(node.required))
        compiled.required = Tree{"call", "true", 0, {}};
    else if (!says_no(node.required))
        take(compiled.required, node.required, "required");
    take(compiled.relevant, node.relevant, "relevant");
    take(compiled.constraint, node.constraint, "constraint");
    take(compiled.calculation, node.calculation, "calculation");
    take(compiled.choice_filter, node.choice_filter, "choice_filter", Place::choice_filter);
    take(compiled.repeat_count, node.repeat_count, "repeat_count");
    if (is_worked_out(node.default_value))
        take(compiled.default_value, node.default_value, "default");
    else if (!node.default_value.empty())
        compiled.default_value = Tree{"str", node.default_value, 0, {}};
    for (const auto& [tree, column] : {std::pair(&compiled.calculation, "calculation"),
                                       std::pair(&compiled.default_value, "default")})
        if (*tree && is_truth(**tree))
            faults.push_back(fault_at(node, column, "truth_as_answer", node.name));
}

// ---- the order

namespace {

// once() reads its own answer, and is not worked out anew because of it.
bool reads_itself_once(const Tree& tree) { return tree.is("call") && tree.text == "once"; }

// The graph of steps: who waits for whom.
class Graph {
public:
    explicit Graph(const std::deque<CompiledNode>& nodes)
    {
        for (const auto& node : nodes)
            for (const auto what :
                 {Step::What::repeat_count, Step::What::relevance, Step::What::value}) {
                number_[{node.node->path, what}] = steps.size();
                steps.push_back({what, &node});
            }
        after.resize(steps.size());
        waits.resize(steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i)
            add_waits(i);
    }

    std::vector<Step> steps;
    std::vector<std::set<std::size_t>> after; // who waits for it
    std::vector<std::size_t> waits;           // for how many it waits

private:
    void wait(std::size_t who, const std::string& path, Step::What what)
    {
        const auto found = number_.find({path, what});
        if (found != number_.end() && after[found->second].insert(who).second)
            ++waits[who];
    }

    void add_waits(std::size_t who)
    {
        const auto& [what, of] = steps[who];
        const auto& path = of->node->path;
        // Of what stands above: "/data/group/question" waits for "/data/group".
        const auto parent = path.substr(0, path.rfind('/'));
        const auto* tree = &of->repeat_count;
        if (what == Step::What::repeat_count) {
            wait(who, parent, Step::What::relevance);
        } else if (what == Step::What::relevance) {
            tree = &of->relevant;
            wait(who, parent, Step::What::relevance);
            wait(who, path, Step::What::repeat_count);
        } else {
            tree = &of->calculation;
            wait(who, path, Step::What::relevance);
        }
        if (!*tree)
            return;
        const bool is_once = reads_itself_once(**tree);
        for (const auto& read : reads_of(**tree, path)) {
            wait_for_way(who, read);
            if (!(is_once && read == path))
                wait(who, read, Step::What::value);
        }
    }

    // How many there are of what is read depends on the repeats on the way to it.
    void wait_for_way(std::size_t who, const std::string& read)
    {
        for (auto end = read.find('/', 1); end != std::string::npos; end = read.find('/', end + 1))
            wait(who, read.substr(0, end), Step::What::repeat_count);
    }

    std::map<std::pair<std::string, Step::What>, std::size_t> number_;
};

} // namespace

void Compiled::put_in_order(std::vector<Fault>& faults)
{
    Graph graph(nodes_);
    auto& waits = graph.waits;
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < waits.size(); ++i)
        if (waits[i] == 0)
            ready.push_back(i);
    for (std::size_t next = 0; next < ready.size(); ++next) {
        order_.push_back(graph.steps[ready[next]]);
        for (const auto who : graph.after[ready[next]])
            if (--waits[who] == 0)
                ready.push_back(who);
    }
    // Who still waits is in a circle, or behind one; behind it waits nobody who waits.
    bool changed = ready.size() < waits.size();
    while (changed) {
        changed = false;
        for (std::size_t i = 0; i < waits.size(); ++i) {
            const auto is_open = [&](std::size_t who) { return waits[who] > 0; };
            const auto& after = graph.after[i];
            if (waits[i] > 0 && std::none_of(after.begin(), after.end(), is_open)) {
                waits[i] = 0;
                changed = true;
            }
        }
    }
    constexpr std::array<const char*, 3> columns{"repeat_count", "relevant", "calculation"};
    for (std::size_t i = 0; i < waits.size(); ++i) {
        const auto& [what, of] = graph.steps[i];
        const auto& trees = {&of->repeat_count, &of->relevant, &of->calculation};
        if (waits[i] > 0 && *trees.begin()[static_cast<std::size_t>(what)])
            faults.push_back(fault_at(*of->node, columns[static_cast<std::size_t>(what)], "circle",
                                      of->node->name));
    }
}

} // namespace xlsform
