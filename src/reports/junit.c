/* JUnit's XML, as CI servers read it: a test suite a document. A finding is a failed case of the
 * document of its first claim; one of severity info passes and is printed; a document without any
 * has one case that passes. */
#include "base/map.h"
#include "reports/escape.h"
#include "reports/places_of.h"
#include "reports/report.h"

typedef struct {
    rc_sink *sink;
    rc_places places;
} printer;

#define OUT(p) (&(p)->sink->buf)
#define ADD(p, literal) rc_buf_add(OUT(p), RC_STR(literal))

static void add_claims(printer *p, const rc_finding *f)
{
    for (size_t i = 0; i < f->claim_count; i++) {
        const rc_finding_claim *c = &f->claims[i];
        if (!c->doc)
            continue;
        rc_place at = rc_region_of(&p->places, c).start;
        rc_escape_xml(OUT(p), c->doc->path);
        rc_buf_printf(OUT(p), ":%u:%u: ", at.line, at.column);
        rc_escape_xml(OUT(p), rc_doc_slice(c->doc, c->span));
        ADD(p, " (");
        rc_escape_xml(OUT(p), c->normalized);
        ADD(p, ")\n");
    }
}

static void add_case(printer *p, const rc_finding *f)
{
    ADD(p, "    <testcase classname=\"");
    rc_escape_xml(OUT(p), f->rule);
    rc_buf_printf(OUT(p), "\" name=\"%.*s ", RC_STR_ARG(f->fingerprint));
    rc_escape_xml(OUT(p), f->subject);
    rc_buf_add_char(OUT(p), ' ');
    rc_escape_xml(OUT(p), f->attribute);
    ADD(p, "\">\n");
    if (f->severity == RC_INFO) {
        ADD(p, "      <system-out>");
        rc_escape_xml(OUT(p), f->message);
        ADD(p, "\n");
    } else {
        ADD(p, "      <failure type=\"");
        rc_buf_add(OUT(p), rc_str_from(rc_severity_name(f->severity)));
        ADD(p, "\" message=\"");
        rc_escape_xml(OUT(p), f->message);
        ADD(p, "\">");
    }
    add_claims(p, f);
    if (f->severity == RC_INFO)
        ADD(p, "</system-out>\n    </testcase>\n");
    else
        ADD(p, "</failure>\n    </testcase>\n");
}

static void suite_begins(printer *p, rc_str name, size_t tests, size_t failures, size_t errors)
{
    ADD(p, "  <testsuite name=\"");
    rc_escape_xml(OUT(p), name);
    rc_buf_printf(OUT(p), "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n", tests, failures,
                  errors);
}

static void add_suite(printer *p, rc_str name, const rc_finding *const *findings, size_t count)
{
    size_t failures = 0;
    for (size_t i = 0; i < count; i++)
        failures += findings[i]->severity != RC_INFO;
    suite_begins(p, name, count ? count : 1, failures, 0);
    for (size_t i = 0; i < count; i++)
        add_case(p, findings[i]);
    if (!count)
        ADD(p, "    <testcase classname=\"rcheck\" name=\"no findings\"/>\n");
    ADD(p, "  </testsuite>\n");
    rc_sink_flow(p->sink);
}

/* Findings in the order of their first documents, those without one last, and where each document's
 * begin: document_count + 2 entries. */
static void sort_by_document(rc_arena *a, const rc_report *r, const rc_finding ***ret_findings,
                             size_t **ret_starts)
{
    rc_map index;
    rc_map_init(&index, a, r->document_count);
    for (size_t i = 0; i < r->document_count; i++)
        *rc_map_put(&index, (uintptr_t)r->documents[i]->doc, 0) = (uint32_t)i;
    size_t *starts = RC_NEW_ARRAY(a, size_t, r->document_count + 2);
    uint32_t *at = RC_NEW_ARRAY(a, uint32_t, r->finding_count);
    for (size_t i = 0; i < r->finding_count; i++) {
        const rc_finding_claim *c = rc_finding_first(r->findings[i]);
        const uint32_t *known = c ? rc_map_get(&index, (uintptr_t)c->doc) : NULL;
        at[i] = known ? *known : (uint32_t)r->document_count;
        starts[at[i] + 1]++;
    }
    for (size_t i = 1; i < r->document_count + 2; i++)
        starts[i] += starts[i - 1];
    const rc_finding **findings = RC_NEW_ARRAY(a, const rc_finding *, r->finding_count);
    size_t *next = RC_NEW_ARRAY(a, size_t, r->document_count + 1);
    memcpy(next, starts, sizeof(*next) * (r->document_count + 1));
    for (size_t i = 0; i < r->finding_count; i++)
        findings[next[at[i]]++] = r->findings[i];
    *ret_findings = findings;
    *ret_starts = starts;
}

static void add_unread(printer *p, const rc_unread *u)
{
    suite_begins(p, rc_str_from(u->path), 1, 0, 1);
    ADD(p, "    <testcase classname=\"rcheck\" name=\"read\">\n      <error message=\"");
    rc_escape_xml(OUT(p), u->reason);
    ADD(p, "\"/>\n    </testcase>\n  </testsuite>\n");
    rc_sink_flow(p->sink);
}

void rc_report_junit(rc_sink *s, const rc_report *r)
{
    printer p = {.sink = s};
    rc_arena *a = rc_arena_new((size_t)1 << 32);
    const rc_finding **findings;
    size_t *starts;
    sort_by_document(a, r, &findings, &starts);
    ADD(&p, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    rc_buf_printf(OUT(&p), "<testsuites name=\"rcheck\" failures=\"%zu\" errors=\"%zu\">\n",
                  rc_report_count(r, RC_ERROR) + rc_report_count(r, RC_WARNING), r->unread_count);
    size_t n = r->document_count;
    for (size_t i = 0; i < n; i++)
        add_suite(&p, r->documents[i]->doc->path, findings + starts[i], starts[i + 1] - starts[i]);
    if (starts[n + 1] > starts[n])
        add_suite(&p, RC_STR("rcheck"), findings + starts[n], starts[n + 1] - starts[n]);
    for (size_t i = 0; i < r->unread_count; i++)
        add_unread(&p, r->unread[i]);
    ADD(&p, "</testsuites>\n");
    rc_arena_free(a);
}
