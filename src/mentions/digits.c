#include "mentions/digits.h"

#include <utf8proc.h>

static inline bool digit_at(rc_stretch s, size_t at)
{
    return at < s.end && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static size_t digits_end(rc_stretch s, size_t at)
{
    while (digit_at(s, at))
        at++;
    return at;
}

static inline unsigned char byte_at(rc_stretch s, size_t at)
{
    return at < s.end ? (unsigned char)s.ptr[at] : 0;
}

/* Bytes of a mark between digits at `at`: comma, point, apostrophe, space. */
static size_t mark_at(rc_stretch s, size_t at)
{
    unsigned char c = byte_at(s, at);
    if (c == ',' || c == '.' || c == '\'' || c == ' ')
        return 1;
    if (c == 0xE2 && byte_at(s, at + 1) == 0x80 && byte_at(s, at + 2) == 0x99)
        return 3;
    return rc_space_at(s, at);
}

/* The run of digits and marks that a number may be made of. */
enum { GROUPS_MAX = 12 };
typedef struct {
    size_t start[GROUPS_MAX], end[GROUPS_MAX];
    char mark[GROUPS_MAX]; /* before the group: ',' '.' '\'' or ' '; 0 for the first */
    size_t count;
} groups;

static void find_groups(rc_stretch s, size_t at, groups *g)
{
    g->count = 0;
    char mark = 0;
    for (;;) {
        size_t end = digits_end(s, at);
        if (end == at && !(g->count == 0 && mark == 0 && byte_at(s, at) == '.'))
            return;
        g->start[g->count] = at;
        g->end[g->count] = end;
        g->mark[g->count++] = mark;
        size_t bytes = mark_at(s, end);
        if (!bytes || !digit_at(s, end + bytes) || g->count == GROUPS_MAX)
            return;
        mark = byte_at(s, end) < 0x80                      ? s.ptr[end]
               : bytes == 3 && byte_at(s, end + 2) == 0x99 ? '\''
                                                           : ' ';
        /* a space groups digits only in threes: "1 234 567" */
        bool three = digits_end(s, end + bytes) == end + bytes + 3;
        if (mark == ' ' && (!three || end - g->start[0] == 0 || end - g->start[g->count - 1] > 3))
            return;
        at = end + bytes;
    }
}

static size_t length_of(const groups *g, size_t i)
{
    return g->end[i] - g->start[i];
}

/* Whether groups from 1 to `last` are set apart the way thousands are: threes, or the twos of the
 * Indian system with a three at the end, behind one to three digits. */
static bool thousands(const groups *g, size_t last)
{
    if (length_of(g, 0) == 0 || length_of(g, 0) > 3 || length_of(g, last) != 3)
        return false;
    size_t inner = last > 1 ? length_of(g, 1) : 3;
    for (size_t i = 1; i < last; i++) {
        if (length_of(g, i) != inner || g->mark[i] != g->mark[1])
            return false;
    }
    return g->mark[last] == g->mark[1] && (inner == 3 || (inner == 2 && length_of(g, 0) <= 2));
}

/* Decides how many groups belong to the number and whether the last of them is its decimals. */
static size_t use_groups(rc_stretch s, const groups *g, rc_marks marks, bool *ret_decimals)
{
    size_t last = g->count - 1;
    *ret_decimals = false;
    if (last == 0)
        return 1;
    char decimal = marks == RC_MARKS_ENGLISH ? '.' : ',';
    while (last > 1 && g->mark[last] == ' ' && g->mark[last - 1] != ' ')
        last--;
    bool differs = last > 1 && g->mark[last] != g->mark[last - 1] &&
                   (g->mark[last] == '.' || g->mark[last] == ',');
    if (differs && thousands(g, last - 1)) {
        *ret_decimals = true;
        return last + 1;
    }
    bool zero = length_of(g, 0) == 1 && s.ptr[g->start[0]] == '0';
    if (thousands(g, last) && (last > 1 || g->mark[1] != decimal) && !zero)
        return last + 1;
    if (g->mark[1] == ' ' || g->mark[1] == '\'')
        return 1;
    if (last == 1 || g->mark[1] != g->mark[2]) {
        *ret_decimals = true;
        return 2;
    }
    return g->mark[1] == '.' ? SIZE_MAX : 1; /* "1.2.3" is a code, "1,2,3" a list */
}

static rc_status add_digits(rc_stretch s, size_t start, size_t end, int64_t *digits,
                            int32_t *skipped)
{
    for (size_t i = start; i < end; i++) {
        int d = s.ptr[i] - '0';
        if (*skipped || *digits > (INT64_MAX - d) / 10)
            (*skipped)++; /* past 18 digits the rest is only counted */
        else
            *digits = *digits * 10 + d;
    }
    return RC_OK;
}

static size_t read_mantissa(rc_stretch s, size_t at, rc_marks marks, rc_digits *ret)
{
    groups g;
    bool decimals;
    find_groups(s, at, &g);
    if (g.count == 0)
        return at;
    size_t used = use_groups(s, &g, marks, &decimals);
    if (used == SIZE_MAX) {
        ret->code = true;
        return g.end[g.count - 1];
    }
    int64_t digits = 0;
    int32_t skipped = 0, behind = 0;
    for (size_t i = 0; i < used; i++)
        add_digits(s, g.start[i], g.end[i], &digits, &skipped);
    if (decimals)
        behind = (int32_t)length_of(&g, used - 1);
    ret->integer = !decimals;
    ret->grouped = used > 1;
    ret->precision = -behind;
    if (behind > 300 || rc_decimal_make(digits, skipped - behind, &ret->value) != RC_OK)
        ret->code = true;
    return g.end[used - 1];
}

/* Bytes of a minus sign at `at`: ASCII, U+2212, en dash, superscript. */
static size_t minus_at(rc_stretch s, size_t at)
{
    unsigned char c = byte_at(s, at);
    if (c == '-')
        return 1;
    if (c != 0xE2)
        return 0;
    unsigned char b = byte_at(s, at + 1), e = byte_at(s, at + 2);
    return (b == 0x88 && e == 0x92) || (b == 0x80 && (e == 0x93 || e == 0x90)) ||
                   (b == 0x81 && e == 0xBB)
               ? 3
               : 0;
}

/* Bytes and value of a digit, plain or superscript, at `at`. */
static size_t any_digit(rc_stretch s, size_t at, int *ret)
{
    unsigned char c = byte_at(s, at);
    if (c >= '0' && c <= '9') {
        *ret = c - '0';
        return 1;
    }
    if (c == 0xC2) {
        unsigned char b = byte_at(s, at + 1);
        *ret = b == 0xB9 ? 1 : b - 0xB0;
        return b == 0xB9 || b == 0xB2 || b == 0xB3 ? 2 : 0;
    }
    if (c == 0xE2 && byte_at(s, at + 1) == 0x81) {
        unsigned char b = byte_at(s, at + 2);
        *ret = b - 0xB0;
        return b == 0xB0 || (b >= 0xB4 && b <= 0xB9) ? 3 : 0;
    }
    return 0;
}

/* An exponent with its sign: up to three digits. Returns its end; `at`: none. */
static size_t read_exponent(rc_stretch s, size_t at, int32_t *ret)
{
    size_t minus = minus_at(s, at), i = at + minus + (byte_at(s, at) == '+');
    int d;
    int32_t e = 0;
    size_t n, first = i;
    while ((n = any_digit(s, i, &d)) > 0 && i - first < 9) {
        e = e * 10 + d;
        i += n;
    }
    if (i == first || e > 400)
        return at;
    *ret = minus ? -e : e;
    return i;
}

static size_t skip_spaces(rc_stretch s, size_t at)
{
    size_t n;
    while ((n = rc_space_at(s, at)) > 0)
        at += n;
    return at;
}

/* Bytes of a sign of multiplication at `at`. */
static size_t times_at(rc_stretch s, size_t at)
{
    unsigned char c = byte_at(s, at), b = byte_at(s, at + 1);
    if (c == 'x' || c == 'X' || c == '*')
        return 1;
    if ((c == 0xC3 && b == 0x97) || (c == 0xC2 && b == 0xB7))
        return 2;
    return c == 0xE2 && b == 0x8B && byte_at(s, at + 2) == 0x85 ? 3 : 0;
}

/* "e10", "x10^6", "× 10−4", "·10⁶" behind a mantissa. Also "× 106", which text extraction makes of
 * a superscript. Returns the end; `at`: none. */
static size_t read_power(rc_stretch s, size_t at, int32_t *ret)
{
    unsigned char c = byte_at(s, at);
    if (c == 'e' || c == 'E') {
        size_t end = read_exponent(s, at + 1, ret);
        return end == at + 1 || rc_letter_at(s, end) ? at : end;
    }
    size_t i = skip_spaces(s, at), times = times_at(s, i);
    if (!times)
        return at;
    i = skip_spaces(s, i + times);
    if (byte_at(s, i) != '1' || byte_at(s, i + 1) != '0')
        return at;
    i += 2;
    if (byte_at(s, i) == '^')
        i++;
    else if (byte_at(s, i) == '*' && byte_at(s, i + 1) == '*')
        i += 2;
    size_t end = read_exponent(s, i, ret);
    return end == i ? at : end;
}

/* "1.1^23": a small whole power of a number. */
static size_t read_raised(rc_stretch s, size_t at, rc_digits *d)
{
    if (byte_at(s, at) != '^')
        return at;
    int32_t n;
    size_t end = read_exponent(s, at + 1, &n);
    if (end == at + 1 || n > 64 || n < -64 || rc_letter_at(s, end))
        return at;
    rc_decimal one = {1, 0}, v = one;
    for (int32_t i = 0; i < (n < 0 ? -n : n); i++) {
        if (rc_decimal_scale(v, d->value, one, &v) != RC_OK)
            return at;
    }
    if (n < 0 && rc_decimal_div(one, v, &v) != RC_OK)
        return at;
    d->value = v;
    d->integer = false;
    return end;
}

size_t rc_fraction_sign(rc_stretch s, size_t at, int *ret_numerator, int *ret_denominator)
{
    static const struct {
        int32_t sign;
        int numerator, denominator;
    } signs[] = {{0xBC, 1, 4},    {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9},
                 {0x2152, 1, 10}, {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5},
                 {0x2157, 3, 5},  {0x2158, 4, 5}, {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8},
                 {0x215C, 3, 8},  {0x215D, 5, 8}, {0x215E, 7, 8}};
    if (byte_at(s, at) != 0xC2 && byte_at(s, at) != 0xE2)
        return 0;
    utf8proc_int32_t c;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at, (utf8proc_ssize_t)(s.end - at), &c);
    for (size_t i = 0; n > 0 && i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (signs[i].sign == c) {
            *ret_numerator = signs[i].numerator;
            *ret_denominator = signs[i].denominator;
            return (size_t)n;
        }
    }
    return 0;
}

