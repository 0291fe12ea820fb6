/* Quantities: amounts with what qualifies them, ranges, ratios and results; what kind of figure the
 * words around make of them, and which numbers are names rather than figures. */
#include "base/diagnose.h"
#include "mentions/amount.h"

/* What a qualifier does; several may be joined. */
enum {
    Q_APPROX = 1 << 0,
    Q_GT = 1 << 1,
    Q_GE = 1 << 2,
    Q_LT = 1 << 3,
    Q_LE = 1 << 4,
    Q_EQ = 1 << 5,
    Q_BETWEEN = 1 << 6,
    Q_FROM = 1 << 7,
    Q_NONE = 1 << 8,
    Q_TOLERANCE = 1 << 9, /* a place: "±" before the figure */
    Q_TIME = 1 << 10,     /* of durations and the like only: "after 8 days" */
    Q_MONEY = 1 << 11,
    Q_LOOSE = 1 << 12,  /* behind: only where nothing else is counted by it */
    Q_HYPHEN = 1 << 13, /* behind a hyphen: "20-odd" */
    Q_NEGATIVE = 1 << 14,
    Q_BOUND = Q_GT | Q_GE | Q_LT | Q_LE
};

struct rc_quantifier {
    const rc_numbers *numbers;
    rc_measures *measures;
    rc_figures *figures;
    rc_phrasebook before, after;
};

static uint32_t effects_parse(rc_str s)
{
    static const struct {
        rc_str name;
        uint32_t bit;
    } names[] = {{{"approx", 6}, Q_APPROX}, {{"gt", 2}, Q_GT},
                 {{"ge", 2}, Q_GE},         {{"lt", 2}, Q_LT},
                 {{"le", 2}, Q_LE},         {{"eq", 2}, Q_EQ},
                 {{"none", 4}, Q_NONE},     {{"between", 7}, Q_BETWEEN},
                 {{"from", 4}, Q_FROM},     {{"negative", 8}, Q_NEGATIVE}};
    uint32_t bits = 0;
    rc_str part;
    while (rc_str_split(&s, ',', &part)) {
        uint32_t bit = 0;
        for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
            bit |= rc_str_eq(names[i].name, part) ? names[i].bit : 0;
        if (!bit)
            return 0;
        bits |= bit;
    }
    return bits;
}

static void add_qualifier(rc_arena *a, rc_quantifier *x, const rc_table *t, size_t row,
                          rc_diagnostics *diagnostics)
{
    rc_str phrase = rc_table_cell(t, row, rc_table_column(t, "phrase"));
    rc_str place = rc_table_cell(t, row, rc_table_column(t, "place"));
    uint32_t bits = effects_parse(rc_table_cell(t, row, rc_table_column(t, "effect")));
    if (!bits || phrase.len == 0 || phrase.len > RC_PHRASE_BYTES_MAX) {
        rc_diagnose(a, diagnostics, t->file, t->lines[row], 1,
                    "a qualifier needs a phrase of at most %d bytes and a known effect",
                    RC_PHRASE_BYTES_MAX);
        return;
    }
    if (rc_str_ends(place, RC_STR("-tolerance")))
        bits |= Q_TOLERANCE;
    if (rc_str_ends(place, RC_STR("-time")))
        bits |= Q_TIME;
    if (rc_str_ends(place, RC_STR("-money")))
        bits |= Q_MONEY;
    if (rc_str_ends(place, RC_STR("-loose")))
        bits |= Q_LOOSE;
    if (rc_str_ends(place, RC_STR("-hyphen")))
        bits |= Q_HYPHEN;
    rc_phrasebook_add(rc_str_starts(place, RC_STR("after")) ? &x->after : &x->before, phrase, bits);
}

rc_status rc_quantifier_new(rc_arena *a, const rc_rules *r, const rc_numbers *n,
                            rc_quantifier **ret, rc_diagnostics *diagnostics, rc_err *err)
{
    rc_quantifier *x = RC_NEW(a, rc_quantifier);
    x->numbers = n;
    rc_status s = rc_measures_new(a, r, &x->measures, diagnostics, err);
    if (s >= RC_OK)
        s = rc_figures_new(a, r, &x->figures, diagnostics, err);
    if (s < RC_OK)
        return s;
    rc_phrasebook_init(&x->before, a, RC_FOLDED);
    rc_phrasebook_init(&x->after, a, RC_FOLDED);
    for (size_t i = 0; i < rc_rules_table_count(r); i++) {
        const rc_table *t = rc_rules_table_at(r, i);
        if (!rc_str_starts(t->name, RC_STR("tables/qualifiers.")))
            continue;
        for (size_t row = 0; row < t->row_count; row++)
            add_qualifier(a, x, t, row, diagnostics);
    }
    *ret = x;
    return RC_OK;
}

/* ---------------------------------------------------------------- state */

/* A mention whose unit's name is a currency's too: "pounds". */
typedef struct {
    size_t mention;
    const rc_unit *money;
} shared_name;

typedef struct {
    const rc_quantifier *x;
    rc_reader r;
    rc_mentions *m;
    size_t time, time_end; /* the next time mention; how many mentions are times */
    size_t sentence_first; /* the first quantity of this sentence in `m` */
    shared_name *shared;
    size_t shared_count, shared_capacity;
} finder;

/* What was understood before it becomes a mention. */
typedef struct {
    rc_amount a, b; /* b: the other end of a range */
    bool range, tolerance, ratio, score, code;
    uint32_t effects, opener;
    size_t start, end;
    size_t opener_start;
    uint32_t next;
} reading;

static unsigned char byte_at(const finder *f, size_t at)
{
    return at >= f->r.s.start && at < f->r.s.end ? (unsigned char)f->r.s.ptr[at] : 0;
}

static bool digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static const rc_token *token_at(const finder *f, uint32_t i)
{
    return i >= f->r.first && i < f->r.last ? &f->r.text->tokens[i] : NULL;
}

/* The token at or behind byte `at`, looked for from a token near it. */
static uint32_t token_near(const finder *f, uint32_t near, size_t at)
{
    while (near > f->r.first && f->r.text->tokens[near - 1].end > at)
        near--;
    return rc_reader_token(&f->r, near, at);
}

/* ---------------------------------------------------------------- qualifiers */

static size_t skip_spaces_back(const finder *f, size_t at)
{
    size_t n;
    while ((n = rc_space_before(f->r.s, at)) > 0)
        at -= n;
    return at;
}

