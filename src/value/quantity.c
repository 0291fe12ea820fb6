#include "value/quantity.h"

/* ---------------------------------------------------------------- printing */

static const char *comparator_sign(rc_comparator c)
{
    switch (c) {
    case RC_GT:
        return "> ";
    case RC_GE:
        return ">= ";
    case RC_LT:
        return "< ";
    case RC_LE:
        return "<= ";
    case RC_EQ:
    case RC_RANGE:
        break;
    }
    return "";
}

/* 2500000 as "2.5 million": powers of a thousand where at most three digits stand behind. */
static rc_str print_amount(rc_arena *a, rc_decimal d)
{
    static const struct {
        int32_t power;
        const char *name;
    } powers[] = {{12, "trillion"}, {9, "billion"}, {6, "million"}};
    rc_decimal size = rc_decimal_abs(d), most = {1, 17};
    if (rc_decimal_cmp(size, most) >= 0)
        return rc_decimal_print(a, d);
    for (size_t i = 0; i < sizeof(powers) / sizeof(powers[0]); i++) {
        rc_decimal power = {1, powers[i].power};
        if (rc_decimal_cmp(size, power) < 0 || d.exponent < powers[i].power - 3)
            continue;
        rc_decimal part;
        if (rc_decimal_div(d, power, &part) != RC_OK)
            break;
        return rc_arena_printf(a, "%.*s %s", RC_STR_ARG(rc_decimal_print(a, part)), powers[i].name);
    }
    return rc_decimal_print(a, d);
}

rc_str rc_quantity_unit(rc_arena *a, const rc_quantity *q)
{
    if (!q->per)
        return q->unit->id;
    if (rc_decimal_eq(q->per_amount, rc_decimal_from(1)))
        return rc_arena_printf(a, "%.*s-per-%.*s", RC_STR_ARG(q->unit->id), RC_STR_ARG(q->per->id));
    rc_str amount = rc_decimal_print(a, q->per_amount);
    return rc_arena_printf(a, "%.*s-per-%.*s-%.*s", RC_STR_ARG(q->unit->id), RC_STR_ARG(amount),
                           RC_STR_ARG(q->per->id));
}

static const rc_unit *copied_unit(rc_arena *a, const rc_unit *u)
{
    if (!u || !u->made)
        return u;
    rc_unit *copy = RC_NEW(a, rc_unit);
    *copy = *u;
    copy->id = rc_arena_str(a, u->id);
    copy->base_id = rc_arena_str(a, u->base_id);
    return copy;
}

rc_quantity rc_quantity_copy(rc_arena *a, const rc_quantity *q)
{
    rc_quantity copy = *q;
    copy.of = rc_arena_str(a, q->of);
    copy.unit = copied_unit(a, q->unit);
    copy.per = copied_unit(a, q->per);
    return copy;
}

rc_str rc_quantity_print(rc_arena *a, const rc_quantity *q)
{
    rc_str unit = rc_quantity_unit(a, q), amount;
    bool bare = q->unit->dimension == RC_DIM_NUMBER && !q->per;
    if (bare)
        unit = q->of;
    if (q->has_low && q->has_high && rc_decimal_cmp(q->low, q->high) != 0) {
        rc_str low = print_amount(a, q->low), high = print_amount(a, q->high);
        size_t space = rc_str_find(low, ' ');
        size_t other = rc_str_find(high, ' ');
        if (rc_str_eq(rc_str_sub(low, space, low.len), rc_str_sub(high, other, high.len)))
            low = rc_str_sub(low, 0, space);
        amount = rc_arena_printf(a, "%.*s to %.*s", RC_STR_ARG(low), RC_STR_ARG(high));
    } else {
        amount = print_amount(a, q->has_low ? q->low : q->high);
    }
    return rc_arena_printf(a, "%s%s%.*s%s%.*s", q->approximate ? "~ " : "",
                           comparator_sign(q->comparator), RC_STR_ARG(amount), unit.len ? " " : "",
                           RC_STR_ARG(unit));
}

/* ---------------------------------------------------------------- comparing */

