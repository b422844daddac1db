// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/regionpicker.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/profilesviewmodel.h"
#include "ui_regionpicker.h"

#include <QApplication>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

namespace countersign {

namespace {

constexpr int idRole = Qt::UserRole;

//! Some styles draw the edge of a tick's box in a darker shade of the window's colour, which does
//! not show on a dark list.
class TickDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // A small font would let the ticks of rows touch.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int room = 4;
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        const int tick = style->pixelMetric(QStyle::PM_IndicatorHeight, &option, option.widget);
        return size.expandedTo({0, tick + room});
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->palette.setColor(QPalette::Window, option->palette.color(QPalette::Text));
    }
};

RegionId regionOf(const QListWidgetItem &item)
{
    return RegionId(item.data(idRole).toString());
}

QString regionText(const RegionId &region)
{
    const QString id = safeLine(region.text(), 63);
    const QString name = regionName(region);
    //: An id of a region, and its name in the person's language.
    return name.isEmpty() ? id : RegionPicker::tr("%1 — %2").arg(id, name);
}

} // namespace

RegionPicker::RegionPicker(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RegionPicker>())
{
    m_ui->setupUi(this);
    m_ui->chosenLabel->setQuiet(true);
    m_ui->regionList->setItemDelegate(new TickDelegate(m_ui->regionList));
    connect(m_ui->regionList, &QListWidget::itemChanged, this, &RegionPicker::onItemChanged);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &RegionPicker::filter);
    connect(m_ui->addRegionButton, &QPushButton::clicked, this, &RegionPicker::addTyped);
    connect(m_ui->otherEdit, &QLineEdit::returnPressed, this, &RegionPicker::addTyped);
    connect(m_ui->otherEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_ui->addRegionButton->setEnabled(!text.trimmed().isEmpty());
    });
}

RegionPicker::~RegionPicker() = default;

void RegionPicker::setRegions(const std::vector<RegionId> &chosen,
                              const std::vector<RegionId> &offered)
{
    m_chosen = chosen;
    m_ui->filterEdit->clear();
    m_ui->otherEdit->clear();
    m_ui->regionList->clear();
    for (const RegionId &region : chosen)
        addItem(region, true, m_ui->regionList->count());
    for (const RegionId &region : offered) {
        if (std::find(chosen.begin(), chosen.end(), region) == chosen.end())
            addItem(region, false, m_ui->regionList->count());
    }
    m_ui->regionList->setCurrentRow(0, QItemSelectionModel::NoUpdate);
    updateWords();
}

void RegionPicker::addItem(const RegionId &region, bool isChosen, int row)
{
    const QSignalBlocker quiet(m_ui->regionList);
    auto *item = new QListWidgetItem(regionText(region));
    item->setData(idRole, region.text());
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    describe(*item);
    m_ui->regionList->insertItem(row, item);
}

void RegionPicker::describe(QListWidgetItem &item)
{
    const QString text = item.text();
    item.setData(Qt::AccessibleTextRole,
                 item.checkState() == Qt::Checked ? tr("%1, chosen").arg(text) : text);
}

void RegionPicker::onItemChanged(QListWidgetItem *item)
{
    const RegionId region = regionOf(*item);
    const auto found = std::find(m_chosen.begin(), m_chosen.end(), region);
    const bool isChosen = item->checkState() == Qt::Checked;
    if (isChosen == (found != m_chosen.end()))
        return;
    if (isChosen)
        m_chosen.push_back(region);
    else
        m_chosen.erase(found);
    {
        const QSignalBlocker quiet(m_ui->regionList);
        describe(*item);
    }
    updateWords();
    Q_EMIT edited();
}

void RegionPicker::addTyped()
{
    const RegionId region(m_ui->otherEdit->text().trimmed().toLower());
    if (region.isEmpty())
        return;
    m_ui->otherEdit->clear();
    m_ui->filterEdit->clear();
    for (int row = 0; row < m_ui->regionList->count(); ++row) {
        QListWidgetItem *item = m_ui->regionList->item(row);
        if (regionOf(*item) == region) {
            item->setCheckState(Qt::Checked);
            m_ui->regionList->scrollToItem(item);
            return;
        }
    }
    addItem(region, false, 0);
    m_ui->regionList->item(0)->setCheckState(Qt::Checked);
    m_ui->regionList->scrollToTop();
}

void RegionPicker::filter(const QString &text)
{
    const QString wanted = text.trimmed();
    for (int row = 0; row < m_ui->regionList->count(); ++row) {
        QListWidgetItem *item = m_ui->regionList->item(row);
        item->setHidden(!item->text().contains(wanted, Qt::CaseInsensitive));
    }
}

void RegionPicker::updateWords()
{
    QStringList ids;
    for (const RegionId &region : m_chosen)
        ids += safeLine(region.text(), 63);
    //: %1 is a list of region ids
    m_ui->chosenLabel->setText(ids.isEmpty()
                                   ? tr("No region is chosen.")
                                   : tr("Chosen: %1").arg(ids.join(QStringLiteral(", "))));
}

} // namespace countersign
