/* `rcheck extract`: NDJSON and JSON. Millions of lines are printed: members are appended as literal
 * pieces, without the commas' book-keeping of base/json.h, which still escapes what needs it. */
#include <inttypes.h>

#include "base/json.h"
#include "base/limits.h"
#include "reports/names.h"
#include "reports/ndjson.h"
#include "reports/report.h"

typedef struct {
    rc_buf *out;
    rc_arena *scratch; /* of one document */
    const rc_doc *doc;
    rc_str file; /* ,"file":"..." of the document */
} printer;

#define ADD(out, literal) rc_buf_add((out), RC_STR(literal))

static bool is_plain(rc_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\')
            return false;
    }
    return true;
}

static void add_str(rc_buf *out, rc_str s)
{
    if (!is_plain(s)) {
        rc_json j;
        rc_json_init(&j, out);
        rc_json_str(&j, s);
        return;
    }
    rc_buf_add_char(out, '"');
    rc_buf_add(out, s);
    rc_buf_add_char(out, '"');
}

static void add_str_or_null(rc_buf *out, rc_str s)
{
    if (s.len)
        add_str(out, s);
    else
        ADD(out, "null");
}

static void add_int(rc_buf *out, int64_t n)
{
    char digits[24];
    size_t at = sizeof(digits);
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (n < 0)
        digits[--at] = '-';
    rc_buf_add(out, (rc_str){digits + at, sizeof(digits) - at});
}

static void add_decimal(printer *p, rc_decimal d)
{
    int64_t n = d.digits;
    int32_t exponent = d.exponent;
    while (exponent > 0 && n < INT64_C(100000000000) && n > -INT64_C(100000000000)) {
        n *= 10;
        exponent--;
    }
    if (exponent == 0)
        add_int(p->out, n);
    else
        rc_buf_add(p->out, rc_decimal_print(p->scratch, d));
}

static void add_day(printer *p, int32_t day)
{
    if (day == RC_DAY_NONE) {
        ADD(p->out, "null");
        return;
    }
    add_str(p->out, rc_day_print(p->scratch, day));
}

static void add_span(printer *p, rc_span text)
{
    rc_span at = rc_doc_file_span(p->doc, text);
    ADD(p->out, ",\"start\":");
    add_int(p->out, at.start);
    ADD(p->out, ",\"end\":");
    add_int(p->out, at.end);
}

static void add_quantity(printer *p, const rc_quantity *q)
{
    ADD(p->out, ",\"low\":");
    if (q->has_low)
        add_decimal(p, q->low);
    else
        ADD(p->out, "null");
    ADD(p->out, ",\"high\":");
    if (q->has_high)
        add_decimal(p, q->high);
    else
        ADD(p->out, "null");
    ADD(p->out, ",\"unit\":");
    add_str(p->out, rc_quantity_unit(p->scratch, q));
    if (q->of.len) {
        ADD(p->out, ",\"of\":");
        add_str(p->out, q->of);
    }
    ADD(p->out, ",\"comparator\":\"");
    rc_buf_add(p->out, rc_str_from(rc_comparator_name(q->comparator)));
    if (q->approximate)
        ADD(p->out, "\",\"approximate\":true");
    else
        ADD(p->out, "\",\"approximate\":false");
}

static void add_time(printer *p, const rc_time *t)
{
    ADD(p->out, ",\"value\":");
    add_str_or_null(p->out, t->value);
    ADD(p->out, ",\"low\":");
    add_day(p, t->low);
    ADD(p->out, ",\"high\":");
    add_day(p, t->high);
}

static void add_mention(printer *p, const rc_result *r, const rc_mention *m)
{
    static const rc_str KINDS[] = {
        [RC_MENTION_QUANTITY] = {"{\"kind\":\"mention\",\"type\":\"quantity\"", 35},
        [RC_MENTION_TIME] = {"{\"kind\":\"mention\",\"type\":\"time\"", 31},
        [RC_MENTION_ENTITY] = {"{\"kind\":\"mention\",\"type\":\"entity\"", 33},
    };
    rc_buf_add(p->out, KINDS[m->type]);
    rc_buf_add(p->out, p->file);
    add_span(p, m->span);
    ADD(p->out, ",\"text\":");
    add_str(p->out, rc_doc_slice(p->doc, m->span));
    switch (m->type) {
    case RC_MENTION_QUANTITY:
        add_quantity(p, &m->as.quantity);
        break;
    case RC_MENTION_TIME:
        add_time(p, &m->as.time);
        break;
    case RC_MENTION_ENTITY:
        ADD(p->out, ",\"entity\":");
        add_str(p->out, rc_result_entity_name(r, m->as.entity.index));
        ADD(p->out, ",\"class\":\"");
        rc_buf_add(p->out, rc_str_from(rc_entity_class_name(
                               rc_result_entity_class(r, m->as.entity.index))));
        rc_buf_add_char(p->out, '"');
        break;
    }
    ADD(p->out, "}");
}

