/* The measure of two sets of weighted words lies between cosine (both sides count) and containment
 * (the shorter side counts): a statement of six words can be all about one clause of a sentence of
 * forty. */
#include "store/likeness.h"

#include <math.h>

/* Below, the sentences around are not asked: they could not make up for it. */
#define AROUND_LEAST 0.08
#define ANCHOR                                                                                     \
    0.15 /* of the weight of an exact value that both passages have, or their neighbours */

static const double role_weight[] = {
    [RC_FEATURE_PREDICATE] = 1.3, [RC_FEATURE_SUBJECT] = 1.4,  [RC_FEATURE_OBJECT] = 1.3,
    [RC_FEATURE_COUNTED] = 1.8,   [RC_FEATURE_MODIFIER] = 1.1, [RC_FEATURE_CLAUSE] = 0.8,
    [RC_FEATURE_PASSAGE] = 1.0,   [RC_FEATURE_VALUE] = 0.9,
};

typedef struct {
    double shared, a, b, rarest;
} overlap;

static double weight(const rc_store *s, const rc_feature *f)
{
    return rc_store_weight(s, f) * role_weight[f->role];
}

static overlap compare(const rc_store *s, const rc_feature *a, uint32_t na, const rc_feature *b,
                       uint32_t nb)
{
    overlap o = {0, 0, 0, 0};
    uint32_t i = 0, k = 0;
    while (i < na || k < nb) {
        if (k == nb || (i < na && a[i].word < b[k].word)) {
            o.a += weight(s, &a[i++]);
        } else if (i == na || b[k].word < a[i].word) {
            o.b += weight(s, &b[k++]);
        } else {
            double wa = weight(s, &a[i]), wb = weight(s, &b[k]);
            o.a += wa;
            o.b += wb;
            o.shared += sqrt(wa * wb);
            double rarity = rc_store_weight(s, &a[i]);
            if (rarity > o.rarest)
                o.rarest = rarity;
            i++;
            k++;
        }
    }
    return o;
}

static double ratio(overlap o)
{
    double small = o.a < o.b ? o.a : o.b, large = o.a < o.b ? o.b : o.a;
    if (small <= 0)
        return 0;
    /* A very short side proves little by being contained: two words of weight 0.5 at least. */
    double contained = o.shared / (small < 1.0 ? 1.0 : small);
    double cosine = o.shared / sqrt((small < 1.0 ? 1.0 : small) * (large < 1.0 ? 1.0 : large));
    double r = 0.5 * contained + 0.5 * cosine;
    return r > 1 ? 1 : r;
}

static const rc_passage *passage(const rc_store *s, const rc_claim *c, int step)
{
    if (c->passage == UINT32_MAX)
        return NULL;
    const rc_store_doc *d = &s->docs[c->doc];
    int64_t at = (int64_t)c->passage + step;
    if (at < d->first_passage || at >= (int64_t)d->first_passage + d->passage_count)
        return NULL;
    return s->passages[at];
}

static double around_sum(const rc_store *s, const rc_claim *a, const rc_claim *b, double *rarest)
{
    double shared = 0;
    for (int i = -1; i <= 1; i++) {
        for (int k = -1; k <= 1; k++) {
            const rc_passage *p = passage(s, a, i), *q = passage(s, b, k);
            if (!p || !q || (i == 0 && k == 0))
                continue;
            overlap o = compare(s, p->features, p->feature_count, q->features, q->feature_count);
            double r = ratio(o);
            if (r > shared)
                shared = r;
            if (o.rarest > *rarest)
                *rarest = o.rarest;
        }
    }
    return shared;
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

rc_likeness rc_likeness_of(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    rc_likeness l = {0};
    overlap o = compare(s, a->features, a->feature_count, b->features, b->feature_count);
    l.clause = ratio(o);
    l.evidence = o.shared;
    l.rarest = o.rarest;
    const rc_passage *p = passage(s, a, 0), *q = passage(s, b, 0);
    if (p && q) {
        o = compare(s, p->features, p->feature_count, q->features, q->feature_count);
        l.sentence = ratio(o);
        l.evidence += 0.5 * o.shared;
        if (o.rarest > l.rarest)
            l.rarest = o.rarest;
        l.anchor = anchor(p, q);
        if (l.anchor > l.rarest)
            l.rarest = l.anchor;
    }
    double rarest = 0;
    l.total = 0.5 * l.clause + 0.3 * l.sentence + ANCHOR * l.anchor;
    if (l.total < AROUND_LEAST)
        return l;
    l.around = around_sum(s, a, b, &rarest);
    l.total += 0.2 * l.around;
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
