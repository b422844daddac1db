// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/findexecution.h"

#include "app/api/pagereader.h"

#include <QTimer>

namespace countersign {

namespace {

struct Search
{
    int open = 0;
    std::function<void(std::optional<WaitRow>)> callback;

    void end(const std::optional<WaitRow> &row)
    {
        if (row || --open == 0) {
            const auto answer = std::exchange(callback, {});
            if (answer)
                answer(row);
        }
    }
};

WaitRow rowOf(const Execution &execution, const Place &place, const Profile &profile)
{
    WaitRow row;
    row.id = {place, execution.id, {}};
    row.profileAlias = profile.alias;
    row.accountId = profile.accountId;
    row.templateName = execution.templateName;
    row.templateVersion = execution.templateVersion;
    row.starter = execution.executedBy;
    row.description = execution.description;
    return row;
}

} // namespace

void findExecution(const FlowServices &services, const ExecutionId &id, QObject *context,
                   std::function<void(std::optional<WaitRow>)> callback)
{
    const auto search = std::make_shared<Search>();
    search->callback = std::move(callback);
    const std::vector<Place> places = services.profiles.places();
    search->open = static_cast<int>(places.size());
    if (places.empty()) {
        search->open = 1;
        QTimer::singleShot(0, context, [search] { search->end(std::nullopt); });
        return;
    }
    for (const Place &place : places) {
        const Profile profile = *services.profiles.profile(place.profile);
        ListExecutionsRequest request;
        request.executionId = id;
        request.includeChildExecution = true;
        readAllExecutions(services.client, *services.profiles.targetFor(place), request, context,
                          [search, id, place, profile](const Result<ListReading<Execution>> &read) {
                              std::optional<WaitRow> row;
                              if (read) {
                                  for (const Execution &execution : read->rows) {
                                      if (execution.id == id)
                                          row = rowOf(execution, place, profile);
                                  }
                              }
                              search->end(row);
                          });
    }
}

} // namespace countersign
