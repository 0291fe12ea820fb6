#include "checks/check.h"

#include <string.h>

#define ABSORB_MAX 64 /* claims of one finding that is joined from several */

static bool same_place(const rc_finding_claim *a, const rc_finding_claim *b)
{
    return a->doc == b->doc && rc_span_overlaps(a->span, b->span);
}

static bool disputes(const rc_finding *f, const rc_finding_claim *place)
{
    for (size_t i = 0; i < f->claim_count; i++) {
        if (same_place(&f->claims[i], place))
            return true;
    }
    return false;
}

static size_t places_shared(const rc_finding *f, const rc_finding *earlier)
{
    size_t hits = 0;
    for (size_t i = 0; i < f->claim_count; i++)
        hits += disputes(earlier, &f->claims[i]);
    return hits;
}

/* Whether an earlier finding is of the same fact: it disputes the same two places, or one of them
 * under the same rule, subject and attribute. */
static bool same_fact(const rc_finding *f, const rc_finding *earlier)
{
    size_t shared =
        f->claim_count >= 2 && earlier->claim_count >= 2 ? places_shared(f, earlier) : 0;
    return shared >= 2 ||
           (shared == 1 && rc_str_eq(f->rule, earlier->rule) &&
            rc_str_eq(f->subject, earlier->subject) && rc_str_eq(f->object, earlier->object) &&
            rc_str_eq(f->attribute, earlier->attribute));
}

/* The side of `into` that a claim of another finding belongs to: where its value stands already, or
 * a new one. */
static uint32_t side_of(const rc_finding *into, const rc_finding_claim *claim)
{
    uint32_t next = 0;
    for (size_t i = 0; i < into->claim_count; i++) {
        if (rc_str_eq(into->claims[i].normalized, claim->normalized))
            return into->claims[i].side;
        next = into->claims[i].side >= next ? into->claims[i].side + 1 : next;
    }
    return next;
}

static size_t side_size(const rc_finding *f, uint32_t side)
{
    size_t n = 0;
    for (size_t i = 0; i < f->claim_count; i++)
        n += f->claims[i].side == side;
    return n;
}

static bool goes_before(const rc_finding *f, const rc_finding_claim *a, const rc_finding_claim *b)
{
    if (a->side == b->side)
        return false;
    size_t x = side_size(f, a->side), y = side_size(f, b->side);
    return x != y ? x > y : a->side < b->side;
}

/* The largest side first, and numbers to match. Findings have few claims. */
static void order_sides(rc_finding *f)
{
    for (size_t i = 1; i < f->claim_count; i++) {
        for (size_t k = i; k > 0 && goes_before(f, &f->claims[k], &f->claims[k - 1]); k--) {
            rc_finding_claim swap = f->claims[k];
            f->claims[k] = f->claims[k - 1];
            f->claims[k - 1] = swap;
        }
    }
    uint32_t side = 0, last = f->claims[0].side;
    for (size_t i = 0; i < f->claim_count; i++) {
        if (f->claims[i].side != last) {
            last = f->claims[i].side;
            side++;
        }
        f->claims[i].side = side;
    }
}

/* Takes the claims that `f` has and `into` has not, and the surer judgement of the two. */
static void absorb(rc_checking *c, rc_finding *into, const rc_finding *f)
{
    if (f->severity > into->severity)
        into->severity = f->severity;
    if (f->confidence > into->confidence)
        into->confidence = f->confidence;
    if (into->claim_count + f->claim_count > ABSORB_MAX)
        return;
    rc_finding_claim *claims =
        RC_NEW_ARRAY(c->arena, rc_finding_claim, into->claim_count + f->claim_count);
    memcpy(claims, into->claims, into->claim_count * sizeof(*claims));
    into->claims = claims;
    for (size_t i = 0; i < f->claim_count; i++) {
        bool known = false;
        for (size_t k = 0; k < into->claim_count; k++)
            known |= same_place(&f->claims[i], &into->claims[k]);
        if (known)
            continue;
        rc_finding_claim claim = f->claims[i];
        claim.side = side_of(into, &claim);
        into->claims[into->claim_count++] = claim;
    }
    order_sides(into);
}

/* One finding a disputed fact: of two about the same fact the one of the earlier check stays, with
 * the claims of both. */
static void join_repeated(rc_checking *c)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->finding_count; i++) {
        bool repeated = false;
        /* Findings are few; those of one run are compared with the nearest thousand. */
        for (size_t k = kept > 1000 ? kept - 1000 : 0; k < kept && !repeated; k++) {
            repeated = same_fact(c->findings[i], c->findings[k]);
            if (repeated)
                absorb(c, c->findings[k], c->findings[i]);
        }
        if (!repeated)
            c->findings[kept++] = c->findings[i];
    }
    c->finding_count = kept;
}

rc_status rc_checks_run(rc_checking *c, rc_err *err)
{
    rc_status status = RC_OK;
#define RC_CHECK(name, id)                                                                         \
    if (status == RC_OK)                                                                           \
        status = rc_check_##name(c, err);
#include "checks/checks.def"
#undef RC_CHECK
    join_repeated(c);
    for (size_t i = 0; i < c->finding_count; i++)
        rc_finding_seal(c->arena, c->findings[i]);
    rc_findings_sort(c->findings, c->finding_count);
    return status;
}

void rc_checking_add(rc_checking *c, rc_finding *f)
{
    RC_PUSH(c->arena, c->findings, c->finding_count, c->finding_capacity, f);
}

rc_str rc_checking_value(rc_checking *c, const rc_claim *claim)
{
    switch (claim->type) {
    case RC_VALUE_QUANTITY:
        return rc_quantity_print(c->arena, &claim->value.quantity);
    case RC_VALUE_TIME:
        return claim->value.time.value;
    case RC_VALUE_ENTITY:
    case RC_VALUE_TERM:
        return claim->value.entity.text;
    }
    return RC_STR("");
}

rc_finding_claim rc_checking_side(rc_checking *c, const rc_claim *claim, uint32_t side)
{
    return (rc_finding_claim){
        .doc = c->store->docs[claim->doc].doc,
        .span = claim->value_span,
        .sentence = claim->sentence,
        .normalized = rc_checking_value(c, claim),
        .note = claim->time.value.len ? claim->time.value : RC_STR(""),
        .side = side,
    };
}

rc_str rc_checking_place(rc_checking *c, const rc_claim *claim)
{
    const rc_doc *d = c->store->docs[claim->doc].doc;
    uint32_t line, column;
    rc_doc_position(d, rc_doc_file_span(d, claim->value_span).start, &line, &column);
    return rc_arena_printf(c->arena, "%.*s:%u", RC_STR_ARG(d->path), line);
}
