#include "readers/entity.h"

#include <string.h>

#include "base/arena.h"
#include "source/utf8.h"

#define NAME_BYTES_MAX 32    /* the longest name has 31 letters */
#define OLD_NAME_BYTES_MAX 6 /* the longest that may stand without ';' */

typedef struct {
    const char *name, *text;
    unsigned char name_length, text_length;
} entity;

static const entity entities[] = {
#define RC_ENTITY(name, text) {name, text, sizeof(name) - 1, sizeof(text) - 1},
#include "readers/entities.def"
#undef RC_ENTITY
};
#define ENTITY_COUNT (sizeof(entities) / sizeof(entities[0]))

static const entity *find(rc_str name)
{
    size_t low = 0, high = ENTITY_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const entity *e = &entities[middle];
        int order = rc_str_cmp((rc_str){e->name, e->name_length}, name);
        if (order == 0)
            return e;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static int digit_value(char c, unsigned base)
{
    int v = -1;
    if (c >= '0' && c <= '9')
        v = c - '0';
    else if (base == 16 && c >= 'a' && c <= 'f')
        v = c - 'a' + 10;
    else if (base == 16 && c >= 'A' && c <= 'F')
        v = c - 'A' + 10;
    return v;
}

/* The standard reads 0x80 to 0x9f as windows-1252. */
static uint32_t repaired(uint32_t point)
{
    static const uint16_t windows[32] = {
        0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
    if (point >= 0x80 && point < 0xa0)
        return windows[point - 0x80];
    if (point == 0 || point > 0x10ffff)
        return 0xfffd;
    return point < 0x20 ? ' ' : point;
}

static size_t read_number(rc_str s, size_t at, char *out, size_t *ret_length)
{
    size_t i = at + 2;
    unsigned base = 10;
    if (i < s.len && (s.ptr[i] == 'x' || s.ptr[i] == 'X')) {
        base = 16;
        i++;
    }
    uint32_t point = 0;
    size_t from = i;
    for (; i < s.len; i++) {
        int v = digit_value(s.ptr[i], base);
        if (v < 0)
            break;
        if (point <= 0x10ffff)
            point = point * base + (uint32_t)v;
    }
    if (i == from)
        return 0;
    *ret_length = rc_utf8_write(out, repaired(point));
    return i - at + (i < s.len && s.ptr[i] == ';');
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

size_t rc_entity_read(rc_str s, size_t at, char out[RC_ENTITY_BYTES], size_t *ret_length)
{
    if (at + 1 >= s.len)
        return 0;
    if (s.ptr[at + 1] == '#')
        return read_number(s, at, out, ret_length);
    rc_str name = {s.ptr + at + 1, 0};
    while (at + 1 + name.len < s.len && name.len < NAME_BYTES_MAX &&
           is_name_char(name.ptr[name.len]))
        name.len++;
    const entity *e = NULL;
    if (at + 1 + name.len < s.len && name.ptr[name.len] == ';')
        e = find((rc_str){name.ptr, name.len + 1});
    if (name.len > OLD_NAME_BYTES_MAX)
        name.len = OLD_NAME_BYTES_MAX;
    for (; !e && name.len >= 2; name.len--)
        e = find(name);
    if (!e)
        return 0;
    memcpy(out, e->text, e->text_length);
    *ret_length = e->text_length;
    return 1 + (size_t)e->name_length;
}

rc_str rc_entity_undo(rc_arena *a, rc_str s)
{
    if (rc_str_find(s, '&') == s.len)
        return s;
    /* What a reference stands for is at most a fifth longer than the reference ("&nGt;"). */
    char *out = rc_arena_alloc(a, s.len + s.len / 5 + RC_ENTITY_BYTES, 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len;) {
        size_t length = 0, n = s.ptr[i] == '&' ? rc_entity_read(s, i, out + len, &length) : 0;
        if (!n) {
            out[len++] = s.ptr[i++];
            continue;
        }
        len += length;
        i += n;
    }
    return (rc_str){out, len};
}
