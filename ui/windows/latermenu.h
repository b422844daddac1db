// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMenu>

namespace countersign {

//! Until when a wait is put off: some spans, the next mornings, or until it changes.
class LaterMenu : public QMenu
{
    Q_OBJECT

public:
    explicit LaterMenu(QWidget *parent = nullptr);

Q_SIGNALS:
    //! UTC; invalid: until it changes.
    void chosen(const QDateTime &until);

private:
    void fill();
    void add(const QString &text, const QDateTime &until);
};

} // namespace countersign
