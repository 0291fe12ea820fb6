/* Scope: of which part, period, stage or sort a figure is, by the words beside it. The groups and
 * their poles ("net": gross, net) are those of rules/tables/scope.tsv. */
#ifndef RC_CLAIMS_SCOPE_H
#define RC_CLAIMS_SCOPE_H

#include "base/arena.h"
#include "rules/rules.h"
#include "text/token.h"

#define RC_SCOPE_GROUPS 48

/* The pole said, by group; 0: nothing said; UINT8_MAX: more than one. */
typedef struct {
    uint8_t pole[RC_SCOPE_GROUPS];
} rc_scope;

typedef struct rc_scopes rc_scopes;

/* Without the table there are no groups. Groups past RC_SCOPE_GROUPS are left out. */
rc_scopes *rc_scopes_new(rc_arena *a, const rc_rules *r);
/* Adds what tokens [first, last) say. */
void rc_scope_add(const rc_scopes *s, const rc_text *t, uint32_t first, uint32_t last,
                  rc_scope *into);
/* Whether some group has different poles. */
bool rc_scopes_clash(const rc_scope *a, const rc_scope *b);
/* In how many groups only one of them says something. */
uint32_t rc_scopes_onesided(const rc_scope *a, const rc_scope *b);

#endif
