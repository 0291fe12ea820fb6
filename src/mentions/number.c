/* Numbers in words, in digits, and in both: a grammar of terms. "three million two hundred and
 * five" is the terms 3 x 10^6 and 205, each smaller than the power of ten that the one before it
 * ended in. What the words are stands in rules/tables/numbers.LANG.tsv. In languages that
 * rc_spelled knows it reads what is smaller than the powers of ten. */
#include "base/diagnose.h"
#include "base/hash.h"
#include "base/map.h"
#include "mentions/digits.h"
#include "mentions/internal.h"
#include "mentions/spelled.h"

/* RC_KIND(enum suffix, "name in the table") */
#define KINDS(KIND)                                                                                \
    KIND(ZERO, "zero")                                                                             \
    KIND(ZERO_WEAK, "zero-weak")                                                                   \
    KIND(DIGIT, "digit")                                                                           \
    KIND(TEEN, "teen")                                                                             \
    KIND(TENS, "tens")                                                                             \
    KIND(HUNDRED, "hundred")                                                                       \
    KIND(HUNDRED_PLURAL, "hundred-plural")                                                         \
    KIND(SCALE, "scale")                                                                           \
    KIND(FIXED, "fixed")                                                                           \
    KIND(SCALE_PLURAL, "scale-plural")                                                             \
    KIND(SCALE_SHORT, "scale-short")                                                               \
    KIND(SCALE_LETTER, "scale-letter")                                                             \
    KIND(SCALE_WEAK, "scale-weak")                                                                 \
    KIND(DOZEN, "dozen")                                                                           \
    KIND(DOZEN_PLURAL, "dozen-plural")                                                             \
    KIND(DOZEN_WEAK, "dozen-weak")                                                                 \
    KIND(COUPLE, "couple")                                                                         \
    KIND(ORDINAL, "ordinal")                                                                       \
    KIND(ORDINAL_PLURAL, "ordinal-plural")                                                         \
    KIND(ORDINAL_UNIT, "ordinal-unit")                                                             \
    KIND(ORDINAL_SUFFIX, "ordinal-suffix")                                                         \
    KIND(FRACTION, "fraction")                                                                     \
    KIND(FRACTION_PLURAL, "fraction-plural")                                                       \
    KIND(AND, "and")                                                                               \
    KIND(POINT, "point")                                                                           \
    KIND(MINUS, "minus")                                                                           \
    KIND(ARTICLE, "article")                                                                       \
    KIND(MULTIPLE, "multiple")                                                                     \
    KIND(MULTIPLE_VERB, "multiple-verb")                                                           \
    KIND(FOLD, "fold")                                                                             \
    KIND(TIMES, "times")                                                                           \
    KIND(OVER, "over")                                                                             \
    KIND(OF, "of")                                                                                 \
    KIND(OUT, "out")                                                                               \
    KIND(PARTS, "parts")                                                                           \
    KIND(ODD, "odd")

typedef enum {
    NONE,
#define KIND(name, text) name,
    KINDS(KIND)
#undef KIND
} kind;

typedef struct {
    kind is;
    bool alone;      /* a scale that is a number without a factor: French "mille" */
    bool needs_unit; /* a fraction that is another word too: Spanish "media" */
    rc_decimal value;
} word;

enum { FILTER_BITS = 1 << 15 };

struct rc_numbers {
    rc_str language;
    rc_spelled *spelled; /* NULL: small numbers are told by the kinds of words alone */
    bool hundreds;       /* with `spelled`: "hundred" is a word of its own */
    rc_map continental;  /* languages that write "1.234,5" */
    rc_map map;          /* folded word -> index of words */
    word *words;
    size_t count, capacity;
    uint64_t filter[FILTER_BITS / 64]; /* a bit a word: most words of a text need no look-up */
};

static kind kind_parse(rc_str name)
{
    static const struct {
        kind is;
        rc_str name;
    } names[] = {
#define KIND(name, text) {name, {text, sizeof(text) - 1}},
        KINDS(KIND)
#undef KIND
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_str_eq(names[i].name, name))
            return names[i].is;
    }
    return NONE;
}

