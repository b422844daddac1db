// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/cliconfig.h"

#include <QByteArrayView>

#include <utility>
#include <vector>

namespace countersign::detail {

//! Makes one profile from its fields, which come in any order. Texts wait as SecretBytes until all
//! are there: what turns out to be a secret in the wrong place never becomes a QString.
class CliFields
{
public:
    explicit CliFields(int line);

    //! `key` as config.json writes it. An empty text counts as not there.
    void addText(QByteArrayView key, SecretBytes text);
    void addInteger(QByteArrayView key, qint64 number);
    void addBool(QByteArrayView key, bool truth);
    //! A value that is none of the three: counted, and named where the key is a known one.
    void addOther(QByteArrayView key);
    void addUnknown() { ++m_profile.unknownFields; }
    //! Of ini only: the switch of a section, and a '#' in a key.
    void setEnabled(bool isEnabled) { m_profile.isEnabled = isEnabled; }
    void setCommentSign() { m_profile.isCommentSign = true; }

    //! `isModeGuessed`: an empty mode is guessed from the fields. Once.
    CliProfile take(bool isModeGuessed);

private:
    void assignTexts();
    void checkKey();
    void guessMode();

    CliProfile m_profile;
    std::vector<std::pair<QByteArray, SecretBytes>> m_texts;
    SecretBytes m_keyId;
    bool m_hasPrivateKey = false;
    bool m_hasBearerToken = false;
    bool m_hasKeyPairName = false;
};

} // namespace countersign::detail
