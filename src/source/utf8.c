#include "source/utf8.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static unsigned char byte_at(rc_str s, size_t i)
{
    return (unsigned char)s.ptr[i];
}

size_t rc_utf8_read(rc_str s, size_t at, uint32_t *ret_point)
{
    unsigned char c = byte_at(s, at);
    if (c < 0x80) {
        *ret_point = c;
        return 1;
    }
    size_t length = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
    if (c < 0xc2 || c > 0xf4 || s.len - at < length)
        return 0;
    uint32_t point = c & (0x7fU >> length);
    for (size_t i = 1; i < length; i++) {
        unsigned char next = byte_at(s, at + i);
        if ((next & 0xc0) != 0x80)
            return 0;
        point = point << 6 | (next & 0x3f);
    }
    if ((length == 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) ||
        (length == 4 && (point < 0x10000 || point > 0x10ffff)))
        return 0;
    *ret_point = point;
    return length;
}

/* Bytes from `at` on that are ASCII and no NUL, at a stride of 16. */
static size_t skip_ascii(rc_str s, size_t at)
{
#ifdef __SSE2__
    const __m128i zero = _mm_setzero_si128();
    while (s.len - at >= 16) {
        __m128i v;
        memcpy(&v, s.ptr + at, sizeof(v));
        /* As signed bytes, all that is above zero is ASCII and no NUL. */
        if (_mm_movemask_epi8(_mm_cmpgt_epi8(v, zero)) != 0xffff)
            break;
        at += 16;
    }
#endif
    return at;
}

/* Bytes of the character at `at`; 0: a NUL or no UTF-8. */
static inline size_t text_bytes(rc_str s, size_t at)
{
    uint32_t point;
    unsigned char c = byte_at(s, at);
    return c == 0 ? 0 : c < 0x80 ? 1 : rc_utf8_read(s, at, &point);
}

size_t rc_utf8_prefix(rc_str s)
{
    size_t at = 0;
    while (at < s.len) {
        at = skip_ascii(s, at);
        size_t end = s.len - at < 16 ? s.len : at + 16;
        while (at < end) {
            size_t n = text_bytes(s, at);
            if (n == 0)
                return at;
            at += n;
        }
    }
    return at;
}

size_t rc_utf8_write(char *to, uint32_t point)
{
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
        point = 0xfffd;
    if (point < 0x80) {
        to[0] = (char)point;
        return 1;
    }
    size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (point & 0x3f));
        point >>= 6;
    }
    to[0] = (char)((0xf00U >> length & 0xff) | point);
    return length;
}

size_t rc_utf8_count(rc_str s)
{
    size_t n = s.len, i = 0;
    for (; i + 8 <= s.len; i += 8) {
        uint64_t w;
        memcpy(&w, s.ptr + i, sizeof(w));
        /* Bytes that go on with a code point begin with the bits 10. */
        uint64_t inner = (w >> 7) & ~(w >> 6) & UINT64_C(0x0101010101010101);
        n -= (size_t)((inner * UINT64_C(0x0101010101010101)) >> 56);
    }
    for (; i < s.len; i++)
        n -= (byte_at(s, i) & 0xc0) == 0x80;
    return n;
}
