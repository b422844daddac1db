// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scrollaccess.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QScrollBar>

#include <mutex>

namespace countersign {

namespace {

class ScrollAccess : public QAccessibleWidget
{
public:
    explicit ScrollAccess(QAbstractScrollArea *area)
        : QAccessibleWidget(area, QAccessible::Client)
    {
    }

    int childCount() const override { return int(parts().size()); }
    QAccessibleInterface *child(int index) const override
    {
        return QAccessible::queryAccessibleInterface(parts().value(index));
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child ? int(parts().indexOf(child->object())) : -1;
    }

private:
    //! What shows: the contents, the bars with what stands beside them, the corner.
    QObjectList parts() const
    {
        const auto *area = static_cast<QAbstractScrollArea *>(object());
        QObjectList parts;
        if (area->viewport())
            parts.append(area->viewport());
        for (const QScrollBar *bar : {area->horizontalScrollBar(), area->verticalScrollBar()}) {
            if (bar && bar->isVisible())
                parts.append(bar->parentWidget());
        }
        if (area->cornerWidget() && area->cornerWidget()->isVisible())
            parts.append(area->cornerWidget());
        return parts;
    }
};

//! Asked for each class of an object, from its own to the most general; views and texts, which
//! have answers of their own, never get as far.
QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    if (className != QStringLiteral("QScrollArea") &&
        className != QStringLiteral("QAbstractScrollArea"))
        return nullptr;
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area ? new ScrollAccess(area) : nullptr;
}

} // namespace

void installScrollAccess()
{
    static std::once_flag isInstalled;
    std::call_once(isInstalled, [] { QAccessible::installFactory(makeAccess); });
}

} // namespace countersign
