#include "store/pairs.h"

#include <stdlib.h>

#include "base/hash.h"

#define SHARED_LEAST                                                                               \
    0.35 /* of the weights of the words two claims share, to be worth comparing                    \
          */

typedef struct {
    uint64_t key;
    uint32_t claim;
    float weight;
} posting;

typedef struct {
    rc_word word;
    double weight;
} candidate_key;

typedef struct {
    const rc_store *s;
    posting *postings;
    size_t count, capacity;
    uint32_t nearest; /* postings looked at for one word */
    float *gathered;  /* weight shared with the claim looked at */
    uint32_t *places; /* of each claim's postings in the sorted list, claim by claim */
} finder;

/* What two values must have in common to be comparable at all. */
static uint64_t kind_of(const rc_claim *c)
{
    switch (c->type) {
    case RC_VALUE_QUANTITY:
        return rc_hash_mix(1, rc_quantity_is_share(&c->value.quantity)
                                  ? RC_DIM_PERCENT
                                  : c->value.quantity.unit->dimension);
    case RC_VALUE_TIME:
        return rc_hash_mix(2, c->value.time.kind);
    case RC_VALUE_ENTITY:
    case RC_VALUE_TERM:
        return 3;
    }
    return 4;
}

static void offer(candidate_key *best, uint32_t *count, rc_word word, double weight)
{
    uint32_t at = *count;
    for (uint32_t i = 0; i < *count; i++) {
        if (best[i].word == word)
            return;
    }
    if (at == RC_PAIR_KEYS) {
        if (weight <= best[at - 1].weight)
            return;
        at--;
    } else {
        ++*count;
    }
    for (; at > 0 && best[at - 1].weight < weight; at--)
        best[at] = best[at - 1];
    best[at] = (candidate_key){word, weight};
}

static void add_postings(rc_arena *a, finder *f, uint32_t claim)
{
    const rc_claim *c = f->s->claims[claim];
    candidate_key best[RC_PAIR_KEYS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < c->feature_count; i++)
        offer(best, &count, c->features[i].word, rc_store_weight(f->s, &c->features[i]) * 2);
    if (c->passage != UINT32_MAX) {
        const rc_passage *p = f->s->passages[c->passage];
        for (uint32_t i = 0; i < p->feature_count; i++)
            offer(best, &count, p->features[i].word, rc_store_weight(f->s, &p->features[i]));
        for (uint32_t i = 0; i < p->anchor_count; i++)
            offer(best, &count, p->anchors[i]->word, rc_store_weight(f->s, p->anchors[i]));
    }
    uint64_t kind = kind_of(c);
    for (uint32_t i = 0; i < count; i++) {
        posting p = {rc_hash_mix(kind, best[i].word), claim, (float)best[i].weight};
        RC_PUSH(a, f->postings, f->count, f->capacity, p);
    }
}

static int by_key(const void *a, const void *b)
{
    const posting *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Whether two places could be told apart by a reader: not one sentence's own figures. */
static bool apart(const rc_claim *a, const rc_claim *b)
{
    return a->doc != b->doc || a->passage != b->passage;
}

static void pairs_of(rc_arena *a, finder *f, const uint32_t *first, uint32_t claim, rc_pairs *out)
{
    for (uint32_t p = first[claim]; p < first[claim + 1]; p++) {
        const posting *mine = &f->postings[f->places[p]];
        for (uint32_t back = 1; back <= f->nearest && back <= f->places[p]; back++) {
            const posting *other = mine - back;
            if (other->key != mine->key)
                break;
            f->gathered[other->claim] +=
                mine->weight < other->weight ? mine->weight : other->weight;
        }
    }
    for (uint32_t p = first[claim]; p < first[claim + 1]; p++) {
        const posting *mine = &f->postings[f->places[p]];
        for (uint32_t back = 1; back <= f->nearest && back <= f->places[p]; back++) {
            const posting *other = mine - back;
            if (other->key != mine->key)
                break;
            bool enough = f->gathered[other->claim] >= (float)SHARED_LEAST;
            f->gathered[other->claim] = 0;
            if (enough && apart(f->s->claims[other->claim], f->s->claims[claim]))
                RC_PUSH(a, out->items, out->count, out->capacity, ((rc_pair){other->claim, claim}));
        }
    }
}

static int by_claims(const void *a, const void *b)
{
    const rc_pair *x = a, *y = b;
    int order = by_number(&x->a, &y->a);
    return order ? order : by_number(&x->b, &y->b);
}

rc_pairs *rc_pairs_find(rc_arena *a, const rc_store *s, rc_value_type type)
{
    rc_pairs *out = RC_NEW(a, rc_pairs);
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    finder f = {.s = s};
    for (uint32_t i = 0; i < s->claim_count; i++) {
        if (s->claims[i]->type == type && s->claims[i]->family == 0)
            add_postings(scratch, &f, i);
    }
    size_t most = f.count ? RC_PAIR_LOOKS / f.count : RC_PAIR_POSTINGS;
    f.nearest = most > RC_PAIR_POSTINGS ? RC_PAIR_POSTINGS : most < 4 ? 4 : (uint32_t)most;
    if (f.count)
        qsort(f.postings, f.count, sizeof(*f.postings), by_key);
    uint32_t *first = RC_NEW_ARRAY(scratch, uint32_t, s->claim_count + 2);
    for (size_t i = 0; i < f.count; i++)
        first[f.postings[i].claim + 1]++;
    for (size_t i = 0; i < s->claim_count; i++)
        first[i + 1] += first[i];
    uint32_t *at = RC_NEW_ARRAY(scratch, uint32_t, s->claim_count + 1);
    f.places = RC_NEW_ARRAY(scratch, uint32_t, f.count + 1);
    for (uint32_t i = 0; i < f.count; i++) {
        uint32_t claim = f.postings[i].claim;
        f.places[first[claim] + at[claim]++] = i;
    }
    f.gathered = RC_NEW_ARRAY(scratch, float, s->claim_count + 1);
    for (uint32_t i = 0; i < s->claim_count; i++)
        pairs_of(a, &f, first, i, out);
    if (out->count)
        qsort(out->items, out->count, sizeof(*out->items), by_claims);
    rc_arena_free(scratch);
    return out;
}
