/* The subcommands. Each prints what it has to say and returns the exit status. */
#ifndef RC_CLI_COMMAND_H
#define RC_CLI_COMMAND_H

#include "cli/options.h"
#include "rules/rules.h"

enum { RC_EXIT_CLEAN = 0, RC_EXIT_FOUND = 1, RC_EXIT_TROUBLE = 2 };

typedef struct {
    rc_arena *arena;
    const rc_options *options;
    const char *program;   /* argv[0] */
    const rc_rules *rules; /* after rc_command_rules */
} rc_context;

int rc_command_check(rc_context *c);
int rc_command_extract(rc_context *c);
int rc_command_explain(rc_context *c);
int rc_command_why(rc_context *c);
int rc_command_rules_test(rc_context *c);

/* Loads the rules that come with the program and those of --rules into c->rules, with the examples
 * where `explained` is set. Their errors are printed; false: there were some. */
typedef enum { RC_RULES_PLAIN, RC_RULES_EXPLAINED } rc_rules_extent;
bool rc_command_rules(rc_context *c, rc_rules_extent extent);
/* Whether a rule has this id, or the id's part before "/"; after RC_RULES_EXPLAINED. */
bool rc_command_knows_rule(const rc_context *c, rc_str id);
/* "rcheck: file:line:column: text" on standard error, without what could steer a terminal. */
void rc_command_complain(const rc_err *err);

#endif
