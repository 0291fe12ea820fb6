/* EPUB 2 and 3: the chapters of the spine, in its order, each read as HTML. */
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "readers/internal.h"
#include "readers/office.h"
#include "readers/zip.h"

#define CHAPTERS_MAX 10000

typedef struct {
    rc_office office;
    rc_str package; /* path of the package file */
    rc_map items;   /* from the hash of an id to an index in paths */
    rc_str *paths;
    size_t path_count, path_capacity;
    uint32_t *chapters; /* indexes in paths */
    size_t chapter_count, chapter_capacity;
    char text[1024]; /* of the metadata element that is open */
    size_t text_len;
} reader;

int rc_read_epub_detect(rc_str path, rc_str bytes)
{
    (void)path;
    return rc_zip_has(bytes, RC_STR("META-INF/container.xml")) ? RC_SURE_CONTENT : RC_SURE_NOT;
}

static void ignore_text(void *user, rc_str text)
{
    (void)user, (void)text;
}

static void ignore_end(void *user, rc_str name)
{
    (void)user, (void)name;
}

static void container_start(void *user, rc_str name, const rc_xml_attributes *attributes)
{
    reader *r = user;
    if (rc_str_eq(name, RC_STR("rootfile")) && r->package.len == 0)
        r->package = rc_arena_str(r->office.arena, rc_xml_attribute(attributes, "full-path"));
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A reference, relative to the package file, as a path in the archive. */
static rc_str resolved(reader *r, rc_str href)
{
    size_t folder = r->package.len;
    while (folder > 0 && r->package.ptr[folder - 1] != '/')
        folder--;
    char *path = rc_arena_alloc(r->office.arena, folder + href.len + 1, 1);
    memcpy(path, r->package.ptr, folder);
    size_t n = folder;
    for (size_t i = 0; i < href.len && href.ptr[i] != '#'; i++) {
        int high = i + 2 < href.len && href.ptr[i] == '%' ? hex(href.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex(href.ptr[i + 2]) : -1;
        char c = href.ptr[i];
        if (low >= 0) {
            c = (char)(unsigned char)((unsigned)high << 4 | (unsigned)low);
            i += 2;
        }
        path[n++] = c;
    }
    return (rc_str){path, n};
}

static void package_start(void *user, rc_str name, const rc_xml_attributes *attributes)
{
    reader *r = user;
    rc_arena *a = r->office.arena;
    r->text_len = 0;
    if (rc_str_eq(name, RC_STR("item"))) {
        rc_str id = rc_xml_attribute(attributes, "id"), href = rc_xml_attribute(attributes, "href");
        if (!id.ptr || !href.ptr || r->path_count >= CHAPTERS_MAX)
            return;
        rc_map_put(&r->items, rc_hash(id), (uint32_t)r->path_count);
        RC_PUSH(a, r->paths, r->path_count, r->path_capacity, resolved(r, href));
    } else if (rc_str_eq(name, RC_STR("itemref"))) {
        rc_str id = rc_xml_attribute(attributes, "idref");
        const uint32_t *item = id.ptr ? rc_map_get(&r->items, rc_hash(id)) : NULL;
        if (item && r->chapter_count < CHAPTERS_MAX)
            RC_PUSH(a, r->chapters, r->chapter_count, r->chapter_capacity, *item);
    }
}

static void package_text(void *user, rc_str text)
{
    reader *r = user;
    size_t room = sizeof(r->text) - r->text_len, n = text.len < room ? text.len : room;
    memcpy(r->text + r->text_len, text.ptr, n);
    r->text_len += n;
}

static void package_end(void *user, rc_str name)
{
    reader *r = user;
    rc_meta_put(&r->office.meta, name, (rc_str){r->text, r->text_len});
    r->text_len = 0;
}

static rc_status read_part(reader *r, rc_str name, const rc_xml_handler *h, rc_err *err)
{
    rc_str part;
    rc_status status = rc_zip_read(r->office.arena, r->office.doc->bytes, name, &part, err);
    if (status == RC_OK)
        status = rc_xml_parse(part, h, r) == RC_OK ? RC_OK : RC_EFORMAT;
    if (status == RC_NONE || (status == RC_EFORMAT))
        return rc_fail(err, RC_EFORMAT, r->office.doc->path.ptr, 0, 0, "'%.*s' in it is damaged",
                       RC_STR_ARG(name));
    return status;
}

/* Chapters live in an arena of their own, so that a book costs the memory of one. */
static rc_status add_chapter(reader *r, rc_str path, rc_err *err)
{
    rc_arena *a = rc_arena_new((size_t)4 << 30);
    rc_str part;
    rc_doc *d = NULL;
    rc_status status = rc_zip_read(a, r->office.doc->bytes, path, &part, err);
    if (status == RC_OK && rc_reader_parse(a, path, part, RC_STR("html"), &d, NULL) == RC_OK)
        rc_extract_append(&r->office.extract, d);
    rc_arena_free(a);
    return status == RC_ELIMIT ? status : RC_OK;
}

rc_status rc_read_epub(rc_arena *a, rc_doc *d, rc_err *err)
{
    reader *r = RC_NEW(a, reader);
    const rc_xml_handler container = {container_start, ignore_end, ignore_text};
    const rc_xml_handler package = {package_start, package_end, package_text};
    rc_office_init(&r->office, a, d);
    rc_map_init(&r->items, a, 0);
    rc_status status = read_part(r, RC_STR("META-INF/container.xml"), &container, err);
    if (status == RC_OK)
        status = read_part(r, r->package, &package, err);
    rc_str book = d->title;
    for (size_t i = 0; status == RC_OK && i < r->chapter_count; i++)
        status = add_chapter(r, r->paths[r->chapters[i]], err);
    if (status != RC_OK) {
        rc_extract_drop(&r->office.extract);
        return status;
    }
    status = rc_office_finish(&r->office, err);
    if (status == RC_OK && book.len)
        d->title = book;
    return status;
}
