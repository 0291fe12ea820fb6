#include "readers/office.h"

#include <string.h>

#define PROPERTY_BYTES_MAX 1024
#define COLUMNS_MAX 4096

void rc_office_init(rc_office *o, rc_arena *a, rc_doc *d)
{
    *o = (rc_office){.arena = a, .doc = d, .kind = RC_BLOCK_PARAGRAPH};
    o->meta = (rc_meta){.arena = a, .doc = d, .from = RC_DATE_METADATA};
    rc_extract_init(&o->extract, a, d);
}

static bool in_table(const rc_office *o)
{
    return o->table_depth > 0 && o->table_depth <= RC_OFFICE_TABLES_MAX;
}

void rc_office_end_paragraph(rc_office *o)
{
    rc_block_kind kind = in_table(o) ? RC_BLOCK_TABLE_CELL : o->kind;
    rc_block *b = rc_extract_end(&o->extract, kind);
    if (!b)
        return;
    if (kind == RC_BLOCK_HEADING || kind == RC_BLOCK_LIST_ITEM)
        b->level = o->level ? o->level : 1;
    if (kind != RC_BLOCK_TABLE_CELL)
        return;
    b->table = o->tables[o->table_depth - 1].number;
    b->row = o->tables[o->table_depth - 1].row;
    b->column = o->tables[o->table_depth - 1].column;
    b->head = b->row == 0;
}

void rc_office_open_table(rc_office *o)
{
    rc_office_end_paragraph(o);
    o->table_depth++;
    if (!in_table(o))
        return;
    o->tables[o->table_depth - 1].number = ++o->doc->table_count;
    o->tables[o->table_depth - 1].row = UINT32_MAX;
}

void rc_office_close_table(rc_office *o)
{
    rc_office_end_paragraph(o);
    if (o->table_depth)
        o->table_depth--;
}

void rc_office_open_row(rc_office *o)
{
    if (!in_table(o))
        return;
    o->tables[o->table_depth - 1].row++;
    o->tables[o->table_depth - 1].next_column = 0;
}

void rc_office_open_cell(rc_office *o, uint32_t columns)
{
    if (!in_table(o))
        return;
    o->tables[o->table_depth - 1].column = o->tables[o->table_depth - 1].next_column;
    if (o->tables[o->table_depth - 1].next_column < COLUMNS_MAX)
        o->tables[o->table_depth - 1].next_column += columns;
}

rc_status rc_office_finish(rc_office *o, rc_err *err)
{
    rc_doc *d = o->doc;
    rc_office_end_paragraph(o);
    rc_status status = rc_extract_finish(&o->extract, err);
    if (status != RC_OK)
        return status;
    if (!d->block_count || !d->blocks)
        return RC_OK;
    if (d->blocks[0].kind == RC_BLOCK_HEADING && d->blocks[0].level == 1)
        d->blocks[0].kind = RC_BLOCK_TITLE;
    for (size_t i = 0; i < d->block_count && i < 8; i++) {
        if (d->blocks[i].kind == RC_BLOCK_TITLE) {
            d->title = rc_doc_slice(d, d->blocks[i].span);
            break;
        }
    }
    return RC_OK;
}

uint32_t rc_office_number(rc_str digits, uint32_t otherwise)
{
    uint32_t n = 0;
    if (digits.len == 0 || digits.len > 5)
        return otherwise;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return otherwise;
        n = n * 10 + (uint32_t)(digits.ptr[i] - '0');
    }
    return n;
}

/* ---- properties ---- */

typedef struct {
    rc_office *office;
    char text[PROPERTY_BYTES_MAX];
    size_t len;
} properties;

static void property_start(void *user, rc_str name, const rc_xml_attributes *attributes)
{
    properties *p = user;
    (void)name, (void)attributes;
    p->len = 0;
}

static void property_text(void *user, rc_str text)
{
    properties *p = user;
    size_t room = sizeof(p->text) - p->len, n = text.len < room ? text.len : room;
    memcpy(p->text + p->len, text.ptr, n);
    p->len += n;
}

static void property_end(void *user, rc_str name)
{
    properties *p = user;
    rc_meta_put(&p->office->meta, name, (rc_str){p->text, p->len});
    p->len = 0;
}

void rc_office_properties(rc_office *o, rc_str xml)
{
    properties p = {.office = o};
    const rc_xml_handler h = {property_start, property_end, property_text};
    (void)rc_xml_parse(xml, &h, &p);
}