static void add_row(rc_arena *a, rc_numbers *n, const rc_table *t, size_t row,
                    rc_diagnostics *diagnostics)
{
    rc_str text = rc_table_cell(t, row, rc_table_column(t, "word"));
    rc_str name = rc_table_cell(t, row, rc_table_column(t, "kind"));
    word w = {.is = kind_parse(name), .alone = rc_str_eq(name, RC_STR("scale-alone"))};
    w.needs_unit = rc_str_eq(name, RC_STR("fraction-unit"));
    if (w.alone)
        w.is = SCALE;
    if (w.needs_unit)
        w.is = FRACTION;
    rc_str value = rc_table_cell(t, row, rc_table_column(t, "value"));
    if (w.is == NONE || text.len == 0 || rc_decimal_parse(value, &w.value) != RC_OK) {
        rc_diagnose(a, diagnostics, t->file, t->lines[row], 1,
                    "a number word needs a word, a kind of number and a decimal value");
        return;
    }
    if (w.is >= SCALE && w.is <= SCALE_WEAK && w.is != FIXED)
        w.value = (rc_decimal){1, rc_decimal_cmp(w.value, rc_decimal_from(60)) > 0
                                      ? 0
                                      : (int32_t)rc_decimal_approximate(w.value)};
    n->hundreds = n->hundreds || w.is == HUNDRED;
    rc_word key = rc_word_from(text);
    rc_map_put(&n->map, key, (uint32_t)n->count);
    n->filter[key % FILTER_BITS / 64] |= UINT64_C(1) << (key % 64);
    RC_PUSH(a, n->words, n->count, n->capacity, w);
}

/* tables/number-formats: a language and its decimal mark. */
static void load_formats(rc_numbers *n, const rc_rules *r)
{
    const rc_table *t = rc_rules_table(r, "tables/number-formats");
    for (size_t i = 0; t && i < t->row_count; i++) {
        rc_str language = rc_table_cell(t, i, rc_table_column(t, "language"));
        rc_str decimal = rc_table_cell(t, i, rc_table_column(t, "decimal"));
        if (rc_str_eq(decimal, RC_STR(",")) && language.len)
            rc_map_put(&n->continental, rc_hash(language), 1);
    }
}

static rc_marks marks_of(const rc_numbers *n, rc_str language)
{
    size_t end = rc_str_find(language, '-');
    bool continental =
        rc_map_get(&n->continental, rc_hash(language)) ||
        (end < language.len && rc_map_get(&n->continental, rc_hash(rc_str_sub(language, 0, end))));
    return continental ? RC_MARKS_CONTINENTAL : RC_MARKS_ENGLISH;
}

rc_status rc_numbers_new(rc_arena *a, const rc_rules *r, rc_str language, rc_numbers **ret,
                         rc_diagnostics *diagnostics, rc_err *err)
{
    rc_numbers *n = RC_NEW(a, rc_numbers);
    n->language = rc_arena_str(a, language);
    rc_map_init(&n->map, a, 256);
    rc_map_init(&n->continental, a, 64);
    load_formats(n, r);
    const rc_table *t = rc_language_table(a, r, "tables/numbers", language);
    for (size_t row = 0; t && row < t->row_count; row++)
        add_row(a, n, t, row, diagnostics);
    rc_status s = rc_spelled_new(a, r, n->language, &n->spelled, diagnostics, err);
    if (s < RC_OK)
        return s;
    *ret = n;
    return RC_OK;
}

rc_str rc_numbers_language(const rc_numbers *n)
{
    return n->language;
}

const rc_table *rc_language_table(rc_arena *a, const rc_rules *r, const char *name, rc_str language)
{
    return rc_rules_table(r, rc_arena_printf(a, "%s.%.*s", name, RC_STR_ARG(language)).ptr);
}

static const word *find(const rc_numbers *n, rc_word key)
{
    if (!(n->filter[key % FILTER_BITS / 64] >> (key % 64) & 1))
        return NULL;
    const uint32_t *at = rc_map_get(&n->map, key);
    return at ? &n->words[*at] : NULL;
}

/* ---------------------------------------------------------------- cursor */

typedef struct {
    const rc_numbers *n;
    const rc_text *t;
    rc_stretch s;
    size_t pos;
    uint32_t tok, last; /* the token at or behind pos; the first that is out of bounds */
    uint32_t flags;
} cursor;

static void move(cursor *c, size_t pos)
{
    c->pos = pos;
    while (c->tok < c->last && c->t->tokens[c->tok].end <= pos)
        c->tok++;
}

static const rc_token *token(const cursor *c)
{
    if (c->tok >= c->last || c->t->tokens[c->tok].end > c->s.end)
        return NULL;
    const rc_token *k = &c->t->tokens[c->tok];
    return k->start >= c->pos ? k : NULL;
}

static kind peek(const cursor *c, rc_decimal *ret_value)
{
    const rc_token *k = token(c);
    const word *w =
        k && (k->kind == RC_TOKEN_WORD || k->kind == RC_TOKEN_SYMBOL) ? find(c->n, k->word) : NULL;
    if (w && ret_value)
        *ret_value = w->value;
    return w ? w->is : NONE;
}

static void next(cursor *c)
{
    move(c, c->t->tokens[c->tok].end);
}

/* Goes past one hyphen or dash between words of a number ("twenty-five", "five - eighths"). */
static bool skip_hyphen(cursor *c)
{
    const rc_token *k = token(c);
    if (!k || k->first != '-' || k->end - k->start != 1)
        return false;
    next(c);
    return true;
}

