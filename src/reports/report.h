/* Reports: findings and what was understood, to bytes. A report only appends to a sink and keeps
 * nothing; the same run gives the same bytes.
 *
 * Whatever comes from a document or a file name is hostile: JSON escapes it, and what may reach a
 * terminal goes through reports/terminal.h. */
#ifndef RC_REPORTS_REPORT_H
#define RC_REPORTS_REPORT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "findings/finding.h"
#include "findings/result.h"

/* Where a report goes: bytes gather in `buf` and are handed to `write` in large pieces. Without
 * `write` all of it stays in `buf`. After a failure the rest is dropped; rc_sink_finish tells. */
typedef struct {
    rc_buf buf;
    rc_status (*write)(void *context, rc_str bytes);
    void *context;
    rc_status status;
} rc_sink;

void rc_sink_init(rc_sink *s, rc_status (*write)(void *, rc_str), void *context);
void rc_sink_clear(rc_sink *s);
/* To be called between records: hands on what has gathered once it is large. */
void rc_sink_flow(rc_sink *s);
/* Hands on the rest. RC_EIO: it could not be written; RC_ELIMIT: it is too large. */
rc_status rc_sink_finish(rc_sink *s);

/* What a report is about. All arrays are owned by the run. */
typedef struct {
    const rc_result *const *documents;
    size_t document_count;
    const rc_unread *const *unread;
    size_t unread_count;
    const rc_finding *const *findings;
    size_t finding_count;
    const rc_counts *counts;
    const char *version; /* of the program */
} rc_report;

typedef struct {
    bool colour;
    bool links;         /* the terminal knows OSC 8 */
    unsigned width;     /* columns; 0: no limit */
    rc_str link_prefix; /* "file://host/current/folder/", percent-encoded, for relative paths */
    rc_str link_root;   /* "file://host", for absolute ones */
    rc_str paths;       /* what the run was given, quoted for a shell; empty: not to be told */
} rc_style;

/* The findings: contract.md, "A finding". */
void rc_report_ndjson(rc_sink *s, const rc_report *r);
void rc_report_json(rc_sink *s, const rc_report *r);
void rc_report_sarif(rc_sink *s, const rc_report *r);
void rc_report_junit(rc_sink *s, const rc_report *r);
void rc_report_github(rc_sink *s, const rc_report *r);
void rc_report_markdown(rc_sink *s, const rc_report *r);
void rc_report_html(rc_sink *s, const rc_report *r);
void rc_report_text(rc_sink *s, const rc_report *r, const rc_style *style);

/* What was understood: contract.md, "`rcheck extract`". */
void rc_extract_ndjson(rc_sink *s, const rc_report *r);
void rc_extract_json(rc_sink *s, const rc_report *r);
void rc_extract_table(rc_sink *s, const rc_report *r, const rc_style *style);

/* How many findings are of a severity. */
size_t rc_report_count(const rc_report *r, rc_severity severity);

#endif
