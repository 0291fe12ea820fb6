/* Numbers that are no figures: names of things, references, pronouns. */
#include "mentions/reading.h"

/* The word before the number, past "." and "#" ("Fig. 2", "No. 4"). */
static uint32_t word_before(const rc_finder *f, const rc_reading *g)
{
    uint32_t i = rc_finder_token_near(f, g->a.token, g->start);
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
static bool in_brackets(const rc_finder *f, const rc_reading *g)
{
    size_t start = g->a.start;
    unsigned char b = start > f->r.s.start ? rc_finder_byte(f, start - 1) : 0,
                  e = rc_finder_byte(f, g->end);
    if (g->a.unit || g->a.number.scaled || g->a.number.spelled || g->effects)
        return false;
    if (b == '[' || (e == ']' && (b == ',' || b == '-' || b == ' ' || b == 0x93)))
        return e == ']' || e == ',' || e == ';' || rc_dash_at(f->r.s, g->end);
    return b == '(' && e == ')' && small_integer(&g->a);
}

/* "Norway sent 340 tents, Sweden 260 and Denmark 120": a figure counted something before, and the
 * name begins the next piece of the list. */
static bool in_elliptic_list(const rc_finder *f, const rc_reading *g, uint32_t name)
{
    const rc_token *n = rc_finder_token(f, g->next);
    const rc_token *k = name > f->r.first ? rc_finder_token(f, name - 1) : NULL;
    bool part = k && (k->first == ',' || k->pos == RC_POS_CONJUNCTION) &&
                (!n || n->first == ',' || n->first == '.' || n->pos == RC_POS_CONJUNCTION);
    if (!part || f->m->count == f->sentence_first)
        return false;
    const rc_mention *x = &f->m->items[f->m->count - 1];
    return x->type == RC_MENTION_QUANTITY && !x->as.quantity.identifier && x->last + 4 > name &&
           (x->as.quantity.of.len || (x->first && x->last == x->first + 1));
}

/* "Apollo 11", "Windows 10", "Covid-19": a name and a bare number. */
static bool behind_name(const rc_finder *f, const rc_reading *g, uint32_t before)
{
    const rc_token *k = rc_finder_token(f, before), *n = rc_finder_token(f, g->next);
    if (!k || k->kind != RC_TOKEN_WORD || !(k->flags & RC_TOKEN_CAPITAL) || g->effects ||
        before + 1 != g->a.token || g->a.number.spelled)
        return false;
    if (k->pos != RC_POS_PROPER && (k->entry || k->flags & RC_TOKEN_SENTENCE_START))
        return false;
    if (in_elliptic_list(f, g, before))
        return false;
    return !(n && n->kind == RC_TOKEN_WORD && n->flags & RC_TOKEN_PLURAL) && !g->range;
}

/* Signs that tie a number into a formula or a code: "i+1", "Mg(ClO4)2", "Ktzi202/2007". */
static bool tied(const rc_finder *f, const rc_reading *g)
{
    size_t at = g->a.start;
    unsigned char b = at > f->r.s.start ? rc_finder_byte(f, at - 1) : ' ';
    unsigned char c = at > f->r.s.start + 1 ? rc_finder_byte(f, at - 2) : ' ';
    bool word = rc_is_digit(c) || (at > f->r.s.start + 1 && rc_letter_before(f->r.s, at - 1));
    if (b == ')' || b == '_' || b == '^')
        return true;
    if ((b == '/' || b == '+' || b == '*') && word)
        return true;
    unsigned char e = rc_finder_byte(f, g->end), d = rc_finder_byte(f, g->end + 1);
    return (e == '_' || e == '/') && (rc_is_digit(d) || e == '_');
}

static bool attached_to_letters(const rc_finder *f, const rc_reading *g)
{
    size_t at = g->a.start, dash = rc_dash_before(f->r.s, at);
    if (rc_spaceless_before(f->r.s, at) || rc_spaceless_at(f->r.s, g->end))
        return false;
    if (rc_letter_before(f->r.s, at) && !rc_space_before(f->r.s, at))
        return !g->a.prefixed;
    if (g->a.unit || g->a.number.spelled)
        return false;
    if (tied(f, g) || (rc_letter_at(f->r.s, g->end) && !g->a.times))
        return true;
    return dash && rc_letter_before(f->r.s, at - dash) && !rc_space_before(f->r.s, at);
}

/* "Fig. 3A", "Fig. 8b": letters right behind the digits. */
static bool lettered(const rc_finder *f, const rc_reading *g)
{
    size_t end = g->a.number.span.end;
    return !g->a.number.spelled &&
           (rc_letter_at(f->r.s, end) ||
            (g->a.number.scaled && end - g->a.number.span.start < 6 &&
             g->a.number.last == g->a.number.first + 2 &&
             !(f->r.text->tokens[g->a.number.last - 1].flags & RC_TOKEN_SPACE_BEFORE)));
}

/* "Figs. 2 and 3", "phases 3, 5, and 7": what is listed behind a name is one too. */
static bool listed_behind_identifier(const rc_finder *f, const rc_reading *g)
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
    return k > x->last && k == g->a.token && !rc_token_is_noun(rc_finder_token(f, g->next));
}

