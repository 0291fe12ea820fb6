/* Every claim has its words, and every word its list of claims. A claim looks forward in the lists
 * of its words, so that all its partners are known at once and in order, and no pair is kept. */
#include "store/pairs.h"

#include <stdlib.h>

#include "base/hash.h"

/* Of the weights of the words that two claims share, to be worth comparing. */
#define SHARED_LEAST 0.35F
/* Claims of a type, squared, up to which every two of a kind are worth comparing: in a small run
 * what they share may be too common to tell. */
#define ALL_PAIRS_MAX ((size_t)1 << 20)
#define SORTED_HERE 48 /* numbers; more of them are left to qsort */

typedef struct {
    rc_word word;
    double weight;
} keyword;

/* A word of a claim. */
typedef struct {
    uint32_t list;
    float weight;
} posting;

/* A claim in the list of a word. */
typedef struct {
    uint32_t claim;
    float weight;
} entry;

struct rc_pairing {
    const rc_store *s;
    rc_arena *arena;
    rc_map lists; /* hash of word and kind -> its list */
    posting *postings;
    size_t count, capacity;
    size_t *first;      /* of each claim: its first posting; one more at the end */
    uint32_t *place;    /* of each posting: its place in `entries` */
    entry *entries;     /* list by list, claims in ascending order */
    uint32_t *list_end; /* of each list */
    uint32_t nearest;   /* entries looked at in one list */
    float *gathered;    /* of each claim: the weight shared with the claim looked at */
    uint32_t *met;      /* claims whose weight is not 0 */
    uint32_t at;        /* the next claim looked at */
    uint64_t *kinds;    /* of each claim of the type, 0 of others; NULL: the lists are used */
};

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

static void offer(keyword *best, uint32_t *count, rc_word word, double weight)
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
    best[at] = (keyword){word, weight};
}

static int by_word(const void *a, const void *b)
{
    rc_word x = ((const keyword *)a)->word, y = ((const keyword *)b)->word;
    return (x > y) - (x < y);
}

/* Words are taken in the order of their hashes, whatever list they are in: weights are added up in
 * that order, and a sum of floats depends on it. */
static void add_postings(rc_pairing *p, uint32_t claim)
{
    const rc_claim *c = p->s->claims[claim];
    keyword best[RC_PAIR_KEYS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < c->feature_count; i++)
        offer(best, &count, c->features[i].word, rc_store_weight(p->s, &c->features[i]) * 2);
    if (c->passage != UINT32_MAX) {
        const rc_passage *g = p->s->passages[c->passage];
        for (uint32_t i = 0; i < g->feature_count; i++)
            offer(best, &count, g->features[i].word, rc_store_weight(p->s, &g->features[i]));
        for (uint32_t i = 0; i < g->anchor_count; i++)
            offer(best, &count, g->anchors[i]->word, rc_store_weight(p->s, g->anchors[i]));
    }
    uint64_t kind = kind_of(c);
    for (uint32_t i = 0; i < count; i++)
        best[i].word = rc_hash_mix(kind, best[i].word);
    qsort(best, count, sizeof(*best), by_word);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t list = *rc_map_put(&p->lists, best[i].word, (uint32_t)p->lists.count);
        RC_PUSH(p->arena, p->postings, p->count, p->capacity,
                ((posting){list, (float)best[i].weight}));
    }
}

static void fill_lists(rc_pairing *p)
{
    size_t claims = p->s->claim_count, lists = p->lists.count;
    uint32_t at = 0, *next = RC_NEW_ARRAY(p->arena, uint32_t, lists + 1);
    for (size_t i = 0; i < p->count; i++)
        next[p->postings[i].list]++;
    for (size_t i = 0; i < lists; i++) {
        uint32_t length = next[i];
        next[i] = at;
        at += length;
    }
    p->entries = RC_NEW_ARRAY(p->arena, entry, p->count);
    p->place = RC_NEW_ARRAY(p->arena, uint32_t, p->count);
    for (uint32_t claim = 0; claim < claims; claim++) {
        for (size_t i = p->first[claim]; i < p->first[claim + 1]; i++) {
            p->place[i] = next[p->postings[i].list]++;
            p->entries[p->place[i]] = (entry){claim, p->postings[i].weight};
        }
    }
    p->list_end = next;
}

static bool takes_part(const rc_claim *c, rc_value_type type)
{
    return c->type == type && c->family == 0;
}

