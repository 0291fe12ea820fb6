/* Open claims against each other. Two claims conflict when they seem to be about one thing, no gate
 * drops them, and each is the other's best match: the other document does not state the same value
 * somewhere else, nor stands a nearer claim against it. Claims that agree are joined, so that a
 * finding shows every document on either side. */
#include "checks/check.h"

#include <math.h>

#include "base/hash.h"
#include "checks/evidence.h"
#include "checks/tie.h"
#include "store/pairs.h"

/* Tuned on labelled corpora; see doc/calibration.md. */
#define LIKE_SAME 0.20   /* agreeing claims of two documents are of one fact */
#define LIKE_INFO 0.26   /* below: not reported */
#define LIKE_RETOLD 0.6  /* of dates within one document */
#define LIKE_WITHIN 0.42 /* the same within one document */
#define LIKE_WARNING 0.30
#define LIKE_EVENT 0.5     /* dates of one event, told by other verbs */
#define RARE 0.55          /* weight of the rarest word that they share */
#define SCORE_WARNING 0.65 /* weighed evidence that is enough by itself */
#define SCORE_DATE 0.55    /* the same for dates */
#define SCORE_DOUBTFUL 0.8 /* the same where nouns or subjects differ */
#define SCORE_INFO 0.2     /* below: an editor's look at most */
#define NEAR_DOUBTFUL                                                                              \
    0.12                /* likeness of what a run of many documents weighs in spite of a gate      \
                         */
#define SLIP_EXACT 0.6  /* exactness of three digits */
#define RIVAL 1.0       /* an agreeing claim as near as this share of the likeness settles it */
#define EXACT_RIVAL 0.4 /* the same for dates of a month or a day */
#define TRANSPOSED 0.1  /* more likeness for figures of the same digits */
#define SIDE_MEMBERS 8  /* claims shown a finding */

typedef struct {
    rc_likeness like;
    double rank; /* likeness, and more for what the figure counts and what is said of it */
    double confidence;
    double score; /* of the weighed evidence, 0 to 1 */
} weight;

/* There are millions of them in a large run: what is known of a match beyond its likeness is made
 * for the few that it counts for. */
typedef struct {
    uint32_t a, b;
    weight *weight; /* made when it is asked for: see weigh; NULL before */
    double like;    /* the whole likeness, once it was asked for: see is_like; less than 0 before */
    uint8_t values; /* rc_values */
    uint8_t gate;   /* rc_gate */
    bool loose;     /* two answers that do not exclude each other */
    bool unlike;    /* of one that no gate dropped: not like enough */
    bool doubtful;  /* dropped at a gate that strong evidence opens */
    bool weighed;   /* the evidence is enough to report it */
    bool slip;      /* the same digits in another order */
    bool reported;
} match;

typedef struct {
    rc_checking *c;
    const rc_store *s;
    rc_arena *scratch;
    rc_ties *ties;
    rc_likener *likener;
    match *matches;
    size_t count, capacity;
    uint32_t *of_first; /* for each claim: its first place in `of` */
    uint32_t *of;       /* matches of each claim, claim by claim */
    uint32_t *fact;     /* union-find over claims */
    rc_map of_family;   /* document and mention of a value -> a family's claim of it + 1 */
    uint32_t *alike;    /* of each claim: values of its kind in its document; 0: not counted yet */
    rc_evidence_weights weights;
} finder;

static bool tells_what(const rc_feature *f)
{
    return (f->role == RC_FEATURE_PREDICATE || f->role == RC_FEATURE_COUNTED) && !f->entity;
}

/* A date tells of its verb: two dates are of one event only where the verb, or the noun that it
 * hangs on, is the same or means the same. */
static bool same_event(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    for (uint32_t i = 0; i < a->feature_count; i++) {
        if (!tells_what(&a->features[i]))
            continue;
        for (uint32_t k = 0; k < b->feature_count; k++) {
            if (!tells_what(&b->features[k]))
                continue;
            rc_word x = a->features[i].word, y = b->features[k].word;
            if (x == y || rc_lexicon_related(s->lexicon, x, y, RC_VERB) >= RC_RELATED_SYNONYM)
                return true;
        }
    }
    return false;
}

static bool agree_in_a_value(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_passage *p = s->passages[a->passage], *q = s->passages[b->passage];
    for (uint32_t i = 0; i < p->feature_count; i++) {
        if (p->features[i].role == RC_FEATURE_VALUE &&
            rc_features_have(q->features, q->feature_count, p->features[i].word))
            return true;
    }
    return false;
}

/* Sentences that are alike but for two figures or more are counts of two days, or rows of two
 * things, unless they agree in another figure. */
static bool other_record(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    if (a->passage == UINT32_MAX || b->passage == UINT32_MAX || a->passage == b->passage ||
        (a->time.value.len && rc_str_eq(a->time.value, b->time.value)))
        return false;
    const rc_passage *p = s->passages[a->passage], *q = s->passages[b->passage];
    uint32_t agreed = 0, only_p = 0, only_q = 0;
    for (uint32_t i = 0; i < p->feature_count; i++) {
        if (p->features[i].role != RC_FEATURE_VALUE)
            continue;
        if (rc_features_have(q->features, q->feature_count, p->features[i].word))
            agreed++;
        else
            only_p++;
    }
    for (uint32_t i = 0; i < q->feature_count; i++) {
        if (q->features[i].role == RC_FEATURE_VALUE)
            only_q += !rc_features_have(p->features, p->feature_count, q->features[i].word);
    }
    return !agreed && only_p > 1 && only_q > 1;
}

/* Figures that do not exclude each other, and yet are two answers to one question: "over 60%" and
 * "roughly 70%". */
