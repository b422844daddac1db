// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/parameterentry.h"

#include "app/domain/displaytext.h"
#include "ui/dialogs/noteedit.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QWheelEvent>

namespace countersign {

namespace {

constexpr int longestPaste = 1'000'000;
constexpr int shownChoice = 200;

//! Turning the wheel over a long form scrolls the form and changes nothing in it.
class CalmCombo final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

class BlockEdit final : public NoteEdit
{
public:
    using NoteEdit::NoteEdit;

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        const QString text = source->text();
        if (text.size() > longestPaste)
            Q_EMIT pasteRefused(text.size());
        else
            insertPlainText(text);
    }
};

//! What stands in a field without a text of its own.
QString placeholder(const ParameterField &field)
{
    if (field.isTooLong)
        return QCoreApplication::translate("ParameterEntry",
                                           "too long for a field; it stands in the tab JSON");
    if (field.isGiven)
        return QCoreApplication::translate("ParameterEntry", "an empty text");
    return field.usualText();
}

class LineEntry final : public ParameterEntry
{
public:
    explicit LineEntry(QWidget *parent, bool isSecret)
        : ParameterEntry(new QLineEdit(parent), parent)
        , m_isSecret(isSecret)
    {
        line()->setMaxLength(longestPaste);
        if (isSecret) {
            line()->setEchoMode(QLineEdit::Password);
            line()->setDragEnabled(false);
            line()->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        }
        // Assistive technology changes the text without "editing" it.
        connect(line(), &QLineEdit::textChanged, this, [this](const QString &text) {
            if (!isShowing())
                passOn(text);
        });
    }

protected:
    void showField(const ParameterField &field) override
    {
        if (m_isSecret)
            line()->setPlaceholderText(
                field.isGiven ? QCoreApplication::translate("ParameterEntry", "entered, not shown")
                              : field.usualText());
        else
            line()->setPlaceholderText(placeholder(field));
        if (isPassingOn() && !field.isTooLong)
            return;
        if (!m_isSecret && line()->text() != field.value)
            line()->setText(field.value);
        else if (m_isSecret && !field.isGiven)
            line()->clear();
    }

private:
    QLineEdit *line() const { return static_cast<QLineEdit *>(control()); }

    bool m_isSecret;
};

class BlockEntry final : public ParameterEntry
{
public:
    explicit BlockEntry(QWidget *parent)
        : ParameterEntry(new BlockEdit(parent), parent)
    {
        edit()->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        const int line = edit()->fontMetrics().lineSpacing();
        edit()->setFixedHeight(3 * line + 12);
        connect(edit(), &NoteEdit::noteEdited, this, [this](const QString &text) {
            if (!isShowing())
                passOn(text);
        });
    }

protected:
    void showField(const ParameterField &field) override
    {
        edit()->setPlaceholderText(placeholder(field));
        if ((!isPassingOn() || field.isTooLong) && edit()->note() != field.value)
            edit()->setPlainText(field.value);
    }

private:
    NoteEdit *edit() const { return static_cast<NoteEdit *>(control()); }
};

//! Nothing chosen comes first, then the choices, then a value from the text that is none of them.
class ChoiceEntry final : public ParameterEntry
{
public:
    ChoiceEntry(const ParameterField &field, QWidget *parent)
        : ParameterEntry(new CalmCombo(parent), parent)
        , m_isTruth(field.entry == ParameterField::Entry::Truth)
    {
        combo()->setFocusPolicy(Qt::StrongFocus);
        combo()->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo()->addItem(QString());
        combo()->addItems(m_isTruth ? QStringList{QStringLiteral("true"), QStringLiteral("false")}
                                    : field.choices);
        m_count = combo()->count();
        connect(combo(), &QComboBox::currentIndexChanged, this, [this](int index) {
            if (isShowing() || index >= m_count)
                return;
            if (m_isTruth)
                passOn(index > 0 ? combo()->itemText(index) : QString());
            else
                passOn(index - 1);
        });
    }

protected:
    void showField(const ParameterField &field) override
    {
        combo()->setItemText(0, field.usualText());
        while (combo()->count() > m_count)
            combo()->removeItem(m_count);
        int index = field.choice + 1;
        if (m_isTruth && field.isGiven)
            index =
                qMax(0, combo()->findText(field.value, Qt::MatchExactly | Qt::MatchCaseSensitive));
        if (field.isGiven && index == 0) {
            combo()->addItem(safeLine(field.value, shownChoice));
            index = m_count;
        }
        combo()->setCurrentIndex(index);
    }

private:
    QComboBox *combo() const { return static_cast<QComboBox *>(control()); }

    bool m_isTruth;
    int m_count = 0;
};

} // namespace

ParameterEntry *ParameterEntry::make(const ParameterField &field, QWidget *parent)
{
    switch (field.entry) {
    case ParameterField::Entry::Choice:
    case ParameterField::Entry::Truth:
        return new ChoiceEntry(field, parent);
    case ParameterField::Entry::Block:
        return new BlockEntry(parent);
    case ParameterField::Entry::Line:
    case ParameterField::Entry::Secret:
        break;
    }
    return new LineEntry(parent, field.entry == ParameterField::Entry::Secret);
}

ParameterEntry::ParameterEntry(QWidget *control, QWidget *parent)
    : QObject(parent)
    , m_control(control)
{
}

void ParameterEntry::show(const ParameterField &field)
{
    const QScopedValueRollback showing(m_isShowing, true);
    showField(field);
}

void ParameterEntry::passOn(const QString &text)
{
    const QScopedValueRollback passing(m_isPassingOn, true);
    Q_EMIT typed(text);
}

void ParameterEntry::passOn(int choice)
{
    const QScopedValueRollback passing(m_isPassingOn, true);
    Q_EMIT chosen(choice);
}

} // namespace countersign
