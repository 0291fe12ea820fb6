#include "readers/xml.h"

#include <libxml/parser.h>
#include <string.h>

#define PIECE_BYTES ((size_t)1 << 20)

struct rc_xml_attributes {
    const xmlChar **items; /* five pointers each: name, prefix, URI, value, end of value */
    int count;
};

typedef struct {
    const rc_xml_handler *handler;
    void *user;
} state;

static rc_str name_of(const xmlChar *s)
{
    return rc_str_from((const char *)s);
}

/* The form of libxml2's callback. */
/* NOLINTNEXTLINE(readability-function-size) */
static void start_element(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespaces, const xmlChar **ns, int count, int defaulted,
                          const xmlChar **items)
{
    const state *s = ctx;
    (void)prefix, (void)uri, (void)namespaces, (void)ns, (void)defaulted;
    const rc_xml_attributes attributes = {items, count};
    s->handler->start(s->user, name_of(name), &attributes);
}

static void end_element(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    const state *s = ctx;
    (void)prefix, (void)uri;
    s->handler->end(s->user, name_of(name));
}

static void characters(void *ctx, const xmlChar *text, int length)
{
    const state *s = ctx;
    s->handler->text(s->user, (rc_str){(const char *)text, (size_t)length});
}

rc_str rc_xml_attribute(const rc_xml_attributes *a, const char *name)
{
    for (int i = 0; i < a->count; i++) {
        const xmlChar **item = a->items + (size_t)i * 5;
        if (strcmp((const char *)item[0], name) == 0)
            return (rc_str){(const char *)item[3], (size_t)(item[4] - item[3])};
    }
    return RC_STR_NONE;
}

rc_status rc_xml_parse(rc_str bytes, const rc_xml_handler *h, void *user)
{
    state s = {h, user};
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = start_element,
                         .endElementNs = end_element,
                         .characters = characters,
                         .cdataBlock = characters,
                         .ignorableWhitespace = characters};
    xmlParserCtxtPtr ctx = xmlCreatePushParserCtxt(&sax, &s, NULL, 0, NULL);
    if (!ctx)
        return RC_ESYNTAX;
    (void)xmlCtxtUseOptions(ctx, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_NOCDATA);
    int code = 0;
    for (size_t at = 0; at < bytes.len && code == 0; at += PIECE_BYTES) {
        size_t n = bytes.len - at < PIECE_BYTES ? bytes.len - at : PIECE_BYTES;
        code = xmlParseChunk(ctx, bytes.ptr + at, (int)n, 0);
    }
    if (code == 0)
        code = xmlParseChunk(ctx, NULL, 0, 1);
    xmlFreeParserCtxt(ctx);
    return code == 0 ? RC_OK : RC_ESYNTAX;
}
