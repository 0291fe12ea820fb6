#include "checks/why.h"

static bool value_at(const rc_claim *c, uint32_t doc, rc_span at)
{
    return c->doc == doc && rc_span_overlaps(c->value_span, at);
}

static bool sentence_at(const rc_claim *c, uint32_t doc, rc_span at)
{
    return c->doc == doc && rc_span_overlaps(c->sentence, at);
}

static bool side_at(const rc_finding_claim *f, const rc_doc *d, rc_span at)
{
    return f->doc == d && (rc_span_overlaps(f->span, at) || rc_span_overlaps(f->sentence, at));
}

static const rc_finding *reported(const rc_checking *c, uint32_t doc_a, rc_span a, uint32_t doc_b,
                                  rc_span b)
{
    const rc_doc *da = c->store->docs[doc_a].doc, *db = c->store->docs[doc_b].doc;
    for (size_t i = 0; i < c->finding_count; i++) {
        const rc_finding *f = c->findings[i];
        bool has_a = false, has_b = false;
        for (size_t k = 0; k < f->claim_count; k++) {
            bool is_a = side_at(&f->claims[k], da, a);
            has_a |= is_a;
            has_b |= side_at(&f->claims[k], db, b) && (!is_a || f->claim_count == 1 || has_a);
        }
        if (has_a && has_b)
            return f;
    }
    return NULL;
}

typedef bool (*at_place)(const rc_claim *c, uint32_t doc, rc_span at);

static const rc_looked *looked_at(const rc_checking *c, at_place at, uint32_t doc_a, rc_span a,
                                  uint32_t doc_b, rc_span b)
{
    const rc_looked *best = NULL;
    for (size_t i = 0; i < c->looked_count; i++) {
        const rc_looked *l = &c->looked[i];
        const rc_claim *x = c->store->claims[l->a], *y = c->store->claims[l->b];
        if (!((at(x, doc_a, a) && at(y, doc_b, b)) || (at(x, doc_b, b) && at(y, doc_a, a))))
            continue;
        if (!best || l->likeness > best->likeness)
            best = l;
    }
    return best;
}

static const rc_claim *claim_at(const rc_checking *c, uint32_t doc, rc_span at)
{
    const rc_store_doc *d = &c->store->docs[doc];
    const rc_claim *near = NULL;
    for (uint32_t i = 0; i < d->claim_count; i++) {
        const rc_claim *claim = c->store->claims[d->first_claim + i];
        if (value_at(claim, doc, at))
            return claim;
        if (!near && sentence_at(claim, doc, at))
            near = claim;
    }
    return near;
}

rc_checked_why rc_checks_why(rc_checking *c, uint32_t doc_a, rc_span a, uint32_t doc_b, rc_span b)
{
    rc_checked_why w = {.finding = reported(c, doc_a, a, doc_b, b), .gate = RC_STR("")};
    w.a = claim_at(c, doc_a, a);
    w.b = claim_at(c, doc_b, b);
    if (w.finding) {
        w.explanation = w.finding->message;
        return w;
    }
    if (!w.a || !w.b) {
        w.explanation = rc_arena_printf(c->arena, "no claim was read at the %s place",
                                        w.a ? "second" : "first");
        return w;
    }
    const rc_looked *l = looked_at(c, value_at, doc_a, a, doc_b, b);
    if (!l)
        l = looked_at(c, sentence_at, doc_a, a, doc_b, b);
    rc_gate gate = l ? l->gate : RC_GATE_UNLIKE;
    if (l) {
        bool swapped =
            c->store->claims[l->a]->doc != doc_a || !sentence_at(c->store->claims[l->a], doc_a, a);
        w.a = c->store->claims[swapped ? l->b : l->a];
        w.b = c->store->claims[swapped ? l->a : l->b];
    } else if (rc_claim_values(w.a, w.b) != RC_VALUES_DIFFER) {
        gate = rc_gate_pair(c->store, w.a, w.b);
    }
    w.gate = rc_str_from(rc_gate_name(gate));
    w.explanation = rc_str_from(rc_gate_explanation(gate));
    if (l)
        w.explanation = rc_arena_printf(c->arena, "%.*s (alike: %d of 100)",
                                        RC_STR_ARG(w.explanation), (int)(l->likeness * 100 + 0.5));
    return w;
}
