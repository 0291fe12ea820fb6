/* Quantities: amounts with what qualifies them become mentions; where a time and an amount overlap,
 * one of them gives way. */
#include "mentions/reading.h"

rc_status rc_quantifier_new(rc_arena *a, const rc_rules *r, const rc_numbers *n,
                            rc_quantifier **ret, rc_diagnostics *diagnostics, rc_err *err)
{
    rc_quantifier *x = RC_NEW(a, rc_quantifier);
    x->numbers = n;
    rc_str language = rc_numbers_language(n);
    rc_status s = rc_measures_new(a, r, language, &x->measures, diagnostics, err);
    if (s >= RC_OK)
        s = rc_figures_new(a, r, language, &x->figures, diagnostics, err);
    if (s < RC_OK)
        return s;
    x->language = language;
    if (!rc_str_eq(language, RC_STR("en"))) {
        rc_languages *languages;
        s = rc_languages_new(a, r, &languages, diagnostics, err);
        if (s < RC_OK)
            return s;
        x->languages = languages;
    }
    rc_phrasebook_init(&x->before, a, RC_FOLDED);
    rc_phrasebook_init(&x->after, a, RC_FOLDED);
    const rc_table *t = rc_language_table(a, r, "tables/qualifiers", language);
    if (t)
        rc_qualifiers_load(a, x, t, diagnostics);
    *ret = x;
    return RC_OK;
}

static void set_bounds(const rc_reading *g, rc_quantity *q)
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
    if (g->effects & (RC_SAYS_GT | RC_SAYS_GE)) {
        q->comparator = g->effects & RC_SAYS_GE ? RC_GE : RC_GT;
        q->has_high = false;
    } else if (g->effects & (RC_SAYS_LT | RC_SAYS_LE)) {
        q->comparator = g->effects & RC_SAYS_LE ? RC_LE : RC_LT;
        q->has_low = false;
    }
}

static void push(rc_finder *f, const rc_reading *g, rc_quantity q)
{
    rc_mention mention = {.type = RC_MENTION_QUANTITY,
                          .span = {(uint32_t)g->start, (uint32_t)g->end}};
    mention.first = rc_finder_token_near(f, g->a.token, g->start);
    mention.last = g->next > mention.first ? g->next : mention.first + 1;
    mention.as.quantity = q;
    RC_PUSH(f->r.arena, f->m->items, f->m->count, f->m->capacity, mention);
}

static rc_quantity quantity_of(rc_finder *f, rc_reading *g)
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
    if (!g->a.unit && g->range && (g->effects | g->opener) & RC_SAYS_YEARS)
        q.unit = rc_measures_unit(f->r.measures, RC_STR("year"));
    set_bounds(g, &q);
    q.approximate = (g->effects & RC_SAYS_APPROX) != 0 || g->a.number.about;
    q.precision = g->a.precision;
    if (g->range && g->b.precision < q.precision)
        q.precision = g->b.precision;
    q.spelled = g->a.number.spelled;
    q.role = rc_reading_role(f, g);
    q.identifier = rc_reading_is_identifier(f, g);
    if (q.unit->dimension == RC_DIM_NUMBER && !q.identifier && !g->a.number.ordinal &&
        !g->a.number.multiple && !g->a.times && !g->score)
        q.of = rc_reading_counted(f, g, &q);
    return q;
}

/* "75, or 35%" says one thing twice; "9, 10, or 21 kg" is a list. */
static bool is_apposition(const rc_finder *f, size_t i, bool comma, uint32_t word)
{
    return comma && (rc_reader_figure(&f->r, word) & RC_FIGURE_IS(RANGE_OR)) &&
           (i == f->sentence_first || f->m->items[i - 1].last + 1 != f->m->items[i].first ||
            !rc_reader_is_sign(&f->r, f->m->items[i - 1].last, ','));
}

/* "45 and 50 mg", "9, 10 and 21 kg": numbers listed before one with a unit are in that unit. */
static void share_unit(rc_finder *f, const rc_reading *g, const rc_quantity *q)
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
        bool comma = rc_reader_is_sign(&f->r, k, ',');
        if (comma)
            k++;
        if (start == g->start && is_apposition(f, i, comma, k))
            return;
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

/* "at most 100 and at least 20 apples", "over 5 but under 7 kg": two bounds of one figure, with
 * nothing but a word that joins them between, are a range. */
static bool joins_bounds(const rc_finder *f, const rc_reading *g, const rc_quantity *q)
{
    if (f->m->count <= f->sentence_first || !(g->effects & RC_SAYS_BOUND))
        return false;
    const rc_mention *x = &f->m->items[f->m->count - 1];
    const rc_quantity *p = &x->as.quantity;
    if (x->type != RC_MENTION_QUANTITY || p->has_low == p->has_high || q->has_low == q->has_high ||
        p->has_low == q->has_low || p->of.len || p->identifier)
        return false;
    if (p->unit != q->unit && p->unit->dimension != RC_DIM_NUMBER)
        return false;
    uint32_t k = x->last + rc_reader_is_sign(&f->r, x->last, ',');
    const rc_token *first = rc_finder_token(f, k);
    if (rc_reader_figure(&f->r, k) & RC_FIGURE_IS(RANGE_AND) ||
        (first && (first->pos == RC_POS_CONJUNCTION || first->classes & RC_CLASS(CONJUNCTION))))
        first = rc_finder_token(f, ++k);
    return k > x->last && first && first->start == g->start &&
           rc_decimal_cmp(p->has_low ? p->low : q->low, p->has_low ? q->high : p->high) < 0;
}

