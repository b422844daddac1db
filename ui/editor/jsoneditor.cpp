// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"

#include "ui/editor/editorcolors.h"

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace countersign {

namespace {

using Sci = QsciScintilla;

constexpr int problemMarker = 0;
constexpr int problemIndicator = 8;
constexpr int numberMargin = 0;
constexpr int symbolMargin = 1;
constexpr int offerList = 1;
//! In bytes; wrapping longer lines takes longer than a key press may.
constexpr long longestWrapped = 4'096;

//! Characters that change what stands beside them, or show nothing at all.
constexpr char32_t unseen[] = {0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                               0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2062,
                               0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF};

class TextArea final : public QsciScintilla
{
public:
    explicit TextArea(std::function<void(qsizetype)> refused, QWidget *parent)
        : QsciScintilla(parent)
        , m_refused(std::move(refused))
    {
    }

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override { return source->hasText(); }
    QByteArray fromMimeData(const QMimeData *source, bool &isRectangular) const override
    {
        isRectangular = false;
        const QString text = source->text();
        if (text.size() <= JsonEditor::pasteLimit)
            return text.toUtf8();
        m_refused(text.size());
        return {};
    }

private:
    std::function<void(qsizetype)> m_refused;
};

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

//! Bytes that two texts have in common at their begin, whole characters only.
qsizetype commonStart(const QByteArray &a, const QByteArray &b)
{
    auto length = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    while (length > 0 && ((length < a.size() && isContinuation(a[length])) ||
                          (length < b.size() && isContinuation(b[length]))))
        --length;
    return length;
}

qsizetype commonEnd(const QByteArray &a, const QByteArray &b, qsizetype limit)
{
    qsizetype length = 0;
    while (length < limit && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    while (length > 0 && isContinuation(a[a.size() - length]))
        --length;
    return length;
}

} // namespace

class JsonEditor::Private
{
public:
    void setUp(JsonEditor *owner);
    void applyColors();
    void fitNumbers();
    void fitWrapping();
    //! Begin and end of a character in bytes; the last one of the line where it has fewer.
    std::pair<long, long> characterAt(int line, int index) const;
    QByteArray bytes() const { return editor->text().toUtf8(); }

    QsciScintilla *editor = nullptr;
    QsciLexer *lexer = nullptr;
    std::vector<EditorOffer> offers;
    int listPosition = 0;
    int markedLine = 0;
    bool isSetting = false;
};

void JsonEditor::Private::setUp(JsonEditor *owner)
{
    lexer = new QsciLexerJSON(owner);
    editor->setObjectName(QStringLiteral("parametersEditor"));
    editor->setUtf8(true);
    editor->setLexer(lexer);
    editor->setEolMode(Sci::EolUnix);
    editor->setFrameShape(QFrame::StyledPanel);
    editor->setMarginType(numberMargin, Sci::NumberMargin);
    editor->setMarginType(symbolMargin, Sci::SymbolMargin);
    editor->setMarginWidth(symbolMargin, 16);
    editor->setMarginMarkerMask(symbolMargin, 1 << problemMarker);
    editor->markerDefine(Sci::RightArrow, problemMarker);
    editor->indicatorDefine(Sci::SquiggleIndicator, problemIndicator);
    editor->setFolding(Sci::NoFoldStyle);
    editor->setCaretLineVisible(false);
    editor->setWrapMode(Sci::WrapCharacter);
    editor->setBraceMatching(Sci::SloppyBraceMatch);
    editor->setAutoIndent(true);
    editor->setIndentationsUseTabs(false);
    editor->setIndentationWidth(2);
    editor->setAutoCompletionCaseSensitivity(false);
    editor->SendScintilla(Sci::SCI_AUTOCSETTYPESEPARATOR, 4);
    for (const char32_t character : unseen) {
        const QByteArray shown =
            "U+" + QByteArray::number(uint(character), 16).toUpper().rightJustified(4, '0');
        editor->SendScintilla(Sci::SCI_SETREPRESENTATION,
                              QString::fromUcs4(&character, 1).toUtf8().constData(),
                              shown.constData());
    }
}

void JsonEditor::Private::applyColors()
{
    applyEditorColors(*editor, lexer);
    const QPalette palette = editor->palette();
    const QColor problem = hasDarkPalette() ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x1c, 0x1c);
    editor->setMarkerBackgroundColor(problem, problemMarker);
    editor->setMarkerForegroundColor(problem, problemMarker);
    editor->setIndicatorForegroundColor(problem, problemIndicator);
    editor->setMatchedBraceForegroundColor(palette.color(QPalette::HighlightedText));
    editor->setMatchedBraceBackgroundColor(palette.color(QPalette::Highlight));
    editor->setUnmatchedBraceForegroundColor(problem);
    editor->setUnmatchedBraceBackgroundColor(palette.color(QPalette::Active, QPalette::Base));
    fitNumbers();
}

void JsonEditor::Private::fitNumbers()
{
    editor->setMarginWidth(numberMargin, QStringLiteral("0%1").arg(qMax(10, editor->lines())));
}

void JsonEditor::Private::fitWrapping()
{
    long longest = 0;
    for (int line = 0; line < editor->lines(); ++line)
        longest = qMax(
            longest, editor->SendScintilla(Sci::SCI_LINELENGTH, static_cast<unsigned long>(line)));
    const auto mode = longest > longestWrapped ? Sci::WrapNone : Sci::WrapCharacter;
    if (editor->wrapMode() != mode)
        editor->setWrapMode(mode);
}

std::pair<long, long> JsonEditor::Private::characterAt(int line, int index) const
{
    const auto ask = [this](unsigned message, long position, long argument = 0) {
        return editor->SendScintilla(message, static_cast<unsigned long>(position), argument);
    };
    const long lineBegin = ask(Sci::SCI_POSITIONFROMLINE, line);
    const long lineEnd = ask(Sci::SCI_GETLINEENDPOSITION, line);
    long begin = index <= 0 ? lineBegin : ask(Sci::SCI_POSITIONRELATIVE, lineBegin, index);
    // Behind the text the answer is 0.
    if (begin >= lineEnd || (begin == 0 && index > 0))
        begin = lineEnd > lineBegin ? ask(Sci::SCI_POSITIONBEFORE, lineEnd) : lineBegin;
    return {begin, qMin(lineEnd, ask(Sci::SCI_POSITIONAFTER, begin))};
}

JsonEditor::JsonEditor(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->editor = new TextArea([this](qsizetype size) { Q_EMIT pasteRefused(size); }, this);
    d->setUp(this);
    d->editor->installEventFilter(this);
    connect(d->editor, &QsciScintilla::textChanged, this, [this] {
        d->fitWrapping();
        if (!d->isSetting)
            Q_EMIT textEdited(text());
    });
    connect(d->editor, &QsciScintilla::linesChanged, this, [this] { d->fitNumbers(); });
    connect(d->editor, &QsciScintilla::userListActivated, this,
            [this](int list, const QString &label) {
                const auto offer =
                    std::find_if(d->offers.begin(), d->offers.end(),
                                 [&](const EditorOffer &each) { return each.label == label; });
                if (list != offerList || offer == d->offers.end())
                    return;
                // What was typed to find it in the list.
                const long caret = d->editor->SendScintilla(Sci::SCI_GETCURRENTPOS);
                if (caret > d->listPosition)
                    d->editor->SendScintilla(Sci::SCI_SETSEL,
                                             static_cast<unsigned long>(d->listPosition), caret);
                insert(offer->text);
            });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(d->editor);
    setFocusProxy(d->editor);
    d->applyColors();
}

JsonEditor::~JsonEditor() = default;

QString JsonEditor::text() const
{
    return d->editor->text();
}

void JsonEditor::setText(const QString &text)
{
    const QByteArray before = d->bytes();
    const QByteArray after = text.toUtf8();
    if (before == after)
        return;
    const QScopedValueRollback setting(d->isSetting, true);
    const qsizetype start = commonStart(before, after);
    const qsizetype end = commonEnd(before, after, qMin(before.size(), after.size()) - start);
    const QByteArray piece = after.mid(start, after.size() - start - end);
    d->editor->SendScintilla(Sci::SCI_SETTARGETSTART, static_cast<unsigned long>(start));
    d->editor->SendScintilla(Sci::SCI_SETTARGETEND,
                             static_cast<unsigned long>(before.size() - end));
    d->editor->SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(piece.size()),
                             piece.constData());
}

