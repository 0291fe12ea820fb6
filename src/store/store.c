#include "store/store.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "rules/family.h"
#include "store/likeness.h"

#define RC_ANCHORS_MAX 24
#define EXACT_LEAST 200 /* weight of a value that few others would share by chance */
#define ENTITY_SALT UINT64_C(0x656e746974790000)

static void free_arena(void *arena)
{
    rc_arena_free(arena);
}

rc_store *rc_store_new(rc_arena *a, const rc_lexicon *l)
{
    rc_store *s = RC_NEW(a, rc_store);
    s->arena = a;
    s->lexicon = l;
    s->scratch = rc_arena_new(RC_RUN_BYTES_MAX);
    rc_arena_defer(a, free_arena, s->scratch);
    rc_terms_init(&s->terms, a);
    return s;
}

static int by_word(const void *a, const void *b)
{
    const rc_feature *x = a, *y = b;
    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return (x->role > y->role) - (x->role < y->role);
}

/* Gives entities their run-wide word and sorts; of equal words the strongest role stays. */
static uint32_t settle(rc_feature *f, uint32_t count, const uint32_t *entity_ids)
{
    for (uint32_t i = 0; i < count; i++) {
        /* A family's claim has the features of the open one: they are settled once. */
        if (!f[i].entity || f[i].settled < 0)
            continue;
        f[i].settled = -1;
        if (entity_ids)
            f[i].entity = entity_ids[f[i].entity - 1] + 1;
        if (!f[i].word)
            f[i].word = rc_hash_mix(ENTITY_SALT, f[i].entity);
    }
    if (count)
        qsort(f, count, sizeof(*f), by_word);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!kept || f[kept - 1].word != f[i].word)
            f[kept++] = f[i];
    }
    return kept;
}

static void settle_argument(rc_argument *a, const uint32_t *entity_ids)
{
    if (!a->entity)
        return;
    if (entity_ids)
        a->entity = entity_ids[a->entity - 1] + 1;
    a->key = rc_hash_mix(ENTITY_SALT, a->entity);
}

static void settle_arguments(rc_claim *c, const uint32_t *entity_ids)
{
    settle_argument(&c->subject, entity_ids);
    settle_argument(&c->object, entity_ids);
    settle_argument(&c->source, entity_ids);
    if (c->type == RC_VALUE_ENTITY || c->type == RC_VALUE_TERM)
        settle_argument(&c->value.entity, entity_ids);
}

void rc_store_number_claims(rc_claim_list *claims, const uint32_t *entity_ids)
{
    for (size_t i = 0; i < claims->count; i++)
        settle_arguments(&claims->items[i], entity_ids);
}

static void add_claim(rc_store *s, rc_claim *c, const uint32_t *entity_ids, uint32_t first_passage)
{
    c->doc = (uint32_t)s->doc_count;
    if (c->passage != UINT32_MAX)
        c->passage += first_passage;
    settle_arguments(c, entity_ids);
    c->feature_count = settle(c->features, c->feature_count, entity_ids);
    RC_PUSH(s->arena, s->claims, s->claim_count, s->claim_capacity, c);
}

static void collect_terms(rc_store *s, rc_store_doc *doc)
{
    size_t count = 0;
    for (uint32_t i = 0; i < doc->passage_count; i++)
        count += s->passages[doc->first_passage + i]->feature_count;
    uint32_t *found = RC_NEW_ARRAY(s->scratch, uint32_t, count);
    for (uint32_t i = 0; i < doc->passage_count; i++) {
        const rc_passage *p = s->passages[doc->first_passage + i];
        for (uint32_t k = 0; k < p->feature_count; k++)
            doc->term_count += rc_terms_count(&s->terms, p->features[k].word,
                                              (uint32_t)s->doc_count, &found[doc->term_count]);
    }
    doc->terms = rc_arena_grow(s->arena, found, doc->term_count, doc->term_count, sizeof(*found));
    rc_arena_reset(s->scratch);
}

void rc_store_add(rc_store *s, const rc_doc *d, rc_claim_list *list, const uint32_t *entity_ids)
{
    rc_store_doc doc = {.doc = d,
                        .first_claim = (uint32_t)s->claim_count,
                        .claim_count = (uint32_t)list->count,
                        .first_passage = (uint32_t)s->passage_count,
                        .passage_count = (uint32_t)list->passage_count,
                        .first_equation = (uint32_t)s->equation_count,
                        .equation_count = (uint32_t)list->equation_count};
    for (size_t i = 0; i < list->passage_count; i++) {
        rc_passage *p = &list->passages[i];
        p->feature_count = settle(p->features, p->feature_count, entity_ids);
        if (p->heading != UINT32_MAX)
            p->heading += doc.first_passage;
        RC_PUSH(s->arena, s->passages, s->passage_count, s->passage_capacity, p);
    }
    for (size_t i = 0; i < list->count; i++)
        add_claim(s, &list->items[i], entity_ids, doc.first_passage);
    for (size_t i = 0; i < list->equation_count; i++) {
        list->equations[i].doc = (uint32_t)s->doc_count;
        for (size_t k = 0; entity_ids && k < RC_OPERANDS_MAX; k++) {
            uint32_t *entity = &list->equations[i].operands[k].entity;
            *entity = *entity ? entity_ids[*entity - 1] + 1 : 0;
        }
        RC_PUSH(s->arena, s->equations, s->equation_count, s->equation_capacity,
                &list->equations[i]);
    }
    collect_terms(s, &doc);
    RC_PUSH(s->arena, s->docs, s->doc_count, s->doc_capacity, doc);
}