static bool two_answers(const rc_claim *a, const rc_claim *b)
{
    if (a->type != RC_VALUE_QUANTITY || a->modality != RC_ASSERTED || b->modality != RC_ASSERTED)
        return false;
    const rc_quantity *x = &a->value.quantity, *y = &b->value.quantity;
    if (x->role != y->role || !rc_str_eq(x->unit->id, y->unit->id) || x->per || y->per)
        return false;
    double p = rc_decimal_approximate(x->has_low ? x->low : x->high);
    double q = rc_decimal_approximate(y->has_low ? y->low : y->high);
    double large = p > q ? p : q, small = p > q ? q : p;
    return small > 0 && small < 0.97 * large && small > 0.7 * large &&
           (x->approximate || y->approximate || x->comparator != RC_EQ || y->comparator != RC_EQ);
}

/* --- what is known of a match ------------------------------------------------------------------
 */

static rc_likeness near_likeness(const finder *f, const match *m)
{
    return rc_likeness_near(f->likener, f->s->claims[m->a], f->s->claims[m->b]);
}

/* Adds to the likeness what stands around, and what figures of the same digits tell. */
static void complete(const finder *f, const match *m, rc_likeness *like)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    rc_likeness_around(f->likener, a, b, like);
    if (rc_values_transposed(a, b) &&
        (like->anchor > 0 || rc_claims_share(a, b, RC_FEATURE_PREDICATE)))
        like->total += TRANSPOSED;
}

static weight *weigh(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    if (m->weight)
        return m->weight;
    weight *w = m->weight = RC_NEW(f->scratch, weight);
    w->like = near_likeness(f, m);
    complete(f, m, &w->like);
    w->rank = w->like.total + (rc_claims_share(a, b, RC_FEATURE_COUNTED) ? 0.15 : 0) +
              (rc_claims_share(a, b, RC_FEATURE_PREDICATE) ? 0.08 : 0) +
              (rc_claims_share(a, b, RC_FEATURE_SUBJECT) ? 0.08 : 0) +
              (rc_values_transposed(a, b) ? 0.15 : 0);
    m->like = w->like.total;
    return w;
}

/* Whether the likeness, of which `near` is known, is `least` or more. */
static bool reaches(const finder *f, match *m, rc_likeness *near, double least)
{
    if (m->like < 0) {
        if (rc_likeness_most(near) + TRANSPOSED < least)
            return false;
        complete(f, m, near);
        m->like = near->total;
    }
    return m->like >= least;
}

static bool is_like(const finder *f, match *m, double least)
{
    if (m->like >= 0)
        return m->like >= least;
    rc_likeness near = near_likeness(f, m);
    return reaches(f, m, &near, least);
}

/* Whether two dates may be of one event though no verb says so: nearly all else is the same, and
 * they lie close together. */
static bool told_otherwise(const finder *f, const match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    const rc_time *x = &a->value.time, *y = &b->value.time;
    bool year = x->grain == RC_GRAIN_YEAR && y->grain == RC_GRAIN_YEAR;
    bool exact = x->grain <= RC_GRAIN_MONTH && y->grain <= RC_GRAIN_MONTH;
    if (x->kind != RC_TIME_DATE || !(year || exact) || (!year && rc_claim_distance(a, b) >= 0.1))
        return false;
    rc_likeness like = near_likeness(f, m);
    if (like.rarest < RARE || rc_likeness_most(&like) + TRANSPOSED < LIKE_EVENT)
        return false;
    complete(f, m, &like);
    return like.total >= LIKE_EVENT;
}

static void note(finder *f, match *m, rc_gate gate)
{
    if (!f->c->trace)
        return;
    rc_looked l = {m->a, m->b, gate, weigh(f, m)->like.total};
    RC_PUSH(f->c->arena, f->c->looked, f->c->looked_count, f->c->looked_capacity, l);
}

/* How much two sentences must be alike to be records of one kind; more where all documents are of
 * one affair. */
static double record_likeness(const rc_store *s)
{
    return s->doc_count <= RC_FEW_DOCS ? 0.6 : 0.4;
}

static double least_likeness(const rc_claim *a, const rc_claim *b)
{
    return a->doc == b->doc ? LIKE_WITHIN : LIKE_INFO;
}

/* A match that no gate dropped: whether it is of another event, or too little alike. */
static void look_closer(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    rc_likeness near = near_likeness(f, m);
    if (near.sentence > record_likeness(f->s) && other_record(f->s, a, b))
        m->gate = RC_GATE_OTHER_EVENT;
    m->unlike = !reaches(f, m, &near, least_likeness(a, b));
}

/* Whether a match that a gate dropped is kept all the same, to be weighed: two texts may name one
 * thing in other words. */
static bool may_be_opened(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    if (a->doc == b->doc || m->values != RC_VALUES_DIFFER ||
        !rc_gate_opens(f->s, a, b, (rc_gate)m->gate))
        return false;
    return f->s->doc_count <= RC_ONE_AFFAIR_DOCS || near_likeness(f, m).total >= NEAR_DOUBTFUL;
}

static uint64_t value_key(const rc_claim *c)
{
    return rc_hash_mix(c->doc + UINT64_C(1), c->mention);
}

static void index_families(finder *f)
{
    rc_map_init(&f->of_family, f->scratch, 64);
    for (uint32_t i = 0; i < f->s->claim_count; i++) {
        const rc_claim *c = f->s->claims[i];
        if (c->family && c->mention != UINT32_MAX && c->object.key)
            (void)rc_map_put(&f->of_family, value_key(c), i + 1);
    }
}

