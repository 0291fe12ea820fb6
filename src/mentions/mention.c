#include "mentions/mention.h"

#include <stdlib.h>

#include "mentions/internal.h"

struct rc_mentioner {
    rc_numbers *numbers;
    rc_quantifier *quantities;
    rc_timer *times;
    rc_namer *names;
};

rc_status rc_mentioner_new(rc_arena *a, const rc_rules *r, rc_mentioner **ret,
                           rc_diagnostics *diagnostics, rc_err *err)
{
    rc_mentioner *m = RC_NEW(a, rc_mentioner);
    rc_status s = rc_numbers_new(a, r, &m->numbers, diagnostics, err);
    if (s >= RC_OK)
        s = rc_quantifier_new(a, r, m->numbers, &m->quantities, diagnostics, err);
    if (s >= RC_OK)
        s = rc_timer_new(a, r, m->numbers, &m->times, diagnostics, err);
    if (s >= RC_OK)
        s = rc_namer_new(a, r, &m->names, diagnostics, err);
    if (s < RC_OK)
        return s;
    *ret = m;
    return RC_OK;
}

const rc_namer *rc_mentioner_namer(const rc_mentioner *m)
{
    return m->names;
}

static int by_place(const void *x, const void *y)
{
    const rc_mention *a = x;
    const rc_mention *b = y;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (int)a->type - (int)b->type;
}

rc_status rc_mentions_find(rc_arena *a, const rc_mentioner *m, rc_doc *d, rc_text *t,
                           rc_mentions **ret, rc_err *err)
{
    rc_mentions *found = RC_NEW(a, rc_mentions);
    rc_status s = rc_find_times(a, m->times, d, t, found, err);
    if (s >= RC_OK)
        s = rc_find_quantities(a, m->quantities, t, found, err);
    if (found->count > 1)
        qsort(found->items, found->count, sizeof(found->items[0]), by_place);
    if (s >= RC_OK)
        s = rc_find_entities(a, m->names, t, found, err);
    if (s < RC_OK)
        return s;
    if (found->count > 1)
        qsort(found->items, found->count, sizeof(found->items[0]), by_place);
    for (size_t i = found->count; i > 0; i--) {
        if (found->items[i - 1].type == RC_MENTION_ENTITY)
            found->entities[found->items[i - 1].as.entity.index].first_mention = (uint32_t)i - 1;
    }
    *ret = found;
    return RC_OK;
}
