// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/troublelines.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/errortext.h"
#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"
#include "ui/views/tooltips.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

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

//! What a line says and offers.
struct TroubleLines::Content
{
    enum class Offer { None, Understood, Account, TryAgain, NewJournal };

    QString words;
    QString details;
    std::optional<ProfileId> profile; //!< that its button opens
    Offer offer = Offer::None;
    bool isLoud = false; //!< announced when it comes up
};

QString TroubleLines::offerText(const Content &content)
{
    switch (content.offer) {
    case Content::Offer::None:
        break;
    case Content::Offer::Understood:
        return tr("Understood");
    case Content::Offer::Account:
        return tr("Account…");
    case Content::Offer::TryAgain:
        return tr("Try again");
    case Content::Offer::NewJournal:
        return tr("Keep the damaged file and start a new journal…");
    }
    return {};
}

//! A line is kept while its words change, so that the keyboard's place in it stays.
struct TroubleLines::Line
{
    explicit Line(QWidget *parent)
        : widget(new QWidget(parent))
        , icon(new IconLabel(widget))
        , label(new SafeLabel(SafeLabel::Use::Words, widget))
        , button(new QToolButton(widget))
    {
        auto *column = new QVBoxLayout(widget);
        column->setContentsMargins(0, 2, 0, 2);
        column->setSpacing(2);
        row = new QHBoxLayout;
        column->addLayout(row);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(icon);
        row->addWidget(label, 1);
        row->addWidget(button);
    }

    void setDetails(const QString &words);

    QWidget *widget;
    QHBoxLayout *row;
    IconLabel *icon;
    SafeLabel *label;
    QToolButton *button;
    QToolButton *more = nullptr;  //!< both are made when there are details for the first time
    SafeLabel *details = nullptr; //!< shown while `more` is pressed down
    Content content;
};

//! What the system said is for the keyboard and for reading aloud as well; a tool tip is for
//! neither.
void TroubleLines::Line::setDetails(const QString &words)
{
    if (more == nullptr && words.isEmpty())
        return;
    if (more == nullptr) {
        more = new QToolButton(widget);
        more->setObjectName(QStringLiteral("troubleMore"));
        more->setText(Words::tr("Details"));
        more->setAutoRaise(true);
        more->setCheckable(true);
        more->setFocusPolicy(Qt::TabFocus);
        row->addWidget(more);
        details = new SafeLabel(SafeLabel::Use::Copyable, widget);
        details->setObjectName(QStringLiteral("troubleDetails"));
        details->setIndent(23);
        details->hide();
        widget->layout()->addWidget(details);
        QObject::connect(more, &QToolButton::toggled, details, [this](bool isOn) {
            details->setVisible(isOn);
            if (isOn)
                announce(details, details->text());
        });
    }
    details->setText(words);
    more->setVisible(!words.isEmpty());
    if (words.isEmpty())
        more->setChecked(false);
}

TroubleLines::TroubleLines(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 0, 12, 2);
    m_column->setSpacing(1);
    hide();
}

TroubleLines::~TroubleLines() = default;

TroubleLines::Line &TroubleLines::lineAt(std::size_t position)
{
    while (m_lines.size() <= position) {
        m_lines.push_back(std::make_unique<Line>(this));
        Line *line = m_lines.back().get();
        m_column->addWidget(line->widget);
        connect(line->button, &QToolButton::clicked, this, [this, line] {
            // The line may go while its button is answered.
            const Content content = line->content;
            press(content);
        });
    }
    return *m_lines[position];
}

void TroubleLines::press(const Content &content)
{
    switch (content.offer) {
    case Content::Offer::None:
        break;
    case Content::Offer::Account:
        Q_EMIT profileWanted(*content.profile);
        break;
    case Content::Offer::TryAgain:
        Q_EMIT journalTryWanted();
        break;
    case Content::Offer::NewJournal:
        Q_EMIT newJournalWanted();
        break;
    case Content::Offer::Understood:
        m_dismissed += content.words;
        update();
        break;
    }
}

std::vector<TroubleLines::Content> TroubleLines::contents() const
{
    std::vector<Content> lines;
    if (!m_journal.isEmpty())
        lines.push_back({m_journal,
                         m_journalDetails,
                         {},
                         m_mayStartAnew ? Content::Offer::NewJournal : Content::Offer::TryAgain,
                         true});
    for (const QString &note : m_notes) {
        if (!m_dismissed.contains(note))
            lines.push_back({note, {}, {}, Content::Offer::Understood, false});
    }
    std::size_t shown = 0;
    for (const PlaceTrouble &trouble : m_troubles) {
        if (shown++ == shownLines) {
            lines.push_back({tr("%n more place(s) are not well.", nullptr,
                                static_cast<int>(m_troubles.size() - shownLines)),
                             {},
                             {},
                             Content::Offer::None,
                             false});
            break;
        }
        const bool isForPerson = trouble.kind == PlaceTrouble::Kind::Stopped ||
                                 trouble.kind == PlaceTrouble::Kind::Refused ||
                                 trouble.kind == PlaceTrouble::Kind::Locked;
        lines.push_back({troubleText(trouble),
                         trouble.error ? errorDetails(*trouble.error) : QString(),
                         isForPerson ? std::optional(trouble.place.profile) : std::nullopt,
                         isForPerson ? Content::Offer::Account : Content::Offer::None, false});
    }
    return lines;
}

void TroubleLines::update()
{
    const std::vector<Content> wanted = contents();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Line &line = lineAt(i);
        line.content = wanted[i];
        const bool isNote = wanted[i].offer == Content::Offer::Understood;
        const bool isNews = wanted[i].isLoud && line.label->text() != wanted[i].words;
        line.icon->setIcon(isNote ? QStringLiteral("information") : QStringLiteral("warning"), 15);
        line.label->setWeight(wanted[i].isLoud);
        line.label->setText(wanted[i].words);
        setToolTipWords(line.label, wanted[i].details);
        line.setDetails(wanted[i].isLoud ? wanted[i].details : QString());
        line.button->setText(offerText(wanted[i]));
        line.button->setVisible(wanted[i].offer != Content::Offer::None);
        if (isNews)
            announce(line.label, wanted[i].words);
    }
    while (m_lines.size() > wanted.size()) {
        m_lines.back()->widget->deleteLater();
        m_lines.back()->widget->hide();
        m_lines.pop_back();
    }
    setVisible(!wanted.empty());
}

void TroubleLines::setJournal(const QString &words, const QString &details, bool mayStartAnew)
{
    m_journal = words;
    m_journalDetails = details;
    m_mayStartAnew = mayStartAnew;
    update();
}

void TroubleLines::setTroubles(const std::vector<PlaceTrouble> &troubles)
{
    m_troubles = troubles;
    update();
}

void TroubleLines::setNotes(const QStringList &notes)
{
    m_notes = notes;
    update();
}

} // namespace countersign
