// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVariant>

#include <chrono>
#include <span>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace countersign {

//! When a note ends in the fixed part that makes it recognisable.
enum class TagInNote { WhenNeeded, Always, Never };

//! The person's preferences over a store that is handed in and must outlive this. A value that
//! equals its default is not written, unknown keys are left alone, and a value that cannot be used
//! (damaged file, wrong type, out of range) counts as not there. No secret is ever kept here.
class Settings : public QObject
{
    Q_OBJECT

public:
    //! One preference: where it is kept and what it is without being set.
    struct Key
    {
        const char *name; //!< with its group, such as "decisions/tagInNote"
        QVariant fallback;
    };
    //! All keys.
    static std::span<const Key> keys();

    explicit Settings(QSettings &store, QObject *parent = nullptr);

    //! How long to wait for the first byte of a decision's reply; 5 to 60 s, 30 by default. A value
    //! outside is brought to the nearest end.
    std::chrono::seconds firstReplyDeadline() const;
    void setFirstReplyDeadline(std::chrono::seconds deadline);

    TagInNote tagInNote() const;
    void setTagInNote(TagInNote mode);

    //! A language code such as en or zh_CN; empty: the desktop's.
    QString language() const;
    void setLanguage(const QString &code);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);

Q_SIGNALS:
    void firstReplyDeadlineChanged(std::chrono::seconds deadline);
    void tagInNoteChanged(countersign::TagInNote mode);
    void languageChanged(const QString &code);
    void windowGeometryChanged();
    void splitterStateChanged();

private:
    QVariant read(const Key &key) const;
    //! True when the value is another than before.
    bool write(const Key &key, const QVariant &value);

    QSettings &m_store;
};

} // namespace countersign
