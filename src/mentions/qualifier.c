/* What is said around a figure about how exact it is: rules/tables/qualifiers.LANG.tsv. */
#include "base/diagnose.h"
#include "mentions/reading.h"

static uint32_t effects_parse(rc_str s)
{
    static const struct {
        rc_str name;
        uint32_t bit;
    } names[] = {{{"approx", 6}, RC_SAYS_APPROX}, {{"gt", 2}, RC_SAYS_GT},
                 {{"ge", 2}, RC_SAYS_GE},         {{"lt", 2}, RC_SAYS_LT},
                 {{"le", 2}, RC_SAYS_LE},         {{"eq", 2}, RC_SAYS_EQ},
                 {{"none", 4}, RC_SAYS_NONE},     {{"between", 7}, RC_SAYS_BETWEEN},
                 {{"from", 4}, RC_SAYS_FROM},     {{"negative", 8}, RC_SAYS_NEGATIVE},
                 {{"years", 5}, RC_SAYS_YEARS},   {{"never", 5}, RC_SAYS_NEVER}};
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
        bits |= RC_SAYS_TOLERANCE;
    if (rc_str_ends(place, RC_STR("-time")))
        bits |= RC_SAYS_TIME;
    if (rc_str_ends(place, RC_STR("-money")))
        bits |= RC_SAYS_MONEY;
    if (rc_str_ends(place, RC_STR("-loose")))
        bits |= RC_SAYS_LOOSE;
    if (rc_str_ends(place, RC_STR("-hyphen")))
        bits |= RC_SAYS_HYPHEN;
    if (rc_str_ends(place, RC_STR("-either")))
        bits |= RC_SAYS_LOOSE | RC_SAYS_HYPHEN;
    if (rc_str_ends(place, RC_STR("-degree")))
        bits |= RC_SAYS_DEGREE;
    if (rc_str_ends(place, RC_STR("-not")))
        bits |= RC_SAYS_NOT;
    rc_phrasebook_add(rc_str_starts(place, RC_STR("after")) ? &x->after : &x->before, phrase, bits);
}

void rc_qualifiers_load(rc_arena *a, rc_quantifier *x, const rc_table *t,
                        rc_diagnostics *diagnostics)
{
    for (size_t row = 0; row < t->row_count; row++)
        add_qualifier(a, x, t, row, diagnostics);
}

/* "must not exceed 50" is at most 50; "not much more than 50" is about 50. */
static void turn_bound(rc_reading *g)
{
    uint32_t bound = g->effects & RC_SAYS_BOUND;
    g->effects &= ~(uint32_t)RC_SAYS_BOUND;
    if (g->effects & RC_SAYS_DEGREE)
        g->effects |= RC_SAYS_APPROX;
    else
        g->effects |= bound & (RC_SAYS_GT | RC_SAYS_GE) ? RC_SAYS_LE : RC_SAYS_GE;
}

/* Takes the qualifiers that end where the reading starts, nearest first. */
void rc_reading_qualify_before(const rc_finder *f, rc_reading *g)
{
    for (int i = 0; i < 4; i++) {
        size_t at = rc_finder_skip_back(f, g->start), start;
        uint32_t bits;
        if (!rc_phrasebook_before(&f->x->before, f->r.s, at, &start, &bits))
            return;
        if (bits & RC_SAYS_TOLERANCE) { /* "about ±3%" */
            g->start = start;
            continue;
        }
        if (bits & (RC_SAYS_BETWEEN | RC_SAYS_FROM) && g->opener)
            return;
        if (bits & (RC_SAYS_BETWEEN | RC_SAYS_FROM)) {
            g->opener = bits;
            g->opener_start = start;
            return;
        }
        if (bits & RC_SAYS_BOUND && g->effects & (RC_SAYS_BOUND | RC_SAYS_EQ))
            return;
        if (bits & (RC_SAYS_DEGREE | RC_SAYS_NOT) && !(g->effects & RC_SAYS_BOUND))
            return;
        g->start = start;
        if (bits & RC_SAYS_NOT) {
            turn_bound(g);
            return;
        }
        g->effects |= bits;
    }
}

/* Where the number of a reading begins once sign and currency are set aside is not known yet when
 * "between" has to be: looks back from the number over at most one currency. */
uint32_t rc_reading_opener(const rc_finder *f, uint32_t token)
{
    size_t at = rc_finder_skip_back(f, f->r.text->tokens[token].start), start;
    uint32_t bits;
    if (rc_phrasebook_before(&f->x->before, f->r.s, at, &start, &bits) && bits & RC_SAYS_BETWEEN)
        return bits;
    return 0;
}

void rc_reading_qualify_after(const rc_finder *f, rc_reading *g)
{
    size_t end, at = g->end;
    uint32_t bits;
    size_t dash = rc_dash_at(f->r.s, at);
    at = dash ? at + dash : rc_reader_skip_spaces(&f->r, at);
    if (!rc_phrasebook_after(&f->x->after, f->r.s, at, &end, &bits))
        return;
    if (rc_reader_figure(&f->r, rc_reader_token(&f->r, g->next, end)) & RC_FIGURE_IS(THAN))
        return; /* "5000 or less than 6000" */
    if ((bits & RC_SAYS_HYPHEN) && !(bits & RC_SAYS_LOOSE) && !dash)
        return;
    if (dash && !(bits & RC_SAYS_HYPHEN))
        return;
    if (bits & RC_SAYS_NEGATIVE) {
        bool degrees = !g->a.unit || g->a.unit->dimension == RC_DIM_ANGLE ||
                       g->a.unit->dimension == RC_DIM_TEMPERATURE;
        if (!degrees || g->range || g->a.value.digits <= 0)
            return;
        g->a.value = rc_decimal_neg(g->a.value);
        if (!g->a.unit)
            g->a.unit = rc_measures_unit(f->r.measures, RC_STR("degree"));
    }
    if (bits & RC_SAYS_LOOSE && !dash) { /* "20 at least", but not "20 at least equal" */
        const rc_token *k = rc_finder_token(f, rc_reader_token(&f->r, g->next, end));
        if (k && k->kind != RC_TOKEN_PUNCT)
            return;
    }
    if (bits & RC_SAYS_BOUND && (g->effects & RC_SAYS_BOUND || g->a.number.fraction))
        return;
    g->effects |= bits;
    g->end = end;
    g->next = rc_reader_token(&f->r, g->next, end);
}
