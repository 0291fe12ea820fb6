#include "mentions/date.h"

#include "mentions/times.h"

#define VERB_REACH 16 /* tokens from a date to the verb that tells its direction */
#define NARRATIVE_MONTHS 2
#define NARRATIVE_TENTHS 6
#define NARRATIVE_MIN 6 /* dates of months long before the document that make it a history */

rc_status rc_timer_new(rc_arena *a, const rc_rules *r, const rc_numbers *n, rc_timer **ret,
                       rc_diagnostics *diagnostics, rc_err *err)
{
    rc_timer *x = RC_NEW(a, rc_timer);
    x->numbers = n;
    rc_status s = rc_vocabulary_load(a, r, rc_numbers_language(n), x, diagnostics, err);
    if (s == RC_OK)
        *ret = x;
    return s;
}

/* ------------------------------------------------------------------ past or future */

/* "planned for July", "is due to open", "plans": not the past of an act ("approved it in June"). */
static int planning_look(const rc_text *t, const rc_group *g)
{
    bool ahead = g->last < t->token_count && (t->tokens[g->last].classes & RC_CLASS(PREPOSITION)) &&
                 (g->flags & RC_GROUP_PASSIVE);
    if (!(g->flags & (RC_GROUP_PAST | RC_GROUP_PERFECT | RC_GROUP_PARTICIPLE)))
        return 1;
    return ahead ? 1 : -1;
}

/* What a verb group says about the time of its clause: -1 past, 1 future, 0 nothing. `before` is
 * the verb group before it in the sentence, UINT32_MAX: none. */
static int group_look(const rc_text *t, uint32_t group, uint32_t before)
{
    const rc_group *g = &t->groups[group];
    if (g->flags & (RC_GROUP_FUTURE | RC_GROUP_MODAL))
        return 1;
    if (g->flags & RC_GROUP_INFINITIVE) {
        bool planned = before != UINT32_MAX &&
                       (t->tokens[t->groups[before].head].classes & RC_CLASS(PLANNING));
        return planned ? 1 : 0;
    }
    if (t->tokens[g->head].classes & RC_CLASS(PLANNING))
        return planning_look(t, g);
    return g->flags & (RC_GROUP_PAST | RC_GROUP_PERFECT | RC_GROUP_PARTICIPLE) ? -1 : 0;
}

/* The nearest verb before the date, else the first behind it. */
static int look_at(const rc_text *t, uint32_t at, uint32_t end)
{
    if (!t->sentence_count)
        return 0;
    const rc_sentence *s = &t->sentences[rc_text_sentence_at(t, at)];
    uint32_t nearest = UINT32_MAX;
    for (uint32_t i = at; i > s->first && at - i < VERB_REACH;) {
        uint32_t g = rc_text_group_at(t, --i, RC_GROUP_VERB);
        if (g == UINT32_MAX)
            continue;
        if (nearest != UINT32_MAX && g != nearest)
            return group_look(t, nearest, g);
        nearest = g;
    }
    if (nearest != UINT32_MAX)
        return group_look(t, nearest, UINT32_MAX);
    for (uint32_t i = end; i < s->last && i - end < VERB_REACH; i++) {
        uint32_t g = rc_text_group_at(t, i, RC_GROUP_VERB);
        if (g != UINT32_MAX)
            return group_look(t, g, UINT32_MAX);
    }
    return 0;
}

/* ------------------------------------------------------------------ the whole text */

static bool full_year(const rc_point *p)
{
    return p->form == RC_POINT_CIVIL && p->year != RC_POINT_NO_YEAR && !p->base;
}

static int32_t point_day(const rc_point *p)
{
    return rc_day_from_civil(p->year, p->month ? p->month : 1, p->day ? p->day : 1);
}

static int32_t last_day(const rc_point *p)
{
    return p->month && !p->day
               ? rc_day_from_civil(p->year, p->month, rc_month_days(p->year, p->month))
               : point_day(p);
}

/* A document without a date of its own is as old as the latest day that it tells as past; where a
 * whole later year is told as past, that is not known. */