/* Whether one family read both figures, and of two objects: "a share of the tuna market". */
static bool of_other_objects(const finder *f, const rc_claim *a, const rc_claim *b)
{
    const uint32_t *x = rc_map_get(&f->of_family, value_key(a));
    const uint32_t *y = x ? rc_map_get(&f->of_family, value_key(b)) : NULL;
    if (!y)
        return false;
    const rc_claim *p = f->s->claims[*x - 1], *q = f->s->claims[*y - 1];
    return p->family == q->family &&
           rc_arguments_alike(f->s->lexicon, &p->object, &q->object) < RC_OBJECTS_ALIKE;
}

static void consider(finder *f, uint32_t first, uint32_t second)
{
    const rc_claim *a = f->s->claims[first], *b = f->s->claims[second];
    rc_values values = rc_claim_values(a, b);
    if (values == RC_VALUES_UNRELATED)
        return;
    match m = {.a = first, .b = second, .like = -1, .values = (uint8_t)values};
    m.gate = (uint8_t)rc_gate_valued(f->s, a, b, values);
    if (m.gate == RC_GATE_NONE && a->type == RC_VALUE_TIME && !same_event(f->s, a, b) &&
        (a->doc == b->doc || !told_otherwise(f, &m)))
        m.gate = RC_GATE_OTHER_EVENT;
    if (m.gate == RC_GATE_NONE && a->type == RC_VALUE_QUANTITY && of_other_objects(f, a, b))
        m.gate = RC_GATE_OTHER_OBJECT;
    if (m.gate == RC_GATE_COMPATIBLE && a->doc != b->doc && two_answers(a, b) &&
        rc_gate_apart(f->s, a, b) == RC_GATE_NONE) {
        m.gate = RC_GATE_NONE;
        m.loose = true;
    }
    m.doubtful = may_be_opened(f, &m);
    /* What a gate drops is looked at no further, unless somebody asks why. */
    if (m.gate != RC_GATE_NONE && m.gate != RC_GATE_SAME_VALUE && m.gate != RC_GATE_COMPATIBLE &&
        !m.doubtful && !f->c->trace)
        return;
    if (m.gate == RC_GATE_NONE)
        look_closer(f, &m);
    RC_PUSH(f->scratch, f->matches, f->count, f->capacity, m);
}

static void collect(finder *f, rc_value_type type)
{
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    rc_pairing *pairing = rc_pairing_new(scratch, f->s, type);
    rc_partners of;
    while (rc_pairing_next(pairing, &of)) {
        for (size_t i = 0; i < of.count; i++)
            consider(f, of.claim, of.with[i]);
    }
    rc_arena_free(scratch);
}

static void index_matches(finder *f)
{
    size_t n = f->s->claim_count;
    f->of_first = RC_NEW_ARRAY(f->scratch, uint32_t, n + 2);
    f->of = RC_NEW_ARRAY(f->scratch, uint32_t, f->count * 2 + 1);
    for (size_t i = 0; i < f->count; i++) {
        f->of_first[f->matches[i].a + 1]++;
        f->of_first[f->matches[i].b + 1]++;
    }
    for (size_t i = 0; i < n; i++)
        f->of_first[i + 1] += f->of_first[i];
    uint32_t *at = RC_NEW_ARRAY(f->scratch, uint32_t, n + 1);
    for (uint32_t i = 0; i < f->count; i++) {
        uint32_t a = f->matches[i].a, b = f->matches[i].b;
        f->of[f->of_first[a] + at[a]++] = i;
        f->of[f->of_first[b] + at[b]++] = i;
    }
}

/* Agreement that says something: an open bound agrees with almost everything. */
static bool settles(const finder *f, const match *r)
{
    if (r->values == RC_VALUES_SAME)
        return true;
    const rc_claim *a = f->s->claims[r->a], *b = f->s->claims[r->b];
    if (r->values == RC_VALUES_COMPATIBLE && a->type == RC_VALUE_TIME)
        return (a->bound == RC_TIME_ON || a->bound == RC_TIME_SNAPSHOT) &&
               (b->bound == RC_TIME_ON || b->bound == RC_TIME_SNAPSHOT);
    return r->values == RC_VALUES_COMPATIBLE &&
           (a->type != RC_VALUE_QUANTITY ||
            (a->value.quantity.has_low && a->value.quantity.has_high && b->value.quantity.has_low &&
             b->value.quantity.has_high));
}

/* Two dates that agree to the month or better are of one event more often than two that do not,
 * even where other words tell of it. */
static double needed_rank(const finder *f, const match *r, match *m)
{
    const rc_claim *a = f->s->claims[r->a], *b = f->s->claims[r->b];
    bool exact = a->type == RC_VALUE_TIME && a->value.time.kind == RC_TIME_DATE &&
                 a->value.time.grain <= RC_GRAIN_MONTH && b->value.time.grain <= RC_GRAIN_MONTH;
    return (exact ? EXACT_RIVAL : RIVAL) * weigh(f, m)->rank;
}

/* A bound is borne out by a figure close to it, in the same sentence as the counterpart or as
 * likely a counterpart itself: "more than $400 million" by $411.8 million, whatever else stands
 * there. */
static bool bears_out(const finder *f, match *r, match *m, uint32_t third, uint32_t other)
{
    const rc_claim *a = f->s->claims[r->a], *b = f->s->claims[r->b];
    if (r->values != RC_VALUES_COMPATIBLE || a->type != RC_VALUE_QUANTITY ||
        (a->value.quantity.comparator == RC_EQ && b->value.quantity.comparator == RC_EQ))
        return false;
    const rc_quantity *x = &a->value.quantity, *y = &b->value.quantity;
    double p = rc_decimal_approximate(x->has_low ? x->low : x->high);
    double q = rc_decimal_approximate(y->has_low ? y->low : y->high);
    double large = p > q ? p : q, small = p > q ? q : p;
    bool close = small > 0.85 * large && rc_str_eq(x->unit->id, y->unit->id);
    return close && (f->s->claims[third]->passage == f->s->claims[other]->passage ||
                     weigh(f, r)->rank >= 0.6 * weigh(f, m)->rank);
}

