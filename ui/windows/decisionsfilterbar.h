// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/decisionlog.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace Ui {
class DecisionsFilterBar;
}

namespace countersign {

//! Which decisions are listed: words that are searched for, and one choice each of act, state,
//! account, region and time.
class DecisionsFilterBar : public QWidget
{
    Q_OBJECT

public:
    //! `today` is the last day that is proposed.
    explicit DecisionsFilterBar(const QDate &today, QWidget *parent = nullptr);
    ~DecisionsFilterBar() override;

    //! The times of the filter are left open.
    DecisionsFilter filter() const;
    DecisionSpan span() const;
    //! Offers these; a choice that is among them stays.
    void setPlaces(const std::vector<DecisionLog::Choice> &accounts,
                   const std::vector<DecisionLog::Choice> &regions);
    void clear();
    QLineEdit *searchEdit() const;

Q_SIGNALS:
    void changed();

private:
    void fillChoices(const QDate &today);
    void fillPlaces(QComboBox *box, const QString &all,
                    const std::vector<DecisionLog::Choice> &choices);
    void onChosen();

    std::unique_ptr<Ui::DecisionsFilterBar> m_ui;
    std::vector<DecisionLog::Choice> m_accounts;
    std::vector<DecisionLog::Choice> m_regions;
};

} // namespace countersign
