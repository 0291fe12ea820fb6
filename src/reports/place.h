/* Line and column of a place in a file, for reports. */
#ifndef RC_REPORTS_PLACE_H
#define RC_REPORTS_PLACE_H

#include <stdint.h>

#include "source/doc.h"

typedef struct {
    uint32_t line, column; /* from 1; the column in code points */
} rc_place;

/* The place last found: reports ask for one several times running. Starts as {0}. */
typedef struct {
    const rc_doc *doc;
    uint32_t offset;
    rc_place place;
} rc_places;

rc_place rc_places_find(rc_places *p, const rc_doc *doc, uint32_t file_offset);

#endif