/* Whether the document of `other` has something that settles or takes the place of `other` as the
 * counterpart of `claim`. */
static bool has_rival(const finder *f, match *m, uint32_t claim, uint32_t other)
{
    const rc_claim *mine = f->s->claims[claim], *theirs = f->s->claims[other];
    for (uint32_t i = f->of_first[claim]; i < f->of_first[claim + 1]; i++) {
        match *r = &f->matches[f->of[i]];
        uint32_t third = r->a == claim ? r->b : r->a;
        if (third == other || f->s->claims[third]->doc != theirs->doc)
            continue;
        if (mine->doc == theirs->doc && r->values == RC_VALUES_SAME)
            continue; /* one text may state one side twice */
        if (bears_out(f, r, m, third, other))
            return true;
        /* The very sentence says what I say, and more. */
        if (r->values == RC_VALUES_SAME && mine->doc != theirs->doc &&
            f->s->claims[third]->passage == theirs->passage)
            return true;
        if (settles(f, r) && weigh(f, r)->rank >= needed_rank(f, r, m))
            return true;
        if (r->values == RC_VALUES_DIFFER && r->gate == RC_GATE_NONE &&
            weigh(f, r)->rank > weigh(f, m)->rank + 0.02 &&
            rc_claim_values(theirs, f->s->claims[third]) != RC_VALUES_SAME)
            return true;
    }
    return false;
}

/* Whether a document states a value of some precision anywhere. */
static bool document_states(const finder *f, uint32_t doc, const rc_claim *value)
{
    if (value->type == RC_VALUE_QUANTITY) {
        const rc_quantity *q = &value->value.quantity;
        bool large = q->unit->dimension != RC_DIM_NUMBER && q->unit->dimension != RC_DIM_PERCENT;
        bool round = q->low.digits < 100 && q->low.digits > -100 && !(large && q->low.exponent > 2);
        if (round || !q->has_low)
            return false;
    } else if (value->type == RC_VALUE_TIME) {
        if (value->value.time.grain > RC_GRAIN_MONTH)
            return false;
    }
    const rc_store_doc *d = &f->s->docs[doc];
    for (uint32_t i = 0; i < d->claim_count; i++) {
        const rc_claim *c = f->s->claims[d->first_claim + i];
        if (c->type == value->type && rc_claim_values(c, value) == RC_VALUES_SAME)
            return true;
    }
    return false;
}

static uint32_t supporters(const finder *f, uint32_t claim)
{
    uint32_t count = 0;
    for (uint32_t i = f->of_first[claim]; i < f->of_first[claim + 1]; i++) {
        match *r = &f->matches[f->of[i]];
        count += r->values == RC_VALUES_SAME &&
                 f->s->claims[r->a]->doc != f->s->claims[r->b]->doc && is_like(f, r, LIKE_SAME);
    }
    return count;
}

static bool anchored_far(const rc_claim *c)
{
    return c->type == RC_VALUE_TIME && c->value.time.anchor == RC_ANCHOR_MENTION &&
           c->value.time.grain > RC_GRAIN_DAY;
}

static double confidence(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    const rc_likeness *like = &weigh(f, m)->like;
    double x = (like->total - 0.34) * 7 + (like->rarest - 0.5) * 2;
    bool measure =
        a->type == RC_VALUE_QUANTITY && a->value.quantity.unit->dimension > RC_DIM_CURRENCY;
    x += rc_claims_share(a, b, RC_FEATURE_COUNTED) ? 0.5 : measure ? 0 : -0.3;
    x += rc_claims_share(a, b, RC_FEATURE_PREDICATE)                ? 0.4
         : a->attribute_key && a->attribute_key == b->attribute_key ? 0.2
                                                                    : -0.1;
    x += rc_claims_share(a, b, RC_FEATURE_SUBJECT) ? 0.4 : 0;
    double distance = rc_claim_distance(a, b);
    x -= distance * 1.5 - 0.5;
    x -= distance > RC_MAGNITUDES_APART ? 1.0 : 0; /* another order of magnitude: another thing */
    x -= rc_scopes_onesided(&a->scope, &b->scope) * 0.3;
    x -= rc_names_contrasting(a, b) * 0.8;
    x += rc_values_transposed(a, b) ? 1.2 : 0;
    bool credited = a->source.key && a->source.key == b->source.key;
    x -= a->modality != b->modality && !credited ? 0.8 : 0;
    x -= (anchored_far(a) || anchored_far(b)) ? 1.0 : 0;
    uint32_t support = supporters(f, m->a) + supporters(f, m->b);
    x += support > 2 ? 0.6 : support * 0.25;
    return 1 / (1 + exp(-x));
}

/* Within one text a writer tells of many like things one after the other: only the same thing said
 * of the same subject in the same words is held against itself. */
static bool repeats_itself(const rc_claim *a, const rc_claim *b)
{
    return rc_claims_share(a, b, RC_FEATURE_PREDICATE) &&
           (rc_claims_share(a, b, RC_FEATURE_SUBJECT) || rc_claims_share(a, b, RC_FEATURE_COUNTED));
}

static bool same_kind(const rc_claim *a, const rc_claim *b)
{
    if (a->type != b->type || b->family)
        return false;
    if (a->type != RC_VALUE_QUANTITY)
        return a->value.time.kind == b->value.time.kind;
    return a->value.quantity.unit->dimension == b->value.quantity.unit->dimension &&
           (a->value.quantity.unit->dimension != RC_DIM_NUMBER ||
            rc_claims_share(a, b, RC_FEATURE_COUNTED));
}

