#include "store/term.h"

#include <math.h>
#include <stdlib.h>

/* Passages that any text could have, before those of the run are counted: in a run of two sentences
 * a shared word is not yet a common one. The same for documents. */
#define BACKGROUND 200.0
#define BACKGROUND_DOCS 10.0
#define RARITY_LEAST 0.05

void rc_terms_init(rc_terms *t, rc_arena *a)
{
    *t = (rc_terms){.arena = a};
    rc_map_init(&t->numbers, a, 1024);
}

static void grow(rc_terms *t)
{
    size_t capacity = t->capacity ? t->capacity * 2 : 1024;
    t->words = rc_arena_grow(t->arena, t->words, t->count, capacity, sizeof(*t->words));
    t->passages_with =
        rc_arena_grow(t->arena, t->passages_with, t->count, capacity, sizeof(*t->passages_with));
    t->docs_with = rc_arena_grow(t->arena, t->docs_with, t->count, capacity, sizeof(*t->docs_with));
    t->last_doc = rc_arena_grow(t->arena, t->last_doc, t->count, capacity, sizeof(*t->last_doc));
    t->capacity = capacity;
}

bool rc_terms_count(rc_terms *t, rc_word w, uint32_t doc, uint32_t *ret_number)
{
    uint32_t n = *rc_map_put(&t->numbers, w, (uint32_t)t->count);
    if (n == t->count) {
        if (t->count == t->capacity)
            grow(t);
        t->words[t->count++] = w;
    }
    *ret_number = n;
    t->passages_with[n]++;
    if (t->last_doc[n] == doc + 1)
        return false;
    t->last_doc[n] = doc + 1;
    t->docs_with[n]++;
    return true;
}

typedef struct {
    rc_word word;
    uint32_t number;
} numbered;

static int by_word(const void *a, const void *b)
{
    rc_word x = ((const numbered *)a)->word, y = ((const numbered *)b)->word;
    return (x > y) - (x < y);
}

double rc_term_rarity(double passages_with, size_t passages)
{
    double all = (double)passages + BACKGROUND;
    double rarity = log(all / (passages_with > 0 ? passages_with : 1.0)) / log(all);
    return rarity < RARITY_LEAST ? RARITY_LEAST : rarity;
}

double rc_term_doc_weight(double docs_with, size_t docs)
{
    double all = (double)docs + BACKGROUND_DOCS;
    return log(all / (docs_with > 0 ? docs_with : 1.0)) / log(all);
}

const uint32_t *rc_terms_seal(rc_terms *t, rc_arena *scratch, size_t passages, size_t docs)
{
    numbered *order = RC_NEW_ARRAY(scratch, numbered, t->count);
    uint32_t *renumbered = RC_NEW_ARRAY(scratch, uint32_t, t->count);
    for (uint32_t i = 0; i < t->count; i++)
        order[i] = (numbered){t->words[i], i};
    if (t->count)
        qsort(order, t->count, sizeof(*order), by_word);
    t->rarity = RC_NEW_ARRAY(t->arena, double, t->count);
    t->doc_weight = RC_NEW_ARRAY(t->arena, double, t->count);
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t old = order[i].number;
        renumbered[old] = i;
        t->words[i] = order[i].word;
        *rc_map_get(&t->numbers, order[i].word) = i;
        t->rarity[i] = rc_term_rarity((double)t->passages_with[old], passages);
        t->doc_weight[i] = rc_term_doc_weight((double)t->docs_with[old], docs);
    }
    /* Counts are asked by the old numbers no more. */
    t->passages_with = t->docs_with = t->last_doc = NULL;
    return renumbered;
}

uint32_t rc_terms_find(const rc_terms *t, rc_word w)
{
    const uint32_t *n = rc_map_get(&t->numbers, w);
    return n ? *n : RC_TERM_NONE;
}