void JsonEditor::forgetUndo()
{
    d->editor->SendScintilla(Sci::SCI_EMPTYUNDOBUFFER);
}

void JsonEditor::setOffers(std::vector<EditorOffer> offers)
{
    // The list looks up what is typed by halving.
    std::sort(offers.begin(), offers.end(), [](const EditorOffer &a, const EditorOffer &b) {
        return a.label.compare(b.label, Qt::CaseInsensitive) < 0;
    });
    d->offers = std::move(offers);
}

void JsonEditor::setName(const QString &name)
{
    d->editor->setAccessibleName(name);
}

void JsonEditor::setProblem(int line, int column, const QString &words)
{
    d->editor->markerDeleteAll(problemMarker);
    d->editor->SendScintilla(Sci::SCI_SETINDICATORCURRENT, problemIndicator);
    d->editor->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0, long{d->editor->length()});
    d->editor->setAccessibleDescription(words);
    d->markedLine = 0;
    if (line < 1 || line > d->editor->lines())
        return;
    d->markedLine = line;
    d->editor->markerAdd(line - 1, problemMarker);
    const auto [begin, end] = d->characterAt(line - 1, column - 1);
    d->editor->SendScintilla(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin),
                             end - begin);
}

int JsonEditor::markedLine() const
{
    return d->markedLine;
}

void JsonEditor::complete()
{
    QStringList labels;
    for (const EditorOffer &offer : d->offers)
        labels += offer.label;
    if (labels.isEmpty())
        return;
    d->listPosition = static_cast<int>(d->editor->SendScintilla(Sci::SCI_GETCURRENTPOS));
    d->editor->showUserList(offerList, labels);
}

void JsonEditor::insert(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    d->editor->SendScintilla(Sci::SCI_TARGETFROMSELECTION);
    d->editor->SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()),
                             bytes.constData());
    const long end = d->editor->SendScintilla(Sci::SCI_GETTARGETEND);
    d->editor->SendScintilla(Sci::SCI_SETSEL, static_cast<unsigned long>(end), end);
}

void JsonEditor::goTo(int line, int column)
{
    if (line < 1)
        return;
    d->editor->setCursorPosition(line - 1, qMax(0, column - 1));
    d->editor->ensureCursorVisible();
    d->editor->setFocus(Qt::OtherFocusReason);
}

bool JsonEditor::handleKey(int key, Qt::KeyboardModifiers modifiers, QEvent *event)
{
    const bool isCtrl = modifiers.testFlag(Qt::ControlModifier);
    if (isCtrl && key == Qt::Key_Space) {
        complete();
        return true;
    }
    if (d->editor->isListActive())
        return false;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
        return focusNextPrevChild(key == Qt::Key_Tab);
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape || (isCtrl && isEnter)) {
        event->ignore();
        return true;
    }
    return false;
}

bool JsonEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != d->editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers(), event))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void JsonEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d->editor != nullptr)
        d->applyColors();
}

} // namespace countersign
