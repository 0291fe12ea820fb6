/* A value and its conversion in brackets right behind it: "1,700 feet (412 metres)". Writers round
 * generously when they convert, so the two may differ by their rounding and 3 per cent more; and
 * where one is the other brought to a round figure, "60 miles (100 km)", by 8. */
#include "checks/check.h"

#define GENEROUS 0.03
#define ROUND_GENEROUS 0.08
#define EXACT_PRECISION (-100)

static bool converts(const rc_claim *a, const rc_claim *b)
{
    const rc_quantity *p = &a->value.quantity, *q = &b->value.quantity;
    return a->type == RC_VALUE_QUANTITY && b->type == RC_VALUE_QUANTITY && !a->family &&
           !b->family && a->doc == b->doc && a->passage == b->passage &&
           (b->marks & RC_MARK_BRACKETED) && b->value_span.start >= a->value_span.end &&
           b->value_span.start - a->value_span.end <= 16 &&
           p->unit->dimension == q->unit->dimension && !rc_str_eq(p->unit->id, q->unit->id) &&
           p->unit->dimension != RC_DIM_NUMBER && p->unit->dimension != RC_DIM_CURRENCY;
}

/* Whether `round` is what `exact` comes to when it is rounded to as many digits as `round` has
 * before its zeros. */
static bool rounds_to(const rc_quantity *exact, const rc_quantity *round)
{
    rc_quantity x = *exact, r = *round;
    x.precision = EXACT_PRECISION;
    if (r.low.exponent > r.precision)
        r.precision = r.low.exponent;
    return rc_quantity_compare(&x, &r) != RC_VALUES_DIFFER;
}

static bool differs(const rc_claim *a, const rc_claim *b)
{
    const rc_quantity *p = &a->value.quantity, *q = &b->value.quantity;
    double distance = rc_claim_distance(a, b);
    if (rc_claim_values(a, b) != RC_VALUES_DIFFER || distance < GENEROUS)
        return false;
    return distance >= ROUND_GENEROUS || !(rounds_to(p, q) || rounds_to(q, p));
}

rc_status rc_check_conversion(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_claim *last = NULL;
    for (size_t i = 0; i < c->store->claim_count; i++) {
        const rc_claim *claim = c->store->claims[i];
        if (claim->type != RC_VALUE_QUANTITY || claim->family)
            continue;
        const rc_claim *before = last;
        last = claim;
        if (!before || !converts(before, claim) || !differs(before, claim))
            continue;
        rc_finding *f = RC_NEW(c->arena, rc_finding);
        const rc_doc *d = c->store->docs[claim->doc].doc;
        f->rule = RC_STR("conversion/mismatch");
        f->severity = RC_ERROR;
        f->confidence = 90;
        f->subject = claim->subject.text;
        f->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, 2);
        f->claims[0] = rc_checking_side(c, before, 0);
        f->claims[1] = rc_checking_side(c, claim, 1);
        f->claim_count = 2;
        f->message = rc_arena_printf(c->arena, "%.*s is not %.*s (%.*s)",
                                     RC_STR_ARG(rc_doc_slice(d, before->value_span)),
                                     RC_STR_ARG(rc_doc_slice(d, claim->value_span)),
                                     RC_STR_ARG(rc_checking_place(c, claim)));
        rc_checking_add(c, f);
    }
    return RC_OK;
}