/* "turbine 4": a thing and its number. */
static bool behind_thing(const rc_finder *f, const rc_reading *g, uint32_t before)
{
    const rc_token *k = rc_finder_token(f, before);
    const uint32_t things = RC_KIND_ARTIFACT | RC_KIND_PLACE | RC_KIND_GROUP;
    const uint32_t amounts = RC_KIND_ATTRIBUTE | RC_KIND_QUANTITY | RC_KIND_POSSESSION |
                             RC_KIND_STATE | RC_KIND_TIME | RC_KIND_ACT;
    return k && k->kind == RC_TOKEN_WORD && k->pos == RC_POS_NOUN && k->entry &&
           !(k->flags & RC_TOKEN_PLURAL) && before + 1 == g->a.token && !g->effects && !g->range &&
           !g->a.number.spelled && k->entry->kinds & things && !(k->entry->kinds & amounts) &&
           !rc_token_is_noun(rc_finder_token(f, g->next));
}

/* "OMIM: 606639": an abbreviation and a long bare number. */
static bool behind_abbreviation(const rc_finder *f, const rc_reading *g)
{
    uint32_t i = g->a.token;
    size_t length = g->a.number.span.end - g->a.number.span.start;
    if (i > f->r.first && rc_reader_is_sign(&f->r, i - 1, ':'))
        i--;
    const rc_token *k = i > f->r.first ? rc_finder_token(f, i - 1) : NULL;
    return k && k->flags & RC_TOKEN_ALL_CAPS && length >= 5 && !g->a.number.grouped &&
           !g->a.number.spelled && !g->a.number.scaled;
}

/* "against 1990", "below 2005": four digits alone that count nothing are a year. */
static bool is_year(const rc_finder *f, const rc_reading *g)
{
    const rc_number *n = &g->a.number;
    bool four = !n->spelled && !n->grouped && !n->scaled && n->span.end - n->span.start == 4;
    return four && !g->range && !rc_token_is_noun(rc_finder_token(f, g->next)) &&
           rc_decimal_cmp(n->value, rc_decimal_from(1700)) >= 0 &&
           rc_decimal_cmp(n->value, rc_decimal_from(2100)) < 0 &&
           !(g->effects & (RC_SAYS_APPROX | RC_SAYS_EQ)) &&
           g->start > f->r.text->tokens[f->r.first].start;
}

/* "1." before an item of a list. */
static bool is_item_number(const rc_finder *f, const rc_reading *g)
{
    const rc_token *k = &f->r.text->tokens[g->a.token];
    bool dotted = rc_reader_is_sign(&f->r, g->next, '.') || rc_reader_is_sign(&f->r, g->next, ')');
    return g->a.token == f->r.first && dotted && g->next + 1 == f->r.last &&
           f->r.text->sentence_count > 1 && k->end - k->start <= 2;
}

/* In a language without parts of speech: "A 7", "10115 Berlin", "1. FC", "5号". */
static bool names_unparsed(const rc_finder *f, const rc_reading *g, uint32_t before)
{
    const rc_token *b = rc_finder_token(f, before), *n = rc_finder_token(f, g->next);
    size_t digits = g->a.number.span.end - g->a.number.span.start;
    if (!f->x->languages || g->effects || g->range || g->a.number.spelled)
        return false;
    if (n && rc_spaceless_at(f->r.s, n->start))
        return (rc_reader_figure(&f->r, g->next) & RC_FIGURE_IS(IDENTIFIER)) != 0;
    if (digits == 5 && !g->a.number.grouped && n && n->flags & RC_TOKEN_CAPITAL && b &&
        b->kind == RC_TOKEN_PUNCT)
        return true;
    if (!small_integer(&g->a) || rc_reading_is_counting(f, g))
        return false;
    bool name = b && b->kind == RC_TOKEN_WORD && b->flags & RC_TOKEN_CAPITAL &&
                !(b->flags & RC_TOKEN_SENTENCE_START) && before + 1 == g->a.token;
    return name || (n && n->first == '.' && n->start == g->end && digits <= 2);
}

