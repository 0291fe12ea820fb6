#include "checks/evidence.h"

#include <math.h>
#include <stdlib.h>

static const char *const names[] = {
#define RC_EVIDENCE(id, name, why) name,
#include "checks/evidence.def"
#undef RC_EVIDENCE
    "bias",
};

const char *rc_evidence_name(int evidence)
{
    return names[evidence];
}

/* ---------------------------------------------------------------- weights */

/* "-1.25": sign, digits, a point; 0 for anything else. */
static double read_weight(rc_str s)
{
    rc_decimal d;
    return rc_decimal_parse(s, &d) == RC_OK ? rc_decimal_approximate(d) : 0;
}

void rc_evidence_weights_load(const rc_rules *r, rc_evidence_weights *ret)
{
    const rc_table *t = rc_rules_table(r, "tables/evidence");
    *ret = (rc_evidence_weights){0};
    if (!t)
        return;
    size_t evidence = rc_table_column(t, "evidence"), quantity = rc_table_column(t, "quantity"),
           date = rc_table_column(t, "date");
    for (size_t row = 0; row < t->row_count; row++) {
        for (int i = 0; i <= RC_EVIDENCE_COUNT; i++) {
            if (!rc_str_eq(rc_table_cell(t, row, evidence), rc_str_from(names[i])))
                continue;
            ret->quantity[i] = read_weight(rc_table_cell(t, row, quantity));
            ret->date[i] = read_weight(rc_table_cell(t, row, date));
        }
    }
}

double rc_evidence_score(const rc_evidence_weights *w, rc_value_type type, const rc_evidence *e)
{
    const double *weight = type == RC_VALUE_TIME ? w->date : w->quantity;
    double sum = weight[RC_EVIDENCE_COUNT];
    for (int i = 0; i < RC_EVIDENCE_COUNT; i++)
        sum += weight[i] * e->of[i];
    return 1 / (1 + exp(-sum));
}

/* ---------------------------------------------------------------- values */

bool rc_values_transposed(const rc_claim *a, const rc_claim *b)
{
    if (a->type != RC_VALUE_QUANTITY || b->type != RC_VALUE_QUANTITY)
        return false;
    int64_t x = a->value.quantity.low.digits, y = b->value.quantity.low.digits;
    if (a->value.quantity.low.exponent != b->value.quantity.low.exponent || x < 12 || y < 12)
        return false;
    uint8_t count[10] = {0};
    for (; x; x /= 10)
        count[x % 10]++;
    for (; y; y /= 10) {
        if (!count[y % 10]--)
            return false;
    }
    for (int i = 0; i < 10; i++) {
        if (count[i])
            return false;
    }
    return true;
}