static void join_bounds(rc_finder *f, rc_reading *g, rc_quantity *q)
{
    const rc_mention *x = &f->m->items[--f->m->count];
    const rc_quantity *p = &x->as.quantity;
    *(p->has_low ? &q->low : &q->high) = p->has_low ? p->low : p->high;
    q->has_low = q->has_high = true;
    q->comparator = RC_RANGE;
    q->approximate |= p->approximate;
    g->start = x->span.start;
}

static bool is_duration(const rc_unit *u)
{
    return u && u->dimension == RC_DIM_DURATION;
}

/* A time that begins within the "per" of an amount is none of its own ("$5 a day"), nor is the
 * second end of "4-8 years"; any other overlap is the time's, unless the reading `wins`. False: the
 * reading belongs to a time. */
static bool settle_times(rc_finder *f, const rc_reading *g, bool wins)
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

static void emit(rc_finder *f, rc_reading *g)
{
    rc_quantity q = quantity_of(f, g);
    if (joins_bounds(f, g, &q))
        join_bounds(f, g, &q);
    share_unit(f, g, &q);
    const rc_measure *how = g->range && g->b.measure ? g->b.measure : g->a.measure;
    if (how && how->money && !(rc_reader_figure(&f->r, g->next) & RC_FIGURE_IS(RATIO_OF))) {
        rc_shared_name one = {f->m->count, how->money};
        RC_PUSH(f->r.arena, f->shared, f->shared_count, f->shared_capacity, one);
    }
    if (!g->score) {
        push(f, g, q);
        return;
    }
    rc_reading one = *g, two = *g; /* both sides of a result */
    one.end = g->a.end;
    one.next = rc_reader_token(&f->r, g->a.token, g->a.end);
    q.low = q.high = g->a.value;
    push(f, &one, q);
    two.start = g->b.start;
    q.low = q.high = g->b.value;
    push(f, &two, q);
}

/* ---------------------------------------------------------------- the loop */

static void advance_time(rc_finder *f, size_t at)
{
    while (f->time < f->time_end && f->m->items[f->time].span.end <= at)
        f->time++;
    const rc_mention *t = f->time < f->time_end ? &f->m->items[f->time] : NULL;
    f->r.time_start = t ? t->span.start : SIZE_MAX;
    f->r.time_is_length = t && t->as.time.kind == RC_TIME_DURATION;
}

/* "USD115", "Rs20": a currency and its digits in one token. Returns where the digits begin. */
static size_t money_token(const rc_finder *f, uint32_t i)
{
    const rc_token *k = &f->r.text->tokens[i];
    const char *p = f->r.s.ptr;
    size_t at = k->start, start = at;
    if (!rc_is_digit((unsigned char)p[k->end - 1]))
        return 0;
    while (at < k->end && !rc_is_digit((unsigned char)p[at]))
        at++;
    const rc_measure *m =
        at > k->start ? rc_measure_before(f->r.measures, f->r.s, at, &start) : NULL;
    return m && start <= k->start && !(m->flags & (RC_MEASURE_NAME | RC_MEASURE_PART)) ? at : 0;
}

/* An article belongs to the number behind it: "a hundred", "a third of". */
static bool with_article(const rc_finder *f, uint32_t i, rc_amount *ret)
{
    const rc_token *k = &f->r.text->tokens[i];
    if (i <= f->r.first || k->kind != RC_TOKEN_WORD ||
        !(rc_reader_figure(&f->r, i - 1) & RC_FIGURE_IS(PER_ARTICLE)))
        return false;
    if (rc_amount_read(&f->r, i - 1, f->r.text->tokens[i - 1].start, 0, ret) != RC_OK)
        return false;
    const rc_token *n = rc_finder_token(f, ret->next);
    bool single = ret->number.fraction && ret->number.last == i + 1 && !ret->unit;
    return !(single && (rc_token_is_noun(n) || rc_dash_at(f->r.s, ret->end))); /* "a third man" */
}

/* Whether a token can begin an amount: most cannot. */
static bool may_start(const rc_finder *f, uint32_t i)
{
    const rc_token *k = &f->r.text->tokens[i];
    return rc_number_starts(f->r.numbers, f->r.text, k) ||
           (k->kind == RC_TOKEN_WORD && (rc_is_digit((unsigned char)f->r.s.ptr[k->end - 1]) ||
                                         (rc_reader_figure(&f->r, i) & RC_FIGURE_IS(PER_ARTICLE))));
}

