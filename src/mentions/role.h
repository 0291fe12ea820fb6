/* rc_roles: what roles mean: "chief executive" is "CEO", "climate minister" is a kind of minister.
 * Compiled from rules/tables/roles.*.tsv; unchanging. */
#ifndef RC_MENTIONS_ROLE_H
#define RC_MENTIONS_ROLE_H

#include "base/arena.h"
#include "base/err.h"
#include "rules/rules.h"
#include "text/word.h"

typedef struct rc_roles rc_roles;

typedef enum {
    RC_ROLES_SAME,    /* one role in other words */
    RC_ROLES_KIND,    /* one is a kind of the other: minister, climate minister */
    RC_ROLES_UNKNOWN, /* nothing is known of one of them */
    RC_ROLES_OTHER,   /* both known, and one person may be both */
    RC_ROLES_CLASH    /* nobody is both at one time in one place */
} rc_roles_relation;

rc_status rc_roles_new(rc_arena *a, const rc_rules *r, const rc_roles **ret,
                       rc_diagnostics *diagnostics);
/* Roles as rc_role.text gives them: words in lower case, with single spaces. */
rc_roles_relation rc_roles_compare(const rc_roles *r, rc_str a, rc_str b);

#endif
