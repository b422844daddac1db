// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/arithmetic.h"

#include <cmath>

namespace countersign::sandbox {

namespace {

//! Recursive descent; a failure anywhere leaves m_ok false.
class Calculator
{
public:
    explicit Calculator(QStringView text)
        : m_text(text)
    {
    }

    std::optional<double> run()
    {
        const double result = sum();
        skipBlanks();
        return m_ok && m_at == m_text.size() && std::isfinite(result) ? std::optional(result)
                                                                      : std::nullopt;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QStringView token)
    {
        skipBlanks();
        if (!m_text.mid(m_at).startsWith(token))
            return false;
        m_at += token.size();
        return true;
    }

    double sum()
    {
        double result = product();
        while (m_ok) {
            if (take(u"+"))
                result += product();
            else if (take(u"-"))
                result -= product();
            else
                break;
        }
        return result;
    }

    double divisor()
    {
        const double number = sign();
        m_ok = m_ok && number != 0.0;
        return m_ok ? number : 1.0;
    }

    double product()
    {
        double result = sign();
        while (m_ok) {
            if (take(u"//"))
                result = std::floor(result / divisor());
            else if (take(u"/"))
                result /= divisor();
            else if (take(u"*"))
                result *= sign();
            else if (take(u"%")) {
                const double by = divisor();
                result -= by * std::floor(result / by);
            } else
                break;
        }
        return result;
    }

    double sign()
    {
        if (++m_depth > 100)
            m_ok = false;
        double result = 0.0;
        if (!m_ok)
            result = 0.0;
        else if (take(u"-"))
            result = -sign();
        else if (take(u"+"))
            result = sign();
        else
            result = power();
        --m_depth;
        return result;
    }

    double power()
    {
        const double base = operand();
        // The power binds to the right, and its exponent may carry a sign.
        return m_ok && take(u"**") ? std::pow(base, sign()) : base;
    }

    double operand()
    {
        if (take(u"(")) {
            const double inner = sum();
            m_ok = m_ok && take(u")");
            return inner;
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() &&
               ((m_text[m_at] >= u'0' && m_text[m_at] <= u'9') || m_text[m_at] == u'.'))
            ++m_at;
        bool isNumber = false;
        const double number = m_text.mid(begin, m_at - begin).toDouble(&isNumber);
        m_ok = m_ok && isNumber;
        return number;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_ok = true;
};

} // namespace

std::optional<double> calculate(QStringView expression)
{
    return Calculator(expression).run();
}

} // namespace countersign::sandbox
