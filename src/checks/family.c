/* Claims of one family against each other, by the family's key: the same subject, the same object
 * as far as both name one, and values that cannot both hold in the way the family compares them. */
#include "checks/tie.h"

#include <stdlib.h>

#include "base/hash.h"
#include "rules/family.h"

#define NEAREST 24     /* claims of one key that are compared with each */
#define DISPUTES_MAX 8 /* shown of one key */

typedef struct {
    uint64_t key;
    uint32_t claim;
} keyed;

static int by_key(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static bool same_values(const rc_claim *a, const rc_claim *b)
{
    return rc_claim_values(a, b) == RC_VALUES_SAME;
}

static bool value_is_in_sentence(const rc_store *s, const rc_claim *value, const rc_claim *of)
{
    if (value->type != RC_VALUE_ENTITY || of->passage == UINT32_MAX)
        return false;
    const rc_passage *p = s->passages[of->passage];
    return rc_features_have(p->features, p->feature_count, value->value.entity.key);
}

/* Whether the subject is a pronoun or "the company": read from what stands before it, perhaps
 * wrongly. */
static bool refers_back(const rc_checking *c, const rc_claim *claim)
{
    rc_str text = rc_doc_slice(c->store->docs[claim->doc].doc, claim->subject.span), first = text;
    rc_str rest = text;
    (void)rc_str_split(&rest, ' ', &first);
    uint64_t classes = rc_lexicon_classes(c->store->lexicon, rc_word_from(first));
    return claim->subject.entity &&
           (classes & (RC_CLASS(PRONOUN) | RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE)));
}

/* A pronoun as value: whom it stands for is not sure enough to hold against a name. */
static bool value_refers_back(const rc_checking *c, const rc_claim *claim)
{
    if (claim->type != RC_VALUE_ENTITY)
        return false;
    rc_str text = rc_doc_slice(c->store->docs[claim->doc].doc, claim->value_span);
    return rc_lexicon_classes(c->store->lexicon, rc_word_from(text)) & RC_CLASS(PRONOUN);
}

#define ONE_AFFAIR_DAYS 60
#define ONE_STORY_DAYS 4 /* the same among many documents */

/* Where a state must be of one time and none is said: whether the documents are of one time. */
static bool same_days(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    if (a->time.value.len || b->time.value.len)
        return a->time.value.len && b->time.value.len;
    int64_t x = s->docs[a->doc].doc->date, y = s->docs[b->doc].doc->date;
    int64_t most = s->doc_count > RC_ONE_AFFAIR_DOCS ? ONE_STORY_DAYS : ONE_AFFAIR_DAYS;
    return a->doc == b->doc || x == RC_DAY_NONE || y == RC_DAY_NONE ||
           (x - y < most && y - x < most);
}

static bool is_place(const rc_argument *x)
{
    return x->cls == RC_ENTITY_PLACE || x->nation;
}

/* Whether two places are known to lie in different countries or states. */
static bool places_apart(const rc_claim *a, const rc_claim *b)
{
    const rc_argument *x = &a->value.entity, *y = &b->value.entity;
    return (x->nation && y->nation && x->nation != y->nation) ||
           (x->region && y->region && x->region != y->region);
}

/* Two places of which neither can be known to lie in the other. */
static bool places_exclude(const rc_family *f, const rc_claim *a, const rc_claim *b)
{
    const rc_argument *x = &a->value.entity, *y = &b->value.entity;
    if (places_apart(a, b))
        return true;
    return f->compare != RC_COMPARE_COUNTRY && x->scale == RC_PLACE_WITHIN &&
           y->scale == RC_PLACE_WITHIN;
}

/* A person is no place; what a name of another kind is of is seldom certain. */
static bool one_class(uint8_t x, uint8_t y)
{
    if (x == y || x == RC_ENTITY_OTHER || y == RC_ENTITY_OTHER)
        return true;
    return x != RC_ENTITY_PERSON && y != RC_ENTITY_PERSON && x != RC_ENTITY_PLACE &&
           y != RC_ENTITY_PLACE;
}

/* Whether two names cannot both fill a part that only one can: bearers of one class, and no two
 * forms of one name. */
static bool names_exclude(const rc_store *s, const rc_family *f, const rc_claim *a,
                          const rc_claim *b)
{
    const rc_argument *x = &a->value.entity, *y = &b->value.entity;
    if (is_place(x) && is_place(y))
        return places_exclude(f, a, b);
    if (f->compare == RC_COMPARE_COUNTRY || x->country != y->country)
        return false;
    return (!x->sure || !y->sure || one_class(x->cls, y->cls)) && !rc_claims_share_name(s, a, b);
}

