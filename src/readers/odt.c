/* OpenDocument text (ISO/IEC 26300). Tracked changes are read as accepted; comments, notes, tables
 * of contents and forms are left out. */
#include "readers/internal.h"
#include "readers/office.h"
#include "readers/zip.h"

typedef struct {
    rc_office office;
    uint32_t lists;
} reader;

int rc_read_odt_detect(rc_str path, rc_str bytes)
{
    bool named = rc_path_has_extension(path, "odt") || rc_path_has_extension(path, "ott") ||
                 rc_path_has_extension(path, "fodt");
    return named && rc_zip_has(bytes, RC_STR("content.xml")) ? RC_SURE_CONTENT : RC_SURE_NOT;
}

static bool is_skipped(rc_str name)
{
    static const char *const names[] = {"tracked-changes",    "annotation",  "note",
                                        "table-of-content",   "forms",       "sequence-decls",
                                        "alphabetical-index", "bibliography"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_str_eq(name, rc_str_from(names[i])))
            return true;
    }
    return false;
}

static void open_paragraph(reader *r, rc_str name, const rc_xml_attributes *attributes)
{
    rc_office *o = &r->office;
    rc_office_end_paragraph(o);
    o->kind = r->lists ? RC_BLOCK_LIST_ITEM : RC_BLOCK_PARAGRAPH;
    o->level = (uint8_t)(r->lists < 100 ? r->lists : 100);
    if (rc_str_eq(name, RC_STR("h"))) {
        o->kind = RC_BLOCK_HEADING;
        o->level =
            (uint8_t)(rc_office_number(rc_xml_attribute(attributes, "outline-level"), 1) % 16);
    } else if (rc_str_eq(rc_xml_attribute(attributes, "style-name"), RC_STR("Title"))) {
        o->kind = RC_BLOCK_TITLE;
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
    if (rc_str_eq(name, RC_STR("p")) || rc_str_eq(name, RC_STR("h"))) {
        open_paragraph(r, name, attributes);
    } else if (rc_str_eq(name, RC_STR("s")) || rc_str_eq(name, RC_STR("tab")) ||
               rc_str_eq(name, RC_STR("line-break"))) {
        rc_extract_text(&o->extract, RC_STR(" "));
    } else if (rc_str_eq(name, RC_STR("list"))) {
        r->lists++;
    } else if (rc_str_eq(name, RC_STR("table"))) {
        rc_office_open_table(o);
    } else if (rc_str_eq(name, RC_STR("table-row"))) {
        rc_office_open_row(o);
    } else if (rc_str_eq(name, RC_STR("table-cell")) ||
               rc_str_eq(name, RC_STR("covered-table-cell"))) {
        uint32_t n = rc_office_number(rc_xml_attribute(attributes, "number-columns-repeated"), 1);
        rc_office_open_cell(o, n < 1024 ? n : 1024);
    }
}

static void end(void *user, rc_str name)
{
    reader *r = user;
    if (r->office.skipped) {
        r->office.skipped--;
        return;
    }
    if (rc_str_eq(name, RC_STR("p")) || rc_str_eq(name, RC_STR("h")))
        rc_office_end_paragraph(&r->office);
    else if (rc_str_eq(name, RC_STR("list")) && r->lists)
        r->lists--;
    else if (rc_str_eq(name, RC_STR("table")))
        rc_office_close_table(&r->office);
}

static void text(void *user, rc_str s)
{
    reader *r = user;
    if (!r->office.skipped)
        rc_extract_text(&r->office.extract, s);
}

rc_status rc_read_odt(rc_arena *a, rc_doc *d, rc_err *err)
{
    rc_str archive = d->bytes, content, part;
    rc_status status = rc_zip_read(a, archive, RC_STR("content.xml"), &content, err);
    if (status == RC_NONE)
        return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "no text document in it");
    if (status != RC_OK)
        return status;
    reader *r = RC_NEW(a, reader);
    rc_office_init(&r->office, a, d);
    if (rc_zip_read(a, archive, RC_STR("meta.xml"), &part, NULL) == RC_OK)
        rc_office_properties(&r->office, part);
    const rc_xml_handler handler = {start, end, text};
    if (rc_xml_parse(content, &handler, r) != RC_OK) {
        rc_extract_drop(&r->office.extract);
        return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "its XML is damaged");
    }
    return rc_office_finish(&r->office, err);
}