/* How many values of its kind the document of a claim has, with its own. */
static double like_it(const finder *f, uint32_t claim)
{
    if (f->alike[claim])
        return f->alike[claim];
    const rc_claim *c = f->s->claims[claim];
    const rc_store_doc *d = &f->s->docs[c->doc];
    for (uint32_t i = 0; i < d->claim_count; i++) {
        const rc_claim *other = f->s->claims[d->first_claim + i];
        f->alike[claim] += other == c || same_kind(c, other);
    }
    return f->alike[claim];
}

/* The evidence for a match, and its weight. */
static double score(const finder *f, match *m, rc_evidence *e)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    rc_evidence_of(f->s, a, b, &weigh(f, m)->like, e);
    e->of[RC_EVIDENCE_RIVAL] = has_rival(f, m, m->a, m->b) || has_rival(f, m, m->b, m->a);
    e->of[RC_EVIDENCE_STATED] = document_states(f, b->doc, a) || document_states(f, a->doc, b);
    double x = supporters(f, m->a), y = supporters(f, m->b), most = x > y ? x : y;
    e->of[RC_EVIDENCE_SUPPORT] = most > 3 ? 1.0 : most / 3.0;
    e->of[RC_EVIDENCE_SETTLED] = x > 0 && y > 0;
    e->of[RC_EVIDENCE_UNIQUE] = 1 / sqrt(like_it(f, m->a) * like_it(f, m->b));
    e->of[RC_EVIDENCE_STORY] = rc_store_story(f->s, a->doc, b->doc);
    e->of[RC_EVIDENCE_TIED] = rc_tied(f->ties, a, b);
    e->of[RC_EVIDENCE_LOOSE] = m->loose;
    return rc_evidence_score(&f->weights, a->type, e);
}

/* In few documents only namesakes are untied: what else the documents share is evidence. */
static rc_gate untied(const finder *f, const match *m, bool few)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    if (!few)
        return rc_gate_untied(f->ties, a, b);
    return rc_namesakes(f->c, a, b) ? RC_GATE_NAMESAKE : RC_GATE_NONE;
}

/* A text that dates one thing after the other, rather than one thing twice. */
static bool tells_on(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    return rc_names_contrasting(a, b) || !is_like(f, m, LIKE_RETOLD);
}

/* Among many documents two dates are of one event where a name says so, or no name speaks against
 * it. */
static bool of_other_names(const finder *f, const rc_claim *a, const rc_claim *b)
{
    if (f->s->doc_count <= RC_ONE_AFFAIR_DOCS || !rc_names_contrasting(a, b))
        return false;
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *x = &a->features[i];
        if (rc_feature_is_name(x) &&
            (x->role == RC_FEATURE_SUBJECT || x->role == RC_FEATURE_OBJECT) &&
            rc_features_have(b->features, b->feature_count, x->word))
            return false;
    }
    return true;
}

/* By the words alone, without the weights: the gates, and a least likeness. */
static rc_gate rule_of_thumb(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    bool within = a->doc == b->doc;
    if (m->gate != RC_GATE_NONE)
        return (rc_gate)m->gate;
    if (m->unlike)
        return RC_GATE_UNLIKE;
    bool same = within ? repeats_itself(a, b) && !(a->type == RC_VALUE_TIME && tells_on(f, m))
                       : a->type != RC_VALUE_TIME || rc_claims_share_argument(f->s, a, b) ||
                             (is_like(f, m, LIKE_WITHIN) && !rc_names_contrasting(a, b));
    if (!same || (a->type == RC_VALUE_TIME && of_other_names(f, a, b)))
        return RC_GATE_UNLIKE;
    bool few = f->s->doc_count <= RC_ONE_AFFAIR_DOCS && is_like(f, m, LIKE_WITHIN);
    rc_gate apart = untied(f, m, few);
    if (apart != RC_GATE_NONE)
        return apart;
    if (has_rival(f, m, m->a, m->b) || has_rival(f, m, m->b, m->a) ||
        (!within && (document_states(f, b->doc, a) || document_states(f, a->doc, b))))
        return RC_GATE_RESTATED;
    return RC_GATE_NONE;
}

/* The same digits in another order, and no third claim that explains either: seldom two things. Two
 * digits alone prove less. */
static bool is_slip(const rc_evidence *e)
{
    bool counted = e->of[RC_EVIDENCE_COUNTED_SAME] > 0 || e->of[RC_EVIDENCE_COUNTED_RELATED] > 0;
    return e->of[RC_EVIDENCE_TRANSPOSED] > 0 &&
           (e->of[RC_EVIDENCE_EXACT] >= SLIP_EXACT || counted || e->of[RC_EVIDENCE_MONEY] > 0 ||
            e->of[RC_EVIDENCE_MEASURE] > 0);
}

/* Whether a value can be told without its words: no length of time, and no day counted from another
 * one that the text names. */
static bool stands_alone(const rc_claim *c)
{
    return c->type != RC_VALUE_TIME ||
           (c->value.time.kind == RC_TIME_DATE && c->value.time.anchor != RC_ANCHOR_MENTION);
}

