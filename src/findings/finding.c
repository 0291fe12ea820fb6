#include "findings/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

static const char *const NAMES[] = {
    [RC_INFO] = "info", [RC_WARNING] = "warning", [RC_ERROR] = "error"};

const char *rc_severity_name(rc_severity s)
{
    return NAMES[s];
}

rc_status rc_severity_parse(rc_str name, rc_severity *ret)
{
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++)
        if (rc_str_eq(name, rc_str_from(NAMES[i]))) {
            *ret = (rc_severity)i;
            return RC_OK;
        }
    return RC_NONE;
}

/* Folds a part in with its length, so that "ab" + "c" is not "a" + "bc". */
static uint64_t mixed(uint64_t h, rc_str part)
{
    return rc_hash_mix(h, rc_hash_mix(rc_hash(part), part.len + 1));
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Claims of one side stand together: a merge sort, since those of a side keep their order. */
static void sort_by_side(rc_finding_claim *claims, rc_finding_claim *spare, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2, i = 0, k = half;
    sort_by_side(claims, spare, half);
    sort_by_side(claims + half, spare, count - half);
    for (size_t n = 0; n < count; n++) {
        bool left = k == count || (i < half && claims[i].side <= claims[k].side);
        spare[n] = left ? claims[i++] : claims[k++];
    }
    memcpy(claims, spare, sizeof(*claims) * count);
}

void rc_finding_seal(rc_arena *a, rc_finding *f)
{
    sort_by_side(f->claims, RC_NEW_ARRAY(a, rc_finding_claim, f->claim_count), f->claim_count);
    /* The values are sorted and taken once each: a place more that says the same in the same
     * document, or sides in another order, are the same finding. */
    uint64_t *values = RC_NEW_ARRAY(a, uint64_t, f->claim_count);
    for (size_t i = 0; i < f->claim_count; i++) {
        const rc_finding_claim *c = &f->claims[i];
        values[i] = mixed(mixed(RC_HASH_START, c->normalized), c->doc ? c->doc->path : RC_STR_NONE);
    }
    if (f->claim_count)
        qsort(values, f->claim_count, sizeof(*values), by_value);
    uint64_t h = mixed(mixed(RC_HASH_START, f->rule), f->subject);
    h = mixed(mixed(h, f->attribute), f->object);
    for (size_t i = 0; i < f->claim_count; i++)
        if (i == 0 || values[i] != values[i - 1])
            h = rc_hash_mix(h, values[i]);
    f->fingerprint = rc_arena_printf(a, "%016llx", (unsigned long long)h);
}

static int compare_claims(const rc_finding_claim *a, const rc_finding_claim *b)
{
    int order = a->doc && b->doc ? rc_str_cmp(a->doc->path, b->doc->path) : 0;
    if (order)
        return order;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return a->span.end < b->span.end ? -1 : a->span.end > b->span.end;
}

static int compare_findings(const void *left, const void *right)
{
    const rc_finding *a = *(rc_finding *const *)left, *b = *(rc_finding *const *)right;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    if (a->claim_count && b->claim_count) {
        int order = compare_claims(&a->claims[0], &b->claims[0]);
        if (order)
            return order;
    } else if (a->claim_count != b->claim_count) {
        return a->claim_count ? -1 : 1;
    }
    int order = rc_str_cmp(a->rule, b->rule);
    /* Two of one rule at one place: what is sealed in them decides, never their address. */
    return order ? order : rc_str_cmp(a->fingerprint, b->fingerprint);
}

void rc_findings_sort(rc_finding **findings, size_t count)
{
    if (count)
        qsort(findings, count, sizeof(*findings), compare_findings);
}
