#include "mentions/amount.h"

static inline unsigned char byte_at(rc_stretch s, size_t at)
{
    return at >= s.start && at < s.end ? (unsigned char)s.ptr[at] : 0;
}

static bool digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

size_t rc_dash_at(rc_stretch s, size_t at)
{
    unsigned char c = byte_at(s, at);
    if (c == '-')
        return 1;
    if (c != 0xE2)
        return 0;
    unsigned char b = byte_at(s, at + 1), e = byte_at(s, at + 2);
    return (b == 0x80 && e >= 0x90 && e <= 0x94) || (b == 0x88 && e == 0x92) ? 3 : 0;
}

size_t rc_dash_before(rc_stretch s, size_t at)
{
    if (at > s.start && s.ptr[at - 1] == '-')
        return 1;
    return at >= s.start + 3 && rc_dash_at(s, at - 3) == 3 ? 3 : 0;
}

size_t rc_reader_skip_spaces(const rc_reader *r, size_t at)
{
    size_t n;
    while ((n = rc_space_at(r->s, at)) > 0)
        at += n;
    return at;
}

uint32_t rc_reader_token(const rc_reader *r, uint32_t from, size_t at)
{
    while (from < r->last && r->text->tokens[from].end <= at)
        from++;
    return from;
}

uint32_t rc_reader_figure(const rc_reader *r, uint32_t token)
{
    if (token < r->first || token >= r->last || r->text->tokens[token].kind != RC_TOKEN_WORD)
        return 0;
    return rc_figures_of(r->figures, r->text->tokens[token].word);
}

bool rc_reader_is_sign(const rc_reader *r, uint32_t token, char sign)
{
    if (token < r->first || token >= r->last)
        return false;
    const rc_token *k = &r->text->tokens[token];
    return k->end - k->start == 1 && k->first == (unsigned char)sign;
}

static const rc_token *token_at(const rc_reader *r, uint32_t token)
{
    return token < r->last ? &r->text->tokens[token] : NULL;
}

/* ---------------------------------------------------------------- sign and currency before */

/* A sign right before `at`: '-', U+2212, '+'. Not a hyphen behind a letter, digit or bracket. */
static size_t sign_before(const rc_reader *r, size_t at, bool *ret_negative)
{
    unsigned char c = at > r->s.start ? byte_at(r->s, at - 1) : 0;
    size_t n = c == '-' || c == '+' ? 1 : 0;
    if (!n && at >= r->s.start + 3 && byte_at(r->s, at - 3) == 0xE2 &&
        ((byte_at(r->s, at - 2) == 0x88 && c == 0x92) ||
         (byte_at(r->s, at - 2) == 0x80 && c == 0x93)))
        n = 3;
    if (!n)
        return 0;
    size_t before = at - n;
    unsigned char b = before > r->s.start ? byte_at(r->s, before - 1) : ' ';
    if (digit(b) || b == ')' || b == '.' || b == '-' || b == '/' || b == '%' || b == '+' ||
        (rc_letter_before(r->s, before) && before > r->s.start &&
         !rc_spaceless_before(r->s, before)))
        return 0;
    *ret_negative = c != '+';
    return n;
}

/* Whether a currency that stands before a number is meant with it: a name or a weak symbol only
 * before a figure that looks like money. */
static bool believed_before(const rc_reader *r, const rc_measure *m, const rc_amount *a, size_t gap)
{
    const rc_number *n = &a->number;
    rc_decimal thousand = {1, 3};
    bool money = n->scaled || n->grouped;
    if (n->ordinal || n->multiple || (m->flags & RC_MEASURE_PART))
        return false;
    if (m->flags & RC_MEASURE_WORDY)
        return money && (n->scaled || rc_decimal_cmp(n->value, thousand) >= 0);
    if (m->flags & RC_MEASURE_WEAK)
        return money;
    if (m->flags & RC_MEASURE_ATTACHED)
        return gap == 0;
    if (!(m->flags & RC_MEASURE_NAME))
        return true;
    const rc_token *k = token_at(r, n->last);
    return money || !k || (k->kind == RC_TOKEN_PUNCT && k->first != '%');
}

