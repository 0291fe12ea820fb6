#include "rules/table.h"

#include <stdarg.h>
#include <string.h>
#include <utf8proc.h>

#include "base/diagnose.h"

/* What grows while a table is read. */
typedef struct {
    rc_arena *arena;
    rc_diagnostics *diagnostics;
    rc_table *table;
    rc_str line; /* without its end */
    uint32_t line_number;
    size_t cell_count, cell_capacity, row_capacity, column_capacity;
} reader;

size_t rc_table_column(const rc_table *t, const char *name)
{
    for (size_t i = 0; i < t->column_count; i++) {
        if (rc_str_eq(t->columns[i], rc_str_from(name)))
            return i;
    }
    return SIZE_MAX;
}

rc_str rc_table_cell(const rc_table *t, size_t row, size_t column)
{
    if (row >= t->row_count || column >= t->column_count)
        return RC_STR("");
    return t->cells[row * t->column_count + column];
}

/* Column in code points, from 1, of a place in a line. */
static uint32_t code_points(const char *start, const char *at)
{
    uint32_t n = 1;
    for (; start < at; start++)
        n += ((unsigned char)*start & 0xC0) != 0x80;
    return n;
}

void rc_table_diagnose(rc_arena *a, rc_diagnostics *d, const rc_table *t, size_t row, size_t column,
                       const char *format, ...)
{
    rc_err place = {.file = t->files[row], .line = t->lines[row], .column = 1};
    if (column < t->column_count)
        place.column = code_points(t->starts[row], rc_table_cell(t, row, column).ptr);
    va_list args;
    va_start(args, format);
    rc_diagnose_list(a, d, &place, format, args);
    va_end(args);
}

/* Offset of the first byte that is no UTF-8, or s.len. */
static size_t utf8_error(rc_str s)
{
    size_t at = 0;
    while (at < s.len) {
        if ((unsigned char)s.ptr[at] < 0x80) {
            at++;
            continue;
        }
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at,
                                              (utf8proc_ssize_t)(s.len - at), &c);
        if (n <= 0)
            return at;
        at += (size_t)n;
    }
    return s.len;
}

static void complain(reader *r, const char *at, const char *what)
{
    rc_diagnose(r->arena, r->diagnostics, r->table->file, r->line_number,
                code_points(r->line.ptr, at), "%s", what);
}

static void read_columns(reader *r)
{
    rc_table *t = r->table;
    rc_str rest = r->line, part;
    while (rc_str_split(&rest, '\t', &part)) {
        const char *at = part.ptr;
        part = rc_str_trim(part);
        if (part.len == 0)
            complain(r, at, "a column without a name");
        for (size_t i = 0; part.len && i < t->column_count; i++) {
            if (rc_str_eq(t->columns[i], part))
                complain(r, at, "two columns of one name");
        }
        RC_PUSH(r->arena, t->columns, t->column_count, r->column_capacity, part);
    }
}

static void read_row(reader *r)
{
    rc_table *t = r->table;
    size_t n = 0;
    rc_str rest = r->line, part;
    while (rc_str_split(&rest, '\t', &part)) {
        const char *at = part.ptr;
        part = rc_str_trim(part);
        if (n == t->column_count && part.len) {
            complain(r, at, "more cells than there are columns");
            r->cell_count -= n;
            return;
        }
        if (n == t->column_count)
            continue; /* tabs at the end of a line */
        RC_PUSH(r->arena, t->cells, r->cell_count, r->cell_capacity, part);
        n++;
    }
    for (; n < t->column_count; n++) {
        rc_str none = {r->line.ptr + r->line.len, 0};
        RC_PUSH(r->arena, t->cells, r->cell_count, r->cell_capacity, none);
    }
    if (t->row_count == r->row_capacity) {
        r->row_capacity = r->row_capacity ? r->row_capacity * 2 : 64;
        t->lines =
            rc_arena_grow(r->arena, t->lines, t->row_count, r->row_capacity, sizeof(*t->lines));
        t->files =
            rc_arena_grow(r->arena, t->files, t->row_count, r->row_capacity, sizeof(*t->files));
        t->starts =
            rc_arena_grow(r->arena, t->starts, t->row_count, r->row_capacity, sizeof(*t->starts));
    }
    t->lines[t->row_count] = r->line_number;
    t->files[t->row_count] = t->file;
    t->starts[t->row_count++] = r->line.ptr;
}

rc_table *rc_table_read(rc_arena *a, const char *file, rc_str name, rc_str bytes, rc_diagnostics *d)
{
    reader r = {.arena = a, .diagnostics = d, .table = RC_NEW(a, rc_table)};
    r.table->file = file;
    r.table->name = name;
    if (rc_str_starts(bytes, RC_STR("\xEF\xBB\xBF")))
        bytes = rc_str_sub(bytes, 3, bytes.len);
    bool headed = false;
    rc_str rest = bytes;
    while (rc_str_split(&rest, '\n', &r.line)) {
        r.line_number++;
        if (rc_str_ends(r.line, RC_STR("\r")))
            r.line.len--;
        if (rc_str_trim(r.line).len == 0 || r.line.ptr[0] == '#')
            continue;
        size_t bad = utf8_error(r.line);
        if (bad < r.line.len) {
            complain(&r, r.line.ptr + bad, "a byte that is not UTF-8");
        } else if (!headed) {
            read_columns(&r);
            headed = true;
        } else {
            read_row(&r);
        }
    }
    return r.table;
}

rc_status rc_table_parse(rc_arena *a, const char *file, rc_str name, rc_str bytes, rc_table **ret,
                         rc_err *err)
{
    rc_diagnostics d = {0};
    rc_table *t = rc_table_read(a, file, name, bytes, &d);
    if (d.count) {
        const rc_err *e = &d.items[0];
        return rc_fail(err, RC_ESYNTAX, e->file, e->line, e->column, "%s", e->text);
    }
    *ret = t;
    return RC_OK;
}

static void *append(rc_arena *a, const void *old, size_t count, const void *more, size_t more_count,
                    size_t size)
{
    char *p = rc_arena_grow(a, old, count, count + more_count, size);
    if (more_count)
        memcpy(p + count * size, more, more_count * size);
    return p;
}

bool rc_table_join(rc_arena *a, rc_table *t, const rc_table *more)
{
    if (t->column_count != more->column_count)
        return false;
    for (size_t i = 0; i < t->column_count; i++) {
        if (!rc_str_eq(t->columns[i], more->columns[i]))
            return false;
    }
    size_t n = t->row_count, m = more->row_count;
    t->cells = append(a, t->cells, n * t->column_count, more->cells, m * t->column_count,
                      sizeof(*t->cells));
    t->lines = append(a, t->lines, n, more->lines, m, sizeof(*t->lines));
    t->files = append(a, t->files, n, more->files, m, sizeof(*t->files));
    t->starts = append(a, t->starts, n, more->starts, m, sizeof(*t->starts));
    t->row_count += m;
    return true;
}
