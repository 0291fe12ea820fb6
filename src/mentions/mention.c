#include "mentions/mention.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/limits.h"
#include "mentions/internal.h"
#include "mentions/language.h"
#include "mentions/naming.h"

enum { TONGUES_MAX = 16 };

/* What reads figures and times in one language. Made when a text in it is first met. */
typedef struct {
    rc_str language;
    rc_arena *arena; /* NULL: not made yet */
    rc_numbers *numbers;
    rc_quantifier *quantities;
    rc_timer *times;
} tongue;

struct rc_mentioner {
    const rc_rules *rules;
    rc_languages *languages;
    rc_namer *names;
    tongue english; /* also of languages without tables of their own */
    tongue others[TONGUES_MAX];
    size_t other_count;
    pthread_mutex_t lock; /* over the making of `others` */
};

static rc_status tongue_make(rc_arena *a, const rc_rules *r, tongue *ret,
                             rc_diagnostics *diagnostics, rc_err *err)
{
    tongue x = *ret;
    x.arena = a;
    rc_status s = rc_numbers_new(a, r, x.language, &x.numbers, diagnostics, err);
    if (s >= RC_OK)
        s = rc_quantifier_new(a, r, x.numbers, &x.quantities, diagnostics, err);
    if (s >= RC_OK)
        s = rc_timer_new(a, r, x.numbers, &x.times, diagnostics, err);
    if (s >= RC_OK)
        *ret = x;
    return s;
}

static void close_tongues(void *p)
{
    rc_mentioner *m = p;
    for (size_t i = 0; i < m->other_count; i++)
        rc_arena_free(m->others[i].arena);
    pthread_mutex_destroy(&m->lock);
}

/* The languages that the rules have forms of dates in. */
static void find_tongues(rc_mentioner *m)
{
    rc_str prefix = RC_STR("tables/time-forms.");
    for (size_t i = 0; i < rc_rules_table_count(m->rules); i++) {
        rc_str name = rc_rules_table_at(m->rules, i)->name;
        rc_str language = rc_str_sub(name, prefix.len, name.len);
        if (rc_str_starts(name, prefix) && !rc_str_eq(language, m->english.language) &&
            m->other_count < TONGUES_MAX)
            m->others[m->other_count++].language = language;
    }
}

rc_status rc_mentioner_new(rc_arena *a, const rc_rules *r, rc_mentioner **ret,
                           rc_diagnostics *diagnostics, rc_err *err)
{
    rc_mentioner *m = RC_NEW(a, rc_mentioner);
    m->rules = r;
    m->english.language = RC_STR("en");
    if (pthread_mutex_init(&m->lock, NULL) != 0)
        return rc_fail(err, RC_EIO, NULL, 0, 0, "no lock could be made");
    rc_arena_defer(a, close_tongues, m);
    find_tongues(m);
    rc_status s = tongue_make(a, r, &m->english, diagnostics, err);
    if (s >= RC_OK)
        s = rc_languages_new(a, r, &m->languages, diagnostics, err);
    if (s >= RC_OK)
        s = rc_namer_new(a, r, &m->names, diagnostics, err);
    if (s < RC_OK)
        return s;
    *ret = m;
    return RC_OK;
}

/* Whether `language` is `code` or a locale of it: "de-AT" is of "de". */
static bool is_of(rc_str language, rc_str code)
{
    return rc_str_starts(language, code) &&
           (language.len == code.len || language.ptr[code.len] == '-' ||
            language.ptr[code.len] == '_');
}

/* Faults in tables of a language come out when a text in it is read, as why it was not. */
static rc_status tongue_open(const rc_mentioner *m, tongue *x, rc_err *err)
{
    rc_diagnostics faults = {0};
    tongue made = {.language = x->language};
    rc_arena *a = rc_arena_new(RC_RULES_BYTES_MAX);
    rc_status s = tongue_make(a, m->rules, &made, &faults, err);
    if (s >= RC_OK && faults.count) {
        *err = faults.items[0];
        s = err->code;
    }
    if (s >= RC_OK)
        *x = made;
    else
        rc_arena_free(a);
    return s;
}

static rc_status tongue_for(rc_mentioner *m, rc_str language, tongue *ret, rc_err *err)
{
    size_t i = 0;
    rc_status s = RC_OK;
    while (i < m->other_count && !is_of(language, m->others[i].language))
        i++;
    if (i == m->other_count) {
        *ret = m->english;
        return RC_OK;
    }
    pthread_mutex_lock(&m->lock);
    if (!m->others[i].arena)
        s = tongue_open(m, &m->others[i], err);
    if (s >= RC_OK)
        *ret = m->others[i];
    pthread_mutex_unlock(&m->lock);
    return s;
}

const rc_namer *rc_mentioner_namer(const rc_mentioner *m)
{
    return m->names;
}

static int by_place(const void *x, const void *y)
{
    const rc_mention *a = x;
    const rc_mention *b = y;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (int)a->type - (int)b->type;
}

