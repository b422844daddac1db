// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sentences.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

QString joinedSentences(const QStringList &sentences)
{
    QString joined;
    for (const QString &sentence : sentences) {
        if (joined.isEmpty())
            joined = sentence;
        else if (!sentence.isEmpty())
            //: two sentences, one after the other
            joined = Words::tr("%1 %2").arg(joined, sentence);
    }
    return joined;
}

} // namespace countersign
