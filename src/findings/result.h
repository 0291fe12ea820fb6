/* What a run gave, document by document, for those who print it. All of it is owned by the run
 * (pipeline/run.h) and lives as long as that. */
#ifndef RC_FINDINGS_RESULT_H
#define RC_FINDINGS_RESULT_H

#include "base/str.h"
#include "claims/claim.h"
#include "source/doc.h"

/* A file or folder that could not be read. */
typedef struct {
    const char *path;
    rc_str reason; /* "no text", "not UTF-8 ...", "permission denied" */
} rc_unread;

/* What one document gave. `mentions`, `canonical` and `claims` are NULL unless the run kept its
 * analysis (extract). */
typedef struct {
    rc_doc *doc;
    rc_text *text;
    rc_mentions *mentions;  /* its entities name run-wide ones by `canonical` */
    rc_str *canonical;      /* run-wide name of each of mentions->entities; NULL: their own names */
    const uint8_t *classes; /* run-wide class (rc_entity_class) of each; NULL: their own */
    const rc_claim *const *claims;
    size_t claim_count;
} rc_result;

typedef struct {
    size_t figures, figures_understood; /* understood: took part in a claim with a subject */
    size_t dates, dates_understood;
    size_t names, names_understood;
    size_t claims;
    size_t bytes;
} rc_counts;

#endif