static void infer_date(const rc_founds *f, const rc_text *t, rc_doc *d)
{
    int32_t best = RC_DAY_NONE, year = RC_YEAR_MIN;
    for (size_t i = 0; i < f->count; i++) {
        const rc_found *x = &f->items[i];
        const rc_point *p = x->what == RC_FOUND_RANGE ? &x->b : &x->a;
        if (x->what == RC_FOUND_LENGTH || x->what == RC_FOUND_AHEAD || !full_year(p) ||
            !rc_day_exists(p->year, p->month ? p->month : 1, p->day ? p->day : 1))
            continue;
        int32_t day = last_day(p);
        int look = look_at(t, x->first, x->last);
        if (!p->month && look < 0 && p->year > year)
            year = p->year;
        if (p->month && look <= 0 && day > best)
            best = day;
    }
    if (best == RC_DAY_NONE || best < rc_day_from_civil(year, 1, 1))
        return;
    d->date = best;
    d->date_source = RC_DATE_INFERRED;
}

/* "Tuesday", "today", "last month": counted from the document's date. */
static bool is_doc_relative(const rc_point *p)
{
    bool weekday = p->form == RC_POINT_CIVIL && p->weekday && !p->month && !p->day;
    return weekday || p->form == RC_POINT_DAY || p->related == RC_BASE_DOCUMENT;
}

/* Whether most dates that name month and year lie years before the document's own: then a month
 * alone belongs to the story, not to the document. */
static bool is_historical(const rc_founds *f, const rc_doc *d)
{
    size_t old = 0, all = 0, relative = 0, months = 0;
    for (size_t i = 0; i < f->count; i++) {
        const rc_point *p = &f->items[i].a;
        relative += f->items[i].what <= RC_FOUND_RANGE && is_doc_relative(p);
        if (f->items[i].what > RC_FOUND_RANGE || !full_year(p) || p->year < RC_YEAR_MIN ||
            p->year > RC_YEAR_MAX)
            continue;
        if (d->date != RC_DAY_NONE && point_day(p) > d->date)
            continue;                     /* a plan or target tells nothing */
        size_t weight = p->month ? 2 : 1; /* a year alone may be a mere aside */
        all += weight;
        months += p->month != 0;
        old += d->date == RC_DAY_NONE || point_day(p) < d->date - 730 ? weight : 0;
    }
    return all >= NARRATIVE_MIN && months >= NARRATIVE_MONTHS && relative * 6 <= all &&
           old * 10 >= all * NARRATIVE_TENTHS;
}

/* A line that looked like a dateline is none where the text tells of later days as past. */
static bool date_contradicted(const rc_founds *f, const rc_text *t, const rc_doc *d)
{
    size_t later = 0;
    for (size_t i = 0; i < f->count && later < 3; i++) {
        const rc_found *x = &f->items[i];
        later += x->what <= RC_FOUND_RANGE && full_year(&x->a) && x->a.month &&
                 rc_day_exists(x->a.year, x->a.month, 1) && point_day(&x->a) > d->date + 31 &&
                 look_at(t, x->first, x->last) < 0;
    }
    return later == 3;
}

static void learn_order(const rc_founds *f, rc_time_context *c)
{
    size_t day = 0, month = 0;
    for (size_t i = 0; i < f->count; i++) {
        day += f->items[i].a.order == RC_ORDER_DAY_FIRST;
        month += f->items[i].a.order == RC_ORDER_MONTH_FIRST;
    }
    c->order_known = (day == 0) != (month == 0);
    if (c->order_known)
        c->day_first = day > 0;
}

/* ------------------------------------------------------------------ resolving in order */

typedef struct {
    rc_arena *arena;
    const rc_doc *doc;
    const rc_text *text;
    rc_mentions *out;
    rc_time_context c;
    uint32_t near_block;    /* where a date with year and month was last said; UINT32_MAX: none */
    uint32_t near_sentence; /* where a date with its year was last said */
} resolver;

