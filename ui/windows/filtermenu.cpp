// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/filtermenu.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/inboxfilterspec.h"
#include "app/models/inboxwords.h"
#include "app/viewmodels/inboxviewmodel.h"

#include <QActionGroup>
#include <QMap>

namespace countersign {

namespace {

//! Menus with more entries are of no use; the filter line finds the rest.
constexpr int mostEntries = 40;

//! A letter behind & would become a key.
QString menuText(const QString &text)
{
    return QString(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

//! A tick that puts `value` into the set or takes it out.
template <class Value>
void addTick(QMenu *menu, InboxViewModel &inbox, const QString &text,
             QSet<Value> InboxFilterSpec::*set, const Value &value)
{
    QAction *action = menu->addAction(menuText(text));
    action->setCheckable(true);
    action->setChecked((inbox.filterSpec().*set).contains(value));
    QObject::connect(action, &QAction::toggled, &inbox, [&inbox, set, value](bool isOn) {
        InboxFilterSpec spec = inbox.filterSpec();
        if (isOn)
            (spec.*set).insert(value);
        else
            (spec.*set).remove(value);
        inbox.setFilterSpec(spec);
    });
}

} // namespace

FilterMenu::FilterMenu(InboxViewModel &inbox, QWidget *parent)
    : QMenu(parent)
    , m_inbox(inbox)
{
    connect(this, &QMenu::aboutToShow, this, &FilterMenu::fill);
    fill();
}

void FilterMenu::fill()
{
    clear();
    addGroups();
    addSeparator();
    addKinds();
    addAccounts();
    addRegions();
    addSeparator();
    addOrder();
    addViews();
    addSeparator();
    addSeveral();
    QAction *all = addAction(tr("Show everything"));
    all->setEnabled(m_inbox.hasFilter());
    connect(all, &QAction::triggered, this, [this] {
        m_inbox.setFilterSpec({});
        Q_EMIT viewTaken({});
    });
}

void FilterMenu::addGroups()
{
    for (const WaitGroup group :
         {WaitGroup::NeedsYou, WaitGroup::ApprovedByYou, WaitGroup::NotAddressed, WaitGroup::Later})
        //: %1 is a group of waits, %2 how many stand in it
        addTick(this, m_inbox,
                tr("%1 (%2)").arg(waitGroupLabel(group)).arg(m_inbox.groupCount(group)),
                &InboxFilterSpec::groups, group);
}

void FilterMenu::addKinds()
{
    QMenu *menu = addMenu(tr("Kinds"));
    for (const WaitKind kind :
         {WaitKind::Approval, WaitKind::HighRisk, WaitKind::DebugStep, WaitKind::FailurePause,
          WaitKind::BatchPause, WaitKind::ManualPause, WaitKind::InsideChild, WaitKind::Unknown})
        addTick(menu, m_inbox, waitKindLabel(kind), &InboxFilterSpec::kinds, kind);
}

void FilterMenu::addAccounts()
{
    QMap<QString, ProfileId> accounts;
    for (const WaitRow &row : m_inbox.rows())
        accounts.insert(safeLine(row.profileAlias, 60), row.id.place.profile);
    QMenu *menu = addMenu(tr("Accounts"));
    menu->setEnabled(!accounts.isEmpty());
    int count = 0;
    for (auto account = accounts.cbegin(); account != accounts.cend() && count < mostEntries;
         ++account, ++count)
        addTick(menu, m_inbox, account.key(), &InboxFilterSpec::profiles, account.value());
}

void FilterMenu::addRegions()
{
    QMap<QString, RegionId> regions;
    for (const WaitRow &row : m_inbox.rows())
        regions.insert(safeLine(row.id.place.region.text(), 60), row.id.place.region);
    QMenu *menu = addMenu(tr("Regions"));
    menu->setEnabled(!regions.isEmpty());
    int count = 0;
    for (auto region = regions.cbegin(); region != regions.cend() && count < mostEntries;
         ++region, ++count)
        addTick(menu, m_inbox, region.key(), &InboxFilterSpec::regions, region.value());
}

void FilterMenu::addOrder()
{
    QMenu *menu = addMenu(tr("Order"));
    auto *group = new QActionGroup(menu);
    const std::pair<InboxOrder, QString> orders[] = {
        {InboxOrder::LongestFirst, tr("Longest waiting first")},
        {InboxOrder::NewestFirst, tr("Newest first")},
        {InboxOrder::ByAccount, tr("By account and region")},
        {InboxOrder::ByTemplate, tr("By template")},
        {InboxOrder::ByStarter, tr("By starter")},
        {InboxOrder::ByKind, tr("By kind")},
    };
    for (const auto &[order, text] : orders) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(m_inbox.order() == order);
        connect(action, &QAction::triggered, &m_inbox,
                [this, chosen = order] { m_inbox.setOrder(chosen); });
    }
}

//! For those who cannot hold Shift or Ctrl, and for assistive technology.
void FilterMenu::addSeveral()
{
    QAction *several = addAction(tr("Choose several rows"));
    several->setCheckable(true);
    several->setChecked(m_isChoosingSeveral);
    connect(several, &QAction::toggled, this, [this](bool isOn) {
        m_isChoosingSeveral = isOn;
        Q_EMIT choosingSeveralWanted(isOn);
    });
}

void FilterMenu::addViews()
{
    QMenu *menu = addMenu(tr("Views"));
    const std::vector<NamedView> &views = m_inbox.namedViews();
    for (const NamedView &view : views) {
        connect(menu->addAction(menuText(safeLine(view.name, 60))), &QAction::triggered, this,
                [this, view] {
                    m_inbox.setView(view);
                    Q_EMIT viewTaken(view.text);
                });
    }
    if (!views.empty())
        menu->addSeparator();
    connect(menu->addAction(tr("Keep this view…")), &QAction::triggered, this,
            &FilterMenu::nameWanted);
    QMenu *removal = menu->addMenu(tr("Remove"));
    removal->setEnabled(!views.empty());
    for (const NamedView &view : views) {
        connect(removal->addAction(menuText(safeLine(view.name, 60))), &QAction::triggered, this,
                [this, name = view.name] { m_inbox.removeView(name); });
    }
}

} // namespace countersign
