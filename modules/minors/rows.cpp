// SPDX-License-Identifier: EUPL-1.2
#include "minors/rows.h"

#include "store/rows.h"

namespace minors {

namespace {

const store::Sql row_by_id("select " + store::columns<FileRow>() +
                           " from minors_file where id = $1");

const store::Sql of_person("select " + store::columns<FileRow>() +
                           " from minors_file where person = $1"
                           " order by case when closed_on is null then 0 else 1 end,"
                           " opened_at desc, id desc");

const store::Sql listed("select " + store::columns<FileRow>() +
                        " from minors_file"
                        " where (case when closed_on is null then 0 else 1 end) = $1"
                        " order by opened_at desc, id desc limit $2");

const store::Sql steps("select " + store::columns<StepRow>() +
                       " from minors_step where file = $1 and undone_at is null"
                       " order by done_on desc, recorded_at desc, id desc");

const store::Sql step_by_id("select " + store::columns<StepRow>() +
                            " from minors_step where id = $1");

const store::Sql deadlines("select " + store::columns<DeadlineRow>() +
                           " from minors_deadline where file = $1 order by due_on, what");

const store::Sql of_open_files("select " + store::columns<DeadlineRow>("d") +
                               " from minors_deadline d join minors_file f on f.id = d.file"
                               " where f.closed_on is null order by d.due_on, d.what");

const store::Sql untold("select " + store::columns<DeadlineRow>("d") +
                        " from minors_deadline d join minors_file f on f.id = d.file"
                        " where f.closed_on is null and d.done_on is null"
                        " and d.reminded_at is null and d.due_on < $1"
                        " order by d.due_on, d.what, d.id");

const store::Sql deadline_deleted("delete from minors_deadline where id = $1");

const store::Sql every_term("select " + store::columns<TermRow>() +
                            " from minors_term order by what");

const store::Sql term_deleted("delete from minors_term where what = $1");

} // namespace

std::optional<FileRow> find_row(store::Transaction& transaction, const Id<File>& id)
{
    return store::find_row<FileRow>(transaction, row_by_id, id);
}

std::vector<FileRow> files_of(store::Transaction& transaction, const Id<people::Person>& person)
{
    return store::read_rows<FileRow>(transaction, of_person, person);
}

std::vector<FileRow> list_rows(store::Transaction& transaction, bool closed, int limit)
{
    return store::read_rows<FileRow>(transaction, listed, closed ? 1 : 0, limit);
}

std::vector<StepRow> steps_of(store::Transaction& transaction, const Id<File>& id)
{
    return store::read_rows<StepRow>(transaction, steps, id);
}

std::optional<StepRow> find_step(store::Transaction& transaction, const Id<Step>& id)
{
    return store::find_row<StepRow>(transaction, step_by_id, id);
}

std::vector<DeadlineRow> deadlines_of(store::Transaction& transaction, const Id<File>& id)
{
    return store::read_rows<DeadlineRow>(transaction, deadlines, id);
}

std::vector<DeadlineRow> open_deadlines(store::Transaction& transaction)
{
    return store::read_rows<DeadlineRow>(transaction, of_open_files);
}

std::vector<DeadlineRow> untold_deadlines(store::Transaction& transaction, Date today)
{
    return store::read_rows<DeadlineRow>(transaction, untold, today);
}

void delete_deadline(store::Transaction& transaction, const Id<DeadlineRow>& id)
{
    transaction.execute(deadline_deleted, id);
}

std::vector<TermRow> terms(store::Transaction& transaction)
{
    return store::read_rows<TermRow>(transaction, every_term);
}

void delete_term(store::Transaction& transaction, const std::string& what)
{
    transaction.execute(term_deleted, what);
}

} // namespace minors
