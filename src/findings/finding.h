/* rc_finding: one disputed fact, with every claim on it. */
#ifndef RC_FINDINGS_FINDING_H
#define RC_FINDINGS_FINDING_H

#include "base/arena.h"
#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "source/doc.h"

typedef enum { RC_INFO, RC_WARNING, RC_ERROR } rc_severity;

typedef struct {
    const rc_doc *doc;
    rc_span span;      /* the words in dispute, text */
    rc_span sentence;  /* text */
    rc_str normalized; /* "> 60 percent", "2025-11-30" */
    rc_str note; /* beside the value in a report: "2023", "no year given (published 2025-11-10)" */
    uint32_t side; /* claims of one side agree; from 0, the largest side first */
} rc_finding_claim;

typedef struct {
    const char *file; /* a fact table's row: file, line and its text; file NULL: none */
    uint32_t line;
    rc_str text;
} rc_reference;

typedef struct {
    rc_str rule; /* "quantity/conflict" */
    rc_severity severity;
    uint8_t confidence; /* per cent */
    rc_str
        message; /* names values and places: "...: over 60% (a.txt:12) but roughly 70% (b.txt:9)" */
    rc_str subject, attribute, object; /* empty: null */
    rc_finding_claim *claims;          /* by side, then document and place */
    size_t claim_count;
    rc_str *same; /* what is the same, for people: "China", "rare earth mining" */
    size_t same_count;
    rc_str *unsure; /* what is unsure: "the second names no year" */
    size_t unsure_count;
    rc_reference reference;
    rc_str fingerprint; /* 16 hexadecimal digits; see rc_finding_seal */
} rc_finding;

/* Puts the claims in the order of their sides and fills `fingerprint` from rule, subject,
 * attribute, object and the sorted normalized values with the documents' paths: it stays the same
 * when unrelated text moves. */
void rc_finding_seal(rc_arena *a, rc_finding *f);
/* Orders findings by severity (worst first), first file, offset and rule. */
void rc_findings_sort(rc_finding **findings, size_t count);
const char *rc_severity_name(rc_severity s);
/* RC_NONE: no such severity. */
rc_status rc_severity_parse(rc_str name, rc_severity *ret);

#endif
