/* SARIF 2.1.0 (OASIS). Columns are counted in code points; other places of a finding are related
 * locations that the message links to, without which GitHub does not show them. */
#include "base/json.h"
#include "reports/escape.h"
#include "reports/places_of.h"
#include "reports/report.h"

typedef struct {
    rc_json j;
    rc_places places;
    const rc_report *report;
} printer;

static void member(rc_json *j, const char *key, rc_str s)
{
    rc_json_key(j, key);
    rc_json_str(j, s);
}

static void member_int(rc_json *j, const char *key, int64_t n)
{
    rc_json_key(j, key);
    rc_json_int(j, n);
}

/* {"text": ...} with the signs of embedded links escaped. */
static void add_plain(rc_buf *out, rc_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '[' || s.ptr[i] == ']' || s.ptr[i] == '\\')
            rc_buf_add_char(out, '\\');
        rc_buf_add_char(out, s.ptr[i]);
    }
}

static void text_object(rc_json *j, const char *key, rc_str s)
{
    rc_json_key(j, key);
    rc_json_object(j);
    member(j, "text", s);
    rc_json_object_end(j);
}

static void artifact(rc_json *j, rc_str path)
{
    rc_buf uri;
    rc_buf_init(&uri, SIZE_MAX / 4);
    rc_escape_uri(&uri, path);
    rc_json_key(j, "artifactLocation");
    rc_json_object(j);
    member(j, "uri", rc_buf_str(&uri));
    rc_json_object_end(j);
    rc_buf_clear(&uri);
}

static void physical_location(printer *p, const rc_finding_claim *c)
{
    rc_json *j = &p->j;
    rc_region at = rc_region_of(&p->places, c);
    rc_json_key(j, "physicalLocation");
    rc_json_object(j);
    artifact(j, c->doc->path);
    rc_json_key(j, "region");
    rc_json_object(j);
    member_int(j, "startLine", at.start.line);
    member_int(j, "startColumn", at.start.column);
    member_int(j, "endLine", at.end.line);
    member_int(j, "endColumn", at.end.column);
    member_int(j, "byteOffset", at.file.start);
    member_int(j, "byteLength", at.file.end - at.file.start);
    text_object(j, "snippet", rc_doc_slice(c->doc, c->span));
    rc_json_object_end(j);
    rc_json_object_end(j);
}

/* GitHub refuses a file in which one result has no location: without a document it is the table's.
 */
static void locations(printer *p, const rc_finding *f, const rc_finding_claim *first)
{
    rc_json *j = &p->j;
    rc_json_key(j, "locations");
    rc_json_array(j);
    rc_json_object(j);
    if (first) {
        physical_location(p, first);
    } else {
        rc_json_key(j, "physicalLocation");
        rc_json_object(j);
        artifact(j, rc_str_from(f->reference.file ? f->reference.file : "rcheck"));
        rc_json_object_end(j);
    }
    rc_json_object_end(j);
    rc_json_array_end(j);
}

static void message(printer *p, const rc_finding *f, const rc_finding_claim *first)
{
    rc_buf text;
    rc_buf_init(&text, SIZE_MAX / 4);
    add_plain(&text, f->message);
    unsigned id = 0;
    for (size_t i = 0; i < f->claim_count; i++) {
        const rc_finding_claim *c = &f->claims[i];
        if (c == first || !c->doc)
            continue;
        rc_region at = rc_region_of(&p->places, c);
        rc_buf_add(&text, id ? RC_STR(", [") : RC_STR("\n["));
        add_plain(&text, c->doc->path);
        rc_buf_printf(&text, ":%u](%u): ", at.start.line, ++id);
        add_plain(&text, c->normalized);
    }
    text_object(&p->j, "message", rc_buf_str(&text));
    rc_buf_clear(&text);
}

