/* One HTML page that stands alone: no script, nothing fetched. The verdict, the disputed facts as a
 * table that leads to them, each finding with its sides, then the documents. Colour is never the
 * only sign; contrast is 4.5:1 and more in light and dark. */
#include "base/limits.h"
#include "reports/escape.h"
#include "reports/fact.h"
#include "reports/names.h"
#include "reports/places_of.h"
#include "reports/report.h"

typedef struct {
    rc_sink *sink;
    rc_places places;
    rc_arena *scratch;
} printer;

enum { CONTEXT_BYTES = 600 }; /* of the sentence, on either side of the words */

#define OUT(p) (&(p)->sink->buf)
#define ADD(p, literal) rc_buf_add(OUT(p), RC_STR(literal))

static const char HEAD[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<title>rcheck: disputed facts</title>\n<style>\n"
    ":root{color-scheme:light dark;--ink:#1c1c1e;--paper:#fff;--quiet:#55585e;--rule:#c9ccd1;"
    "--mark:#fff0b3;--markink:#1c1c1e;--error:#a4161a;--warning:#7a4b00;--info:#0b5394}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#ececee;--paper:#17181a;--quiet:#a9adb4;"
    "--rule:#44474d;--mark:#5c4a00;--markink:#fff;--error:#ff9a94;--warning:#f5c069;"
    "--info:#8fc1f5}}\n"
    "body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);"
    "max-width:60rem;margin:0 auto;padding:1rem}\n"
    "caption{text-align:left}table{border-collapse:collapse;width:100%}th,td{text-align:left;"
    "vertical-align:top;"
    "padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--rule)}\n"
    "article{margin:2rem 0;padding-top:1rem;border-top:3px solid var(--rule)}\n"
    "h2,h3{line-height:1.25}h3{font-size:1.1rem}\n"
    "blockquote{margin:.2rem 0 1rem;padding-left:.8rem;border-left:3px solid var(--rule)}\n"
    "mark{background:var(--mark);color:var(--markink);padding:0 .1em}\n"
    ".quiet{color:var(--quiet)}.error{color:var(--error)}.warning{color:var(--warning)}"
    ".info{color:var(--info)}.level{font-weight:700}code{overflow-wrap:anywhere}\n"
    "</style>\n</head>\n<body>\n<main>\n<h1>Disputed facts</h1>\n";

static void add_escaped(printer *p, void (*fill)(rc_buf *, const rc_finding *), const rc_finding *f)
{
    rc_buf text;
    rc_buf_init(&text, (size_t)1 << 24);
    fill(&text, f);
    rc_escape_xml(OUT(p), rc_buf_str(&text));
    rc_buf_clear(&text);
}

static void add_level(printer *p, const rc_finding *f)
{
    const char *name = rc_severity_name(f->severity);
    rc_buf_printf(OUT(p), "<span class=\"level %s\">%s</span>", name, name);
}

static void add_queue(printer *p, const rc_report *r)
{
    if (!r->finding_count)
        return;
    ADD(p, "<table>\n<caption class=\"quiet\">All disputed facts, the worst first</caption>\n"
           "<thead><tr><th scope=\"col\">Level</th><th scope=\"col\">Fact</th>"
           "<th scope=\"col\">Values</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < r->finding_count; i++) {
        const rc_finding *f = r->findings[i];
        ADD(p, "<tr><td>");
        add_level(p, f);
        rc_buf_printf(OUT(p), "</td><td><a href=\"#f%zu\">", i + 1);
        add_escaped(p, rc_fact_name, f);
        ADD(p, "</a></td><td>");
        add_escaped(p, rc_fact_values, f);
        ADD(p, "</td></tr>\n");
        rc_sink_flow(p->sink);
    }
    ADD(p, "</tbody>\n</table>\n");
}

static void add_claim(printer *p, const rc_finding_claim *c)
{
    rc_region at = rc_region_of(&p->places, c);
    rc_fact_quote q = rc_fact_quote_of(c, CONTEXT_BYTES);
    ADD(p, "<p><code><a href=\"");
    rc_escape_uri(OUT(p), c->doc->path);
    ADD(p, "\">");
    rc_escape_xml(OUT(p), c->doc->path);
    rc_buf_printf(OUT(p), "</a>:%u:%u</code>", at.start.line, at.start.column);
    if (c->note.len) {
        ADD(p, " <span class=\"quiet\">");
        rc_escape_xml(OUT(p), c->note);
        ADD(p, "</span>");
    }
    ADD(p, "</p>\n<blockquote lang=\"");
    rc_escape_xml(OUT(p), c->doc->language.len ? c->doc->language : RC_STR("en"));
    rc_buf_add(OUT(p), q.cut_before ? RC_STR("\">…") : RC_STR("\">"));
    rc_escape_xml(OUT(p), q.before);
    ADD(p, "<mark>");
    rc_escape_xml(OUT(p), q.words);
    ADD(p, "</mark>");
    rc_escape_xml(OUT(p), q.after);
    rc_buf_add(OUT(p), q.cut_after ? RC_STR("…</blockquote>\n") : RC_STR("</blockquote>\n"));
}

static void add_list(printer *p, const char *name, const rc_str *items, size_t count)
{
    if (!count)
        return;
    rc_buf_printf(OUT(p), "<p>%s: ", name);
    for (size_t i = 0; i < count; i++) {
        if (i)
            ADD(p, " · ");
        rc_escape_xml(OUT(p), items[i]);
    }
    ADD(p, "</p>\n");
}

static void add_message(printer *p, const rc_finding *f)
{
    rc_buf message;
    rc_buf_init(&message, (size_t)1 << 20);
    rc_fact_message(&message, f, &p->places);
    rc_escape_xml(OUT(p), rc_buf_str(&message));
    rc_buf_clear(&message);
}

static void add_finding(printer *p, const rc_finding *f, size_t number)
{
    rc_buf_printf(OUT(p), "<article id=\"f%zu\">\n<h2>", number);
    add_level(p, f);
    ADD(p, " ");
    add_message(p, f);
    ADD(p, "</h2>\n");
    for (size_t i = 0; i < f->claim_count;) {
        size_t end = rc_fact_side_end(f, i);
        ADD(p, "<section>\n<h3>");
        rc_escape_xml(OUT(p), f->claims[i].normalized);
        rc_buf_printf(OUT(p), " <span class=\"quiet\">%zu %s</span></h3>\n", end - i,
                      end - i == 1 ? "place" : "places");
        for (; i < end; i++)
            if (f->claims[i].doc)
                add_claim(p, &f->claims[i]);
        ADD(p, "</section>\n");
    }
    if (f->reference.file) {
        ADD(p, "<p>Table <code>");
        rc_escape_xml(OUT(p), rc_str_from(f->reference.file));
        rc_buf_printf(OUT(p), ":%u</code>: ", f->reference.line);
        rc_escape_xml(OUT(p), f->reference.text);
        ADD(p, "</p>\n");
    }
    add_list(p, "Same", f->same, f->same_count);
    add_list(p, "Unsure", f->unsure, f->unsure_count);
    ADD(p, "<p class=\"quiet\"><code>");
    rc_escape_xml(OUT(p), f->rule);
    rc_buf_printf(OUT(p), "</code>, confidence %u%%</p>\n</article>\n", f->confidence);
    rc_sink_flow(p->sink);
}

static void add_documents(printer *p, const rc_report *r)
{
    ADD(p, "<h2>Documents</h2>\n<table>\n<thead><tr><th scope=\"col\">File</th><th scope=\"col\">"
           "Date</th><th scope=\"col\">Title</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < r->document_count; i++) {
        const rc_doc *d = r->documents[i]->doc;
        ADD(p, "<tr><td><code>");
        rc_escape_xml(OUT(p), d->path);
        ADD(p, "</code></td><td>");
        if (d->date != RC_DAY_NONE) {
            rc_escape_xml(OUT(p), rc_day_print(p->scratch, d->date));
            const char *source = rc_date_source_name(d->date_source);
            rc_buf_printf(OUT(p), " <span class=\"quiet\">%s</span>", source ? source : "");
        }
        ADD(p, "</td><td>");
        rc_escape_xml(OUT(p), d->title);
        ADD(p, "</td></tr>\n");
        rc_sink_flow(p->sink);
    }
    ADD(p, "</tbody>\n</table>\n");
}

static void add_unread(printer *p, const rc_report *r)
{
    if (!r->unread_count)
        return;
    ADD(p, "<h2>Not read</h2>\n<ul>\n");
    for (size_t i = 0; i < r->unread_count; i++) {
        ADD(p, "<li><code>");
        rc_escape_xml(OUT(p), rc_str_from(r->unread[i]->path));
        ADD(p, "</code>: ");
        rc_escape_xml(OUT(p), r->unread[i]->reason);
        ADD(p, "</li>\n");
        rc_sink_flow(p->sink);
    }
    ADD(p, "</ul>\n");
}

void rc_report_html(rc_sink *s, const rc_report *r)
{
    printer p = {.sink = s, .scratch = rc_arena_new(RC_RUN_BYTES_MAX)};
    rc_buf_add(&s->buf, rc_str_from(HEAD));
    ADD(&p, "<p><strong>");
    rc_fact_verdict(&s->buf, r);
    ADD(&p, "</strong> ");
    rc_fact_understood(&s->buf, r->counts);
    ADD(&p, "</p>\n");
    add_queue(&p, r);
    for (size_t i = 0; i < r->finding_count; i++)
        add_finding(&p, r->findings[i], i + 1);
    add_unread(&p, r);
    add_documents(&p, r);
    rc_buf_printf(&s->buf, "<p class=\"quiet\">rcheck %s</p>\n</main>\n</body>\n</html>\n",
                  r->version);
    rc_arena_free(p.scratch);
}
