/* What the reports for people say in the same words: the name of a disputed fact, its values, the
 * verdict, what was understood. The bytes are raw: whoever prints them escapes them. */
#ifndef RC_REPORTS_FACT_H
#define RC_REPORTS_FACT_H

#include "reports/place.h"
#include "reports/report.h"

/* "China · share · rare earth mining", or the rule where the finding names no fact. */
void rc_fact_name(rc_buf *out, const rc_finding *f);
/* "> 60 percent (3) | ~ 70 percent": each side's value, with the number of its claims. */
void rc_fact_values(rc_buf *out, const rc_finding *f);
/* The message without the places of its claims, for reports that show these beside it. */
void rc_fact_message(rc_buf *out, const rc_finding *f, rc_places *places);
/* The claims of the side that begins at claim `i` end before this one. */
size_t rc_fact_side_end(const rc_finding *f, size_t i);
/* "2 errors, 1 warning in 20 documents." */
void rc_fact_verdict(rc_buf *out, const rc_report *r);
/* "Understood 3 of 4 figures, 1 of 1 date and 2 of 5 names." */
void rc_fact_understood(rc_buf *out, const rc_counts *n);

/* The words of a claim with what stands before and behind them in their sentence, no more than
 * `bytes` of each (whole words where it is cut). */
typedef struct {
    rc_str before, words, after;
    bool cut_before, cut_after;
} rc_fact_quote;

rc_fact_quote rc_fact_quote_of(const rc_finding_claim *c, size_t bytes);

#endif
