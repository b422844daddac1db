// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace countersign {

//! Marks what a held key repeats as such, for the whole program. X tells a repeat as a release and
//! a press of the same moment, and Qt overlooks it when the press has not arrived with the release:
//! then a held key would step a run or confirm again. A repeat triggers no shortcut.
class HeldKeys : public QObject
{
    Q_OBJECT

public:
    //! Watches the application; `parent` is it.
    explicit HeldKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHash<int, quint64> m_released; //!< by key, when it was let go last, in the server's time
};

} // namespace countersign
