/* XML by libxml2's SAX: no entity but the five of XML is expanded, nothing is loaded, and nesting
 * and text sizes are those libxml2 allows by default. Names are local ones, without prefix. */
#ifndef RC_READERS_XML_H
#define RC_READERS_XML_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

typedef struct rc_xml_attributes rc_xml_attributes;

typedef struct {
    void (*start)(void *user, rc_str name, const rc_xml_attributes *attributes);
    void (*end)(void *user, rc_str name);
    void (*text)(void *user, rc_str text);
} rc_xml_handler;

/* RC_ESYNTAX: not well formed; what came before the fault was handed on. */
rc_status rc_xml_parse(rc_str bytes, const rc_xml_handler *h, void *user);
/* Value of an attribute by its local name; ptr NULL: there is none. References are undone. */
rc_str rc_xml_attribute(const rc_xml_attributes *a, const char *name);

#endif