/* Takes the qualifiers that end where the reading starts, nearest first. */
static void read_qualifiers_before(const finder *f, reading *g)
{
    for (int i = 0; i < 4; i++) {
        size_t at = skip_spaces_back(f, g->start), start;
        uint32_t bits;
        if (!rc_phrasebook_before(&f->x->before, f->r.s, at, &start, &bits))
            return;
        if (bits & Q_TOLERANCE || (bits & (Q_BETWEEN | Q_FROM) && g->opener))
            return;
        if (bits & (Q_BETWEEN | Q_FROM)) {
            g->opener = bits;
            g->opener_start = start;
            return;
        }
        if (bits & Q_BOUND && g->effects & (Q_BOUND | Q_EQ))
            return;
        g->effects |= bits;
        g->start = start;
    }
}

/* Where the number of a reading begins once sign and currency are set aside is not known yet when
 * "between" has to be: looks back from the number over at most one currency. */
static uint32_t opener_before(const finder *f, uint32_t token)
{
    size_t at = skip_spaces_back(f, f->r.text->tokens[token].start), start;
    uint32_t bits;
    if (rc_phrasebook_before(&f->x->before, f->r.s, at, &start, &bits) && bits & Q_BETWEEN)
        return bits;
    return 0;
}

static void read_qualifiers_after(const finder *f, reading *g)
{
    size_t end, at = g->end;
    uint32_t bits;
    size_t dash = rc_dash_at(f->r.s, at);
    at = dash ? at + dash : rc_reader_skip_spaces(&f->r, at);
    if (!rc_phrasebook_after(&f->x->after, f->r.s, at, &end, &bits))
        return;
    if (rc_reader_figure(&f->r, rc_reader_token(&f->r, g->next, end)) & RC_FIGURE_IS(THAN))
        return; /* "5000 or less than 6000" */
    if ((bits & Q_HYPHEN) && !dash)
        return;
    if (dash && !(bits & Q_HYPHEN))
        return;
    if (bits & Q_NEGATIVE) {
        bool degrees = !g->a.unit || g->a.unit->dimension == RC_DIM_ANGLE ||
                       g->a.unit->dimension == RC_DIM_TEMPERATURE;
        if (!degrees || g->range || g->a.value.digits <= 0)
            return;
        g->a.value = rc_decimal_neg(g->a.value);
        if (!g->a.unit)
            g->a.unit = rc_measures_unit(f->r.measures, RC_STR("degree"));
    }
    if (bits & Q_LOOSE) { /* "20 at least", but not "20 at least equal" */
        const rc_token *k = token_at(f, rc_reader_token(&f->r, g->next, end));
        if (k && k->kind != RC_TOKEN_PUNCT)
            return;
    }
    if (bits & Q_BOUND && (g->effects & Q_BOUND || g->a.number.fraction))
        return;
    g->effects |= bits;
    g->end = end;
    g->next = rc_reader_token(&f->r, g->next, end);
}

/* ---------------------------------------------------------------- ranges */

typedef enum { SEP_NONE, SEP_DASH, SEP_TO, SEP_AND, SEP_TILDE } separator;