/* By the weighed evidence, whatever the words: both sides must be each other's best counterpart. */
static bool weighs_enough(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    rc_evidence e;
    bool worth = a->doc != b->doc && (m->values == RC_VALUES_DIFFER || m->loose) &&
                 (m->doubtful || m->gate == RC_GATE_NONE) && stands_alone(a) && stands_alone(b) &&
                 (f->s->doc_count <= RC_ONE_AFFAIR_DOCS || !m->unlike);
    if (!worth || untied(f, m, f->s->doc_count <= RC_ONE_AFFAIR_DOCS) != RC_GATE_NONE)
        return false;
    double s = score(f, m, &e);
    weigh(f, m)->score = s;
    bool contested = e.of[RC_EVIDENCE_RIVAL] > 0 || e.of[RC_EVIDENCE_SETTLED] > 0 ||
                     e.of[RC_EVIDENCE_STATED] > 0 ||
                     (e.of[RC_EVIDENCE_SUBJECT_OTHER] > 0 && e.of[RC_EVIDENCE_NAMES_OTHER] > 0);
    bool other_thing = m->gate == RC_GATE_OTHER_ATTRIBUTE || m->gate == RC_GATE_OTHER_SUBJECT;
    double enough = other_thing                ? SCORE_DOUBTFUL
                    : a->type == RC_VALUE_TIME ? SCORE_DATE
                                               : SCORE_WARNING;
    m->slip = !contested && is_slip(&e);
    return !contested && (s >= enough || m->slip);
}

/* Figures of different size, where little says that they are of one thing. */
static bool far_off(const finder *f, const match *m)
{
    return rc_claim_distance(f->s->claims[m->a], f->s->claims[m->b]) > RC_MAGNITUDES_APART;
}

static bool decide(finder *f, match *m)
{
    rc_gate gate = rule_of_thumb(f, m);
    /* Among many documents the weights alone prove nothing: they were learnt on texts of one
     * affair.
     */
    bool asked = gate == RC_GATE_NONE || (f->s->doc_count <= RC_ONE_AFFAIR_DOCS &&
                                          !(gate == RC_GATE_UNLIKE && far_off(f, m)));
    m->weighed = asked && weighs_enough(f, m);
    note(f, m, m->weighed ? RC_GATE_NONE : gate);
    if (gate != RC_GATE_NONE && !m->weighed)
        return false;
    weight *w = weigh(f, m);
    w->confidence = gate == RC_GATE_NONE ? confidence(f, m) : 0;
    if (m->weighed && w->score > w->confidence)
        w->confidence = w->score;
    if (m->weighed && w->confidence < SCORE_WARNING)
        w->confidence = SCORE_WARNING; /* a slip */
    return true;
}

/* What two documents, or two sentences, have to say about each other: claims that dispute and
 * claims that agree, on either side. */
typedef struct {
    uint32_t disputed[2], agreed[2];
} tally;

typedef struct {
    rc_map of_pair; /* two documents or two sentences -> place in `items` + 1 */
    rc_map counted; /* claims that a tally has */
    tally *items;
    size_t count, capacity;
} tallies;

static tally *tally_of(finder *f, tallies *t, uint64_t pair)
{
    uint32_t *at = rc_map_put(&t->of_pair, pair, 0);
    if (!*at) {
        RC_PUSH(f->scratch, t->items, t->count, t->capacity, ((tally){{0, 0}, {0, 0}}));
        *at = (uint32_t)t->count;
    }
    return &t->items[*at - 1];
}

/* Counts every claim once. */
static void count_match(finder *f, tallies *t, uint64_t pair, const match *m)
{
    tally *into = tally_of(f, t, pair);
    bool agrees = m->values == RC_VALUES_SAME;
    uint32_t *counts = agrees ? into->agreed : into->disputed;
    const uint32_t claims[] = {m->a, m->b};
    for (uint32_t side = 0; side < 2; side++) {
        uint64_t key = rc_hash_mix(rc_hash_mix(pair, claims[side]), agrees + UINT64_C(1));
        uint32_t *known = rc_map_put(&t->counted, key, 0);
        counts[side] += *known == 0;
        *known = 1;
    }
}

static uint32_t least(const uint32_t *sides)
{
    return sides[0] < sides[1] ? sides[0] : sides[1];
}

static uint64_t docs_key(const finder *f, const match *m)
{
    return rc_hash_mix(f->s->claims[m->a]->doc + UINT64_C(1), f->s->claims[m->b]->doc);
}

static uint64_t passages_key(const finder *f, const match *m)
{
    return rc_hash_mix(f->s->claims[m->a]->passage + (UINT64_C(1) << 33),
                       f->s->claims[m->b]->passage);
}

#define DISPUTES_MANY 3 /* of two documents that agree in less */
#define DISPUTES_ALL 2  /* of two sentences that agree in nothing */

/* Texts about one affair agree in most of what they say. Where almost nothing agrees, in two
 * documents or in two sentences, they tell of two: two matches, two quarters, two rows. */
static bool other_instance(finder *f, tallies *t, const match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    if (a->doc == b->doc || f->s->doc_count <= RC_FEW_DOCS || m->slip)
        return false;
    const tally *docs = tally_of(f, t, docs_key(f, m));
    if (least(docs->disputed) >= DISPUTES_MANY && least(docs->disputed) > least(docs->agreed))
        return true;
    const tally *here = tally_of(f, t, passages_key(f, m));
    return least(here->disputed) >= DISPUTES_ALL && !least(here->agreed) &&
           a->passage != UINT32_MAX && b->passage != UINT32_MAX && !agree_in_a_value(f->s, a, b);
}

