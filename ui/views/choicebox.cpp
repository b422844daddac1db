// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/choicebox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QLineEdit>

#include <mutex>

namespace countersign {

namespace {

class ChoiceBoxAccess : public QAccessibleWidget
{
public:
    explicit ChoiceBoxAccess(ChoiceBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
    {
    }

    int childCount() const override { return box()->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(box()->view());
        return index == 1 ? QAccessible::queryAccessibleInterface(box()->lineEdit()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child && child->object() == box()->view())
            return 0;
        return child && box()->isEditable() && child->object() == box()->lineEdit() ? 1 : -1;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? box()->currentText() : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override
    {
        QAccessible::State result = QAccessibleWidget::state();
        result.expandable = true;
        result.expanded = box()->view()->isVisible();
        result.editable = box()->isEditable();
        return result;
    }
    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return;
        if (box()->view()->isVisible())
            box()->hidePopup();
        else
            box()->showPopup();
    }

private:
    ChoiceBox *box() const { return static_cast<ChoiceBox *>(object()); }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *box = qobject_cast<ChoiceBox *>(object);
    return box ? new ChoiceBoxAccess(box) : nullptr;
}

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    static std::once_flag isInstalled;
    std::call_once(isInstalled, [] { QAccessible::installFactory(makeAccess); });
    // The selection changes before the current entry does.
    connect(view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ChoiceBox::takeFromOutside, Qt::QueuedConnection);
}

// Keys and mouse move the list's current entry together with its selection; only assistive
// technology selects an entry without making it the current one.
void ChoiceBox::takeFromOutside()
{
    const QModelIndexList chosen = view()->selectionModel()->selectedIndexes();
    if (chosen.size() != 1 || chosen.front() == view()->currentIndex())
        return;
    const int row = chosen.front().row();
    if (row == currentIndex())
        return;
    hidePopup();
    setCurrentIndex(row);
    Q_EMIT activated(row);
}

} // namespace countersign