bool rc_feature_is_name(const rc_feature *f)
{
    return f->entity && f->word == rc_hash_mix(ENTITY_SALT, f->entity);
}

static double settle_weight(const rc_store *s, const rc_feature *f)
{
    const rc_terms *t = &s->terms;
    uint32_t n = rc_terms_find(t, f->word);
    double rarity = n == RC_TERM_NONE ? rc_term_rarity(0, s->passage_count)
                    : t->rarity       ? t->rarity[n]
                                : rc_term_rarity((double)t->passages_with[n], s->passage_count);
    return f->weight / 255.0 * rarity;
}

double rc_store_doc_weight(const rc_store *s, rc_word w)
{
    uint32_t n = rc_terms_find(&s->terms, w);
    return n == RC_TERM_NONE ? rc_term_doc_weight(0, s->doc_count) : s->terms.doc_weight[n];
}

bool rc_store_doc_has(const rc_store *s, uint32_t doc, rc_word w)
{
    uint32_t n = rc_terms_find(&s->terms, w);
    const rc_store_doc *d = &s->docs[doc];
    size_t low = 0, high = n == RC_TERM_NONE ? 0 : d->term_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->terms[middle] < n)
            low = middle + 1;
        else
            high = middle;
    }
    return n != RC_TERM_NONE && low < d->term_count && d->terms[low] == n;
}

double rc_store_story(const rc_store *s, uint32_t doc_a, uint32_t doc_b)
{
    const rc_store_doc *a = &s->docs[doc_a], *b = &s->docs[doc_b];
    const uint32_t *x = a->terms, *end_x = x + a->term_count;
    const uint32_t *y = b->terms, *end_y = y + b->term_count;
    double shared = 0;
    while (x < end_x && y < end_y) {
        uint32_t p = *x, q = *y;
        if (p == q)
            shared += s->terms.doc_weight[p];
        x += p <= q;
        y += q <= p;
    }
    double small = a->term_sum < b->term_sum ? a->term_sum : b->term_sum;
    return small > 0 ? shared / small : 0;
}

double rc_store_weight(const rc_store *s, const rc_feature *f)
{
    return f->settled > 0 ? (double)f->settled : settle_weight(s, f);
}

/* Returns the sum of the weights by role. */
static double seal_features(const rc_store *s, rc_feature *f, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        f[i].settled = (float)settle_weight(s, &f[i]);
        sum += rc_feature_pull(&f[i]);
    }
    return sum;
}

static int by_anchor(const void *a, const void *b)
{
    const rc_feature *x = *(const rc_feature *const *)a, *y = *(const rc_feature *const *)b;
    return (x->word > y->word) - (x->word < y->word);
}

/* The exact values in a passage and the two beside it. */
static void set_anchors(rc_store *s, const rc_store_doc *d, uint32_t at)
{
    const rc_feature *found[RC_ANCHORS_MAX];
    uint32_t count = 0, last = d->first_passage + d->passage_count;
    for (uint32_t i = at > d->first_passage ? at - 1 : at; i < last && i <= at + 1; i++) {
        const rc_passage *p = s->passages[i];
        for (uint32_t k = 0; k < p->feature_count && count < RC_ANCHORS_MAX; k++) {
            if (p->features[k].role == RC_FEATURE_VALUE && p->features[k].weight >= EXACT_LEAST)
                found[count++] = &p->features[k];
        }
    }
    rc_passage *p = s->passages[at];
    p->anchors = RC_NEW_ARRAY(s->arena, const rc_feature *, count);
    p->anchor_count = count;
    for (uint32_t i = 0; i < count; i++)
        p->anchors[i] = found[i];
    if (count)
        qsort(p->anchors, count, sizeof(*p->anchors), by_anchor);
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void seal_terms(rc_store *s)
{
    const uint32_t *number = rc_terms_seal(&s->terms, s->scratch, s->passage_count, s->doc_count);
    for (size_t i = 0; i < s->doc_count; i++) {
        rc_store_doc *d = &s->docs[i];
        for (uint32_t k = 0; k < d->term_count; k++)
            d->terms[k] = number[d->terms[k]];
        if (d->term_count)
            qsort(d->terms, d->term_count, sizeof(*d->terms), by_number);
        for (uint32_t k = 0; k < d->term_count; k++)
            d->term_sum += s->terms.doc_weight[d->terms[k]];
    }
    rc_arena_reset(s->scratch);
}

void rc_store_seal(rc_store *s)
{
    seal_terms(s);
    for (size_t i = 0; i < s->passage_count; i++)
        s->passages[i]->feature_sum =
            seal_features(s, s->passages[i]->features, s->passages[i]->feature_count);
    for (size_t i = 0; i < s->claim_count; i++)
        s->claims[i]->feature_sum =
            seal_features(s, s->claims[i]->features, s->claims[i]->feature_count);
    for (size_t i = 0; i < s->doc_count; i++) {
        const rc_store_doc *d = &s->docs[i];
        for (uint32_t k = 0; k < d->passage_count; k++)
            set_anchors(s, d, d->first_passage + k);
    }
}
