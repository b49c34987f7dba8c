// SPDX-License-Identifier: EUPL-1.2
#include "store/backup.h"

#include <stdexcept>

#include "store/connection.h"
#include "store/migrate.h"
#include "store/seal.h"

namespace store {

void restore(const std::string& path, const Settings& settings)
{
    const auto seal = Seal::from_file(settings.key_file, false);
    const auto database = open_database(settings);
    const auto connection = database->connect(Access::write);
    if (!connection->tables().empty())
        throw std::runtime_error("The store " + settings.name +
                                 " is not empty: restore into a new one.");
    connection->restore(path);
    connection->finish();
    check_key(*connection, seal, settings);
}

} // namespace store
