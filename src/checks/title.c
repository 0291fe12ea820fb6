/* One person with two roles that nobody holds at one time: "chief financial officer" here, "chief
 * operating officer" there. Former, coming and quoted roles are no evidence, nor are documents more
 * than a year apart. */
#include "base/hash.h"
#include "checks/tie.h"
#include "checks/variant.h"

#define ROLES_MAX 64       /* of one person, looked at */
#define CIRCLE_LEAST 2     /* other names that two documents share */
#define DAYS_APART_MAX 400 /* between the documents' dates */

typedef struct {
    rc_checking *c;
    const rc_names *n;
    uint32_t *parent; /* bearer to the commoner spelling of its name */
    uint32_t *first;  /* bearer to its first role + 1 */
    uint32_t *next;
} scan;

static bool counts(const rc_role *r)
{
    return r->tense == RC_TENSE_NOW && !r->quoted && r->definite;
}

static bool same_name(rc_span a, rc_span b)
{
    return a.start == b.start && a.end == b.end;
}

static bool one_era(const scan *s, const rc_name_role *a, const rc_name_role *b)
{
    int32_t x = s->n->docs[a->doc]->date, y = s->n->docs[b->doc]->date;
    if (x == RC_DAY_NONE || y == RC_DAY_NONE)
        return true;
    return x - y <= DAYS_APART_MAX && y - x <= DAYS_APART_MAX;
}

/* Whether the text itself gives both roles at once somewhere: then they do not exclude each other.
 */
static bool held_together(const scan *s, uint32_t head, rc_str a, rc_str b)
{
    for (uint32_t x = head, i = 0; x && i < ROLES_MAX; x = s->next[x - 1], i++) {
        const rc_name_role *p = &s->n->roles[x - 1];
        if (rc_roles_compare(s->n->role_table, p->role.text, a) > RC_ROLES_KIND)
            continue;
        for (uint32_t y = head, k = 0; y && k < ROLES_MAX; y = s->next[y - 1], k++) {
            const rc_name_role *q = &s->n->roles[y - 1];
            if (x != y && p->doc == q->doc && same_name(p->role.name, q->role.name) &&
                rc_roles_compare(s->n->role_table, q->role.text, b) <= RC_ROLES_KIND)
                return true;
        }
    }
    return false;
}

/* Among many documents two that share no other name speak of two bearers of one. */
static bool one_circle(const scan *s, const rc_name_role *a, const rc_name_role *b)
{
    return a->doc == b->doc || s->n->doc_count <= RC_FEW_DOCS ||
           rc_docs_shared(s->n, a->doc, b->doc, a->role.entity, b->role.entity) >= CIRCLE_LEAST;
}

static bool clash(const scan *s, uint32_t head, const rc_name_role *a, const rc_name_role *b)
{
    const rc_role *x = &a->role, *y = &b->role;
    if (!counts(x) || !counts(y) || (a->doc == b->doc && same_name(x->name, y->name)))
        return false;
    if (rc_roles_compare(s->n->role_table, x->text, y->text) != RC_ROLES_CLASH)
        return false;
    if (x->employer && y->employer && x->employer != y->employer)
        return false;
    return one_era(s, a, b) && one_circle(s, a, b) && !held_together(s, head, x->text, y->text);
}

static void add_side(scan *s, rc_finding *f, const rc_name_role *r, uint32_t side)
{
    rc_finding_claim claim =
        rc_name_side(s->n, r->doc, r->role.span, r->role.sentence, r->role.text);
    claim.side = side;
    f->claims[f->claim_count++] = claim;
}

