/* One bearer, spelled in two ways: the commoner form is shown first. */
#include "checks/variant.h"

#define USES_SHOWN 6 /* of each form */

static uint32_t add_uses(rc_checking *c, rc_finding *f, uint32_t bearer, uint32_t side)
{
    const rc_names *n = c->names;
    const rc_bearer *b = &n->bearers[bearer];
    uint32_t shown = 0;
    for (uint32_t i = 0; i < b->use_count && shown < USES_SHOWN; i++) {
        const rc_name_use *u = &n->uses[n->by_bearer[b->first_use + i]];
        if (!u->mentions)
            continue;
        rc_finding_claim claim = rc_name_side(n, u->doc, u->span, u->sentence, u->name);
        claim.side = side;
        f->claims[f->claim_count++] = claim;
        shown++;
    }
    return shown;
}

static rc_str first_place(rc_checking *c, const rc_finding *f, uint32_t side)
{
    for (size_t i = 0; i < f->claim_count; i++) {
        if (f->claims[i].side == side) {
            uint32_t line, column;
            const rc_doc *d = f->claims[i].doc;
            rc_doc_position(d, rc_doc_file_span(d, f->claims[i].span).start, &line, &column);
            return rc_arena_printf(c->arena, "%.*s:%u", RC_STR_ARG(d->path), line);
        }
    }
    return RC_STR("");
}

static void report(rc_checking *c, const rc_variant *v)
{
    const rc_names *n = c->names;
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    f->rule = RC_STR("name/variant");
    f->severity = RC_WARNING;
    f->confidence = v->confidence;
    f->subject = n->bearers[v->a].name;
    f->attribute = RC_STR("name");
    f->claims = RC_NEW_ARRAY(c->arena, rc_finding_claim, 2 * USES_SHOWN);
    if (!add_uses(c, f, v->a, 0) || !add_uses(c, f, v->b, 1))
        return;
    f->message =
        rc_arena_printf(c->arena, "one name in two spellings: %.*s (%.*s) and %.*s (%.*s)",
                        RC_STR_ARG(n->bearers[v->a].name), RC_STR_ARG(first_place(c, f, 0)),
                        RC_STR_ARG(n->bearers[v->b].name), RC_STR_ARG(first_place(c, f, 1)));
    rc_checking_add(c, f);
}

rc_status rc_check_name_variant(rc_checking *c, rc_err *err)
{
    (void)err;
    for (size_t i = 0; c->names && i < c->variants->count; i++)
        report(c, &c->variants->items[i]);
    return RC_OK;
}
