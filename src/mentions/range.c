/* Figures of two numbers: ranges, changes from one to another, results, tolerances, ratios. */
#include "mentions/reading.h"

/* Of votes in a chamber; more on each side is no result of anything. */
enum { SCORE_MOST = 1000 };

typedef enum { SEP_NONE, SEP_DASH, SEP_TO, SEP_AND, SEP_TILDE } separator;

/* What stands between two ends: a dash, a tilde, "to", "and". `ret_at`: where the second begins. */
static separator read_separator(const rc_finder *f, const rc_reading *g, size_t *ret_at)
{
    size_t at = rc_reader_skip_spaces(&f->r, g->a.end);
    size_t dash = rc_dash_at(f->r.s, at);
    if (dash) {
        size_t behind = rc_reader_skip_spaces(&f->r, at + dash);
        uint32_t word = rc_reader_token(&f->r, g->a.token, behind);
        if (rc_reader_figure(&f->r, word) & RC_FIGURE_IS(RANGE_TO)) { /* "8- to 16-meter" */
            at = f->r.text->tokens[word].end;
            at += rc_dash_at(f->r.s, at);
            *ret_at = rc_reader_skip_spaces(&f->r, at);
            return SEP_TO;
        }
        *ret_at = behind;
        return SEP_DASH;
    }
    unsigned char c = rc_finder_byte(f, at);
    if (c == '~' ||
        (c == 0xE2 && rc_finder_byte(f, at + 1) == 0x88 && rc_finder_byte(f, at + 2) == 0xBC)) {
        *ret_at = rc_reader_skip_spaces(&f->r, at + (c == '~' ? 1 : 3));
        return SEP_TILDE;
    }
    uint32_t word = rc_reader_token(&f->r, g->a.token, at);
    uint32_t bits = rc_reader_figure(&f->r, word);
    if (!(bits & (RC_FIGURE_IS(RANGE_TO) | RC_FIGURE_IS(RANGE_AND))))
        return SEP_NONE;
    *ret_at = rc_reader_skip_spaces(&f->r, f->r.text->tokens[word].end);
    return bits & RC_FIGURE_IS(RANGE_TO) ? SEP_TO : SEP_AND;
}

/* Qualifiers and a currency before the second end: "and about 7", "to just 2%", "- ~7". */
static size_t skip_to_number(const rc_finder *f, size_t at, uint32_t *ret_bits)
{
    size_t end;
    uint32_t bits;
    *ret_bits = 0;
    for (int i = 0; i < 3; i++) {
        if (!rc_phrasebook_after(&f->x->before, f->r.s, at, &end, &bits) ||
            bits & (RC_SAYS_BETWEEN | RC_SAYS_FROM | RC_SAYS_TOLERANCE))
            break;
        *ret_bits |= bits;
        at = rc_reader_skip_spaces(&f->r, end);
    }
    return at;
}

static bool read_end(const rc_finder *f, uint32_t from, size_t at, uint32_t flags, rc_amount *ret)
{
    size_t end;
    const rc_measure *m = rc_measure_after(f->r.measures, f->r.s, at, &end);
    if (m && m->flags & RC_MEASURE_MONEY)
        at = rc_reader_skip_spaces(&f->r, end);
    else
        m = NULL;
    size_t dash = rc_dash_at(f->r.s, at);
    if (dash && rc_is_digit(rc_finder_byte(f, at + dash)))
        at += dash;
    uint32_t token = rc_reader_token(&f->r, from, at);
    const rc_token *k = rc_finder_token(f, token);
    if (!k || k->start > at)
        return false;
    if (k->start < at && k->kind == RC_TOKEN_NUMBER)
        return false;
    if (rc_finder_byte(f, at) != '.' && !rc_number_starts(f->r.numbers, f->r.text, k) &&
        k->start == at) {
        return rc_reader_figure(&f->r, token) & RC_FIGURE_IS(PER_ARTICLE) &&
               rc_amount_read(&f->r, token, at, flags, ret) == RC_OK;
    }
    return rc_amount_read(&f->r, token, at, flags, ret) == RC_OK;
}

