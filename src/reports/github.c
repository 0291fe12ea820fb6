/* GitHub's workflow commands: an annotation for each finding, at its first claim. Ten errors and
 * ten warnings a step are shown, so that the worst come first. No text of a document begins a line:
 * it could be a command. */
#include "reports/places_of.h"
#include "reports/report.h"
#include "reports/terminal.h"

/* `more`: in a property, ':' and ',' are escaped too. */
static void add_escaped(rc_buf *out, rc_str s, const char *more)
{
    rc_buf clean;
    rc_buf_init(&clean, SIZE_MAX / 4);
    rc_terminal_add(&clean, s);
    for (size_t i = 0; i < clean.len; i++) {
        char c = clean.ptr[i];
        if (c == '%' || strchr(more, c))
            rc_buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
        else
            rc_buf_add_char(out, c);
    }
    rc_buf_clear(&clean);
}

static void add_finding(rc_buf *out, const rc_finding *f, rc_places *places)
{
    const char *command = f->severity == RC_ERROR     ? "error"
                          : f->severity == RC_WARNING ? "warning"
                                                      : "notice";
    rc_buf_printf(out, "::%s ", command);
    const rc_finding_claim *c = rc_finding_first(f);
    if (c) {
        rc_region at = rc_region_of(places, c);
        rc_buf_add(out, RC_STR("file="));
        add_escaped(out, c->doc->path, ":,");
        rc_buf_printf(out, ",line=%u,endLine=%u,col=%u,endColumn=%u,", at.start.line, at.end.line,
                      at.start.column, at.end.column);
    }
    rc_buf_add(out, RC_STR("title="));
    add_escaped(out, f->rule, ":,");
    rc_buf_add(out, RC_STR("::"));
    add_escaped(out, f->message, "");
    rc_buf_add_char(out, '\n');
}

void rc_report_github(rc_sink *s, const rc_report *r)
{
    rc_places places = {0};
    for (size_t i = 0; i < r->finding_count; i++) {
        add_finding(&s->buf, r->findings[i], &places);
        rc_sink_flow(s);
    }
    for (size_t i = 0; i < r->unread_count; i++) {
        rc_buf_add(&s->buf, RC_STR("::error file="));
        add_escaped(&s->buf, rc_str_from(r->unread[i]->path), ":,");
        rc_buf_add(&s->buf, RC_STR(",title=rcheck::not read: "));
        add_escaped(&s->buf, r->unread[i]->reason, "");
        rc_buf_add_char(&s->buf, '\n');
        rc_sink_flow(s);
    }
    rc_buf_printf(&s->buf, "rcheck: %zu errors, %zu warnings, %zu to look at in %zu documents\n",
                  rc_report_count(r, RC_ERROR), rc_report_count(r, RC_WARNING),
                  rc_report_count(r, RC_INFO), r->document_count);
}
