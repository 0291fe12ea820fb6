#include "mentions/role.h"

#include "base/diagnose.h"
#include "base/hash.h"
#include "base/map.h"

/* A role has a concept; a concept may be a kind of another one (`parent`). Roles of different
 * groups do not exclude each other (a professor may be a minister). */
typedef struct {
    uint32_t parent; /* index + 1; 0: none */
    rc_word group;   /* roles of one group exclude each other; 0: none */
} concept;

#define KINDS_MAX 16 /* steps from a role up to the widest */

struct rc_roles {
    rc_map concepts; /* hash of a role's text to concept + 1 */
    rc_map ranks;    /* words that make a deputy of a role */
    rc_map links;    /* words before a complement: "of" */
    concept *items;
    size_t count, capacity;
};

static uint32_t concept_of(rc_arena *a, rc_roles *r, rc_str name)
{
    uint32_t *at = rc_map_put(&r->concepts, rc_hash(name), 0);
    if (!*at) {
        *at = (uint32_t)r->count + 1;
        RC_PUSH(a, r->items, r->count, r->capacity, ((concept){0}));
    }
    return *at;
}

/* Columns: role, same (the role that it is another name of), kind-of, group. The groups "rank" and
 * "link" are of words, not roles. */
static void read_row(rc_arena *a, rc_roles *r, const rc_table *t, size_t row)
{
    rc_str role = rc_table_cell(t, row, rc_table_column(t, "role"));
    rc_str same = rc_table_cell(t, row, rc_table_column(t, "same"));
    rc_str kind = rc_table_cell(t, row, rc_table_column(t, "kind-of"));
    rc_str group = rc_table_cell(t, row, rc_table_column(t, "group"));
    if (!role.len)
        return;
    if (rc_str_eq(group, RC_STR("rank")) || rc_str_eq(group, RC_STR("link"))) {
        bool rank = group.ptr[0] == 'r';
        rc_map_put(rank ? &r->ranks : &r->links, rc_hash(role), 1);
        return;
    }
    if (same.len) {
        uint32_t index = concept_of(a, r, same);
        *rc_map_put(&r->concepts, rc_hash(role), index) = index;
        return;
    }
    uint32_t index = concept_of(a, r, role);
    if (kind.len) {
        uint32_t parent = concept_of(a, r, kind);
        if (parent != index)
            r->items[index - 1].parent = parent;
    }
    if (group.len)
        r->items[index - 1].group = rc_hash(group);
}

rc_status rc_roles_new(rc_arena *a, const rc_rules *r, const rc_roles **ret,
                       rc_diagnostics *diagnostics)
{
    rc_roles *roles = RC_NEW(a, rc_roles);
    (void)diagnostics;
    rc_map_init(&roles->concepts, a, 512);
    rc_map_init(&roles->ranks, a, 16);
    rc_map_init(&roles->links, a, 16);
    for (size_t i = 0; i < rc_rules_table_count(r); i++) {
        const rc_table *t = rc_rules_table_at(r, i);
        if (!rc_str_starts(t->name, RC_STR("tables/roles")))
            continue;
        for (size_t row = 0; row < t->row_count; row++)
            read_row(a, roles, t, row);
    }
    *ret = roles;
    return RC_OK;
}

/* The concept of `role`, or of its longest ending that is known: "outspoken climate minister" is a
 * "climate minister" where that is known, else a "minister"; of "director of studies" the
 * "director". `ret_exact`: all of it was known. */
static uint32_t ending(const rc_roles *r, rc_str rest, bool *ret_exact)
{
    while (rest.len) {
        const uint32_t *found = rc_map_get(&r->concepts, rc_hash(rest));
        if (found)
            return *found;
        *ret_exact = false;
        size_t space = rc_str_find(rest, ' ');
        rest = space < rest.len ? rc_str_sub(rest, space + 1, rest.len) : RC_STR_NONE;
    }
    return 0;
}

/* Where the complement of a role begins ("of public works"); its length where it has none. */
static size_t complement_at(const rc_roles *r, rc_str role)
{
    for (size_t i = 0; i < role.len; i++) {
        if (role.ptr[i] != ' ')
            continue;
        rc_str rest = rc_str_sub(role, i + 1, role.len);
        rc_str word = rc_str_sub(rest, 0, rc_str_find(rest, ' '));
        if (word.len < rest.len && rc_map_get(&r->links, rc_hash(word)))
            return i;
    }
    return role.len;
}

/* "deputy director": true, and `role` is "director". */
static bool strip_rank(const rc_roles *r, rc_str *role)
{
    size_t space = rc_str_find(*role, ' ');
    if (space == role->len || !rc_map_get(&r->ranks, rc_hash(rc_str_sub(*role, 0, space))))
        return false;
    *role = rc_str_sub(*role, space + 1, role->len);
    return true;
}

static uint32_t lookup(const rc_roles *r, rc_str role, bool *ret_exact)
{
    *ret_exact = true;
    const uint32_t *whole = rc_map_get(&r->concepts, rc_hash(role));
    if (whole)
        return *whole;
    size_t at = complement_at(r, role);
    *ret_exact = at == role.len;
    return ending(r, rc_str_sub(role, 0, at), ret_exact);
}

static bool is_kind_of(const rc_roles *r, uint32_t a, uint32_t b)
{
    for (int step = 0; a && step < KINDS_MAX; step++) {
        if (a == b)
            return true;
        a = r->items[a - 1].parent;
    }
    return false;
}

static rc_word group_of(const rc_roles *r, uint32_t a)
{
    for (int step = 0; a && step < KINDS_MAX; step++) {
        if (r->items[a - 1].group)
            return r->items[a - 1].group;
        a = r->items[a - 1].parent;
    }
    return 0;
}

static rc_roles_relation compare_plain(const rc_roles *r, rc_str a, rc_str b)
{
    bool exact_a, exact_b;
    if (rc_str_eq(a, b))
        return RC_ROLES_SAME;
    uint32_t x = lookup(r, a, &exact_a);
    uint32_t y = lookup(r, b, &exact_b);
    if (!x || !y)
        return RC_ROLES_UNKNOWN;
    if (x == y)
        return exact_a && exact_b ? RC_ROLES_SAME : RC_ROLES_KIND;
    if (is_kind_of(r, x, y) || is_kind_of(r, y, x))
        return RC_ROLES_KIND;
    rc_word group = group_of(r, x);
    return group && group == group_of(r, y) ? RC_ROLES_CLASH : RC_ROLES_OTHER;
}

rc_roles_relation rc_roles_compare(const rc_roles *r, rc_str a, rc_str b)
{
    const uint32_t *whole_a = rc_map_get(&r->concepts, rc_hash(a));
    const uint32_t *whole_b = rc_map_get(&r->concepts, rc_hash(b));
    bool deputy_a = !whole_a && strip_rank(r, &a);
    bool deputy_b = !whole_b && strip_rank(r, &b);
    rc_roles_relation plain = compare_plain(r, a, b);
    if (deputy_a == deputy_b)
        return plain;
    /* The deputy of a role does not hold it; what else he is stays open. */
    return plain == RC_ROLES_SAME || plain == RC_ROLES_KIND ? RC_ROLES_CLASH : plain;
}
