/* Office Open XML text documents (ECMA-376). Tracked changes are read as accepted; comments, notes,
 * headers and footers are left out. A heading is what its style says: by outline level or by the
 * name that every language version of a style keeps ("heading 1"). */
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "readers/internal.h"
#include "readers/office.h"
#include "readers/zip.h"

#define STYLE_TITLE 100 /* else the level of a heading */

typedef struct {
    rc_office office;
    rc_map styles;  /* from the hash of an id to a heading's level or STYLE_TITLE */
    uint64_t style; /* while styles are read: the one that is open */
    bool in_text, list;
} reader;

int rc_read_docx_detect(rc_str path, rc_str bytes)
{
    (void)path;
    return rc_zip_has(bytes, RC_STR("word/document.xml")) ? RC_SURE_CONTENT : RC_SURE_NOT;
}

/* ---- styles ---- */

static void style_start(void *user, rc_str name, const rc_xml_attributes *attributes)
{
    reader *r = user;
    rc_str value = rc_xml_attribute(attributes, "val");
    if (rc_str_eq(name, RC_STR("style"))) {
        r->style = rc_hash(rc_xml_attribute(attributes, "styleId"));
    } else if (rc_str_eq(name, RC_STR("outlineLvl"))) {
        uint32_t level = rc_office_number(value, 9);
        if (r->style && level < 9)
            rc_map_put(&r->styles, r->style, level + 1);
    } else if (rc_str_eq(name, RC_STR("name")) && r->style) {
        if (rc_ascii_equal(value, RC_STR("title")))
            rc_map_put(&r->styles, r->style, STYLE_TITLE);
        else if (value.len == 9 && rc_ascii_equal(rc_str_sub(value, 0, 8), RC_STR("heading ")))
            rc_map_put(&r->styles, r->style, rc_office_number(rc_str_sub(value, 8, 9), 1));
    }
}

static void style_end(void *user, rc_str name)
{
    reader *r = user;
    if (rc_str_eq(name, RC_STR("style")))
        r->style = 0;
}

static void style_text(void *user, rc_str text)
{
    (void)user, (void)text;
}

/* ---- the document ---- */

static void set_style(reader *r, rc_str id)
{
    const uint32_t *style = id.len ? rc_map_get(&r->styles, rc_hash(id)) : NULL;
    if (!style)
        return;
    r->office.kind = *style == STYLE_TITLE ? RC_BLOCK_TITLE : RC_BLOCK_HEADING;
    r->office.level = *style == STYLE_TITLE ? 0 : (uint8_t)*style;
}

static bool is_skipped(rc_str name)
{
    return rc_str_eq(name, RC_STR("del")) || rc_str_eq(name, RC_STR("moveFrom")) ||
           rc_str_eq(name, RC_STR("Fallback"));
}

static void property(reader *r, rc_str name, rc_str value)
{
    rc_office *o = &r->office;
    if (rc_str_eq(name, RC_STR("pStyle"))) {
        set_style(r, value);
    } else if (rc_str_eq(name, RC_STR("numPr"))) {
        if (o->kind == RC_BLOCK_PARAGRAPH)
            o->kind = RC_BLOCK_LIST_ITEM;
    } else if (rc_str_eq(name, RC_STR("ilvl"))) {
        if (o->kind == RC_BLOCK_LIST_ITEM)
            o->level = (uint8_t)(rc_office_number(value, 0) % 10 + 1);
    } else if (rc_str_eq(name, RC_STR("outlineLvl"))) {
        uint32_t level = rc_office_number(value, 9);
        if (level < 9) {
            o->kind = RC_BLOCK_HEADING;
            o->level = (uint8_t)(level + 1);
        }
    } else if (rc_str_eq(name, RC_STR("gridSpan")) && o->table_depth &&
               o->table_depth <= RC_OFFICE_TABLES_MAX) {
        o->tables[o->table_depth - 1].next_column += (rc_office_number(value, 1) + 63) % 64;
    }
}

static void start(void *user, rc_str name, const rc_xml_attributes *attributes)
{
    reader *r = user;
    rc_office *o = &r->office;
    if (o->skipped || is_skipped(name)) {
        o->skipped++;
        return;
    }
    if (rc_str_eq(name, RC_STR("t"))) {
        r->in_text = true;
    } else if (rc_str_eq(name, RC_STR("p"))) {
        rc_office_end_paragraph(o); /* a text box within a paragraph */
        o->kind = RC_BLOCK_PARAGRAPH;
        o->level = 0;
    } else if (rc_str_eq(name, RC_STR("tab")) || rc_str_eq(name, RC_STR("br")) ||
               rc_str_eq(name, RC_STR("cr"))) {
        rc_extract_text(&o->extract, RC_STR(" "));
    } else if (rc_str_eq(name, RC_STR("noBreakHyphen"))) {
        rc_extract_text(&o->extract, RC_STR("-"));
    } else if (rc_str_eq(name, RC_STR("tbl"))) {
        rc_office_open_table(o);
    } else if (rc_str_eq(name, RC_STR("tr"))) {
        rc_office_open_row(o);
    } else if (rc_str_eq(name, RC_STR("tc"))) {
        rc_office_open_cell(o, 1);
    } else {
        property(r, name, rc_xml_attribute(attributes, "val"));
    }
}

static void end(void *user, rc_str name)
{
    reader *r = user;
    if (r->office.skipped) {
        r->office.skipped--;
        return;
    }
    if (rc_str_eq(name, RC_STR("t"))) {
        r->in_text = false;
    } else if (rc_str_eq(name, RC_STR("p"))) {
        rc_office_end_paragraph(&r->office);
        r->office.kind = RC_BLOCK_PARAGRAPH;
    } else if (rc_str_eq(name, RC_STR("tbl"))) {
        rc_office_close_table(&r->office);
    }
}

static void text(void *user, rc_str s)
{
    reader *r = user;
    if (r->in_text && !r->office.skipped)
        rc_extract_text(&r->office.extract, s);
}

rc_status rc_read_docx(rc_arena *a, rc_doc *d, rc_err *err)
{
    rc_str archive = d->bytes, part;
    reader *r = RC_NEW(a, reader);
    rc_map_init(&r->styles, a, 0);
    rc_str document;
    rc_status status = rc_zip_read(a, archive, RC_STR("word/document.xml"), &document, err);
    if (status == RC_NONE)
        return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "no text document in it");
    if (status != RC_OK)
        return status;
    rc_office_init(&r->office, a, d);
    const rc_xml_handler styles = {style_start, style_end, style_text};
    const rc_xml_handler handler = {start, end, text};
    if (rc_zip_read(a, archive, RC_STR("word/styles.xml"), &part, NULL) == RC_OK)
        (void)rc_xml_parse(part, &styles, r);
    if (rc_zip_read(a, archive, RC_STR("docProps/core.xml"), &part, NULL) == RC_OK)
        rc_office_properties(&r->office, part);
    if (rc_xml_parse(document, &handler, r) != RC_OK) {
        rc_extract_drop(&r->office.extract);
        return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "its XML is damaged");
    }
    return rc_office_finish(&r->office, err);
}