/* What stands between two ends: a dash, a tilde, "to", "and". `ret_at`: where the second begins. */
static separator read_separator(const finder *f, const reading *g, size_t *ret_at)
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
    unsigned char c = byte_at(f, at);
    if (c == '~' || (c == 0xE2 && byte_at(f, at + 1) == 0x88 && byte_at(f, at + 2) == 0xBC)) {
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
static size_t skip_to_number(const finder *f, size_t at, uint32_t *ret_bits)
{
    size_t end;
    uint32_t bits;
    *ret_bits = 0;
    for (int i = 0; i < 3; i++) {
        if (!rc_phrasebook_after(&f->x->before, f->r.s, at, &end, &bits) ||
            bits & (Q_BETWEEN | Q_FROM | Q_TOLERANCE))
            break;
        *ret_bits |= bits;
        at = rc_reader_skip_spaces(&f->r, end);
    }
    return at;
}

static bool read_end(const finder *f, uint32_t from, size_t at, uint32_t flags, rc_amount *ret)
{
    size_t end;
    const rc_measure *m = rc_measure_after(f->r.measures, f->r.s, at, &end);
    if (m && m->flags & RC_MEASURE_MONEY)
        at = rc_reader_skip_spaces(&f->r, end);
    else
        m = NULL;
    size_t dash = rc_dash_at(f->r.s, at);
    if (dash && digit(byte_at(f, at + dash)))
        at += dash;
    uint32_t token = rc_reader_token(&f->r, from, at);
    const rc_token *k = token_at(f, token);
    if (!k || k->start > at)
        return false;
    if (k->start < at && k->kind == RC_TOKEN_NUMBER)
        return false;
    if (byte_at(f, at) != '.' && !rc_number_starts(f->r.numbers, k) && k->start == at) {
        return rc_reader_figure(&f->r, token) & RC_FIGURE_IS(PER_ARTICLE) &&
               rc_amount_read(&f->r, token, at, flags, ret) == RC_OK;
    }
    return rc_amount_read(&f->r, token, at, flags, ret) == RC_OK;
}

static bool same_dimension(const rc_unit *a, const rc_unit *b)
{
    return a == b || (a && b && a->dimension == b->dimension && rc_str_eq(a->base_id, b->base_id));
}

static bool plain(const rc_amount *a)
{
    return !a->number.ordinal && !a->number.multiple && !a->number.code;
}

/* Gives both ends of a range one unit and one scale: "2-3 million", "$10-20", "5 and 7 per cent".
 */
static bool unify(reading *g, separator sep)
{
    rc_amount *a = &g->a, *b = &g->b;
    if (!plain(a) || !plain(b) || a->times != b->times)
        return false;
    bool scaled = b->number.scaled && !a->number.scaled && !a->number.spelled == !b->number.spelled;
    if (scaled && (!a->unit || a->prefixed)) {
        rc_decimal power = {1, b->number.precision > 0 ? b->number.precision : 0}, v;
        int32_t exponent = b->number.precision;
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
static bool in_chain(const finder *f, const reading *g)
{
    size_t before = rc_dash_before(f->r.s, g->a.start), behind = rc_dash_at(f->r.s, g->b.end);
    unsigned char b = before ? byte_at(f, g->a.start - before - 1) : 0;
    unsigned char c = behind ? byte_at(f, g->b.end + behind) : 0;
    return digit(b) || digit(c) ||
           (before && rc_letter_before(f->r.s, g->a.start - before) &&
            !rc_space_before(f->r.s, g->a.start));
}

static bool near_score(const finder *f, const reading *g)
{
    uint32_t from = g->a.token > f->r.first + 6 ? g->a.token - 6 : f->r.first;
    for (uint32_t i = from; i < g->b.next + 4 && i < f->r.last; i++) {
        if (rc_reader_figure(&f->r, i) & RC_FIGURE_IS(SCORE))
            return true;
    }
    return false;
}

static void accept_range(reading *g)
{
    g->range = true;
    if (g->opener)
        g->start = g->opener_start;
    g->end = g->b.end;
    g->next = g->b.next;
}

/* "6-3", "2-1": a result, where the words around speak of one; else a code. */
static void read_dashed(const finder *f, reading *g)
{
    bool bare = !g->a.unit && !g->b.unit && !g->a.number.spelled;
    int order = rc_decimal_cmp(g->a.value, g->b.value);
    bool spaced = rc_space_at(f->r.s, g->a.end) != 0;
    if (bare && in_chain(f, g)) {
        g->code = true;
    } else if (bare && !spaced && rc_decimal_cmp(g->a.value, rc_decimal_from(200)) < 0 &&
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
        if (!dash || !digit(byte_at(f, at)))
            break;
        while (digit(byte_at(f, at)))
            at++;
        g->end = at;
        g->next = rc_reader_token(&f->r, g->next, at);
    }
}

static bool is_change(const finder *f, uint32_t token)
{
    return (rc_reader_figure(&f->r, token) &
            (RC_FIGURE_IS(CHANGE) | RC_FIGURE_IS(CHANGE_NOUN) | RC_FIGURE_IS(UP))) != 0;
}

/* "rose from 19% to 11%": what the words before say of the pair. */
static bool in_change(const finder *f, const reading *g)
{
    uint32_t from = g->a.token > f->r.first + 7 ? g->a.token - 7 : f->r.first;
    for (uint32_t i = from; i < g->a.token; i++) {
        if (is_change(f, i))
            return true;
    }
    return false;
}

/* The second end of a range may be in a length of time: "4-8 years". */
static bool read_second(const finder *f, reading *g, separator sep, size_t at)
{
    finder open = *f;
    const rc_mention *t = f->time < f->time_end ? &f->m->items[f->time] : NULL;
    if (t && t->as.time.kind == RC_TIME_DURATION && !g->a.unit && t->span.start >= g->a.end)
        open.r.time_start = SIZE_MAX;
    return read_end(&open, g->a.token, at, sep == SEP_DASH ? RC_AMOUNT_UNSIGNED : 0, &g->b);
}

static void read_range(const finder *f, reading *g)
{
    size_t at;
    uint32_t bits;
    separator sep = read_separator(f, g, &at);
    if (sep == SEP_NONE || !plain(&g->a) || (sep == SEP_AND && !g->opener) ||
        (sep == SEP_TO && g->effects & Q_BOUND))
        return;
    if (sep == SEP_DASH && g->a.unit && !g->b.unit && rc_letter_at(f->r.s, at) &&
        !(g->a.measure && g->a.prefixed))
        return;
    at = skip_to_number(f, at, &bits);
    if (!read_second(f, g, sep, at) || bits & Q_BOUND || g->b.number.code || g->b.start < g->a.end)
        return;
    reading saved = *g;
    if (!unify(g, sep) || !convert_end(&g->a, &g->b)) {
        *g = saved;
        return;
    }
    if (sep == SEP_DASH) {
        read_dashed(f, g);
        if (!g->range)
            *g = saved;
        else
            g->effects |= bits & Q_APPROX;
        return;
    }
    bool falls = rc_decimal_cmp(g->a.value, g->b.value) > 0 && g->a.unit == g->b.unit;
    bool change = g->opener & Q_FROM &&
                  (falls ? g->a.value.digits >= 0 && g->b.value.digits >= 0 : in_change(f, g));
    if (change || (!g->opener && falls) ||
        (sep == SEP_TO && !g->opener && in_change(f, g) && !g->a.unit != !g->b.unit)) {
        rc_amount first = g->a; /* with the unit and the scale of the second */
        *g = saved;
        g->a.unit = first.unit;
        g->a.value = first.value;
        g->a.precision = first.precision;
        g->opener = change ? Q_FROM | Q_NONE : 0;
        return;
    }
    g->effects |= bits & Q_APPROX;
    accept_range(g);
}

/* "10 ± 0.5", "9.83e-3 +/- 1e-5". */
static bool read_tolerance(const finder *f, reading *g)
{
    size_t at = rc_reader_skip_spaces(&f->r, g->a.end), end;
    uint32_t bits;
    if (!rc_phrasebook_after(&f->x->before, f->r.s, at, &end, &bits) || !(bits & Q_TOLERANCE))
        return false;
    at = rc_reader_skip_spaces(&f->r, end);
    uint32_t token = rc_reader_token(&f->r, g->a.token, at);
    const rc_token *k = token_at(f, token);
    if (!k || k->start != at || k->kind != RC_TOKEN_NUMBER ||
        rc_amount_read(&f->r, token, at, RC_AMOUNT_SIMPLE, &g->b) != RC_OK || !plain(&g->b))
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

/* ---------------------------------------------------------------- ratios */

static bool small_whole(const rc_amount *x)
{
    return plain(x) && !x->unit && !x->per && !x->times && x->value.exponent >= 0 &&
           x->value.digits > 0 && !x->number.grouped;
}

/* Behind "in" or "out of": the words that join a part to its whole. */
static size_t ratio_join(const finder *f, uint32_t token, bool *ret_in, bool *ret_over)
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

static bool is_noun(const rc_token *k)
{
    return k && k->kind == RC_TOKEN_WORD &&
           (k->pos == RC_POS_NOUN || k->pos == RC_POS_PROPER || k->pos == RC_POS_ADJECTIVE);
}

/* "one in five adults", "nine out of ten", "1 over 3", "2:1". */
static bool read_ratio(const finder *f, reading *g)
{
    bool in = false, over = false;
    if (!small_whole(&g->a))
        return false;
    size_t at = g->a.end;
    bool colon = byte_at(f, at) == ':' && digit(byte_at(f, at + 1));
    size_t joined = colon ? at + 1 : ratio_join(f, g->a.next, &in, &over);
    if (!joined)
        return false;
    at = rc_reader_skip_spaces(&f->r, joined);
    uint32_t token = rc_reader_token(&f->r, g->a.token, at);
    const rc_token *k = token_at(f, token);
    if (!k || k->start != at || !rc_number_starts(f->r.numbers, k) ||
        rc_amount_read(&f->r, token, at, RC_AMOUNT_SIMPLE, &g->b) != RC_OK || !small_whole(&g->b))
        return false;
    const rc_token *behind = token_at(f, g->b.next);
    bool ends = !behind || behind->kind == RC_TOKEN_PUNCT;
    if (!colon && (rc_decimal_cmp(g->a.value, g->b.value) >= 0 || (over && !ends)))
        return false;
    if (!colon && in && (g->a.number.spelled != g->b.number.spelled || (!ends && !is_noun(behind))))
        return false;
    g->ratio = rc_decimal_div(g->a.value, g->b.value, &g->a.value) == RC_OK;
    g->a.number.fraction = true;
    g->end = g->b.end;
    g->next = g->b.next;
    return g->ratio;
}

/* ---------------------------------------------------------------- names of things */

/* The word before the number, past "." and "#" ("Fig. 2", "No. 4"). */
static uint32_t word_before(const finder *f, const reading *g)
{
    uint32_t i = token_near(f, g->a.token, g->start);
    if (i == f->r.first)
        return UINT32_MAX;
    i--;
    if (i > f->r.first && (rc_reader_is_sign(&f->r, i, '.') || rc_reader_is_sign(&f->r, i, '#') ||
                           rc_reader_is_sign(&f->r, i, '-')))
        i--;
    return i;
}

static bool small_integer(const rc_amount *a)
{
    return !a->number.grouped && !a->number.scaled && a->value.exponent >= 0 &&
           rc_decimal_cmp(a->value, rc_decimal_from(100000)) < 0;
}

/* "[7]", "[4,5]", "(22)": a reference. */
static bool in_brackets(const finder *f, const reading *g)
{
    size_t start = g->a.start;
    unsigned char b = start > f->r.s.start ? byte_at(f, start - 1) : 0, e = byte_at(f, g->end);
    if (g->a.unit || g->a.number.scaled || g->a.number.spelled || g->effects)
        return false;
    if (b == '[' || (e == ']' && (b == ',' || b == '-' || b == ' ' || b == 0x93)))
        return e == ']' || e == ',' || e == ';' || rc_dash_at(f->r.s, g->end);
    return b == '(' && e == ')' && small_integer(&g->a);
}

/* "Apollo 11", "Windows 10", "Covid-19": a name and a bare number. */
static bool behind_name(const finder *f, const reading *g, uint32_t before)
{
    const rc_token *k = token_at(f, before), *n = token_at(f, g->next);
    if (!k || k->kind != RC_TOKEN_WORD || !(k->flags & RC_TOKEN_CAPITAL) || g->effects ||
        before + 1 != g->a.token || g->a.number.spelled)
        return false;
    if (k->pos != RC_POS_PROPER && (k->entry || k->flags & RC_TOKEN_SENTENCE_START))
        return false;
    return !(n && n->kind == RC_TOKEN_WORD && n->flags & RC_TOKEN_PLURAL) && !g->range;
}

/* Signs that tie a number into a formula or a code: "i+1", "Mg(ClO4)2", "Ktzi202/2007". */
static bool tied(const finder *f, const reading *g)
{
    size_t at = g->a.start;
    unsigned char b = at > f->r.s.start ? byte_at(f, at - 1) : ' ';
    unsigned char c = at > f->r.s.start + 1 ? byte_at(f, at - 2) : ' ';
    bool word = digit(c) || (at > f->r.s.start + 1 && rc_letter_before(f->r.s, at - 1));
    if (b == ')' || b == '_' || b == '^')
        return true;
    if ((b == '/' || b == '+' || b == '*') && word)
        return true;
    unsigned char e = byte_at(f, g->end), d = byte_at(f, g->end + 1);
    return (e == '_' || e == '/') && (digit(d) || e == '_');
}

static bool attached_to_letters(const finder *f, const reading *g)
{
    size_t at = g->a.start, dash = rc_dash_before(f->r.s, at);
    if (rc_letter_before(f->r.s, at) && !rc_space_before(f->r.s, at))
        return !g->a.prefixed;
    if (g->a.unit || g->a.number.spelled)
        return false;
    if (tied(f, g) || (rc_letter_at(f->r.s, g->end) && !g->a.times))
        return true;
    return dash && rc_letter_before(f->r.s, at - dash) && !rc_space_before(f->r.s, at);
}

/* "Fig. 3A", "Fig. 8b": letters right behind the digits. */
static bool lettered(const finder *f, const reading *g)
{
    size_t end = g->a.number.span.end;
    return !g->a.number.spelled &&
           (rc_letter_at(f->r.s, end) ||
            (g->a.number.scaled && end - g->a.number.span.start < 6 &&
             g->a.number.last == g->a.number.first + 2 &&
             !(f->r.text->tokens[g->a.number.last - 1].flags & RC_TOKEN_SPACE_BEFORE)));
}

/* "Figs. 2 and 3", "phases 3, 5, and 7": what is listed behind a name is one too. */
static bool listed_behind_identifier(const finder *f, const reading *g)
{
    const rc_mention *x = f->m->count > f->sentence_first ? &f->m->items[f->m->count - 1] : NULL;
    if (!x || x->type != RC_MENTION_QUANTITY || !x->as.quantity.identifier || g->effects ||
        x->span.end + 7 < g->start)
        return false;
    uint32_t k = x->last;
    if (rc_reader_is_sign(&f->r, k, ','))
        k++;
    if (rc_reader_figure(&f->r, k) &
        (RC_FIGURE_IS(RANGE_AND) | RC_FIGURE_IS(RANGE_OR) | RC_FIGURE_IS(RANGE_TO)))
        k++;
    return k > x->last && k == g->a.token && !is_noun(token_at(f, g->next));
}

/* "turbine 4": a thing and its number. */
static bool behind_thing(const finder *f, const reading *g, uint32_t before)
{
    const rc_token *k = token_at(f, before);
    const uint32_t things = RC_KIND_ARTIFACT | RC_KIND_PLACE | RC_KIND_GROUP;
    const uint32_t amounts = RC_KIND_ATTRIBUTE | RC_KIND_QUANTITY | RC_KIND_POSSESSION |
                             RC_KIND_STATE | RC_KIND_TIME | RC_KIND_ACT;
    return k && k->kind == RC_TOKEN_WORD && k->pos == RC_POS_NOUN && k->entry &&
           !(k->flags & RC_TOKEN_PLURAL) && before + 1 == g->a.token && !g->effects && !g->range &&
           !g->a.number.spelled && k->entry->kinds & things && !(k->entry->kinds & amounts) &&
           !is_noun(token_at(f, g->next));
}

/* "OMIM: 606639": an abbreviation and a long bare number. */
static bool behind_abbreviation(const finder *f, const reading *g)
{
    uint32_t i = g->a.token;
    size_t length = g->a.number.span.end - g->a.number.span.start;
    if (i > f->r.first && rc_reader_is_sign(&f->r, i - 1, ':'))
        i--;
    const rc_token *k = i > f->r.first ? token_at(f, i - 1) : NULL;
    return k && k->flags & RC_TOKEN_ALL_CAPS && length >= 5 && !g->a.number.grouped &&
           !g->a.number.spelled && !g->a.number.scaled;
}

/* "against 1990", "below 2005": four digits alone that count nothing are a year. */
static bool is_year(const finder *f, const reading *g)
{
    const rc_number *n = &g->a.number;
    bool four = !n->spelled && !n->grouped && !n->scaled && n->span.end - n->span.start == 4;
    return four && !g->range && !is_noun(token_at(f, g->next)) &&
           rc_decimal_cmp(n->value, rc_decimal_from(1700)) >= 0 &&
           rc_decimal_cmp(n->value, rc_decimal_from(2100)) < 0 &&
           !(g->effects & (Q_APPROX | Q_EQ)) && g->start > f->r.text->tokens[f->r.first].start;
}

/* "1." before an item of a list. */
static bool is_item_number(const finder *f, const reading *g)
{
    const rc_token *k = &f->r.text->tokens[g->a.token];
    bool dotted = rc_reader_is_sign(&f->r, g->next, '.') || rc_reader_is_sign(&f->r, g->next, ')');
    return g->a.token == f->r.first && dotted && g->next + 1 == f->r.last &&
           f->r.text->sentence_count > 1 && k->end - k->start <= 2;
}

static bool is_identifier(const finder *f, const reading *g)
{
    if (g->code || g->a.number.code || in_brackets(f, g) || attached_to_letters(f, g))
        return true;
    uint32_t before = word_before(f, g);
    uint32_t bits = before == UINT32_MAX ? 0 : rc_reader_figure(&f->r, before);
    if (bits & RC_FIGURE_IS(IDENTIFIER) && lettered(f, g))
        return true;
    if (g->a.unit || g->a.number.fraction || g->a.number.scaled || g->a.number.multiple ||
        g->a.times)
        return false;
    if (is_year(f, g) || is_item_number(f, g))
        return true;
    if (bits & RC_FIGURE_IS(IDENTIFIER_NUMBER)) /* "No. 4", "number 10", but "the number 42" */
        return rc_reader_is_sign(&f->r, before + 1, '.') || !g->effects;
    rc_decimal limit = {1, 3};
    if (bits & RC_FIGURE_IS(IDENTIFIER) && !g->effects &&
        (small_integer(&g->a) || rc_decimal_cmp(g->a.value, limit) < 0))
        return true;
    if (bits & RC_FIGURE_IS(IDENTIFIER_SMALL) && small_integer(&g->a) && !g->effects)
        return !is_noun(token_at(f, g->next));
    if (listed_behind_identifier(f, g) || behind_abbreviation(f, g))
        return true;
    return small_integer(&g->a) && (behind_name(f, g, before) || behind_thing(f, g, before));
}

/* ---------------------------------------------------------------- roles */

static rc_quantity_role role_of(const finder *f, const reading *g)
{
    if (g->score)
        return RC_ROLE_SCORE;
    if (g->a.number.ordinal)
        return RC_ROLE_ORDINAL;
    if (g->a.number.multiple || g->a.times)
        return RC_ROLE_MULTIPLE;
    if (g->opener & Q_FROM && !g->range)
        return RC_ROLE_FROM;
    uint32_t first = token_near(f, g->a.token, g->start);
    uint32_t before = first > f->r.first ? first - 1 : UINT32_MAX;
    uint32_t bits = before == UINT32_MAX ? 0 : rc_reader_figure(&f->r, before);
    if (bits & RC_FIGURE_IS(TO)) {
        uint32_t from = before > f->r.first + 12 ? before - 12 : f->r.first;
        for (uint32_t i = before; i-- > from;) {
            if (is_change(f, i))
                return RC_ROLE_TO;
        }
        return RC_ROLE_LEVEL;
    }
    bool share = g->a.unit != NULL;
    if (bits & (RC_FIGURE_IS(CHANGE) | RC_FIGURE_IS(UP) | RC_FIGURE_IS(BY)))
        return RC_ROLE_CHANGE;
    if (bits & RC_FIGURE_IS(RATIO_OF) && before > f->r.first && is_change(f, before - 1))
        return RC_ROLE_CHANGE;
    uint32_t next = rc_reader_figure(&f->r, g->next);
    if (share && next & (RC_FIGURE_IS(CHANGE) | RC_FIGURE_IS(CHANGE_AFTER)))
        return RC_ROLE_CHANGE;
    const rc_token *k = token_at(f, g->next);
    if (share && k && k->pos == RC_POS_ADJECTIVE && is_change(f, g->next + 1))
        return RC_ROLE_CHANGE;
    return RC_ROLE_LEVEL;
}

/* "12 deaths per 100,000 people", "24,000 vehicles a day": what a count is held against, behind the
 * noun counted. The span stays that of the number; what was read is not looked at again. */
static void read_count_per(finder *f, reading *g, uint32_t at, rc_quantity *q)
{
    rc_amount a = g->a;
    uint32_t per = RC_FIGURE_IS(PER) | RC_FIGURE_IS(PER_ARTICLE) | RC_FIGURE_IS(PER_EACH);
    if (!(rc_reader_figure(&f->r, at) & per) || q->per || g->a.number.fraction)
        return;
    a.end = f->r.text->tokens[at - 1].end;
    a.unit = q->unit;
    if (!rc_amount_read_per(&f->r, &a))
        return;
    q->per = a.per;
    q->per_amount = a.per_amount;
    g->next = rc_reader_token(&f->r, at, a.end);
    for (size_t i = f->time; i < f->time_end && f->m->items[i].span.start < a.end; i++) {
        rc_mention *t = &f->m->items[i];
        if (t->span.start >= f->r.text->tokens[at].start)
            t->span.end = t->span.start;
    }
}

/* The noun counted: the last of the nouns behind the number, past adjectives and "of the". */
static rc_str counted(finder *f, reading *g, rc_quantity *q)
{
    uint32_t i = g->next, head = UINT32_MAX;
    uint32_t limit = i + 6 < f->r.last ? i + 6 : f->r.last;
    if (rc_reader_figure(&f->r, i) & RC_FIGURE_IS(RATIO_OF))
        i++;
    while (i < limit && f->r.text->tokens[i].pos == RC_POS_DETERMINER)
        i++;
    for (; i < limit; i++) {
        const rc_token *k = &f->r.text->tokens[i];
        if (k->pos == RC_POS_NOUN || k->pos == RC_POS_PROPER) {
            head = i;
            if (k->flags & RC_TOKEN_PLURAL && k->pos == RC_POS_NOUN)
                break;
        } else if (k->pos == RC_POS_VERB && i + 1 < limit && k->entry &&
                   k->entry->forms & (RC_FORM_VERB_ING | RC_FORM_VERB_PARTICIPLE) &&
                   f->r.text->tokens[i + 1].pos == RC_POS_NOUN) {
            continue; /* "12 core refining projects" */
        } else if (head != UINT32_MAX || (k->pos != RC_POS_ADJECTIVE && k->pos != RC_POS_ADVERB &&
                                          !(k->kind == RC_TOKEN_PUNCT && k->first == '-'))) {
            break;
        }
    }
    if (head == UINT32_MAX)
        return RC_STR("");
    read_count_per(f, g, head + 1, q);
    return rc_figures_singular(f->r.arena, f->r.figures, f->r.text, head);
}

/* ---------------------------------------------------------------- mentions */

static void set_bounds(const reading *g, rc_quantity *q)
{
    q->low = q->high = g->a.value;
    q->has_low = q->has_high = true;
    q->comparator = RC_EQ;
    if (g->tolerance) {
        rc_decimal e = rc_decimal_abs(g->b.value);
        if (rc_decimal_sub(g->a.value, e, &q->low) != RC_OK ||
            rc_decimal_add(g->a.value, e, &q->high) != RC_OK)
            q->low = q->high = g->a.value;
        q->comparator = RC_RANGE;
        return;
    }
    if (g->range) {
        bool swapped = rc_decimal_cmp(g->a.value, g->b.value) > 0 && !g->score;
        q->low = swapped ? g->b.value : g->a.value;
        q->high = swapped ? g->a.value : g->b.value;
        q->comparator = g->score ? RC_EQ : RC_RANGE;
        return;
    }
    if (g->effects & (Q_GT | Q_GE)) {
        q->comparator = g->effects & Q_GE ? RC_GE : RC_GT;
        q->has_high = false;
    } else if (g->effects & (Q_LT | Q_LE)) {
        q->comparator = g->effects & Q_LE ? RC_LE : RC_LT;
        q->has_low = false;
    }
}

static void push(finder *f, const reading *g, rc_quantity q)
{
    rc_mention mention = {.type = RC_MENTION_QUANTITY,
                          .span = {(uint32_t)g->start, (uint32_t)g->end}};
    mention.first = token_near(f, g->a.token, g->start);
    mention.last = g->next > mention.first ? g->next : mention.first + 1;
    mention.as.quantity = q;
    RC_PUSH(f->r.arena, f->m->items, f->m->count, f->m->capacity, mention);
}

static rc_quantity quantity_of(finder *f, reading *g)
{
    rc_quantity q = {.unit = rc_measures_number(f->r.measures), .per_amount = {1, 0}};
    if (g->a.unit)
        q.unit = g->a.unit;
    q.per = g->a.per;
    if (g->a.per)
        q.per_amount = g->a.per_amount;
    if (g->range && !q.per && g->b.per) {
        q.per = g->b.per;
        q.per_amount = g->b.per_amount;
    }
    set_bounds(g, &q);
    q.approximate = (g->effects & Q_APPROX) != 0;
    q.precision = g->a.precision;
    if (g->range && g->b.precision < q.precision)
        q.precision = g->b.precision;
    q.spelled = g->a.number.spelled;
    q.role = role_of(f, g);
    q.identifier = is_identifier(f, g);
    if (q.unit->dimension == RC_DIM_NUMBER && !q.identifier && !g->a.number.ordinal &&
        !g->a.number.multiple && !g->a.times && !g->score)
        q.of = counted(f, g, &q);
    return q;
}

/* "45 and 50 mg", "9, 10 and 21 kg": numbers listed before one with a unit are in that unit. */
static void share_unit(finder *f, const reading *g, const rc_quantity *q)
{
    size_t start = g->start;
    if (!g->a.unit || g->a.prefixed || g->effects)
        return;
    for (size_t i = f->m->count; i-- > f->sentence_first;) {
        rc_mention *x = &f->m->items[i];
        if (x->type != RC_MENTION_QUANTITY || x->as.quantity.unit->dimension != RC_DIM_NUMBER ||
            x->as.quantity.identifier || x->as.quantity.role != RC_ROLE_LEVEL ||
            x->as.quantity.per || x->as.quantity.of.len || x->span.end + 6 < start ||
            x->as.quantity.spelled != g->a.number.spelled)
            return;
        uint32_t k = x->last;
        if (rc_reader_is_sign(&f->r, k, ','))
            k++;
        if (rc_reader_figure(&f->r, k) & (RC_FIGURE_IS(RANGE_AND) | RC_FIGURE_IS(RANGE_OR)))
            k++;
        else if (start == g->start)
            return; /* the last two of a list are joined by a word */
        if (k == x->last || k >= f->r.last || f->r.text->tokens[k].start < start ||
            f->r.text->tokens[k].start > start)
            return;
        x->as.quantity.unit = q->unit;
        x->as.quantity.per = q->per;
        x->as.quantity.per_amount = q->per_amount;
        start = x->span.start;
    }
}

static bool is_duration(const rc_unit *u)
{
    return u && u->dimension == RC_DIM_DURATION;
}

/* A time that begins within the "per" of an amount is none of its own ("$5 a day"), nor is the
 * second end of "4-8 years"; any other overlap is the time's, unless the reading `wins`. False: the
 * reading belongs to a time. */
static bool settle_times(finder *f, const reading *g, bool wins)
{
    size_t core = g->range ? g->b.core_end : g->a.core_end;
    bool lengths = g->range && is_duration(g->b.unit);
    for (size_t i = f->time; i < f->time_end && f->m->items[i].span.start < g->end; i++) {
        rc_mention *t = &f->m->items[i];
        if (t->span.end <= g->start)
            continue;
        bool per = t->span.start >= core;
        bool end = lengths && t->as.time.kind == RC_TIME_DURATION && t->span.start >= g->a.end;
        if (!per && !end && !wins)
            return false;
        if (t->span.end > g->end && !end)
            return false;
        t->span.end = t->span.start; /* emptied; swept up at the end */
    }
    return true;
}

static void emit(finder *f, reading *g)
{
    rc_quantity q = quantity_of(f, g);
    share_unit(f, g, &q);
    const rc_measure *how = g->range && g->b.measure ? g->b.measure : g->a.measure;
    if (how && how->money && !(rc_reader_figure(&f->r, g->next) & RC_FIGURE_IS(RATIO_OF))) {
        shared_name one = {f->m->count, how->money};
        RC_PUSH(f->r.arena, f->shared, f->shared_count, f->shared_capacity, one);
    }
    if (!g->score) {
        push(f, g, q);
        return;
    }
    reading one = *g, two = *g; /* both sides of a result */
    one.end = g->a.end;
    one.next = rc_reader_token(&f->r, g->a.token, g->a.end);
    q.low = q.high = g->a.value;
    push(f, &one, q);
    two.start = g->b.start;
    q.low = q.high = g->b.value;
    push(f, &two, q);
}

/* ---------------------------------------------------------------- what is no quantity */

/* "one" as a pronoun, "half" and "quarter" of a game or a year, "a gross income". */
static bool rejected(const finder *f, const reading *g)
{
    const rc_amount *a = &g->a;
    const rc_token *next = token_at(f, g->next), *k = token_at(f, a->token);
    bool alone = a->token == f->r.first && g->next == f->r.last;
    if (alone || a->times || g->range || g->ratio)
        return false;
    if (a->number.no_factor && !g->effects)
        return true; /* "in million tonnes", "several billion dollars" */
    if (a->unit)
        return false;
    bool large = a->number.scaled || rc_decimal_cmp(a->value, (rc_decimal){1, 2}) >= 0;
    if (a->number.spelled && large && rc_reader_figure(&f->r, a->token - 1) & RC_FIGURE_IS(VAGUE) &&
        a->number.first + 1 == a->number.last)
        return true; /* "several hundred" */
    if (a->number.fraction && a->number.spelled &&
        rc_reader_figure(&f->r, a->token - 1) & RC_FIGURE_IS(NEVER_QUARTERS))
        return true; /* "the first three quarters" */
    if (a->number.weak)
        return is_noun(next);
    if (a->number.bare_one && !g->effects)
        return !(next && next->pos == RC_POS_NOUN && !(next->flags & RC_TOKEN_PLURAL)) ||
               (k && k->flags & RC_TOKEN_SENTENCE_START);
    if (a->number.spelled && a->number.fraction && a->number.first + 1 == a->number.last) {
        uint32_t before = a->token > f->r.first ? a->token - 1 : UINT32_MAX;
        if (before != UINT32_MAX && rc_reader_is_sign(&f->r, before, '-') && before > f->r.first)
            before--;
        uint32_t bits = before == UINT32_MAX ? 0 : rc_reader_figure(&f->r, before);
        return (bits & RC_FIGURE_IS(NEVER_HALF)) != 0 || rc_dash_at(f->r.s, g->end) != 0;
    }
    return false;
}

/* ---------------------------------------------------------------- the loop */

static void advance_time(finder *f, size_t at)
{
    while (f->time < f->time_end && f->m->items[f->time].span.end <= at)
        f->time++;
    const rc_mention *t = f->time < f->time_end ? &f->m->items[f->time] : NULL;
    f->r.time_start = t ? t->span.start : SIZE_MAX;
    f->r.time_is_length = t && t->as.time.kind == RC_TIME_DURATION;
}

/* "USD115", "Rs20": a currency and its digits in one token. Returns where the digits begin. */
static size_t money_token(const finder *f, uint32_t i)
{
    const rc_token *k = &f->r.text->tokens[i];
    const char *p = f->r.s.ptr;
    size_t at = k->start, start;
    if (!digit((unsigned char)p[k->end - 1]))
        return 0;
    while (at < k->end && !digit((unsigned char)p[at]))
        at++;
    const rc_measure *m =
        at > k->start ? rc_measure_before(f->r.measures, f->r.s, at, &start) : NULL;
    return m && start <= k->start && !(m->flags & (RC_MEASURE_NAME | RC_MEASURE_PART)) ? at : 0;
}

/* An article belongs to the number behind it: "a hundred", "a third of". */
static bool with_article(const finder *f, uint32_t i, rc_amount *ret)
{
    const rc_token *k = &f->r.text->tokens[i];
    if (i <= f->r.first || k->kind != RC_TOKEN_WORD ||
        !(rc_reader_figure(&f->r, i - 1) & RC_FIGURE_IS(PER_ARTICLE)))
        return false;
    if (rc_amount_read(&f->r, i - 1, f->r.text->tokens[i - 1].start, 0, ret) != RC_OK)
        return false;
    const rc_token *n = token_at(f, ret->next);
    bool single = ret->number.fraction && ret->number.last == i + 1 && !ret->unit;
    return !(single && (is_noun(n) || rc_dash_at(f->r.s, ret->end))); /* "a third man" */
}

static bool starts_at(const finder *f, uint32_t i, rc_amount *ret)
{
    const rc_token *k = &f->r.text->tokens[i];
    if (k->kind == RC_TOKEN_WORD && digit((unsigned char)f->r.s.ptr[k->end - 1])) {
        size_t at = money_token(f, i);
        return at && rc_amount_read(&f->r, i, at, 0, ret) == RC_OK && ret->prefixed;
    }
    if (!rc_number_starts(f->r.numbers, k)) {
        if (!(rc_reader_figure(&f->r, i) & RC_FIGURE_IS(PER_ARTICLE)))
            return false;
        return rc_amount_read_article(&f->r, i, ret) == RC_OK;
    }
    if (with_article(f, i, ret))
        return true;
    size_t at = k->start;
    if (k->kind == RC_TOKEN_NUMBER && at > f->r.s.start && f->r.s.ptr[at - 1] == '.' &&
        !(at >= f->r.s.start + 2 &&
          (digit((unsigned char)f->r.s.ptr[at - 2]) || rc_letter_before(f->r.s, at - 1))))
        at--;
    return rc_amount_read(&f->r, at < k->start ? i - 1 : i, at,
                          opener_before(f, i) ? RC_NUMBER_NO_AND : 0, ret) == RC_OK;
}

/* An address on the web or in the mail: nothing in it is a figure. Returns its end. */
enum { ADDRESS_BYTES_MAX = 256 };
static size_t address_end(const finder *f, size_t at)
{
    size_t start = at, end = at;
    while (start > f->r.s.start && at - start < 64 && !rc_space_before(f->r.s, start))
        start--;
    while (end < f->r.s.end && end - at < ADDRESS_BYTES_MAX && !rc_space_at(f->r.s, end))
        end++;
    for (size_t i = start; i + 2 < end && i < at + 64; i++) {
        const char *p = f->r.s.ptr + i;
        if (p[0] == '@' || (p[0] == ':' && p[1] == '/' && p[2] == '/'))
            return end;
    }
    return at;
}

static bool read_at(const finder *f, uint32_t i, reading *g)
{
    *g = (reading){.range = false};
    if (!starts_at(f, i, &g->a))
        return false;
    g->start = g->a.start;
    g->end = g->a.end;
    g->next = g->a.next > i ? g->a.next : i + 1;
    read_qualifiers_before(f, g);
    if (!read_tolerance(f, g) && !read_ratio(f, g))
        read_range(f, g);
    read_qualifiers_after(f, g);
    if (g->next <= i)
        g->next = i + 1;
    return true;
}

/* Whether what was taken for a time is an amount after all: it has a unit of another kind, which
 * the time leaves out ("1000-2000 K"), or a currency before it. */
static bool wins_over_time(const finder *f, const reading *g)
{
    const rc_mention *t = &f->m->items[f->time];
    const rc_unit *u = g->range ? g->b.unit : g->a.unit;
    size_t core = g->range ? g->b.core_end : g->a.core_end;
    bool part = g->a.number.fraction && !g->a.number.spelled && !u &&
                rc_reader_figure(&f->r, g->next) & RC_FIGURE_IS(RATIO_OF); /* "1/2 of the votes" */
    if (part && t->span.end <= g->end)
        return true;
    if (!u || is_duration(u) || !plain(&g->a))
        return false;
    return t->span.end <= g->end &&
           (core > t->span.end || g->a.prefixed || (g->a.per && g->a.end > t->span.end));
}

static uint32_t find_in_time(finder *f, uint32_t i)
{
    reading g;
    if (!rc_number_starts(f->r.numbers, &f->r.text->tokens[i]))
        return i + 1;
    f->r.time_start = SIZE_MAX;
    if (!read_at(f, i, &g) || !wins_over_time(f, &g) || !settle_times(f, &g, true))
        return i + 1;
    emit(f, &g);
    return g.next;
}

static uint32_t find_at(finder *f, uint32_t i)
{
    const rc_token *k = &f->r.text->tokens[i];
    reading g;
    if (f->r.time_start <= k->start && f->time < f->time_end)
        return find_in_time(f, i);
    if (!(k->flags & RC_TOKEN_SPACE_BEFORE) && k->kind == RC_TOKEN_NUMBER) {
        size_t end = address_end(f, k->start);
        if (end > k->start)
            return rc_reader_token(&f->r, i, end);
    }
    if (!read_at(f, i, &g))
        return i + 1;
    if (!rejected(f, &g) && settle_times(f, &g, false))
        emit(f, &g);
    return g.next;
}

static void find_in_sentence(finder *f, const rc_sentence *sentence)
{
    const rc_token *tokens = f->r.text->tokens;
    f->r.first = sentence->first;
    f->r.last = sentence->last;
    f->r.s.start = tokens[sentence->first].start;
    f->r.s.end = tokens[sentence->last - 1].end;
    f->sentence_first = f->m->count;
    for (uint32_t i = sentence->first; i < sentence->last;) {
        advance_time(f, tokens[i].start);
        i = find_at(f, i);
    }
}

/* In a document that has amounts of a currency, a name that it shares with a unit is the currency.
 */
static void settle_shared(const finder *f)
{
    const rc_unit *looked_up = NULL;
    bool known = false;
    for (size_t i = 0; i < f->shared_count; i++) {
        const rc_unit *money = f->shared[i].money;
        for (size_t k = f->time_end; money != looked_up && k < f->m->count; k++)
            known = (k > f->time_end && known) || f->m->items[k].as.quantity.unit == money;
        looked_up = money;
        if (known)
            f->m->items[f->shared[i].mention].as.quantity.unit = money;
    }
}

/* Takes out the times that turned out to be the "per" of a rate. */
static void sweep(rc_mentions *m, size_t times)
{
    size_t to = 0;
    for (size_t i = 0; i < m->count; i++) {
        if (i < times && m->items[i].span.end == m->items[i].span.start)
            continue;
        m->items[to++] = m->items[i];
    }
    m->count = to;
}

rc_status rc_find_quantities(rc_arena *a, const rc_quantifier *x, const rc_text *t, rc_mentions *m,
                             rc_err *err)
{
    (void)err;
    finder f = {.x = x, .m = m, .time_end = m->count};
    f.r = (rc_reader){.numbers = x->numbers,
                      .measures = x->measures,
                      .figures = x->figures,
                      .text = t,
                      .arena = a,
                      .s = {t->doc->text.ptr, 0, 0}};
    for (size_t i = 0; i < t->sentence_count; i++) {
        if (t->sentences[i].last > t->sentences[i].first)
            find_in_sentence(&f, &t->sentences[i]);
    }
    settle_shared(&f);
    sweep(m, f.time_end);
    return RC_OK;
}
