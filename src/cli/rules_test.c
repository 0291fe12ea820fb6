/* rules test: the examples that the rules carry. */
#include "cli/command.h"

int rc_command_rules_test(rc_context *c)
{
    (void)c;
    rc_err err;
    (void)rc_fail(&err, RC_EUSAGE, NULL, 0, 0, "'rules test' is not built yet");
    rc_command_complain(&err);
    return RC_EXIT_TROUBLE;
}
