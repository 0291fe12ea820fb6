#include "reports/excerpt.h"

#include "reports/terminal.h"

enum { GLYPHS_BYTES_MAX = 4 }; /* bytes a column may take before it is no use looking further */

/* `s` with each run of white space made one blank. */
static void squeeze(rc_buf *out, rc_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!rc_is_space(s.ptr[i]))
            rc_buf_add_char(out, s.ptr[i]);
        else if (i == 0 || !rc_is_space(s.ptr[i - 1]))
            rc_buf_add_char(out, ' ');
    }
}

/* Start of the longest tail of `s` that has at most `width` columns; whole words where it is cut.
 */
static size_t tail_start(rc_str s, size_t width)
{
    size_t total = rc_terminal_width(s), i = 0;
    if (total <= width)
        return 0;
    while (i < s.len && total > width) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        total -= g.width;
        i += g.source;
    }
    size_t word = i;
    while (word < s.len && s.ptr[word - 1] != ' ')
        word++;
    return word < s.len ? word : i;
}

/* End of the longest head of `s` that has at most `width` columns; whole words where it is cut. */
static size_t head_end(rc_str s, size_t width)
{
    size_t used = 0, i = 0, word = 0;
    while (i < s.len) {
        rc_glyph g = rc_glyph_at(rc_str_sub(s, i, s.len));
        if (used + g.width > width)
            return word ? word : i;
        if (s.ptr[i] == ' ')
            word = i;
        used += g.width;
        i += g.source;
    }
    return s.len;
}

/* Moves `at` to the start of the code point that it lies in. */
static size_t to_start(rc_str text, size_t at)
{
    for (int i = 0;
         i < 3 && at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80; i++)
        at--;
    return at;
}

typedef struct {
    rc_buf before, words, after;
    bool cut_before, cut_after;
} parts;

static void take_parts(parts *p, const rc_doc *doc, rc_span sentence, rc_span words, size_t width)
{
    size_t reach = width * GLYPHS_BYTES_MAX + 16;
    if (!rc_span_contains(sentence, words))
        sentence = words;
    size_t from = sentence.start, to = sentence.end, end = words.end;
    if (words.start - from > reach)
        from = to_start(doc->text, words.start - reach);
    if (to - words.end > reach)
        to = to_start(doc->text, words.end + reach);
    if (end - words.start > reach)
        end = to_start(doc->text, words.start + reach);
    p->cut_before = from > sentence.start;
    p->cut_after = to < sentence.end || end < words.end;
    rc_buf_init(&p->before, SIZE_MAX / 4);
    rc_buf_init(&p->words, SIZE_MAX / 4);
    rc_buf_init(&p->after, SIZE_MAX / 4);
    squeeze(&p->before, rc_str_sub(doc->text, from, words.start));
    squeeze(&p->words, rc_str_sub(doc->text, words.start, end));
    if (end == words.end)
        squeeze(&p->after, rc_str_sub(doc->text, words.end, to));
}

rc_excerpt rc_excerpt_add(rc_buf *out, const rc_doc *doc, rc_span sentence, rc_span words,
                          size_t width)
{
    parts p;
    take_parts(&p, doc, sentence, words, width);
    rc_str before = rc_buf_str(&p.before), quoted = rc_buf_str(&p.words),
           after = rc_buf_str(&p.after);
    while (!p.cut_before && before.len && before.ptr[0] == ' ')
        before = rc_str_sub(before, 1, before.len);
    size_t quoted_end = head_end(quoted, width > 2 ? width - 2 : width);
    p.cut_after |= quoted_end < quoted.len;
    if (quoted_end < quoted.len)
        after = RC_STR_NONE;
    quoted = rc_str_sub(quoted, 0, quoted_end);
    size_t marked = rc_terminal_width(quoted), left = rc_terminal_width(before),
           right = rc_terminal_width(after);
    size_t room = width > marked + 2 ? width - marked - 2 : 0; /* 2: for the marks of a cut */
    if (left + right > room + (p.cut_before ? 0 : 1) + (p.cut_after ? 0 : 1)) {
        size_t half = room / 2;
        size_t left_room = right < half ? room - right : left < half ? left : half;
        size_t start = tail_start(before, left_room);
        p.cut_before |= start > 0;
        before = rc_str_sub(before, start, before.len);
        left = rc_terminal_width(before);
        size_t end = head_end(after, room - (left < room ? left : room));
        p.cut_after |= end < after.len;
        after = rc_str_sub(after, 0, end);
    }
    if (p.cut_before)
        rc_buf_add(out, RC_STR("…"));
    rc_terminal_add(out, before);
    rc_terminal_add(out, quoted);
    rc_terminal_add(out, after);
    if (p.cut_after)
        rc_buf_add(out, RC_STR("…"));
    rc_buf_clear(&p.before);
    rc_buf_clear(&p.words);
    rc_buf_clear(&p.after);
    return (rc_excerpt){left + (p.cut_before ? 1 : 0), marked ? marked : 1};
}
