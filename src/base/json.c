#include "base/json.h"

#include <utf8proc.h>

void rc_json_init(rc_json *j, rc_buf *out)
{
    *j = (rc_json){.out = out};
}

static void value_begins(rc_json *j)
{
    if (j->comma)
        rc_buf_add_char(j->out, ',');
    j->comma = true;
}

void rc_json_object(rc_json *j)
{
    value_begins(j);
    rc_buf_add_char(j->out, '{');
    j->comma = false;
}

void rc_json_object_end(rc_json *j)
{
    rc_buf_add_char(j->out, '}');
    j->comma = true;
}

void rc_json_array(rc_json *j)
{
    value_begins(j);
    rc_buf_add_char(j->out, '[');
    j->comma = false;
}

void rc_json_array_end(rc_json *j)
{
    rc_buf_add_char(j->out, ']');
    j->comma = true;
}

/* Writes the character that begins with a byte above 0x7f; returns how many bytes it has. */
static size_t quoted_point(rc_buf *out, rc_str s)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len, &point);
    if (n <= 0) {
        rc_buf_add(out, RC_STR("\xef\xbf\xbd"));
        return 1;
    }
    if (point < 0xa0 || point == 0x2028 || point == 0x2029)
        rc_buf_printf(out, "\\u%04x", (unsigned)point);
    else
        rc_buf_add(out, rc_str_sub(s, 0, (size_t)n));
    return (size_t)n;
}

static void quoted(rc_buf *out, rc_str s)
{
    rc_buf_add_char(out, '"');
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == '"' || c == '\\') {
            rc_buf_printf(out, "\\%c", c);
            i++;
        } else if (c == '\n') {
            rc_buf_add(out, RC_STR("\\n"));
            i++;
        } else if (c < 0x20 || c == 0x7f) {
            rc_buf_printf(out, "\\u%04x", (unsigned)c);
            i++;
        } else if (c < 0x80) {
            size_t from = i;
            while (i < s.len && (unsigned char)s.ptr[i] >= 0x20 && (unsigned char)s.ptr[i] < 0x7f &&
                   s.ptr[i] != '"' && s.ptr[i] != '\\')
                i++;
            rc_buf_add(out, rc_str_sub(s, from, i));
        } else {
            i += quoted_point(out, rc_str_sub(s, i, s.len));
        }
    }
    rc_buf_add_char(out, '"');
}

void rc_json_key(rc_json *j, const char *key)
{
    value_begins(j);
    quoted(j->out, rc_str_from(key));
    rc_buf_add_char(j->out, ':');
    j->comma = false;
}

void rc_json_str(rc_json *j, rc_str s)
{
    if (!s.ptr) {
        rc_json_null(j);
        return;
    }
    value_begins(j);
    quoted(j->out, s);
}

void rc_json_int(rc_json *j, int64_t n)
{
    value_begins(j);
    rc_buf_printf(j->out, "%lld", (long long)n);
}

void rc_json_bool(rc_json *j, bool b)
{
    value_begins(j);
    rc_buf_add(j->out, b ? RC_STR("true") : RC_STR("false"));
}

void rc_json_null(rc_json *j)
{
    value_begins(j);
    rc_buf_add(j->out, RC_STR("null"));
}

void rc_json_raw(rc_json *j, rc_str number)
{
    value_begins(j);
    rc_buf_add(j->out, number);
}
