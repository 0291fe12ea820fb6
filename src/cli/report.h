/* From a run to a written report. */
#ifndef RC_CLI_REPORT_H
#define RC_CLI_REPORT_H

#include "cli/command.h"
#include "cli/output.h"
#include "pipeline/run.h"
#include "reports/report.h"

/* Loads the rules and runs. NULL, with the reason printed: that was not possible. */
rc_run *rc_command_run(rc_context *c, const rc_run_options *options);
/* What the run gave, without the findings that the options leave out. */
rc_report rc_report_from(rc_context *c, const rc_run *run);
/* Writes it in the format asked for where the options say. False: it could not be written, and that
 * was printed. */
bool rc_report_write(rc_context *c, const rc_report *r,
                     void (*print)(rc_sink *, const rc_report *, const rc_style *, rc_format));
/* How a report for people looks where it is written. */
rc_style rc_report_style(rc_context *c, const rc_output *out);
/* Whether the options leave a rule out: by its id, or by the part before "/" for all of them. */
bool rc_report_leaves_out(const rc_options *o, rc_str rule);

#endif
