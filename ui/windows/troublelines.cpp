// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/troublelines.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/errortext.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TroubleLines)
};

// More lines than this would push the work out of the window.
constexpr size_t shownLines = 4;

QString clockText(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

QString stateText(const PlaceTrouble &trouble)
{
    switch (trouble.kind) {
    case PlaceTrouble::Kind::Throttled:
        return Words::tr("The service asks to slow down. Decisions still go first.");
    case PlaceTrouble::Kind::Behind:
        return Words::tr("What is listed is old.");
    case PlaceTrouble::Kind::Incomplete:
        return Words::tr("The list ended early: not everything that waits is listed.");
    case PlaceTrouble::Kind::WithoutChildren:
        return Words::tr("The service refuses to list child executions: what waits inside of other "
                         "runs is not listed.");
    case PlaceTrouble::Kind::Locked:
        return Words::tr("The profile is locked. It is read when its credentials are there.");
    case PlaceTrouble::Kind::Stopped:
    case PlaceTrouble::Kind::Refused:
    case PlaceTrouble::Kind::Failed:
        break;
    }
    return trouble.error ? errorText(*trouble.error) : Words::tr("It could not be read.");
}

QString placeText(const PlaceTrouble &trouble)
{
    const QString account = safeLine(trouble.alias, 60);
    if (trouble.regions > 1)
        //: %1 is an account
        return Words::tr("%1 / %n region(s)", nullptr, trouble.regions).arg(account);
    return QStringLiteral("%1 / %2").arg(account, safeLine(trouble.place.region.text(), 60));
}

} // namespace

QString troubleText(const PlaceTrouble &trouble)
{
    const QString place = placeText(trouble);
    const QString state = stateText(trouble);
    if (trouble.kind == PlaceTrouble::Kind::Locked)
        //: %1 is an account and a region, %2 a sentence
        return Words::tr("%1: %2").arg(place, state);
    if (trouble.kind == PlaceTrouble::Kind::Stopped)
        //: %1 is an account and a region, %2 a sentence
        return Words::tr("%1: %2 Nothing more is read with this profile before you read again or "
                         "change it.")
            .arg(place, state);
    const QString since = trouble.lastGoodRead.isValid()
                              ? Words::tr("Last read at %1.").arg(clockText(trouble.lastGoodRead))
                              : Words::tr("Never read so far.");
    if (trouble.nextRead.isValid())
        //: %1 is an account and a region, %2 and %3 are sentences, %4 a time
        return Words::tr("%1: %2 %3 Next try at %4.")
            .arg(place, state, since, clockText(trouble.nextRead));
    //: %1 is an account and a region, %2 and %3 are sentences
    return Words::tr("%1: %2 %3").arg(place, state, since);
}

TroubleLines::TroubleLines(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 0, 12, 2);
    m_column->setSpacing(1);
    hide();
}

void TroubleLines::setTroubles(const std::vector<PlaceTrouble> &troubles)
{
    for (QWidget *line : m_lines)
        delete line;
    m_lines.clear();
    const auto add = [this](const QString &words, const QString &details) {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 2, 0, 2);
        auto *icon = new IconLabel(line);
        icon->setIcon(QStringLiteral("warning"), 15);
        auto *label = new SafeLabel(SafeLabel::Use::Words, line);
        label->setText(words);
        label->setToolTip(details.isEmpty() ? QString() : safeToolTip(details));
        row->addWidget(icon);
        row->addWidget(label, 1);
        m_column->addWidget(line);
        m_lines.push_back(line);
    };
    for (size_t i = 0; i < troubles.size() && i < shownLines; ++i)
        add(troubleText(troubles[i]),
            troubles[i].error ? errorDetails(*troubles[i].error) : QString());
    if (troubles.size() > shownLines)
        add(tr("%n more place(s) are not well.", nullptr,
               static_cast<int>(troubles.size() - shownLines)),
            {});
    setVisible(!troubles.empty());
}

} // namespace countersign
