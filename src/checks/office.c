/* Offices against the table of who held them (rules/facts/office-holders): somebody is called by an
 * office that they left before the text was written. Silent where the text says "former", quotes,
 * or speaks of an earlier date, and on offices left long ago, which texts recall. */
#include "base/hash.h"
#include "checks/variant.h"
#include "store/likeness.h"

#define GRACE_DAYS 28      /* behind the end of an office */
#define RECALLED_DAYS 1000 /* since when an office is only recalled */
#define EARLIER_DAYS 60    /* a date in the sentence so long before the text is history */
#define ROWS_MAX 32        /* of one surname */
#define ONE_NEWS_DAYS 200  /* between documents that may tell of one event */
#define PART_NAMES 2       /* other names that both clauses have */
#define STAND_INS_MAX 2000 /* claims with a holder that are compared */

typedef struct {
    rc_str office, country, holder, folded, last; /* last: word of `folded` */
    int32_t from, to;                             /* to: RC_DAY_NONE: in office */
    uint32_t row, next;                           /* next of the same last word, + 1 */
} holder;

typedef struct {
    rc_checking *c;
    const rc_names *n;
    const rc_table *table;
    holder *rows;
    size_t count, capacity;
    rc_map by_last;
} scan;

static rc_str last_word(rc_str s)
{
    size_t at = s.len;
    while (at && s.ptr[at - 1] != ' ')
        at--;
    return rc_str_sub(s, at, s.len);
}

static void load(scan *s, rc_arena *a)
{
    const rc_table *t = s->table;
    size_t office = rc_table_column(t, "office"), country = rc_table_column(t, "country");
    size_t name = rc_table_column(t, "holder"), from = rc_table_column(t, "from");
    size_t to = rc_table_column(t, "to");
    for (size_t row = 0; row < t->row_count; row++) {
        holder h = {.office = rc_table_cell(t, row, office),
                    .country = rc_table_cell(t, row, country),
                    .holder = rc_table_cell(t, row, name),
                    .to = RC_DAY_NONE,
                    .row = (uint32_t)row};
        rc_str end = rc_table_cell(t, row, to);
        if (rc_day_parse(rc_table_cell(t, row, from), &h.from) != RC_OK ||
            (end.len && rc_day_parse(end, &h.to) != RC_OK))
            continue;
        h.folded = rc_name_fold(a, h.holder);
        h.last = last_word(h.folded);
        uint32_t *last = rc_map_put(&s->by_last, rc_hash(h.last), 0);
        h.next = *last;
        RC_PUSH(a, s->rows, s->count, s->capacity, h);
        *last = (uint32_t)s->count;
    }
}

/* Whether the role is the row's office, in the row's country or organization as far as is said. */
static bool same_office(const scan *s, const rc_role *r, const holder *h)
{
    if (rc_roles_compare(s->n->role_table, r->text, h->office) != RC_ROLES_SAME)
        return false;
    if (!r->employer)
        return true;
    const rc_bearer *employer = &s->n->bearers[r->employer - 1];
    return rc_str_eq(employer->country, h->country) || rc_str_eq(employer->name, h->country);
}

static bool same_person(const rc_name_use *u, const holder *h)
{
    rc_str last = last_word(u->folded);
    if (!rc_str_eq(last, h->last))
        return false;
    if (last.len == u->folded.len)
        return true;
    size_t first = rc_str_find(u->folded, ' ');
    return rc_str_eq(rc_str_sub(u->folded, 0, first),
                     rc_str_sub(h->folded, 0, rc_str_find(h->folded, ' ')));
}

static bool holds_at(const holder *h, int32_t day)
{
    return h->from - GRACE_DAYS <= day && (h->to == RC_DAY_NONE || day <= h->to + GRACE_DAYS);
}

/* Who holds the office of `h` on a day; NULL: the table does not say. */
static const holder *holder_on(const scan *s, const holder *h, int32_t day)
{
    for (size_t i = 0; i < s->count; i++) {
        const holder *o = &s->rows[i];
        if (rc_str_eq(o->office, h->office) && rc_str_eq(o->country, h->country) &&
            o->from <= day && (o->to == RC_DAY_NONE || day <= o->to))
            return o;
    }
    return NULL;
}

static bool is_named(const scan *s, uint32_t doc, const holder *h)
{
    for (uint32_t u = s->n->first_use[doc]; u < s->n->first_use[doc + 1]; u++) {
        if (s->n->uses[u].mentions && same_person(&s->n->uses[u], h))
            return true;
    }
    return false;
}

