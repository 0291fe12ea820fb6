#include "reports/escape.h"

#include <string.h>

#include "reports/terminal.h"

static void xml_char(rc_buf *out, char c)
{
    switch (c) {
    case '&':
        rc_buf_add(out, RC_STR("&amp;"));
        break;
    case '<':
        rc_buf_add(out, RC_STR("&lt;"));
        break;
    case '>':
        rc_buf_add(out, RC_STR("&gt;"));
        break;
    case '"':
        rc_buf_add(out, RC_STR("&quot;"));
        break;
    case '\'':
        rc_buf_add(out, RC_STR("&#39;"));
        break;
    default:
        rc_buf_add_char(out, c);
        break;
    }
}

void rc_escape_xml(rc_buf *out, rc_str s)
{
    for (size_t i = 0; i < s.len;) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        if (g.len == 1)
            xml_char(out, g.bytes[0]);
        else
            rc_buf_add(out, (rc_str){g.bytes, g.len});
        i += g.source;
    }
}

/* Signs that mean something to GitHub's Markdown inside a line, "$" for its formulas. */
static bool is_markdown(char c)
{
    return c && strchr("\\`*_[]<>|~#&@${}!", c);
}

void rc_escape_markdown(rc_buf *out, rc_str s)
{
    for (size_t i = 0; i < s.len;) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        if (g.len == 1 && is_markdown(g.bytes[0]))
            rc_buf_add_char(out, '\\');
        rc_buf_add(out, (rc_str){g.bytes, g.len});
        i += g.source;
    }
}

void rc_escape_uri(rc_buf *out, rc_str path)
{
    if (path.len && path.ptr[0] == '/')
        rc_buf_add(out, RC_STR("file://"));
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '-' || c == '.' || c == '_' || c == '~' || c == '/')
            rc_buf_add_char(out, (char)c);
        else
            rc_buf_printf(out, "%%%02X", (unsigned)c);
    }
}