static const rc_measure *currency_before(const rc_reader *r, rc_amount *a)
{
    size_t at = a->start, n, start;
    while ((n = rc_space_before(r->s, at)) > 0)
        at -= n;
    const rc_measure *m = rc_measure_before(r->measures, r->s, at, &start);
    if (!m || !believed_before(r, m, a, a->start - at))
        return NULL;
    a->start = start;
    return m;
}

static void read_before(const rc_reader *r, rc_amount *a)
{
    bool negative = false;
    size_t sign = a->number.spelled || a->flags & RC_AMOUNT_UNSIGNED
                      ? 0
                      : sign_before(r, a->start, &negative);
    size_t start = a->start;
    a->start -= sign;
    const rc_measure *m = currency_before(r, a);
    if (m) {
        a->measure = m;
        a->unit = m->unit;
        a->prefixed = true;
        size_t second = negative ? 0 : sign_before(r, a->start, &negative);
        a->start -= second;
    } else if (sign) {
        a->start = start - sign;
    }
    if (negative)
        a->number.value = rc_decimal_neg(a->number.value);
}

/* ---------------------------------------------------------------- unit behind */

/* Evidence for a unit whose symbol is a word too: "2 in", "5 st", "100 pt". */
static bool believed_weak(const rc_reader *r, const rc_measure *m, const rc_amount *a,
                          size_t gap_end, size_t end)
{
    uint32_t next = rc_reader_token(r, a->number.last, end);
    if (a->flags & RC_AMOUNT_PART)
        return true;
    if (rc_dash_at(r->s, a->end) && rc_dash_at(r->s, a->end) == gap_end - a->end)
        return true;
    if (a->measure || a->number.spelled)
        return false;
    if (rc_reader_figure(r, next) & RC_FIGURE_IS(LONG))
        return true;
    const rc_token *k = token_at(r, next);
    if (k && k->kind == RC_TOKEN_NUMBER && m->unit->dimension == RC_DIM_MASS)
        return true; /* "12 st 13 lb" */
    bool ends = !k || (k->kind == RC_TOKEN_PUNCT && k->first != '\'');
    bool closed = gap_end == a->end;
    if (k && k->first == '/' && closed && !a->number.grouped)
        return false; /* "13C/12C" */
    if (k && k->first == '/' && k->end - k->start == 1)
        return true;
    return (a->number.fraction && !a->number.spelled) ||
           (a->number.grouped && end - gap_end > 1 && /* "40,000 in 2019" is no length */
            !(k && (k->kind == RC_TOKEN_WORD || k->kind == RC_TOKEN_NUMBER))) ||
           (closed && rc_letter_at(r->s, gap_end)) || ends;
}

/* What right behind a symbol, or before it, tells that it is none: "06F6", "F-Series", "1's". */
static bool odd_neighbour(const rc_reader *r, const rc_measure *m, const rc_amount *a,
                          size_t gap_end, size_t end)
{
    bool one = end == gap_end + 1, letter = rc_letter_at(r->s, gap_end);
    bool money = m->flags & RC_MEASURE_MONEY && !(m->flags & RC_MEASURE_NAME);
    uint32_t next = rc_reader_token(r, a->number.last, end);
    if (money && gap_end != a->end && digit(byte_at(r->s, end)))
        return true; /* "1 $10" */
    if (m->flags & RC_MEASURE_ATTACHED) {
        if (gap_end != a->end && !(rc_reader_figure(r, next) & RC_FIGURE_IS(LONG)))
            return true;
        return rc_letter_at(r->s, end) || rc_decimal_cmp(a->number.value, (rc_decimal){1, 3}) >= 0;
    }
    return one && letter &&
           (digit(byte_at(r->s, end)) ||
            (rc_dash_at(r->s, end) == 1 && rc_letter_at(r->s, end + 1) && r->s.ptr[gap_end] < 'a'));
}

