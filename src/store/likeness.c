/* The measure of two sets of weighted words lies between cosine (both sides count) and containment
 * (the shorter side counts): a statement of six words can be all about one clause of a sentence of
 * forty. */
#include "store/likeness.h"

#include <math.h>

#include "base/hash.h"

/* Below, the sentences around are not asked: they could not make up for it. */
#define AROUND_LEAST 0.08
#define AROUND_WEIGHT 0.2
#define ANCHOR                                                                                     \
    0.15 /* of the weight of an exact value that both passages have, or their neighbours */

static const double role_weight[] = {
    [RC_FEATURE_PREDICATE] = 1.3, [RC_FEATURE_SUBJECT] = 1.4,  [RC_FEATURE_OBJECT] = 1.3,
    [RC_FEATURE_COUNTED] = 1.8,   [RC_FEATURE_MODIFIER] = 1.1, [RC_FEATURE_CLAUSE] = 0.8,
    [RC_FEATURE_PASSAGE] = 1.0,   [RC_FEATURE_VALUE] = 0.9,
};

typedef struct {
    double shared, rarest;
} overlap;

double rc_feature_pull(const rc_feature *f)
{
    return (double)f->settled * role_weight[f->role];
}

/* Both lists are sorted by word. Which of two words is less is as good as random: the loop has no
 * branch on it. */
static overlap compare(const rc_feature *a, uint32_t na, const rc_feature *b, uint32_t nb)
{
    overlap o = {0, 0};
    const rc_feature *end_a = a + na, *end_b = b + nb;
    while (a < end_a && b < end_b) {
        rc_word x = a->word, y = b->word;
        if (x == y) {
            o.shared += sqrt(rc_feature_pull(a) * rc_feature_pull(b));
            double rarity = (double)a->settled;
            o.rarest = rarity > o.rarest ? rarity : o.rarest;
        }
        a += x <= y;
        b += y <= x;
    }
    return o;
}

static double ratio(double shared, double a, double b)
{
    double small = a < b ? a : b, large = a < b ? b : a;
    if (small <= 0)
        return 0;
    /* A very short side proves little by being contained: two words of weight 0.5 at least. */
    double contained = shared / (small < 1.0 ? 1.0 : small);
    double cosine = shared / sqrt((small < 1.0 ? 1.0 : small) * (large < 1.0 ? 1.0 : large));
    double r = 0.5 * contained + 0.5 * cosine;
    return r > 1 ? 1 : r;
}

/* The passage of a claim, or the one `step` behind it; UINT32_MAX: there is none. */
static uint32_t passage(const rc_store *s, const rc_claim *c, int step)
{
    if (c->passage == UINT32_MAX)
        return UINT32_MAX;
    const rc_store_doc *d = &s->docs[c->doc];
    int64_t at = (int64_t)c->passage + step;
    if (at < d->first_passage || at >= (int64_t)d->first_passage + d->passage_count)
        return UINT32_MAX;
    return (uint32_t)at;
}

/* The claims of two documents that tell of one thing share passages, and those beside them: most
 * pairs of passages are compared several times in a row. */
#define REMEMBERED (1u << 14)

typedef struct {
    uint32_t p, q; /* passages + 1 */
    double ratio, rarest, shared;
} remembered;

struct rc_likener {
    const rc_store *s;
    remembered *last; /* REMEMBERED places, by hash */
};

rc_likener *rc_likener_new(rc_arena *a, const rc_store *s)
{
    rc_likener *k = RC_NEW(a, rc_likener);
    *k = (rc_likener){s, RC_NEW_ARRAY(a, remembered, REMEMBERED)};
    return k;
}

static const remembered *compare_passages(rc_likener *k, uint32_t p, uint32_t q)
{
    remembered *r = &k->last[rc_hash_mix(p, q) % REMEMBERED];
    if (r->p == p + 1 && r->q == q + 1)
        return r;
    const rc_passage *x = k->s->passages[p], *y = k->s->passages[q];
    overlap o = compare(x->features, x->feature_count, y->features, y->feature_count);
    *r = (remembered){.p = p + 1,
                      .q = q + 1,
                      .ratio = ratio(o.shared, x->feature_sum, y->feature_sum),
                      .rarest = o.rarest,
                      .shared = o.shared};
    return r;
}

double rc_likeness_most(const rc_likeness *near)
{
    return near->total < AROUND_LEAST ? near->total : near->total + AROUND_WEIGHT;
}

void rc_likeness_around(rc_likener *k, const rc_claim *a, const rc_claim *b, rc_likeness *l)
{
    if (l->total < AROUND_LEAST)
        return;
    for (int i = -1; i <= 1; i++) {
        uint32_t p = passage(k->s, a, i);
        for (int n = -1; n <= 1; n++) {
            uint32_t q = passage(k->s, b, n);
            if (p == UINT32_MAX || q == UINT32_MAX || (i == 0 && n == 0))
                continue;
            double r = compare_passages(k, p, q)->ratio;
            if (r > l->around)
                l->around = r;
        }
    }
    l->total += AROUND_WEIGHT * l->around;
}

/* Both tell of one exact figure or date, there or in a sentence beside, which is not the value that
 * either claims: its weight. */
static double anchor(const rc_passage *p, const rc_passage *q)
{
    double best = 0;
    uint32_t i = 0, k = 0;
    while (i < p->anchor_count && k < q->anchor_count) {
        if (p->anchors[i]->word == q->anchors[k]->word) {
            double w = (double)p->anchors[i]->settled;
            best = w > best ? w : best;
            i++;
            k++;
        } else if (p->anchors[i]->word < q->anchors[k]->word) {
            i++;
        } else {
            k++;
        }
    }
    return best;
}

rc_likeness rc_likeness_near(rc_likener *k, const rc_claim *a, const rc_claim *b)
{
    rc_likeness l = {0};
    overlap o = compare(a->features, a->feature_count, b->features, b->feature_count);
    l.clause = ratio(o.shared, a->feature_sum, b->feature_sum);
    l.rarest = o.rarest;
    l.shared = o.shared;
    uint32_t p = passage(k->s, a, 0), q = passage(k->s, b, 0);
    if (p != UINT32_MAX && q != UINT32_MAX) {
        const remembered *r = compare_passages(k, p, q);
        l.sentence = r->ratio;
        l.shared += 0.5 * r->shared;
        if (r->rarest > l.rarest)
            l.rarest = r->rarest;
        l.anchor = anchor(k->s->passages[p], k->s->passages[q]);
        if (l.anchor > l.rarest)
            l.rarest = l.anchor;
    }
    l.total = 0.5 * l.clause + 0.3 * l.sentence + ANCHOR * l.anchor;
    return l;
}

bool rc_claims_share(const rc_claim *a, const rc_claim *b, rc_feature_role role)
{
    for (uint32_t i = 0; i < a->feature_count; i++) {
        if (a->features[i].role != role)
            continue;
        for (uint32_t k = 0; k < b->feature_count; k++) {
            if (b->features[k].role == role && b->features[k].word == a->features[i].word)
                return true;
        }
    }
    return false;
}

bool rc_claim_has_role(const rc_claim *c, rc_feature_role role)
{
    for (uint32_t i = 0; i < c->feature_count; i++) {
        if (c->features[i].role == role)
            return true;
    }
    return false;
}

bool rc_features_have(const rc_feature *f, uint32_t count, rc_word word)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (f[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && f[low].word == word;
}
