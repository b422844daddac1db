// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/troublelines.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/waycause.h"
#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"
#include "ui/views/tooltips.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

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
    const int further = static_cast<int>(trouble.further.size());
    if (further > 0)
        //: %1 is an account
        return Words::tr("%1 and %n further account(s)", nullptr, further).arg(account);
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
    QString words;
    QString details;
    std::optional<ProfileId> profile; //!< that its buttons are about
    std::vector<ProfileId> alike;     //!< those to which the same applies
    Offer offer = Offer::None;
    Offer second = Offer::None;
    bool isLoud = false; //!< announced when it comes up
};

QString TroubleLines::offerText(Offer offer)
{
    switch (offer) {
    case Offer::None:
        break;
    case Offer::Understood:
        return tr("Understood");
    case Offer::Account:
        return tr("Account…");
    case Offer::TryAgain:
        return tr("Try again");
    case Offer::NewJournal:
        return tr("Keep the damaged file and start a new journal…");
    case Offer::EnterKey:
        return tr("Enter key…");
    case Offer::Renew:
        return tr("Renew now");
    case Offer::Show:
        return tr("Show profile…");
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
        , second(new QToolButton(widget))
    {
        auto *column = new QVBoxLayout(widget);
        column->setContentsMargins(0, 2, 0, 2);
        column->setSpacing(2);
        row = new QHBoxLayout;
        column->addLayout(row);
        row->addWidget(icon);
        row->addWidget(label, 1);
        for (QToolButton *offered : {button, second}) {
            offered->setAutoRaise(true);
            offered->setFocusPolicy(Qt::TabFocus);
            row->addWidget(offered);
        }
    }

    void setDetails(const QString &words);

    QWidget *widget;
    QHBoxLayout *row;
    IconLabel *icon;
    SafeLabel *label;
    QToolButton *button;
    QToolButton *second;
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
        // The line may go while its button is answered.
        connect(line->button, &QToolButton::clicked, this, [this, line] {
            const Content content = line->content;
            press(content.offer, content);
        });
        connect(line->second, &QToolButton::clicked, this, [this, line] {
            const Content content = line->content;
            press(content.second, content);
        });
    }
    return *m_lines[position];
}

void TroubleLines::press(Offer offer, const Content &content)
{
    switch (offer) {
    case Offer::None:
        break;
    case Offer::Account:
    case Offer::EnterKey:
    case Offer::Show:
        Q_EMIT profileWanted(*content.profile);
        break;
    case Offer::Renew:
        Q_EMIT renewWanted(*content.profile);
        for (const ProfileId &id : content.alike)
            Q_EMIT renewWanted(id);
        break;
    case Offer::TryAgain:
        Q_EMIT journalTryWanted();
        break;
    case Offer::NewJournal:
        Q_EMIT newJournalWanted();
        break;
    case Offer::Understood:
        m_dismissed += content.words;
        update();
        break;
    }
}

//! Without keys nothing is read, and that is one cause and not two.
bool TroubleLines::isToldOfKeys(const PlaceTrouble &trouble) const
{
    const bool isOfKeys = trouble.kind == PlaceTrouble::Kind::Locked ||
                          (trouble.kind == PlaceTrouble::Kind::Stopped && trouble.error &&
                           trouble.error->kind == Error::Kind::BadCredentials);
    return std::any_of(
        m_keyTroubles.begin(), m_keyTroubles.end(), [&trouble, isOfKeys](const KeyTrouble &told) {
            // Whoever reads without keys is told why there are none.
            const bool isItsError = trouble.error && !told.code.isEmpty() && told.way.isEmpty() &&
                                    trouble.error->code == told.code;
            return (isOfKeys || isItsError) &&
                   std::find(told.covered.begin(), told.covered.end(), trouble.place.profile) !=
                       told.covered.end();
        });
}

bool TroubleLines::isToldOfPlaces(const KeyTrouble &trouble) const
{
    return !trouble.way.isEmpty() &&
           std::any_of(m_troubles.begin(), m_troubles.end(), [&trouble](const PlaceTrouble &told) {
               return wayCauseOf(told.error) == trouble.way;
           });
}

