/* Lengths of time and ages. */
#include "mentions/times.h"

#define UNIT_REACH 10

static uint32_t skip_hyphen(const rc_time_scan *s, uint32_t at, bool *ret_hyphen)
{
    if (!rc_scan_dash(s, at) || rc_scan_spaced(s, at) || rc_scan_spaced(s, at + 1))
        return at;
    *ret_hyphen = true;
    return at + 1;
}

/* A unit behind a number; one letter ("3 h", "10D") only behind digits, "m" for minutes only right
 * behind digits that follow hours ("2h 15m"). */
static bool unit_read(const rc_time_scan *s, uint32_t at, bool digits, bool hours,
                      rc_time_unit *ret)
{
    int unit;
    if (hours && digits && !rc_scan_spaced(s, at) && rc_scan_value(s, at, RC_TW_UNIT_PART, &unit)) {
        *ret = (rc_time_unit)unit;
        return true;
    }
    bool small = at < s->end && !(s->text->tokens[at].flags & RC_TOKEN_CAPITAL);
    bool alone = at == s->first + 1 && at + 1 == s->end; /* in a text "3D", "55S" are no lengths */
    if (rc_scan_value(s, at, RC_TW_UNIT, &unit) ||
        (digits && (small || alone) && rc_scan_value(s, at, RC_TW_UNIT_SHORT, &unit))) {
        *ret = (rc_time_unit)unit;
        return true;
    }
    return false;
}

/* "a week", "another month", "a few days", "a couple of weeks", "half an hour". */
static bool worded_amount(const rc_time_scan *s, uint32_t at, rc_length *l, rc_decimal *ret,
                          uint32_t *ret_end)
{
    int n;
    uint32_t i = at;
    bool article = rc_scan_is(s, i, RC_TW_ARTICLE);
    i += article || rc_scan_is(s, i, RC_TW_ANOTHER);
    if (rc_scan_value(s, i, RC_TW_VAGUE_NUMBER, &n)) {
        i = rc_skip(s, i + 1, RC_TW_OF);
        l->vague = n != 2;
        l->approximate = true;
        *ret = rc_decimal_from(n);
        *ret_end = i;
        return true;
    }
    if (i == at)
        return false;
    l->article = article;
    *ret = rc_decimal_from(1);
    *ret_end = i;
    return true;
}

/* Whether a unit follows soon: reading a number costs more than looking. */
static bool unit_ahead(const rc_time_scan *s, uint32_t at)
{
    for (uint32_t i = at; i < s->end && i - at < UNIT_REACH; i++)
        if (rc_scan_is(s, i, RC_TW_UNIT) || rc_scan_is(s, i, RC_TW_UNIT_SHORT))
            return true;
    return false;
}

static bool number_amount(const rc_time_scan *s, uint32_t at, rc_decimal *ret, bool *ret_digits,
                          uint32_t *ret_end)
{
    rc_number n;
    int whole, digits, unit;
    uint32_t i = at + 1;
    *ret_digits = rc_scan_number(s, at, &whole, &digits);
    /* Right before its unit a whole number is plain; as a number "two quarters" were a half. */
    if ((*ret_digits || rc_cardinal_read(s, at, &whole, &i)) &&
        (rc_scan_value(s, i, RC_TW_UNIT, &unit) ||
         (*ret_digits && (rc_scan_value(s, i, RC_TW_UNIT_SHORT, &unit) ||
                          rc_scan_value(s, i, RC_TW_UNIT_PART, &unit))))) {
        *ret = rc_decimal_from(whole);
        *ret_end = i;
        return true;
    }
    if (!s->timer->numbers || !unit_ahead(s, i) ||
        rc_number_read(s->timer->numbers, s->text, at, s->end, &n) != RC_OK || n.ordinal ||
        n.code || n.multiple || n.value.digits < 0 ||
        (n.fraction && n.spelled && rc_decimal_cmp(n.value, rc_decimal_from(1)) < 0))
        return false;
    *ret = n.value;
    *ret_digits = !n.spelled;
    *ret_end = n.last;
    return true;
}

static bool half_at(const rc_time_scan *s, uint32_t at)
{
    int unit;
    return rc_scan_value(s, at, RC_TW_UNIT, &unit) && unit == RC_TU_HALF;
}

