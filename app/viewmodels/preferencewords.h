// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTime>

namespace countersign {

//! When nothing is told, as a sentence.
QString quietHoursText(const QTime &from, const QTime &to);

//! Why `note` cannot stand among `others`, the usual notes of an act; empty: it can.
QString usualNoteProblem(const QString &note, const QStringList &others);

} // namespace countersign
