#include "mentions/internal.h"

struct rc_numbers {
    const rc_rules *rules;
};

rc_status rc_numbers_new(rc_arena *a, const rc_rules *r, rc_numbers **ret,
                         rc_diagnostics *diagnostics, rc_err *err)
{
    (void)diagnostics;
    (void)err;
    rc_numbers *n = RC_NEW(a, rc_numbers);
    n->rules = r;
    *ret = n;
    return RC_OK;
}

rc_status rc_number_read(const rc_numbers *n, const rc_text *t, uint32_t at, uint32_t end,
                         rc_number *ret)
{
    (void)n;
    (void)t;
    (void)at;
    (void)end;
    (void)ret;
    return RC_NONE;
}