static void report(scan *s, const rc_name_role *r, const holder *left, const holder *now)
{
    rc_arena *a = s->c->arena;
    rc_finding *f = RC_NEW(a, rc_finding);
    const rc_doc *d = s->n->docs[r->doc];
    bool recalled = is_named(s, r->doc, now);
    rc_span span = {r->role.span.start < r->role.name.start ? r->role.span.start
                                                            : r->role.name.start,
                    r->role.span.end > r->role.name.end ? r->role.span.end : r->role.name.end};
    f->rule = RC_STR("office/holder");
    f->severity = recalled ? RC_WARNING : RC_ERROR;
    f->confidence = recalled ? 60 : 85;
    f->subject = left->holder;
    f->attribute = left->office;
    f->object = left->country;
    f->reference = (rc_reference){
        .file = s->table->file,
        .line = s->table->lines[now->row],
        .text = rc_arena_printf(a, "%.*s, %.*s, %.*s, from %.*s", RC_STR_ARG(now->office),
                                RC_STR_ARG(now->country), RC_STR_ARG(now->holder),
                                RC_STR_ARG(rc_day_print(a, now->from)))};
    f->message = rc_arena_printf(
        a, "%.*s (%.*s): %.*s until %.*s was %.*s, since %.*s it is %.*s",
        RC_STR_ARG(rc_doc_slice(d, span)), RC_STR_ARG(rc_name_place(a, s->n, r->doc, span)),
        RC_STR_ARG(left->office), RC_STR_ARG(rc_day_print(a, left->to)), RC_STR_ARG(left->holder),
        RC_STR_ARG(rc_day_print(a, now->from)), RC_STR_ARG(now->holder));
    f->claims = RC_NEW(a, rc_finding_claim);
    f->claims[0] = rc_name_side(s->n, r->doc, span, r->role.sentence, left->holder);
    f->claim_count = 1;
    rc_checking_add(s->c, f);
}

static void check_role(scan *s, const rc_name_role *r)
{
    const rc_name_use *u = &s->n->uses[r->use];
    int32_t day = s->n->docs[r->doc]->date;
    if (day == RC_DAY_NONE || r->role.tense != RC_TENSE_NOW || r->role.quoted)
        return;
    if (r->role.when != RC_DAY_NONE && r->role.when < day - EARLIER_DAYS)
        return;
    const uint32_t *head = rc_map_get(&s->by_last, rc_hash(last_word(u->folded)));
    const holder *left = NULL;
    uint32_t steps = 0;
    for (uint32_t at = head ? *head : 0; at && steps < ROWS_MAX;
         at = s->rows[at - 1].next, steps++) {
        const holder *h = &s->rows[at - 1];
        if (!same_person(u, h) || !same_office(s, &r->role, h))
            continue;
        if (holds_at(h, day) || h->to == RC_DAY_NONE)
            return;
        if (left && !rc_str_eq(left->country, h->country))
            return; /* of two countries: the text does not say which */
        if (!left || h->to > left->to)
            left = h;
    }
    if (!left || day < left->to || day - left->to > RECALLED_DAYS)
        return;
    const holder *now = holder_on(s, left, day);
    if (now && !same_person(u, now))
        report(s, r, left, now);
}

/* ------------------------------------------------------- two holders in one part of one event */

/* A claim that names somebody who held an office, and the row. */
typedef struct {
    const rc_claim *claim;
    const holder *row;
} stand_in;

typedef struct {
    stand_in *items;
    size_t count, capacity;
} stand_ins;

static bool takes_part(const rc_claim *c)
{
    return c->type == RC_VALUE_ENTITY && !c->family && c->modality == RC_ASSERTED && !c->quoted &&
           (c->relation == RC_RELATION_SUBJECT || c->relation == RC_RELATION_OBJECT ||
            c->relation == RC_RELATION_AGENT || c->relation == RC_RELATION_PREPOSITION);
}

/* The names that both clauses have, the two holders themselves left out. */
static uint32_t names_shared(const rc_claim *a, const rc_claim *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *f = &a->features[i];
        shared += rc_feature_is_name(f) && f->word != a->value.entity.key &&
                  f->word != b->value.entity.key &&
                  rc_features_have(b->features, b->feature_count, f->word);
    }
    return shared;
}

