// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/outputcompleter.h"

#include <QStandardItemModel>

namespace countersign {

namespace {

constexpr int EntryRole = Qt::UserRole;

} // namespace

OutputCompleter::OutputCompleter(const std::vector<ParameterOffer> &offers, QObject *parent)
    : QCompleter(parent)
{
    auto *items = new QStandardItemModel(this);
    for (const ParameterOffer &offer : offers) {
        if (offer.entry.isEmpty())
            continue;
        auto *item = new QStandardItem(offer.label);
        item->setData(offer.entry, EntryRole);
        items->appendRow(item);
    }
    setModel(items);
    setCaseSensitivity(Qt::CaseInsensitive);
}

QString OutputCompleter::pathFromIndex(const QModelIndex &index) const
{
    return index.data(EntryRole).toString();
}

} // namespace countersign
