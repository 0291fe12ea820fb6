/* rc_buf: bytes that grow, on the heap, up to a cap given when it is made. A failed append sets
 * `overflow` and drops the bytes; the owner asks once, at the end. */
#ifndef RC_BASE_BUF_H
#define RC_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

typedef struct {
    char *ptr;
    size_t len, capacity, max; /* len <= capacity <= max */
    bool overflow;
} rc_buf;

void rc_buf_init(rc_buf *b, size_t max);
void rc_buf_clear(rc_buf *b);               /* frees; the buffer may be used again */
void rc_buf_add_grown(rc_buf *b, rc_str s); /* rc_buf_add where room has to be made first */
static inline void rc_buf_add(rc_buf *b, rc_str s)
{
    if (s.len > b->capacity - b->len) {
        rc_buf_add_grown(b, s);
    } else if (s.len) {
        memcpy(b->ptr + b->len, s.ptr, s.len);
        b->len += s.len;
    }
}
static inline void rc_buf_add_char(rc_buf *b, char c)
{
    rc_buf_add(b, (rc_str){&c, 1});
}
void rc_buf_printf(rc_buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline rc_str rc_buf_str(const rc_buf *b)
{
    return (rc_str){b->ptr, b->len};
}

#endif
