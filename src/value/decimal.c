#include "value/decimal.h"

#include <math.h>

enum { EXPONENT_MAX = 300, SIGNIFICANT = 17 };

/* Products of two int64 and sums of aligned ones need twice the width. */
__extension__ typedef unsigned __int128 wide;

static uint64_t magnitude(int64_t n)
{
    return n < 0 ? UINT64_C(0) - (uint64_t)n : (uint64_t)n;
}

/* Brings m x 10^exponent to lowest terms. A value that is too long for an int64 is RC_EOVERFLOW,
 * or, where it may be `rounded`, cut to 17 significant digits. */
typedef enum { EXACT, ROUNDED } precision_rule;

static rc_status finish(bool negative, wide m, int32_t exponent, precision_rule rule,
                        rc_decimal *ret)
{
    while (m && m % 10 == 0 && exponent < EXPONENT_MAX + 40) {
        m /= 10;
        exponent++;
    }
    if (m > (wide)INT64_MAX) {
        if (rule == EXACT)
            return RC_EOVERFLOW;
        wide limit = 1;
        for (int i = 0; i < SIGNIFICANT; i++)
            limit *= 10;
        unsigned last = 0;
        for (; m >= limit; exponent++) {
            last = (unsigned)(m % 10);
            m /= 10;
        }
        return finish(negative, m + (last >= 5), exponent, EXACT, ret);
    }
    if (m == 0)
        exponent = 0;
    if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX)
        return RC_EOVERFLOW;
    ret->digits = negative ? -(int64_t)m : (int64_t)m;
    ret->exponent = exponent;
    return RC_OK;
}

rc_decimal rc_decimal_from(int64_t n)
{
    rc_decimal d = {n, 0};
    while (d.digits != 0 && d.digits % 10 == 0) {
        d.digits /= 10;
        d.exponent++;
    }
    return d;
}

rc_status rc_decimal_make(int64_t digits, int32_t exponent, rc_decimal *ret)
{
    if (exponent > 4 * EXPONENT_MAX || exponent < -4 * EXPONENT_MAX)
        return digits == 0 ? finish(false, 0, 0, EXACT, ret) : RC_EOVERFLOW;
    return finish(digits < 0, magnitude(digits), exponent, EXACT, ret);
}

/* Reads an exponent of up to four digits, which ends the text. */
static rc_status parse_exponent(rc_str s, size_t at, int32_t *ret)
{
    bool negative = at < s.len && s.ptr[at] == '-';
    if (at < s.len && (s.ptr[at] == '-' || s.ptr[at] == '+'))
        at++;
    if (at == s.len || s.len - at > 4)
        return RC_NONE;
    int32_t e = 0;
    for (; at < s.len; at++) {
        if (s.ptr[at] < '0' || s.ptr[at] > '9')
            return RC_NONE;
        e = e * 10 + (s.ptr[at] - '0');
    }
    *ret = negative ? -e : e;
    return RC_OK;
}