/* Whether `a` names somebody in a part that `b` gives to the one who holds the office by then. */
static bool one_part(const scan *s, const stand_in *a, const stand_in *b)
{
    const rc_claim *x = a->claim, *y = b->claim;
    int32_t day = s->c->store->docs[x->doc].doc->date, other = s->c->store->docs[y->doc].doc->date;
    if (day == RC_DAY_NONE || other == RC_DAY_NONE || day - other > ONE_NEWS_DAYS ||
        other - day > ONE_NEWS_DAYS || a->row->to == RC_DAY_NONE ||
        !rc_str_eq(a->row->office, b->row->office) || !rc_str_eq(a->row->country, b->row->country))
        return false;
    bool gone =
        !holds_at(a->row, day) && day - a->row->to <= RECALLED_DAYS && holds_at(b->row, day);
    bool told = x->time.value.len && x->time.low != RC_DAY_NONE && x->time.low <= a->row->to;
    return gone && !told && rc_claims_share(x, y, RC_FEATURE_PREDICATE) &&
           names_shared(x, y) >= PART_NAMES;
}

static void report_part(scan *s, const stand_in *a, const stand_in *b)
{
    rc_arena *arena = s->c->arena;
    rc_finding *f = RC_NEW(arena, rc_finding);
    const rc_doc *da = s->c->store->docs[a->claim->doc].doc;
    const rc_doc *db = s->c->store->docs[b->claim->doc].doc;
    f->rule = RC_STR("office/holder");
    f->severity = RC_ERROR;
    f->confidence = 80;
    f->subject = a->row->holder;
    f->attribute = a->row->office;
    f->object = a->row->country;
    f->reference = (rc_reference){
        .file = s->table->file,
        .line = s->table->lines[a->row->row],
        .text = rc_arena_printf(arena, "%.*s, %.*s, %.*s, until %.*s", RC_STR_ARG(a->row->office),
                                RC_STR_ARG(a->row->country), RC_STR_ARG(a->row->holder),
                                RC_STR_ARG(rc_day_print(arena, a->row->to)))};
    f->message =
        rc_arena_printf(arena, "%.*s (%.*s) but %.*s (%.*s): %.*s was %.*s until %.*s",
                        RC_STR_ARG(rc_doc_slice(da, a->claim->value_span)),
                        RC_STR_ARG(rc_checking_place(s->c, a->claim)),
                        RC_STR_ARG(rc_doc_slice(db, b->claim->value_span)),
                        RC_STR_ARG(rc_checking_place(s->c, b->claim)), RC_STR_ARG(a->row->holder),
                        RC_STR_ARG(a->row->office), RC_STR_ARG(rc_day_print(arena, a->row->to)));
    f->claims = RC_NEW_ARRAY(arena, rc_finding_claim, 2);
    f->claims[0] = rc_checking_side(s->c, b->claim, 0);
    f->claims[1] = rc_checking_side(s->c, a->claim, 1);
    f->claim_count = 2;
    rc_checking_add(s->c, f);
}

/* The rows of every claim's person, in the order of claims; a few of one person. */
static void collect(scan *s, rc_arena *a, stand_ins *out)
{
    const rc_store *store = s->c->store;
    for (size_t i = 0; i < store->claim_count && out->count < STAND_INS_MAX; i++) {
        const rc_claim *c = store->claims[i];
        if (!takes_part(c) || !c->value.entity.entity)
            continue;
        const rc_bearer *b = &s->n->bearers[c->value.entity.entity - 1];
        const rc_name_use *u = &s->n->uses[s->n->by_bearer[b->first_use]];
        const uint32_t *head = rc_map_get(&s->by_last, rc_hash(last_word(u->folded)));
        uint32_t steps = 0;
        for (uint32_t at = head ? *head : 0; at && steps < ROWS_MAX;
             at = s->rows[at - 1].next, steps++) {
            if (same_person(u, &s->rows[at - 1]))
                RC_PUSH(a, out->items, out->count, out->capacity,
                        ((stand_in){c, &s->rows[at - 1]}));
        }
    }
}

static void check_parts(scan *s, rc_arena *a)
{
    stand_ins all = {0};
    collect(s, a, &all);
    for (size_t i = 0; i < all.count; i++) {
        for (size_t k = 0; k < all.count; k++) {
            if (all.items[i].claim->doc == all.items[k].claim->doc ||
                !one_part(s, &all.items[i], &all.items[k]))
                continue;
            report_part(s, &all.items[i], &all.items[k]);
            break;
        }
    }
}

rc_status rc_check_office(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_table *table = rc_rules_table(c->rules, "facts/office-holders");
    if (!c->names || !table)
        return RC_OK;
    rc_arena *scratch = rc_arena_new((size_t)1 << 30);
    scan s = {.c = c, .n = c->names, .table = table};
    rc_map_init(&s.by_last, scratch, table->row_count);
    load(&s, scratch);
    for (size_t i = 0; i < c->names->role_count; i++)
        check_role(&s, &c->names->roles[i]);
    check_parts(&s, scratch);
    rc_arena_free(scratch);
    return RC_OK;
}
