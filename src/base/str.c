#include "base/str.h"

#include <string.h>

rc_str rc_str_from(const char *nul_terminated)
{
    return (rc_str){nul_terminated, nul_terminated ? strlen(nul_terminated) : 0};
}

bool rc_str_eq(rc_str a, rc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int rc_str_cmp(rc_str a, rc_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    if (order)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

bool rc_str_starts(rc_str s, rc_str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

bool rc_str_ends(rc_str s, rc_str suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

rc_str rc_str_sub(rc_str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return (rc_str){s.ptr ? s.ptr + start : NULL, end - start};
}

rc_str rc_str_trim(rc_str s)
{
    while (s.len && rc_is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && rc_is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

size_t rc_str_put_number(char *to, uint64_t n, size_t width)
{
    char digits[20];
    size_t at = sizeof(digits);
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    while (sizeof(digits) - at < width && at)
        digits[--at] = '0';
    memcpy(to, digits + at, sizeof(digits) - at);
    return sizeof(digits) - at;
}

size_t rc_str_find(rc_str s, char c)
{
    const char *at = s.len ? memchr(s.ptr, c, s.len) : NULL;
    return at ? (size_t)(at - s.ptr) : s.len;
}

bool rc_str_split(rc_str *rest, char sep, rc_str *ret_part)
{
    if (!rest->ptr)
        return false;
    size_t at = rc_str_find(*rest, sep);
    *ret_part = (rc_str){rest->ptr, at};
    if (at == rest->len)
        *rest = RC_STR_NONE;
    else
        *rest = (rc_str){rest->ptr + at + 1, rest->len - at - 1};
    return true;
}
