#include "checks/check.h"

static bool same_place(const rc_finding_claim *a, const rc_finding_claim *b)
{
    return a->doc == b->doc && rc_span_overlaps(a->span, b->span);
}

/* Whether an earlier finding disputes the same two places. */
static bool covered(const rc_finding *f, const rc_finding *earlier)
{
    size_t hits = 0;
    for (size_t i = 0; i < f->claim_count; i++) {
        for (size_t k = 0; k < earlier->claim_count; k++) {
            if (same_place(&f->claims[i], &earlier->claims[k])) {
                hits++;
                break;
            }
        }
    }
    return f->claim_count >= 2 && hits >= 2;
}

/* One finding a disputed fact: of two about the same places the one of the earlier check stays. */
static void drop_repeated(rc_checking *c)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->finding_count; i++) {
        bool repeated = false;
        /* Findings are few; those of one run are compared with the nearest thousand. */
        for (size_t k = kept > 1000 ? kept - 1000 : 0; k < kept && !repeated; k++)
            repeated = covered(c->findings[i], c->findings[k]);
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
    drop_repeated(c);
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