/* "half an hour", "half a century", "half-century", "half hour" */
static bool half_amount(const rc_time_scan *s, uint32_t at, rc_decimal *ret, uint32_t *ret_end)
{
    bool hyphen;
    uint32_t i = skip_hyphen(s, at + 1, &hyphen);
    if (!half_at(s, at))
        return false;
    i = rc_skip(s, i, RC_TW_ARTICLE);
    if (!rc_scan_is(s, i, RC_TW_UNIT) || half_at(s, i))
        return false;
    rc_decimal half;
    if (rc_decimal_make(5, -1, &half) != RC_OK)
        return false;
    *ret = half;
    *ret_end = i;
    return true;
}

static bool add_amount(rc_length *l, rc_decimal n, rc_time_unit unit)
{
    rc_decimal factor = rc_decimal_from(rc_time_units[unit].count), sum;
    if (rc_decimal_mul(n, factor, &n) != RC_OK)
        return false;
    rc_decimal *to = &l->length.amount[rc_time_units[unit].span];
    if (rc_decimal_add(*to, n, &sum) != RC_OK)
        return false;
    *to = sum;
    return true;
}

/* "and a half" behind a unit: "a year and a half", "an hour and half". */
static uint32_t take_half(const rc_time_scan *s, uint32_t at, rc_length *l, rc_time_unit unit)
{
    rc_decimal half;
    uint32_t i = at + 1;
    if (!rc_scan_is(s, at, RC_TW_AND))
        return at;
    i = rc_skip(s, i, RC_TW_ARTICLE);
    if (!half_at(s, i) || rc_scan_is(s, i + 1, RC_TW_UNIT) ||
        rc_decimal_make(5, -1, &half) != RC_OK || !add_amount(l, half, unit))
        return at;
    return i + 1;
}

/* One number with its unit. */
static bool single_read(const rc_time_scan *s, uint32_t at, rc_length *l, rc_time_unit *ret_unit,
                        uint32_t *ret_end)
{
    rc_decimal n;
    bool digits = false;
    uint32_t i;
    if (!half_amount(s, at, &n, &i) && !worded_amount(s, at, l, &n, &i)) {
        l->article = false;
        if (!number_amount(s, at, &n, &digits, &i))
            return false;
    } else if (l->article && half_at(s, i)) { /* "a half hour" */
        if (!half_amount(s, i, &n, &i))
            return false;
    }
    if (digits && rc_scan_is(s, i, RC_TW_OF))
        return false;
    i = skip_hyphen(s, i, &l->hyphen);
    uint32_t filler = rc_skip(s, i, RC_TW_FILLER);
    if (!unit_read(s, filler, digits, l->length.amount[RC_SPAN_HOUR].digits != 0, ret_unit) ||
        *ret_unit == RC_TU_HALF)
        return false;
    /* "5 m" and "3 s" are not times unless tight or of two letters; see the table. */
    if (!add_amount(l, n, *ret_unit))
        return false;
    l->whole = n.exponent == 0 && n.digits < 1000000 ? (int32_t)n.digits : 0;
    if (n.exponent > 0 && n.exponent < 5 && n.digits < 1000)
        for (l->whole = (int32_t)n.digits; n.exponent > 0; n.exponent--)
            l->whole *= 10;
    *ret_end = take_half(s, filler + 1, l, *ret_unit);
    if (*ret_end != filler + 1)
        l->whole = 0;
    return true;
}

bool rc_length_read(const rc_time_scan *s, uint32_t at, rc_length *ret, uint32_t *ret_end)
{
    rc_length l = {.first = at};
    rc_time_unit unit;
    uint32_t i;
    if (!single_read(s, at, &l, &unit, &i))
        return false;
    l.unit = unit;
    for (int parts = 0; parts < 6; parts++) {
        rc_length more = l;
        rc_time_unit next;
        uint32_t end, from = rc_skip_sign(s, i, ',');
        from = rc_skip(s, from, RC_TW_AND);
        if (l.hyphen || !single_read(s, from, &more, &next, &end) || next >= unit || more.hyphen ||
            rc_time_units[next].span <= rc_time_units[unit].span)
            break;
        more.whole = 0;
        more.article = l.article;
        l = more;
        l.unit = unit = next;
        i = end;
    }
    *ret = l;
    *ret_end = i;
    return true;
}