/* Prepares for all pairs, if the run is small. */
static bool pair_all(rc_pairing *p, rc_value_type type)
{
    const rc_store *s = p->s;
    size_t count = 0;
    for (uint32_t i = 0; i < s->claim_count; i++)
        count += takes_part(s->claims[i], type);
    if (count * count > ALL_PAIRS_MAX)
        return false;
    p->kinds = RC_NEW_ARRAY(p->arena, uint64_t, s->claim_count + 1);
    p->met = RC_NEW_ARRAY(p->arena, uint32_t, s->claim_count + 1);
    for (uint32_t i = 0; i < s->claim_count; i++)
        p->kinds[i] = takes_part(s->claims[i], type) ? kind_of(s->claims[i]) | 1 : 0;
    return true;
}

rc_pairing *rc_pairing_new(rc_arena *a, const rc_store *s, rc_value_type type)
{
    rc_pairing *p = RC_NEW(a, rc_pairing);
    *p = (rc_pairing){.s = s, .arena = a};
    return pair_all(p, type) ? p : rc_pairing_by_words(a, s, type);
}

rc_pairing *rc_pairing_by_words(rc_arena *a, const rc_store *s, rc_value_type type)
{
    rc_pairing *p = RC_NEW(a, rc_pairing);
    *p = (rc_pairing){.s = s, .arena = a};
    rc_map_init(&p->lists, a, 1024);
    p->first = RC_NEW_ARRAY(a, size_t, s->claim_count + 1);
    for (uint32_t i = 0; i < s->claim_count; i++) {
        p->first[i] = p->count;
        if (takes_part(s->claims[i], type))
            add_postings(p, i);
    }
    p->first[s->claim_count] = p->count;
    fill_lists(p);
    size_t most = p->count ? RC_PAIR_LOOKS / p->count : RC_PAIR_POSTINGS;
    p->nearest = most > RC_PAIR_POSTINGS ? RC_PAIR_POSTINGS : most < 4 ? 4 : (uint32_t)most;
    p->gathered = RC_NEW_ARRAY(a, float, s->claim_count + 1);
    p->met = RC_NEW_ARRAY(a, uint32_t, RC_PAIR_KEYS * RC_PAIR_POSTINGS);
    return p;
}

/* Whether two places could be told apart by a reader: not one sentence's own figures. */
static bool apart(const rc_claim *a, const rc_claim *b)
{
    return a->doc != b->doc || a->passage != b->passage;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort(uint32_t *numbers, size_t count)
{
    if (count > SORTED_HERE) {
        qsort(numbers, count, sizeof(*numbers), by_number);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        uint32_t n = numbers[i];
        size_t k = i;
        for (; k > 0 && numbers[k - 1] > n; k--)
            numbers[k] = numbers[k - 1];
        numbers[k] = n;
    }
}

/* Adds up what the claims behind `claim` share with it; returns how many were met. */
static size_t gather(rc_pairing *p, uint32_t claim)
{
    size_t met = 0;
    for (size_t i = p->first[claim]; i < p->first[claim + 1]; i++) {
        uint32_t place = p->place[i], end = p->list_end[p->postings[i].list];
        float mine = p->postings[i].weight;
        if (end - place > p->nearest + 1)
            end = place + p->nearest + 1;
        for (const entry *e = p->entries + place + 1; e < p->entries + end; e++) {
            float *sum = &p->gathered[e->claim];
            if (*sum <= 0)
                p->met[met++] = e->claim;
            *sum += mine < e->weight ? mine : e->weight;
        }
    }
    return met;
}

/* Those behind `claim` that share enough with it. */
static size_t partners_of(rc_pairing *p, uint32_t claim)
{
    size_t met = gather(p, claim), count = 0;
    for (size_t i = 0; i < met; i++) {
        uint32_t other = p->met[i];
        bool enough = p->gathered[other] >= SHARED_LEAST;
        p->gathered[other] = 0;
        if (enough && apart(p->s->claims[claim], p->s->claims[other]))
            p->met[count++] = other;
    }
    return count;
}

static size_t all_behind(rc_pairing *p, uint32_t claim)
{
    size_t count = 0;
    for (uint32_t other = claim + 1; p->kinds[claim] && other < p->s->claim_count; other++) {
        if (p->kinds[other] == p->kinds[claim] && apart(p->s->claims[claim], p->s->claims[other]))
            p->met[count++] = other;
    }
    return count;
}

bool rc_pairing_next(rc_pairing *p, rc_partners *ret)
{
    while (p->at < p->s->claim_count) {
        uint32_t claim = p->at++;
        size_t count = p->kinds ? all_behind(p, claim) : partners_of(p, claim);
        if (!count)
            continue;
        sort(p->met, count);
        *ret = (rc_partners){claim, p->met, count};
        return true;
    }
    return false;
}