static bool is_cardinal(kind k)
{
    return k == DIGIT || k == TEEN || k == TENS;
}

/* ---------------------------------------------------------------- small numbers in words */

static bool is_ordinal(kind k)
{
    return k == ORDINAL || k == ORDINAL_PLURAL || k == ORDINAL_UNIT;
}

/* The same in a language that rc_spelled knows. */
static bool read_spelled(cursor *c, int64_t limit, int64_t *ret)
{
    uint32_t next_token;
    int64_t value;
    if (!token(c) || !rc_spelled_read(c->n->spelled, c->t, c->tok, c->last, &value, &next_token) ||
        value >= limit || c->t->tokens[next_token - 1].end > c->s.end)
        return false;
    *ret = value;
    move(c, c->t->tokens[next_token - 1].end);
    return true;
}

/* "five", "fifteen", "fifty", "fifty-five": below 100. Not the tens of "twenty-fifth". */
static bool read_below_100(cursor *c, int64_t *ret)
{
    rc_decimal v, d;
    if (c->n->spelled)
        return read_spelled(c, 100, ret);
    kind k = peek(c, &v);
    if (!is_cardinal(k))
        return false;
    int64_t value = v.digits * (v.exponent == 1 ? 10 : 1);
    cursor start = *c;
    next(c);
    if (k == TENS) {
        cursor tens = *c;
        skip_hyphen(c);
        if (peek(c, &d) == DIGIT) {
            next(c);
            value += d.digits;
        } else if (is_ordinal(peek(c, &d)) && rc_decimal_cmp(d, rc_decimal_from(10)) < 0) {
            *c = start;
            return false;
        } else {
            *c = tens;
        }
    }
    *ret = value;
    return true;
}

/* Behind "hundred": "and three", "twenty-two"; left alone where it begins a larger number ("five
 * hundred and six hundred"). */
static void read_behind_hundred(cursor *c, int64_t *value)
{
    cursor before = *c;
    int64_t rest;
    bool joined = peek(c, NULL) == AND;
    if (joined && (c->flags & RC_NUMBER_NO_AND))
        return;
    if (joined)
        next(c);
    if (!read_below_100(c, &rest)) {
        *c = before;
        return;
    }
    cursor behind = *c;
    skip_hyphen(&behind);
    kind k = peek(&behind, NULL);
    if (k == HUNDRED || k == HUNDRED_PLURAL || k == DOZEN || k == DOZEN_PLURAL)
        *c = before;
    else
        *value += rest;
}

/* Whether "one" before "twenty" is one number, 120, as people say it: "one twenty two". */
static bool read_said_hundreds(cursor *c, int64_t *value)
{
    cursor before = *c;
    int64_t rest;
    const rc_token *k = token(c);
    if (*value > 9 || *value < 1 || !k || peek(c, NULL) != TENS || !read_below_100(c, &rest) ||
        rest % 10 == 0) {
        *c = before;
        return false;
    }
    *value = *value * 100 + rest;
    return true;
}

/* Below 1000, or "twelve hundred", "ninety-five hundred". */
static bool read_small(cursor *c, int64_t *ret)
{
    int64_t value = 1;
    if (c->n->spelled && !c->n->hundreds)
        return read_spelled(c, INT64_MAX, ret);
    kind k = peek(c, NULL);
    bool leading = k == HUNDRED;
    if (!leading) {
        if (!read_below_100(c, &value))
            return false;
        cursor before = *c;
        skip_hyphen(c);
        if (peek(c, NULL) == HUNDRED || peek(c, NULL) == HUNDRED_PLURAL)
            leading = true;
        else
            *c = before;
    }
    if (leading) {
        next(c);
        value *= 100;
        read_behind_hundred(c, &value);
    } else if (read_said_hundreds(c, &value)) {
        *ret = value;
        return true;
    }
    *ret = value;
    return true;
}

/* ---------------------------------------------------------------- terms */

typedef struct {
    rc_decimal value;
    int32_t power; /* the power of ten it was multiplied by; 0: none */
    int32_t precision;
    bool spelled, digits, integer, grouped, fraction, scaled, dozens, code;
    bool about; /* "20多万": some more than it says */
} term;

static bool times(rc_decimal *v, rc_decimal by)
{
    return rc_decimal_mul(*v, by, v) == RC_OK;
}