static void drop_other_instances(finder *f)
{
    tallies t = {.count = 0};
    rc_map_init(&t.of_pair, f->scratch, 64);
    rc_map_init(&t.counted, f->scratch, 64);
    for (size_t i = 0; i < f->count; i++) {
        match *m = &f->matches[i];
        const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
        if (a->doc == b->doc)
            continue;
        bool agrees = m->values == RC_VALUES_SAME && is_like(f, m, LIKE_INFO);
        bool differs = m->values == RC_VALUES_DIFFER && m->gate == RC_GATE_NONE &&
                       rc_claims_share(a, b, RC_FEATURE_COUNTED);
        if (m->reported || agrees)
            count_match(f, &t, docs_key(f, m), m);
        if (m->reported || agrees || differs)
            count_match(f, &t, passages_key(f, m), m);
    }
    for (size_t i = 0; i < f->count; i++) {
        match *m = &f->matches[i];
        if (!m->reported)
            continue;
        m->reported = !other_instance(f, &t, m);
        note(f, m, m->reported ? RC_GATE_NONE : RC_GATE_OTHER_EVENT);
    }
}

static uint32_t fact_of(finder *f, uint32_t claim)
{
    while (f->fact[claim] != claim)
        claim = f->fact[claim] = f->fact[f->fact[claim]];
    return claim;
}

static void join(finder *f, uint32_t a, uint32_t b)
{
    uint32_t x = fact_of(f, a), y = fact_of(f, b);
    if (x < y)
        f->fact[y] = x;
    else
        f->fact[x] = y;
}

/* The members of a fact, those of conflicts first found; `side` is a claim's cluster of agreement.
 */
typedef struct {
    uint32_t claims[SIDE_MEMBERS];
    uint32_t sides[SIDE_MEMBERS];
    uint32_t count, side_count;
    match *best;
} members;

static void add_member(finder *f, members *m, uint32_t claim)
{
    for (uint32_t i = 0; i < m->count; i++) {
        if (m->claims[i] == claim)
            return;
    }
    if (m->count == SIDE_MEMBERS)
        return;
    uint32_t side = m->side_count;
    for (uint32_t i = 0; i < m->count; i++) {
        if (rc_claim_values(f->s->claims[m->claims[i]], f->s->claims[claim]) == RC_VALUES_SAME)
            side = m->sides[i];
    }
    if (side == m->side_count)
        m->side_count++;
    m->claims[m->count] = claim;
    m->sides[m->count++] = side;
}

/* Whether a claim says what a member says. */
static bool has_side(const finder *f, const members *m, uint32_t claim)
{
    for (uint32_t i = 0; i < m->count; i++) {
        if (rc_claim_values(f->s->claims[m->claims[i]], f->s->claims[claim]) == RC_VALUES_SAME)
            return true;
    }
    return false;
}

static rc_str subject_of(finder *f, const members *m)
{
    for (uint32_t i = 0; i < m->count; i++) {
        const rc_claim *c = f->s->claims[m->claims[i]];
        if (c->subject.entity)
            return c->subject.text;
    }
    for (uint32_t i = 0; i < m->count; i++) {
        const rc_claim *c = f->s->claims[m->claims[i]];
        if (c->subject.text.len)
            return c->subject.text;
    }
    return RC_STR("");
}

static const char *rule_of(const rc_claim *c)
{
    switch (c->type) {
    case RC_VALUE_QUANTITY:
        return "quantity/conflict";
    case RC_VALUE_TIME:
        return c->value.time.kind == RC_TIME_DURATION ? "duration/conflict" : "date/conflict";
    case RC_VALUE_ENTITY:
        return "name/conflict";
    case RC_VALUE_TERM:
        return "status/conflict";
    }
    return "quantity/conflict";
}

static rc_severity severity_of(const finder *f, match *m)
{
    const rc_claim *a = f->s->claims[m->a], *b = f->s->claims[m->b];
    bool likely = is_like(f, m, LIKE_WARNING) && m->weight->confidence >= 0.50 &&
                  (a->doc == b->doc || a->type == RC_VALUE_TIME || m->weight->score >= SCORE_INFO);
    if (!(m->weighed || likely) || anchored_far(a) || anchored_far(b) ||
        rc_claim_magnitudes_apart(a, b))
        return RC_INFO;
    if (a->source.key && a->source.key == b->source.key)
        return RC_WARNING;
    if (m->loose)
        return RC_INFO;
    bool loose = a->type == RC_VALUE_QUANTITY && rc_claim_distance(a, b) < 0.15 &&
                 (a->value.quantity.approximate || b->value.quantity.approximate);
    return m->weight->confidence >= 0.6 && !loose ? RC_ERROR : RC_WARNING;
}

static void add_line(rc_checking *c, rc_str **lines, size_t *count, rc_str line)
{
    size_t capacity = *count;
    RC_PUSH(c->arena, *lines, *count, capacity, line);
}

/* For people: what the two have in common, and what would have to be known to be sure. */
static void explain(rc_checking *c, rc_finding *out, const rc_claim *a, const rc_claim *b)
{
    if (a->subject.key && a->subject.key == b->subject.key)
        add_line(c, &out->same, &out->same_count, a->subject.text);
    if (a->object.key && a->object.key == b->object.key)
        add_line(c, &out->same, &out->same_count, a->object.text);
    if (a->source.key && a->source.key == b->source.key)
        add_line(c, &out->same, &out->same_count,
                 rc_arena_printf(c->arena, "source %.*s", RC_STR_ARG(a->source.text)));
    if (a->time.value.len && rc_str_eq(a->time.value, b->time.value))
        add_line(c, &out->same, &out->same_count, a->time.value);
    else if (a->type != RC_VALUE_TIME && !a->time.value.len != !b->time.value.len)
        add_line(c, &out->unsure, &out->unsure_count,
                 rc_arena_printf(c->arena, "%.*s names no time",
                                 RC_STR_ARG(rc_checking_place(c, a->time.value.len ? b : a))));
    if (a->modality != b->modality)
        add_line(c, &out->unsure, &out->unsure_count, RC_STR("one of them is an estimate"));
}