bool rc_reading_is_identifier(const rc_finder *f, const rc_reading *g)
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
    if (is_year(f, g) || is_item_number(f, g) || names_unparsed(f, g, before))
        return true;
    if (bits & RC_FIGURE_IS(IDENTIFIER_NUMBER)) /* "No. 4", "number 10", but "the number 42" */
        return rc_reader_is_sign(&f->r, before + 1, '.') || !g->effects;
    rc_decimal limit = {1, 3};
    if (bits & RC_FIGURE_IS(IDENTIFIER) && !g->effects &&
        (small_integer(&g->a) || rc_decimal_cmp(g->a.value, limit) < 0))
        return true;
    if (bits & RC_FIGURE_IS(IDENTIFIER_SMALL) && small_integer(&g->a) && !g->effects)
        return !rc_token_is_noun(rc_finder_token(f, g->next));
    if (listed_behind_identifier(f, g) || behind_abbreviation(f, g))
        return true;
    return small_integer(&g->a) && (behind_name(f, g, before) || behind_thing(f, g, before));
}

/* "in her 60s": no seconds. */
static bool is_decade_of_age(const rc_finder *f, const rc_reading *g)
{
    const rc_amount *a = &g->a;
    const rc_token *k = a->token > f->r.first ? rc_finder_token(f, a->token - 1) : NULL;
    bool tens = a->value.exponent == 1 && a->value.digits < 10 && !a->number.spelled;
    return a->unit && a->unit->dimension == RC_DIM_DURATION && tens && k &&
           (k->classes & RC_CLASS(POSSESSIVE)) && g->end == a->number.span.end + 1;
}

/* "one" as a pronoun, "half" and "quarter" of a game or a year, "a gross income". */
bool rc_reading_is_rejected(const rc_finder *f, const rc_reading *g)
{
    const rc_amount *a = &g->a;
    const rc_token *next = rc_finder_token(f, g->next), *k = rc_finder_token(f, a->token);
    bool alone = a->token == f->r.first && g->next == f->r.last;
    if (alone || a->times || g->range || g->ratio)
        return false;
    if (is_decade_of_age(f, g) || g->effects & RC_SAYS_NEVER)
        return true;
    if (a->number.no_factor && !g->effects)
        return true; /* "in million tonnes", "several billion dollars" */
    if (a->unit)
        return false;
    if (a->number.spelled && a->number.first + 1 == a->number.last && !g->effects && k &&
        rc_spaceless_at(f->r.s, k->start) && rc_decimal_cmp(a->value, rc_decimal_from(10)) <= 0)
        return !(rc_reader_figure(&f->r, g->next) & RC_FIGURE_IS(PER_NOUN)); /* a word's part */
    if (f->x->languages && k && !rc_spaceless_at(f->r.s, k->start) && a->number.spelled &&
        !a->number.scaled && !a->number.fraction && !a->number.multiple && !g->effects &&
        rc_decimal_cmp(a->value, (rc_decimal){1, 2}) < 0 && !rc_reading_is_counting(f, g))
        return true; /* "un homme neuf", "gib acht" */
    if (a->number.needs_unit)
        return true; /* "medio ambiente" */
    bool large = a->number.scaled || rc_decimal_cmp(a->value, (rc_decimal){1, 2}) >= 0;
    if (a->number.spelled && large && rc_reader_figure(&f->r, a->token - 1) & RC_FIGURE_IS(VAGUE) &&
        a->number.first + 1 == a->number.last)
        return true; /* "several hundred" */
    if (a->number.fraction && a->number.spelled &&
        rc_reader_figure(&f->r, a->token - 1) & RC_FIGURE_IS(NEVER_QUARTERS))
        return true; /* "the first three quarters" */
    if (a->number.weak)
        return rc_token_is_noun(next);
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