/* "point two five" behind a whole number in words. */
static void read_point(cursor *c, term *x)
{
    cursor before = *c;
    if (peek(c, NULL) != POINT)
        return;
    next(c);
    int64_t digits = 0;
    int32_t places = 0;
    for (int32_t i = 0; i < 15; i++) {
        rc_decimal v;
        int64_t n = 0;
        kind k = peek(c, &v);
        const rc_token *t = token(c);
        if (k == ZERO || k == DIGIT) {
            n = v.digits;
            next(c);
        } else if (places == 0 && k != NONE && read_below_100(c, &n)) {
            digits = n;
            places = 2;
            break;
        } else if (places == 0 && t && t->kind == RC_TOKEN_NUMBER && t->end - t->start < 10) {
            for (size_t b = t->start; b < t->end && c->s.ptr[b] >= '0' && c->s.ptr[b] <= '9'; b++)
                n = n * 10 + (c->s.ptr[b] - '0');
            digits = n;
            places = (int32_t)(t->end - t->start);
            next(c);
            break;
        } else {
            break;
        }
        digits = digits * 10 + n;
        places++;
    }
    rc_decimal part;
    if (places == 0 || rc_decimal_make(digits, -places, &part) != RC_OK ||
        rc_decimal_add(x->value, part, &x->value) != RC_OK) {
        *c = before;
        return;
    }
    x->precision = -places;
    x->integer = false;
}

/* Whether a power of ten may stand without a factor before it: "mille", "une dizaine", but not "万"
 * of a word. */
static bool leads(const cursor *c)
{
    const word *w = find(c->n, c->t->tokens[c->tok].word);
    const word *before = c->tok > 0 ? find(c->n, c->t->tokens[c->tok - 1].word) : NULL;
    return (w && w->alone) || (before && before->is == ARTICLE);
}

static bool read_mantissa(cursor *c, term *x)
{
    int64_t small;
    kind k = peek(c, NULL);
    *x = (term){.integer = true, .value = {1, 0}};
    const rc_token *t = c->tok < c->last ? &c->t->tokens[c->tok] : NULL;
    if (!t || t->end > c->s.end)
        return false;
    if (k == NONE && (t->kind == RC_TOKEN_NUMBER || t->start < c->pos || t->first == '.' ||
                      (t->first >= 0x80 && t->kind != RC_TOKEN_WORD))) {
        size_t at = t->start > c->pos ? t->start : c->pos;
        rc_digits d;
        size_t end = rc_digits_read(c->s, at, marks_of(c->n, c->t->doc->language), &d);
        if (end == at)
            return false;
        *x = (term){.value = d.value,
                    .precision = d.precision,
                    .digits = true,
                    .integer = d.integer,
                    .grouped = d.grouped,
                    .fraction = d.fraction,
                    .code = d.code};
        move(c, end);
        return true;
    }
    x->spelled = true;
    if (k == ZERO) {
        next(c);
        x->value = (rc_decimal){0, 0};
        return true;
    }
    if (k == SCALE || k == DOZEN) /* "million", "dozen" alone: one of it */
        return !c->n->spelled || leads(c);
    if (k == FIXED) {
        peek(c, &x->value);
        x->precision = x->value.exponent;
        x->integer = false;
        next(c);
        return true;
    }
    if (!read_small(c, &small))
        return false;
    x->value = rc_decimal_from(small);
    const word *last = find(c->n, c->t->tokens[c->tok - 1].word);
    if (last && last->is == HUNDRED) /* "three hundred and two dozens" goes on below 100 */
        x->power = 2;
    return true;
}

static bool year_like(rc_decimal v)
{
    return rc_decimal_cmp(v, rc_decimal_from(1500)) >= 0 &&
           rc_decimal_cmp(v, rc_decimal_from(2100)) <= 0;
}

/* "3,5 Mio. Euro": past the full stop of an abbreviation, where the sentence goes on. */
static void skip_full_stop(cursor *c)
{
    const rc_token *k = token(c);
    if (k && k->first == '.' && k->end - k->start == 1 && k->start == c->pos && k->end < c->s.end)
        next(c);
}

/* One multiplier: "million", "hundred" behind digits, "dozen", an attached "k" or "bn". */
static bool read_multiplier(cursor *c, term *x)
{
    rc_decimal v;
    cursor before = *c;
    bool hyphen = skip_hyphen(c), odd = peek(c, NULL) == ODD;
    if (odd)
        next(c);
    const rc_token *t = token(c);
    kind k = peek(c, &v);
    bool attached = t && t->start == before.pos;
    unsigned char first = t ? t->first : 0;
    bool big = t && t->end - t->start == 1 &&
               (first == 'k' || first == 'K' || first == 'M' || first == 'B' || first == 'b') &&
               !(x->integer && (first | 32) == 'b' && year_like(x->value)); /* "2006b" */
    bool good = k == SCALE || k == SCALE_PLURAL || k == DOZEN || k == DOZEN_PLURAL ||
                (k == SCALE_SHORT && x->digits && !hyphen) ||
                ((k == HUNDRED || k == HUNDRED_PLURAL) && x->digits) ||
                (k == SCALE_LETTER && attached && big && x->digits && !x->fraction);
    if (!good || !times(&x->value, v)) {
        *c = before;
        return false;
    }
    bool dozen = k == DOZEN || k == DOZEN_PLURAL;
    x->about = x->about || odd;
    int32_t power = dozen ? 1 : k == HUNDRED || k == HUNDRED_PLURAL ? 2 : v.exponent;
    x->power += power;
    x->precision += dozen ? 0 : power;
    x->scaled = true;
    x->dozens = x->dozens || dozen;
    next(c);
    if (k == SCALE_SHORT)
        skip_full_stop(c);
    return true;
}

