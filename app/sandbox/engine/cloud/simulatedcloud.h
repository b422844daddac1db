// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/cloud/cloudtables.h"
#include "app/sandbox/engine/values.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QStringList>

#include <functional>
#include <vector>

namespace countersign::sandbox {

//! What a product answers: a body, an error body (Code, Message), or that it is not simulated.
struct CloudReply
{
    enum class Kind { Answer, Error, NotSimulated };
    Kind kind = Kind::Answer;
    Json body;
};

//! A small consistent cloud: what is created can be described, changes of state go one step further
//! each time they are looked at, what is deleted is gone. Ids of the right shape are taken as
//! existing the first time they are named. Names match without regard to letter case.
class SimulatedCloud
{
public:
    explicit SimulatedCloud(quint32 seed);

    //! Answers calls of OOS itself; without a request id, which the cloud adds.
    using OwnService = std::function<CloudReply(const QString &api, const Json &parameters,
                                                const QString &region)>;
    void setOwnService(OwnService ownService) { m_ownService = std::move(ownService); }

    CloudReply call(const QString &service, const QString &api, const Json &parameters,
                    const QString &region);

private:
    struct Resource
    {
        QString id;
        QString region;
        Json fields;
        QStringList coming; //!< states that are still ahead
    };
    using Table = std::vector<Resource>;

    CloudReply answer(Members members);
    CloudReply error(const QString &code, const QString &message);
    QString newId(const QString &prefix);
    QString newRequestId();
    Table &table(const CloudKind &kind) { return m_tables[kind.list]; }
    Resource *resource(const CloudKind &kind, const QString &id, const QString &region);
    Resource &add(const CloudKind &kind, const QString &id, const QString &region,
                  const Json &parameters, const QString &states);
    void seedRegion(const QString &region);
    CloudReply describe(const CloudKind &kind, const Json &parameters, const QString &region);
    CloudReply create(const CloudCreation &creation, const Json &parameters, const QString &region);
    CloudReply change(const CloudChange &change, const Json &parameters, const QString &region);
    CloudReply runInstances(const Json &parameters, const QString &region);
    static void takeStates(const CloudKind &kind, Resource &resource, const QString &states);

    OwnService m_ownService;
    QRandomGenerator m_random;
    QHash<QString, Table> m_tables;
    QSet<QString> m_gone;
    QSet<QString> m_seeded;
};

} // namespace countersign::sandbox
