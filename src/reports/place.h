/* Line and column of a place in a file, for reports. Findings name places of few documents in
 * rising order mostly, so the last place found in each of a few documents is kept and the next one
 * is counted on from there: a report of many findings in one large file takes time in the length of
 * the file, not in its square. */
#ifndef RC_REPORTS_PLACE_H
#define RC_REPORTS_PLACE_H

#include <stdint.h>

#include "source/doc.h"

typedef struct {
    uint32_t line, column; /* from 1; the column in code points */
} rc_place;

enum { RC_PLACES_KEPT = 64 };

typedef struct {
    const rc_doc *doc;
    uint32_t offset;           /* the place last found */
    uint32_t line_start, line; /* of its line */
    uint32_t column;           /* code points between line_start and offset */
} rc_place_cursor;

/* Starts as {0}. */
typedef struct {
    rc_place_cursor kept[RC_PLACES_KEPT];
    unsigned next;
} rc_places;

rc_place rc_places_find(rc_places *p, const rc_doc *doc, uint32_t file_offset);

#endif
