# What stands behind "--" is a path, even where it is named like a command or an option.
rcheck extract --format ndjson -- -odd extract
