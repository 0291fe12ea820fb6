/* A date with the weekday that stands beside it. Only dates whose year the text itself says, or
 * whose year nothing but the document's date could be: a weekday that fits the year before or
 * behind speaks against the year that was inferred, not against the text. Where another passage
 * about the same thing names the year of that day, the weekday is held against that year. */
#include "base/map.h"
#include "checks/check.h"
#include "store/likeness.h"

#define ALIKE 0.30      /* likeness of two passages that tell of one thing */
#define SAME_DAY_MAX 64 /* passages of one day of the year looked at */

static bool weekday_fits(int32_t day, int8_t weekday)
{
    return rc_day_weekday(day) == weekday;
}

/* The same day of the month, `years` later. */
static int32_t shifted(int32_t day, int32_t years)
{
    int32_t y, m, d;
    rc_day_to_civil(day, &y, &m, &d);
    return rc_day_from_civil(y + years, m, d);
}

static void report(rc_checking *c, const rc_claim *claim)
{
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    rc_str quote = rc_doc_slice(c->store->docs[claim->doc].doc, claim->value_span);
    f->rule = RC_STR("date/weekday");
    f->severity = RC_ERROR;
    f->confidence = claim->value.time.anchor == RC_ANCHOR_NONE ? 95 : 80;
    f->subject = claim->value.time.value;
    f->message = rc_arena_printf(
        c->arena, "%.*s (%.*s): %.*s falls on another day of the week (day %d of 7)",
        RC_STR_ARG(quote), RC_STR_ARG(rc_checking_place(c, claim)),
        RC_STR_ARG(claim->value.time.value), rc_day_weekday(claim->value.time.low));
    f->claims = RC_NEW(c->arena, rc_finding_claim);
    f->claims[0] = rc_checking_side(c, claim, 0);
    f->claim_count = 1;
    rc_checking_add(c, f);
}

/* "Sheffield Wednesday on 28 May": a weekday behind a name belongs to it. */
static bool is_part_of_name(const rc_checking *c, const rc_claim *claim)
{
    const rc_str text = c->store->docs[claim->doc].doc->text;
    size_t at = claim->value_span.start;
    while (at > claim->sentence.start && text.ptr[at - 1] == ' ')
        at--;
    size_t end = at;
    while (at > claim->sentence.start && text.ptr[at - 1] != ' ')
        at--;
    return at > claim->sentence.start && end > at && text.ptr[at] >= 'A' && text.ptr[at] <= 'Z' &&
           text.ptr[end - 1] != ',' && text.ptr[end - 1] != '.';
}

static bool is_day(const rc_claim *claim)
{
    const rc_time *t = &claim->value.time;
    return claim->type == RC_VALUE_TIME && !claim->family && t->kind == RC_TIME_DATE &&
           t->low != RC_DAY_NONE;
}

/* The day of the year that a date begins with, from 1; the year apart. */
static uint64_t day_of_year(const rc_claim *claim, int32_t *ret_year)
{
    int32_t month, day;
    rc_day_to_civil(claim->value.time.low, ret_year, &month, &day);
    return (uint64_t)month * 32 + (uint64_t)day;
}

/* Days whose year is said, by the day of the year; each knows the one before. */
typedef struct {
    const rc_checking *c;
    rc_map last;    /* day of the year -> claim + 1 */
    uint32_t *next; /* by claim */
    rc_likener *likener;
} days;

static void index_days(days *d, rc_arena *a)
{
    const rc_store *s = d->c->store;
    rc_map_init(&d->last, a, 512);
    d->next = RC_NEW_ARRAY(a, uint32_t, s->claim_count + 1);
    for (size_t i = 0; i < s->claim_count; i++) {
        const rc_time *t = &s->claims[i]->value.time;
        int32_t year;
        if (!is_day(s->claims[i]) || t->anchor != RC_ANCHOR_NONE || t->unsure ||
            (t->grain != RC_GRAIN_DAY && t->grain != RC_GRAIN_SPAN))
            continue;
        uint32_t *last = rc_map_put(&d->last, day_of_year(s->claims[i], &year), 0);
        d->next[i] = *last;
        *last = (uint32_t)i + 1;
    }
}

