// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/waitrow.h"

#include <QTimer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTreeView;
class QVBoxLayout;
QT_END_NAMESPACE

namespace countersign {

class ActionSet;
class BannerView;
class CautionsView;
class ChangesView;
class ConsequenceView;
class DecisionBar;
class DecisionViewModel;
class DecisionsViewModel;
class FactsGrid;
class OutcomeBar;
class QuoteView;
class ReviewTabs;
class ReviewViewModel;
class SafeLabel;
class Settings;
class StatePage;
class ToneFrame;

//! The review of the chosen wait, top to bottom in the order of rule F8, with the decision bar at
//! its foot. It draws what the view-models say and starts nothing but actions of the window.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(ReviewViewModel &review, DecisionsViewModel &decisions, ActionSet &actions,
               QWidget *parent = nullptr);

    //! The first read of the wait is on its way.
    bool isLoading() const;
    void showTab(int tab);
    //! Gives the keyboard focus to what is read first.
    void focusSummary();
    //! Says that the wait is put off; empty: it is not.
    void setPutOffText(const QString &text);
    //! Says why something that was wanted here was not done, until another wait is shown or the
    //! person has put it away; safe text. Empty: nothing is said any more.
    void tell(const QString &words);
    //! Whether "Next" stands beside a result.
    void setHasNext(bool hasNext);
    QScrollArea *scrollArea() const { return m_scroll; }
    DecisionBar *decisionBar() const { return m_bar; }
    //! What the tables remember of their columns; see Settings::place().
    void saveColumns(Settings &settings) const;
    void restoreColumns(const Settings &settings);

Q_SIGNALS:
    void nextWanted();
    void noteCopyWanted(const QString &note);
    //! The person wants to decide again in spite of this one, whose effect is not known.
    void againWanted(const countersign::DecisionRecord &record);
    //! The person wants to open another execution of the same place.
    void runWanted(const countersign::WaitRowId &run);

private:
    QWidget *makeHeading();
    QWidget *makeContents();
    void addTables(QVBoxLayout *column);
    void update();
    void updatePage();
    void updateHeading();
    void updateProblems();
    QString goneDetail(const QString &readAt) const;
    void updateResult();
    void onResultPressed();
    bool mayBeDecidedAgain(const DecisionViewModel &decision) const;
    DecisionViewModel *resultToShow() const;

    ReviewViewModel &m_review;
    DecisionsViewModel &m_decisions;
    ActionSet &m_actions;
    QStackedWidget *m_pages;
    StatePage *m_statePage;
    BannerView *m_banner;
    QScrollArea *m_scroll;
    OutcomeBar *m_told;
    SafeLabel *m_heading;
    SafeLabel *m_ids;
    OutcomeBar *m_result;
    ChangesView *m_changes;
    OutcomeBar *m_state;
    CautionsView *m_haste;
    CautionsView *m_cautions;
    ConsequenceView *m_consequence;
    SafeLabel *m_otherWaits;
    SafeLabel *m_pause;
    SafeLabel *m_comparison;
    QTreeView *m_parameters;
    SafeLabel *m_putOff;
    QuoteView *m_quote;
    FactsGrid *m_facts;
    ToneFrame *m_notRead;
    SafeLabel *m_notReadWords;
    ReviewTabs *m_tabs;
    DecisionBar *m_bar;
    std::optional<WaitRowId> m_shown;
    bool m_hasNext = false;
    QTimer m_againDue; //!< until the result may be decided again
};

} // namespace countersign
