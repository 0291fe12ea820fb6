/* UTF-8 (RFC 3629): checking, reading and writing single code points. */
#ifndef RC_SOURCE_UTF8_H
#define RC_SOURCE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Length of the longest prefix that is UTF-8 and has no NUL in it. */
size_t rc_utf8_prefix(rc_str s);
/* Reads the code point at `at` (< s.len) and returns its length; 0 where there is none. */
size_t rc_utf8_read(rc_str s, size_t at, uint32_t *ret_point);
/* Writes a code point and returns its length, 1 to 4; what is none becomes U+FFFD. */
size_t rc_utf8_write(char *to, uint32_t point);
/* Code points of valid UTF-8. */
size_t rc_utf8_count(rc_str s);

#endif