static bool believed_after(const rc_reader *r, const rc_measure *m, const rc_amount *a,
                           size_t gap_end, size_t end)
{
    const rc_number *n = &a->number;
    rc_decimal thousand = {1, 3};
    bool large = n->scaled || (n->grouped && rc_decimal_cmp(n->value, thousand) >= 0) ||
                 rc_decimal_cmp(n->value, thousand) >= 0;
    if (n->ordinal || m->flags & RC_MEASURE_BELOW)
        return false;
    if (m->flags & RC_MEASURE_WORDY)
        return large;
    if (odd_neighbour(r, m, a, gap_end, end))
        return false;
    if (m->flags & RC_MEASURE_WEAK)
        return m->flags & RC_MEASURE_MONEY ? large : believed_weak(r, m, a, gap_end, end);
    return !(n->spelled && !(m->flags & (RC_MEASURE_NAME | RC_MEASURE_CODE)) &&
             !(m->flags & RC_MEASURE_MONEY) && end - gap_end == 1 &&
             (unsigned char)r->s.ptr[gap_end] < 0x80 && r->s.ptr[gap_end] != '%');
}

/* A quotation mark that closes what was opened before is no inch, an apostrophe no foot. */
static bool closes_quotation(const rc_reader *r, const rc_amount *a, size_t at)
{
    unsigned char c = byte_at(r->s, at);
    if (c != '"' && c != '\'' && c != 0xE2)
        return false;
    return (r->text->tokens[a->token].flags & RC_TOKEN_IN_QUOTES) != 0;
}

/* Where the unit may begin: right behind the number, behind a space, a hyphen or an opening bracket
 * that stands for nothing ("20 {kg}"). */
static size_t unit_gap(const rc_reader *r, size_t at, unsigned char *ret_close)
{
    *ret_close = 0;
    size_t dash = rc_dash_at(r->s, at);
    if (dash == 1 || (dash == 3 && byte_at(r->s, at + 2) == 0x91))
        return rc_letter_at(r->s, at + dash) ? at + dash : at;
    size_t spaces = rc_reader_skip_spaces(r, at);
    unsigned char c = byte_at(r->s, spaces);
    if (c == '{' || c == '<' || c == '[') {
        *ret_close = c == '{' ? '}' : c == '<' ? '>' : ']';
        return spaces + 1;
    }
    return spaces;
}

/* Of "5m people", "£3m": a letter that is a unit elsewhere. */
static bool letter_is_scale(const rc_reader *r, const rc_amount *a, size_t end)
{
    size_t at = rc_reader_skip_spaces(r, end), unit_end;
    if (byte_at(r->s, a->end) != 'm' || end != a->end + 1 || at == end || a->number.scaled)
        return false;
    const rc_measure *m = rc_measure_after(r->measures, r->s, at, &unit_end);
    if (m && !(m->flags & (RC_MEASURE_WEAK | RC_MEASURE_WORDY)) && unit_end - at > 1)
        return true;
    uint32_t token = rc_reader_token(r, a->number.last, at);
    const rc_token *k = token_at(r, token);
    if (k && k->pos == RC_POS_ADJECTIVE && /* "3m young people", but "3m long poles" */
        !(rc_reader_figure(r, token) & (RC_FIGURE_IS(LONG) | RC_FIGURE_IS(CHANGE_AFTER))))
        k = token_at(r, token + 1);
    return k && (k->flags & RC_TOKEN_PLURAL) != 0 && k->pos == RC_POS_NOUN;
}

static void multiply(rc_amount *a, rc_decimal by, int32_t power)
{
    rc_decimal v;
    if (rc_decimal_mul(a->number.value, by, &v) != RC_OK)
        return;
    a->number.value = v;
    a->number.scaled = true;
    a->precision += power;
}

/* "m", "bn", "million" behind an amount of money, behind a currency's code or right at digits. */
static void read_money_scale(const rc_reader *r, rc_amount *a)
{
    size_t at = rc_reader_skip_spaces(r, a->end);
    uint32_t token = rc_reader_token(r, a->token, at);
    rc_decimal by;
    size_t end;
    if (a->number.scaled || rc_number_scale(r->numbers, r->text, token, at, &by, &end) != RC_OK ||
        end > r->s.end)
        return;
    multiply(a, by, by.exponent);
    a->end = end;
}

/* "$ 10 dollars", "$20 USD", "US$5 million dollars": the currency said again. */
static void read_again(const rc_reader *r, rc_amount *a)
{
    unsigned char close;
    size_t end = 0, at = unit_gap(r, a->end, &close);
    const rc_measure *m = close ? NULL : rc_measure_after(r->measures, r->s, at, &end);
    if (!m || !(m->flags & RC_MEASURE_MONEY) || m->flags & (RC_MEASURE_PART | RC_MEASURE_WEAK))
        return;
    if (digit(byte_at(r->s, rc_reader_skip_spaces(r, end))) && !(m->flags & RC_MEASURE_NAME))
        return; /* "10 $ 30 $" */
    if (m->unit == a->unit || (m->flags & RC_MEASURE_CODE && !(m->flags & RC_MEASURE_WORDY))) {
        a->unit = m->unit;
        a->end = end;
    }
}

