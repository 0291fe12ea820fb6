/* Names in one place: two claims that say the same otherwise, and name different bearers of one
 * class, in a part that only one can fill (rules/tables/functional.tsv), or in sentences that
 * differ in nothing but the name. */
#include "checks/tie.h"
#include "store/pairs.h"

#define LIKE_FUNCTIONAL 0.42
#define TWIN_SHARED 1.0 /* weight of what sentences share that differ in the name alone */
#define TWIN_ALONE 3.0  /* the same where they share no figure or date */
#define TWIN_REST 0.12  /* share of the weight that may differ otherwise */

/* The weight of the features that one passage has and the other has not, leaving out a name and its
 * words. */
static double only_in(const rc_store *s, const rc_passage *p, const rc_passage *q,
                      const rc_argument *except)
{
    double sum = 0;
    for (uint32_t i = 0; i < p->feature_count; i++) {
        if (p->features[i].word != except->key && p->features[i].entity != except->entity &&
            !rc_features_have(q->features, q->feature_count, p->features[i].word))
            sum += rc_store_weight(s, &p->features[i]);
    }
    return sum;
}

/* The weight of the features that both passages have; a figure or date among them makes it enough.
 */
static double in_both(const rc_store *s, const rc_passage *p, const rc_passage *q)
{
    double sum = 0;
    bool anchored = false;
    for (uint32_t i = 0; i < p->feature_count; i++) {
        const rc_feature *f = &p->features[i];
        if (!rc_features_have(q->features, q->feature_count, f->word))
            continue;
        sum += rc_store_weight(s, f);
        anchored |= f->role == RC_FEATURE_VALUE;
    }
    return anchored || sum >= TWIN_ALONE ? sum : 0;
}

/* A figure or date that only one passage has. */
static bool has_own_value(const rc_passage *p, const rc_passage *q)
{
    for (uint32_t i = 0; i < p->feature_count; i++) {
        if (p->features[i].role == RC_FEATURE_VALUE &&
            !rc_features_have(q->features, q->feature_count, p->features[i].word))
            return true;
    }
    return false;
}

static bool differ_in_values(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_passage *p = s->passages[a->passage], *q = s->passages[b->passage];
    return has_own_value(p, q) && has_own_value(q, p);
}

static bool twins(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_passage *p = s->passages[a->passage], *q = s->passages[b->passage];
    double rest = only_in(s, p, q, &a->value.entity) + only_in(s, q, p, &b->value.entity);
    double both = in_both(s, p, q);
    return both >= TWIN_SHARED && rest <= 2 * TWIN_REST * both;
}

/* A name of no known class may be of any. */
static bool one_class(const rc_argument *x, const rc_argument *y)
{
    return x->cls == y->cls || x->cls == RC_ENTITY_OTHER || y->cls == RC_ENTITY_OTHER;
}

static bool comparable(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_argument *x = &a->value.entity, *y = &b->value.entity;
    if (x->key == y->key || !one_class(x, y) || x->country != y->country || a->doc == b->doc)
        return false;
    const rc_passage *p = s->passages[a->passage], *q = s->passages[b->passage];
    return !rc_features_have(p->features, p->feature_count, y->key) &&
           !rc_features_have(q->features, q->feature_count, x->key);
}

static bool asserted(const rc_claim *c)
{
    return c->modality == RC_ASSERTED && !c->quoted && (!c->headline || c->attribute.len);
}

/* Something besides the verb that both speak of. */
static bool share_an_argument(const rc_claim *a, const rc_claim *b)
{
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *f = &a->features[i];
        if ((f->role == RC_FEATURE_SUBJECT || f->role == RC_FEATURE_OBJECT) &&
            rc_features_have(b->features, b->feature_count, f->word))
            return true;
    }
    return false;
}

static uint8_t judge(const rc_store *s, rc_likener *k, const rc_claim *a, const rc_claim *b,
                     rc_likeness *like)
{
    if (!asserted(b) || !comparable(s, a, b) || rc_claims_share_name(s, a, b) ||
        rc_scopes_clash(&a->scope, &b->scope))
        return 0;
    if (a->time.value.len && b->time.value.len && a->time.low != RC_DAY_NONE &&
        b->time.low != RC_DAY_NONE && (a->time.high < b->time.low || b->time.high < a->time.low))
        return 0;
    if (differ_in_values(s, a, b))
        return 0;
    *like = rc_likeness_near(k, a, b);
    if (a->relation == b->relation && !((a->marks | b->marks) & RC_MARK_LISTED) && twins(s, a, b))
        return 80;
    if ((a->marks & b->marks & RC_MARK_FUNCTIONAL) && a->attribute_key == b->attribute_key &&
        like->clause >= LIKE_FUNCTIONAL && share_an_argument(a, b))
        return (uint8_t)(55 + 40 * like->clause);
    return 0;
}

static void report(rc_checking *c, const rc_claim *a, const rc_claim *b, uint8_t confidence)
{
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    const rc_doc *da = c->store->docs[a->doc].doc, *db = c->store->docs[b->doc].doc;
    f->rule = RC_STR("name/conflict");
    f->confidence = confidence > 95 ? 95 : confidence;
    f->severity = confidence >= 70 ? RC_ERROR : RC_WARNING;
    f->subject = a->subject.text.len ? a->subject.text : b->subject.text;
    f->attribute = a->attribute;
    f->object = a->object.text;
    f->message = rc_arena_printf(
        c->arena, "%.*s%s%.*s (%.*s) but %.*s (%.*s)", RC_STR_ARG(f->subject),
        f->subject.len ? ": " : "", RC_STR_ARG(rc_doc_slice(da, a->value_span)),
        RC_STR_ARG(rc_checking_place(c, a)), RC_STR_ARG(rc_doc_slice(db, b->value_span)),
        RC_STR_ARG(rc_checking_place(c, b)));
    f->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, 2);
    f->claims[0] = rc_checking_side(c, a, 0);
    f->claims[1] = rc_checking_side(c, b, 1);
    f->claim_count = 2;
    rc_checking_add(c, f);
}

rc_status rc_check_name(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    rc_pairing *pairing = rc_pairing_new(scratch, s, RC_VALUE_ENTITY);
    rc_ties *ties = rc_ties_new(scratch, c);
    rc_likener *likener = rc_likener_new(scratch, s);
    rc_partners of;
    while (rc_pairing_next(pairing, &of)) {
        const rc_claim *a = s->claims[of.claim];
        for (size_t i = 0; asserted(a) && i < of.count; i++) {
            const rc_claim *b = s->claims[of.with[i]];
            rc_likeness like;
            uint8_t confidence = judge(s, likener, a, b, &like);
            if (confidence && rc_tied(ties, a, b))
                report(c, a, b, confidence);
        }
    }
    rc_arena_free(scratch);
    return RC_OK;
}
