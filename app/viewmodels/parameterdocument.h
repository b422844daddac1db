// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign {

//! The text that form and editor share. Secrets stand in it as bullets and are kept beside it; the
//! text as it is to be sent is put together on demand.
class ParameterDocument
{
public:
    //! `maskedNames` are secret beside those whose name says so (isSecretName()).
    ParameterDocument(QString initialText, QSet<QString> maskedNames);

    const QString &shownText() const { return m_shown; }
    void setShownText(const QString &text);
    //! With the secrets that were typed.
    QString wholeText() const;
    QString draftText() const;
    bool isChanged() const;

    //! The shown text when it is a JSON object.
    const std::optional<Json> &object() const { return m_object; }
    //! The member as shown, in the last text that was an object; nothing when it is not there.
    std::optional<Json> shownValue(const QString &name) const;
    //! Of all members of the last text that was an object, in order.
    QStringList names() const;
    //! Values of secrets that stand in the text as bullets.
    QMap<QString, Json> hiddenValues() const;
    bool isMasked(const QString &name) const;
    //! The member differs from what it was in the beginning.
    bool isEdited(const QString &name) const;

    // Each of these leaves a text that is no object as it is.
    void set(const QString &name, const QByteArray &json);
    void takeBack(const QString &name);
    //! Secrets that stand in the text in plain become bullets.
    void hideSecrets();

private:
    void show(const QByteArray &text) { setShownText(QString::fromUtf8(text)); }

    QString m_initial;
    QSet<QString> m_maskedNames;
    QString m_shown;
    std::optional<Json> m_object;
    Json m_lastObject; //!< null when there was none
    std::optional<Json> m_initialObject;
    QMap<QString, Json> m_secrets;
};

} // namespace countersign
