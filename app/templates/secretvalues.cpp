// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/secretvalues.h"

#include "app/templates/templateoutline.h"

#include <algorithm>

namespace countersign {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u'\'';
}

// Reads a text that may be half typed: what stands before a colon is a name.
class SecretHider
{
public:
    SecretHider(const QString &text, const QSet<QString> &maskedNames)
        : m_text(text)
        , m_maskedNames(maskedNames)
        , m_isWhole(text.isValidUtf16() && Json::parse(text.toUtf8()))
    {
    }

    QString result()
    {
        while (m_position < m_text.size()) {
            const QChar c = m_text.at(m_position);
            if (c == u'"')
                readToken(behindString(m_position));
            else if (isWordCharacter(c))
                readToken(behindWord(m_position));
            else
                passOver(c);
        }
        return m_result + m_text.sliced(m_copied);
    }

private:
    void passOver(QChar c)
    {
        if (c == u'{' || c == u'[')
            ++m_depth;
        else if (c == u'}' || c == u']')
            --m_depth;
        ++m_position;
    }

    void readToken(qsizetype end)
    {
        const QStringView token = QStringView(m_text).sliced(m_position, end - m_position);
        const QString name = nameOf(token);
        qsizetype next = behindBlanks(end);
        // A quote that is missing makes one text of a name and what follows.
        if (!m_isWhole && name.contains(u':') && isSecretName(name)) {
            hide(m_position, behindLine(end));
            return;
        }
        const bool isName = next < m_text.size() && m_text.at(next) == u':';
        m_position = end;
        if (!isName || !isSecret(name))
            return;
        next = behindBlanks(next + 1);
        if (next < m_text.size())
            hide(next, behindValue(next));
    }

    bool isSecret(const QString &name) const
    {
        if (m_maskedNames.contains(name))
            return true;
        const bool isTagKey = m_depth > 1 && (name == u"Key" || name == u"TagKey");
        return !isTagKey && isSecretName(name);
    }

    static QString nameOf(QStringView token)
    {
        const Json::ParseResult parsed = Json::parse(token.toUtf8());
        return parsed && parsed.json->isString() ? parsed.json->toString() : token.toString();
    }

    void hide(qsizetype begin, qsizetype end)
    {
        m_result += QStringView(m_text).sliced(m_copied, begin - m_copied);
        m_result += u'"' + hiddenValue() + u'"';
        m_copied = end;
        m_position = end;
    }

    qsizetype behindString(qsizetype quote) const
    {
        qsizetype position = quote + 1;
        while (position < m_text.size() && m_text.at(position) != u'"')
            position += m_text.at(position) == u'\\' ? 2 : 1;
        return qMin(position + 1, m_text.size());
    }

    qsizetype behindWord(qsizetype position) const
    {
        while (position < m_text.size() && isWordCharacter(m_text.at(position)))
            ++position;
        return position;
    }

    qsizetype behindBlanks(qsizetype position) const
    {
        while (position < m_text.size() && m_text.at(position).isSpace())
            ++position;
        return position;
    }

    qsizetype behindLine(qsizetype position) const
    {
        const qsizetype feed = m_text.indexOf(u'\n', position);
        return feed < 0 ? m_text.size() : feed;
    }

    qsizetype behindValue(qsizetype position) const
    {
        const QChar first = m_text.at(position);
        if (first == u'"')
            return behindString(position);
        if (first == u'{' || first == u'[')
            return behindContainer(position);
        while (position < m_text.size() && !QStringView(u",}]\n").contains(m_text.at(position)))
            ++position;
        return position;
    }

    qsizetype behindContainer(qsizetype position) const
    {
        int depth = 0;
        while (position < m_text.size()) {
            const QChar c = m_text.at(position);
            if (c == u'"') {
                position = behindString(position);
                continue;
            }
            ++position;
            if (c == u'{' || c == u'[')
                ++depth;
            else if ((c == u'}' || c == u']') && --depth == 0)
                break;
        }
        return position;
    }

    const QString &m_text;
    const QSet<QString> &m_maskedNames;
    bool m_isWhole;
    QString m_result;
    qsizetype m_position = 0;
    qsizetype m_copied = 0;
    int m_depth = 0;
};

} // namespace

QString hiddenValue()
{
    return QStringLiteral("••••••••");
}

bool isHiddenValue(const Json &value)
{
    const QString text = value.toString();
    return text.size() >= 3 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'•' || c == u'*'; });
}

QString withSecretsHidden(const QString &text, const QSet<QString> &maskedNames)
{
    return SecretHider(text, maskedNames).result();
}

QString shownValue(const Json &value)
{
    if (value.isString())
        return value.toString();
    return withSecretsHidden(QString::fromUtf8(value.compact()));
}

} // namespace countersign
