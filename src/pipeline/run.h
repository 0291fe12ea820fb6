/* A run: documents in, findings out. Owns the arenas and the limits. */
#ifndef RC_PIPELINE_RUN_H
#define RC_PIPELINE_RUN_H

#include "base/arena.h"
#include "base/err.h"
#include "claims/claim.h"
#include "findings/finding.h"
#include "findings/result.h"
#include "rules/rules.h"
#include "source/doc.h"

/* A document in memory; four zero bytes follow `bytes`. */
typedef struct {
    const char *path;
    rc_str bytes;
} rc_run_text;

typedef struct {
    const char *const *paths; /* files and folders, in the order given */
    size_t path_count;
    const rc_run_text *texts; /* documents in memory, behind those of `paths` */
    size_t text_count;
    int32_t date;       /* --date, RC_DAY_NONE: none */
    unsigned threads;   /* 0: one a core */
    bool keep_analysis; /* for extract */
    bool check;         /* compare and check; false: extract only */
    bool trace;         /* keep why pairs were dropped, for `why` */
} rc_run_options;

typedef struct rc_run rc_run;

rc_status rc_run_new(const rc_rules *r, const rc_run_options *o, rc_run **ret, rc_err *err);
rc_status rc_run_execute(rc_run *run, rc_err *err);
void rc_run_free(rc_run *run);

size_t rc_run_document_count(const rc_run *run);
const rc_result *rc_run_document(const rc_run *run, size_t i);
size_t rc_run_unread_count(const rc_run *run);
const rc_unread *rc_run_unread(const rc_run *run, size_t i);
size_t rc_run_finding_count(const rc_run *run);
const rc_finding *rc_run_finding(const rc_run *run, size_t i);
const rc_counts *rc_run_counts(const rc_run *run);
/* After a traced run: why two passages (file spans) were not reported against each other. The name
 * of the gate and a sentence for people; or the finding. */
typedef struct {
    const rc_finding *finding; /* not NULL: they were reported */
    rc_str gate;               /* "other-time"; empty: no claim was read at one of the places */
    rc_str explanation;
    const rc_claim *a, *b; /* the claims met, or NULL */
} rc_why;
rc_why rc_run_why(rc_run *run, rc_str file_a, rc_span a, rc_str file_b, rc_span b);

#endif
