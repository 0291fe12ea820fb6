#include "claims/scope.h"

#include "base/map.h"

struct rc_scopes {
    rc_map words; /* word -> index into `entries` of its first entry, + 1 */
    struct {
        uint8_t group, pole;
        uint32_t next; /* the same word's next entry + 1; 0: none */
    } * entries;
    size_t count, capacity;
};

/* The place of a name in a list that grows, from 1. */
static uint8_t place(rc_arena *a, rc_map *names, rc_str group, rc_str name, uint8_t *last)
{
    rc_str both = rc_arena_printf(a, "%.*s %.*s", RC_STR_ARG(group), RC_STR_ARG(name));
    uint32_t *at = rc_map_put(names, rc_word_from(both), 0);
    if (!*at && *last < UINT8_MAX - 1)
        *at = ++*last;
    return (uint8_t)*at;
}

rc_scopes *rc_scopes_new(rc_arena *a, const rc_rules *r)
{
    rc_scopes *s = RC_NEW(a, rc_scopes);
    rc_map_init(&s->words, a, 256);
    const rc_table *t = rc_rules_table(r, "tables/scope");
    if (!t)
        return s;
    size_t word = rc_table_column(t, "word"), group = rc_table_column(t, "group"),
           pole = rc_table_column(t, "pole");
    rc_map names;
    rc_map_init(&names, a, 64);
    uint8_t groups = 0, poles = 0;
    for (size_t i = 0; i < t->row_count; i++) {
        uint8_t g = place(a, &names, RC_STR("group"), rc_table_cell(t, i, group), &groups);
        uint8_t p = place(a, &names, rc_table_cell(t, i, group), rc_table_cell(t, i, pole), &poles);
        if (!g || g > RC_SCOPE_GROUPS || !p)
            continue;
        uint32_t *first = rc_map_put(&s->words, rc_word_from(rc_table_cell(t, i, word)), 0);
        if (s->count == s->capacity) {
            s->capacity = s->capacity ? s->capacity * 2 : 128;
            s->entries = rc_arena_grow(a, s->entries, s->count, s->capacity, sizeof(*s->entries));
        }
        s->entries[s->count].group = (uint8_t)(g - 1);
        s->entries[s->count].pole = p;
        s->entries[s->count].next = *first;
        *first = (uint32_t)++s->count;
    }
    return s;
}

/* The entry + 1 of the word at a token, or of "part-time" that begins there; 0: none. */
static uint32_t entry_at(const rc_scopes *s, const rc_text *t, uint32_t at, uint32_t last)
{
    const rc_token *k = t->tokens;
    const uint32_t *found = NULL;
    if (at + 2 < last && k[at + 1].first == '-' && !(k[at + 1].flags & RC_TOKEN_SPACE_BEFORE))
        found = rc_map_get(
            &s->words, rc_word_from(rc_doc_slice(t->doc, (rc_span){k[at].start, k[at + 2].end})));
    if (!found)
        found = rc_map_get(&s->words, k[at].word);
    if (!found)
        found = rc_map_get(&s->words, k[at].lemma);
    return found ? *found : 0;
}

void rc_scope_add(const rc_scopes *s, const rc_text *t, uint32_t first, uint32_t last,
                  rc_scope *into)
{
    for (uint32_t i = first; i < last; i++) {
        for (uint32_t e = entry_at(s, t, i, last); e; e = s->entries[e - 1].next) {
            uint8_t *pole = &into->pole[s->entries[e - 1].group];
            if (!*pole)
                *pole = s->entries[e - 1].pole;
            else if (*pole != s->entries[e - 1].pole)
                *pole = UINT8_MAX;
        }
    }
}

bool rc_scopes_clash(const rc_scope *a, const rc_scope *b)
{
    for (int i = 0; i < RC_SCOPE_GROUPS; i++) {
        if (a->pole[i] && b->pole[i] && a->pole[i] != b->pole[i] && a->pole[i] != UINT8_MAX &&
            b->pole[i] != UINT8_MAX)
            return true;
    }
    return false;
}

uint32_t rc_scopes_onesided(const rc_scope *a, const rc_scope *b)
{
    uint32_t count = 0;
    for (int i = 0; i < RC_SCOPE_GROUPS; i++)
        count += !a->pole[i] != !b->pole[i];
    return count;
}