static bool same_dimension(const rc_unit *a, const rc_unit *b)
{
    return a == b || (a && b && a->dimension == b->dimension && rc_str_eq(a->base_id, b->base_id));
}

/* Gives both ends of a range one unit and one scale: "2-3 million", "$10-20", "5 and 7 per cent".
 */
static bool unify(rc_reading *g, separator sep)
{
    rc_amount *a = &g->a, *b = &g->b;
    if (!rc_amount_is_plain(a) || !rc_amount_is_plain(b) || a->times != b->times)
        return false;
    bool scaled = b->number.scaled && !a->number.scaled && !a->number.spelled == !b->number.spelled;
    if (scaled && (!a->unit || a->prefixed)) {
        rc_decimal power = {1, b->number.precision > 0 ? b->number.precision : 0}, v;
        int32_t exponent;
        for (exponent = 0; exponent <= 15; exponent += 3) { /* the multiplier itself */
            rc_decimal step = {1, exponent + 3};
            if (rc_decimal_cmp(rc_decimal_abs(b->number.value), step) < 0)
                break;
        }
        power.exponent = exponent;
        if (rc_decimal_cmp(rc_decimal_abs(a->value), rc_decimal_from(1000)) < 0 &&
            !a->number.fraction && rc_decimal_mul(a->value, power, &v) == RC_OK &&
            rc_decimal_cmp(v, b->number.value) <= 0) {
            a->value = v;
            a->precision += exponent;
        }
    }
    if (!a->unit && b->unit && !b->prefixed) {
        if (b->measure && rc_decimal_mul(a->value, b->measure->scale, &a->value) != RC_OK)
            return false;
        a->unit = b->unit;
        a->per = b->per;
        a->per_amount = b->per_amount;
    } else if (a->unit && !b->unit && (a->prefixed || sep != SEP_AND) &&
               (a->prefixed || sep == SEP_DASH || a->unit->dimension == RC_DIM_PERCENT)) {
        b->unit = a->unit;
    } else if (!same_dimension(a->unit, b->unit)) {
        return false;
    }
    return true;
}

/* The second end in the unit of the first, where they differ: "500 m to 2 km". */
static bool convert_end(rc_amount *a, const rc_amount *b)
{
    if (a->unit == b->unit || !a->unit)
        return true;
    rc_decimal n, d;
    if (rc_decimal_mul(a->unit->numerator, b->unit->denominator, &n) != RC_OK ||
        rc_decimal_mul(a->unit->denominator, b->unit->numerator, &d) != RC_OK ||
        rc_decimal_scale(a->value, n, d, &a->value) != RC_OK)
        return false;
    a->unit = b->unit;
    return true;
}

/* Part of a longer chain of digits and hyphens: a phone number, a code. */
static bool in_chain(const rc_finder *f, const rc_reading *g)
{
    size_t before = rc_dash_before(f->r.s, g->a.start), behind = rc_dash_at(f->r.s, g->b.end);
    unsigned char b = before ? rc_finder_byte(f, g->a.start - before - 1) : 0;
    unsigned char c = behind ? rc_finder_byte(f, g->b.end + behind) : 0;
    return rc_is_digit(b) || rc_is_digit(c) ||
           (before && rc_letter_before(f->r.s, g->a.start - before) &&
            !rc_space_before(f->r.s, g->a.start));
}

static bool near_score(const rc_finder *f, const rc_reading *g)
{
    uint32_t from = g->a.token > f->r.first + 6 ? g->a.token - 6 : f->r.first;
    for (uint32_t i = from; i < g->b.next + 4 && i < f->r.last; i++) {
        if (rc_reader_figure(&f->r, i) & RC_FIGURE_IS(SCORE))
            return true;
    }
    return false;
}

static void accept_range(rc_reading *g)
{
    g->range = true;
    if (g->opener)
        g->start = g->opener_start;
    g->end = g->b.end;
    g->next = g->b.next;
}