/* Digits that were said: 3 of "143" and "4.21", 2 of "12 million". */
static double exactness(const rc_claim *c)
{
    if (c->type == RC_VALUE_TIME) {
        const rc_time *t = &c->value.time;
        return t->kind != RC_TIME_DATE      ? 0.5
               : t->grain <= RC_GRAIN_DAY   ? 1.0
               : t->grain <= RC_GRAIN_MONTH ? 0.7
               : t->grain == RC_GRAIN_YEAR  ? 0.4
                                            : 0.2;
    }
    const rc_quantity *q = &c->value.quantity;
    int64_t n = q->has_low ? q->low.digits : q->high.digits;
    int digits = 0;
    for (n = n < 0 ? -n : n; n; n /= 10)
        digits++;
    return digits >= 5 ? 1.0 : digits / 5.0;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static bool is_small(const rc_claim *c)
{
    const rc_quantity *q = &c->value.quantity;
    return c->type == RC_VALUE_QUANTITY && q->unit->dimension == RC_DIM_NUMBER && q->has_low &&
           q->low.exponent >= 0 && rc_decimal_approximate(q->low) < 13;
}

static double nearness(const rc_claim *a, const rc_claim *b)
{
    if (a->type == RC_VALUE_TIME && a->value.time.kind == RC_TIME_DATE) {
        double days = fabs((double)a->value.time.low - (double)b->value.time.low);
        return 1 / (1 + days / 30);
    }
    double d = rc_claim_distance(a, b);
    return d < 0.5 ? 1 - 2 * d : 0;
}

static void look_at_values(const rc_claim *a, const rc_claim *b, double *x)
{
    x[RC_EVIDENCE_NEAR] = nearness(a, b);
    x[RC_EVIDENCE_TRANSPOSED] = rc_values_transposed(a, b);
    x[RC_EVIDENCE_EXACT] = least(exactness(a), exactness(b));
    x[RC_EVIDENCE_SMALL] = is_small(a) || is_small(b);
    if (a->type != RC_VALUE_QUANTITY) {
        x[RC_EVIDENCE_BOUND] = a->bound != RC_TIME_ON || b->bound != RC_TIME_ON;
        return;
    }
    const rc_quantity *p = &a->value.quantity, *q = &b->value.quantity;
    x[RC_EVIDENCE_PERCENT] = rc_quantity_is_share(p);
    x[RC_EVIDENCE_MONEY] = p->unit->dimension == RC_DIM_CURRENCY;
    x[RC_EVIDENCE_MEASURE] = p->unit->dimension > RC_DIM_CURRENCY;
    x[RC_EVIDENCE_ROLE] = p->role != q->role;
}

/* ---------------------------------------------------------------- what is said of them */

uint32_t rc_names_contrasting(const rc_claim *a, const rc_claim *b)
{
    uint32_t only_a = 0, only_b = 0;
    for (uint32_t i = 0; i < a->feature_count; i++)
        only_a += rc_feature_is_name(&a->features[i]) &&
                  !rc_features_have(b->features, b->feature_count, a->features[i].word);
    for (uint32_t i = 0; i < b->feature_count; i++)
        only_b += rc_feature_is_name(&b->features[i]) &&
                  !rc_features_have(a->features, a->feature_count, b->features[i].word);
    return only_a < only_b ? only_a : only_b;
}

static uint32_t names_shared(const rc_claim *a, const rc_claim *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a->feature_count; i++)
        shared += rc_feature_is_name(&a->features[i]) &&
                  rc_features_have(b->features, b->feature_count, a->features[i].word);
    return shared;
}

/* What a figure counts; in a table the head of its row may tell. */
static bool in_role(const rc_claim *c, const rc_feature *f, rc_feature_role role)
{
    return f->role == role || (role == RC_FEATURE_COUNTED && c->relation == RC_RELATION_CELL &&
                               f->role == RC_FEATURE_SUBJECT);
}

/* How near the words of one role are: 2 one word, 1 one meaning, 0 none, -1 a side has none. */
static int roles_related(const rc_store *s, const rc_claim *a, const rc_claim *b,
                         rc_feature_role role)
{
    int best = -1;
    rc_lex_pos pos = role == RC_FEATURE_PREDICATE ? RC_VERB : RC_NOUN;
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *x = &a->features[i];
        if (!in_role(a, x, role))
            continue;
        for (uint32_t k = 0; k < b->feature_count && best < 2; k++) {
            const rc_feature *y = &b->features[k];
            if (!in_role(b, y, role))
                continue;
            rc_related r = x->word == y->word ? RC_RELATED_SAME
                           : x->entity || y->entity
                               ? RC_RELATED_NO
                               : rc_lexicon_related(s->lexicon, x->word, y->word, pos);
            int level = x->word == y->word ? 2 : r != RC_RELATED_NO ? 1 : 0;
            best = level > best ? level : best;
        }
    }
    return best;
}

static bool is_argument(const rc_feature *x)
{
    return x->role == RC_FEATURE_SUBJECT || x->role == RC_FEATURE_OBJECT ||
           x->role == RC_FEATURE_COUNTED;
}

