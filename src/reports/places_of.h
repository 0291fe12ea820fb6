/* Where the claims of a finding stand. */
#ifndef RC_REPORTS_PLACES_OF_H
#define RC_REPORTS_PLACES_OF_H

#include "findings/finding.h"
#include "reports/place.h"

typedef struct {
    rc_span file;        /* bytes */
    rc_place start, end; /* end: behind the last code point */
} rc_region;

static inline rc_region rc_region_of(rc_places *p, const rc_finding_claim *c)
{
    rc_span at = rc_doc_file_span(c->doc, c->span);
    rc_place start = rc_places_find(p, c->doc, at.start);
    return (rc_region){at, start, rc_places_find(p, c->doc, at.end)};
}

/* The claim at which a report of one place shows the finding; NULL: it has none in a document. */
static inline const rc_finding_claim *rc_finding_first(const rc_finding *f)
{
    for (size_t i = 0; i < f->claim_count; i++)
        if (f->claims[i].doc)
            return &f->claims[i];
    return NULL;
}

#endif
