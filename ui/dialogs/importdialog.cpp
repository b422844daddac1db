// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/profilesviewmodel.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_importdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QScreen>
#include <QStyledItemDelegate>

namespace countersign {

namespace {

using Stage = ImportViewModel::Stage;

constexpr int widestColumn = 220;
constexpr int widestResult = 300;

QString iconOf(ImportVerdict verdict)
{
    switch (verdict) {
    case ImportVerdict::Works:
        return QStringLiteral("state-success");
    case ImportVerdict::AfterAgreement:
        return QStringLiteral("state-pending");
    case ImportVerdict::Replaces:
        return QStringLiteral("view-refresh");
    case ImportVerdict::IsHere:
        return QStringLiteral("state-skipped");
    case ImportVerdict::NeedsName:
        return QStringLiteral("question");
    case ImportVerdict::Cannot:
        break;
    }
    return QStringLiteral("state-failed");
}

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        // Some styles draw the edge of a tick's box in a darker shade of the window's colour, which
        // does not show on a dark list.
        option->palette.setColor(QPalette::Window, option->palette.color(QPalette::Text));
        if (index.column() != ImportModel::ResultColumn)
            return;
        option->icon = ownIcon(iconOf(index.data(ImportModel::VerdictRole).value<ImportVerdict>()));
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

} // namespace

ImportDialog::ImportDialog(std::unique_ptr<ImportViewModel> import, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_import(std::move(import))
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    setWindowIcon(programIcon());
    arrange();
    fillRegions();
    connectParts();
    refresh();
}

//! The view draws from a model that goes before the widgets do.
ImportDialog::~ImportDialog()
{
    m_ui->profilesView->setModel(nullptr);
}

void ImportDialog::arrange()
{
    QTreeView &view = *m_ui->profilesView;
    view.setModel(m_import->model());
    view.setItemDelegate(new RowDelegate(&view));
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    m_ui->keepingLabel->setQuiet(true);
    m_ui->sourceLabel->setQuiet(true);
    m_ui->statusLabel->setMinimumHeight(fontMetrics().height() + 2);
}

void ImportDialog::fillRegions()
{
    for (const RegionId &region : ProfilesViewModel::offeredRegions()) {
        const QString name = regionName(region);
        //: An id of a region, and its name in the person's language.
        m_ui->regionBox->addItem(
            name.isEmpty() ? region.text() : tr("%1 — %2").arg(region.text(), name), region.text());
    }
}

void ImportDialog::connectParts()
{
    ImportViewModel *import = m_import.get();
    connect(import, &ImportViewModel::changed, this, &ImportDialog::refresh);
    connect(m_ui->sourceBox, &QComboBox::activated, import, &ImportViewModel::chooseSource);
    connect(m_ui->fileButton, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_ui->caution, &OutcomeBar::firstPressed, import, &ImportViewModel::readAgain);
    connect(m_ui->statePage, &StatePage::pressed, this, &ImportDialog::onStateButton);
    connect(m_ui->statePage, &StatePage::secondPressed, import, &ImportViewModel::readAgain);
    connect(m_ui->allButton, &QPushButton::clicked, import,
            [import] { import->setAllChosen(true); });
    connect(m_ui->noneButton, &QPushButton::clicked, import,
            [import] { import->setAllChosen(false); });
    connect(m_ui->regionBox, &QComboBox::activated, import, [this, import](int index) {
        import->setRegion(RegionId(m_ui->regionBox->itemData(index).toString()));
    });
    connect(m_ui->keptCheck, &QCheckBox::clicked, import, &ImportViewModel::setKept);
    connect(m_ui->aliasEdit, &QLineEdit::textEdited, import,
            [this, import](const QString &text) { import->setAlias(row(), text); });
    connect(m_ui->profilesView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportDialog::refreshChosen);
    connect(m_ui->importButton, &QPushButton::clicked, import, &ImportViewModel::import);
    connect(m_ui->stopButton, &QPushButton::clicked, import, &ImportViewModel::stop);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ImportDialog::reject);
}

