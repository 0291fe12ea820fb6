/* NDJSON and JSON of findings, as contract.md has them. */
#include "reports/ndjson.h"

#include "reports/place.h"
#include "reports/report.h"

/* A sentence without end (a table, a list without full stops) is cut; the span stays as it is. */
#define SENTENCE_BYTES_MAX ((size_t)2000)

static void member_str(rc_json *j, const char *key, rc_str s)
{
    rc_json_key(j, key);
    rc_json_str(j, s);
}

static void member_str_or_null(rc_json *j, const char *key, rc_str s)
{
    rc_json_key(j, key);
    rc_json_str(j, s.len ? s : RC_STR_NONE);
}

static void member_size(rc_json *j, const char *key, size_t n)
{
    rc_json_key(j, key);
    rc_json_int(j, (int64_t)n);
}

static rc_str cut(rc_str s)
{
    if (s.len <= SENTENCE_BYTES_MAX)
        return s;
    size_t end = SENTENCE_BYTES_MAX;
    while (end > 0 && ((unsigned char)s.ptr[end] & 0xc0) == 0x80)
        end--;
    return rc_str_sub(s, 0, end);
}

static void claim(rc_json *j, const rc_finding_claim *c, rc_places *places)
{
    rc_json_object(j);
    if (c->doc) {
        rc_span at = rc_doc_file_span(c->doc, c->span);
        rc_place place = rc_places_find(places, c->doc, at.start);
        member_str(j, "file", c->doc->path);
        member_size(j, "line", place.line);
        member_size(j, "column", place.column);
        member_size(j, "start", at.start);
        member_size(j, "end", at.end);
        member_str(j, "quote", rc_doc_slice(c->doc, c->span));
        member_str(j, "sentence", cut(rc_str_trim(rc_doc_slice(c->doc, c->sentence))));
    }
    member_str(j, "normalized", c->normalized);
    if (c->note.len)
        member_str(j, "note", c->note);
    member_size(j, "side", c->side);
    rc_json_object_end(j);
}

static void list(rc_json *j, const char *key, const rc_str *items, size_t count)
{
    if (!count)
        return;
    rc_json_key(j, key);
    rc_json_array(j);
    for (size_t i = 0; i < count; i++)
        rc_json_str(j, items[i]);
    rc_json_array_end(j);
}

static void confidence(rc_json *j, uint8_t per_cent)
{
    char text[8];
    int n = per_cent >= 100 ? snprintf(text, sizeof(text), "1.0")
                            : snprintf(text, sizeof(text), "0.%02u", (unsigned)per_cent);
    rc_json_key(j, "confidence");
    rc_json_raw(j, (rc_str){text, (size_t)n});
}

void rc_json_finding(rc_json *j, const rc_finding *f, rc_places *places)
{
    rc_json_object(j);
    member_str(j, "kind", RC_STR("finding"));
    member_str(j, "rule", f->rule);
    member_str(j, "severity", rc_str_from(rc_severity_name(f->severity)));
    confidence(j, f->confidence);
    member_str(j, "message", f->message);
    member_str_or_null(j, "subject", f->subject);
    member_str_or_null(j, "attribute", f->attribute);
    member_str_or_null(j, "object", f->object);
    rc_json_key(j, "claims");
    rc_json_array(j);
    for (size_t i = 0; i < f->claim_count; i++)
        claim(j, &f->claims[i], places);
    rc_json_array_end(j);
    if (f->reference.file) {
        rc_json_key(j, "reference");
        rc_json_object(j);
        member_str(j, "file", rc_str_from(f->reference.file));
        member_size(j, "line", f->reference.line);
        member_str(j, "text", f->reference.text);
        rc_json_object_end(j);
    }
    list(j, "same", f->same, f->same_count);
    list(j, "unsure", f->unsure, f->unsure_count);
    member_str(j, "fingerprint", f->fingerprint);
    rc_json_object_end(j);
}

static void found(rc_json *j, const char *key, size_t all, size_t understood)
{
    rc_json_key(j, key);
    rc_json_object(j);
    member_size(j, "found", all);
    member_size(j, "understood", understood);
    rc_json_object_end(j);
}

void rc_json_summary(rc_json *j, const rc_report *r)
{
    rc_json_object(j);
    member_str(j, "kind", RC_STR("summary"));
    member_str(j, "version", rc_str_from(r->version));
    member_size(j, "documents", r->document_count);
    rc_json_key(j, "unread");
    rc_json_array(j);
    for (size_t i = 0; i < r->unread_count; i++) {
        rc_json_object(j);
        member_str(j, "file", rc_str_from(r->unread[i]->path));
        member_str(j, "reason", r->unread[i]->reason);
        rc_json_object_end(j);
    }
    rc_json_array_end(j);
    found(j, "figures", r->counts->figures, r->counts->figures_understood);
    found(j, "dates", r->counts->dates, r->counts->dates_understood);
    found(j, "names", r->counts->names, r->counts->names_understood);
    member_size(j, "claims", r->counts->claims);
    rc_json_key(j, "findings");
    rc_json_object(j);
    member_size(j, "error", rc_report_count(r, RC_ERROR));
    member_size(j, "warning", rc_report_count(r, RC_WARNING));
    member_size(j, "info", rc_report_count(r, RC_INFO));
    rc_json_object_end(j);
    rc_json_object_end(j);
}

static void line_end(rc_sink *s, rc_json *j)
{
    rc_buf_add_char(&s->buf, '\n');
    rc_sink_flow(s);
    j->comma = false;
}

void rc_report_ndjson(rc_sink *s, const rc_report *r)
{
    rc_json j;
    rc_places places = {0};
    rc_json_init(&j, &s->buf);
    for (size_t i = 0; i < r->finding_count; i++) {
        rc_json_finding(&j, r->findings[i], &places);
        line_end(s, &j);
    }
    rc_json_summary(&j, r);
    line_end(s, &j);
}

void rc_report_json(rc_sink *s, const rc_report *r)
{
    rc_json j;
    rc_places places = {0};
    rc_json_init(&j, &s->buf);
    rc_json_object(&j);
    rc_json_key(&j, "findings");
    rc_json_array(&j);
    for (size_t i = 0; i < r->finding_count; i++) {
        rc_json_finding(&j, r->findings[i], &places);
        rc_sink_flow(s);
    }
    rc_json_array_end(&j);
    rc_json_key(&j, "summary");
    rc_json_summary(&j, r);
    rc_json_object_end(&j);
    line_end(s, &j);
}
