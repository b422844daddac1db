// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Row 1 of the table. usage: reading ANNOUNCEMENT model|drop
// Reads everything that waits in the first region of a sandbox: into the inbox model, or with a
// bare QNetworkAccessManager that looks for the next page's token and drops the rest. Prints
// milliseconds of processor time, rows, and the longest event-loop block.
#include "app/api/networkrequest.h"
#include "app/api/pagereader.h"
#include "app/credentials/announcement.h"
#include "app/domain/clock.h"
#include "app/flows/waitrows.h"
#include "app/models/inboxfilter.h"
#include "tests/benchmarks/measuring.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace countersign;

namespace {

ListExecutionsRequest everythingThatWaits()
{
    ListExecutionsRequest request;
    request.status = QStringLiteral("Waiting");
    request.includeChildExecution = true;
    request.sortField = QStringLiteral("StartDate");
    request.sortOrder = QStringLiteral("Ascending");
    return request;
}

ApiTarget targetOf(const SandboxAnnouncement &announcement)
{
    ApiTarget target;
    target.place = {announcement.profile.id, announcement.profile.regions.front()};
    target.endpoint = announcement.profile.endpoint;
    target.stsEndpoint = announcement.profile.stsEndpoint;
    target.credentials = [credentials = announcement.users.front().credentials] {
        return credentials;
    };
    return target;
}

//! Reads page after page and keeps nothing.
class Dropper : public QObject
{
public:
    explicit Dropper(ApiTarget target)
        : m_target(std::move(target))
    {
    }

    void readPage(const QString &token)
    {
        ApiRequest request = everythingThatWaits().toRequest(token);
        request.parameters.insert(QStringLiteral("RegionId"), m_target.place.region.text());
        UnsignedRequest bare;
        bare.host = hostHeaderOf(m_target.endpoint);
        bare.action = request.action;
        bare.version = apiVersion(request.product);
        bare.query = request.parameters;
        const auto ready = sign(bare, *m_target.credentials(), SignatureScheme::V3,
                                QDateTime::currentDateTimeUtc(), newNonce());
        QNetworkReply *reply =
            m_manager.post(networkRequestFor(m_target, m_target.endpoint, *ready), ready->body);
        connect(reply, &QNetworkReply::finished, this, [this, reply] { onPage(reply); });
    }
    int pages() const { return m_pages; }

private:
    void onPage(QNetworkReply *reply)
    {
        reply->deleteLater();
        const QByteArray body = reply->readAll();
        ++m_pages;
        const QByteArray name = "\"NextToken\":\"";
        const auto begin = body.indexOf(name);
        const auto start = begin + name.size();
        if (begin < 0 || body.at(start) == '"')
            QCoreApplication::quit();
        else
            readPage(QString::fromUtf8(body.mid(start, body.indexOf('"', start) - start)));
    }

    ApiTarget m_target;
    QNetworkAccessManager m_manager;
    int m_pages = 0;
};

int readIntoModel(const SandboxAnnouncement &announcement)
{
    SystemClock clock;
    ReadClient client(
        clock, [] { return newNonce(); }, [] { return 0.5; });
    InboxModel model;
    InboxFilter filter(model);
    const Profile &profile = announcement.profile;
    const ApiTarget target = targetOf(announcement);
    bool isRead = false;
    readAllExecutions(client, target, everythingThatWaits(), &model,
                      [&](const Result<ListReading<Execution>> &result) {
                          isRead = result.hasValue();
                          if (!isRead)
                              return QCoreApplication::quit();
                          WaitSnapshot snapshot;
                          for (const Execution &execution : result->rows) {
                              for (WaitRow &row :
                                   waitRowsOf(execution, {}, target.place, profile, {}))
                                  snapshot.rows.push_back(std::move(row));
                          }
                          sortIntoInboxOrder(snapshot.rows);
                          model.apply(snapshot);
                          QCoreApplication::quit();
                      });
    QCoreApplication::exec();
    return isRead ? model.waitCount() : -1;
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const auto announcement = readAnnouncementFile(arguments[1]);
    if (!announcement)
        return 1;
    const double before = processorMilliseconds();
    int count = 0;
    if (arguments[2] == QLatin1String("drop")) {
        Dropper dropper(targetOf(*announcement));
        dropper.readPage({});
        QCoreApplication::exec();
        count = dropper.pages();
    } else {
        count = readIntoModel(*announcement);
    }
    std::printf("%.1f %d %.1f\n", processorMilliseconds() - before, count,
                application.longestMilliseconds());
    return count > 0 ? 0 : 1;
}
