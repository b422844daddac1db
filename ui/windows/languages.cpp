// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

#include <vector>

static void initialiseTranslations()
{
    Q_INIT_RESOURCE(i18n);
}

namespace countersign {

class Languages::Private
{
public:
    void remove();
    void add(const QLocale &locale, const QString &name, const QString &folder);

    std::vector<std::unique_ptr<QTranslator>> translators;
};

void Languages::Private::remove()
{
    for (const auto &translator : translators)
        QCoreApplication::removeTranslator(translator.get());
    translators.clear();
}

void Languages::Private::add(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    translators.push_back(std::move(translator));
}

Languages::Languages(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    initialiseTranslations();
}

Languages::~Languages()
{
    d->remove();
}

void Languages::use(const QLocale &locale)
{
    d->remove();
    QLocale::setDefault(locale);
    const QString ours = QStringLiteral(":/i18n");
    // English is underneath every language: it has the plural forms.
    d->add(QLocale(QLocale::English), QStringLiteral("countersign"), ours);
    if (locale.language() == QLocale::English)
        return;
    d->add(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    d->add(locale, QStringLiteral("countersign"), ours);
}

QStringList Languages::available()
{
    initialiseTranslations();
    QStringList names;
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*.qm")});
    for (const QString &file : files)
        names += file.mid(12, file.size() - 15);
    return names;
}

} // namespace countersign
