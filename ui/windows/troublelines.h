// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/keytroubles.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! The foot of the window: why deciding is closed for everything, one line per profile that is not
//! well (which, why, what to do), and lines about files of the program, which can be taken away
//! once they were read.
class TroubleLines : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleLines(QWidget *parent = nullptr);
    ~TroubleLines() override;

    //! What keeps decisions from being recorded, with a way to try again or, where the file is
    //! damaged, to begin a new one; empty: nothing. Safe text, whole sentences. It cannot be taken
    //! away. `details` are shown on demand.
    void setJournal(const QString &words, const QString &details, bool mayStartAnew);
    void setTroubles(const std::vector<PlaceTrouble> &troubles);
    //! Of profiles without keys, or without new ones. Places that are not read for the same cause
    //! have no line of their own then; what is wrong with the network's settings is told of the
    //! places, once.
    void setKeyTroubles(const std::vector<KeyTrouble> &troubles);
    //! Safe text, whole sentences. A line that was taken away does not come back.
    void setNotes(const QStringList &notes);

Q_SIGNALS:
    //! The person wants to see what is wrong with this profile.
    void profileWanted(const countersign::ProfileId &profile);
    //! The source of this profile's keys is to be asked now.
    void renewWanted(const countersign::ProfileId &profile);
    //! The journal is to be looked at once more.
    void journalTryWanted();
    //! A new journal is wanted in place of the damaged one; the person was not asked yet.
    void newJournalWanted();

private:
    enum class Offer { None, Understood, Account, TryAgain, NewJournal, EnterKey, Renew, Show };
    struct Line;
    struct Content;

    std::vector<Content> contents() const;
    std::vector<Content> profileContents() const;
    bool isToldOfKeys(const PlaceTrouble &trouble) const;
    bool isToldOfPlaces(const KeyTrouble &trouble) const;
    PlaceTrouble withKeyless(PlaceTrouble trouble) const;
    void update();
    void fill(Line &line, const Content &content);
    void press(Offer offer, const Content &content);
    static QString offerText(Offer offer);
    Line &lineAt(std::size_t position);

    QVBoxLayout *m_column;
    std::vector<std::unique_ptr<Line>> m_lines;
    QString m_journal;
    QString m_journalDetails;
    bool m_mayStartAnew = false;
    std::vector<PlaceTrouble> m_troubles;
    std::vector<KeyTrouble> m_keyTroubles;
    QStringList m_notes;
    QStringList m_dismissed;
};

//! The words of one line; safe text.
QString troubleText(const PlaceTrouble &trouble);

} // namespace countersign
