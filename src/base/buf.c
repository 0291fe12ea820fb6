#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void rc_buf_init(rc_buf *b, size_t max)
{
    *b = (rc_buf){.max = max};
}

void rc_buf_clear(rc_buf *b)
{
    free(b->ptr);
    *b = (rc_buf){.max = b->max};
}

static bool reserve(rc_buf *b, size_t more)
{
    if (more > b->max || b->len > b->max - more) {
        b->overflow = true;
        return false;
    }
    size_t need = b->len + more;
    if (need <= b->capacity)
        return true;
    size_t capacity = b->capacity ? b->capacity : 256;
    while (capacity < need)
        capacity *= 2;
    if (capacity > b->max)
        capacity = b->max;
    char *p = realloc(b->ptr, capacity);
    if (!p) {
        fputs("rcheck: out of memory\n", stderr);
        exit(2);
    }
    b->ptr = p;
    b->capacity = capacity;
    return true;
}

void rc_buf_add_grown(rc_buf *b, rc_str s)
{
    if (s.len == 0 || !reserve(b, s.len))
        return;
    memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
}

void rc_buf_printf(rc_buf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0 && reserve(b, (size_t)n + 1)) {
        (void)vsnprintf(b->ptr + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}
