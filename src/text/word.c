#include "text/word.h"

#include <stdbool.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/hash.h"

/* Where folded bytes go: they are hashed, and kept where `out` is set. */
typedef struct {
    uint64_t hash;
    char *out;
    size_t len;
} sink;

static inline void put(sink *s, unsigned char c)
{
    s->hash = rc_hash_step(s->hash, c);
    if (s->out)
        s->out[s->len] = (char)c;
    s->len++;
}

static inline unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

static void put_codepoint(sink *s, utf8proc_int32_t c)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n;
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
        put(s, '\'');
        return;
    case 0x2010:
    case 0x2011:
        put(s, '-');
        return;
    case 0x00AD: /* a soft hyphen is a place to break, no letter */
        return;
    default:
        n = utf8proc_encode_char(utf8proc_tolower(c), bytes);
        for (utf8proc_ssize_t i = 0; i < n; i++)
            put(s, bytes[i]);
    }
}

/* Combining marks and conjoining jamo: what may have to be composed. */
static bool needs_composing(rc_str s)
{
    const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s.ptr;
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t c;
        if (p[i] < 0x80) {
            i++;
            continue;
        }
        utf8proc_ssize_t n = utf8proc_iterate(p + i, (utf8proc_ssize_t)(s.len - i), &c);
        if (n <= 0)
            return false;
        if (utf8proc_get_property(c)->combining_class || (c >= 0x1100 && c <= 0x11FF))
            return true;
        i += (size_t)n;
    }
    return false;
}

static void fold_bytes(sink *to, rc_str s)
{
    const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s.ptr;
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t c;
        if (p[i] < 0x80) {
            put(to, lower(p[i++]));
            continue;
        }
        utf8proc_ssize_t n = utf8proc_iterate(p + i, (utf8proc_ssize_t)(s.len - i), &c);
        if (n <= 0) {
            put(to, p[i++]);
            continue;
        }
        put_codepoint(to, c);
        i += (size_t)n;
    }
}

static void fold(sink *to, rc_str s)
{
    utf8proc_uint8_t *composed = NULL;
    if (needs_composing(s)) {
        utf8proc_ssize_t n =
            utf8proc_map((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len, &composed,
                         (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
        if (n >= 0)
            s = (rc_str){(const char *)composed, (size_t)n};
    }
    fold_bytes(to, s);
    free(composed);
}

rc_word rc_word_from(rc_str s)
{
    uint64_t h = RC_HASH_START;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c >= 0x80) {
            sink to = {.hash = RC_HASH_START};
            fold(&to, s);
            return to.len ? rc_hash_end(to.hash) : 0;
        }
        h = rc_hash_step(h, lower(c));
    }
    return s.len ? rc_hash_end(h) : 0;
}

rc_str rc_word_fold(rc_arena *a, rc_str s)
{
    /* Measured first, since composing and lowering can both lengthen. */
    sink to = {.hash = RC_HASH_START};
    fold(&to, s);
    to = (sink){.hash = RC_HASH_START, .out = rc_arena_alloc(a, to.len + 1, 1)};
    fold(&to, s);
    return (rc_str){to.out, to.len};
}