bool rc_claims_share_argument(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *x = &a->features[i];
        if (!is_argument(x))
            continue;
        if (rc_features_have(b->features, b->feature_count, x->word))
            return true;
        for (uint32_t k = 0; k < b->feature_count && !x->entity; k++) {
            if (is_argument(&b->features[k]) && !b->features[k].entity &&
                rc_lexicon_related(s->lexicon, x->word, b->features[k].word, RC_NOUN) >=
                    RC_RELATED_SYNONYM)
                return true;
        }
    }
    return false;
}

static void look_at_words(const rc_store *s, const rc_claim *a, const rc_claim *b, double *x)
{
    int counted = roles_related(s, a, b, RC_FEATURE_COUNTED);
    x[RC_EVIDENCE_COUNTED_SAME] = counted == 2;
    x[RC_EVIDENCE_COUNTED_RELATED] = counted == 1;
    x[RC_EVIDENCE_COUNTED_OTHER] = counted == 0;
    int predicate = roles_related(s, a, b, RC_FEATURE_PREDICATE);
    x[RC_EVIDENCE_PREDICATE_SAME] = predicate == 2;
    x[RC_EVIDENCE_PREDICATE_RELATED] = predicate == 1;
    x[RC_EVIDENCE_SUBJECT_SAME] = roles_related(s, a, b, RC_FEATURE_SUBJECT) == 2;
    x[RC_EVIDENCE_SUBJECT_OTHER] =
        a->subject.entity && b->subject.entity && a->subject.key != b->subject.key;
    x[RC_EVIDENCE_ARGUMENT] = rc_claims_share_argument(s, a, b);
    x[RC_EVIDENCE_NAMES_SHARED] = least(names_shared(a, b), 3) / 3;
    x[RC_EVIDENCE_NAMES_OTHER] = least(rc_names_contrasting(a, b), 3) / 3;
}

void rc_evidence_of(const rc_store *s, const rc_claim *a, const rc_claim *b, const rc_likeness *l,
                    rc_evidence *ret)
{
    double *x = ret->of;
    *ret = (rc_evidence){0};
    x[RC_EVIDENCE_CLAUSE] = l->clause;
    x[RC_EVIDENCE_SENTENCE] = l->sentence;
    x[RC_EVIDENCE_AROUND] = l->around;
    x[RC_EVIDENCE_ANCHOR] = l->anchor;
    x[RC_EVIDENCE_RAREST] = l->rarest;
    x[RC_EVIDENCE_SHARED] = l->shared / (2 + l->shared);
    look_at_values(a, b, x);
    look_at_words(s, a, b, x);
    x[RC_EVIDENCE_ONE_SCOPE] = least(rc_scopes_onesided(&a->scope, &b->scope), 3) / 3;
    x[RC_EVIDENCE_MODALITY] = a->modality != b->modality;
    bool timed = a->type != RC_VALUE_TIME;
    x[RC_EVIDENCE_SAME_TIME] =
        timed && a->time.value.len && rc_str_eq(a->time.value, b->time.value);
    x[RC_EVIDENCE_ONE_TIME] = timed && !a->time.value.len != !b->time.value.len;
    x[RC_EVIDENCE_SOURCE] = a->source.key && a->source.key == b->source.key;
    x[RC_EVIDENCE_CELL] = a->relation == RC_RELATION_CELL || b->relation == RC_RELATION_CELL;
    x[RC_EVIDENCE_HEADLINE] = a->headline || b->headline;
    double counted = x[RC_EVIDENCE_COUNTED_SAME] + x[RC_EVIDENCE_COUNTED_RELATED];
    x[RC_EVIDENCE_NEAR_EXACT] = x[RC_EVIDENCE_NEAR] * x[RC_EVIDENCE_EXACT];
    x[RC_EVIDENCE_NEAR_COUNTED] = x[RC_EVIDENCE_NEAR] * counted;
    x[RC_EVIDENCE_NEAR_ARGUMENT] = x[RC_EVIDENCE_NEAR] * x[RC_EVIDENCE_ARGUMENT];
    x[RC_EVIDENCE_SLIP] =
        x[RC_EVIDENCE_TRANSPOSED] > 0 && (counted > 0 || x[RC_EVIDENCE_ARGUMENT] > 0);
}