/* Adds n / d times `unit` to the value. */
static bool add_part(rc_decimal *value, rc_decimal n, rc_decimal d, rc_decimal unit)
{
    rc_decimal part, whole;
    return rc_decimal_mul(n, unit, &part) == RC_OK && rc_decimal_mul(*value, d, &whole) == RC_OK &&
           rc_decimal_add(whole, part, &whole) == RC_OK && rc_decimal_div(whole, d, value) == RC_OK;
}

/* The denominator of a fraction in words: "thirds", "twenty-fifth", "quarters", "half". `one`:
 * the numerator is one, so that a singular will do. */
static bool read_denominator(cursor *c, bool one, rc_decimal *ret)
{
    cursor before = *c;
    rc_decimal tens = {0, 0}, v;
    bool hyphen = skip_hyphen(c);
    kind k = peek(c, &v);
    if (k == TENS) {
        tens = v;
        next(c);
        skip_hyphen(c);
        k = peek(c, &v);
        if (!is_ordinal(k) || rc_decimal_cmp(v, rc_decimal_from(10)) >= 0) {
            *c = before;
            return false;
        }
    }
    bool plural = k == ORDINAL_PLURAL || k == FRACTION_PLURAL;
    bool singular = (k == ORDINAL && rc_decimal_cmp(v, rc_decimal_from(3)) >= 0) || k == FRACTION ||
                    (k == ORDINAL && tens.digits != 0);
    if (!plural && !(singular && (one || hyphen))) {
        *c = before;
        return false;
    }
    if (rc_decimal_add(tens, v, ret) != RC_OK || rc_decimal_cmp(*ret, rc_decimal_from(1)) <= 0) {
        *c = before;
        return false;
    }
    next(c);
    if (peek(c, NULL) == PARTS) /* "tres cuartas partes" */
        next(c);
    return true;
}

/* "half", "a quarter", "three quarters", "two thirds", "fifty-four hundredths" as numerator and
 * denominator. */
static bool read_word_fraction(cursor *c, rc_decimal *ret_n, rc_decimal *ret_d)
{
    cursor before = *c;
    int64_t n = 1;
    kind k = peek(c, NULL);
    if (k == ARTICLE)
        next(c);
    else if (k != FRACTION && k != ORDINAL && !read_small(c, &n))
        return false;
    if (!read_denominator(c, n == 1, ret_d)) {
        *c = before;
        return false;
    }
    *ret_n = rc_decimal_from(n);
    return true;
}

/* "and a half" before or behind a multiplier. */
static bool read_and_fraction(cursor *c, rc_decimal *ret_n, rc_decimal *ret_d)
{
    cursor before = *c;
    bool hyphen = skip_hyphen(c); /* "three-and-a-half" */
    if (peek(c, NULL) == AND && !(c->flags & RC_NUMBER_NO_AND)) {
        next(c);
        if ((!hyphen || skip_hyphen(c)) && read_word_fraction(c, ret_n, ret_d))
            return true;
    }
    *c = before;
    return false;
}

static bool read_term(cursor *c, term *x)
{
    rc_decimal n, d;
    if (!read_mantissa(c, x))
        return false;
    if (x->code || x->fraction) {
        while (x->fraction && read_multiplier(c, x))
            ;
        return true;
    }
    if (x->integer)
        read_point(c, x);
    cursor before = *c;
    if (x->integer && read_and_fraction(c, &n, &d)) { /* "two and a half million" */
        term half = *x;
        if (add_part(&half.value, n, d, rc_decimal_from(1)) && read_multiplier(c, &half)) {
            *x = half;
            x->precision--;
        } else {
            *c = before;
        }
    }
    while (read_multiplier(c, x))
        ;
    return true;
}

/* ---------------------------------------------------------------- whole numbers of terms */

typedef struct {
    term last;
    rc_decimal value;
    rc_decimal sub; /* what "and" joined last: "two hundred and FIFTY-FOUR" */
    size_t terms;
    bool joined;
    int32_t before; /* the power of ten of the term before the last */
} sum;

/* Whether a comma joins a next term: "three million, two hundred and forty". */
static bool skip_comma(cursor *c)
{
    const rc_token *k = token(c);
    if (!k || k->first != ',' || k->end - k->start != 1)
        return false;
    next(c);
    return true;
}