static void add_value(printer *p, const rc_claim *c)
{
    switch (c->type) {
    case RC_VALUE_QUANTITY:
        ADD(p->out, "{\"type\":\"quantity\"");
        add_quantity(p, &c->value.quantity);
        break;
    case RC_VALUE_TIME:
        ADD(p->out, "{\"type\":\"time\"");
        add_time(p, &c->value.time);
        break;
    case RC_VALUE_ENTITY:
        ADD(p->out, "{\"type\":\"entity\",\"entity\":");
        add_str_or_null(p->out, c->value.entity.text);
        break;
    case RC_VALUE_TERM:
        ADD(p->out, "{\"type\":\"term\",\"text\":");
        add_str_or_null(p->out, c->value.entity.text);
        break;
    }
    add_span(p, c->value_span);
    ADD(p->out, "}");
}

static void add_claim(printer *p, const rc_claim *c)
{
    ADD(p->out, "{\"kind\":\"claim\"");
    rc_buf_add(p->out, p->file);
    add_span(p, c->span);
    ADD(p->out, ",\"subject\":");
    add_str_or_null(p->out, c->subject.text);
    ADD(p->out, ",\"attribute\":");
    add_str_or_null(p->out, c->attribute);
    ADD(p->out, ",\"object\":");
    add_str_or_null(p->out, c->object.text);
    ADD(p->out, ",\"value\":");
    add_value(p, c);
    ADD(p->out, ",\"time\":");
    add_str_or_null(p->out, c->time.value);
    ADD(p->out, ",\"source\":");
    add_str_or_null(p->out, c->source.text);
    ADD(p->out, ",\"modality\":\"");
    rc_buf_add(p->out, rc_str_from(rc_modality_name(c->modality)));
    ADD(p->out, "\"}");
}

static void add_document(printer *p)
{
    ADD(p->out, "{\"kind\":\"document\"");
    rc_buf_add(p->out, p->file);
    ADD(p->out, ",\"title\":");
    add_str_or_null(p->out, p->doc->title);
    ADD(p->out, ",\"date\":");
    add_day(p, p->doc->date);
    ADD(p->out, ",\"date_source\":");
    rc_date_source source = p->doc->date == RC_DAY_NONE ? RC_DATE_NONE : p->doc->date_source;
    add_str_or_null(p->out, rc_str_from(rc_date_source_name(source)));
    ADD(p->out, ",\"language\":");
    add_str_or_null(p->out, p->doc->language);
    ADD(p->out, "}");
}

static void add_file_member(rc_arena *scratch, printer *p)
{
    rc_buf quoted;
    rc_buf_init(&quoted, (size_t)1 << 20);
    ADD(&quoted, ",\"file\":");
    add_str(&quoted, p->doc->path);
    p->file = rc_arena_str(scratch, rc_buf_str(&quoted));
    rc_buf_clear(&quoted);
}

/* Records of one document, each followed by `end`. */
static void add_result(rc_sink *s, const rc_result *r, rc_str end)
{
    rc_arena *scratch = rc_arena_new(RC_DOC_BYTES_MAX);
    printer p = {.out = &s->buf, .scratch = scratch, .doc = r->doc};
    add_file_member(scratch, &p);
    add_document(&p);
    rc_buf_add(p.out, end);
    for (size_t i = 0; r->mentions && i < r->mentions->count; i++) {
        if (!rc_mention_is_value(&r->mentions->items[i]))
            continue;
        add_mention(&p, r, &r->mentions->items[i]);
        rc_buf_add(p.out, end);
        rc_sink_flow(s);
    }
    for (size_t i = 0; i < r->claim_count; i++) {
        add_claim(&p, r->claims[i]);
        rc_buf_add(p.out, end);
        rc_sink_flow(s);
    }
    rc_arena_free(scratch);
}

void rc_extract_ndjson(rc_sink *s, const rc_report *r)
{
    for (size_t i = 0; i < r->document_count; i++)
        add_result(s, r->documents[i], RC_STR("\n"));
}

void rc_extract_json(rc_sink *s, const rc_report *r)
{
    rc_json j;
    rc_json_init(&j, &s->buf);
    ADD(&s->buf, "{\"records\":[");
    for (size_t i = 0; i < r->document_count; i++)
        add_result(s, r->documents[i], RC_STR(",\n"));
    /* The summary closes the list, so that no comma is left over. */
    rc_json_summary(&j, r);
    ADD(&s->buf, "]}\n");
}
