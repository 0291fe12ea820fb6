/* The command line. */
#ifndef RC_CLI_OPTIONS_H
#define RC_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "findings/finding.h"

typedef enum {
    RC_COMMAND_CHECK,
    RC_COMMAND_EXTRACT,
    RC_COMMAND_EXPLAIN,
    RC_COMMAND_WHY,
    RC_COMMAND_RULES_TEST,
    RC_COMMAND_HELP,
    RC_COMMAND_VERSION
} rc_command;

typedef enum { /* names in cli/formats.def */
#define RC_FORMAT(id, name) RC_FORMAT_##id,
#include "cli/formats.def"
#undef RC_FORMAT
               RC_FORMAT_DEFAULT /* text; extract: ndjson where the output is no terminal */
} rc_format;

typedef enum { RC_COLOUR_AUTO, RC_COLOUR_ALWAYS, RC_COLOUR_NEVER } rc_colour;

enum { RC_FAIL_NEVER = RC_ERROR + 1 };

typedef struct {
    rc_command command;
    rc_format format;
    rc_colour colour;
    const char *output; /* NULL: standard output */
    int32_t date;       /* RC_DAY_NONE: none */
    unsigned fail_on;   /* rc_severity, or RC_FAIL_NEVER */
    rc_severity min_severity;
    unsigned threads;   /* 0: one a core */
    const char **rules; /* folders of --rules, in order */
    size_t rules_count, rules_capacity;
    const char **disabled; /* rules of --disable */
    size_t disabled_count, disabled_capacity;
    const char **operands; /* paths, rule ids or places */
    size_t operand_count, operand_capacity;
} rc_options;

/* RC_EUSAGE, with what is wrong. Strings are argv's. Reads no file. */
rc_status rc_options_parse(rc_arena *a, int argc, char **argv, rc_options *ret, rc_err *err);
const char *rc_format_name(rc_format f);
/* What --help prints. */
extern const char RC_USAGE[];

#endif
