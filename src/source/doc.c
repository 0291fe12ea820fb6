#include "source/doc.h"

/* Index of the last entry that begins at or before `at`; `count` is not 0. */
static size_t entry_at(const rc_map_entry *map, size_t count, uint32_t at)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map[middle].text_start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint32_t start_in_file(const rc_map_entry *e, uint32_t at)
{
    if (!e->run)
        return e->file_start;
    uint32_t offset = at > e->text_start ? at - e->text_start : 0;
    uint32_t room = e->file_end - e->file_start;
    return e->file_start + (offset < room ? offset : room);
}

static rc_span mapped(const rc_map_entry *map, size_t count, rc_span s)
{
    if (count == 0)
        return s;
    uint32_t start = start_in_file(&map[entry_at(map, count, s.start)], s.start);
    if (s.end <= s.start)
        return (rc_span){start, start};
    const rc_map_entry *last = &map[entry_at(map, count, s.end - 1)];
    uint32_t end = last->run ? start_in_file(last, s.end) : last->file_end;
    return (rc_span){start, end > start ? end : start};
}

rc_span rc_doc_file_span(const rc_doc *d, rc_span text_span)
{
    rc_span s = mapped(d->map, d->map_count, text_span);
    return mapped(d->source_map, d->source_map_count, s);
}

rc_str rc_doc_slice(const rc_doc *d, rc_span text_span)
{
    return rc_str_sub(d->text, text_span.start, text_span.end);
}

/* The first offset on the left side of the map whose right side is at or behind `at`. */
static uint32_t unmapped(const rc_map_entry *map, size_t count, uint32_t at, uint32_t length)
{
    if (count == 0)
        return at < length ? at : length;
    size_t low = 0, high = count; /* the first entry that ends behind `at` */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (map[middle].file_end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count)
        return length;
    const rc_map_entry *e = &map[low];
    if (at <= e->file_start)
        return e->text_start;
    if (e->run)
        return e->text_start + (at - e->file_start);
    return low + 1 < count ? map[low + 1].text_start : length;
}

static uint32_t source_offset(const rc_doc *d, uint32_t file_offset)
{
    return unmapped(d->source_map, d->source_map_count, file_offset, (uint32_t)d->source.len);
}

uint32_t rc_doc_text_offset(const rc_doc *d, uint32_t file_offset)
{
    return unmapped(d->map, d->map_count, source_offset(d, file_offset), (uint32_t)d->text.len);
}

/* Moves line and column of byte `from` on to byte `to`. */
static void count_on(const char *s, uint32_t from, uint32_t to, rc_doc_mark *at)
{
    for (uint32_t i = from; i < to; i++) {
        if (s[i] == '\n' || (s[i] == '\r' && s[i + 1] != '\n')) {
            at->line++;
            at->column = 1;
        } else {
            at->column += ((unsigned char)s[i] & 0xc0) != 0x80;
        }
    }
}

void rc_doc_mark_lines(rc_arena *a, rc_doc *d)
{
    size_t count = d->source.len / RC_DOC_MARK_BYTES;
    if (!count)
        return;
    d->marks = RC_NEW_ARRAY(a, rc_doc_mark, count + 1);
    rc_doc_mark at = {1, 1};
    for (uint32_t i = 0; i <= count; i++) {
        if (i)
            count_on(d->source.ptr, (i - 1) * RC_DOC_MARK_BYTES, i * RC_DOC_MARK_BYTES, &at);
        d->marks[i] = at;
    }
    d->mark_count = count + 1;
}

void rc_doc_position(const rc_doc *d, uint32_t file_offset, uint32_t *ret_line,
                     uint32_t *ret_column)
{
    uint32_t end = source_offset(d, file_offset), from = 0;
    rc_doc_mark at = {1, 1};
    if (d->mark_count) {
        size_t mark = end / RC_DOC_MARK_BYTES;
        if (mark >= d->mark_count)
            mark = d->mark_count - 1;
        at = d->marks[mark];
        from = (uint32_t)mark * RC_DOC_MARK_BYTES;
    }
    count_on(d->source.ptr, from, end, &at);
    *ret_line = at.line;
    *ret_column = at.column;
}

rc_block *rc_doc_add_block(rc_arena *a, rc_doc *d, rc_block_kind kind, rc_span span)
{
    rc_block b = {.kind = kind, .span = span, .section = UINT32_MAX};
    RC_PUSH(a, d->blocks, d->block_count, d->block_capacity, b);
    return &d->blocks[d->block_count - 1];
}

void rc_doc_link_sections(rc_doc *d)
{
    uint32_t open[8]; /* the last heading of each level, or none */
    for (size_t i = 0; i < 8; i++)
        open[i] = UINT32_MAX;
    uint32_t last = UINT32_MAX;
    for (size_t i = 0; i < d->block_count; i++) {
        rc_block *b = &d->blocks[i];
        if (b->kind != RC_BLOCK_HEADING) {
            b->section = last;
            continue;
        }
        unsigned level = b->level < 7 ? b->level : 7;
        b->section = UINT32_MAX;
        for (unsigned l = level; l-- > 0 && b->section == UINT32_MAX;)
            b->section = open[l];
        for (unsigned l = level; l < 8; l++)
            open[l] = UINT32_MAX;
        open[level] = last = (uint32_t)i;
    }
}

void rc_doc_map_add(rc_arena *a, rc_doc *d, uint32_t text_start, rc_span file, bool run)
{
    if (run && d->map_count) {
        rc_map_entry *last = &d->map[d->map_count - 1];
        uint32_t length = last->file_end - last->file_start;
        if (last->run && last->file_end == file.start && last->text_start + length == text_start) {
            last->file_end = file.end;
            return;
        }
    }
    rc_map_entry e = {text_start, file.start, file.end, run};
    RC_PUSH(a, d->map, d->map_count, d->map_capacity, e);
}