static void emit(resolver *r, uint32_t first, uint32_t last, const rc_time *t)
{
    rc_mention m = {.type = RC_MENTION_TIME, .first = first, .last = last};
    m.span = (rc_span){r->text->tokens[first].start, r->text->tokens[last - 1].end};
    m.as.time = *t;
    RC_PUSH(r->arena, r->out->items, r->out->count, r->out->capacity, m);
}

static uint32_t block_of(const resolver *r, uint32_t token)
{
    return r->text->sentences[rc_text_sentence_at(r->text, token)].block;
}

/* What later dates may be counted from. */
static void remember(resolver *r, const rc_found *f, const rc_time *t)
{
    if (t->kind != RC_TIME_DATE || t->low == RC_DAY_NONE || t->high == RC_DAY_NONE)
        return;
    if (r->c.historical && r->c.doc_day != RC_DAY_NONE &&
        (t->anchor == RC_ANCHOR_DOCUMENT || t->anchor == RC_ANCHOR_INFERRED))
        return;
    if (t->high - t->low > 3660 || (r->c.look > 0 && t->grain >= RC_GRAIN_YEAR) ||
        (r->c.doc_day != RC_DAY_NONE && t->grain >= RC_GRAIN_YEAR && t->low > r->c.doc_day))
        return; /* too wide, or a target: nothing that follows is counted from it */
    r->c.last = *t;
    if (t->grain <= RC_GRAIN_DAY)
        r->c.last_day = t->low;
    const rc_point *p = &f->a;
    bool said = full_year(p) && p->month;
    if (said || (r->c.last_near && t->anchor == RC_ANCHOR_MENTION))
        r->near_block = block_of(r, f->first);
    else if (full_year(p) && !said)
        r->near_block = UINT32_MAX;
    if (full_year(p) || t->anchor == RC_ANCHOR_MENTION)
        r->near_sentence = rc_text_sentence_at(r->text, f->first);
}

static rc_time unresolved_span(const resolver *r, const rc_time *a, const rc_time *b)
{
    rc_time t = *a;
    t.kind = RC_TIME_RECURRING;
    t.grain = RC_GRAIN_SPAN;
    t.low = t.high = RC_DAY_NONE;
    t.value = rc_arena_printf(r->arena, "%.*s/%.*s", RC_STR_ARG(a->value), RC_STR_ARG(b->value));
    return t;
}

/* The second end of a range: the first such date from the first end on. */
static bool resolve_second(const resolver *r, const rc_found *f, const rc_time *a, rc_time *ret)
{
    rc_time_context c = r->c;
    rc_point b = f->b;
    c.last = *a;
    c.last_day = a->low;
    c.last_near = a->low != RC_DAY_NONE;
    c.look = 0;
    if (!rc_point_resolve(&c, &b, ret))
        return false;
    bool weekday = b.form == RC_POINT_CIVIL && b.weekday && !b.month && !b.day && !b.base;
    if (weekday && ret->low != RC_DAY_NONE && a->low != RC_DAY_NONE && ret->low < a->low) {
        *ret = rc_time_day(r->arena, a->low + (b.weekday - rc_day_weekday(a->low) + 7) % 7);
        return true;
    }
    bool open = b.form == RC_POINT_CIVIL && b.year == RC_POINT_NO_YEAR && b.month && !b.base;
    if (open && ret->low != RC_DAY_NONE && a->low != RC_DAY_NONE && ret->high < a->low) {
        int32_t m, d;
        rc_day_to_civil(ret->low, &b.year, &m, &d);
        b.year++;
        return rc_point_resolve(&c, &b, ret);
    }
    return true;
}

