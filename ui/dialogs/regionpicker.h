// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QListWidgetItem;
QT_END_NAMESPACE

namespace Ui {
class RegionPicker;
}

namespace countersign {

//! Regions to choose from a list with ticks, and a field for one that is not in it.
class RegionPicker : public QWidget
{
    Q_OBJECT

public:
    explicit RegionPicker(QWidget *parent = nullptr);
    ~RegionPicker() override;

    //! Those that are chosen stand first, in their order; then `offered`.
    void setRegions(const std::vector<RegionId> &chosen, const std::vector<RegionId> &offered);
    //! In the order in which they were chosen.
    const std::vector<RegionId> &chosen() const { return m_chosen; }

Q_SIGNALS:
    //! A person has chosen, or no longer chooses, a region.
    void edited();

private:
    void addItem(const RegionId &region, bool isChosen, int row);
    void onItemChanged(QListWidgetItem *item);
    void addTyped();
    void filter(const QString &text);
    void updateWords();
    static void describe(QListWidgetItem &item);

    std::unique_ptr<Ui::RegionPicker> m_ui;
    std::vector<RegionId> m_chosen;
};

} // namespace countersign