static void related(printer *p, const rc_finding *f, const rc_finding_claim *first)
{
    rc_json *j = &p->j;
    unsigned id = 0;
    rc_json_key(j, "relatedLocations");
    rc_json_array(j);
    for (size_t i = 0; i < f->claim_count; i++) {
        const rc_finding_claim *c = &f->claims[i];
        if (c == first || !c->doc)
            continue;
        rc_json_object(j);
        member_int(j, "id", ++id);
        physical_location(p, c);
        text_object(j, "message", c->normalized);
        rc_json_object_end(j);
    }
    rc_json_array_end(j);
}

static void result(printer *p, const rc_finding *f)
{
    rc_json *j = &p->j;
    const rc_finding_claim *first = rc_finding_first(f);
    rc_json_object(j);
    member(j, "ruleId", f->rule);
    member(j, "kind", RC_STR("fail"));
    member(j, "level",
           f->severity == RC_ERROR     ? RC_STR("error")
           : f->severity == RC_WARNING ? RC_STR("warning")
                                       : RC_STR("note"));
    message(p, f, first);
    locations(p, f, first);
    related(p, f, first);
    rc_json_key(j, "fingerprints");
    rc_json_object(j);
    member(j, "rcheck/v1", f->fingerprint);
    rc_json_object_end(j);
    member_int(j, "rank", f->confidence);
    rc_json_object_end(j);
}

/* The rules that the findings name, each once, in the order of their first finding. */
static void rules(printer *p)
{
    rc_json *j = &p->j;
    rc_json_key(j, "rules");
    rc_json_array(j);
    for (size_t i = 0; i < p->report->finding_count; i++) {
        rc_str rule = p->report->findings[i]->rule;
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = rc_str_eq(rule, p->report->findings[k]->rule);
        if (seen)
            continue;
        rc_json_object(j);
        member(j, "id", rule);
        rc_json_object_end(j);
    }
    rc_json_array_end(j);
}

static void driver(printer *p)
{
    rc_json *j = &p->j;
    rc_json_key(j, "tool");
    rc_json_object(j);
    rc_json_key(j, "driver");
    rc_json_object(j);
    member(j, "name", RC_STR("rcheck"));
    member(j, "version", rc_str_from(p->report->version));
    rules(p);
    rc_json_object_end(j);
    rc_json_object_end(j);
}

static void invocation(printer *p)
{
    rc_json *j = &p->j;
    rc_json_key(j, "invocations");
    rc_json_array(j);
    rc_json_object(j);
    rc_json_key(j, "executionSuccessful");
    rc_json_bool(j, p->report->unread_count == 0);
    rc_json_key(j, "toolExecutionNotifications");
    rc_json_array(j);
    for (size_t i = 0; i < p->report->unread_count; i++) {
        rc_json_object(j);
        member(j, "level", RC_STR("error"));
        text_object(j, "message", p->report->unread[i]->reason);
        rc_json_key(j, "locations");
        rc_json_array(j);
        rc_json_object(j);
        rc_json_key(j, "physicalLocation");
        rc_json_object(j);
        artifact(j, rc_str_from(p->report->unread[i]->path));
        rc_json_object_end(j);
        rc_json_object_end(j);
        rc_json_array_end(j);
        rc_json_object_end(j);
    }
    rc_json_array_end(j);
    rc_json_object_end(j);
    rc_json_array_end(j);
}

void rc_report_sarif(rc_sink *s, const rc_report *r)
{
    printer p = {.report = r};
    rc_json *j = &p.j;
    rc_json_init(j, &s->buf);
    rc_json_object(j);
    member(j, "$schema", RC_STR("https://json.schemastore.org/sarif-2.1.0.json"));
    member(j, "version", RC_STR("2.1.0"));
    rc_json_key(j, "runs");
    rc_json_array(j);
    rc_json_object(j);
    driver(&p);
    member(j, "columnKind", RC_STR("unicodeCodePoints"));
    invocation(&p);
    rc_json_key(j, "results");
    rc_json_array(j);
    for (size_t i = 0; i < r->finding_count; i++) {
        result(&p, r->findings[i]);
        rc_sink_flow(s);
    }
    rc_json_array_end(j);
    rc_json_object_end(j);
    rc_json_array_end(j);
    rc_json_object_end(j);
    rc_buf_add_char(&s->buf, '\n');
}