/* "half a litre", "a quarter of a mile": between a fraction in words and its unit. */
static size_t fraction_gap(const rc_reader *r, const rc_amount *a)
{
    size_t at = rc_reader_skip_spaces(r, a->end);
    uint32_t token =
        rc_reader_token(r, a->number.last > a->token ? a->number.last - 1 : a->token, at);
    bool large = r->languages && a->number.scaled; /* "millones de euros" */
    if (!large && (!a->number.fraction || !a->number.spelled))
        return at;
    if (rc_reader_figure(r, token) & RC_FIGURE_IS(RATIO_OF))
        token++;
    if (rc_reader_is_sign(r, token, '\'') && token > r->first)
        token++;
    if (rc_reader_figure(r, token) & RC_FIGURE_IS(PER_ARTICLE))
        token++;
    return token < r->last && r->text->tokens[token].start > at ? r->text->tokens[token].start : at;
}

static const rc_measure *read_unit(const rc_reader *r, rc_amount *a)
{
    unsigned char close;
    size_t at = unit_gap(r, a->end, &close), end, far = fraction_gap(r, a);
    if (at >= r->s.end)
        return NULL;
    const rc_measure *m = rc_measure_after(r->measures, r->s, at, &end);
    size_t far_end = 0;
    const rc_measure *behind = far > at ? rc_measure_after(r->measures, r->s, far, &far_end) : NULL;
    if (behind && behind->flags & RC_MEASURE_NAME) {
        m = behind;
        at = far;
        end = far_end;
    }
    if (!m || (close && byte_at(r->s, end) != close) || closes_quotation(r, a, at) ||
        !believed_after(r, m, a, at, end))
        return NULL;
    if (letter_is_scale(r, a, end)) {
        multiply(a, (rc_decimal){1, 6}, 6);
        a->end = end;
        return read_unit(r, a);
    }
    a->unit = m->unit;
    a->per = m->per;
    a->measure = m;
    a->end = end + (close != 0);
    if (a->end == r->s.end && byte_at(r->s, end - 1) == '.' && !close)
        a->end--; /* a full stop that ends the sentence too */
    return m;
}

/* ---------------------------------------------------------------- per */

/* "joule per square meter" as one unit, so that it can be held "per year" as well. */
static const rc_unit *compose(rc_arena *a, const rc_unit *x, const rc_unit *y)
{
    rc_unit *u = RC_NEW(a, rc_unit);
    u->id = rc_arena_printf(a, "%.*s-per-%.*s", RC_STR_ARG(x->id), RC_STR_ARG(y->id));
    u->base_id =
        rc_arena_printf(a, "%.*s-per-%.*s", RC_STR_ARG(x->base_id), RC_STR_ARG(y->base_id));
    u->dimension = RC_DIM_OTHER;
    u->exact = x->exact && y->exact;
    u->made = true;
    u->numerator = u->denominator = rc_decimal_from(1);
    rc_decimal_mul(x->numerator, y->denominator, &u->numerator);
    rc_decimal_mul(x->denominator, y->numerator, &u->denominator);
    return u;
}

/* A thing that a rate is held against and that is no unit: "per share", "per capita". */
static const rc_unit *unit_of_noun(const rc_reader *r, uint32_t token)
{
    rc_str id = rc_figures_singular(r->arena, r->figures, r->text, token);
    const rc_unit *known = rc_measures_unit(r->measures, id);
    if (known)
        return known;
    rc_unit *u = RC_NEW(r->arena, rc_unit);
    *u = (rc_unit){id, RC_DIM_OTHER, id, {1, 0}, {1, 0}, {0, 0}, true, true};
    return u;
}

static void set_per(const rc_reader *r, rc_amount *a, const rc_unit *per, size_t end)
{
    if (a->per) {
        const rc_unit *of = a->unit ? a->unit : rc_measures_number(r->measures);
        a->unit = compose(r->arena, of, a->per);
        a->per_amount = rc_decimal_from(1);
    }
    a->per = per;
    a->end = end;
}

