/* What word processors' formats share: paragraphs, headings, lists and tables out of events. */
#ifndef RC_READERS_OFFICE_H
#define RC_READERS_OFFICE_H

#include "readers/extract.h"
#include "readers/meta.h"
#include "readers/xml.h"

#define RC_OFFICE_TABLES_MAX 32 /* tables within cells of tables */

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_meta meta;
    rc_extract extract;
    rc_block_kind kind; /* of the paragraph that is open */
    uint8_t level;
    uint32_t skipped; /* open elements whose text is not read, those inside them included */
    struct {
        uint32_t number, row, column, next_column;
    } tables[RC_OFFICE_TABLES_MAX];
    uint32_t table_depth; /* may pass RC_OFFICE_TABLES_MAX: deeper ones are not told apart */
} rc_office;

void rc_office_init(rc_office *o, rc_arena *a, rc_doc *d);
void rc_office_end_paragraph(rc_office *o);
void rc_office_open_table(rc_office *o);
void rc_office_close_table(rc_office *o);
void rc_office_open_row(rc_office *o);
void rc_office_open_cell(rc_office *o, uint32_t columns);
/* Title from the first block, where it is a title or heading; then the text. */
rc_status rc_office_finish(rc_office *o, rc_err *err);
/* Reads a file of properties: each element's text is metadata under the element's name. */
void rc_office_properties(rc_office *o, rc_str xml);
uint32_t rc_office_number(rc_str digits, uint32_t otherwise);

#endif
