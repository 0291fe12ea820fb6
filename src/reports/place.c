#include "reports/place.h"

#include <string.h>

static rc_place_cursor *cursor_of(rc_places *p, const rc_doc *doc)
{
    for (size_t i = 0; i < RC_PLACES_KEPT; i++)
        if (p->kept[i].doc == doc)
            return &p->kept[i];
    rc_place_cursor *c = &p->kept[p->next++ % RC_PLACES_KEPT];
    *c = (rc_place_cursor){.doc = doc, .line = 1};
    return c;
}

static uint32_t code_points(rc_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
    return n;
}

rc_place rc_places_find(rc_places *p, const rc_doc *doc, uint32_t file_offset)
{
    rc_place_cursor *c = cursor_of(p, doc);
    if (file_offset > doc->bytes.len)
        file_offset = (uint32_t)doc->bytes.len;
    if (file_offset < c->line_start) {
        *c = (rc_place_cursor){.doc = doc, .line = 1};
    } else if (file_offset < c->offset) {
        c->offset = c->line_start;
        c->column = 0;
    }
    while (c->offset < file_offset) {
        const char *newline = memchr(doc->bytes.ptr + c->offset, '\n', file_offset - c->offset);
        if (!newline) {
            c->column += code_points(rc_str_sub(doc->bytes, c->offset, file_offset));
            c->offset = file_offset;
        } else {
            c->offset = c->line_start = (uint32_t)(newline - doc->bytes.ptr) + 1;
            c->column = 0;
            c->line++;
        }
    }
    /* A byte order mark is no column. */
    bool marked =
        c->line_start == 0 && c->column && rc_str_starts(doc->bytes, RC_STR("\xef\xbb\xbf"));
    return (rc_place){c->line, c->column + (marked ? 0 : 1)};
}