/* All roles that mean the same as `a` make one side, as `b` the other. */
static void report(scan *s, uint32_t head, const rc_name_role *a, const rc_name_role *b)
{
    rc_finding *f = RC_NEW(s->c->arena, rc_finding);
    const rc_name_role *sides[2][ROLES_MAX];
    size_t count[2] = {0, 0};
    for (uint32_t at = head, i = 0; at && i < ROLES_MAX; at = s->next[at - 1], i++) {
        const rc_name_role *r = &s->n->roles[at - 1];
        if (!counts(&r->role))
            continue;
        if (rc_roles_compare(s->n->role_table, r->role.text, a->role.text) == RC_ROLES_SAME)
            sides[0][count[0]++] = r;
        else if (rc_roles_compare(s->n->role_table, r->role.text, b->role.text) == RC_ROLES_SAME)
            sides[1][count[1]++] = r;
    }
    bool swap = count[1] > count[0];
    f->claims = RC_NEW_ARRAY(s->c->arena, rc_finding_claim, count[0] + count[1]);
    for (uint32_t side = 0; side < 2; side++) {
        size_t from = (side == 1) != swap;
        for (size_t i = count[from]; i > 0; i--)
            add_side(s, f, sides[from][i - 1], side);
    }
    rc_str name = s->n->bearers[a->role.entity].name;
    bool sure = a->role.entity == b->role.entity && rc_str_find(name, ' ') < name.len;
    f->rule = RC_STR("title/conflict");
    f->severity = sure ? RC_ERROR : RC_WARNING;
    f->confidence = sure ? 85 : 70;
    f->subject = s->n->bearers[s->parent[a->role.entity]].name;
    f->attribute = RC_STR("role");
    f->message =
        rc_arena_printf(s->c->arena, "%.*s: %.*s (%.*s) but %.*s (%.*s)", RC_STR_ARG(f->subject),
                        RC_STR_ARG(a->role.text),
                        RC_STR_ARG(rc_name_place(s->c->arena, s->n, a->doc, a->role.span)),
                        RC_STR_ARG(b->role.text),
                        RC_STR_ARG(rc_name_place(s->c->arena, s->n, b->doc, b->role.span)));
    rc_checking_add(s->c, f);
}

/* Whether the two roles were reported already, in other words. */
static bool is_new(const scan *s, const rc_name_role *const *done, size_t count,
                   const rc_name_role *a, const rc_name_role *b)
{
    for (size_t i = 0; i + 1 < count; i += 2) {
        rc_roles_relation x = rc_roles_compare(s->n->role_table, a->role.text, done[i]->role.text);
        rc_roles_relation y =
            rc_roles_compare(s->n->role_table, b->role.text, done[i + 1]->role.text);
        rc_roles_relation p =
            rc_roles_compare(s->n->role_table, a->role.text, done[i + 1]->role.text);
        rc_roles_relation q = rc_roles_compare(s->n->role_table, b->role.text, done[i]->role.text);
        if ((x <= RC_ROLES_KIND && y <= RC_ROLES_KIND) ||
            (p <= RC_ROLES_KIND && q <= RC_ROLES_KIND))
            return false;
    }
    return true;
}

static void check_person(scan *s, uint32_t head)
{
    const rc_name_role *done[16];
    size_t count = 0;
    for (uint32_t x = head, i = 0; x && i < ROLES_MAX; x = s->next[x - 1], i++) {
        const rc_name_role *a = &s->n->roles[x - 1];
        for (uint32_t y = s->next[x - 1], k = 0; y && k < ROLES_MAX; y = s->next[y - 1], k++) {
            const rc_name_role *b = &s->n->roles[y - 1];
            if (count + 2 > sizeof(done) / sizeof(done[0]) || !clash(s, head, b, a) ||
                !is_new(s, done, count, b, a))
                continue;
            done[count++] = b;
            done[count++] = a;
            report(s, head, b, a);
        }
    }
}

rc_status rc_check_title(rc_checking *c, rc_err *err)
{
    (void)err;
    if (!c->names)
        return RC_OK;
    const rc_names *n = c->names;
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    scan s = {.c = c, .n = n};
    s.parent = RC_NEW_ARRAY(scratch, uint32_t, n->bearer_count);
    s.first = RC_NEW_ARRAY(scratch, uint32_t, n->bearer_count);
    s.next = RC_NEW_ARRAY(scratch, uint32_t, n->role_count);
    for (uint32_t i = 0; i < n->bearer_count; i++)
        s.parent[i] = i;
    for (size_t i = 0; i < c->variants->count; i++)
        s.parent[c->variants->items[i].b] = c->variants->items[i].a;
    for (uint32_t i = 0; i < n->role_count; i++) {
        uint32_t who = s.parent[n->roles[i].role.entity];
        s.next[i] = s.first[who];
        s.first[who] = i + 1;
    }
    for (uint32_t i = 0; i < n->bearer_count; i++)
        check_person(&s, s.first[i]);
    rc_arena_free(scratch);
    return RC_OK;
}