/* The next term of a number whose last ended in a power of ten, smaller than that power. */
static bool read_next_term(cursor *c, sum *s)
{
    cursor before = *c;
    rc_decimal limit = {1, s->last.power};
    if (s->last.power == 0 || s->last.dozens)
        return false;
    bool comma = s->last.power >= 3 && skip_comma(c);
    bool joined = !comma && peek(c, NULL) == AND;
    if (joined && (c->flags & RC_NUMBER_NO_AND))
        return false;
    if (joined)
        next(c);
    term x;
    bool good = peek(c, NULL) != SCALE && peek(c, NULL) != DOZEN && read_term(c, &x) && x.integer &&
                !x.code && !x.fraction && x.value.digits > 0 && rc_decimal_cmp(x.value, limit) < 0;
    if (good && x.digits)
        good = x.scaled || (joined && s->last.power <= 7 && s->last.power != 6 && !x.grouped);
    if (good && comma)
        good = x.spelled && rc_decimal_cmp(x.value, rc_decimal_from(100)) >= 0;
    if (!good || rc_decimal_add(s->value, x.value, &s->value) != RC_OK) {
        *c = before;
        return false;
    }
    s->sub = x.value;
    s->joined = joined;
    s->terms++;
    s->before = s->last.power;
    s->last = x;
    return true;
}

/* What "and" joined inside the last term: fifty-four of "two hundred and fifty-four". */
static bool joined_rest(const cursor *c, const cursor *start, rc_decimal *ret)
{
    for (uint32_t i = c->tok; i-- > start->tok;) {
        const word *w = find(c->n, c->t->tokens[i].word);
        if (!w || w->is != AND)
            continue;
        cursor behind = *c;
        int64_t n;
        behind.tok = i + 1;
        behind.pos = c->t->tokens[i].end;
        if (!read_small(&behind, &n) || behind.pos != c->pos)
            return false;
        *ret = rc_decimal_from(n);
        return true;
    }
    return false;
}

/* "one hundred thirty fifths": the last tens go with the denominator, unless "and" parts them. */
static rc_decimal trailing_tens(const cursor *c, const cursor *start)
{
    rc_decimal none = {0, 0};
    if (c->tok < start->tok + 2)
        return none;
    const word *w = find(c->n, c->t->tokens[c->tok - 1].word);
    const word *before = find(c->n, c->t->tokens[c->tok - 2].word);
    return w && w->is == TENS && before && before->is != AND ? w->value : none;
}

/* A fraction at the end: "three fifths", "two hundred and fifty-four hundredths". */
static bool read_final_denominator(cursor *c, const cursor *start, sum *s)
{
    rc_decimal d, rest, tens;
    bool one = rc_decimal_eq(s->value, rc_decimal_from(1));
    tens = trailing_tens(c, start);
    if (!s->last.integer || !read_denominator(c, one, &d))
        return false;
    rc_decimal n = s->value, whole = {0, 0}, unit = {1, 0};
    if (tens.digits != 0 && rc_decimal_cmp(d, rc_decimal_from(10)) < 0) {
        if (rc_decimal_sub(n, tens, &n) != RC_OK || rc_decimal_add(d, tens, &d) != RC_OK)
            return false;
    } else if (s->joined && rc_decimal_cmp(s->sub, d) < 0) {
        rest = s->sub;
        if (rc_decimal_sub(n, rest, &whole) != RC_OK)
            return false;
        n = rest;
        if (s->terms > 1 && s->before >= 6) /* "five billion and three quarters" */
            unit.exponent = s->before;
    }
    if (!add_part(&whole, n, d, unit))
        return false;
    s->value = whole;
    s->last.fraction = true;
    return true;
}

/* "and two thirds" behind a number; behind a power of ten it is of that power ("one million and a
 * half"), unless it has its own ("one billion and a half million"). */
static void read_trailing_fraction(cursor *c, sum *s)
{
    cursor before = *c;
    rc_decimal n, d;
    if (!s->last.integer || s->last.dozens || !read_and_fraction(c, &n, &d))
        return;
    rc_decimal unit = {1, s->last.power >= 3 ? s->last.power : 0}, own = {1, 0};
    term x = {.value = own, .spelled = true};
    cursor behind = *c;
    if (peek(&behind, NULL) == ARTICLE)
        next(&behind);
    if (read_multiplier(&behind, &x)) {
        *c = behind;
        unit = x.value;
    }
    if (!add_part(&s->value, n, d, unit))
        *c = before;
    else
        s->last.fraction = true;
}

/* ---------------------------------------------------------------- the number */

