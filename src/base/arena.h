/* rc_arena: memory that is freed all at once. A function that takes an rc_arena returns memory of
 * that arena. Memory is zeroed. Past its cap, or when the system has none left, the arena ends the
 * program with exit status 2 and one message: what an input can cause is stopped before by a
 * limit of base/limits.h. One arena belongs to one thread at a time. */
#ifndef RC_BASE_ARENA_H
#define RC_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

typedef struct rc_arena rc_arena;

rc_arena *rc_arena_new(size_t bytes_max);
void rc_arena_free(rc_arena *a); /* runs the deferred calls, last first; NULL is fine */
/* Takes back all that was handed out; the memory serves again, without a call of the system for
 * each document. Runs the deferred calls. */
void rc_arena_reset(rc_arena *a);
void *rc_arena_alloc(rc_arena *a, size_t bytes, size_t align);
/* Grows an array: returns memory for `capacity_new` items with the first `count` copied. */
void *rc_arena_grow(rc_arena *a, const void *old, size_t count, size_t capacity_new, size_t size);
void rc_arena_defer(rc_arena *a, void (*call)(void *), void *argument);
size_t rc_arena_used(const rc_arena *a); /* bytes handed out */

rc_str rc_arena_str(rc_arena *a, rc_str s);       /* a copy, with a NUL behind it */
const char *rc_arena_cstr(rc_arena *a, rc_str s); /* the same as a C string */
rc_str rc_arena_join(rc_arena *a, rc_str first, rc_str between, rc_str second);
rc_str rc_arena_printf(rc_arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define RC_NEW(arena, type) ((type *)rc_arena_alloc((arena), sizeof(type), _Alignof(type)))
#define RC_NEW_ARRAY(arena, type, n)                                                               \
    ((type *)rc_arena_alloc((arena), sizeof(type) * (size_t)(n), _Alignof(type)))

/* Appends to an array kept as pointer, count and capacity in the caller's struct. */
#define RC_PUSH(arena, items, count, capacity, value)                                              \
    ((count) == (capacity)                                                                         \
         ? ((capacity) = (capacity) ? (capacity)*2 : 8,                                            \
            (items) = rc_arena_grow((arena), (items), (count), (capacity), sizeof(*(items))),      \
            (void)0)                                                                               \
         : (void)0,                                                                                \
     (items)[(count)++] = (value), (void)0)

#endif
