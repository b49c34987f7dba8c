// SPDX-License-Identifier: EUPL-1.2
#include "network/release_rows.h"

#include "store/rows.h"

namespace network {

namespace {

const std::string release = "select " + store::columns<ReleaseRow>() + " from network_release";
const store::Sql release_by_id(release + " where id = $1");
const store::Sql releases(release + " order by number desc");
const store::Sql last_number("select coalesce(max(number), 0) from network_release");

const std::string taken = "select " + store::columns<TakenRow>() + " from network_taken";
const store::Sql taken_last(taken + " where slug = $1 order by number desc limit 1");
const store::Sql taken_all(taken + " order by number, slug");

const std::string draft = "select " + store::columns<DraftRow>() + " from network_draft";
const store::Sql drafts(draft + " order by path");
const store::Sql draft_by_path(draft + " where path = $1");
const store::Sql delete_draft("delete from network_draft where path = $1");
const store::Sql delete_drafts("delete from network_draft");

const std::string extension =
    "select " + store::columns<ExtensionRow>() + " from network_extension";
const store::Sql extensions(extension + " order by list, code");
const store::Sql extension_by_id(extension + " where id = $1");

} // namespace

std::optional<ReleaseRow> find_release(store::Transaction& transaction, const Id<Release>& id)
{
    return store::find_row<ReleaseRow>(transaction, release_by_id, id);
}

std::vector<ReleaseRow> list_release_rows(store::Transaction& transaction)
{
    return store::read_rows<ReleaseRow>(transaction, releases);
}

std::int64_t last_release_number(store::Transaction& transaction)
{
    return transaction.number(last_number);
}

std::optional<TakenRow> last_taken(store::Transaction& transaction, const std::string& slug)
{
    return store::find_row<TakenRow>(transaction, taken_last, slug);
}

std::vector<TakenRow> list_taken(store::Transaction& transaction)
{
    return store::read_rows<TakenRow>(transaction, taken_all);
}

std::vector<DraftRow> list_draft(store::Transaction& transaction)
{
    return store::read_rows<DraftRow>(transaction, drafts);
}

std::optional<DraftRow> find_draft(store::Transaction& transaction, const std::string& path)
{
    return store::find_row<DraftRow>(transaction, draft_by_path, path);
}

void drop_draft(store::Transaction& transaction, const std::string& path)
{
    transaction.execute(delete_draft, path);
}

void forget_draft(store::Transaction& transaction) { transaction.execute(delete_drafts); }

std::vector<ExtensionRow> list_extension_rows(store::Transaction& transaction)
{
    return store::read_rows<ExtensionRow>(transaction, extensions);
}

std::optional<ExtensionRow> find_extension(store::Transaction& transaction,
                                           const Id<ExtensionRow>& id)
{
    return store::find_row<ExtensionRow>(transaction, extension_by_id, id);
}

std::int64_t count_uses(store::Transaction& transaction, const std::string& table,
                        const std::string& column, const std::string& code)
{
    // Names of tables and columns are those that modules declare: none comes from a wish.
    const auto& sql = store::kept_sql("select count(*) from " + table + " where " + column +
                                      " = $1 or " + column + " like $2 escape '!'");
    std::string escaped;
    for (const char c : code)
        escaped += c == '_' || c == '%' || c == '!' ? std::string("!") + c : std::string(1, c);
    return transaction.number(sql, code, "%\"" + escaped + "\"%");
}

} // namespace network
