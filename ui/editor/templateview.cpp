// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/templateview.h"

#include "app/domain/displaytext.h"
#include "ui/editor/editorcolors.h"

#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>

#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPalette>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr qsizetype templateLimit = 512 * 1024;
constexpr int lineMarker = 0;
constexpr int marginMarker = 1;
constexpr int numberMargin = 0;
constexpr int symbolMargin = 1;

// Wrapping of long lines moves what follows, so lines are counted in what is shown.
int shownLine(const QString &text, int line)
{
    qsizetype start = 0;
    for (int i = 1; i < line; ++i) {
        start = text.indexOf(QLatin1Char('\n'), start) + 1;
        if (start == 0)
            return -1;
    }
    return static_cast<int>(
        safeBlock(QStringView(text).left(start), templateLimit).count(QLatin1Char('\n')));
}

bool looksLikeJson(const QString &text)
{
    const QString start = text.left(64).trimmed();
    return start.startsWith(QLatin1Char('{')) || start.startsWith(QLatin1Char('['));
}

} // namespace

class TemplateView::Private
{
public:
    void applyColors();
    void mark();

    QsciScintilla *editor = nullptr;
    QsciLexer *lexer = nullptr;
    QString text;
    std::pair<int, int> lines{0, 0};
    std::pair<int, int> marked{0, 0};
};

void TemplateView::Private::applyColors()
{
    const QPalette palette = QGuiApplication::palette();
    const bool dark = hasDarkPalette();
    // On black the marked lines stay darker, for contrast.
    const bool isBlack = palette.color(QPalette::Active, QPalette::Base) == QColor(Qt::black);
    applyEditorColors(*editor, lexer);
    editor->setMarkerBackgroundColor(isBlack ? QColor(0x30, 0x2a, 0x00)
                                     : dark  ? QColor(0x5a, 0x48, 0x10)
                                             : QColor(0xff, 0xf0, 0xc0),
                                     lineMarker);
    editor->setMarkerBackgroundColor(dark ? QColor(0xe8, 0xb0, 0x30) : QColor(0xa8, 0x68, 0x00),
                                     marginMarker);
    editor->setMarkerForegroundColor(palette.color(QPalette::Active, QPalette::Text), marginMarker);
}

void TemplateView::Private::mark()
{
    editor->markerDeleteAll();
    marked = {0, 0};
    if (lines.first <= 0 || lines.second < lines.first)
        return;
    const int first = shownLine(text, lines.first);
    const int after = shownLine(text, lines.second + 1);
    if (first < 0)
        return;
    const int last = (after < 0 ? editor->lines() : after) - 1;
    for (int line = first; line <= last; ++line) {
        editor->markerAdd(line, lineMarker);
        editor->markerAdd(line, marginMarker);
    }
    marked = {first + 1, last + 1};
}

TemplateView::TemplateView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->editor = new QsciScintilla(this);
    d->editor->setObjectName(QStringLiteral("templateEditor"));
    d->editor->setAccessibleName(tr("Template text"));
    d->editor->setUtf8(true);
    d->editor->setReadOnly(true);
    d->editor->setFrameShape(QFrame::NoFrame);
    d->editor->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    d->editor->setMarginType(symbolMargin, QsciScintilla::SymbolMargin);
    d->editor->setMarginWidth(symbolMargin, 14);
    d->editor->setMarginMarkerMask(symbolMargin, 1 << marginMarker);
    d->editor->markerDefine(QsciScintilla::Background, lineMarker);
    d->editor->markerDefine(QsciScintilla::RightTriangle, marginMarker);
    d->editor->setFolding(QsciScintilla::NoFoldStyle);
    d->editor->setCaretLineVisible(false);
    d->editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1);
    d->editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1);
    // Tab leaves the text, as in every other read-only place.
    d->editor->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(d->editor);
    setFocusProxy(d->editor);
    d->applyColors();
}

TemplateView::~TemplateView() = default;

void TemplateView::setContent(const QString &text, std::pair<int, int> lines)
{
    const bool isNewText = text != d->text;
    if (!isNewText && lines == d->lines)
        return;
    d->text = text;
    d->lines = lines;
    if (isNewText) {
        delete d->lexer;
        d->lexer = looksLikeJson(text) ? static_cast<QsciLexer *>(new QsciLexerJSON(this))
                                       : new QsciLexerYAML(this);
        d->editor->setLexer(d->lexer);
        d->editor->setText(safeBlock(text, templateLimit));
        d->applyColors();
        d->editor->setMarginWidth(numberMargin,
                                  QStringLiteral("0%1").arg(qMax(100, d->editor->lines())));
    }
    d->mark();
    scrollToMarked();
}

QString TemplateView::shownText() const
{
    return d->editor->text();
}

std::pair<int, int> TemplateView::markedLines() const
{
    return d->marked;
}

void TemplateView::scrollToMarked()
{
    if (d->marked.first > 0)
        d->editor->setFirstVisibleLine(qMax(0, d->marked.first - 4));
}

bool TemplateView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->editor && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
            return focusNextPrevChild(key == Qt::Key_Tab);
    }
    return QWidget::eventFilter(watched, event);
}

void TemplateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d->editor != nullptr)
        d->applyColors();
}

} // namespace countersign
