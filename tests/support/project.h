/* The rules and the lexicon of the project, for unit tests. */
#ifndef RC_SUPPORT_PROJECT_H
#define RC_SUPPORT_PROJECT_H

#include <check.h>
#include <stdlib.h>

#include "rules/rules.h"

/* In `a`; the lexicon is that of the folder the tests run in. */
static inline const rc_rules *project_rules(rc_arena *a)
{
    const char *source = getenv("SRCDIR");
    const char *dir = rc_arena_printf(a, "%s/rules", source ? source : ".").ptr;
    rc_rules_options o = {.dirs = &dir, .dir_count = 1, .lexicon_path = "lexicon.bin"};
    rc_diagnostics d = {0};
    const rc_rules *r = NULL;
    rc_err err = {0};
    ck_assert_msg(rc_rules_load(a, &o, &d, &r, &err) == RC_OK, "%s", err.text);
    ck_assert_msg(!d.count, "%s", d.count ? d.items[0].text : "");
    return r;
}

#endif