/* What a quantity may stand for: an interval, open where a side is unbounded. */
typedef struct {
    rc_decimal low, high;
    bool has_low, has_high;
} interval;

/* "percent" and fractions of one measure the same: half is 50 per cent. */
static bool is_share(const rc_quantity *q)
{
    rc_decimal one = {1, 0}, end = q->has_low ? q->low : q->high;
    return q->unit->dimension == RC_DIM_NUMBER && !q->per && (q->of.len == 0 || q->spelled) &&
           end.exponent < 0 && end.digits > 0 && rc_decimal_cmp(end, one) < 0;
}

bool rc_quantity_is_share(const rc_quantity *q)
{
    return q->unit->dimension == RC_DIM_PERCENT || is_share(q);
}

static bool same_unit(const rc_unit *a, const rc_unit *b)
{
    return a == b || (a && b && rc_str_eq(a->id, b->id));
}

static bool converts(const rc_unit *a, const rc_unit *b)
{
    return same_unit(a, b) || (a && b && a->dimension == b->dimension && a->base_id.len &&
                               rc_str_eq(a->base_id, b->base_id));
}

/* "knot" is one unit, "kilometer per hour" a pair; both are lengths over durations. */
static bool is_pair_of(const rc_unit *whole, const rc_quantity *pair)
{
    rc_str base = whole->base_id;
    rc_str first = pair->unit->base_id, second = pair->per->base_id;
    return base.len == first.len + 5 + second.len && rc_str_starts(base, first) &&
           rc_str_eq(rc_str_sub(base, first.len, first.len + 5), RC_STR("-per-")) &&
           rc_str_ends(base, second);
}

static bool related(const rc_quantity *a, const rc_quantity *b)
{
    if ((a->per == NULL) != (b->per == NULL))
        return a->per ? is_pair_of(b->unit, a) : is_pair_of(a->unit, b);
    if (a->per)
        return converts(a->unit, b->unit) && converts(a->per, b->per);
    if (converts(a->unit, b->unit))
        return a->unit->dimension != RC_DIM_NUMBER || is_share(a) == is_share(b);
    return (a->unit->dimension == RC_DIM_PERCENT && is_share(b)) ||
           (b->unit->dimension == RC_DIM_PERCENT && is_share(a));
}

/* An amount of q's unit in base units. Past the range of decimals it is left as it is, which can
 * only make two amounts differ. */
static rc_decimal to_base(const rc_quantity *q, rc_decimal v, bool share)
{
    rc_decimal r = v, hundred = {1, 2};
    if (share && rc_decimal_mul(v, hundred, &r) == RC_OK)
        return r;
    if (rc_decimal_add(v, q->unit->offset, &r) != RC_OK)
        r = v;
    if (rc_decimal_scale(r, q->unit->numerator, q->unit->denominator, &r) != RC_OK)
        return v;
    if (q->per) {
        rc_decimal amount = q->per_amount.digits ? q->per_amount : rc_decimal_from(1);
        if (rc_decimal_scale(r, q->per->denominator, q->per->numerator, &r) != RC_OK ||
            rc_decimal_div(r, amount, &r) != RC_OK)
            return v;
    }
    return r;
}

static interval exact_interval(const rc_quantity *q, bool convert, bool share)
{
    interval i = {q->low, q->high, q->has_low, q->has_high};
    if (convert && i.has_low)
        i.low = to_base(q, i.low, share);
    if (convert && i.has_high)
        i.high = to_base(q, i.high, share);
    return i;
}

static rc_decimal plus(rc_decimal a, rc_decimal b)
{
    rc_decimal r;
    return rc_decimal_add(a, b, &r) == RC_OK ? r : a;
}

/* Half a unit of the last digit said where `rounded`, and 5% more of the amount where it is
 * approximate. */
