// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profilelist.h"

#include "app/domain/displaytext.h"
#include "ui/views/icons.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace countersign {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int iconRole = Qt::UserRole + 1;

ProfileId idOf(const QListWidgetItem &item)
{
    return ProfileId(item.data(idRole).toString());
}

} // namespace

ProfileList::ProfileList(QWidget *parent)
    : QListWidget(parent)
{
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (!m_isOurs)
            Q_EMIT chosenByPerson(chosen());
    });
}

void ProfileList::setEntries(const std::vector<Entry> &entries)
{
    const QScopedValueRollback ours(m_isOurs, true);
    const ProfileId before = chosen();
    for (int row = count() - 1; row >= 0; --row) {
        const ProfileId id = idOf(*item(row));
        const bool isThere = std::any_of(entries.begin(), entries.end(),
                                         [&id](const Entry &entry) { return entry.id == id; });
        if (!isThere)
            delete takeItem(row);
    }
    int row = 0;
    for (const Entry &entry : entries) {
        QListWidgetItem *shown = item(row);
        if (shown == nullptr || idOf(*shown) != entry.id) {
            QListWidgetItem *known = itemOf(entry.id);
            shown = known != nullptr ? takeItem(this->row(known)) : new QListWidgetItem;
            insertItem(row, shown);
        }
        fill(*shown, entry);
        ++row;
    }
    choose(before);
}

void ProfileList::fill(QListWidgetItem &item, const Entry &entry)
{
    item.setData(idRole, entry.id.text());
    //: %1 is the word for an environment, %2 how a key stands, in a few words
    const QString detail =
        entry.word.isEmpty() ? entry.standing : tr("%1 · %2").arg(entry.word, entry.standing);
    item.setText(QString(entry.alias + QLatin1Char('\n') + detail));
    item.setToolTip(safeToolTip(item.text()));
    item.setData(Qt::AccessibleTextRole, QString(entry.alias + QStringLiteral(", ") + detail));
    if (item.data(iconRole) != entry.iconName) {
        item.setData(iconRole, entry.iconName);
        item.setIcon(ownIcon(entry.iconName));
    }
}

QListWidgetItem *ProfileList::itemOf(const ProfileId &id) const
{
    for (int row = 0; row < count(); ++row) {
        if (idOf(*item(row)) == id)
            return item(row);
    }
    return nullptr;
}

ProfileId ProfileList::chosen() const
{
    const QList<QListWidgetItem *> selected = selectedItems();
    return selected.isEmpty() ? ProfileId() : idOf(*selected.front());
}

void ProfileList::choose(const ProfileId &id)
{
    const QScopedValueRollback ours(m_isOurs, true);
    QListWidgetItem *item = itemOf(id);
    if (item == nullptr)
        clearSelection();
    else
        setCurrentItem(item, QItemSelectionModel::ClearAndSelect);
}

QSize ProfileList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 34, QListWidget::sizeHint().height()};
}

QString standingIcon(StandingMark mark)
{
    switch (mark) {
    case StandingMark::Open:
        break;
    case StandingMark::Asking:
        return QStringLiteral("state-running");
    case StandingMark::Good:
        return QStringLiteral("state-success");
    case StandingMark::Warning:
        return QStringLiteral("warning");
    }
    return QStringLiteral("state-pending");
}

} // namespace countersign
