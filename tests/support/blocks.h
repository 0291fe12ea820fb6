/* For tests of readers: a document as lines of text, "H2 Prices", and what holds of every map. */
#ifndef RC_TESTS_SUPPORT_BLOCKS_H
#define RC_TESTS_SUPPORT_BLOCKS_H

#include <check.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "readers/reader.h"

/* Four zero bytes stand behind a loaded file. */
static inline rc_str test_bytes(rc_arena *a, rc_str s)
{
    char *p = rc_arena_alloc(a, s.len + 4, 1);
    if (s.len)
        memcpy(p, s.ptr, s.len);
    return (rc_str){p, s.len};
}

static inline void test_print_block(rc_buf *out, const rc_doc *d, const rc_block *b)
{
    static const char names[] = {'T', 'H', 'P', 'L', 'C', 'c', 'Q', 'B'};
    rc_str text = rc_doc_slice(d, b->span);
    rc_buf_add_char(out, names[b->kind]);
    if (b->kind == RC_BLOCK_HEADING || b->kind == RC_BLOCK_LIST_ITEM)
        rc_buf_printf(out, "%u", (unsigned)b->level);
    if (b->kind == RC_BLOCK_TABLE_CELL)
        rc_buf_printf(out, "%u.%u.%u%s", b->table, b->row, b->column, b->head ? "h" : "");
    rc_buf_printf(out, " %.*s\n", RC_STR_ARG(text));
}

/* Runs are the same bytes in text and source. One assertion a check: each costs a write to a pipe.
 */
static inline bool test_run(const rc_doc *d, const rc_map_entry *e)
{
    for (uint32_t k = 0; k < e->file_end - e->file_start; k++) {
        char t = d->text.ptr[e->text_start + k], s = d->source.ptr[e->file_start + k];
        if (t != s && !(t == ' ' && (s == '\n' || s == '\t' || s == '\r' || s == '\f')))
            return false;
    }
    return true;
}

static inline bool test_map(const rc_doc *d)
{
    uint32_t text_at = 0, source_at = 0, before = 0;
    for (size_t i = 0; i < d->map_count; i++) {
        const rc_map_entry *e = &d->map[i];
        if (e->text_start < text_at || e->file_start < source_at || e->file_end < e->file_start ||
            e->file_end > d->source.len || (e->run && !test_run(d, e)))
            return false;
        text_at = e->text_start + (e->run ? e->file_end - e->file_start : 1);
        source_at = e->file_end;
    }
    for (size_t i = 0; i < d->block_count; i++) {
        rc_span span = d->blocks[i].span, file = rc_doc_file_span(d, span);
        if (span.start < before || span.start >= span.end || span.end > d->text.len ||
            file.start > file.end || file.end > d->bytes.len)
            return false;
        before = span.end;
    }
    return true;
}

/* Reads `input` as the file `path` and compares its blocks. */
static inline rc_doc *test_blocks(rc_arena *a, const char *path, rc_str input, const char *expected)
{
    rc_doc *d = NULL;
    rc_err err = {.text = ""};
    rc_status s =
        rc_reader_parse(a, rc_str_from(path), test_bytes(a, input), RC_STR_NONE, &d, &err);
    ck_assert_msg(s == RC_OK, "%s: %s", path, err.text);
    ck_assert_msg(test_map(d), "a map that does not fit");
    rc_buf out;
    rc_buf_init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < d->block_count; i++)
        test_print_block(&out, d, &d->blocks[i]);
    rc_buf_add_char(&out, '\0');
    if (expected)
        ck_assert_str_eq(out.ptr, expected);
    rc_buf_clear(&out);
    return d;
}

#endif
