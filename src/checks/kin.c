#include "checks/kin.h"

#include "base/hash.h"

#define ACRONYM_LENGTH_MIN 3
#define KNOWN_BY_BOTH 2 /* other bearers that the documents of both must have */

static uint32_t root(uint32_t *parent, uint32_t id)
{
    while (parent[id] != id)
        id = parent[id] = parent[parent[id]];
    return id;
}

static void join(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = root(parent, a);
    b = root(parent, b);
    if (a < b)
        parent[b] = a;
    else
        parent[a] = b;
}

/* Each acronym's first explanation stands for it; the others of one story are the same bearer. */
static void join_acronyms(rc_arena *scratch, const rc_names *n, uint32_t *parent)
{
    rc_map first;
    rc_map_init(&first, scratch, n->acronym_count);
    for (uint32_t i = 0; i < n->acronym_count; i++) {
        const rc_acronym *x = &n->acronyms[i].acronym;
        if (x->acronym.len < ACRONYM_LENGTH_MIN || !x->fits)
            continue;
        const rc_acronym *y = &n->acronyms[*rc_map_put(&first, rc_hash(x->acronym), i)].acronym;
        if (x->entity != y->entity && n->bearers[x->entity].cls == n->bearers[y->entity].cls &&
            rc_names_shared(n, x->entity, y->entity) >= KNOWN_BY_BOTH)
            join(parent, x->entity, y->entity);
    }
}

uint32_t *rc_kin_find(rc_arena *a, const rc_names *names, const rc_variants *variants)
{
    uint32_t *parent = RC_NEW_ARRAY(a, uint32_t, names->bearer_count);
    for (uint32_t i = 0; i < names->bearer_count; i++)
        parent[i] = i;
    for (size_t i = 0; i < variants->count; i++)
        join(parent, variants->items[i].a, variants->items[i].b);
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    join_acronyms(scratch, names, parent);
    for (uint32_t i = 0; i < names->bearer_count; i++)
        parent[i] = root(parent, i);
    rc_arena_free(scratch);
    return parent;
}