/* What stands behind "per", "a", "/": an amount of a unit or a thing. */
static bool read_per_unit(const rc_reader *r, rc_amount *a, size_t at, bool any_noun)
{
    rc_number n;
    rc_decimal amount = {1, 0};
    size_t end;
    uint32_t token = rc_reader_token(r, a->token, at);
    const rc_token *k = token_at(r, token);
    if (!k || k->start != at)
        return false;
    if (any_noun && rc_number_starts(r->numbers, r->text, k) &&
        rc_number_read_from(r->numbers, r->text, token, (rc_span){k->start, (uint32_t)r->s.end}, 0,
                            &n) == RC_OK &&
        !n.ordinal && !n.fraction && !n.multiple && n.value.digits == 1) {
        amount = n.value;
        at = rc_reader_skip_spaces(r, n.span.end);
        token = rc_reader_token(r, token, at);
        k = token_at(r, token);
    }
    const rc_measure *m = rc_measure_after(r->measures, r->s, at, &end);
    if (m && !(m->flags & RC_MEASURE_MONEY) && !(m->flags & RC_MEASURE_ATTACHED) &&
        (any_noun || m->flags & RC_MEASURE_NAME)) {
        if (end == r->s.end && byte_at(r->s, end - 1) == '.') /* the sentence's own full stop */
            end--;
        set_per(r, a, m->unit, end);
        a->per_amount = amount;
        return true;
    }
    if (!any_noun || !k || k->kind != RC_TOKEN_WORD || k->start != at || k->pos == RC_POS_VERB ||
        k->pos == RC_POS_PREPOSITION)
        return false;
    if (r->languages && rc_languages_has(r->languages, r->language, k->word))
        return false; /* "300 euros por la casa" */
    set_per(r, a, unit_of_noun(r, token), k->end);
    a->per_amount = amount;
    return true;
}

/* A unit squared or cubed: the one of the tables, or made ("square-second"). */
static const rc_unit *raised_unit(const rc_reader *r, const rc_unit *of, int power)
{
    if (power == 1)
        return of;
    rc_str id =
        rc_arena_printf(r->arena, "%s-%.*s", power == 2 ? "square" : "cubic", RC_STR_ARG(of->id));
    const rc_unit *known = rc_measures_unit(r->measures, id);
    if (known)
        return known;
    rc_unit *u = RC_NEW(r->arena, rc_unit);
    *u = *of;
    u->made = true;
    u->id = id;
    u->base_id = rc_arena_printf(r->arena, "%s-%.*s", power == 2 ? "square" : "cubic",
                                 RC_STR_ARG(of->base_id));
    u->dimension = RC_DIM_OTHER;
    for (int i = 1; i < power; i++) {
        rc_decimal_mul(u->numerator, of->numerator, &u->numerator);
        rc_decimal_mul(u->denominator, of->denominator, &u->denominator);
    }
    return u;
}

/* "s−1", "m^-2", "L⁻¹" behind a unit's symbol: per that unit. */
static bool read_inverse(const rc_reader *r, rc_amount *a)
{
    size_t at = rc_reader_skip_spaces(r, a->end);
    if (byte_at(r->s, at) == 0xC2 && byte_at(r->s, at + 1) == 0xB7)
        at = rc_reader_skip_spaces(r, at + 2);
    size_t i = at;
    while (i < r->s.end && i < at + 8 && rc_letter_at(r->s, i))
        i += (unsigned char)r->s.ptr[i] < 0x80 ? 1 : 2;
    if (i == at)
        return false;
    size_t sign = i + (byte_at(r->s, i) == '^'), minus = rc_dash_at(r->s, sign);
    bool raised = byte_at(r->s, sign) == 0xE2 && byte_at(r->s, sign + 1) == 0x81 &&
                  byte_at(r->s, sign + 2) == 0xBB;
    size_t power_at = sign + (raised ? 3 : minus);
    unsigned char c = byte_at(r->s, power_at), d = byte_at(r->s, power_at + 1);
    bool sup = c == 0xC2 && (d == 0xB9 || d == 0xB2 || d == 0xB3);
    if ((!minus && !raised) || !(sup || (c >= '1' && c <= '3' && !digit(d))))
        return false;
    int power = sup ? (d == 0xB9 ? 1 : d == 0xB2 ? 2 : 3) : c - '0';
    size_t end;
    rc_stretch alone = {r->s.ptr, at, i};
    const rc_measure *m = rc_measure_after(r->measures, alone, at, &end);
    if (!m || end != i || m->flags & RC_MEASURE_MONEY || m->per)
        return false;
    set_per(r, a, raised_unit(r, m->unit, power), power_at + (sup ? 2 : 1));
    a->per_amount = rc_decimal_from(1);
    return true;
}