int ImportDialog::row() const
{
    const QModelIndexList chosen = m_ui->profilesView->selectionModel()->selectedRows();
    return chosen.isEmpty() ? -1 : chosen.front().row();
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file of keys"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // The folders in which such files lie are hidden ones.
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, m_import.get(), &ImportViewModel::openFile);
    dialog->QDialog::open();
}

void ImportDialog::refresh()
{
    const bool hadFocus = focusWidget() == m_ui->importButton || focusWidget() == m_ui->stopButton;
    refreshSource();
    refreshState();
    refreshKeeping();
    refreshChosen();
    const Stage stage = m_import->stage();
    const bool isList = stage == Stage::Choosing || stage == Stage::Running;
    const bool isChoosing = stage == Stage::Choosing;
    m_ui->pages->setCurrentWidget(isList ? m_ui->workPage
                                         : static_cast<QWidget *>(m_ui->statePage));
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->sourceBox), static_cast<QWidget *>(m_ui->fileButton)})
        part->setEnabled(stage != Stage::Running);
    m_ui->allButton->setEnabled(isChoosing);
    m_ui->noneButton->setEnabled(isChoosing);
    m_ui->importButton->setText(m_import->importText());
    m_ui->importButton->setEnabled(m_import->canImport());
    m_ui->importButton->setVisible(isChoosing);
    m_ui->stopButton->setVisible(stage == Stage::Running);
    if (hadFocus && focusWidget() != m_ui->importButton && focusWidget() != m_ui->stopButton)
        moveFocus();
    if (isList)
        showRows();
    else
        m_shown = {-1, 0};
    if (stage != Stage::Running && m_ui->question->isAsking())
        m_ui->question->leave();
    const QString words = m_import->statusText();
    if (words == m_ui->statusLabel->text())
        return;
    m_ui->statusLabel->setText(words);
    // How far it has come is not read out with every profile.
    const std::pair told(stage, m_import->isStopping());
    if (stage != Stage::Running || told != m_told)
        announce(m_ui->statusLabel, words);
    m_told = told;
}

//! Who began or stopped an import by keyboard goes on where its end is told.
void ImportDialog::moveFocus()
{
    switch (m_import->stage()) {
    case Stage::Running:
        m_ui->stopButton->setFocus(Qt::OtherFocusReason);
        break;
    case Stage::Choosing:
        m_ui->profilesView->setFocus(Qt::OtherFocusReason);
        break;
    default:
        m_ui->statePage->focusButton();
        break;
    }
}

void ImportDialog::refreshSource()
{
    const QStringList texts = m_import->sourceTexts();
    QStringList shown;
    for (int i = 0; i < m_ui->sourceBox->count(); ++i)
        shown += m_ui->sourceBox->itemText(i);
    if (texts != shown) {
        m_ui->sourceBox->clear();
        m_ui->sourceBox->addItems(texts);
    }
    m_ui->sourceBox->setCurrentIndex(m_import->sourceIndex());
    m_ui->sourceLabel->setText(m_import->sourceText());
    m_ui->sourceLabel->setVisible(!m_import->sourceText().isEmpty());
    const QString caution = m_import->cautionText();
    m_ui->caution->setVisible(!caution.isEmpty());
    m_ui->caution->setOutcome(Tone::Warning, QStringLiteral("warning"), caution, {});
    m_ui->caution->setButtons(m_import->hasChanged() ? tr("Rea&d again") : QString());
}

