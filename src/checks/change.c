/* Before, after and change in one sentence: "from 549 to 618, up 4 per cent". The change is
 * computed over the intervals that the figures stand for; a percentage of percentages may be meant
 * in points, and is checked both ways. */
#include "checks/check.h"

#include <math.h>

typedef struct {
    const rc_claim *from, *to, *change;
    uint32_t changes;
} movement;

static double low_end(const rc_claim *c)
{
    return rc_decimal_approximate(c->value.quantity.low);
}

static double slack_of(const rc_claim *c)
{
    double s = 0.5 * pow(10, c->value.quantity.precision);
    if (c->value.quantity.approximate)
        s += 0.05 * fabs(low_end(c));
    return s;
}

/* Whether a change of `said` per cent, give or take its rounding, is within what the two allow. */
static bool explains(const movement *m, double said)
{
    double a = low_end(m->from), b = low_end(m->to);
    double da = slack_of(m->from), db = slack_of(m->to), slack = slack_of(m->change);
    if (a - da <= 0)
        return true;
    double least = fabs((b - db) / (a + da) - 1) * 100, most = fabs((b + db) / (a - da) - 1) * 100;
    double low = least < most ? least : most, high = least < most ? most : least;
    if ((b - db - a - da) * (b + db - a + da) < 0)
        low = 0;
    if (said >= low - slack && said <= high + slack)
        return true;
    /* Points: the difference of two percentages. */
    double difference = fabs(b - a);
    return m->from->value.quantity.unit->dimension == RC_DIM_PERCENT &&
           fabs(difference - said) <= slack + da + db;
}

static void report(rc_checking *c, const movement *m)
{
    const rc_doc *d = c->store->docs[m->from->doc].doc;
    double actual = fabs(low_end(m->to) / low_end(m->from) - 1) * 100;
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    f->rule = RC_STR("change/mismatch");
    f->severity = RC_ERROR;
    f->confidence = 85;
    f->subject = m->change->subject.text;
    f->attribute = RC_STR("change");
    /* The change is what is held against the two values, which the message names. */
    f->claims = RC_NEW(c->arena, rc_finding_claim);
    f->claims[0] = rc_checking_side(c, m->change, 0);
    f->claim_count = 1;
    f->message =
        rc_arena_printf(c->arena, "%.*s to %.*s is a change of %.1f percent, not %.*s (%.*s)",
                        RC_STR_ARG(rc_doc_slice(d, m->from->value_span)),
                        RC_STR_ARG(rc_doc_slice(d, m->to->value_span)), actual,
                        RC_STR_ARG(rc_doc_slice(d, m->change->value_span)),
                        RC_STR_ARG(rc_checking_place(c, m->change)));
    rc_checking_add(c, f);
}

static bool exact(const rc_claim *c)
{
    const rc_quantity *q = &c->value.quantity;
    return q->has_low && q->has_high && q->comparator == RC_EQ;
}

static void check_sentence(rc_checking *c, size_t from, size_t to)
{
    movement m = {NULL, NULL, NULL, 0};
    uint32_t pairs = 0;
    for (size_t i = from; i < to; i++) {
        const rc_claim *claim = c->store->claims[i];
        if (claim->type != RC_VALUE_QUANTITY || claim->family || !exact(claim))
            continue;
        const rc_quantity *q = &claim->value.quantity;
        if (q->role == RC_ROLE_FROM) {
            m.from = claim;
            pairs++;
        } else if (q->role == RC_ROLE_TO) {
            m.to = claim;
        } else if (q->role == RC_ROLE_CHANGE && q->unit->dimension == RC_DIM_PERCENT) {
            m.change = claim;
            m.changes++;
        }
    }
    if (pairs != 1 || !m.to || m.changes != 1 ||
        !rc_str_eq(m.from->value.quantity.unit->id, m.to->value.quantity.unit->id))
        return;
    if (!explains(&m, fabs(low_end(m.change))))
        report(c, &m);
}

rc_status rc_check_change(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    for (size_t i = 0; i < s->claim_count;) {
        size_t end = i + 1;
        while (end < s->claim_count && s->claims[end]->doc == s->claims[i]->doc &&
               s->claims[end]->passage == s->claims[i]->passage)
            end++;
        check_sentence(c, i, end);
        i = end;
    }
    return RC_OK;
}
