#include "reports/paint.h"

#include "reports/terminal.h"

void rc_paint_begin(rc_painter *p, rc_paint what)
{
    static const char *const CODES[] = {
        [RC_PAINT_ERROR] = "\033[1;31m",  [RC_PAINT_WARNING] = "\033[1;33m",
        [RC_PAINT_INFO] = "\033[1;36m",   [RC_PAINT_STRONG] = "\033[1m",
        [RC_PAINT_FRAME] = "\033[34m",    [RC_PAINT_FIRST] = "\033[1;31m",
        [RC_PAINT_SECOND] = "\033[1;35m", [RC_PAINT_QUIET] = "\033[2m",
    };
    if (p->style->colour)
        rc_buf_add(p->out, rc_str_from(CODES[what]));
}

void rc_paint_end(rc_painter *p)
{
    if (p->style->colour)
        rc_buf_add(p->out, RC_STR("\033[0m"));
}

void rc_paint_add(rc_painter *p, rc_paint what, rc_str trusted)
{
    rc_paint_begin(p, what);
    rc_buf_add(p->out, trusted);
    rc_paint_end(p);
}

rc_paint rc_paint_of(rc_severity s)
{
    return s == RC_ERROR ? RC_PAINT_ERROR : s == RC_WARNING ? RC_PAINT_WARNING : RC_PAINT_INFO;
}

bool rc_url_path_has(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~' || c == '/';
}

void rc_url_path_add(rc_buf *out, rc_str path)
{
    for (size_t i = 0; i < path.len; i++) {
        if (rc_url_path_has(path.ptr[i]))
            rc_buf_add_char(out, path.ptr[i]);
        else
            rc_buf_printf(out, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
    }
}

void rc_paint_file(rc_painter *p, rc_str path)
{
    if (!p->style->links) {
        rc_terminal_add(p->out, path);
        return;
    }
    bool absolute = path.len && path.ptr[0] == '/';
    rc_buf_add(p->out, RC_STR("\033]8;;"));
    rc_buf_add(p->out, absolute ? p->style->link_root : p->style->link_prefix);
    rc_url_path_add(p->out, path);
    rc_buf_add(p->out, RC_STR("\033\\"));
    rc_terminal_add(p->out, path);
    rc_buf_add(p->out, RC_STR("\033]8;;\033\\"));
}

rc_status rc_paint_shell_word(rc_buf *out, rc_str word)
{
    bool plain = word.len > 0;
    for (size_t i = 0; i < word.len;) {
        rc_glyph g = rc_glyph_at(rc_str_sub(word, i, word.len));
        if (g.len != g.source || memcmp(g.bytes, word.ptr + i, g.len) != 0)
            return RC_NONE;
        char c = word.ptr[i];
        plain &= rc_url_path_has(c) || (unsigned char)c >= 0x80 || c == ':' || c == ',' ||
                 c == '+' || c == '@';
        i += g.source;
    }
    if (plain) {
        rc_buf_add(out, word);
        return RC_OK;
    }
    rc_buf_add_char(out, '\'');
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] == '\'')
            rc_buf_add(out, RC_STR("'\\''"));
        else
            rc_buf_add_char(out, word.ptr[i]);
    }
    rc_buf_add_char(out, '\'');
    return RC_OK;
}