bool rc_amount_read_per(const rc_reader *r, rc_amount *a)
{
    size_t at = rc_reader_skip_spaces(r, a->end);
    if (a->measure && !(a->measure->flags & RC_MEASURE_NAME) && !a->prefixed && read_inverse(r, a))
        return true;
    if (byte_at(r->s, at) == '/' && !digit(byte_at(r->s, at + 1)))
        return read_per_unit(r, a, rc_reader_skip_spaces(r, at + 1), a->unit != NULL);
    if (byte_at(r->s, at) == '/' && a->unit)
        return read_per_unit(r, a, at + 1, true);
    size_t dash = at == a->end ? rc_dash_at(r->s, at) : 0;
    if (dash)
        at += dash;
    uint32_t token = rc_reader_token(r, a->token, at);
    const rc_token *k = token_at(r, token);
    uint32_t bits = rc_reader_figure(r, token);
    if (!k || k->start != at ||
        !(bits & (RC_FIGURE_IS(PER) | RC_FIGURE_IS(PER_ARTICLE) | RC_FIGURE_IS(PER_EACH))))
        return false;
    size_t behind = rc_reader_skip_spaces(r, k->end);
    behind += dash ? rc_dash_at(r->s, behind) : 0;
    if (bits & RC_FIGURE_IS(PER))
        return read_per_unit(r, a, behind, true);
    bool length = k->start >= r->time_start && r->time_is_length;
    if ((!a->unit && !length) || (k->start >= r->time_start && !length)) /* "a year ago" */
        return false;
    bool thing = rc_reader_figure(r, rc_reader_token(r, token, behind)) & RC_FIGURE_IS(PER_NOUN);
    return read_per_unit(r, a, behind, thing);
}

/* ---------------------------------------------------------------- compounds */

/* The amount of `m` in `unit`; RC_NONE: they do not convert. */
static rc_status convert(rc_decimal v, const rc_unit *from, const rc_unit *to, rc_decimal *ret)
{
    if (from->dimension != to->dimension || !rc_str_eq(from->base_id, to->base_id))
        return RC_NONE;
    rc_decimal numerator, denominator;
    if (rc_decimal_mul(from->numerator, to->denominator, &numerator) != RC_OK ||
        rc_decimal_mul(from->denominator, to->numerator, &denominator) != RC_OK)
        return RC_NONE;
    return rc_decimal_scale(v, numerator, denominator, ret);
}

static bool ladder_dimension(rc_dimension d)
{
    return d == RC_DIM_LENGTH || d == RC_DIM_MASS || d == RC_DIM_DURATION || d == RC_DIM_ANGLE ||
           d == RC_DIM_VOLUME;
}

/* Whether the next number begins right here or behind "and", a comma. */
static uint32_t next_part(const rc_reader *r, const rc_amount *a, bool *ret_joined)
{
    uint32_t token = rc_reader_token(r, a->token, a->end);
    *ret_joined = false;
    if (rc_reader_is_sign(r, token, ',')) {
        *ret_joined = true;
        token++;
    }
    if (rc_reader_figure(r, token) & RC_FIGURE_IS(RANGE_AND)) {
        *ret_joined = true;
        token++;
    }
    const rc_token *k = token_at(r, token);
    return k && rc_number_starts(r->numbers, r->text, k) ? token : UINT32_MAX;
}

