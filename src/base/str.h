/* rc_str: a slice of bytes, passed by value, never taken to end in NUL. It owns nothing. */
#ifndef RC_BASE_STR_H
#define RC_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *ptr;
    size_t len;
} rc_str;

#define RC_STR(literal) ((rc_str){"" literal "", sizeof(literal) - 1})
#define RC_STR_NONE ((rc_str){NULL, 0})
/* For printf's "%.*s". */
#define RC_STR_ARG(s) (int)((s).len > INT32_MAX ? INT32_MAX : (s).len), ((s).ptr ? (s).ptr : "")

/* ASCII white space. */
static inline bool rc_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

rc_str rc_str_from(const char *nul_terminated);
bool rc_str_eq(rc_str a, rc_str b);
int rc_str_cmp(rc_str a, rc_str b); /* by bytes, shorter first */
bool rc_str_starts(rc_str s, rc_str prefix);
bool rc_str_ends(rc_str s, rc_str suffix);
rc_str rc_str_sub(rc_str s, size_t start, size_t end); /* clamped to s */
rc_str rc_str_trim(rc_str s);                          /* ASCII white space at both ends */
/* Writes a number in decimal, with zeros in front up to `width` digits (20 at most), and returns
 * how many bytes it took: 20 at most. No NUL. */
size_t rc_str_put_number(char *to, uint64_t n, size_t width);
/* Position of the first `c`, or s.len. */
size_t rc_str_find(rc_str s, char c);
/* Splits off what stands before the first `sep` and moves `rest` behind it.
 * False, once `rest` is used up (rest->ptr becomes NULL). */
bool rc_str_split(rc_str *rest, char sep, rc_str *ret_part);

#endif