static void set(rc_number *ret, const sum *s)
{
    ret->value = s->value;
    ret->precision = s->terms > 1 || s->last.spelled ? 0 : s->last.precision;
    if (s->terms == 1 && s->last.scaled)
        ret->precision = s->last.precision;
    ret->spelled = s->last.spelled;
    ret->fraction = s->last.fraction;
    ret->scaled = s->last.scaled;
    ret->grouped = s->last.grouped;
    ret->code = s->last.code;
    ret->about = s->last.about;
}

/* "half", "a third of a million", "three quarters of a million": a fraction that comes first. */
static bool read_leading_fraction(cursor *c, rc_number *ret)
{
    rc_decimal n, d, v = {0, 0};
    kind k = peek(c, NULL);
    bool definite = c->tok > 0 && (c->t->tokens[c->tok - 1].classes & RC_CLASS(DEFINITE));
    if (k == ORDINAL && definite) /* "the fourth of six children" */
        return false;
    if ((k != FRACTION && k != ORDINAL && k != ARTICLE) || !read_word_fraction(c, &n, &d))
        return false;
    if (k == ORDINAL && peek(c, NULL) != OF) /* "the third", but "tenth of a gallon" */
        return false;
    if (!add_part(&v, n, d, rc_decimal_from(1)))
        return false;
    const word *first = find(c->n, c->t->tokens[c->tok - 1].word);
    ret->needs_unit = first && first->needs_unit;
    ret->value = v;
    ret->fraction = ret->spelled = true;
    return true;
}

/* "half a million", "a quarter of a million", "half million" behind a fraction. */
static void read_fraction_scale(cursor *c, rc_number *ret)
{
    cursor before = *c;
    skip_hyphen(c);
    if (peek(c, NULL) == OF)
        next(c);
    if (peek(c, NULL) == ARTICLE)
        next(c);
    kind k = peek(c, NULL);
    term x = {.value = ret->value, .spelled = true};
    if ((k != SCALE && k != DOZEN) || !read_multiplier(c, &x)) {
        *c = before;
        return;
    }
    ret->value = x.value;
    ret->scaled = true;
    ret->needs_unit = false;
    ret->precision = x.precision - 1;
}

/* "third", "twenty-first", "21st". The digits of "21st" stand before the cursor. */
static bool read_ordinal(cursor *c, rc_number *ret)
{
    rc_decimal v, tens = {0, 0};
    cursor before = *c;
    kind k = peek(c, &v);
    if (k == TENS) {
        tens = v;
        next(c);
        skip_hyphen(c);
        k = peek(c, &v);
    }
    if (k != ORDINAL || rc_decimal_add(tens, v, &ret->value) != RC_OK) {
        *c = before;
        return false;
    }
    next(c);
    ret->ordinal = ret->spelled = true;
    return true;
}

/* "21st": an ending right behind digits. */
static bool ordinal_ending(const cursor *c)
{
    const rc_token *k = token(c);
    return k && k->start == c->pos && peek(c, NULL) == ORDINAL_SUFFIX;
}

/* "-fold", " fold" behind a number. */
static void read_fold(cursor *c, rc_number *ret)
{
    cursor before = *c;
    skip_hyphen(c);
    if (peek(c, NULL) != FOLD || ret->fraction) {
        *c = before;
        return;
    }
    next(c);
    ret->multiple = true;
}

static rc_status finish(const cursor *start, const cursor *c, rc_number *ret)
{
    ret->first = start->tok;
    ret->last = c->tok;
    if (c->tok < c->last && c->t->tokens[c->tok].start < c->pos)
        ret->last = c->tok + 1;
    ret->span = (rc_span){(uint32_t)start->pos, (uint32_t)c->pos};
    if (ret->span.start < c->t->tokens[start->tok].start)
        ret->span.start = c->t->tokens[start->tok].start;
    return RC_OK;
}

static bool read_multiple(cursor *c, rc_number *ret)
{
    rc_decimal v;
    kind k = peek(c, &v);
    if (k != MULTIPLE && k != MULTIPLE_VERB)
        return false;
    next(c);
    ret->value = v;
    ret->multiple = ret->spelled = true;
    return true;
}

/* A number of terms with what may follow it. */
static bool read_sum(cursor *c, rc_number *ret)
{
    cursor start = *c;
    sum s = {.terms = 1};
    if (peek(c, NULL) == ARTICLE) {
        next(c);
        kind k = peek(c, NULL);
        if (k != HUNDRED && k != SCALE && k != DOZEN && k != DOZEN_WEAK)
            return false;
        if (k == DOZEN_WEAK) {
            ret->spelled = ret->scaled = ret->weak = true;
            peek(c, &ret->value);
            next(c);
            return true;
        }
    }
    if (!read_term(c, &s.last))
        return false;
    s.value = s.last.value;
    while (read_next_term(c, &s))
        ;
    if (s.terms == 1)
        s.joined = s.last.spelled && joined_rest(c, &start, &s.sub);
    ret->bare_one = s.terms == 1 && s.last.spelled && !s.last.scaled &&
                    rc_decimal_eq(s.value, rc_decimal_from(1));
    bool ended = s.last.code || s.last.fraction || read_final_denominator(c, &start, &s);
    if (!ended)
        read_trailing_fraction(c, &s);
    ret->bare_one = ret->bare_one && !s.last.fraction && c->tok == start.tok + 1;
    set(ret, &s);
    kind first = peek(&start, NULL);
    const word *factor = find(c->n, c->t->tokens[start.tok].word);
    ret->no_factor = (first == SCALE || first == DOZEN || first == HUNDRED) && s.terms == 1 &&
                     c->tok == start.tok + 1 && !(factor && factor->alone);
    if (s.last.digits && s.last.integer && s.terms == 1 && ordinal_ending(c)) {
        ret->ordinal = true;
        next(c);
    }
    return true;
}