/* What is announced of a measure here, and told as done there: two states of one thing, if the
 * documents are of the same days. */
static bool announced_otherwise(const rc_checking *c, const rc_claim *a, const rc_claim *b)
{
    bool planned = (a->modality == RC_PLANNED && b->modality == RC_ASSERTED) ||
                   (b->modality == RC_PLANNED && a->modality == RC_ASSERTED);
    return planned && a->type == RC_VALUE_TERM && a->doc != b->doc && !same_values(a, b) &&
           same_days(c->store, a, b) && rc_gate_apart(c->store, a, b) == RC_GATE_NONE;
}

static rc_gate judge(const rc_checking *c, const rc_family *f, const rc_claim *a, const rc_claim *b,
                     uint8_t *confidence)
{
    rc_gate gate = rc_gate_pair(c->store, a, b);
    if (gate != RC_GATE_NONE && !(gate == RC_GATE_NOT_ASSERTED && announced_otherwise(c, a, b)))
        return gate;
    bool denied = same_values(a, b); /* and yet no gate dropped them */
    if (f->compare == RC_COMPARE_MANY && !denied)
        return RC_GATE_COMPATIBLE;
    bool optional = f->time_optional && c->store->doc_count <= RC_ONE_AFFAIR_DOCS;
    if (f->time_key && !optional && !same_days(c->store, a, b))
        return RC_GATE_OTHER_TIME;
    if (value_refers_back(c, a) || value_refers_back(c, b))
        return RC_GATE_COMPATIBLE;
    if (!denied && (value_is_in_sentence(c->store, a, b) || value_is_in_sentence(c->store, b, a)))
        return RC_GATE_COMPATIBLE;
    if (!denied && a->type == RC_VALUE_ENTITY && !names_exclude(c->store, f, a, b))
        return RC_GATE_COMPATIBLE;
    *confidence = 90;
    if (!denied && a->type == RC_VALUE_ENTITY && is_place(&a->value.entity) && !places_apart(a, b))
        *confidence = 80;
    if (a->object.key && b->object.key) {
        uint32_t likeness = rc_arguments_alike(c->store->lexicon, &a->object, &b->object);
        if (likeness < RC_OBJECTS_ALIKE)
            return RC_GATE_OTHER_OBJECT;
        *confidence = (uint8_t)(*confidence - (100 - likeness) / 5);
    } else if (a->object.key || b->object.key) {
        *confidence = (uint8_t)(*confidence - 15);
    }
    if (refers_back(c, a) || refers_back(c, b))
        *confidence = (uint8_t)(*confidence - 18);
    /* A figure changes with time sooner than a name or a state. */
    if (f->time_key && !a->time.value.len && !b->time.value.len)
        *confidence = (uint8_t)(*confidence - (a->type == RC_VALUE_QUANTITY ? 20 : 6));
    if (!a->subject.entity)
        *confidence = (uint8_t)(*confidence - 12);
    if (!a->time.value.len != !b->time.value.len && f->time_key)
        *confidence = (uint8_t)(*confidence - 12);
    return RC_GATE_NONE;
}

/* Whether the document `doc` states the value of `c` under the same key. */
static bool states(const rc_store *s, const keyed *k, size_t from, size_t to, uint32_t doc,
                   const rc_claim *c)
{
    /* Claims of one key stand in the order of their documents. */
    size_t low = from, high = to;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->claims[k[middle].claim]->doc < doc)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < to && s->claims[k[i].claim]->doc == doc; i++) {
        const rc_claim *other = s->claims[k[i].claim];
        if (other != c && rc_claim_values(other, c) == RC_VALUES_SAME)
            return true;
    }
    return false;
}

/* Whether the very sentence of `other` says what `c` says, and more: "735 people in the hills and
 * 418 in the port". */
static bool says_both(const rc_store *s, const rc_claim *c, const rc_claim *other)
{
    const rc_store_doc *d = &s->docs[other->doc];
    for (uint32_t i = 0; i < d->claim_count; i++) {
        const rc_claim *o = s->claims[d->first_claim + i];
        if (o != other && o->passage == other->passage && o->type == c->type && same_values(o, c))
            return true;
    }
    return false;
}