void ImportDialog::refreshState()
{
    QString icon = QStringLiteral("information");
    QString button = tr("&Choose a file…");
    QString second = tr("&Look again");
    switch (m_import->stage()) {
    case Stage::Choosing:
    case Stage::Running:
        return;
    case Stage::NothingFound:
        break;
    case Stage::Unreadable:
        icon = QStringLiteral("warning");
        break;
    case Stage::Done:
        icon = QStringLiteral("state-success");
        button = tr("&Show the first one");
        second.clear();
        break;
    case Stage::Failed:
        icon = QStringLiteral("state-failed");
        button = tr("&Back to the list");
        second.clear();
        break;
    }
    m_ui->statePage->setState(icon, m_import->stateHeading(), m_import->stateText(), button,
                              second);
}

void ImportDialog::onStateButton()
{
    switch (m_import->stage()) {
    case Stage::Done: {
        const ProfileId id = m_import->firstImported();
        accept();
        Q_EMIT profileWanted(id);
        return;
    }
    case Stage::Failed:
        m_import->backToList();
        m_ui->profilesView->setFocus(Qt::OtherFocusReason);
        return;
    default:
        chooseFile();
    }
}

void ImportDialog::refreshKeeping()
{
    const bool isRegionWanted = m_import->needsRegion();
    m_ui->regionTitle->setVisible(isRegionWanted);
    m_ui->regionBox->setVisible(isRegionWanted);
    m_ui->regionBox->setCurrentIndex(m_ui->regionBox->findData(m_import->region().text()));
    m_ui->keptCheck->setVisible(m_import->hasKeys());
    m_ui->keptCheck->setEnabled(m_import->isKeychainUsable() &&
                                m_import->stage() == Stage::Choosing);
    m_ui->keptCheck->setChecked(m_import->isKept());
    m_ui->keepingLabel->setText(m_import->keepingText());
}

void ImportDialog::refreshChosen()
{
    const int chosen = row();
    const bool canRename = m_import->canRename(chosen);
    m_ui->aliasEdit->setEnabled(canRename);
    // What is being typed keeps its cursor.
    const QString alias = canRename ? m_import->alias(chosen) : QString();
    if (m_ui->aliasEdit->text() != alias)
        m_ui->aliasEdit->setText(alias);
    const QString problem = m_import->aliasProblem(chosen);
    if (problem != m_ui->aliasProblem->text()) {
        m_ui->aliasProblem->setText(problem);
        if (!problem.isEmpty())
            announce(m_ui->aliasProblem, problem);
    }
    m_ui->detailLabel->setText(chosen < 0 ? tr("Choose a profile to read more about it.")
                                          : m_import->detailText(chosen));
}

void ImportDialog::reject()
{
    if (m_ui->question->isAsking()) {
        m_ui->question->leave();
    } else if (m_import->stage() == Stage::Running) {
        m_ui->question->ask(
            tr("The import is under way: it goes on to its end, and a failure would "
               "not be shown."),
            tr("Close all the same"), tr("Wait"), [this] { QDialog::reject(); });
    } else {
        QDialog::reject();
    }
}

void ImportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_wasShown)
        return;
    m_wasShown = true;
    const QSize room = screen()->availableSize();
    resize(qMin(1'300, room.width() - 40), qMin(680, room.height() - 48));
    fitColumns();
    if (m_import->stage() == Stage::Choosing)
        m_ui->profilesView->setFocus(Qt::OtherFocusReason);
}

//! Rows of another file begin at their first one.
void ImportDialog::showRows()
{
    const std::pair shown(m_import->sourceIndex(), m_import->model()->rowCount());
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_ui->profilesView->setCurrentIndex(m_import->model()->index(0, 0));
    fitColumns();
}

//! As wide as what stands in them; what is cut off stands whole in the details.
void ImportDialog::fitColumns()
{
    for (int column = 0; column < ImportModel::ColumnCount; ++column) {
        m_ui->profilesView->resizeColumnToContents(column);
        const int widest = column == ImportModel::ResultColumn ? widestResult : widestColumn;
        if (m_ui->profilesView->columnWidth(column) > widest)
            m_ui->profilesView->setColumnWidth(column, widest);
    }
}

} // namespace countersign
