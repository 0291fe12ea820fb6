#include "checks/equation.h"

#define READINGS_MAX 64 /* equations on either side that can be of one result */
#define APPROXIMATE 5   /* per cent that "about" allows */
#define LEAP_YEAR 2000  /* stands for a year that is not said */
#define FRACTION 10     /* per cent that a fraction in words allows */

rc_bounds rc_bounds_exactly(int64_t n)
{
    return (rc_bounds){.low = rc_decimal_from(n), .high = rc_decimal_from(n)};
}

rc_status rc_bounds_spread(rc_bounds *b, rc_decimal slack)
{
    rc_status s = rc_decimal_sub(b->low, slack, &b->low);
    return s == RC_OK ? rc_decimal_add(b->high, slack, &b->high) : s;
}

/* `percent` of a value, further out on both ends. */
static rc_status widen_by_part(rc_bounds *b, int64_t percent)
{
    rc_decimal part, slack = {0, 0};
    rc_status s = rc_decimal_make(percent, -2, &part);
    if (s == RC_OK)
        s = rc_decimal_mul(rc_decimal_abs(b->low), part, &slack);
    return s == RC_OK ? rc_bounds_spread(b, slack) : s;
}

rc_status rc_bounds_widen(rc_bounds *b, int64_t units, int32_t exponent)
{
    rc_decimal slack = {0, 0};
    rc_status s = rc_decimal_make(units, exponent, &slack);
    return s == RC_OK ? rc_bounds_spread(b, slack) : s;
}

static bool is_fraction(const rc_quantity *q)
{
    return q->unit->dimension == RC_DIM_NUMBER && q->has_low && q->low.exponent < 0 &&
           rc_decimal_cmp(rc_decimal_abs(q->low), rc_decimal_from(1)) < 0;
}

/* A third has more digits than can be calculated with, and stands for some more anyway. */
static rc_decimal shortened(rc_decimal d)
{
    while (d.digits > 1000000000 || d.digits < -1000000000) {
        d.digits /= 10;
        d.exponent++;
    }
    return d;
}

/* Counts and amounts of money that are printed to the unit are what they say. */
static bool is_whole(const rc_quantity *q)
{
    return q->precision == 0 &&
           (q->unit->dimension == RC_DIM_NUMBER || q->unit->dimension == RC_DIM_CURRENCY);
}

rc_status rc_bounds_of(const rc_quantity *q, rc_bounds *ret)
{
    if (q->identifier || q->role == RC_ROLE_ORDINAL || (!q->has_low && !q->has_high))
        return RC_NONE;
    rc_bounds b = {.low = q->has_low ? q->low : q->high,
                   .high = q->has_high ? q->high : q->low,
                   .open_low = !q->has_low,
                   .open_high = !q->has_high};
    rc_status s = RC_OK;
    if (is_fraction(q)) {
        b.low = shortened(b.low);
        b.high = shortened(b.high);
        s = widen_by_part(&b, q->comparator == RC_EQ ? FRACTION : 1);
    } else if (q->comparator == RC_EQ && !is_whole(q)) {
        s = rc_bounds_widen(&b, 5, q->precision - 1);
    }
    if (s == RC_OK && q->approximate)
        s = widen_by_part(&b, APPROXIMATE);
    *ret = b;
    return s;
}

rc_status rc_bounds_add(const rc_bounds *a, const rc_bounds *b, rc_bounds *ret)
{
    rc_bounds r = {.open_low = a->open_low || b->open_low,
                   .open_high = a->open_high || b->open_high};
    rc_status s = rc_decimal_add(a->low, b->low, &r.low);
    if (s == RC_OK)
        s = rc_decimal_add(a->high, b->high, &r.high);
    *ret = r;
    return s;
}

