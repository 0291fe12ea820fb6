/* The only main(): the command line, and which subcommand runs. */
#include <config.h>

#include "base/limits.h"
#include "cli/command.h"

static int dispatch(rc_context *c)
{
    switch (c->options->command) {
    case RC_COMMAND_CHECK:
        return rc_command_check(c);
    case RC_COMMAND_EXTRACT:
        return rc_command_extract(c);
    case RC_COMMAND_EXPLAIN:
        return rc_command_explain(c);
    case RC_COMMAND_WHY:
        return rc_command_why(c);
    case RC_COMMAND_RULES_TEST:
        return rc_command_rules_test(c);
    case RC_COMMAND_HELP:
        return fputs(RC_USAGE, stdout) >= 0 && fflush(stdout) == 0 ? RC_EXIT_CLEAN
                                                                   : RC_EXIT_TROUBLE;
    case RC_COMMAND_VERSION:
        return puts(PACKAGE_STRING) >= 0 && fflush(stdout) == 0 ? RC_EXIT_CLEAN : RC_EXIT_TROUBLE;
    }
    return RC_EXIT_TROUBLE;
}

int main(int argc, char **argv)
{
    rc_arena *arena = rc_arena_new(RC_RULES_BYTES_MAX);
    rc_options options;
    rc_err err = {0};
    int exit_status = RC_EXIT_TROUBLE;
    if (rc_options_parse(arena, argc, argv, &options, &err) == RC_OK) {
        rc_context context = {.arena = arena, .options = &options, .program = argv[0]};
        exit_status = dispatch(&context);
    } else {
        rc_command_complain(&err);
        fputs("Try 'rcheck --help'.\n", stderr);
    }
    rc_arena_free(arena);
    return exit_status;
}
