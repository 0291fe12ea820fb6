#include "base/map.h"

static void rehash(rc_map *m, size_t capacity)
{
    uint64_t *keys = RC_NEW_ARRAY(m->arena, uint64_t, capacity);
    uint32_t *values = RC_NEW_ARRAY(m->arena, uint32_t, capacity);
    for (size_t i = 0; i < m->capacity; i++) {
        if (!m->keys[i])
            continue;
        size_t at = m->keys[i] & (capacity - 1);
        while (keys[at])
            at = (at + 1) & (capacity - 1);
        keys[at] = m->keys[i];
        values[at] = m->values[i];
    }
    m->keys = keys;
    m->values = values;
    m->capacity = capacity;
}

void rc_map_init(rc_map *m, rc_arena *a, size_t expected)
{
    *m = (rc_map){.arena = a};
    size_t capacity = 16;
    while (capacity < expected * 2)
        capacity *= 2;
    if (expected)
        rehash(m, capacity);
}

uint32_t *rc_map_get(const rc_map *m, uint64_t key)
{
    if (!m->capacity)
        return NULL;
    for (size_t at = key & (m->capacity - 1); m->keys[at]; at = (at + 1) & (m->capacity - 1)) {
        if (m->keys[at] == key)
            return &m->values[at];
    }
    return NULL;
}

uint32_t *rc_map_put(rc_map *m, uint64_t key, uint32_t initial)
{
    if (m->count * 2 >= m->capacity)
        rehash(m, m->capacity ? m->capacity * 2 : 16);
    size_t at = key & (m->capacity - 1);
    while (m->keys[at] && m->keys[at] != key)
        at = (at + 1) & (m->capacity - 1);
    if (!m->keys[at]) {
        m->keys[at] = key;
        m->values[at] = initial;
        m->count++;
    }
    return &m->values[at];
}