static bool starts_at(const rc_finder *f, uint32_t i, rc_amount *ret)
{
    const rc_token *k = &f->r.text->tokens[i];
    if (k->kind == RC_TOKEN_WORD && rc_is_digit((unsigned char)f->r.s.ptr[k->end - 1])) {
        size_t at = money_token(f, i);
        return at && rc_amount_read(&f->r, i, at, 0, ret) == RC_OK && ret->prefixed;
    }
    if (!rc_number_starts(f->r.numbers, f->r.text, k)) {
        if (!(rc_reader_figure(&f->r, i) & RC_FIGURE_IS(PER_ARTICLE)))
            return false;
        return rc_amount_read_article(&f->r, i, ret) == RC_OK;
    }
    if (with_article(f, i, ret))
        return true;
    size_t at = k->start;
    if (k->kind == RC_TOKEN_NUMBER && at > f->r.s.start && f->r.s.ptr[at - 1] == '.' &&
        !(at >= f->r.s.start + 2 &&
          (rc_is_digit((unsigned char)f->r.s.ptr[at - 2]) || rc_letter_before(f->r.s, at - 1))))
        at--;
    return rc_amount_read(&f->r, at < k->start ? i - 1 : i, at,
                          rc_reading_opener(f, i) ? RC_NUMBER_NO_AND : 0, ret) == RC_OK;
}

/* An address on the web or in the mail: nothing in it is a figure. Returns its end. */
enum { ADDRESS_BYTES_MAX = 256 };
static size_t address_end(const rc_finder *f, size_t at)
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

static bool read_at(const rc_finder *f, uint32_t i, rc_reading *g)
{
    if (!may_start(f, i))
        return false;
    *g = (rc_reading){.range = false};
    if (!starts_at(f, i, &g->a))
        return false;
    g->start = g->a.start;
    g->end = g->a.end;
    g->next = g->a.next > i ? g->a.next : i + 1;
    rc_reading_qualify_before(f, g);
    if (!rc_reading_tolerance(f, g) && !rc_reading_ratio(f, g))
        rc_reading_range(f, g);
    rc_reading_qualify_after(f, g);
    if (g->next <= i)
        g->next = i + 1;
    return true;
}

/* Whether what was taken for a time is an amount after all: it has a unit of another kind, which
 * the time leaves out ("1000-2000 K"), or a currency before it. */
static bool wins_over_time(const rc_finder *f, const rc_reading *g)
{
    const rc_mention *t = &f->m->items[f->time];
    const rc_unit *u = g->range ? g->b.unit : g->a.unit;
    size_t core = g->range ? g->b.core_end : g->a.core_end;
    bool part = g->a.number.fraction && !g->a.number.spelled && !u &&
                rc_reader_figure(&f->r, g->next) & RC_FIGURE_IS(RATIO_OF); /* "1/2 of the votes" */
    if (part && t->span.end <= g->end)
        return true;
    if (!u || is_duration(u) || !rc_amount_is_plain(&g->a))
        return false;
    return t->span.end <= g->end &&
           (core > t->span.end || g->a.prefixed || (g->a.per && g->a.end > t->span.end));
}

static uint32_t find_in_time(rc_finder *f, uint32_t i)
{
    rc_reading g;
    if (!rc_number_starts(f->r.numbers, f->r.text, &f->r.text->tokens[i]))
        return i + 1;
    f->r.time_start = SIZE_MAX;
    if (!read_at(f, i, &g) || !wins_over_time(f, &g) || !settle_times(f, &g, true))
        return i + 1;
    emit(f, &g);
    return g.next;
}

static uint32_t find_at(rc_finder *f, uint32_t i)
{
    const rc_token *k = &f->r.text->tokens[i];
    rc_reading g;
    if (f->r.time_start <= k->start && f->time < f->time_end)
        return find_in_time(f, i);
    if (!(k->flags & RC_TOKEN_SPACE_BEFORE) && k->kind == RC_TOKEN_NUMBER) {
        size_t end = address_end(f, k->start);
        if (end > k->start)
            return rc_reader_token(&f->r, i, end);
    }
    if (!read_at(f, i, &g))
        return i + 1;
    if (!rc_reading_is_rejected(f, &g) && settle_times(f, &g, false))
        emit(f, &g);
    return g.next;
}

static void find_in_sentence(rc_finder *f, const rc_sentence *sentence)
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
static void settle_shared(const rc_finder *f)
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
    rc_finder f = {.x = x, .m = m, .time_end = m->count};
    f.r = (rc_reader){.numbers = x->numbers,
                      .measures = x->measures,
                      .figures = x->figures,
                      .text = t,
                      .arena = a,
                      .language = x->language,
                      .languages = x->languages,
                      .s = {t->doc->text.ptr, 0, 0}};
    for (size_t i = 0; i < t->sentence_count; i++) {
        if (t->sentences[i].last > t->sentences[i].first)
            find_in_sentence(&f, &t->sentences[i]);
    }
    settle_shared(&f);
    sweep(m, f.time_end);
    return RC_OK;
}
