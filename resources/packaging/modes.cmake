# Run by cpack over the installed files before they are packed: folders have the modes that whoever
# builds the package happens to like.
execute_process(
    COMMAND find "${CPACK_TEMPORARY_INSTALL_DIRECTORY}" -type d -exec chmod 0755 {} +
    COMMAND_ERROR_IS_FATAL ANY)
