#include "mentions/role.h"

#include "base/diagnose.h"
#include "base/hash.h"
#include "base/map.h"

/* A role has a concept; a concept may be a kind of another one (`parent`). Roles of one group
 * exclude each other, and so do two posts, of whatever groups: a post takes all of a person's time.
 * Other roles of different groups do not (a professor may be a minister). */
typedef struct {
    uint32_t parent; /* index + 1; 0: none */
    rc_word group;   /* roles of one group exclude each other; 0: none */
    bool wide;       /* tells a rank and not what of: "head", "director" */
} concept;

#define KINDS_MAX 16 /* steps from a role up to the widest */

struct rc_roles {
    rc_map concepts; /* hash of a role's text to concept + 1 */
    rc_map ranks;    /* words that make a deputy of a role */
    rc_map links;    /* words before a complement: "of" */
    rc_map posts;    /* groups of posts */
    rc_map bodies;   /* words for what people hold posts in: "agency" */
    rc_map pairs;    /* of two concepts that one person often is: "chair" and "chief executive" */
    const rc_lexicon *lexicon;
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
 * "link" are of words, not roles; "posts" is of groups; "body" of
 * words for what people hold posts in; "both" of two roles that go together;
 * "wide" of roles that need a complement to be a post. */
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
    if (rc_str_eq(group, RC_STR("posts")) || rc_str_eq(group, RC_STR("body"))) {
        rc_map_put(group.ptr[0] == 'p' ? &r->posts : &r->bodies, rc_hash(role), 1);
        return;
    }
    if (rc_str_eq(group, RC_STR("both"))) {
        uint32_t x = concept_of(a, r, role), y = concept_of(a, r, same);
        rc_map_put(&r->pairs, rc_hash_mix(x < y ? x : y, x < y ? y : x), 1);
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
    if (rc_str_eq(group, RC_STR("wide")))
        r->items[index - 1].wide = true;
    else if (group.len)
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
    rc_map_init(&roles->posts, a, 16);
    rc_map_init(&roles->bodies, a, 64);
    rc_map_init(&roles->pairs, a, 16);
    roles->lexicon = rc_rules_lexicon(r);
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

static bool is_field(const rc_roles *r, rc_str word)
{
    const rc_lex_entry *e = word.len ? rc_lexicon_find(r->lexicon, rc_hash(word)) : NULL;
    return e && e->frequency[RC_NOUN] >= e->frequency[RC_ADJECTIVE] &&
           !rc_map_get(&r->bodies, rc_hash(word));
}

/* The word in which a role's field lies: "purchasing" of "head of purchasing", "flight" of "flight
 * director". Empty where there is none, or where it is the body itself: "head of the agency". */
static rc_str field_of(const rc_roles *r, rc_str role, uint32_t of)
{
    size_t at = complement_at(r, role);
    rc_str word = RC_STR_NONE, rest = rc_str_sub(role, at, role.len);
    (void)rc_str_split(&rest, ' ', &word); /* the gap */
    (void)rc_str_split(&rest, ' ', &word); /* the link */
    while (rc_str_split(&rest, ' ', &word) &&
           !rc_map_get(&r->links, rc_hash(rc_str_sub(rest, 0, rc_str_find(rest, ' ')))))
        ;
    if (at < role.len && is_field(r, word))
        return word;
    rest = rc_str_sub(role, 0, at);
    bool modified = r->items[of - 1].wide && rc_str_split(&rest, ' ', &word) && rest.len;
    return modified && is_field(r, word) ? word : RC_STR_NONE;
}

#define FIELD_LETTERS 4 /* "finance", "financial"; "operations", "operating" */

static bool names_field(rc_str role, rc_str field)
{
    rc_str word, stem = rc_str_sub(field, 0, FIELD_LETTERS);
    while (rc_str_split(&role, ' ', &word))
        if (rc_str_starts(word, stem))
            return true;
    return false;
}

/* Whether a role is a full-time post of its own: one of a group of posts, or a wide one with a
 * field ("head of purchasing"). */
static bool is_post(const rc_roles *r, rc_str role, uint32_t at)
{
    rc_word group = group_of(r, at);
    if (r->items[at - 1].wide)
        return field_of(r, role, at).len > 0;
    return group && rc_map_get(&r->posts, group);
}

/* Two roles of which neither is a kind of the other. */
static rc_roles_relation compare_posts(const rc_roles *r, rc_str a, uint32_t x, rc_str b,
                                       uint32_t y)
{
    rc_word group = group_of(r, x);
    if (group && group == group_of(r, y))
        return RC_ROLES_CLASH;
    if (!is_post(r, a, x) || !is_post(r, b, y) ||
        rc_map_get(&r->pairs, rc_hash_mix(x < y ? x : y, x < y ? y : x)))
        return RC_ROLES_OTHER;
    rc_str field_a = field_of(r, a, x), field_b = field_of(r, b, y);
    if ((field_a.len && names_field(b, field_a)) || (field_b.len && names_field(a, field_b)))
        return RC_ROLES_KIND;
    return RC_ROLES_CLASH;
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
    bool fields = r->items[x - 1].wide && r->items[y - 1].wide && field_of(r, a, x).len &&
                  field_of(r, b, y).len;
    if (x == y && !fields)
        return exact_a && exact_b ? RC_ROLES_SAME : RC_ROLES_KIND;
    bool other_field = (r->items[x - 1].wide && field_of(r, a, x).len) ||
                       (r->items[y - 1].wide && field_of(r, b, y).len);
    if (!other_field && (is_kind_of(r, x, y) || is_kind_of(r, y, x)))
        return RC_ROLES_KIND;
    return compare_posts(r, a, x, b, y);
}

/* Known as it stands, or before its complement: "vice president for operations". */
static bool is_known(const rc_roles *r, rc_str role)
{
    return rc_map_get(&r->concepts, rc_hash(role)) ||
           rc_map_get(&r->concepts, rc_hash(rc_str_sub(role, 0, complement_at(r, role))));
}

rc_roles_relation rc_roles_compare(const rc_roles *r, rc_str a, rc_str b)
{
    bool deputy_a = !is_known(r, a) && strip_rank(r, &a);
    bool deputy_b = !is_known(r, b) && strip_rank(r, &b);
    rc_roles_relation plain = compare_plain(r, a, b);
    if (deputy_a == deputy_b)
        return plain;
    /* The deputy of a role does not hold it; what else he is stays open. */
    return plain == RC_ROLES_SAME || plain == RC_ROLES_KIND ? RC_ROLES_CLASH : plain;
}
