#include "pipeline/document.h"

#include "base/limits.h"
#include "claims/family.h"
#include "claims/remark.h"
#include "readers/reader.h"
#include "text/token.h"

/* Claims are made in memory that grows by doubling; those kept take no more than they need. */
static void keep_claims(rc_document *d)
{
    rc_claim_list *l = &d->claims;
    l->items = rc_arena_grow(d->kept, l->items, l->count, l->count, sizeof(*l->items));
    l->passages = rc_arena_grow(d->kept, l->passages, l->passage_count, l->passage_count,
                                sizeof(*l->passages));
    l->capacity = l->count;
    l->passage_capacity = l->passage_count;
}

static rc_status analyse(rc_document *d, rc_arena *scratch, const rc_document_tools *tools,
                         rc_err *err)
{
    rc_doc *doc = d->result.doc;
    const rc_lexicon *lexicon = rc_rules_lexicon(tools->rules);
    rc_text *text;
    rc_status status = rc_text_split(scratch, doc, lexicon, &text, err);
    if (status != RC_OK)
        return status;
    rc_text_tag(text, lexicon);
    status = rc_text_group(scratch, text);
    if (status == RC_OK)
        status = rc_mentions_find(scratch, tools->mentioner, doc, text, &d->result.mentions, err);
    if (status != RC_OK)
        return status;
    d->claims.plain = !tools->options->check;
    rc_open_claims(d->kept, scratch, tools->claimer, text, d->result.mentions, &d->claims);
    rc_remarks_add(d->kept, scratch, tools->rules, text, d->result.mentions, &d->claims);
    status = rc_family_claims(d->kept, scratch, tools->rules, text, d->result.mentions, &d->claims);
    if (status == RC_OK)
        keep_claims(d);
    return status;
}

/* Marks the mentions of `type` that overlap a span. */
static void mark(const rc_mentions *m, uint8_t *marks, rc_span span, rc_mention_type type)
{
    size_t low = 0, high = m->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->items[middle].span.end <= span.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < m->count && m->items[i].span.start < span.end; i++)
        if (m->items[i].type == type && rc_span_overlaps(m->items[i].span, span))
            marks[i] = 1;
}

static void mark_claim(const rc_mentions *m, uint8_t *marks, const rc_claim *c)
{
    if (!c->subject.key && !c->object.key)
        return;
    if (c->mention < m->count)
        marks[c->mention] = 1;
    else
        mark(m, marks, c->value_span, (rc_mention_type)c->type);
    const rc_argument *arguments[] = {&c->subject, &c->object, &c->source};
    for (size_t i = 0; i < sizeof(arguments) / sizeof(*arguments); i++)
        if (arguments[i]->entity)
            mark(m, marks, arguments[i]->span, RC_MENTION_ENTITY);
}

static void count(rc_document *d, rc_arena *scratch)
{
    const rc_mentions *m = d->result.mentions;
    uint8_t *marks = RC_NEW_ARRAY(scratch, uint8_t, m->count);
    rc_counts *n = &d->counts;
    for (size_t i = 0; i < d->claims.count; i++)
        mark_claim(m, marks, &d->claims.items[i]);
    for (size_t i = 0; i < m->count; i++) {
        if (!rc_mention_is_value(&m->items[i]))
            continue;
        switch (m->items[i].type) {
        case RC_MENTION_QUANTITY:
            n->figures++;
            n->figures_understood += marks[i];
            break;
        case RC_MENTION_TIME:
            n->dates++;
            n->dates_understood += marks[i];
            break;
        case RC_MENTION_ENTITY:
            n->names++;
            n->names_understood += marks[i];
            break;
        }
    }
    n->claims = d->claims.count;
    n->bytes = d->result.doc->bytes.len;
}

static void give_up(rc_document *d, const rc_err *err)
{
    d->unread = rc_arena_str(d->kept, rc_str_from(err->text));
    d->result = (rc_result){.doc = NULL};
    d->claims = (rc_claim_list){.items = NULL};
}

static rc_status open_document(rc_document *d, rc_err *err)
{
    if (d->bytes.ptr)
        return rc_reader_parse(d->kept, rc_str_from(d->path), d->bytes, RC_STR_NONE, &d->result.doc,
                               err);
    return rc_reader_open(d->kept, d->path, RC_STR_NONE, &d->result.doc, err);
}

void rc_document_process(rc_document *d, const rc_document_tools *tools, rc_arena *scratch)
{
    rc_err err = {.text = "it cannot be read"};
    d->kept = rc_arena_new(RC_DOC_BYTES_MAX);
    if (open_document(d, &err) != RC_OK) {
        give_up(d, &err);
        return;
    }
    rc_doc *doc = d->result.doc;
    rc_furniture_remove(tools->furniture, doc);
    if (doc->date == RC_DAY_NONE && tools->options->date != RC_DAY_NONE) {
        doc->date = tools->options->date; /* until the text itself is found to carry one */
        if (doc->date_source == RC_DATE_NONE)
            doc->date_source = RC_DATE_OPTION;
    }
    if (analyse(d, scratch, tools, &err) == RC_OK) {
        count(d, scratch);
        d->analysis = rc_arena_new(RC_DOC_BYTES_MAX);
        d->result.mentions =
            rc_mentions_keep(d->analysis, d->result.mentions,
                             tools->options->keep_analysis ? RC_KEEP_MENTIONS : RC_KEEP_NAMES);
    } else {
        give_up(d, &err);
    }
    rc_arena_reset(scratch);
}

void rc_document_clear(rc_document *d)
{
    rc_arena_free(d->analysis);
    rc_arena_free(d->kept);
    d->analysis = d->kept = NULL;
}