rc_status rc_bounds_sub(const rc_bounds *a, const rc_bounds *b, rc_bounds *ret)
{
    if (a->open_low || a->open_high || b->open_low || b->open_high)
        return RC_NONE;
    rc_bounds r = {.open_low = false};
    rc_status s = rc_decimal_sub(a->low, b->high, &r.low);
    if (s == RC_OK)
        s = rc_decimal_sub(a->high, b->low, &r.high);
    *ret = r;
    return s;
}

rc_status rc_bounds_mul(const rc_bounds *a, const rc_bounds *b, rc_bounds *ret)
{
    rc_bounds r = {.open_low = a->open_low || b->open_low,
                   .open_high = a->open_high || b->open_high};
    rc_status s = rc_decimal_mul(a->low, b->low, &r.low);
    if (s == RC_OK)
        s = rc_decimal_mul(a->high, b->high, &r.high);
    *ret = r;
    return s;
}

bool rc_bounds_meet(const rc_bounds *a, const rc_bounds *b)
{
    bool below = !a->open_high && !b->open_low && rc_decimal_cmp(a->high, b->low) < 0;
    bool above = !a->open_low && !b->open_high && rc_decimal_cmp(a->low, b->high) > 0;
    return !below && !above;
}

static bool has_digits(rc_decimal d, int64_t least)
{
    return d.digits >= least || d.digits <= -least;
}

rc_status rc_bounds_round(rc_bounds *b, const rc_quantity *result, const rc_quantity *const *parts,
                          size_t count)
{
    int32_t finest = INT32_MAX;
    for (size_t i = 0; i < count; i++) {
        if (parts[i]->has_low && parts[i]->low.digits && parts[i]->low.exponent < finest)
            finest = parts[i]->low.exponent;
    }
    if (!result->has_low || !has_digits(result->low, 10) || finest >= result->low.exponent ||
        result->low.exponent <= result->precision)
        return RC_OK;
    return rc_bounds_widen(b, 5, result->low.exponent - 1);
}

rc_status rc_bounds_convert(rc_bounds *b, const rc_quantity *from, const rc_quantity *to)
{
    const rc_unit *f = from->unit, *t = to->unit;
    if (rc_str_eq(f->id, t->id))
        return RC_OK;
    if (f->dimension != t->dimension || !f->base_id.len || !rc_str_eq(f->base_id, t->base_id))
        return RC_NONE;
    rc_decimal *ends[] = {&b->low, &b->high};
    for (size_t i = 0; i < 2; i++) {
        rc_status s = rc_decimal_add(*ends[i], f->offset, ends[i]);
        if (s == RC_OK)
            s = rc_decimal_scale(*ends[i], f->numerator, f->denominator, ends[i]);
        if (s == RC_OK)
            s = rc_decimal_scale(*ends[i], t->denominator, t->numerator, ends[i]);
        if (s == RC_OK)
            s = rc_decimal_sub(*ends[i], t->offset, ends[i]);
        if (s != RC_OK)
            return s;
        *ends[i] = shortened(*ends[i]);
    }
    return RC_OK;
}

bool rc_equation_ends(const rc_equation *e, rc_quantity ret_ends[2])
{
    const rc_operand *o = e->operands;
    if (o[0].given && o[1].given) {
        ret_ends[0] = o[0].quantity;
        ret_ends[1] = o[1].quantity;
        return o[0].quantity.has_low && o[1].quantity.has_low;
    }
    if (!o[3].given || o[3].quantity.comparator != RC_RANGE || !o[3].quantity.has_low ||
        !o[3].quantity.has_high)
        return false;
    for (size_t i = 0; i < 2; i++) {
        ret_ends[i] = o[3].quantity;
        ret_ends[i].comparator = RC_EQ;
        ret_ends[i].low = ret_ends[i].high = i ? o[3].quantity.high : o[3].quantity.low;
    }
    return true;
}

bool rc_quantity_is_exact(const rc_quantity *q)
{
    return q->has_low && q->has_high && q->comparator == RC_EQ;
}

