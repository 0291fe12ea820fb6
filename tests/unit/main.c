/* Runs every suite of suites.def; with an argument, only those whose name begins with it. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#define RC_SUITE(name) Suite *suite_##name(void);
#include "unit/suites.def"
#undef RC_SUITE

int main(int argc, char **argv)
{
    SRunner *runner = srunner_create(NULL);
    const char *only = argc > 1 ? argv[1] : "";
#define RC_SUITE(name)                                                                             \
    if (strncmp(#name, only, strlen(only)) == 0)                                                   \
        srunner_add_suite(runner, suite_##name());
#include "unit/suites.def"
#undef RC_SUITE
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