static rc_quantity widened(const rc_quantity *q, bool rounded)
{
    rc_quantity w = *q;
    rc_decimal half = {5, q->precision - 1}, part, five = {5, -2};
    bool counted = q->precision == 0 && q->unit->dimension == RC_DIM_NUMBER;
    if (!rounded || counted || q->precision < -290 || q->precision > 290 ||
        (q->precision == 0 && q->unit->dimension == RC_DIM_CURRENCY))
        half = (rc_decimal){0, 0};
    if (q->approximate) {
        if (q->has_low && rc_decimal_mul(rc_decimal_abs(q->low), five, &part) == RC_OK)
            w.low = plus(w.low, rc_decimal_neg(part));
        if (q->has_high && rc_decimal_mul(rc_decimal_abs(q->high), five, &part) == RC_OK)
            w.high = plus(w.high, part);
    }
    w.low = plus(w.low, rc_decimal_neg(half));
    w.high = plus(w.high, half);
    return w;
}

/* Equal but for the rounding of conversions: one part in 10^14. */
static bool nearly(rc_decimal a, rc_decimal b)
{
    rc_decimal d, shift = {1, 14};
    if (rc_decimal_eq(a, b))
        return true;
    if (rc_decimal_sub(a, b, &d) != RC_OK || rc_decimal_mul(d, shift, &d) != RC_OK)
        return false;
    rc_decimal size = rc_decimal_abs(a), other = rc_decimal_abs(b);
    return rc_decimal_cmp(rc_decimal_abs(d), rc_decimal_cmp(size, other) > 0 ? size : other) <= 0;
}

static bool same_interval(interval a, interval b)
{
    return a.has_low == b.has_low && a.has_high == b.has_high &&
           (!a.has_low || nearly(a.low, b.low)) && (!a.has_high || nearly(a.high, b.high));
}

static bool meet(interval a, interval b)
{
    if (a.has_high && b.has_low && rc_decimal_cmp(a.high, b.low) < 0 && !nearly(a.high, b.low))
        return false;
    return !(a.has_low && b.has_high && rc_decimal_cmp(b.high, a.low) < 0 &&
             !nearly(b.high, a.low));
}

rc_values rc_quantity_compare(const rc_quantity *a, const rc_quantity *b)
{
    if (!related(a, b))
        return RC_VALUES_UNRELATED;
    bool convert = !same_unit(a->unit, b->unit) || !same_unit(a->per, b->per) ||
                   (a->per && !rc_decimal_eq(a->per_amount, b->per_amount));
    bool share_a = convert && b->unit->dimension == RC_DIM_PERCENT && is_share(a);
    bool share_b = convert && a->unit->dimension == RC_DIM_PERCENT && is_share(b);
    if (same_interval(exact_interval(a, convert, share_a), exact_interval(b, convert, share_b)))
        return RC_VALUES_SAME;
    /* Rounding explains a difference only where one is said less exactly than the other: 71% and
     * 72% are two figures, 71% and 71.4% one. */
    rc_quantity wide_a = widened(a, convert || a->precision > b->precision);
    rc_quantity wide_b = widened(b, convert || b->precision > a->precision);
    return meet(exact_interval(&wide_a, convert, share_a),
                exact_interval(&wide_b, convert, share_b))
               ? RC_VALUES_COMPATIBLE
               : RC_VALUES_DIFFER;
}

double rc_quantity_distance(const rc_quantity *a, const rc_quantity *b)
{
    if (!related(a, b))
        return 1.0;
    bool convert = !same_unit(a->unit, b->unit) || !same_unit(a->per, b->per) ||
                   (a->per && !rc_decimal_eq(a->per_amount, b->per_amount));
    interval x =
        exact_interval(a, convert, convert && b->unit->dimension == RC_DIM_PERCENT && is_share(a));
    interval y =
        exact_interval(b, convert, convert && a->unit->dimension == RC_DIM_PERCENT && is_share(b));
    if (meet(x, y))
        return 0.0;
    bool below = x.has_high && y.has_low && rc_decimal_cmp(x.high, y.low) < 0;
    double p = rc_decimal_approximate(below ? x.high : y.high);
    double q = rc_decimal_approximate(below ? y.low : x.low);
    double size = (p < 0 ? -p : p) > (q < 0 ? -q : q) ? (p < 0 ? -p : p) : (q < 0 ? -q : q);
    double d = size > 0 ? (q - p) / size : 0.0;
    return d < 0 ? 0.0 : d > 1.0 ? 1.0 : d;
}
