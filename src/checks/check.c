#include "checks/check.h"

rc_status rc_checks_run(rc_checking *c, rc_err *err)
{
    rc_status status = RC_OK;
#define RC_CHECK(name, id)                                                                         \
    if (status == RC_OK)                                                                           \
        status = rc_check_##name(c, err);
#include "checks/checks.def"
#undef RC_CHECK
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