/* "6-3", "2-1": a result, where the words around speak of one; else a code. */
static void read_dashed(const rc_finder *f, rc_reading *g)
{
    bool bare = !g->a.unit && !g->b.unit && !g->a.number.spelled;
    int order = rc_decimal_cmp(g->a.value, g->b.value);
    bool spaced = rc_space_at(f->r.s, g->a.end) != 0;
    if (bare && in_chain(f, g)) {
        g->code = true;
    } else if (bare && !spaced && rc_decimal_cmp(g->a.value, rc_decimal_from(SCORE_MOST)) < 0 &&
               (order >= 0 || near_score(f, g)) && near_score(f, g)) {
        g->score = true;
    } else if (order >= 0 && bare) {
        g->code = !spaced;
        if (spaced)
            return;
    } else if (order > 0) {
        return;
    }
    accept_range(g);
    while (g->code) { /* the rest of the chain */
        size_t dash = rc_dash_at(f->r.s, g->end), at = g->end + dash;
        if (!dash || !rc_is_digit(rc_finder_byte(f, at)))
            break;
        while (rc_is_digit(rc_finder_byte(f, at)))
            at++;
        g->end = at;
        g->next = rc_reader_token(&f->r, g->next, at);
    }
}

/* "rose from 19% to 11%": what the words before say of the pair. */
static bool in_change(const rc_finder *f, const rc_reading *g)
{
    uint32_t from = g->a.token > f->r.first + 7 ? g->a.token - 7 : f->r.first;
    for (uint32_t i = from; i < g->a.token; i++) {
        if (rc_finder_is_change(f, i))
            return true;
    }
    return false;
}

/* The second end of a range may be in a length of time: "4-8 years". */
static bool read_second(const rc_finder *f, rc_reading *g, separator sep, size_t at)
{
    rc_finder open = *f;
    const rc_mention *t = f->time < f->time_end ? &f->m->items[f->time] : NULL;
    if (t && t->as.time.kind == RC_TIME_DURATION && !g->a.unit && t->span.start >= g->a.end)
        open.r.time_start = SIZE_MAX;
    return read_end(&open, g->a.token, at, sep == SEP_DASH ? RC_AMOUNT_UNSIGNED : 0, &g->b);
}

void rc_reading_range(const rc_finder *f, rc_reading *g)
{
    size_t at;
    uint32_t bits;
    separator sep = read_separator(f, g, &at);
    if (sep == SEP_NONE || !rc_amount_is_plain(&g->a) || (sep == SEP_AND && !g->opener) ||
        (sep == SEP_TO && g->effects & RC_SAYS_BOUND))
        return;
    if (sep == SEP_DASH && g->a.unit && !g->b.unit && rc_letter_at(f->r.s, at) &&
        !(g->a.measure && g->a.prefixed))
        return;
    at = skip_to_number(f, at, &bits);
    if (!read_second(f, g, sep, at) || bits & RC_SAYS_BOUND || g->b.number.code ||
        g->b.start < g->a.end)
        return;
    rc_reading saved = *g;
    if (!unify(g, sep) || !convert_end(&g->a, &g->b)) {
        *g = saved;
        return;
    }
    if (sep == SEP_DASH) {
        read_dashed(f, g);
        if (!g->range)
            *g = saved;
        else
            g->effects |= bits & RC_SAYS_APPROX;
        return;
    }
    bool falls = rc_decimal_cmp(g->a.value, g->b.value) > 0 && g->a.unit == g->b.unit &&
                 (g->a.value.digits < 0) == (g->b.value.digits < 0);
    uint32_t before = rc_finder_token_near(f, g->a.token, g->start);
    bool moved = sep == SEP_TO && !g->opener && before > f->r.first &&
                 rc_finder_is_change(f, before - 1); /* "fell 3p to 50p" */
    bool change = g->opener & RC_SAYS_FROM &&
                  (falls ? g->a.value.digits >= 0 && g->b.value.digits >= 0 : in_change(f, g));
    if (change || moved || (!g->opener && falls) ||
        (sep == SEP_TO && !g->opener && in_change(f, g) && !g->a.unit != !g->b.unit)) {
        rc_amount first = g->a; /* with the unit and the scale of the second */
        *g = saved;
        g->a.unit = first.unit;
        g->a.value = first.value;
        g->a.precision = first.precision;
        g->opener = change ? RC_SAYS_FROM | RC_SAYS_NONE : 0;
        return;
    }
    g->effects |= bits & RC_SAYS_APPROX;
    accept_range(g);
}

