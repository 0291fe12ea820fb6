/* `rcheck extract` for people: a table a document. */
#include "base/limits.h"
#include "reports/names.h"
#include "reports/paint.h"
#include "reports/place.h"
#include "reports/report.h"
#include "reports/terminal.h"

enum { PLACE_WIDTH = 9, KIND_WIDTH = 6, TEXT_WIDTH = 25, MARGIN = 2 };

typedef struct {
    rc_sink *sink;
    rc_painter paint;
    size_t width;
    rc_arena *scratch; /* of one document */
    const rc_result *result;
    rc_places places;
} printer;

#define OUT(p) ((p)->paint.out)
#define ADD(p, literal) rc_buf_add(OUT(p), RC_STR(literal))

static void add_cell(printer *p, rc_str text, size_t width)
{
    size_t used = rc_terminal_width(text);
    rc_terminal_add_cut(OUT(p), text, width);
    rc_buf_printf(OUT(p), "%*s", used < width ? (int)(width - used + 1) : 1, "");
}

static void add_row(printer *p, rc_span span, rc_str kind, rc_str text, rc_str read_as)
{
    rc_place place =
        rc_places_find(&p->places, p->result->doc, rc_doc_file_span(p->result->doc, span).start);
    rc_str where = rc_arena_printf(p->scratch, "%u:%u", place.line, place.column);
    size_t used = MARGIN + PLACE_WIDTH + KIND_WIDTH + TEXT_WIDTH + 3;
    rc_paint_begin(&p->paint, RC_PAINT_FRAME);
    rc_buf_printf(OUT(p), "%*s", MARGIN, "");
    add_cell(p, where, PLACE_WIDTH);
    rc_paint_end(&p->paint);
    add_cell(p, kind, KIND_WIDTH);
    add_cell(p, text, TEXT_WIDTH);
    rc_terminal_add_cut(OUT(p), read_as, p->width > used + 12 ? p->width - used : 12);
    ADD(p, "\n");
    rc_sink_flow(p->sink);
}

static void add_mention(printer *p, const rc_mention *m)
{
    rc_str text = rc_doc_slice(p->result->doc, m->span);
    rc_str name, cls;
    switch (m->type) {
    case RC_MENTION_QUANTITY:
        add_row(p, m->span, RC_STR("figure"), text, rc_quantity_print(p->scratch, &m->as.quantity));
        break;
    case RC_MENTION_TIME:
        add_row(p, m->span, RC_STR("date"), text, m->as.time.value);
        break;
    case RC_MENTION_ENTITY:
        name = rc_result_entity_name(p->result, m->as.entity.index);
        cls = rc_str_from(
            rc_entity_class_name(rc_result_entity_class(p->result, m->as.entity.index)));
        add_row(p, m->span, RC_STR("name"), text,
                rc_arena_printf(p->scratch, "%.*s (%.*s)", RC_STR_ARG(name), RC_STR_ARG(cls)));
        break;
    }
}

static rc_str value_of(printer *p, const rc_claim *c)
{
    switch (c->type) {
    case RC_VALUE_QUANTITY:
        return rc_quantity_print(p->scratch, &c->value.quantity);
    case RC_VALUE_TIME:
        return c->value.time.value;
    case RC_VALUE_ENTITY:
    case RC_VALUE_TERM:
        return c->value.entity.text;
    }
    return RC_STR_NONE;
}

static void add_part(rc_buf *out, const char *before, rc_str part)
{
    if (!part.len)
        return;
    if (out->len)
        rc_buf_add(out, rc_str_from(before));
    rc_buf_add(out, part);
}

static void add_claim(printer *p, const rc_claim *c)
{
    rc_buf line;
    rc_buf_init(&line, (size_t)1 << 20);
    add_part(&line, " · ", c->subject.text);
    add_part(&line, " · ", c->attribute);
    add_part(&line, " · ", c->object.text);
    add_part(&line, " · ", c->time.value);
    add_part(&line, " · said by ", c->source.text);
    if (c->modality != RC_ASSERTED)
        add_part(&line, " · ", rc_str_from(rc_modality_name(c->modality)));
    add_row(p, c->value_span, RC_STR("claim"), value_of(p, c), rc_buf_str(&line));
    rc_buf_clear(&line);
}

static void add_document(printer *p, const rc_doc *d)
{
    size_t used = rc_terminal_width(d->path);
    rc_paint_begin(&p->paint, RC_PAINT_STRONG);
    rc_paint_file(&p->paint, d->path);
    rc_paint_end(&p->paint);
    if (d->date != RC_DAY_NONE) {
        const char *source = rc_date_source_name(d->date_source);
        rc_str day = rc_day_print(p->scratch, d->date);
        rc_str shown =
            rc_arena_printf(p->scratch, " · %.*s (%s)", RC_STR_ARG(day), source ? source : "given");
        rc_buf_add(OUT(p), shown);
        used += rc_terminal_width(shown);
    }
    if (d->title.len) {
        ADD(p, " · ");
        rc_terminal_add_cut(OUT(p), d->title, p->width > used + 20 ? p->width - used - 3 : 20);
    }
    ADD(p, "\n");
}

void rc_extract_table(rc_sink *s, const rc_report *r, const rc_style *style)
{
    printer p = {.sink = s, .paint = {&s->buf, style}, .width = style->width ? style->width : 80};
    for (size_t i = 0; i < r->document_count; i++) {
        p.result = r->documents[i];
        p.scratch = rc_arena_new(RC_DOC_BYTES_MAX);
        add_document(&p, p.result->doc);
        for (size_t k = 0; p.result->mentions && k < p.result->mentions->count; k++)
            if (rc_mention_is_value(&p.result->mentions->items[k]))
                add_mention(&p, &p.result->mentions->items[k]);
        for (size_t k = 0; k < p.result->claim_count; k++)
            add_claim(&p, p.result->claims[k]);
        ADD(&p, "\n");
        rc_arena_free(p.scratch);
    }
}