/* A name is short: of a longer one only the first tokens are indexed. */
#define NAME_TOKENS_MAX 17

static void index_tokens(rc_arena *a, const rc_text *t, rc_mentions *m)
{
    uint32_t count = (uint32_t)t->token_count, next = 0;
    m->token_count = count;
    m->from = RC_NEW_ARRAY(a, uint32_t, count + 1);
    m->entity_at = RC_NEW_ARRAY(a, uint32_t, count);
    for (uint32_t i = 0; i < m->count; i++) {
        const rc_mention *item = &m->items[i];
        while (next <= item->first && next <= count)
            m->from[next++] = i;
        if (item->type != RC_MENTION_ENTITY)
            continue;
        for (uint32_t k = item->first; k < item->last && k < item->first + NAME_TOKENS_MAX; k++)
            m->entity_at[k] = i + 1;
    }
    while (next <= count)
        m->from[next++] = (uint32_t)m->count;
}

rc_status rc_mentions_find(rc_arena *a, rc_mentioner *m, rc_doc *d, rc_text *t, rc_mentions **ret,
                           rc_err *err)
{
    rc_mentions *found = RC_NEW(a, rc_mentions);
    tongue x;
    if (!d->language_said)
        d->language = rc_languages_detect(m->languages, t);
    rc_status s = tongue_for(m, d->language, &x, err);
    if (s >= RC_OK)
        s = rc_find_times(a, x.times, d, t, found, err);
    if (s >= RC_OK)
        s = rc_find_quantities(a, x.quantities, t, found, err);
    if (found->count > 1)
        qsort(found->items, found->count, sizeof(found->items[0]), by_place);
    if (s >= RC_OK)
        rc_find_table_units(a, x.quantities, m->names->lexicon, t, found);
    if (s >= RC_OK)
        s = rc_find_entities(a, m->names, t, found, err);
    if (s < RC_OK)
        return s;
    if (found->count > 1)
        qsort(found->items, found->count, sizeof(found->items[0]), by_place);
    for (size_t i = found->count; i > 0; i--) {
        if (found->items[i - 1].type == RC_MENTION_ENTITY)
            found->entities[found->items[i - 1].as.entity.index].first_mention = (uint32_t)i - 1;
    }
    index_tokens(a, t, found);
    *ret = found;
    return RC_OK;
}

static void keep_items(rc_arena *a, rc_mentions *m)
{
    m->items = rc_arena_grow(a, m->items, m->count, m->count, sizeof(*m->items));
    m->capacity = m->count;
    m->from = rc_arena_grow(a, m->from, m->token_count + 1, m->token_count + 1, sizeof(*m->from));
    m->entity_at =
        rc_arena_grow(a, m->entity_at, m->token_count, m->token_count, sizeof(*m->entity_at));
    for (size_t i = 0; i < m->count; i++) {
        rc_mention *item = &m->items[i];
        if (item->type == RC_MENTION_QUANTITY)
            item->as.quantity = rc_quantity_copy(a, &item->as.quantity);
        else if (item->type == RC_MENTION_TIME)
            item->as.time.value = rc_arena_str(a, item->as.time.value);
    }
}

static void keep_names(rc_arena *a, rc_mentions *m)
{
    m->entities =
        rc_arena_grow(a, m->entities, m->entity_count, m->entity_count, sizeof(*m->entities));
    m->roles = rc_arena_grow(a, m->roles, m->role_count, m->role_count, sizeof(*m->roles));
    m->acronyms =
        rc_arena_grow(a, m->acronyms, m->acronym_count, m->acronym_count, sizeof(*m->acronyms));
    m->entity_capacity = m->entity_count;
    m->role_capacity = m->role_count;
    m->acronym_capacity = m->acronym_count;
    for (size_t i = 0; i < m->entity_count; i++) {
        rc_entity *e = &m->entities[i];
        e->name = rc_arena_str(a, e->name);
        e->acronym = rc_arena_str(a, e->acronym);
        e->country = rc_arena_str(a, e->country);
    }
    for (size_t i = 0; i < m->role_count; i++)
        m->roles[i].text = rc_arena_str(a, m->roles[i].text);
    for (size_t i = 0; i < m->acronym_count; i++) {
        m->acronyms[i].expansion = rc_arena_str(a, m->acronyms[i].expansion);
        m->acronyms[i].acronym = rc_arena_str(a, m->acronyms[i].acronym);
    }
}

rc_mentions *rc_mentions_keep(rc_arena *a, const rc_mentions *m, rc_mentions_part part)
{
    rc_mentions *out = RC_NEW(a, rc_mentions);
    *out = *m;
    keep_names(a, out);
    if (part == RC_KEEP_MENTIONS) {
        keep_items(a, out);
    } else {
        out->from = out->entity_at = NULL;
        out->items = NULL;
        out->count = out->capacity = 0;
    }
    return out;
}
