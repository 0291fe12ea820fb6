#include "readers/build.h"

#include <string.h>

void rc_build_init(rc_build *b, rc_arena *a, rc_doc *d, size_t capacity)
{
    *b = (rc_build){.arena = a, .doc = d, .capacity = capacity};
    b->out = rc_arena_alloc(a, capacity + 1, 1);
}

static void put(rc_build *b, const char *bytes, size_t n, rc_span from, bool run)
{
    if (n > b->capacity - b->len)
        return;
    rc_doc_map_add(b->arena, b->doc, (uint32_t)b->len, from, run);
    memcpy(b->out + b->len, bytes, n);
    b->len += n;
}

static void put_space(rc_build *b)
{
    if (b->space.end == b->space.start)
        return;
    if (b->len > b->block_start)
        put(b, " ", 1, b->space, b->space.end - b->space.start == 1);
    b->space = (rc_span){0, 0};
}

void rc_build_space(rc_build *b, size_t from, size_t to)
{
    if (b->space.end == b->space.start)
        b->space.start = (uint32_t)from;
    b->space.end = (uint32_t)to;
}

/* End of the stretch from `at` (no space) on in which no white space needs collapsing. */
static size_t stretch_end(const char *s, size_t at, size_t to)
{
    for (;;) {
        while (at < to && !rc_is_space(s[at]))
            at++;
        if (at + 1 >= to || s[at] != ' ' || rc_is_space(s[at + 1]))
            return at;
        at += 2;
    }
}

void rc_build_source(rc_build *b, size_t from, size_t to)
{
    const char *s = b->doc->source.ptr;
    while (from < to) {
        size_t at = from;
        while (at < to && rc_is_space(s[at]))
            at++;
        if (at > from)
            rc_build_space(b, from, at);
        if (at == to)
            return;
        size_t end = stretch_end(s, at, to);
        put_space(b);
        put(b, s + at, end - at, (rc_span){(uint32_t)at, (uint32_t)end}, true);
        from = end;
    }
}

void rc_build_piece(rc_build *b, rc_str text, size_t from, size_t to)
{
    if (text.len == 1 && rc_is_space(text.ptr[0])) {
        rc_build_space(b, from, to);
        return;
    }
    put_space(b);
    put(b, text.ptr, text.len, (rc_span){(uint32_t)from, (uint32_t)to}, false);
}

bool rc_build_is_empty(const rc_build *b)
{
    return b->len == b->block_start;
}

rc_str rc_build_block(const rc_build *b)
{
    return (rc_str){b->out + b->block_start, b->len - b->block_start};
}

bool rc_build_end(rc_build *b, rc_span *ret)
{
    b->space = (rc_span){0, 0};
    if (rc_build_is_empty(b))
        return false;
    *ret = (rc_span){(uint32_t)b->block_start, (uint32_t)b->len};
    if (b->len < b->capacity)
        b->out[b->len++] = '\n';
    b->block_start = b->len;
    return true;
}

void rc_build_finish(rc_build *b)
{
    b->doc->text = (rc_str){b->out, b->len};
}

rc_build_mark rc_build_mark_here(const rc_build *b)
{
    rc_build_mark m = {.len = b->len, .map_count = b->doc->map_count, .space = b->space};
    if (m.map_count)
        m.last = b->doc->map[m.map_count - 1];
    return m;
}

void rc_build_go_back(rc_build *b, rc_build_mark to)
{
    if (to.len < b->block_start)
        return; /* the block in which the mark was made has ended */
    b->len = to.len;
    b->doc->map_count = to.map_count;
    if (to.map_count)
        b->doc->map[to.map_count - 1] = to.last;
    b->space = to.space;
}
