/* Blocks double from 16 KiB to 1 MiB; a larger request has a block of its own. With
 * RC_ARENA_DEBUG (the sanitizer build) every allocation is its own block, so that a read past
 * one is seen, and a reset keeps none. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_FIRST ((size_t)16 << 10)
#define BLOCK_LARGEST ((size_t)1 << 20)
#define RESET_KEEPS ((size_t)8 << 20) /* of an arena that is reset */

typedef struct block {
    struct block *next;
    size_t size, used;
    size_t dirty; /* bytes up to here may hold anything; behind them all is zero */
} block;

#define HEAD ((sizeof(block) + 15) & ~(size_t)15)

typedef struct deferred {
    struct deferred *next;
    void (*call)(void *);
    void *argument;
} deferred;

struct rc_arena {
    block *blocks;
    deferred *deferred;
    size_t block_bytes, used, total, max;
};

static _Noreturn void out_of_memory(const char *why)
{
    fprintf(stderr, "rcheck: %s\n", why);
    exit(2);
}

rc_arena *rc_arena_new(size_t bytes_max)
{
    rc_arena *a = calloc(1, sizeof(*a));
    if (!a)
        out_of_memory("out of memory");
    a->block_bytes = BLOCK_FIRST;
    a->max = bytes_max;
    return a;
}

static void run_deferred(rc_arena *a)
{
    for (deferred *d = a->deferred; d; d = d->next)
        d->call(d->argument);
    a->deferred = NULL;
}

static void free_blocks(rc_arena *a)
{
    for (block *b = a->blocks; b;) {
        block *next = b->next;
        free(b);
        b = next;
    }
    a->blocks = NULL;
    a->used = a->total = 0;
}

void rc_arena_free(rc_arena *a)
{
    if (!a)
        return;
    run_deferred(a);
    free_blocks(a);
    free(a);
}

static block *block_add(rc_arena *a, size_t bytes)
{
    size_t size = bytes;
#ifndef RC_ARENA_DEBUG
    if (size < a->block_bytes)
        size = a->block_bytes;
    if (a->block_bytes < BLOCK_LARGEST)
        a->block_bytes *= 2;
#endif
    if (size > a->max || a->total > a->max - size)
        out_of_memory("the input needs more memory than is allowed");
    /* Large blocks come from the system, which has zeroed them; what malloc has at hand is zeroed
     * when it is handed out, so that what is not asked for is never touched. */
    bool large = size >= BLOCK_LARGEST;
    block *b = large ? calloc(1, HEAD + size) : malloc(HEAD + size);
    if (!b)
        out_of_memory("out of memory");
    *b = (block){.size = size, .dirty = large ? 0 : size};
    a->total += size;
    if (a->blocks && a->blocks->size - a->blocks->used > size - bytes) {
        /* The current block has more room left than the new one will: keep it in front. */
        b->next = a->blocks->next;
        a->blocks->next = b;
    } else {
        b->next = a->blocks;
        a->blocks = b;
    }
    return b;
}

/* Memory of which all but the first `written` bytes are zero: those the caller overwrites. */
static void *take(rc_arena *a, size_t bytes, size_t written)
{
    if (bytes > SIZE_MAX / 2)
        out_of_memory("the input needs more memory than is allowed");
    if (bytes == 0)
        bytes = 1;
    bytes = (bytes + 15) & ~(size_t)15;
    block *b = a->blocks;
    if (!b || b->size - b->used < bytes)
        b = block_add(a, bytes);
    char *p = (char *)b + HEAD + b->used;
    size_t dirty = b->used < b->dirty ? b->dirty - b->used : 0;
    if (dirty > bytes)
        dirty = bytes;
    if (dirty > written)
        memset(p + written, 0, dirty - written);
    b->used += bytes;
    a->used += bytes;
    return p;
}

void *rc_arena_alloc(rc_arena *a, size_t bytes, size_t align)
{
    (void)align;
    return take(a, bytes, 0);
}

void rc_arena_reset(rc_arena *a)
{
    run_deferred(a);
#ifndef RC_ARENA_DEBUG
    block *b = a->blocks;
    if (b && !b->next && b->size <= RESET_KEEPS) {
        b->dirty = b->used > b->dirty ? b->used : b->dirty;
        b->used = a->used = 0;
        return;
    }
#endif
    /* Of several blocks one is made, large enough for what they held. */
    size_t total = a->total;
    free_blocks(a);
    while (a->block_bytes < total && a->block_bytes < RESET_KEEPS)
        a->block_bytes *= 2;
}

void *rc_arena_grow(rc_arena *a, const void *old, size_t count, size_t capacity_new, size_t size)
{
    if (size && capacity_new > SIZE_MAX / 2 / size)
        out_of_memory("the input needs more memory than is allowed");
    void *p = take(a, capacity_new * size, count * size);
    if (count)
        memcpy(p, old, count * size);
    return p;
}

void rc_arena_defer(rc_arena *a, void (*call)(void *), void *argument)
{
    deferred *d = RC_NEW(a, deferred);
    *d = (deferred){a->deferred, call, argument};
    a->deferred = d;
}

size_t rc_arena_used(const rc_arena *a)
{
    return a->used;
}

rc_str rc_arena_str(rc_arena *a, rc_str s)
{
    char *p = take(a, s.len + 1, s.len);
    if (s.len)
        memcpy(p, s.ptr, s.len);
    return (rc_str){p, s.len};
}

const char *rc_arena_cstr(rc_arena *a, rc_str s)
{
    return rc_arena_str(a, s).ptr;
}

rc_str rc_arena_join(rc_arena *a, rc_str first, rc_str between, rc_str second)
{
    rc_str parts[] = {first, between, second};
    size_t len = 0;
    char *p = rc_arena_alloc(a, first.len + between.len + second.len + 1, 1);
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        if (parts[i].len)
            memcpy(p + len, parts[i].ptr, parts[i].len);
        len += parts[i].len;
    }
    return (rc_str){p, len};
}

rc_str rc_arena_printf(rc_arena *a, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        n = 0;
    char *p = rc_arena_alloc(a, (size_t)n + 1, 1);
    (void)vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return (rc_str){p, (size_t)n};
}
