/* Before, after and change: "from 549 to 618, up 4 per cent". The change is computed over the
 * intervals that the figures stand for, and may have been cut off instead of rounded; a percentage
 * of percentages may be meant in points. Besides what the patterns read, the roles of the figures
 * of a sentence are enough: one that something rose from, one that it rose to, one change. */
#include "checks/equation.h"

/* The change in hundredths of the value before, from `a` to `b`. */
static bool explains(const rc_bounds *a, const rc_bounds *b, const rc_bounds *percent)
{
    rc_bounds difference, hundred = rc_bounds_exactly(100), left, right;
    bool up = rc_decimal_cmp(b->high, a->low) >= 0;
    const rc_bounds *big = up ? b : a, *small = up ? a : b;
    if (rc_bounds_sub(big, small, &difference) != RC_OK ||
        rc_bounds_mul(&difference, &hundred, &left) != RC_OK ||
        rc_bounds_mul(a, percent, &right) != RC_OK)
        return true;
    return rc_bounds_meet(&left, &right);
}

static bool in_points(const rc_quantity *value, const rc_bounds *a, const rc_bounds *b,
                      const rc_bounds *said)
{
    rc_bounds difference;
    bool up = rc_decimal_cmp(b->low, a->low) >= 0;
    return value->unit->dimension == RC_DIM_PERCENT &&
           (rc_bounds_sub(up ? b : a, up ? a : b, &difference) != RC_OK ||
            rc_bounds_meet(&difference, said));
}

/* A range may be given from high to low: "fell by half, from 20 to 10". */
static rc_verdict compare(const rc_quantity ends[2], const rc_quantity *change, bool turns)
{
    rc_bounds a, b, said;
    rc_quantity size = *change;
    size.low = rc_decimal_abs(change->low);
    size.high = rc_decimal_abs(change->high);
    if (!rc_quantity_same_unit(&ends[0], &ends[1]) || change->unit->dimension != RC_DIM_PERCENT ||
        change->per || rc_decimal_cmp(ends[0].low, rc_decimal_from(0)) <= 0 ||
        rc_decimal_cmp(ends[1].low, rc_decimal_from(0)) <= 0 ||
        rc_bounds_of(&ends[0], &a) != RC_OK || rc_bounds_of(&ends[1], &b) != RC_OK ||
        rc_bounds_of(&size, &said) != RC_OK ||
        (size.comparator == RC_EQ && rc_bounds_widen(&said, 5, size.precision - 1) != RC_OK))
        return RC_UNKNOWN;
    if (a.open_low || a.open_high || b.open_low || b.open_high)
        return RC_UNKNOWN;
    bool holds = explains(&a, &b, &said) || (turns && explains(&b, &a, &said)) ||
                 in_points(&ends[0], &a, &b, &said);
    return holds ? RC_HOLDS : RC_FAILS;
}

static rc_str told(rc_checking *c, const rc_quantity ends[2], rc_str change)
{
    double from = rc_decimal_approximate(ends[0].low), to = rc_decimal_approximate(ends[1].low);
    return rc_arena_printf(c->arena, "from %.*s to %.*s is a change of %.1f percent, not %.*s",
                           RC_STR_ARG(rc_quantity_print(c->arena, &ends[0])),
                           RC_STR_ARG(rc_quantity_print(c->arena, &ends[1])), (to / from - 1) * 100,
                           RC_STR_ARG(change));
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    rc_quantity ends[2];
    if (!e->operands[2].given || !rc_equation_ends(e, ends))
        return RC_UNKNOWN;
    rc_verdict v = compare(ends, &e->operands[2].quantity, !e->operands[0].given);
    if (v == RC_FAILS)
        *ret_message = told(c, ends, rc_operand_text(c, e, 2));
    return v;
}

typedef struct {
    const rc_claim *from, *to, *change;
    uint32_t froms, tos, changes;
} movement;

static bool is_read(const rc_checking *c, const rc_claim *change)
{
    const rc_store_doc *d = &c->store->docs[change->doc];
    for (uint32_t i = 0; i < d->equation_count; i++) {
        const rc_equation *e = c->store->equations[d->first_equation + i];
        if (e->law == RC_LAW_CHANGE && rc_span_overlaps(e->sentence, change->value_span))
            return true;
    }
    return false;
}

static movement roles_of(const rc_checking *c, size_t from, size_t to)
{
    movement m = {NULL, NULL, NULL, 0, 0, 0};
    for (size_t i = from; i < to; i++) {
        const rc_claim *claim = c->store->claims[i];
        if (claim->type != RC_VALUE_QUANTITY || claim->family ||
            !rc_quantity_is_exact(&claim->value.quantity))
            continue;
        const rc_quantity *q = &claim->value.quantity;
        if (q->role == RC_ROLE_FROM) {
            m.from = claim;
            m.froms++;
        } else if (q->role == RC_ROLE_TO) {
            m.to = claim;
            m.tos++;
        } else if (q->role == RC_ROLE_CHANGE && q->unit->dimension == RC_DIM_PERCENT) {
            m.change = claim;
            m.changes++;
        }
    }
    return m;
}

static void check_sentence(rc_checking *c, size_t from, size_t to)
{
    movement m = roles_of(c, from, to);
    if (m.froms != 1 || m.tos != 1 || m.changes != 1 || is_read(c, m.change))
        return;
    rc_quantity ends[2] = {m.from->value.quantity, m.to->value.quantity};
    if (compare(ends, &m.change->value.quantity, false) != RC_FAILS)
        return;
    const rc_doc *d = c->store->docs[m.change->doc].doc;
    rc_finding f = {.rule = RC_STR("change/mismatch"),
                    .severity = RC_ERROR,
                    .confidence = 85,
                    .subject = m.change->subject.text,
                    .attribute = RC_STR("change"),
                    .message = told(c, ends, rc_doc_slice(d, m.change->value_span))};
    rc_checking_report(c, &f, d, m.change->value_span, m.change->sentence);
}

rc_status rc_check_change(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_CHANGE, judge, 2, 2, 85, false});
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
