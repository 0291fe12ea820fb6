/* Metadata of a document by the names under which formats keep them (meta.def). */
#ifndef RC_READERS_META_H
#define RC_READERS_META_H

#include "source/doc.h"

typedef enum {
    RC_META_NONE,
    RC_META_TITLE,
    RC_META_DATE,
    RC_META_AUTHOR,
    RC_META_OUTLET,
    RC_META_LANGUAGE
} rc_meta_field;

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_date_source from;                /* what a date is said to be from */
    uint8_t rank[RC_META_LANGUAGE + 1]; /* of what is set so far */
} rc_meta;

/* The field that a name stands for, and its rank. */
rc_meta_field rc_meta_find(rc_str name, uint8_t *ret_rank);
/* Sets the field of the document, unless one of at least the same rank is set, or the value is
 * empty or of no use (a link for an author). The value is copied. */
void rc_meta_put(rc_meta *m, rc_str name, rc_str value);
void rc_meta_put_field(rc_meta *m, rc_meta_field field, uint8_t rank, rc_str value);

#endif
