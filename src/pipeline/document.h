/* One document on its way through the stages that need no other document. */
#ifndef RC_PIPELINE_DOCUMENT_H
#define RC_PIPELINE_DOCUMENT_H

#include "base/arena.h"
#include "claims/open.h"
#include "findings/result.h"
#include "pipeline/furniture.h"
#include "pipeline/run.h"
#include "rules/rules.h"

typedef struct {
    const char *path;
    rc_str bytes;       /* of a document in memory; ptr NULL: the file at `path` is read */
    rc_arena *kept;     /* source and claims: until the run is freed */
    rc_arena *analysis; /* names, for extract all mentions: until the run's names are joined; for
                         * extract, as `kept` */
    rc_result result;   /* result.doc NULL: not read */
    rc_claim_list claims;
    rc_counts counts;
    rc_str unread; /* why; empty: it was read */
} rc_document;

typedef struct {
    const rc_rules *rules;
    rc_mentioner *mentioner;
    const rc_claimer *claimer;
    const rc_run_options *options;
    const rc_furniture *furniture;
} rc_document_tools;

/* Reads, splits, tags and groups `d->path`, and finds its mentions and claims. What goes wrong is
 * d->unread. Tools are shared by threads, `d` and `scratch`, which is reset, are the caller's
 * alone. */
void rc_document_process(rc_document *d, const rc_document_tools *tools, rc_arena *scratch);
void rc_document_clear(rc_document *d);

#endif