rc_status rc_number_read_from(const rc_numbers *n, const rc_text *t, uint32_t at, rc_span stretch,
                              uint32_t flags, rc_number *ret)
{
    cursor c = {.n = n,
                .t = t,
                .pos = stretch.start,
                .tok = at,
                .last = (uint32_t)t->token_count,
                .flags = flags};
    c.s = (rc_stretch){t->doc->text.ptr, stretch.start, stretch.end};
    *ret = (rc_number){.value = {0, 0}};
    cursor start = c;
    bool minus = peek(&c, NULL) == MINUS;
    if (minus)
        next(&c);
    cursor behind = c;
    if (read_multiple(&c, ret) && !minus)
        return finish(&start, &c, ret);
    c = behind;
    if (read_leading_fraction(&c, ret)) {
        read_fraction_scale(&c, ret);
    } else {
        c = behind;
        if (!read_sum(&c, ret)) {
            c = behind;
            if (minus || !read_ordinal(&c, ret))
                return RC_NONE;
        } else if (ret->fraction && ret->spelled) {
            read_fraction_scale(&c, ret);
        }
    }
    if (!ret->ordinal && !ret->code)
        read_fold(&c, ret);
    if (minus) {
        ret->value = rc_decimal_neg(ret->value);
        ret->bare_one = false;
    }
    return finish(&start, &c, ret);
}

rc_status rc_number_read(const rc_numbers *n, const rc_text *t, uint32_t at, uint32_t end,
                         rc_number *ret)
{
    if (at >= end || end > t->token_count)
        return RC_NONE;
    rc_span stretch = {t->tokens[at].start, t->tokens[end - 1].end};
    return rc_number_read_from(n, t, at, stretch, 0, ret);
}

rc_status rc_number_scale(const rc_numbers *n, const rc_text *t, uint32_t at_token, size_t at,
                          rc_decimal *ret_by, size_t *ret_end)
{
    if (at_token >= t->token_count || t->tokens[at_token].start != at)
        return RC_NONE;
    const word *w = find(n, t->tokens[at_token].word);
    if (!w || w->is < SCALE || w->is > SCALE_LETTER || w->is == FIXED)
        return RC_NONE;
    *ret_by = w->value;
    *ret_end = t->tokens[at_token].end;
    return RC_OK;
}

bool rc_number_starts(const rc_numbers *n, const rc_text *t, const rc_token *k)
{
    if (k->kind == RC_TOKEN_NUMBER)
        return true;
    if (n->spelled && k->kind == RC_TOKEN_WORD && rc_spelled_starts(n->spelled, t, k))
        return true;
    if (k->kind != RC_TOKEN_WORD && !(k->kind == RC_TOKEN_SYMBOL && k->first >= 0xC2))
        return false;
    const word *w = find(n, k->word);
    if (!w)
        return k->kind == RC_TOKEN_SYMBOL && (k->first == 0xC2 || k->first == 0xE2);
    switch (w->is) {
    case ZERO:
    case DIGIT:
    case TEEN:
    case TENS:
    case HUNDRED:
    case SCALE:
    case FIXED:
    case DOZEN:
    case DOZEN_WEAK:
    case ORDINAL:
    case FRACTION:
    case MINUS:
    case MULTIPLE:
    case MULTIPLE_VERB:
        return true;
    case NONE:
    case ZERO_WEAK:
    case HUNDRED_PLURAL:
    case SCALE_PLURAL:
    case SCALE_SHORT:
    case SCALE_LETTER:
    case SCALE_WEAK:
    case DOZEN_PLURAL:
    case COUPLE:
    case ORDINAL_PLURAL:
    case ORDINAL_UNIT:
    case ORDINAL_SUFFIX:
    case FRACTION_PLURAL:
    case AND:
    case POINT:
    case ARTICLE:
    case FOLD:
    case TIMES:
    case OVER:
    case OF:
    case OUT:
    case PARTS:
    case ODD:
        break;
    }
    return false;
}
