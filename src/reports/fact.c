#include "reports/fact.h"

#include <string.h>

enum { NAMED_MOST = 64 }; /* claims whose places a message may name */

void rc_fact_name(rc_buf *out, const rc_finding *f)
{
    const rc_str parts[] = {f->subject, f->attribute, f->object};
    bool any = false;
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        if (any && parts[i].len)
            rc_buf_add(out, RC_STR(" · "));
        rc_buf_add(out, parts[i]);
        any |= parts[i].len > 0;
    }
    if (!any)
        rc_buf_add(out, f->rule);
}

/* Takes " (file:line)" of a claim out of the message. */
static void remove_place(rc_buf *message, const rc_finding_claim *c, rc_places *places)
{
    rc_buf place;
    rc_buf_init(&place, (size_t)1 << 20);
    uint32_t line = rc_places_find(places, c->doc, rc_doc_file_span(c->doc, c->span).start).line;
    rc_buf_printf(&place, " (%.*s:%u)", RC_STR_ARG(c->doc->path), line);
    char *at = message->len ? memmem(message->ptr, message->len, place.ptr, place.len) : NULL;
    if (at) {
        size_t behind = (size_t)(at - message->ptr) + place.len;
        memmove(at, message->ptr + behind, message->len - behind);
        message->len -= place.len;
    }
    rc_buf_clear(&place);
}

void rc_fact_message(rc_buf *out, const rc_finding *f, rc_places *places)
{
    rc_buf_add(out, f->message);
    for (size_t i = 0; i < f->claim_count && i < NAMED_MOST; i++)
        if (f->claims[i].doc)
            remove_place(out, &f->claims[i], places);
}

size_t rc_fact_side_end(const rc_finding *f, size_t i)
{
    size_t end = i + 1;
    while (end < f->claim_count && f->claims[end].side == f->claims[i].side)
        end++;
    return end;
}

void rc_fact_values(rc_buf *out, const rc_finding *f)
{
    for (size_t i = 0; i < f->claim_count;) {
        size_t end = rc_fact_side_end(f, i);
        if (i)
            rc_buf_add(out, RC_STR(" | "));
        rc_buf_add(out, f->claims[i].normalized);
        if (end > i + 1)
            rc_buf_printf(out, " (%zu)", end - i);
        i = end;
    }
}

static void add_number(rc_buf *out, size_t n, const char *one, const char *many)
{
    rc_buf_printf(out, "%zu %s", n, n == 1 ? one : many);
}

void rc_fact_verdict(rc_buf *out, const rc_report *r)
{
    const char *separator = "";
    if (!r->finding_count)
        rc_buf_add(out, RC_STR("Nothing found"));
    for (int s = RC_ERROR; s >= RC_INFO; s--) {
        size_t n = rc_report_count(r, (rc_severity)s);
        if (!n)
            continue;
        const char *name = rc_severity_name((rc_severity)s);
        rc_buf_printf(out, "%s%zu %s%s", separator, n, name, n > 1 && s != RC_INFO ? "s" : "");
        separator = ", ";
    }
    rc_buf_add(out, RC_STR(" in "));
    add_number(out, r->document_count, "document.", "documents.");
}

void rc_fact_understood(rc_buf *out, const rc_counts *n)
{
    rc_buf_printf(out, "Understood %zu of ", n->figures_understood);
    add_number(out, n->figures, "figure", "figures");
    rc_buf_printf(out, ", %zu of ", n->dates_understood);
    add_number(out, n->dates, "date", "dates");
    rc_buf_printf(out, " and %zu of ", n->names_understood);
    add_number(out, n->names, "name.", "names.");
}

rc_fact_quote rc_fact_quote_of(const rc_finding_claim *c, size_t bytes)
{
    rc_span sentence = rc_span_contains(c->sentence, c->span) ? c->sentence : c->span;
    rc_str text = c->doc->text;
    size_t from = sentence.start, to = sentence.end;
    rc_fact_quote q = {.words = rc_doc_slice(c->doc, c->span)};
    if (c->span.start - from > bytes) {
        from = c->span.start - bytes;
        while (from < c->span.start && !rc_is_space(text.ptr[from]))
            from++;
        q.cut_before = true;
    }
    if (to - c->span.end > bytes) {
        to = c->span.end + bytes;
        while (to > c->span.end && !rc_is_space(text.ptr[to]))
            to--;
        q.cut_after = true;
    }
    q.before = rc_str_sub(text, from, c->span.start);
    q.after = rc_str_sub(text, c->span.end, to);
    while (!q.cut_before && q.before.len && rc_is_space(q.before.ptr[0]))
        q.before = rc_str_sub(q.before, 1, q.before.len);
    while (q.after.len && rc_is_space(q.after.ptr[q.after.len - 1]))
        q.after.len--;
    return q;
}
