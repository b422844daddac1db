# Run by cpack over the installed files before they are packed: stripping has given them new times,
# and folders have the modes that whoever builds the package happens to like.
set(installed "${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
execute_process(COMMAND find "${installed}" -type d -exec chmod 0755 {} +
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND find "${installed}" -exec touch --no-dereference "--date=@$ENV{SOURCE_DATE_EPOCH}" {} +
    COMMAND_ERROR_IS_FATAL ANY)