static void report(finder *f, const members *m)
{
    rc_checking *c = f->c;
    const rc_claim *a = f->s->claims[m->best->a], *b = f->s->claims[m->best->b];
    rc_finding *out = RC_NEW(c->arena, rc_finding);
    out->rule = rc_str_from(rule_of(a));
    out->severity = severity_of(f, m->best);
    out->confidence = (uint8_t)(m->best->weight->confidence * 100);
    out->subject = subject_of(f, m);
    out->attribute = a->attribute;
    out->object = a->object.text.len ? a->object.text : b->object.text;
    const rc_doc *da = f->s->docs[a->doc].doc, *db = f->s->docs[b->doc].doc;
    rc_str pa = rc_checking_place(c, a), pb = rc_checking_place(c, b);
    rc_str qa = rc_doc_slice(da, a->value_span), qb = rc_doc_slice(db, b->value_span);
    rc_str head = out->subject.len && out->object.len && !rc_str_eq(out->subject, out->object)
                      ? rc_arena_printf(c->arena, "%.*s, %.*s", RC_STR_ARG(out->subject),
                                        RC_STR_ARG(out->object))
                  : out->subject.len ? out->subject
                                     : out->object;
    out->message = rc_arena_printf(c->arena, "%.*s%s%.*s (%.*s) but %.*s (%.*s)", RC_STR_ARG(head),
                                   head.len ? ": " : "", RC_STR_ARG(qa), RC_STR_ARG(pa),
                                   RC_STR_ARG(qb), RC_STR_ARG(pb));
    explain(c, out, a, b);
    out->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, m->count);
    for (uint32_t side = 0; side < m->side_count; side++) {
        for (uint32_t i = 0; i < m->count; i++) {
            if (m->sides[i] == side)
                out->claims[out->claim_count++] =
                    rc_checking_side(c, f->s->claims[m->claims[i]], side);
        }
    }
    rc_checking_add(c, out);
}

/* A further answer to the question of a fact is as sure as the best pair, or it says what one of
 * that pair says. */
static bool of_fact(const finder *f, const members *into, const match *m)
{
    const match *best = into->best;
    if (m == best || m->weight->confidence >= best->weight->confidence - 0.1)
        return true;
    const rc_claim *pair[] = {f->s->claims[best->a], f->s->claims[best->b]};
    const rc_claim *mine[] = {f->s->claims[m->a], f->s->claims[m->b]};
    uint32_t known = 0;
    for (int i = 0; i < 2; i++)
        known += rc_claim_values(mine[i], pair[0]) == RC_VALUES_SAME ||
                 rc_claim_values(mine[i], pair[1]) == RC_VALUES_SAME;
    return known == 2;
}

enum { PASS_BEST, PASS_PAIR, PASS_REPORTED, PASS_AGREEING, PASS_COUNT };

/* Matches that are reported make a fact each; those that agree with one of its claims add theirs.
 */
static void gather_member(finder *f, members *into, match *m, int pass)
{
    if (pass == PASS_BEST) {
        if (m->reported && (!into->best || m->weight->confidence > into->best->weight->confidence))
            into->best = m;
        return;
    }
    if (!into->best)
        return;
    bool agrees = m->values == RC_VALUES_SAME && fact_of(f, m->b) == fact_of(f, m->a) &&
                  is_like(f, m, LIKE_WARNING);
    bool takes = (pass == PASS_PAIR       ? m == into->best
                  : pass == PASS_REPORTED ? m->reported && of_fact(f, into, m)
                                          : !m->reported && agrees);
    if (!takes)
        return;
    /* What agrees joins a side that is there. */
    if (pass == PASS_AGREEING && !has_side(f, into, m->a))
        return;
    add_member(f, into, m->a);
    add_member(f, into, m->b);
}

static void report_facts(finder *f)
{
    size_t n = f->s->claim_count;
    f->fact = RC_NEW_ARRAY(f->scratch, uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        f->fact[i] = i;
    for (size_t i = 0; i < f->count; i++) {
        match *m = &f->matches[i];
        if (m->reported)
            join(f, m->a, m->b);
        /* Agreeing claims share their dispute. */
        else if (m->values == RC_VALUES_SAME && is_like(f, m, LIKE_WARNING))
            join(f, m->a, m->b);
    }
    members *of = RC_NEW_ARRAY(f->scratch, members, n + 1);
    for (int pass = 0; pass < PASS_COUNT; pass++) {
        for (size_t i = 0; i < f->count; i++)
            gather_member(f, &of[fact_of(f, f->matches[i].a)], &f->matches[i], pass);
    }
    for (size_t i = 0; i < n; i++) {
        if (of[i].best)
            report(f, &of[i]);
    }
}

rc_status rc_check_open(rc_checking *c, rc_err *err)
{
    finder f = {.c = c, .s = c->store, .scratch = rc_arena_new((size_t)8 << 30)};
    (void)err;
    f.ties = rc_ties_new(f.scratch, c);
    f.likener = rc_likener_new(f.scratch, f.s);
    index_families(&f);
    collect(&f, RC_VALUE_QUANTITY);
    collect(&f, RC_VALUE_TIME);
    index_matches(&f);
    f.alike = RC_NEW_ARRAY(f.scratch, uint32_t, f.s->claim_count + 1);
    rc_evidence_weights_load(c->rules, &f.weights);
    for (size_t i = 0; i < f.count; i++) {
        if (f.matches[i].gate != RC_GATE_SAME_VALUE && f.matches[i].gate != RC_GATE_COMPATIBLE)
            f.matches[i].reported = decide(&f, &f.matches[i]);
        else
            note(&f, &f.matches[i], f.matches[i].gate);
    }
    drop_other_instances(&f);
    report_facts(&f);
    rc_arena_free(f.scratch);
    return RC_OK;
}
