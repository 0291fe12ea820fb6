/* A figure of the headline against the body: no figure of its kind in the text agrees with it, and
 * one that is told with the same words does not. */
#include "checks/equation.h"
#include "store/likeness.h"

#define BODY_MAX 400   /* claims of the body looked at */
#define WORDS_SHARED 2 /* content words that headline and sentence have in common */
#define GENEROUS 0.05  /* a headline rounds */
#define FAR 4.0        /* times: a figure that far away is of something else */

static bool comparable(const rc_claim *h, const rc_claim *b)
{
    const rc_quantity *p = &h->value.quantity, *q = &b->value.quantity;
    if (b->type != RC_VALUE_QUANTITY || b->family || b->headline ||
        !rc_str_eq(p->unit->id, q->unit->id) || p->per != q->per)
        return false;
    return rc_str_eq(p->of, q->of) || p->unit->dimension != RC_DIM_NUMBER;
}

static bool is_figure(const rc_claim *h)
{
    const rc_quantity *q = &h->value.quantity;
    return h->type == RC_VALUE_QUANTITY && !h->family && h->headline && rc_quantity_is_exact(q) &&
           (q->role == RC_ROLE_LEVEL || q->role == RC_ROLE_CHANGE || q->role == RC_ROLE_TO) &&
           !q->identifier && (q->unit->dimension != RC_DIM_NUMBER || q->of.len) &&
           !(q->low.exponent == 0 && q->low.digits == 1);
}

static bool agrees(const rc_claim *h, const rc_claim *b)
{
    return rc_claim_values(h, b) != RC_VALUES_DIFFER || rc_claim_distance(h, b) < GENEROUS;
}

/* The body gives the very figure, whatever it seems to count there: "2,400 of its 18,000 jobs". */
static bool restates(const rc_claim *h, const rc_claim *b)
{
    return !b->headline && b->type == RC_VALUE_QUANTITY && rc_claim_values(h, b) == RC_VALUES_SAME;
}

/* "to spend" and "will spend", "cuts" and "will cut": a headline tells of what is to come as it
 * likes.
 */
static bool same_standing(const rc_claim *h, const rc_claim *b)
{
    bool open_h = h->modality == RC_ASSERTED || h->modality == RC_PLANNED;
    bool open_b = b->modality == RC_ASSERTED || b->modality == RC_PLANNED;
    return h->modality == b->modality || (open_h && open_b);
}

static uint32_t words_shared(const rc_claim *a, const rc_claim *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *f = &a->features[i];
        n += f->role != RC_FEATURE_VALUE && f->role != RC_FEATURE_PASSAGE &&
             rc_features_have(b->features, b->feature_count, f->word);
    }
    return n;
}

/* The figure of the body that the headline means; NULL: none, or one agrees. */
static const rc_claim *meant(const rc_store *s, const rc_store_doc *d, const rc_claim *h)
{
    const rc_claim *best = NULL;
    uint32_t most = WORDS_SHARED - 1;
    for (uint32_t i = 0; i < d->claim_count && i < BODY_MAX; i++) {
        const rc_claim *b = s->claims[d->first_claim + i];
        if (restates(h, b) || (comparable(h, b) && agrees(h, b)))
            return NULL;
        if (!comparable(h, b))
            continue;
        double ratio = rc_quantity_distance(&h->value.quantity, &b->value.quantity);
        uint32_t shared = words_shared(h, b);
        if (shared > most && ratio < 1 - 1 / FAR && same_standing(h, b) &&
            b->value.quantity.role == h->value.quantity.role) {
            most = shared;
            best = b;
        }
    }
    return best;
}

static void report(rc_checking *c, const rc_claim *h, const rc_claim *b)
{
    const rc_doc *d = c->store->docs[h->doc].doc;
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    f->rule = RC_STR("headline/mismatch");
    f->severity = RC_WARNING;
    f->confidence = 75;
    f->subject = h->subject.text;
    f->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, 2);
    f->claims[0] = rc_checking_side(c, h, 0);
    f->claims[1] = rc_checking_side(c, b, 1);
    f->claim_count = 2;
    f->message = rc_arena_printf(
        c->arena, "%.*s (%.*s) but %.*s in the text (%.*s)",
        RC_STR_ARG(rc_doc_slice(d, h->value_span)), RC_STR_ARG(rc_checking_place(c, h)),
        RC_STR_ARG(rc_doc_slice(d, b->value_span)), RC_STR_ARG(rc_checking_place(c, b)));
    rc_checking_add(c, f);
}

rc_status rc_check_headline(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    for (size_t i = 0; i < s->doc_count; i++) {
        const rc_store_doc *d = &s->docs[i];
        for (uint32_t k = 0; k < d->claim_count && k < BODY_MAX; k++) {
            const rc_claim *h = s->claims[d->first_claim + k];
            if (!is_figure(h) || d->doc->blocks[h->block].level > 1)
                continue;
            const rc_claim *b = meant(s, d, h);
            if (b)
                report(c, h, b);
        }
    }
    return RC_OK;
}
