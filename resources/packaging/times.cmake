# Read by cpack before anything else: every file of a package is as old as the newest entry in the
# changelog, so that the same sources give the same package.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(
        COMMAND dpkg-parsechangelog "-l${CMAKE_CURRENT_LIST_DIR}/changelog" -S Timestamp
        OUTPUT_VARIABLE seconds OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(ENV{SOURCE_DATE_EPOCH} "${seconds}")
endif()