/* "6 ft 2 in", "7 feet and 10 inches", "3 hours 20 minutes": added up in the first unit. */
static bool add_part(const rc_reader *r, rc_amount *a)
{
    bool joined;
    uint32_t token = next_part(r, a, &joined);
    rc_amount b;
    rc_decimal part, whole = {1, 0};
    if (token == UINT32_MAX || !a->unit || !ladder_dimension(a->unit->dimension) || a->per ||
        rc_amount_read(r, token, r->text->tokens[token].start, RC_AMOUNT_SIMPLE | RC_AMOUNT_PART,
                       &b) != RC_OK)
        return false;
    if (!b.unit || b.per || b.prefixed || b.unit == a->unit || b.number.ordinal ||
        convert(b.value, b.unit, a->unit, &part) != RC_OK || b.value.digits < 0)
        return false;
    rc_decimal one_b;
    if (convert(whole, b.unit, a->unit, &one_b) != RC_OK || rc_decimal_cmp(one_b, whole) >= 0)
        return false;
    if (joined && (rc_decimal_cmp(part, whole) >= 0 || a->unit->dimension == RC_DIM_DURATION ||
                   a->unit->dimension == RC_DIM_VOLUME))
        return false;
    if (rc_decimal_add(a->value, part, &a->value) != RC_OK)
        return false;
    a->end = a->core_end = b.core_end;
    a->precision = 0;
    return true;
}

static bool space_inside(rc_stretch s, size_t at, size_t end)
{
    while (at < end && !rc_space_at(s, at))
        at++;
    return at < end;
}

/* "3 dollars 50 cents", "thirteen dollars and forty-five", "17 USD 25". */
static bool add_cents(const rc_reader *r, rc_amount *a)
{
    bool joined;
    rc_number n;
    rc_decimal hundred = {1, 2}, part;
    uint32_t token = next_part(r, a, &joined);
    if (token == UINT32_MAX || a->prefixed || a->per || a->number.scaled || a->number.fraction ||
        a->number.grouped || rc_reader_is_sign(r, token - 1, ','))
        return false;
    rc_span stretch = {r->text->tokens[token].start, (uint32_t)r->s.end};
    if (rc_number_read_from(r->numbers, r->text, token, stretch, 0, &n) != RC_OK || n.scaled ||
        n.grouped || n.ordinal || n.fraction || n.multiple || rc_decimal_cmp(n.value, hundred) >= 0)
        return false;
    size_t at = rc_reader_skip_spaces(r, n.span.end), end;
    const rc_measure *m = rc_measure_after(r->measures, r->s, at, &end);
    bool cents = m != NULL && (m->flags & RC_MEASURE_PART);
    if (cents && m->unit != a->unit && space_inside(r->s, at, end))
        return false; /* "3 Canadian dollars and 12 US cents" */
    rc_decimal scale = {1, -2};
    if (m && cents)
        scale = m->scale;
    if (!cents) {
        const rc_token *k = token_at(r, n.last);
        bool open = k &&
                    (k->kind == RC_TOKEN_WORD || k->kind == RC_TOKEN_NUMBER ||
                     k->kind == RC_TOKEN_SYMBOL) &&
                    !(rc_reader_figure(r, n.last) & RC_FIGURE_IS(CHANGE_AFTER));
        if (open || m || rc_decimal_cmp(n.value, rc_decimal_from(10)) < 0 || n.value.digits < 0)
            return false;
        end = n.span.end;
    }
    if (rc_decimal_mul(n.value, scale, &part) != RC_OK ||
        rc_decimal_add(a->value, part, &a->value) != RC_OK)
        return false;
    a->end = a->core_end = end;
    a->precision = -2;
    return true;
}

/* ---------------------------------------------------------------- amounts */

/* "three times", "6×", "6x": not a count of occasions alone, but no unit either. */
static void read_times(const rc_reader *r, rc_amount *a)
{
    size_t at = rc_reader_skip_spaces(r, a->end);
    uint32_t token = rc_reader_token(r, a->token, at);
    if (rc_reader_figure(r, token) & RC_FIGURE_IS(TIMES) && !a->number.ordinal) {
        a->times = true;
        a->end = a->core_end = r->text->tokens[token].end;
        return;
    }
    unsigned char c = byte_at(r->s, a->end), d = byte_at(r->s, a->end + 1);
    size_t n = c == 0xC3 && d == 0x97 ? 2 : c == 'x' ? 1 : 0;
    if (n && !a->number.spelled && !rc_letter_at(r->s, a->end + n) &&
        !digit(byte_at(r->s, rc_reader_skip_spaces(r, a->end + n)))) {
        a->times = true;
        a->end = a->core_end = a->end + n;
    }
}

