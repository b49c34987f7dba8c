// SPDX-License-Identifier: EUPL-1.2
#include "store/backup.h"

#include <stdexcept>

#include "store/connection.h"
#include "store/migrate.h"
#include "store/seal.h"

namespace store {

void back_up(const Settings& settings, const std::string& path)
{
    const auto connection = open_database(settings, Hold::beside)->connect(Access::read);
    connection->begin();
    if (!is_store(connection->tables()))
        throw std::runtime_error("There is no store " + settings.name + " to back up.");
    connection->back_up(path);
    connection->rollback();
}

void restore(const std::string& path, const Settings& settings)
{
    const auto seal = Seal::from_file(settings.key_file, false);
    const auto database = open_database(settings, Hold::alone);
    const auto connection = database->connect(Access::write);
    if (!connection->tables().empty())
        throw std::runtime_error("The store " + settings.name +
                                 " is not empty: restore into a new one.");
    connection->restore(path);
    connection->finish();
    check_key(*connection, seal, settings);
}

} // namespace store
