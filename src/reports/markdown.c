/* Markdown (GitHub's), for a comment or a job's summary. */
#include "reports/escape.h"
#include "reports/fact.h"
#include "reports/places_of.h"
#include "reports/report.h"

typedef struct {
    rc_sink *sink;
    rc_places places;
} printer;

enum { CONTEXT_BYTES = 300 }; /* of the sentence, on either side of the words */

#define OUT(p) (&(p)->sink->buf)
#define ADD(p, literal) rc_buf_add(OUT(p), RC_STR(literal))

static void add_quote(printer *p, const rc_finding_claim *c)
{
    rc_fact_quote q = rc_fact_quote_of(c, CONTEXT_BYTES);
    if (q.cut_before)
        ADD(p, "…");
    rc_escape_markdown(OUT(p), q.before);
    ADD(p, "**");
    rc_escape_markdown(OUT(p), rc_str_trim(q.words));
    ADD(p, "**");
    rc_escape_markdown(OUT(p), q.after);
    if (q.cut_after)
        ADD(p, "…");
}

static void add_claim(printer *p, const rc_finding_claim *c)
{
    rc_place at = rc_region_of(&p->places, c).start;
    ADD(p, "| ");
    rc_escape_markdown(OUT(p), c->doc->path);
    rc_buf_printf(OUT(p), ":%u | ", at.line);
    rc_escape_markdown(OUT(p), c->normalized);
    if (c->note.len) {
        ADD(p, " · ");
        rc_escape_markdown(OUT(p), c->note);
    }
    ADD(p, " | ");
    add_quote(p, c);
    ADD(p, " |\n");
}

static void add_list(printer *p, const char *name, const rc_str *items, size_t count)
{
    if (!count)
        return;
    rc_buf_printf(OUT(p), "%s: ", name);
    for (size_t i = 0; i < count; i++) {
        if (i)
            ADD(p, " · ");
        rc_escape_markdown(OUT(p), items[i]);
    }
    ADD(p, "\n\n");
}

static void add_message(printer *p, const rc_finding *f)
{
    rc_buf message;
    rc_buf_init(&message, (size_t)1 << 20);
    rc_fact_message(&message, f, &p->places);
    rc_escape_markdown(OUT(p), rc_buf_str(&message));
    rc_buf_clear(&message);
}

static void add_finding(printer *p, const rc_finding *f)
{
    rc_buf_printf(OUT(p), "### %s: ", rc_severity_name(f->severity));
    add_message(p, f);
    ADD(p, "\n\n| where | read as | words |\n| --- | --- | --- |\n");
    for (size_t i = 0; i < f->claim_count; i++)
        if (f->claims[i].doc)
            add_claim(p, &f->claims[i]);
    ADD(p, "\n");
    if (f->reference.file) {
        ADD(p, "Table ");
        rc_escape_markdown(OUT(p), rc_str_from(f->reference.file));
        rc_buf_printf(OUT(p), ":%u: ", f->reference.line);
        rc_escape_markdown(OUT(p), f->reference.text);
        ADD(p, "\n\n");
    }
    add_list(p, "Same", f->same, f->same_count);
    add_list(p, "Unsure", f->unsure, f->unsure_count);
    ADD(p, "`");
    rc_buf_add(OUT(p), f->rule);
    rc_buf_printf(OUT(p), "`, confidence %u%%\n\n", f->confidence);
    rc_sink_flow(p->sink);
}

void rc_report_markdown(rc_sink *s, const rc_report *r)
{
    printer p = {.sink = s};
    ADD(&p, "## rcheck: ");
    rc_fact_verdict(OUT(&p), r);
    ADD(&p, "\n\n");
    for (size_t i = 0; i < r->finding_count; i++)
        add_finding(&p, r->findings[i]);
    rc_fact_understood(OUT(&p), r->counts);
    ADD(&p, "\n");
    for (size_t i = 0; i < r->unread_count; i++) {
        rc_buf_add(OUT(&p), i ? RC_STR("- not read: ") : RC_STR("\n- not read: "));
        rc_escape_markdown(OUT(&p), rc_str_from(r->unread[i]->path));
        ADD(&p, ": ");
        rc_escape_markdown(OUT(&p), r->unread[i]->reason);
        ADD(&p, "\n");
        rc_sink_flow(s);
    }
}
