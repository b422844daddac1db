// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QWidget>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;
struct BulkSelection;

//! Stands in the review's place while several rows are chosen: how many, of which kind, where, and
//! the acts that fit all of them, or why none does.
class BulkPage : public QWidget
{
    Q_OBJECT

public:
    explicit BulkPage(QWidget *parent = nullptr);

    void setSelection(const BulkSelection &selection);
    //! Gives the keyboard focus to what is read first.
    void focusSummary();

Q_SIGNALS:
    void actWanted(countersign::Act act);
    //! One row shall be chosen again.
    void oneWanted();

private:
    QPushButton *newButton(Act act);

    SafeLabel *m_heading;
    SafeLabel *m_kinds;
    SafeLabel *m_places;
    SafeLabel *m_words;
    std::vector<std::pair<Act, QPushButton *>> m_buttons; //!< those of one kind beside each other
};

} // namespace countersign