/* Adds numerator / denominator to the value. */
static bool add_fraction(rc_digits *d, int64_t numerator, int64_t denominator)
{
    rc_decimal whole = d->value, sum;
    if (rc_decimal_mul(whole, rc_decimal_from(denominator), &sum) != RC_OK ||
        rc_decimal_add(sum, rc_decimal_from(numerator), &sum) != RC_OK ||
        rc_decimal_div(sum, rc_decimal_from(denominator), &d->value) != RC_OK)
        return false;
    d->fraction = true;
    d->integer = false;
    return true;
}

static int64_t small(rc_stretch s, size_t start, size_t end)
{
    int64_t n = 0;
    for (size_t i = start; i < end && n < 100000; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

/* Bytes of a fraction's stroke. */
static size_t stroke_at(rc_stretch s, size_t at)
{
    if (byte_at(s, at) == '/')
        return 1;
    return byte_at(s, at) == 0xE2 && byte_at(s, at + 1) == 0x81 && byte_at(s, at + 2) == 0x84 ? 3
                                                                                              : 0;
}

/* "3/4" at `at`. Returns its end; `at`: none. */
static size_t read_ratio(rc_stretch s, size_t at, int64_t *ret_numerator, int64_t *ret_denominator)
{
    size_t first_end = digits_end(s, at), stroke = stroke_at(s, first_end);
    size_t second = first_end + stroke, end = digits_end(s, second);
    if (!stroke || first_end == at || end == second || first_end - at > 4 || end - second > 4)
        return at;
    unsigned char next = byte_at(s, end);
    if (next == '/' || (next == '.' && digit_at(s, end + 1)) || rc_letter_at(s, end))
        return at;
    *ret_numerator = small(s, at, first_end);
    *ret_denominator = small(s, second, end);
    return end;
}

/* "½" or "1/2" behind whole digits, or the stroke and denominator of "3/4". */
static size_t read_fraction(rc_stretch s, size_t start, size_t at, rc_digits *d)
{
    int numerator, denominator;
    size_t spaces = skip_spaces(s, at);
    size_t bytes = rc_fraction_sign(s, spaces, &numerator, &denominator);
    if (bytes)
        return add_fraction(d, numerator, denominator) ? spaces + bytes : at;
    int64_t n = 0, m = 0;
    size_t end = d->grouped ? start : read_ratio(s, start, &n, &m);
    if (end != start) {
        d->value = rc_decimal_from(0);
        d->code = m == 0 || (n >= m && m > 16) || !add_fraction(d, n, m);
        return end;
    }
    end = spaces > at ? read_ratio(s, spaces, &n, &m) : spaces;
    if (end != spaces && n < m && n > 0 && m <= 100 && add_fraction(d, n, m))
        return end;
    return at;
}

/* Decimal places in brackets are an uncertainty of the last digits: "4.2153(4)". */
static size_t skip_uncertainty(rc_stretch s, size_t at, const rc_digits *d)
{
    if (d->integer || byte_at(s, at) != '(')
        return at;
    size_t end = digits_end(s, at + 1);
    return end > at + 1 && end <= at + 3 && byte_at(s, end) == ')' ? end + 1 : at;
}

size_t rc_digits_read(rc_stretch s, size_t at, rc_marks marks, rc_digits *ret)
{
    int numerator, denominator;
    *ret = (rc_digits){.value = {0, 0}, .integer = true};
    size_t sign = rc_fraction_sign(s, at, &numerator, &denominator);
    if (sign)
        return add_fraction(ret, numerator, denominator) ? at + sign : at;
    size_t end = read_mantissa(s, at, marks, ret);
    if (end == at || ret->code)
        return end;
    end = skip_uncertainty(s, end, ret);
    int32_t e = 0;
    size_t power = read_power(s, end, &e);
    if (power != end) {
        ret->precision += e;
        ret->integer = false;
        ret->grouped = true;
        rc_decimal ten = {1, e};
        ret->code = e > 300 || e < -300 || rc_decimal_mul(ret->value, ten, &ret->value) != RC_OK;
        return power;
    }
    size_t raised = read_raised(s, end, ret);
    if (raised != end || !ret->integer)
        return raised;
    return read_fraction(s, at, end, ret);
}