//! And the profiles that have no keys for the same cause.
PlaceTrouble TroubleLines::withKeyless(PlaceTrouble trouble) const
{
    const QString way = wayCauseOf(trouble.error);
    for (const KeyTrouble &keyless : m_keyTroubles) {
        if (way.isEmpty() || keyless.way != way)
            continue;
        for (const ProfileId &id : keyless.covered) {
            const bool isNamed = id == trouble.place.profile ||
                                 std::find(trouble.further.begin(), trouble.further.end(), id) !=
                                     trouble.further.end();
            if (!isNamed)
                trouble.further.push_back(id);
        }
    }
    return trouble;
}

std::vector<TroubleLines::Content> TroubleLines::profileContents() const
{
    std::vector<Content> lines;
    for (const KeyTrouble &trouble : m_keyTroubles) {
        if (isToldOfPlaces(trouble))
            continue;
        const bool isRenewal = trouble.remedy == KeyTrouble::Remedy::RenewNow;
        const Offer offer = isRenewal                                        ? Offer::Renew
                            : trouble.remedy == KeyTrouble::Remedy::EnterKey ? Offer::EnterKey
                                                                             : Offer::Show;
        lines.push_back({trouble.words, trouble.details, trouble.profile, trouble.alike, offer,
                         isRenewal ? Offer::Show : Offer::None, false});
    }
    for (const PlaceTrouble &trouble : m_troubles) {
        if (isToldOfKeys(trouble))
            continue;
        const bool isForPerson = trouble.kind == PlaceTrouble::Kind::Stopped ||
                                 trouble.kind == PlaceTrouble::Kind::Refused ||
                                 trouble.kind == PlaceTrouble::Kind::Locked;
        lines.push_back({troubleText(withKeyless(trouble)),
                         trouble.error ? errorDetails(*trouble.error) : QString(),
                         isForPerson ? std::optional(trouble.place.profile) : std::nullopt,
                         {},
                         isForPerson ? Offer::Account : Offer::None,
                         Offer::None,
                         false});
    }
    return lines;
}

std::vector<TroubleLines::Content> TroubleLines::contents() const
{
    std::vector<Content> lines;
    if (!m_journal.isEmpty())
        lines.push_back({m_journal,
                         m_journalDetails,
                         {},
                         {},
                         m_mayStartAnew ? Offer::NewJournal : Offer::TryAgain,
                         Offer::None,
                         true});
    for (const QString &note : m_notes) {
        if (!m_dismissed.contains(note))
            lines.push_back({note, {}, {}, {}, Offer::Understood, Offer::None, false});
    }
    const std::vector<Content> ofProfiles = profileContents();
    const std::size_t shown = qMin(ofProfiles.size(), shownLines);
    lines.insert(lines.end(), ofProfiles.begin(), ofProfiles.begin() + qsizetype(shown));
    if (shown < ofProfiles.size())
        lines.push_back({tr("%n more place(s) are not well.", nullptr,
                            static_cast<int>(ofProfiles.size() - shown)),
                         {},
                         {},
                         {},
                         Offer::None,
                         Offer::None,
                         false});
    return lines;
}

void TroubleLines::fill(Line &line, const Content &content)
{
    line.content = content;
    const bool isNote = content.offer == Offer::Understood;
    const bool isNews = content.isLoud && line.label->text() != content.words;
    line.icon->setIcon(isNote ? QStringLiteral("information") : QStringLiteral("warning"), 15);
    line.label->setWeight(content.isLoud);
    line.label->setText(content.words);
    setToolTipWords(line.label, content.details);
    line.setDetails(content.isLoud ? content.details : QString());
    line.button->setText(offerText(content.offer));
    line.button->setVisible(content.offer != Offer::None);
    line.second->setText(offerText(content.second));
    line.second->setVisible(content.second != Offer::None);
    if (isNews)
        announce(line.label, content.words);
}

void TroubleLines::update()
{
    const std::vector<Content> wanted = contents();
    for (std::size_t i = 0; i < wanted.size(); ++i)
        fill(lineAt(i), wanted[i]);
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

void TroubleLines::setKeyTroubles(const std::vector<KeyTrouble> &troubles)
{
    if (m_keyTroubles == troubles)
        return;
    m_keyTroubles = troubles;
    update();
}

void TroubleLines::setNotes(const QStringList &notes)
{
    m_notes = notes;
    update();
}

} // namespace countersign