static void report(rc_checking *c, const rc_family *f, const rc_claim *a, const rc_claim *b,
                   uint8_t confidence)
{
    rc_finding *out = RC_NEW(c->arena, rc_finding);
    const rc_doc *da = c->store->docs[a->doc].doc, *db = c->store->docs[b->doc].doc;
    out->rule = rc_arena_printf(c->arena, "%.*s/conflict", RC_STR_ARG(f->id));
    out->confidence = confidence;
    out->severity = (rc_severity)f->severity;
    if (confidence < 70 && out->severity == RC_ERROR)
        out->severity = RC_WARNING;
    if (a->source.key && a->source.key == b->source.key && out->severity == RC_ERROR)
        out->severity = RC_WARNING;
    if (confidence < 60 || rc_claim_magnitudes_apart(a, b))
        out->severity = RC_INFO;
    out->subject = a->subject.text;
    out->attribute = a->attribute;
    out->object = a->object.text.len ? a->object.text : b->object.text;
    out->message = rc_arena_printf(
        c->arena, "%.*s, %.*s%s%.*s: %.*s (%.*s) but %.*s (%.*s)", RC_STR_ARG(out->subject),
        RC_STR_ARG(out->attribute), out->object.len ? " of " : "", RC_STR_ARG(out->object),
        RC_STR_ARG(rc_doc_slice(da, a->value_span)), RC_STR_ARG(rc_checking_place(c, a)),
        RC_STR_ARG(rc_doc_slice(db, b->value_span)), RC_STR_ARG(rc_checking_place(c, b)));
    out->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, 2);
    out->claims[0] = rc_checking_side(c, a, 0);
    out->claims[1] = rc_checking_side(c, b, 1);
    out->claim_count = 2;
    rc_checking_add(c, out);
}

static void look(rc_checking *c, uint32_t a, uint32_t b, rc_gate gate)
{
    if (!c->trace)
        return;
    rc_looked l = {a, b, gate, 1.0};
    RC_PUSH(c->arena, c->looked, c->looked_count, c->looked_capacity, l);
}

/* Disputes of one key already reported: the two claims of each. */
typedef struct {
    const rc_claim *a[DISPUTES_MAX], *b[DISPUTES_MAX];
    uint32_t count;
} disputes;

/* Whether the two values were reported against each other before; past DISPUTES_MAX of one key
 * everything was. */
static bool known(disputes *d, const rc_claim *a, const rc_claim *b)
{
    for (uint32_t i = 0; i < d->count; i++) {
        if ((same_values(d->a[i], a) && same_values(d->b[i], b)) ||
            (same_values(d->a[i], b) && same_values(d->b[i], a)))
            return true;
    }
    if (d->count == DISPUTES_MAX)
        return true;
    d->a[d->count] = a;
    d->b[d->count++] = b;
    return false;
}

static void compare_bucket(rc_checking *c, rc_ties *ties, const keyed *k, size_t from, size_t to)
{
    const rc_store *s = c->store;
    disputes reported = {.count = 0};
    for (size_t i = from; i < to; i++) {
        for (size_t j = i > from + NEAREST ? i - NEAREST : from; j < i; j++) {
            const rc_claim *a = s->claims[k[j].claim], *b = s->claims[k[i].claim];
            if (a->doc == b->doc && a->passage == b->passage &&
                a->sentence.start == b->sentence.start)
                continue;
            const rc_family *f = rc_rules_family(c->rules, a->family - 1);
            uint8_t confidence = 0;
            rc_gate gate = judge(c, f, a, b, &confidence);
            if (gate == RC_GATE_NONE && a->doc != b->doc &&
                (states(s, k, from, to, b->doc, a) || states(s, k, from, to, a->doc, b) ||
                 says_both(s, a, b) || says_both(s, b, a)))
                gate = RC_GATE_RESTATED;
            if (gate == RC_GATE_NONE && s->doc_count > RC_ONE_AFFAIR_DOCS)
                gate = rc_gate_untied(ties, a, b);
            else if (gate == RC_GATE_NONE && rc_namesakes(c, a, b))
                gate = RC_GATE_NAMESAKE;
            look(c, k[j].claim, k[i].claim, gate);
            if (gate == RC_GATE_NONE && !known(&reported, a, b))
                report(c, f, a, b, confidence);
        }
    }
}

rc_status rc_check_family(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    keyed *k = RC_NEW_ARRAY(scratch, keyed, s->claim_count + 1);
    rc_ties *ties = rc_ties_new(scratch, c);
    size_t count = 0;
    for (uint32_t i = 0; i < s->claim_count; i++) {
        const rc_claim *claim = s->claims[i];
        if (claim->family && claim->subject.key)
            k[count++] = (keyed){rc_hash_mix(claim->family, claim->subject.key), i};
    }
    qsort(k, count, sizeof(*k), by_key);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && k[end].key == k[i].key)
            end++;
        compare_bucket(c, ties, k, i, end);
        i = end;
    }
    rc_arena_free(scratch);
    return RC_OK;
}
