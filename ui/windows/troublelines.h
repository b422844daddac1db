// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/inboxviewmodel.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace countersign {

//! One line per profile and cause that is not well: where, why, and when it is read again.
class TroubleLines : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleLines(QWidget *parent = nullptr);

    void setTroubles(const std::vector<PlaceTrouble> &troubles);

private:
    QVBoxLayout *m_column;
    std::vector<QWidget *> m_lines;
};

//! The words of one line; safe text.
QString troubleText(const PlaceTrouble &trouble);

} // namespace countersign
