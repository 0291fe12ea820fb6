#include "mentions/internal.h"

struct rc_quantifier {
    const rc_numbers *numbers;
};

rc_status rc_quantifier_new(rc_arena *a, const rc_rules *r, const rc_numbers *n,
                            rc_quantifier **ret, rc_diagnostics *diagnostics, rc_err *err)
{
    (void)r;
    (void)diagnostics;
    (void)err;
    rc_quantifier *x = RC_NEW(a, rc_quantifier);
    x->numbers = n;
    *ret = x;
    return RC_OK;
}

rc_status rc_find_quantities(rc_arena *a, const rc_quantifier *x, const rc_text *t, rc_mentions *m,
                             rc_err *err)
{
    (void)a;
    (void)x;
    (void)t;
    (void)m;
    (void)err;
    return RC_OK;
}
