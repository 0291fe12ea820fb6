/* Comma- and tab-separated values (RFC 4180): one table, a block a cell. The separator is the one
 * of comma, semicolon, tab and bar that stands most often in the first line. */
#include <string.h>

#include "base/limits.h"
#include "readers/build.h"
#include "readers/decode.h"
#include "readers/internal.h"
#include "readers/lines.h"

#define PROSE_BYTES 300 /* a cell with more text is read as a paragraph */

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_build build;
    size_t at;
    char separator;
    uint32_t row, column;
    bool head_row;
} reader;

int rc_read_csv_detect(rc_str path, rc_str bytes)
{
    (void)bytes;
    return rc_path_has_extension(path, "csv") || rc_path_has_extension(path, "tsv") ||
                   rc_path_has_extension(path, "tab")
               ? RC_SURE_NAME
               : RC_SURE_NOT;
}

static char find_separator(rc_str s)
{
    static const char separators[] = {',', ';', '\t', '|'};
    size_t counts[sizeof(separators)] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < s.len && (quoted || s.ptr[i] != '\n'); i++) {
        quoted = quoted != (s.ptr[i] == '"');
        for (size_t k = 0; k < sizeof(separators) && !quoted; k++)
            counts[k] += s.ptr[i] == separators[k];
    }
    for (size_t k = 1; k < sizeof(separators); k++) {
        if (counts[k] > counts[best])
            best = k;
    }
    return separators[best];
}

/* Consumes a cell between quotes; the position is behind the closing one. */
static void quoted_cell(reader *r)
{
    rc_str s = r->doc->source;
    size_t from = ++r->at;
    while (r->at < s.len) {
        const char *quote = memchr(s.ptr + r->at, '"', s.len - r->at);
        r->at = quote ? (size_t)(quote - s.ptr) : s.len;
        rc_build_source(&r->build, from, r->at);
        if (r->at >= s.len || s.ptr[r->at + 1] != '"') {
            r->at += r->at < s.len;
            return;
        }
        rc_build_piece(&r->build, RC_STR("\""), r->at, r->at + 2);
        r->at += 2;
        from = r->at;
    }
}

static size_t cell_end(const reader *r)
{
    rc_str s = r->doc->source;
    size_t at = r->at;
    while (at < s.len && s.ptr[at] != r->separator && s.ptr[at] != '\n')
        at++;
    return at;
}

static void end_cell(reader *r)
{
    rc_span span;
    if (!rc_build_end(&r->build, &span))
        return;
    bool prose = span.end - span.start > PROSE_BYTES;
    rc_block *b =
        rc_doc_add_block(r->arena, r->doc, prose ? RC_BLOCK_PARAGRAPH : RC_BLOCK_TABLE_CELL, span);
    if (prose)
        return;
    b->table = 1;
    b->row = r->row;
    b->column = r->column;
    b->head = r->head_row;
}

static void read_cell(reader *r)
{
    rc_str s = r->doc->source;
    while (r->at < s.len && s.ptr[r->at] == ' ')
        r->at++;
    if (r->at < s.len && s.ptr[r->at] == '"')
        quoted_cell(r);
    size_t end = cell_end(r);
    rc_build_source(&r->build, r->at, end);
    end_cell(r);
    r->at = end + 1;
    if (end < s.len && s.ptr[end] == '\n') {
        r->row++;
        r->column = 0;
        r->head_row = false;
    } else {
        r->column++;
    }
}

rc_status rc_read_csv(rc_arena *a, rc_doc *d, rc_err *err)
{
    rc_status status = rc_decode(a, d, RC_STR_NONE, err);
    if (status != RC_OK)
        return status;
    reader r = {.arena = a, .doc = d, .separator = find_separator(d->source), .head_row = true};
    rc_build_init(&r.build, a, d, d->source.len + 64);
    d->table_count = 1;
    while (r.at < d->source.len) {
        if (d->block_count >= RC_BLOCKS_MAX)
            return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "more than %zu cells", RC_BLOCKS_MAX);
        read_cell(&r);
    }
    rc_build_finish(&r.build);
    return RC_OK;
}
