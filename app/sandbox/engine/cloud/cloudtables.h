// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace countersign::sandbox {

//! A kind of resource and the call that lists it.
struct CloudKind
{
    QString service;
    QString describe;
    QString list;        //!< where the reply holds the list, such as Instances.Instance
    QString idField;     //!< also the name of the parameter that selects by id
    QString prefix;      //!< ids of this kind begin so; empty: names chosen by the caller
    QString statusField; //!< empty when it has no states
    QString settled;     //!< the state of one that was not created here
    QByteArray fields;   //!< the other fields of a new one, JSON
    QString total = QStringLiteral("TotalCount");
};

//! A call that makes a resource.
struct CloudCreation
{
    QString service;
    QString api;
    QString kindList; //!< CloudKind::list
    QString states;   //!< from the first to the settled one, separated by >
};

//! A call that moves a resource through states, or removes it.
struct CloudChange
{
    QString service;
    QString api;
    QString kindList;
    QString idParameter;
    QString states; //!< empty: nothing changes; "gone": it is removed
    QString needed; //!< the state it must be in; empty: any. A refusal counts as a look at it
};

const std::vector<CloudKind> &cloudKinds();
const std::vector<CloudCreation> &cloudCreations();
const std::vector<CloudChange> &cloudChanges();
//! The body of a call that always answers the same: an empty one for a call of a known product of
//! which nothing more is known; nothing for other products.
std::optional<QByteArray> fixedAnswer(const QString &service, const QString &api);

} // namespace countersign::sandbox
