// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSplitter>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class DecisionsTable;

//! A table of decisions, and below it the whole life of the chosen one as plain text. Sorted by a
//! click on a column; Enter asks for the run.
class DecisionsView : public QSplitter
{
    Q_OBJECT

public:
    //! `decisions` outlives this; `lifeOf` gives the text for a key, empty when there is none.
    DecisionsView(DecisionsTable *decisions, std::function<QString(const QByteArray &)> lifeOf,
                  const QString &accessibleName, QWidget *parent = nullptr);

    QTreeView *table() const { return m_table; }
    //! The key of the chosen decision; empty: none is chosen.
    QByteArray chosen() const;
    void choose(const QByteArray &key);
    //! Draws the text again; where it is the same, selection and scroll position stay.
    void update();

Q_SIGNALS:
    void runWanted(const QByteArray &key);
    void chosenChanged();

private:
    void connectTable();

    DecisionsTable *m_decisions;
    std::function<QString(const QByteArray &)> m_lifeOf;
    QTreeView *m_table;
    QPlainTextEdit *m_life;
    QByteArray m_shown; //!< whose life is drawn
};

} // namespace countersign