static double likeness(const days *d, const rc_claim *a, const rc_claim *b)
{
    rc_likeness l = rc_likeness_near(d->likener, a, b);
    rc_likeness_around(d->likener, a, b, &l);
    return l.total;
}

/* A passage about the same thing that names the year of the day, and another weekday for it. */
static const rc_claim *dated_otherwise(const days *d, const rc_claim *claim)
{
    const rc_store *s = d->c->store;
    int32_t year, other;
    const uint32_t *last = rc_map_get(&d->last, day_of_year(claim, &year));
    uint32_t steps = 0;
    for (uint32_t at = last ? *last : 0; at && steps < SAME_DAY_MAX;
         at = d->next[at - 1], steps++) {
        const rc_claim *o = s->claims[at - 1];
        (void)day_of_year(o, &other);
        if (o->doc == claim->doc || other > year + 1 || other < year - 1 ||
            weekday_fits(o->value.time.low, claim->value.time.weekday) ||
            likeness(d, claim, o) < ALIKE)
            continue;
        return o;
    }
    return NULL;
}

static void report_two(rc_checking *c, const rc_claim *claim, const rc_claim *dated)
{
    const rc_store *s = c->store;
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    f->rule = RC_STR("date/weekday");
    f->severity = RC_WARNING;
    f->confidence = 75;
    f->subject = dated->value.time.value;
    f->message =
        rc_arena_printf(c->arena, "%.*s (%.*s) is another day of the week than %.*s (%.*s)",
                        RC_STR_ARG(rc_doc_slice(s->docs[claim->doc].doc, claim->value_span)),
                        RC_STR_ARG(rc_checking_place(c, claim)),
                        RC_STR_ARG(rc_doc_slice(s->docs[dated->doc].doc, dated->value_span)),
                        RC_STR_ARG(rc_checking_place(c, dated)));
    f->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, 2);
    f->claims[0] = rc_checking_side(c, claim, 0);
    f->claims[1] = rc_checking_side(c, dated, 1);
    f->claim_count = 2;
    rc_checking_add(c, f);
}

/* A weekday that fits its own date, but not the year that others give it. */
static void check_others(rc_checking *c, const days *d, const rc_claim *claim)
{
    const rc_claim *dated = dated_otherwise(d, claim);
    if (dated)
        report_two(c, claim, dated);
}

/* Whether the weekday is that of the year before or behind, and that can be meant: what is told as
 * past is not of the year to come. */
static bool other_year_fits(const rc_checking *c, const rc_claim *claim)
{
    const rc_time *t = &claim->value.time;
    int32_t now = c->store->docs[claim->doc].doc->date, next = shifted(t->low, 1);
    bool past = (claim->marks & RC_MARK_PAST) && claim->modality == RC_ASSERTED;
    bool ahead = past && now != RC_DAY_NONE && next > now;
    return (!ahead && weekday_fits(next, t->weekday)) ||
           weekday_fits(shifted(t->low, -1), t->weekday);
}

rc_status rc_check_weekday(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    days d = {.c = c, .likener = rc_likener_new(scratch, c->store)};
    index_days(&d, scratch);
    for (size_t i = 0; i < c->store->claim_count; i++) {
        const rc_claim *claim = c->store->claims[i];
        const rc_time *t = &claim->value.time;
        if (!is_day(claim) || !t->weekday || t->low != t->high || is_part_of_name(c, claim))
            continue;
        bool inferred = t->anchor != RC_ANCHOR_NONE;
        if (!weekday_fits(t->low, t->weekday) && !(inferred && other_year_fits(c, claim)))
            report(c, claim);
        else if (inferred)
            check_others(c, &d, claim);
    }
    rc_arena_free(scratch);
    return RC_OK;
}