bool rc_quantity_same_unit(const rc_quantity *a, const rc_quantity *b)
{
    return rc_str_eq(a->unit->id, b->unit->id) && a->per == b->per;
}

rc_status rc_time_in_any_year(rc_arena *a, rc_str value, rc_time *ret)
{
    if (rc_str_starts(value, RC_STR("XXXX")))
        value =
            rc_arena_printf(a, "%d%.*s", LEAP_YEAR, RC_STR_ARG(rc_str_sub(value, 4, value.len)));
    return rc_time_parse(value, ret) == RC_OK && ret->low != RC_DAY_NONE ? RC_OK : RC_NONE;
}

rc_str rc_operand_text(const rc_checking *c, const rc_equation *e, size_t operand)
{
    return rc_doc_slice(c->store->docs[e->doc].doc, e->operands[operand].span);
}

void rc_checking_report(rc_checking *c, const rc_finding *model, const rc_doc *d, rc_span span,
                        rc_span sentence)
{
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    uint32_t line, column;
    *f = *model;
    rc_doc_position(d, rc_doc_file_span(d, span).start, &line, &column);
    f->message = rc_arena_printf(c->arena, "%.*s (%.*s:%u)", RC_STR_ARG(model->message),
                                 RC_STR_ARG(d->path), line);
    f->claims = RC_NEW(c->arena, rc_finding_claim);
    f->claims[0] = (rc_finding_claim){
        .doc = d, .span = span, .sentence = sentence, .normalized = rc_doc_slice(d, span)};
    f->claim_count = 1;
    rc_checking_add(c, f);
}

/* The operand that is in dispute. */
static const rc_operand *disputed(const rc_equation_check *k, const rc_equation *e)
{
    return e->operands[k->result].given ? &e->operands[k->result] : &e->operands[k->spare];
}

static bool same_result(const rc_equation_check *k, const rc_equation *a, const rc_equation *b)
{
    return a->doc == b->doc && a->family == b->family &&
           rc_span_overlaps(disputed(k, a)->span, disputed(k, b)->span);
}

/* Whether another reading of the same result holds, or one before it was reported already. */
static bool is_settled(rc_checking *c, const rc_equation_check *k, const rc_verdict *verdicts,
                       size_t at)
{
    const rc_store *s = c->store;
    size_t from = at > READINGS_MAX ? at - READINGS_MAX : 0;
    for (size_t i = from; i < s->equation_count && i < at + READINGS_MAX; i++) {
        if (i == at || s->equations[i]->law != (uint8_t)k->law ||
            !same_result(k, s->equations[i], s->equations[at]))
            continue;
        if (verdicts[i] == RC_HOLDS || (i < at && verdicts[i] == RC_FAILS))
            return true;
    }
    return false;
}

void rc_equations_check(rc_checking *c, const rc_equation_check *k)
{
    const rc_store *s = c->store;
    rc_verdict *verdicts = RC_NEW_ARRAY(c->arena, rc_verdict, s->equation_count + 1);
    rc_str *messages = RC_NEW_ARRAY(c->arena, rc_str, s->equation_count + 1);
    for (size_t i = 0; i < s->equation_count; i++) {
        if (s->equations[i]->law == (uint8_t)k->law)
            verdicts[i] = k->judge(c, s->equations[i], &messages[i]);
    }
    for (size_t i = 0; i < s->equation_count; i++) {
        const rc_equation *e = s->equations[i];
        if (verdicts[i] != RC_FAILS || is_settled(c, k, verdicts, i))
            continue;
        rc_finding f = {.rule = k->rule ? rc_str_from(k->rule)
                                        : rc_rules_family(c->rules, e->family)->id,
                        .severity = k->worth_a_look ? RC_WARNING : RC_ERROR,
                        .confidence = k->confidence,
                        .message = messages[i]};
        rc_checking_report(c, &f, s->docs[e->doc].doc, disputed(k, e)->span, e->sentence);
    }
}
