/* rc_span: a half-open range of byte offsets, {start, end}. */
#ifndef RC_BASE_SPAN_H
#define RC_BASE_SPAN_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t start;
    uint32_t end;
} rc_span;

static inline bool rc_span_overlaps(rc_span a, rc_span b)
{
    return a.start < b.end && b.start < a.end;
}

static inline bool rc_span_contains(rc_span outer, rc_span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

#endif