static void resolve_range(resolver *r, const rc_found *f)
{
    rc_time a, b, t;
    if (f->b.form == RC_POINT_DAY && f->b.number <= 0)
        r->c.look = -1;
    if (!rc_point_resolve(&r->c, &f->a, &a))
        return;
    if (!resolve_second(r, f, &a, &b)) {
        emit(r, f->first, f->a_last, &a);
        remember(r, f, &a);
        return;
    }
    if (a.low == RC_DAY_NONE || b.high == RC_DAY_NONE) {
        t = unresolved_span(r, &a, &b);
    } else if (a.low > b.high) {
        emit(r, f->first, f->a_last, &a);
        remember(r, f, &a);
        emit(r, f->b_first, f->last, &b);
        remember(r, f, &b);
        return;
    } else {
        t = rc_time_span(r->arena, &a, &b);
        t.anchor = a.anchor ? a.anchor : b.anchor;
        t.unsure = a.unsure || b.unsure;
        t.fiscal = a.fiscal || b.fiscal;
    }
    emit(r, f->first, f->last, &t);
    remember(r, f, a.low == RC_DAY_NONE ? &t : &b);
}

static void resolve_one(resolver *r, const rc_found *f)
{
    rc_time t;
    r->c.look = look_at(r->text, f->first, f->last);
    r->c.same_sentence = r->near_sentence == rc_text_sentence_at(r->text, f->first);
    r->c.last_near = r->near_block != UINT32_MAX && r->near_block == block_of(r, f->first);
    switch (f->what) {
    case RC_FOUND_LENGTH:
        emit(r, f->first, f->last, &f->length);
        return;
    case RC_FOUND_AHEAD:
        if (r->c.look < 0 || r->c.doc_day == RC_DAY_NONE || r->c.historical ||
            !rc_point_resolve(&r->c, &f->a, &t))
            t = f->length;
        emit(r, f->first, f->last, &t);
        return;
    case RC_FOUND_RANGE:
        resolve_range(r, f);
        return;
    case RC_FOUND_POINT:
        break;
    }
    if (!rc_point_resolve(&r->c, &f->a, &t))
        return;
    emit(r, f->first, f->last, &t);
    remember(r, f, &t);
}

/* ------------------------------------------------------------------ entry */

static void scan_blocks(rc_time_scan *s, rc_founds *found)
{
    const rc_text *t = s->text;
    for (size_t i = 0; i < t->sentence_count;) {
        uint32_t block = t->sentences[i].block;
        s->first = t->sentences[i].first;
        while (i < t->sentence_count && t->sentences[i].block == block)
            s->end = t->sentences[i++].last;
        if (s->timer->forms)
            rc_time_forms_scan(s, found);
        else
            rc_times_scan(s, found);
    }
}

rc_status rc_find_times(rc_arena *a, const rc_timer *x, rc_doc *d, rc_text *t, rc_mentions *m,
                        rc_err *err)
{
    (void)err;
    int depth = 0;
    rc_founds found = {0};
    rc_time_scan s = {.arena = a, .timer = x, .text = t, .depth = &depth};
    int32_t option = d->date;
    rc_doc_date(a, x, d);
    if (!t->token_count)
        return RC_OK;
    s.words = x->words;
    s.marks = RC_NEW_ARRAY(a, uint16_t, t->token_count);
    rc_vocabulary_mark(s.words, t, s.marks);
    scan_blocks(&s, &found);
    if (d->date_source == RC_DATE_DATELINE && date_contradicted(&found, t, d)) {
        d->date = option;
        d->date_source = option == RC_DAY_NONE ? RC_DATE_NONE : RC_DATE_OPTION;
    }
    if (d->date == RC_DAY_NONE)
        infer_date(&found, t, d);
    resolver r = {.arena = a, .doc = d, .text = t, .out = m, .near_block = UINT32_MAX};
    r.near_sentence = UINT32_MAX;
    r.c = (rc_time_context){.arena = a, .words = s.words, .doc_day = d->date};
    r.c.doc_anchor = d->date_source == RC_DATE_INFERRED ? RC_ANCHOR_INFERRED : RC_ANCHOR_DOCUMENT;
    r.c.last.low = r.c.last.high = r.c.last_day = RC_DAY_NONE;
    r.c.historical = is_historical(&found, d);
    r.c.day_first = rc_timer_day_first(x, d->language);
    learn_order(&found, &r.c);
    for (size_t i = 0; i < found.count; i++)
        resolve_one(&r, &found.items[i]);
    return RC_OK;
}
