/* check and extract: a run over documents, and its report. */
#include <unistd.h>

#include "cli/command.h"
#include "cli/report.h"

static void print_findings(rc_sink *s, const rc_report *r, const rc_style *style, rc_format format)
{
    switch (format) {
    case RC_FORMAT_NDJSON:
        rc_report_ndjson(s, r);
        break;
    case RC_FORMAT_JSON:
        rc_report_json(s, r);
        break;
    case RC_FORMAT_SARIF:
        rc_report_sarif(s, r);
        break;
    case RC_FORMAT_HTML:
        rc_report_html(s, r);
        break;
    case RC_FORMAT_MARKDOWN:
        rc_report_markdown(s, r);
        break;
    case RC_FORMAT_JUNIT:
        rc_report_junit(s, r);
        break;
    case RC_FORMAT_GITHUB:
        rc_report_github(s, r);
        break;
    case RC_FORMAT_TEXT:
    case RC_FORMAT_DEFAULT:
        rc_report_text(s, r, style);
        break;
    }
}

static void print_extract(rc_sink *s, const rc_report *r, const rc_style *style, rc_format format)
{
    if (format == RC_FORMAT_TEXT)
        rc_extract_table(s, r, style);
    else if (format == RC_FORMAT_JSON)
        rc_extract_json(s, r);
    else
        rc_extract_ndjson(s, r);
}

static rc_run *run(rc_context *c)
{
    const rc_options *o = c->options;
    rc_run_options options = {.paths = o->operands,
                              .path_count = o->operand_count,
                              .date = o->date,
                              .threads = o->threads,
                              .keep_analysis = o->command == RC_COMMAND_EXTRACT,
                              .check = o->command == RC_COMMAND_CHECK};
    return rc_command_run(c, &options);
}

static bool reaches(const rc_report *r, unsigned fail_on)
{
    for (size_t i = 0; i < r->finding_count; i++)
        if ((unsigned)r->findings[i]->severity >= fail_on)
            return true;
    return false;
}

/* On standard error too, unless both come to one terminal. */
static void complain_of_unread(const rc_options *o, const rc_report *r)
{
    bool text = o->format == RC_FORMAT_TEXT ||
                (o->format == RC_FORMAT_DEFAULT && o->command == RC_COMMAND_CHECK);
    if (text && !o->output && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO))
        return;
    for (size_t i = 0; i < r->unread_count; i++) {
        rc_err err = {.code = RC_EIO, .file = r->unread[i]->path};
        (void)rc_fail(&err, RC_EIO, r->unread[i]->path, 0, 0, "not read: %.*s",
                      RC_STR_ARG(r->unread[i]->reason));
        rc_command_complain(&err);
    }
}

int rc_command_check(rc_context *c)
{
    rc_run *made = run(c);
    if (!made)
        return RC_EXIT_TROUBLE;
    rc_report report = rc_report_from(c, made);
    int status = reaches(&report, c->options->fail_on) ? RC_EXIT_FOUND : RC_EXIT_CLEAN;
    if (report.unread_count)
        status = RC_EXIT_TROUBLE;
    if (!rc_report_write(c, &report, print_findings))
        status = RC_EXIT_TROUBLE;
    else
        complain_of_unread(c->options, &report);
    rc_run_free(made);
    return status;
}

int rc_command_extract(rc_context *c)
{
    rc_run *made = run(c);
    if (!made)
        return RC_EXIT_TROUBLE;
    rc_report report = rc_report_from(c, made);
    int status = report.unread_count ? RC_EXIT_TROUBLE : RC_EXIT_CLEAN;
    if (!rc_report_write(c, &report, print_extract))
        status = RC_EXIT_TROUBLE;
    else
        complain_of_unread(c->options, &report);
    rc_run_free(made);
    return status;
}
