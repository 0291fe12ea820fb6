#include "mentions/internal.h"

rc_status rc_namer_new(rc_arena *a, const rc_rules *r, rc_namer **ret, rc_diagnostics *diagnostics,
                       rc_err *err)
{
    (void)a;
    (void)r;
    (void)diagnostics;
    (void)err;
    *ret = NULL;
    return RC_OK;
}

rc_status rc_find_entities(rc_arena *a, const rc_namer *x, const rc_text *t, rc_mentions *m,
                           rc_err *err)
{
    (void)a;
    (void)x;
    (void)t;
    (void)m;
    (void)err;
    return RC_OK;
}
