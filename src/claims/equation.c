#include "claims/equation.h"

#include "claims/clause.h"

#define NEAR 100 /* matches looked at on either side: they stand in the order of their triggers */

/* Whether a match of a `never` pattern is about the operands of another. */
static bool is_about(const rc_match *never, const rc_match *m)
{
    if (never->first >= m->last || m->first >= never->last)
        return false;
    for (size_t i = 0; i < RC_SLOTS_MAX; i++) {
        if (never->slots[i].mention != UINT32_MAX && never->slots[i].mention != m->slots[i].mention)
            return false;
    }
    return true;
}

/* Whether a pattern of `never` holds where the match does, of the same values. */
static bool is_ruled_out(const rc_matches *all, size_t at, const rc_family *f)
{
    const rc_match *m = &all->items[at];
    for (size_t i = at > NEAR ? at - NEAR : 0; i < all->count && i < at + NEAR; i++) {
        const rc_match *o = &all->items[i];
        if (o->family == m->family && f->patterns[o->pattern].never && is_about(o, m))
            return true;
    }
    return false;
}

static rc_operand operand_of(rc_arena *a, const rc_mention *m)
{
    rc_operand o = {.given = true, .span = m->span, .is_time = m->type == RC_MENTION_TIME};
    if (m->type == RC_MENTION_ENTITY) {
        o.entity = m->as.entity.index + 1;
    } else if (o.is_time) {
        o.time = m->as.time;
        o.time.value = rc_arena_str(a, m->as.time.value);
    } else {
        o.quantity = m->as.quantity;
        o.quantity.of = rc_arena_str(a, m->as.quantity.of);
    }
    return o;
}

static bool same_operands(const rc_equation *a, const rc_equation *b)
{
    for (size_t i = 0; i < RC_OPERANDS_MAX; i++) {
        const rc_operand *x = &a->operands[i], *y = &b->operands[i];
        if (x->given != y->given ||
            (x->given && (x->span.start != y->span.start || x->span.end != y->span.end)))
            return false;
    }
    return true;
}

static bool is_known(const rc_claim_list *out, const rc_equation *e)
{
    for (size_t i = out->equation_count; i > 0 && i + NEAR > out->equation_count; i--) {
        if (out->equations[i - 1].family == e->family && same_operands(&out->equations[i - 1], e))
            return true;
    }
    return false;
}

/* One mention fills one slot. */
static bool repeats(const rc_match *m, const rc_family *f, size_t slot)
{
    for (size_t i = 0; i < slot; i++) {
        if (m->slots[i].mention == m->slots[slot].mention && f->slots[i].value)
            return true;
    }
    return false;
}

/* "240 works on three floors: 96 ...": between the total and its parts. */
static bool stands_before_parts(const rc_mentions *m, const rc_match *match, const rc_family *f,
                                const rc_mention *o)
{
    const rc_mention *total = NULL;
    uint32_t first = UINT32_MAX;
    for (size_t i = 0; i < f->slot_count; i++) {
        if (match->slots[i].mention == UINT32_MAX)
            continue;
        const rc_mention *x = &m->items[match->slots[i].mention];
        if (f->slots[i].operand == 0)
            total = x;
        else if (x->first < first)
            first = x->first;
    }
    return total && total->last <= o->first && o->last <= first && o->as.quantity.of.len &&
           !rc_str_eq(o->as.quantity.of, total->as.quantity.of);
}

/* Sums have all figures of a list: whether one of the unit was passed over. */
static bool passes_over(const rc_mentions *m, const rc_match *match, const rc_family *f)
{
    const rc_mention *one = NULL;
    for (size_t i = 0; i < f->slot_count && !one; i++)
        one = match->slots[i].mention == UINT32_MAX ? NULL : &m->items[match->slots[i].mention];
    if (!one || one->type != RC_MENTION_QUANTITY)
        return false;
    for (size_t i = rc_mention_from(m, match->first);
         i < m->count && m->items[i].first < match->last; i++) {
        const rc_mention *o = &m->items[i];
        bool taken = o->type != RC_MENTION_QUANTITY || !rc_mention_is_value(o) ||
                     stands_before_parts(m, match, f, o) ||
                     !rc_str_eq(o->as.quantity.unit->id, one->as.quantity.unit->id);
        for (size_t k = 0; k < f->slot_count && !taken; k++)
            taken = match->slots[k].mention == i;
        if (!taken)
            return true;
    }
    return false;
}

static bool adds_up(const rc_family *f)
{
    return f->law == RC_LAW_SUM || f->law == RC_LAW_PARTS || f->law == RC_LAW_REST;
}

/* The person named last before the words of a match, in its sentence. */
static uint32_t person_before(const rc_text *t, const rc_mentions *m, const rc_match *match)
{
    const rc_sentence *s = &t->sentences[rc_text_sentence_at(t, match->trigger)];
    uint32_t found = 0;
    for (size_t i = rc_mention_from(m, s->first); i < m->count && m->items[i].first <= match->first;
         i++) {
        const rc_mention *o = &m->items[i];
        if (o->type == RC_MENTION_ENTITY && o->as.entity.index < m->entity_count &&
            m->entities[o->as.entity.index].cls == RC_ENTITY_PERSON)
            found = o->as.entity.index + 1;
    }
    return found;
}

static void add(rc_arena *a, const rc_family *f, const rc_text *t, const rc_mentions *m,
                const rc_match *match, rc_claim_list *out)
{
    const rc_sentence *s = &t->sentences[rc_text_sentence_at(t, match->trigger)];
    rc_equation e = {.family = match->family,
                     .law = f->law,
                     .block = s->block,
                     .sentence = {t->tokens[s->first].start, t->tokens[s->last - 1].end},
                     .quoted = (t->tokens[match->trigger].flags & RC_TOKEN_IN_QUOTES) != 0};
    for (size_t i = 0; i < f->slot_count; i++) {
        const rc_filler *filler = &match->slots[i];
        if (filler->mention == UINT32_MAX)
            continue;
        if (repeats(match, f, i))
            return;
        e.operands[f->slots[i].operand] = operand_of(a, &m->items[filler->mention]);
    }
    if (f->law == RC_LAW_LIFE && !e.operands[0].given)
        e.operands[0].entity = person_before(t, m, match);
    if (!is_known(out, &e) && !(adds_up(f) && passes_over(m, match, f)))
        RC_PUSH(a, out->equations, out->equation_count, out->equation_capacity, e);
}

void rc_equations_add(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                      const rc_matches *matches, rc_claim_list *out)
{
    for (size_t i = 0; i < matches->count; i++) {
        const rc_match *match = &matches->items[i];
        const rc_family *f = rc_rules_family(r, match->family);
        if (f->law && !f->patterns[match->pattern].never && !is_ruled_out(matches, i, f))
            add(a, f, t, m, match, out);
    }
}
