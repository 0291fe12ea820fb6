/* rc_doc: one document, as a reader gives it: text in UTF-8, cut into blocks, with a map from the
 * text back to the bytes of the file on disk, and metadata. A span is in bytes of `text` unless it
 * is called a file span. Everything lives in the arena given to the reader. */
#ifndef RC_SOURCE_DOC_H
#define RC_SOURCE_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/span.h"
#include "base/str.h"

typedef enum {
    RC_BLOCK_TITLE,
    RC_BLOCK_HEADING,
    RC_BLOCK_PARAGRAPH,
    RC_BLOCK_LIST_ITEM,
    RC_BLOCK_TABLE_CELL,
    RC_BLOCK_CAPTION,
    RC_BLOCK_QUOTATION,
    RC_BLOCK_BYLINE /* dateline, byline, date of update: metadata, no claims */
} rc_block_kind;

typedef struct {
    rc_block_kind kind;
    uint8_t level;  /* of a heading or list: from 1 */
    bool head;      /* a table cell that heads its row or column */
    rc_span span;   /* in text */
    uint32_t table; /* table cells: table number from 1, row and column from 0; else 0 */
    uint32_t row, column;
    uint32_t section; /* index of the heading block it stands under; UINT32_MAX: none */
} rc_block;

typedef enum {
    RC_DATE_NONE,
    RC_DATE_FRONT_MATTER,
    RC_DATE_METADATA,
    RC_DATE_DATELINE,
    RC_DATE_FILENAME,
    RC_DATE_OPTION,
    RC_DATE_INFERRED
} rc_date_source;

/* Text from text_start on (up to the next entry) stands in the file from file_start on. `run` is
 * true where byte follows byte in both, up to file_end (text behind that, such as the break between
 * two blocks, stands in no place of the file); false where the whole of the text piece stands for
 * the whole of the file piece ("&amp;"). Entries ascend in both. */
typedef struct {
    uint32_t text_start, file_start, file_end;
    bool run;
} rc_map_entry;

/* Where counting lines and columns may begin: every RC_DOC_MARK_BYTES of the source. */
#define RC_DOC_MARK_BYTES 4096
typedef struct {
    uint32_t line, column; /* of the byte at the mark */
} rc_doc_mark;

typedef struct rc_doc {
    rc_str path;   /* as given, with '/' */
    rc_str bytes;  /* the file on disk; four zero bytes follow. For a packed format (docx, pdf) the
                    * text taken out of it: positions then count in that. */
    rc_str source; /* `bytes` in UTF-8: the same memory where the file is UTF-8 */
    rc_str text;   /* what is read; the same memory as `source` for plain text */
    rc_block *blocks;
    size_t block_count, block_capacity;
    rc_map_entry *map; /* from text to source; none: the offsets are the same */
    size_t map_count, map_capacity;
    rc_map_entry *source_map; /* from source to bytes; none: the offsets are the same */
    size_t source_map_count, source_map_capacity;
    uint32_t table_count;
    rc_str format; /* name of the reader: "plain", "markdown" */
    rc_str title;  /* empty: none */
    rc_str outlet; /* empty: none */
    rc_str author;
    rc_str language;      /* BCP 47; "en" where nothing says else */
    bool language_said;   /* by metadata: not to be told from the text */
    rc_str dateline_text; /* what metadata give as date, for mentions/date.c to read; or empty */
    rc_doc_mark *marks;   /* rc_doc_mark_lines; NULL: positions are counted from the start */
    size_t mark_count;
    rc_date_source date_source;
    int32_t date; /* publication day (value/time.h), RC_DAY_NONE: none */
} rc_doc;

/* The bytes of the file that a span of the text stands for. */
rc_span rc_doc_file_span(const rc_doc *d, rc_span text_span);
rc_str rc_doc_slice(const rc_doc *d, rc_span text_span);
/* Line and column (from 1; column in code points) of a byte of the file: constant time after
 * rc_doc_mark_lines, else O(offset). */
void rc_doc_position(const rc_doc *d, uint32_t file_offset, uint32_t *ret_line,
                     uint32_t *ret_column);
/* Notes line and column of every RC_DOC_MARK_BYTES: one pass, for documents of more than that. */
void rc_doc_mark_lines(rc_arena *a, rc_doc *d);
/* The first text offset whose file offset is >= the given one. */
uint32_t rc_doc_text_offset(const rc_doc *d, uint32_t file_offset);
/* The block has no section yet: rc_doc_link_sections sets all of them, once, at the end. */
rc_block *rc_doc_add_block(rc_arena *a, rc_doc *d, rc_block_kind kind, rc_span span);
void rc_doc_link_sections(rc_doc *d);
/* Says that the text written from text_start on stands at {file_start, file_end}. Joins runs. */
void rc_doc_map_add(rc_arena *a, rc_doc *d, uint32_t text_start, rc_span file, bool run);

#endif
