/* explain, why and rules test. */
#include "cli/command.h"

static int not_built(const char *what)
{
    rc_err err;
    (void)rc_fail(&err, RC_EUSAGE, NULL, 0, 0, "'%s' is not built yet", what);
    rc_command_complain(&err);
    return RC_EXIT_TROUBLE;
}

int rc_command_explain(rc_context *c)
{
    (void)c;
    return not_built("explain");
}

int rc_command_rules_test(rc_context *c)
{
    (void)c;
    return not_built("rules test");
}
