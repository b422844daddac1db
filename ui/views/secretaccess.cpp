// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/secretaccess.h"

#include <QAccessible>
#include <QLineEdit>

#include <memory>
#include <mutex>

namespace countersign {

namespace {

//! A change of a table's model that the table itself has heard of: it must not count it twice.
class HeardChange final : public QAccessibleTableModelChangeEvent
{
public:
    HeardChange(const QAccessibleTableModelChangeEvent &event, QAccessibleInterface *table)
        : QAccessibleTableModelChangeEvent(table, event.modelChangeType())
    {
        setFirstRow(event.firstRow());
        setFirstColumn(event.firstColumn());
        setLastRow(event.lastRow());
        setLastColumn(event.lastColumn());
    }

    //! Qt asks first for the table, to tell it.
    QAccessibleInterface *accessibleInterface() const override
    {
        if (m_isAsked)
            return QAccessibleTableModelChangeEvent::accessibleInterface();
        m_isAsked = true;
        return nullptr;
    }

private:
    mutable bool m_isAsked = false;
};

QString bullets(const QLineEdit &line, const QString &text)
{
    return line.echoMode() == QLineEdit::NoEcho ? QString() : QString(text.size(), QChar(0x2022));
}

std::unique_ptr<QAccessibleEvent> hiddenText(QLineEdit &line, const QAccessibleEvent &event)
{
    switch (event.type()) {
    case QAccessible::TextInserted: {
        const auto &insert = static_cast<const QAccessibleTextInsertEvent &>(event);
        return std::make_unique<QAccessibleTextInsertEvent>(&line, insert.changePosition(),
                                                            bullets(line, insert.textInserted()));
    }
    case QAccessible::TextRemoved: {
        const auto &removal = static_cast<const QAccessibleTextRemoveEvent &>(event);
        return std::make_unique<QAccessibleTextRemoveEvent>(&line, removal.changePosition(),
                                                            bullets(line, removal.textRemoved()));
    }
    case QAccessible::TextUpdated: {
        const auto &update = static_cast<const QAccessibleTextUpdateEvent &>(event);
        return std::make_unique<QAccessibleTextUpdateEvent>(&line, update.changePosition(),
                                                            bullets(line, update.textRemoved()),
                                                            bullets(line, update.textInserted()));
    }
    case QAccessible::ValueChanged:
        return std::make_unique<QAccessibleValueChangeEvent>(&line, bullets(line, line.text()));
    default:
        return nullptr;
    }
}

//! Whoever was told before; null: the platform.
QAccessible::UpdateHandler &next()
{
    static QAccessible::UpdateHandler handler = nullptr;
    return handler;
}

void tell(QAccessibleEvent *event)
{
    const std::unique_ptr<QAccessibleEvent> instead = toldInstead(*event);
    QAccessible::installUpdateHandler(next());
    QAccessible::updateAccessibility(instead ? instead.get() : event);
    QAccessible::installUpdateHandler(tell);
}

} // namespace

std::unique_ptr<QAccessibleEvent> toldInstead(const QAccessibleEvent &event)
{
    if (event.type() == QAccessible::TableModelChanged) {
        QAccessibleInterface *table = event.accessibleInterface();
        return table == nullptr
                   ? nullptr
                   : std::make_unique<HeardChange>(
                         static_cast<const QAccessibleTableModelChangeEvent &>(event), table);
    }
    auto *line = qobject_cast<QLineEdit *>(event.object());
    const bool isHidden = line != nullptr && line->echoMode() != QLineEdit::Normal;
    return isHidden ? hiddenText(*line, event) : nullptr;
}

void installSecretAccess()
{
    static std::once_flag isInstalled;
    std::call_once(isInstalled, [] { next() = QAccessible::installUpdateHandler(tell); });
}

} // namespace countersign
