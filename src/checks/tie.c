#include "checks/tie.h"

#include "base/hash.h"
#include "checks/variant.h"
#include "mentions/names.h"

/* How much two documents seem to tell of one affair, in points: 100 where all names of the one are
 * in the other, 15 for an exact figure or date that both have, and 100 where all the words are the
 * same. Tuned on labelled corpora and on unrelated texts; see doc/calibration.md. */
#define VALUE_POINTS 15
#define AFFAIR_ALONE 90 /* from here on without a name beside the claims */
#define AFFAIR_NAMED 60 /* from here on with one */
#define AFFAIR_FEW 15   /* of RC_FEW_DOCS */
#define NAMES_LEAST 2   /* one name of a text that has no other proves little */
#define STORY_ALONE 50  /* documents that are so much alike tell one story, names or no names */
#define HERE_LEAST 30   /* weight of the names that stand in or beside both sentences, per cent */
#define HEADING 2       /* a step of `beside` */
#define PACKED_MAX 10000
#define EXACT_LEAST 200 /* weight of a value that few others would share by chance */

struct rc_ties {
    const rc_checking *c;
    uint8_t *kinds; /* by term: KIND_NAME: it tells one affair from another, or KIND_VALUE */
    double *names;  /* by document: the weight of its names; less than 0: not yet asked */
    rc_map known;   /* pair of documents -> affair and story, packed; + 1 */
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

static void note_kind(rc_ties *t, const rc_feature *f)
{
    bool name = rc_feature_is_name(f) && !is_country(t->c, f->entity);
    if (!name && (f->role != RC_FEATURE_VALUE || f->weight < EXACT_LEAST))
        return;
    uint32_t n = rc_terms_find(&t->c->store->terms, f->word);
    if (n != RC_TERM_NONE && !t->kinds[n])
        t->kinds[n] = name ? KIND_NAME : KIND_VALUE;
}

rc_ties *rc_ties_new(rc_arena *a, const rc_checking *c)
{
    const rc_store *s = c->store;
    rc_ties *t = RC_NEW(a, rc_ties);
    t->c = c;
    rc_map_init(&t->known, a, 1024);
    t->kinds = RC_NEW_ARRAY(a, uint8_t, s->terms.count);
    t->names = RC_NEW_ARRAY(a, double, s->doc_count);
    for (size_t i = 0; i < s->doc_count; i++)
        t->names[i] = -1;
    for (size_t i = 0; i < s->passage_count; i++) {
        for (uint32_t k = 0; k < s->passages[i]->feature_count; k++)
            note_kind(t, &s->passages[i]->features[k]);
    }
    return t;
}

static uint32_t kind_of(const rc_ties *t, rc_word w)
{
    uint32_t n = rc_terms_find(&t->c->store->terms, w);
    return n == RC_TERM_NONE ? 0 : t->kinds[n];
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

static double names_of(const rc_ties *t, uint32_t doc)
{
    const rc_store_doc *d = &t->c->store->docs[doc];
    double *known = &t->names[doc];
    if (*known < 0) {
        *known = 0;
        for (uint32_t i = 0; i < d->term_count; i++) {
            if (t->kinds[d->terms[i]] == KIND_NAME)
                *known += t->c->store->terms.doc_weight[d->terms[i]];
        }
    }
    return *known;
}

static double affair_of(const rc_ties *t, uint32_t doc_a, uint32_t doc_b)
{
    const rc_store *s = t->c->store;
    const rc_store_doc *x = &s->docs[doc_a], *y = &s->docs[doc_b];
    double names = 0, values = 0;
    for (uint32_t i = 0, k = 0; i < x->term_count && k < y->term_count;) {
        uint32_t p = x->terms[i], q = y->terms[k];
        if (p == q && t->kinds[p]) {
            double w = s->terms.doc_weight[p];
            names += t->kinds[p] == KIND_NAME ? w : 0;
            values += t->kinds[p] == KIND_VALUE ? w : 0;
        }
        i += p <= q;
        k += q <= p;
    }
    double a = names_of(t, doc_a), b = names_of(t, doc_b), least = a < b ? a : b;
    return 100 * names / (least > NAMES_LEAST ? least : NAMES_LEAST) + VALUE_POINTS * values;
}

static common in_common(rc_ties *t, uint32_t a, uint32_t b)
{
    const rc_store *s = t->c->store;
    uint32_t *known = rc_map_put(&t->known, rc_hash_mix(a + UINT64_C(1), b), 0);
    if (!*known) {
        double story = rc_store_story(s, a, b) * 100;
        double affair = affair_of(t, a, b) + story;
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

/* First role of a document or of one behind it: binary search. */
static size_t roles_from(const rc_names *n, uint32_t doc)
{
    size_t low = 0, high = n->role_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (n->roles[middle].doc < doc)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a role of the bearer in one document is one in the other, or a kind of it; `ret_both`:
 * both documents give roles. */
static bool share_a_role(const rc_names *n, uint32_t bearer, uint32_t a, uint32_t b, bool *ret_both)
{
    *ret_both = false;
    for (size_t i = roles_from(n, a); i < n->role_count && n->roles[i].doc == a; i++) {
        for (size_t k = roles_from(n, b); k < n->role_count && n->roles[k].doc == b; k++) {
            const rc_role *x = &n->roles[i].role, *y = &n->roles[k].role;
            if (x->entity != bearer || y->entity != bearer)
                continue;
            *ret_both = true;
            if (rc_roles_compare(n->role_table, x->text, y->text) <= RC_ROLES_KIND)
                return true;
        }
    }
    return false;
}

bool rc_namesakes(const rc_checking *c, const rc_claim *a, const rc_claim *b)
{
    bool both;
    uint32_t bearer = a->subject.entity - 1;
    if (!c->names || a->doc == b->doc || !a->subject.entity || a->type == RC_VALUE_ENTITY ||
        a->type == RC_VALUE_TERM || a->subject.key != b->subject.key ||
        a->subject.cls != RC_ENTITY_PERSON)
        return false;
    return !share_a_role(c->names, bearer, a->doc, b->doc, &both) && both &&
           rc_docs_shared(c->names, a->doc, b->doc, bearer, bearer) == 0;
}

rc_gate rc_gate_untied(rc_ties *t, const rc_claim *a, const rc_claim *b)
{
    bool one_name =
        a->subject.entity && a->subject.key == b->subject.key && a->subject.cls == RC_ENTITY_PERSON;
    if (!rc_tied(t, a, b))
        return one_name ? RC_GATE_NAMESAKE : RC_GATE_UNLIKE;
    return rc_namesakes(t->c, a, b) ? RC_GATE_NAMESAKE : RC_GATE_NONE;
}