static void finish_unit(const rc_reader *r, rc_amount *a, uint32_t flags)
{
    bool money = a->measure && (a->measure->flags & RC_MEASURE_MONEY);
    if (a->measure && rc_decimal_mul(a->number.value, a->measure->scale, &a->value) == RC_OK)
        a->precision += a->measure->scale.exponent;
    else
        a->value = a->number.value;
    if (flags & RC_AMOUNT_SIMPLE)
        return;
    if (money && !(a->measure->flags & RC_MEASURE_PART))
        add_cents(r, a);
    else if (!money)
        while (add_part(r, a))
            ;
}

rc_status rc_amount_read(const rc_reader *r, uint32_t token, size_t at, uint32_t flags,
                         rc_amount *ret)
{
    rc_amount a = {.token = token, .per_amount = {1, 0}, .flags = flags};
    size_t end = r->s.end < r->time_start ? r->s.end : r->time_start;
    if (at >= end ||
        rc_number_read_from(r->numbers, r->text, token, (rc_span){(uint32_t)at, (uint32_t)end},
                            flags, &a.number) != RC_OK)
        return RC_NONE;
    a.start = a.number.span.start;
    a.end = a.core_end = a.number.span.end;
    a.precision = a.number.precision;
    a.value = a.number.value;
    if (!a.number.ordinal && !a.number.multiple && !a.number.code) {
        read_before(r, &a);
        a.value = a.number.value;
        if (a.prefixed) {
            read_money_scale(r, &a);
            read_again(r, &a);
        } else if (read_unit(r, &a) && a.measure->flags & RC_MEASURE_MONEY) {
            read_money_scale(r, &a);
        }
        a.core_end = a.end;
        finish_unit(r, &a, flags);
        if (!a.unit)
            read_times(r, &a);
        while (!a.times && rc_amount_read_per(r, &a))
            ;
    }
    a.next = rc_reader_token(r, token, a.end);
    *ret = a;
    return RC_OK;
}

rc_status rc_amount_read_article(const rc_reader *r, uint32_t token, rc_amount *ret)
{
    const rc_token *k = token_at(r, token + 1);
    rc_amount a = {.token = token, .per_amount = {1, 0}, .value = {1, 0}, .article = true};
    if (!k || k->kind != RC_TOKEN_WORD)
        return RC_NONE;
    const rc_measure *m = rc_measure_after(r->measures, r->s, k->start, &a.end);
    if (!m ||
        m->flags & (RC_MEASURE_WEAK | RC_MEASURE_WORDY | RC_MEASURE_ATTACHED | RC_MEASURE_BELOW) ||
        (m->flags & RC_MEASURE_MONEY && !(m->flags & RC_MEASURE_NAME)) ||
        (!(m->flags & RC_MEASURE_NAME) && a.end - k->start < 2))
        return RC_NONE;
    uint32_t bits = rc_reader_figure(r, token + 1);
    uint32_t next = rc_reader_token(r, token, a.end);
    bool alone = token == r->first && next == r->last;
    if (!alone && k->flags & RC_TOKEN_CAPITAL) /* "a Gram stain" */
        return RC_NONE;
    bool counted = rc_reader_figure(r, next) & (RC_FIGURE_IS(RANGE_AND)) && next + 1 < r->last &&
                   rc_number_starts(r->numbers, r->text, &r->text->tokens[next + 1]);
    if (!alone && !counted && bits & (RC_FIGURE_IS(WEAK_ARTICLE) | RC_FIGURE_IS(WEAK_ARTICLE_TEXT)))
        return RC_NONE;
    if (alone && bits & RC_FIGURE_IS(WEAK_ARTICLE))
        return RC_NONE;
    a.number = (rc_number){.value = {1, 0},
                           .spelled = true,
                           .first = token,
                           .last = token + 1,
                           .span = {r->text->tokens[token].start, r->text->tokens[token].end}};
    a.start = r->text->tokens[token].start;
    a.unit = m->unit;
    a.per = m->per;
    a.measure = m;
    a.core_end = a.end;
    finish_unit(r, &a, 0);
    a.next = rc_reader_token(r, token, a.end);
    *ret = a;
    return RC_OK;
}
