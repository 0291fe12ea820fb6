#include "mentions/internal.h"

rc_status rc_timer_new(rc_arena *a, const rc_rules *r, const rc_numbers *n, rc_timer **ret,
                       rc_diagnostics *diagnostics, rc_err *err)
{
    (void)a;
    (void)r;
    (void)n;
    (void)diagnostics;
    (void)err;
    *ret = NULL;
    return RC_OK;
}

rc_status rc_find_times(rc_arena *a, const rc_timer *x, rc_doc *d, rc_text *t, rc_mentions *m,
                        rc_err *err)
{
    (void)a;
    (void)x;
    (void)d;
    (void)t;
    (void)m;
    (void)err;
    return RC_OK;
}
