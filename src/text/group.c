#include "text/token.h"

rc_status rc_text_group(rc_arena *a, rc_text *t)
{
    t->sentence_groups = RC_NEW_ARRAY(a, uint32_t, t->sentence_count + 1);
    return RC_OK;
}

uint32_t rc_text_group_at(const rc_text *t, uint32_t token, rc_group_kind kind)
{
    (void)t;
    (void)token;
    (void)kind;
    return UINT32_MAX;
}