/* "10 ± 0.5", "9.83e-3 +/- 1e-5". */
bool rc_reading_tolerance(const rc_finder *f, rc_reading *g)
{
    size_t at = rc_reader_skip_spaces(&f->r, g->a.end), end;
    uint32_t bits;
    if (!rc_phrasebook_after(&f->x->before, f->r.s, at, &end, &bits) || !(bits & RC_SAYS_TOLERANCE))
        return false;
    at = rc_reader_skip_spaces(&f->r, end);
    uint32_t token = rc_reader_token(&f->r, g->a.token, at);
    const rc_token *k = rc_finder_token(f, token);
    if (!k || k->start != at || k->kind != RC_TOKEN_NUMBER ||
        rc_amount_read(&f->r, token, at, RC_AMOUNT_SIMPLE, &g->b) != RC_OK ||
        !rc_amount_is_plain(&g->b))
        return false;
    if (!g->a.unit)
        g->a.unit = g->b.unit;
    if (!g->a.per) {
        g->a.per = g->b.per;
        g->a.per_amount = g->b.per_amount;
    }
    g->tolerance = true;
    g->end = g->b.end;
    g->next = g->b.next;
    return true;
}

static bool small_whole(const rc_amount *x)
{
    return rc_amount_is_plain(x) && !x->unit && !x->per && !x->times && x->value.exponent >= 0 &&
           x->value.digits > 0 && !x->number.grouped;
}

/* Behind "in" or "out of": the words that join a part to its whole. */
static size_t ratio_join(const rc_finder *f, uint32_t token, bool *ret_in, bool *ret_over)
{
    uint32_t bits = rc_reader_figure(&f->r, token);
    *ret_in = bits & RC_FIGURE_IS(RATIO_IN);
    *ret_over = bits & RC_FIGURE_IS(RATIO_OVER);
    if (*ret_in || *ret_over)
        return f->r.text->tokens[token].end;
    if (bits & RC_FIGURE_IS(RATIO_OUT) &&
        rc_reader_figure(&f->r, token + 1) & RC_FIGURE_IS(RATIO_OF))
        return f->r.text->tokens[token + 1].end;
    return 0;
}

/* "one in five adults", "nine out of ten", "1 over 3", "2:1". */
bool rc_reading_ratio(const rc_finder *f, rc_reading *g)
{
    bool in = false, over = false;
    if (!small_whole(&g->a))
        return false;
    size_t at = g->a.end;
    bool colon = rc_finder_byte(f, at) == ':' && rc_is_digit(rc_finder_byte(f, at + 1));
    size_t joined = colon ? at + 1 : ratio_join(f, g->a.next, &in, &over);
    if (!joined)
        return false;
    at = rc_reader_skip_spaces(&f->r, joined);
    uint32_t token = rc_reader_token(&f->r, g->a.token, at);
    const rc_token *k = rc_finder_token(f, token);
    if (!k || k->start != at || !rc_number_starts(f->r.numbers, f->r.text, k) ||
        rc_amount_read(&f->r, token, at, RC_AMOUNT_SIMPLE, &g->b) != RC_OK || !small_whole(&g->b))
        return false;
    const rc_token *behind = rc_finder_token(f, g->b.next);
    bool ends = !behind || behind->kind == RC_TOKEN_PUNCT;
    if (!colon && (rc_decimal_cmp(g->a.value, g->b.value) >= 0 || (over && !ends)))
        return false;
    if (!colon && in &&
        (g->a.number.spelled != g->b.number.spelled || (!ends && !rc_token_is_noun(behind))))
        return false;
    g->ratio = rc_decimal_div(g->a.value, g->b.value, &g->a.value) == RC_OK;
    g->a.number.fraction = true;
    g->end = g->b.end;
    g->next = g->b.next;
    return g->ratio;
}
