/* Names of people, organizations, places, events and works: found as runs of capitalized words,
 * told apart by head words, tables and context, and joined with their short forms. */
#include "mentions/naming.h"

/* Keeps the place of the first mention by the full name: the longest one. */
static void note_place(rc_naming *n, const rc_raw *r, rc_span span)
{
    rc_entity *e = &n->m->entities[r->entity];
    if (!e->mentions++ || span.end - span.start > e->span.end - e->span.start) {
        e->span = span;
        e->sentence = rc_name_sentence(n, r->sentence);
    }
}

/* Room for the names and some pronouns at once: mentions are large. */
static void reserve(rc_naming *n)
{
    rc_mentions *m = n->m;
    size_t needed = m->count + n->count + n->count / 4 + 8;
    if (m->capacity >= needed)
        return;
    m->items = rc_arena_grow(n->arena, m->items, m->count, needed, sizeof(m->items[0]));
    m->capacity = needed;
}

static void emit(rc_naming *n)
{
    const rc_text *t = n->t;
    reserve(n);
    for (size_t i = 0; i < n->count; i++) {
        const rc_raw *r = &n->raws[i];
        if (r->entity == UINT32_MAX)
            continue;
        rc_mention m = {
            .type = RC_MENTION_ENTITY,
            .span = {t->tokens[r->first].start, t->tokens[r->last - 1].end},
            .first = r->first,
            .last = r->last,
        };
        note_place(n, r, m.span);
        m.as.entity.index = r->entity;
        m.as.entity.title_first = r->title_first;
        m.as.entity.title_last = r->title_last;
        m.as.entity.adjective = r->known && n->x->known[r->known - 1].kind == KNOWN_ADJECTIVE;
        RC_PUSH(n->arena, n->m->items, n->m->count, n->m->capacity, m);
    }
}

/* The title's tokens of each name are those of the role found right before it, so that "climate
 * minister Ann Oak" has one though its words are no capitals. */
static void widen_titles(rc_naming *n)
{
    for (size_t i = 0; i < n->role_count; i++) {
        const rc_raw_role *role = &n->roles[i];
        rc_raw *r = &n->raws[role->raw];
        if (role->last <= r->first) {
            if (r->title_first == r->title_last || role->first < r->title_first)
                r->title_first = role->first;
            if (r->title_last < role->last)
                r->title_last = role->last;
        } else if (r->title_first == r->title_last) {
            r->title_first = role->first;
            r->title_last = role->last;
        }
    }
}

rc_status rc_find_entities(rc_arena *a, const rc_namer *x, const rc_text *t, rc_mentions *m,
                           rc_err *err)
{
    rc_naming n = {.arena = a, .x = x, .t = t, .m = m};
    (void)err;
    if (!x)
        return RC_OK;
    n.bits = RC_NEW_ARRAY(a, uint64_t, t->token_count);
    n.capacity = t->token_count / 16 + 16;
    n.raws = RC_NEW_ARRAY(a, rc_raw, n.capacity);
    n.times = m->items;
    n.time_count = m->count;
    rc_map_init(&n.strong, a, 0);
    rc_map_init(&n.votes, a, 0);
    rc_name_scan(&n);
    rc_name_roles(&n);
    rc_name_classify(&n);
    rc_name_link(&n);
    rc_name_acronyms(&n);
    widen_titles(&n);
    emit(&n);
    rc_name_refer(&n);
    rc_name_roles_emit(&n);
    return RC_OK;
}
