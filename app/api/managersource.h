// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace countersign {

//! Gives the manager that carries the calls to an endpoint; an empty one stands for newManager().
using ManagerSource = std::function<std::unique_ptr<QNetworkAccessManager>(const QUrl &endpoint)>;

} // namespace countersign
