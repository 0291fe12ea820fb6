/* A date with the weekday that stands beside it. Only dates whose year the text itself says, or
 * whose year nothing but the document's date could be: a weekday that fits the year before or
 * behind speaks against the year that was inferred, not against the text. */
#include "checks/check.h"

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

rc_status rc_check_weekday(rc_checking *c, rc_err *err)
{
    (void)err;
    for (size_t i = 0; i < c->store->claim_count; i++) {
        const rc_claim *claim = c->store->claims[i];
        const rc_time *t = &claim->value.time;
        if (claim->type != RC_VALUE_TIME || claim->family || t->kind != RC_TIME_DATE ||
            !t->weekday || t->low == RC_DAY_NONE || t->low != t->high ||
            weekday_fits(t->low, t->weekday))
            continue;
        bool inferred = t->anchor != RC_ANCHOR_NONE;
        if (inferred && (weekday_fits(shifted(t->low, 1), t->weekday) ||
                         weekday_fits(shifted(t->low, -1), t->weekday)))
            continue;
        report(c, claim);
    }
    return RC_OK;
}
