#include "checks/tie.h"

#include "base/hash.h"
#include "mentions/names.h"

/* How much two documents seem to tell of one affair, in points: 100 where all names of the one are
 * in the other, 15 for an exact figure or date that both have, and 100 where all the words are the
 * same. Tuned on labelled corpora and on unrelated texts; see doc/calibration.md. */
#define VALUE_POINTS 15
#define AFFAIR_ALONE 55 /* from here on without a name beside the claims */
#define AFFAIR_NAMED 40 /* from here on with one */
#define AFFAIR_FEW 15   /* of RC_FEW_DOCS */
#define NAMES_LEAST 2   /* one name of a text that has no other proves little */
#define STORY_ALONE 50  /* documents that are so much alike tell one story, names or no names */
#define HERE_LEAST 30   /* weight of the names that stand in or beside both sentences, per cent */
#define HEADING 2       /* a step of `beside` */
#define PACKED_MAX 10000
#define EXACT_LEAST 200 /* weight of a value that few others would share by chance */

struct rc_ties {
    const rc_checking *c;
    rc_map kinds; /* word -> KIND_NAME: it tells one affair from another, or KIND_VALUE */
    rc_map known; /* pair of documents -> affair and story, packed; + 1 */
};

enum { KIND_NAME = 1, KIND_VALUE = 2 };

typedef struct {
    uint32_t affair; /* points */
    uint32_t story;  /* per cent */
} common;

typedef struct {
    const rc_ties *t;
    const rc_claim *a, *b;
} pair;

static bool is_country(const rc_checking *c, uint32_t entity)
{
    return c->names && entity <= c->names->bearer_count &&
           c->names->bearers[entity - 1].country.len;
}

rc_ties *rc_ties_new(rc_arena *a, const rc_checking *c)
{
    rc_ties *t = RC_NEW(a, rc_ties);
    t->c = c;
    rc_map_init(&t->known, a, 1024);
    rc_map_init(&t->kinds, a, 1024);
    for (size_t i = 0; i < c->store->passage_count; i++) {
        const rc_passage *p = c->store->passages[i];
        for (uint32_t k = 0; k < p->feature_count; k++) {
            const rc_feature *f = &p->features[k];
            if (rc_feature_is_name(f) && !is_country(c, f->entity))
                (void)rc_map_put(&t->kinds, f->word, KIND_NAME);
            else if (f->role == RC_FEATURE_VALUE && f->weight >= EXACT_LEAST)
                (void)rc_map_put(&t->kinds, f->word, KIND_VALUE);
        }
    }
    return t;
}

static uint32_t kind_of(const rc_ties *t, rc_word w)
{
    const uint32_t *kind = rc_map_get(&t->kinds, w);
    return kind ? *kind : 0;
}

static bool is_value(const rc_claim *c, rc_word word)
{
    return (c->type == RC_VALUE_ENTITY || c->type == RC_VALUE_TERM) && c->value.entity.key == word;
}

static double shared(const pair *p, const rc_passage *x, const rc_passage *y)
{
    double sum = 0;
    for (uint32_t i = 0; i < x->feature_count; i++) {
        rc_word w = x->features[i].word;
        if (kind_of(p->t, w) == KIND_NAME && !is_value(p->a, w) && !is_value(p->b, w) &&
            rc_features_have(y->features, y->feature_count, w))
            sum += rc_store_doc_weight(p->t->c->store, w);
    }
    return sum;
}

/* The passage of a claim, the one before, the one behind, or its heading; NULL: there is none. */
static const rc_passage *beside(const rc_store *s, const rc_claim *c, int step)
{
    if (c->passage == UINT32_MAX)
        return NULL;
    if (step == HEADING) {
        uint32_t heading = s->passages[c->passage]->heading;
        return heading == UINT32_MAX ? NULL : s->passages[heading];
    }
    const rc_store_doc *d = &s->docs[c->doc];
    int64_t at = (int64_t)c->passage + step;
    if (at < d->first_passage || at >= (int64_t)d->first_passage + d->passage_count)
        return NULL;
    return s->passages[at];
}

static double shared_here(const pair *p)
{
    double most = 0;
    for (int i = -1; i <= HEADING; i++) {
        const rc_passage *x = beside(p->t->c->store, p->a, i);
        for (int k = -1; x && k <= HEADING; k++) {
            const rc_passage *y = beside(p->t->c->store, p->b, k);
            double sum = y ? shared(p, x, y) : 0;
            most = sum > most ? sum : most;
        }
    }
    return most;
}

static double names_of(const rc_ties *t, const rc_store_doc *d)
{
    double sum = 0;
    for (uint32_t i = 0; i < d->word_count; i++) {
        if (kind_of(t, d->words[i]) == KIND_NAME)
            sum += rc_store_doc_weight(t->c->store, d->words[i]);
    }
    return sum;
}

static double affair_of(const rc_ties *t, const rc_store_doc *x, const rc_store_doc *y)
{
    const rc_store *s = t->c->store;
    double names = 0, values = 0;
    for (uint32_t i = 0, k = 0; i < x->word_count && k < y->word_count;) {
        if (x->words[i] < y->words[k]) {
            i++;
        } else if (y->words[k] < x->words[i]) {
            k++;
        } else {
            uint32_t kind = kind_of(t, x->words[i]);
            double w = kind ? rc_store_doc_weight(s, x->words[i]) : 0;
            names += kind == KIND_NAME ? w : 0;
            values += kind == KIND_VALUE ? w : 0;
            i++;
            k++;
        }
    }
    double a = names_of(t, x), b = names_of(t, y), least = a < b ? a : b;
    return 100 * names / (least > NAMES_LEAST ? least : NAMES_LEAST) + VALUE_POINTS * values;
}

static common in_common(rc_ties *t, uint32_t a, uint32_t b)
{
    const rc_store *s = t->c->store;
    uint32_t *known = rc_map_put(&t->known, rc_hash_mix(a + UINT64_C(1), b), 0);
    if (!*known) {
        double story = rc_store_story(s, a, b) * 100;
        double affair = affair_of(t, &s->docs[a], &s->docs[b]) + story;
        uint32_t packed = affair < PACKED_MAX ? (uint32_t)affair : PACKED_MAX;
        *known = (packed << 8 | (uint32_t)story) + 1;
    }
    return (common){(*known - 1) >> 8, (*known - 1) & 0xff};
}

bool rc_tied(rc_ties *t, const rc_claim *a, const rc_claim *b)
{
    if (a->doc == b->doc)
        return true;
    pair p = {t, a, b};
    common all = in_common(t, a->doc, b->doc);
    if (t->c->store->doc_count <= RC_FEW_DOCS && all.affair >= AFFAIR_FEW)
        return true;
    return all.story >= STORY_ALONE || all.affair >= AFFAIR_ALONE ||
           (all.affair >= AFFAIR_NAMED && shared_here(&p) * 100 >= HERE_LEAST);
}
