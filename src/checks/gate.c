#include "checks/gate.h"

const char *rc_gate_name(rc_gate g)
{
    static const char *const names[] = {
#define RC_GATE(name, text, why) text,
#include "checks/gates.def"
#undef RC_GATE
    };
    return names[g];
}

const char *rc_gate_explanation(rc_gate g)
{
    static const char *const explanations[] = {
#define RC_GATE(name, text, why) why,
#include "checks/gates.def"
#undef RC_GATE
    };
    return explanations[g];
}

/* The days that a date and the word before it allow: "before 1972" ends the day before. */
static void allowed_days(const rc_claim *c, int64_t *low, int64_t *high)
{
    *low = c->value.time.low;
    *high = c->value.time.high;
    switch ((rc_time_bound)c->bound) {
    case RC_TIME_ON:
        break;
    case RC_TIME_BEFORE:
    case RC_TIME_UNTIL:
        *high = *low - (c->bound == RC_TIME_BEFORE);
        *low = INT32_MIN;
        break;
    case RC_TIME_AFTER:
    case RC_TIME_SINCE:
        *low = c->bound == RC_TIME_AFTER ? *high + 1 : *low;
        *high = INT32_MAX;
        break;
    }
}

static rc_values time_values(const rc_claim *a, const rc_claim *b)
{
    const rc_time *x = &a->value.time, *y = &b->value.time;
    if (x->kind != y->kind)
        return RC_VALUES_UNRELATED;
    if (x->kind == RC_TIME_DURATION) {
        double p = (double)x->months * 2629746.0 + x->seconds;
        double q = (double)y->months * 2629746.0 + y->seconds;
        if (p == q)
            return RC_VALUES_SAME;
        double large = p > q ? p : q, small = p > q ? q : p;
        double slack = x->approximate || y->approximate ? 0.15 : 0.04;
        return small >= large * (1 - slack) ? RC_VALUES_COMPATIBLE : RC_VALUES_DIFFER;
    }
    if (x->kind != RC_TIME_DATE || x->low == RC_DAY_NONE || y->low == RC_DAY_NONE)
        return RC_VALUES_UNRELATED;
    if (x->low == y->low && x->high == y->high && a->bound == b->bound)
        return RC_VALUES_SAME;
    int64_t al, ah, bl, bh;
    allowed_days(a, &al, &ah);
    allowed_days(b, &bl, &bh);
    int64_t slack = 0;
    if (x->approximate || y->approximate)
        slack = x->grain >= RC_GRAIN_YEAR ? 730 : 31;
    return al <= bh + slack && bl <= ah + slack ? RC_VALUES_COMPATIBLE : RC_VALUES_DIFFER;
}

rc_values rc_claim_values(const rc_claim *a, const rc_claim *b)
{
    if (a->type != b->type)
        return RC_VALUES_UNRELATED;
    switch (a->type) {
    case RC_VALUE_QUANTITY:
        return rc_quantity_compare(&a->value.quantity, &b->value.quantity);
    case RC_VALUE_TIME:
        return time_values(a, b);
    case RC_VALUE_ENTITY:
    case RC_VALUE_TERM:
        return a->value.entity.key == b->value.entity.key ? RC_VALUES_SAME : RC_VALUES_DIFFER;
    }
    return RC_VALUES_UNRELATED;
}

double rc_claim_distance(const rc_claim *a, const rc_claim *b)
{
    if (a->type == RC_VALUE_QUANTITY)
        return rc_quantity_distance(&a->value.quantity, &b->value.quantity);
    if (a->type == RC_VALUE_TIME && a->value.time.kind == RC_TIME_DATE) {
        double days = (double)a->value.time.low - (double)b->value.time.low;
        days = days < 0 ? -days : days;
        return days > 3650 ? 1 : days / 3650;
    }
    return 0.5;
}

static bool plain_modality(rc_modality m)
{
    return m == RC_ASSERTED || m == RC_ESTIMATED;
}

static bool modalities_differ(const rc_claim *a, const rc_claim *b)
{
    if (a->modality == RC_HYPOTHETICAL || b->modality == RC_HYPOTHETICAL)
        return true;
    if (a->modality == b->modality)
        return a->modality == RC_NEGATED;
    return !(plain_modality(a->modality) && plain_modality(b->modality));
}

static bool apart_in_time(const rc_claim *a, const rc_claim *b)
{
    if (!a->time.value.len || !b->time.value.len || a->time.low == RC_DAY_NONE ||
        b->time.low == RC_DAY_NONE)
        return false;
    return a->time.high < b->time.low || b->time.high < a->time.low;
}

static bool is_change(rc_quantity_role r)
{
    return r == RC_ROLE_CHANGE || r == RC_ROLE_MULTIPLE;
}

/* Another measure: a change against a level, a rank against a count, or other nouns counted. */
static bool other_measure(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_quantity *x = &a->value.quantity, *y = &b->value.quantity;
    if (is_change(x->role) != is_change(y->role))
        return true;
    if (x->role != y->role &&
        (x->role == RC_ROLE_ORDINAL || y->role == RC_ROLE_ORDINAL || x->role == RC_ROLE_SCORE ||
         y->role == RC_ROLE_SCORE || x->role == RC_ROLE_FROM || y->role == RC_ROLE_FROM))
        return true;
    if (!x->of.len || !y->of.len)
        return false;
    return rc_lexicon_related(s->lexicon, rc_word_from(x->of), rc_word_from(y->of), RC_NOUN) ==
           RC_RELATED_NO;
}

/* A named subject that nothing in the other's sentence knows. */
static bool subject_unknown(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    if (!a->subject.entity || b->passage == UINT32_MAX)
        return false;
    const rc_passage *p = s->passages[b->passage];
    return !rc_features_have(p->features, p->feature_count, a->subject.key);
}

rc_gate rc_gate_pair(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    switch (rc_claim_values(a, b)) {
    case RC_VALUES_SAME:
        return RC_GATE_SAME_VALUE;
    case RC_VALUES_COMPATIBLE:
        return RC_GATE_COMPATIBLE;
    case RC_VALUES_UNRELATED:
        return RC_GATE_OTHER_ATTRIBUTE;
    case RC_VALUES_DIFFER:
        break;
    }
    /* Two cells of one table are about different rows or columns. */
    if (a->relation == RC_RELATION_CELL && b->relation == RC_RELATION_CELL && a->doc == b->doc)
        return RC_GATE_OTHER_OBJECT;
    if (modalities_differ(a, b))
        return RC_GATE_NOT_ASSERTED;
    if (a->type == RC_VALUE_QUANTITY && other_measure(s, a, b))
        return RC_GATE_OTHER_ATTRIBUTE;
    if (a->subject.entity && b->subject.entity && a->subject.key != b->subject.key &&
        subject_unknown(s, a, b) && subject_unknown(s, b, a))
        return RC_GATE_OTHER_SUBJECT;
    if (a->type != RC_VALUE_TIME && apart_in_time(a, b))
        return RC_GATE_OTHER_TIME;
    if (rc_scopes_clash(&a->scope, &b->scope))
        return RC_GATE_OTHER_SCOPE;
    return RC_GATE_NONE;
}
