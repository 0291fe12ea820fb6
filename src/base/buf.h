/* rc_buf: bytes that grow, on the heap, up to a cap given when it is made. A failed append sets
 * `overflow` and drops the bytes; the owner asks once, at the end. */
#ifndef RC_BASE_BUF_H
#define RC_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

typedef struct {
    char *ptr;
    size_t len, capacity, max;
    bool overflow;
} rc_buf;

void rc_buf_init(rc_buf *b, size_t max);
void rc_buf_clear(rc_buf *b); /* frees; the buffer may be used again */
void rc_buf_add(rc_buf *b, rc_str s);
void rc_buf_add_char(rc_buf *b, char c);
void rc_buf_printf(rc_buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline rc_str rc_buf_str(const rc_buf *b)
{
    return (rc_str){b->ptr, b->len};
}

#endif
