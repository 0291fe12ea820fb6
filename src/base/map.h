/* rc_map: from 64-bit keys (never 0) to 32-bit values, open addressing, kept in an arena.
 * Nothing may depend on the order of its slots; whoever needs an order keeps an array beside it. */
#ifndef RC_BASE_MAP_H
#define RC_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct {
    rc_arena *arena;
    uint64_t *keys;
    uint32_t *values;
    size_t count, capacity; /* capacity: 0 or a power of two */
} rc_map;

void rc_map_init(rc_map *m, rc_arena *a, size_t expected);
/* The place of the value, or NULL. */
uint32_t *rc_map_get(const rc_map *m, uint64_t key);
/* The place of the value, made with `initial` where the key was new. */
uint32_t *rc_map_put(rc_map *m, uint64_t key, uint32_t initial);

#endif
