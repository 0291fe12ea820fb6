#include "reports/terminal.h"

#include <string.h>
#include <utf8proc.h>

#define REPLACEMENT ((rc_glyph){"\xef\xbf\xbd", 3, 1, 1})

/* Format characters that change the order or the look of what stands around them: directional
 * marks, embeddings, isolates, deprecated format characters, tags. */
static bool is_steering(utf8proc_int32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

rc_glyph rc_glyph_at(rc_str s)
{
    unsigned char first = (unsigned char)s.ptr[0];
    if (first >= 0x20 && first < 0x7f)
        return (rc_glyph){{(char)first}, 1, 1, 1};
    if (first == '\t' || first == '\n' || first == '\v' || first == '\f' || first == '\r')
        return (rc_glyph){" ", 1, 1, 1};
    utf8proc_int32_t point;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr,
                                          (utf8proc_ssize_t)(s.len < 4 ? s.len : 4), &point);
    if (n <= 0)
        return REPLACEMENT;
    rc_glyph g = {.source = (uint8_t)n};
    if (point == 0xa0 || point == 0x2028 || point == 0x2029) {
        g.bytes[0] = ' ';
        g.len = g.width = 1;
        return g;
    }
    if (point == 0xad || point == 0xfeff || point == 0x2060)
        return g; /* a soft hyphen, a byte order mark, a joiner of words: not seen in print */
    if (is_steering(point) || utf8proc_category(point) == UTF8PROC_CATEGORY_CN) {
        g = REPLACEMENT;
        g.source = (uint8_t)n;
        return g;
    }
    memcpy(g.bytes, s.ptr, (size_t)n);
    g.len = (uint8_t)n;
    int width = utf8proc_charwidth(point);
    g.width = (uint8_t)(width < 0 ? 0 : width > 2 ? 2 : width);
    return g;
}

size_t rc_terminal_width(rc_str s)
{
    size_t width = 0;
    for (size_t i = 0; i < s.len;) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        width += g.width;
        i += g.source;
    }
    return width;
}

void rc_terminal_add(rc_buf *out, rc_str s)
{
    for (size_t i = 0; i < s.len;) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        rc_buf_add(out, (rc_str){g.bytes, g.len});
        i += g.source;
    }
}

void rc_terminal_add_cut(rc_buf *out, rc_str s, size_t width)
{
    size_t used = 0, i = 0, fits = 0; /* fits: bytes that leave room for the mark */
    while (i < s.len) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        if (used + g.width > width)
            break;
        used += g.width;
        i += g.source;
        if (used < width)
            fits = i;
    }
    if (i >= s.len) {
        rc_terminal_add(out, s);
        return;
    }
    rc_terminal_add(out, rc_str_sub(s, 0, fits));
    if (width)
        rc_buf_add(out, RC_STR("…"));
}

/* The next word of `rest`, which is used up to it. */
static bool next_word(rc_str *rest, rc_str *ret)
{
    size_t i = 0;
    while (i < rest->len && (rest->ptr[i] == ' ' || rest->ptr[i] == '\n' || rest->ptr[i] == '\t'))
        i++;
    size_t start = i;
    while (i < rest->len && rest->ptr[i] != ' ' && rest->ptr[i] != '\n' && rest->ptr[i] != '\t')
        i++;
    *ret = rc_str_sub(*rest, start, i);
    *rest = rc_str_sub(*rest, i, rest->len);
    return ret->len > 0;
}

/* A word longer than a line is broken where the line ends. Returns the columns used. */
static size_t add_long(rc_buf *out, rc_str word, size_t width, size_t indent, size_t used)
{
    for (size_t i = 0; i < word.len;) {
        rc_glyph g = rc_glyph_at(rc_str_sub(word, i, word.len));
        if (width && used + g.width > width && used > indent) {
            rc_buf_printf(out, "\n%*s", (int)indent, "");
            used = indent;
        }
        rc_buf_add(out, (rc_str){g.bytes, g.len});
        used += g.width;
        i += g.source;
    }
    return used;
}

void rc_terminal_add_wrapped(rc_buf *out, rc_str s, size_t width, size_t indent, size_t used)
{
    rc_str word;
    bool first = true;
    while (next_word(&s, &word)) {
        size_t columns = rc_terminal_width(word);
        if (!first && width && used + 1 + columns > width) {
            rc_buf_printf(out, "\n%*s", (int)indent, "");
            used = indent;
        } else if (!first) {
            rc_buf_add_char(out, ' ');
            used++;
        }
        used = add_long(out, word, width, indent, used);
        first = false;
    }
}