rc_status rc_decimal_parse(rc_str s, rc_decimal *ret)
{
    size_t at = 0;
    bool negative = s.len > 0 && s.ptr[0] == '-';
    if (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == '+'))
        at++;
    wide m = 0;
    int32_t exponent = 0;
    bool point = false, any = false, overflow = false;
    for (; at < s.len && s.ptr[at] != 'e' && s.ptr[at] != 'E'; at++) {
        if (s.ptr[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (s.ptr[at] < '0' || s.ptr[at] > '9')
            return RC_NONE;
        any = true;
        overflow = overflow || m > ((wide)1 << 120);
        m = overflow ? m : m * 10 + (unsigned)(s.ptr[at] - '0');
        exponent -= point;
    }
    int32_t e = 0;
    if (!any || (at < s.len && parse_exponent(s, at + 1, &e) != RC_OK))
        return RC_NONE;
    return overflow ? RC_EOVERFLOW : finish(negative, m, exponent + e, EXACT, ret);
}

static rc_str print_plain(rc_arena *a, const char *sign, rc_str digits, int32_t exponent)
{
    if (exponent >= 0)
        return rc_arena_printf(a, "%s%.*s%.*s", sign, RC_STR_ARG(digits), exponent,
                               "000000000000000000000000");
    int64_t whole = (int64_t)digits.len + exponent;
    if (whole > 0)
        return rc_arena_printf(a, "%s%.*s.%s", sign, (int)whole, digits.ptr, digits.ptr + whole);
    return rc_arena_printf(a, "%s0.%.*s%.*s", sign, (int)-whole, "000000000000000000000000",
                           RC_STR_ARG(digits));
}

rc_str rc_decimal_print(rc_arena *a, rc_decimal d)
{
    char text[24];
    int len = snprintf(text, sizeof(text), "%llu", (unsigned long long)magnitude(d.digits));
    rc_str digits = {text, (size_t)len};
    const char *sign = d.digits < 0 ? "-" : "";
    int32_t first = d.exponent + len - 1; /* the exponent of the first digit */
    if (d.exponent <= 20 && first <= 20 && first >= -20)
        return print_plain(a, sign, digits, d.exponent);
    if (len == 1)
        return rc_arena_printf(a, "%s%se%+d", sign, text, (int)first);
    return rc_arena_printf(a, "%s%c.%se%+d", sign, text[0], text + 1, (int)first);
}

static int decimal_length(uint64_t m)
{
    int n = 0;
    for (; m; m /= 10)
        n++;
    return n;
}

/* Compares the absolute values of two that are not 0. */
static int compare_magnitudes(rc_decimal a, rc_decimal b)
{
    uint64_t x = magnitude(a.digits), y = magnitude(b.digits);
    int32_t first_a = decimal_length(x) + a.exponent, first_b = decimal_length(y) + b.exponent;
    if (first_a != first_b)
        return first_a < first_b ? -1 : 1;
    wide wx = x, wy = y; /* the same first digit's place: exponents differ by 19 at most */
    for (int32_t e = a.exponent; e > b.exponent; e--)
        wx *= 10;
    for (int32_t e = b.exponent; e > a.exponent; e--)
        wy *= 10;
    return wx < wy ? -1 : wx > wy;
}

int rc_decimal_cmp(rc_decimal a, rc_decimal b)
{
    int sign_a = (a.digits > 0) - (a.digits < 0), sign_b = (b.digits > 0) - (b.digits < 0);
    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    return sign_a == 0 ? 0 : sign_a * compare_magnitudes(a, b);
}

bool rc_decimal_eq(rc_decimal a, rc_decimal b)
{
    return a.digits == b.digits && a.exponent == b.exponent;
}

rc_decimal rc_decimal_neg(rc_decimal a)
{
    return (rc_decimal){-a.digits, a.exponent};
}

rc_decimal rc_decimal_abs(rc_decimal a)
{
    return a.digits < 0 ? rc_decimal_neg(a) : a;
}

rc_status rc_decimal_add(rc_decimal a, rc_decimal b, rc_decimal *ret)
{
    if (a.digits == 0 || b.digits == 0) {
        *ret = a.digits == 0 ? b : a;
        return RC_OK;
    }
    if (a.exponent < b.exponent) {
        rc_decimal swap = a;
        a = b;
        b = swap;
    }
    wide x = magnitude(a.digits), y = magnitude(b.digits);
    for (int32_t e = a.exponent; e > b.exponent; e--) {
        if (x > ((wide)1 << 120))
            return RC_EOVERFLOW;
        x *= 10;
    }
    bool negative_a = a.digits < 0, negative_b = b.digits < 0;
    if (negative_a == negative_b)
        return finish(negative_a, x + y, b.exponent, EXACT, ret);
    if (x >= y)
        return finish(negative_a, x - y, b.exponent, EXACT, ret);
    return finish(negative_b, y - x, b.exponent, EXACT, ret);
}

rc_status rc_decimal_sub(rc_decimal a, rc_decimal b, rc_decimal *ret)
{
    return rc_decimal_add(a, rc_decimal_neg(b), ret);
}

rc_status rc_decimal_mul(rc_decimal a, rc_decimal b, rc_decimal *ret)
{
    wide m = (wide)magnitude(a.digits) * magnitude(b.digits);
    return finish((a.digits < 0) != (b.digits < 0), m, a.exponent + b.exponent, EXACT, ret);
}

rc_status rc_decimal_scale(rc_decimal a, rc_decimal numerator, rc_decimal denominator,
                           rc_decimal *ret)
{
    if (denominator.digits == 0)
        return RC_NONE;
    wide n = (wide)magnitude(a.digits) * magnitude(numerator.digits);
    uint64_t d = magnitude(denominator.digits);
    bool negative = ((a.digits < 0) != (numerator.digits < 0)) != (denominator.digits < 0);
    int32_t exponent = a.exponent + numerator.exponent - denominator.exponent;
    wide q = n / d, r = n % d;
    while (r != 0 && q < ((wide)1 << 120)) { /* digits behind the point, one by one */
        r *= 10;
        q = q * 10 + r / d;
        r %= d;
        exponent--;
    }
    return finish(negative, q, exponent, ROUNDED, ret);
}

rc_status rc_decimal_div(rc_decimal a, rc_decimal b, rc_decimal *ret)
{
    return rc_decimal_scale(a, (rc_decimal){1, 0}, b, ret);
}

double rc_decimal_approximate(rc_decimal d)
{
    return (double)d.digits * pow(10.0, (double)d.exponent);
}
