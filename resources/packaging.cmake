# What an installed Countersign consists of, and the Debian package that holds it. Needs the targets
# of both programs; the package is written by cpack (see resources/package).
include(GNUInstallDirs)
set(application_id io.github.countersign.Countersign)
set(resources "${CMAKE_SOURCE_DIR}/resources")
set(packaging "${CMAKE_BINARY_DIR}/packaging")

# The console starts the sandbox that lies beside it.
install(TARGETS countersign countersign-sandbox RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${resources}/desktop/${application_id}.desktop"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${resources}/desktop/${application_id}.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${resources}/icons/countersign.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps"
    RENAME "${application_id}.svg")

# countersign_compressed(<from> <to>): without the name and time that gzip would keep.
function(countersign_compressed from to)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${from}")
    execute_process(COMMAND gzip -9nc "${from}" OUTPUT_FILE "${to}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()
foreach(page IN ITEMS countersign.1 countersign-sandbox.1)
    configure_file("${resources}/man/${page}.in" "${packaging}/${page}" @ONLY)
    countersign_compressed("${packaging}/${page}" "${packaging}/${page}.gz")
    install(FILES "${packaging}/${page}.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endforeach()
countersign_compressed("${resources}/packaging/changelog" "${packaging}/changelog.gz")
install(FILES "${packaging}/changelog.gz" "${resources}/packaging/copyright"
    DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/package")
set(CPACK_PACKAGE_CONTACT "Countersign contributors <contributors@countersign.github.io>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PROJECT_CONFIG_FILE "${resources}/packaging/times.cmake")
set(CPACK_PRE_BUILD_SCRIPTS "${resources}/packaging/modes.cmake")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "desktop console for approvals in CloudOps Orchestration Service")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Countersign is for people who decide what a paused automation of Alibaba Cloud
CloudOps Orchestration Service (OOS) does next. It finds the executions that
wait for a person over several accounts and regions, shows what is waiting and
what will happen, takes the decision with a note, and sends it, signed, once.

A service that behaves like OOS and runs on this computer alone comes with it,
so that everything can be tried without an account.")
# Libraries are found by dpkg-shlibdeps. The rest is what the programs start or load by name: the
# sandbox walks results with jq, graphviz' dot places the tasks of a picture, connections are checked
# against the system's authorities, and keys are kept through libsecret where that is there.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, graphviz, jq, libqt6sql6-sqlite")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "default-dbus-session-bus | dbus-session-bus, libsecret-1-0, qt6-translations-l10n, qt6-wayland")
# Names and notes of a run may be in any language; most desktops have letters for theirs.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk, fonts-noto-color-emoji")
include(CPack)
