#include "rules/pattern.h"

#include <stdarg.h>

#include "base/diagnose.h"
#include "rules/suggest.h"

#define GAP_DEFAULT 5
#define NESTING_MAX 8

typedef struct {
    const rc_pattern_context *context;
    rc_str in;
    size_t at;
    uint32_t column;
    int depth;
    bool failed;
} parser;

void rc_pattern_diagnose(const rc_pattern_context *c, uint32_t column, const char *format, ...)
{
    rc_err place = {.file = c->file, .line = c->line, .column = c->column + column};
    va_list args;
    va_start(args, format);
    rc_diagnose_list(c->arena, c->diagnostics, &place, format, args);
    va_end(args);
}

static char peek(const parser *p)
{
    return p->at < p->in.len ? p->in.ptr[p->at] : '\0';
}

static void forward(parser *p)
{
    if (p->at >= p->in.len)
        return;
    do
        p->at++;
    while (p->at < p->in.len && ((unsigned char)p->in.ptr[p->at] & 0xC0) == 0x80);
    p->column++;
}

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static bool is_name_char(char c)
{
    return is_word_char(c) || c == '-' || c == '_';
}

/* A name up to `close`, which is consumed; the cursor stands behind the opening sign. */
static bool name(parser *p, char close, uint32_t opened, rc_str *ret)
{
    size_t start = p->at;
    while (is_name_char(peek(p)))
        forward(p);
    *ret = rc_str_sub(p->in, start, p->at);
    if (peek(p) == close && ret->len) {
        forward(p);
        return true;
    }
    rc_pattern_diagnose(p->context, opened, "'%c' is not closed by a name and '%c'",
                        close == '}' ? '{' : '<', close);
    p->failed = true;
    return false;
}

static void push(parser *p, rc_sequence *out, rc_node n)
{
    RC_PUSH(p->context->arena, out->items, out->count, out->capacity, n);
}

/* The text is split into "China" and "'s", "25", "-", "year": so are the words of a pattern. */
static void word(parser *p, rc_sequence *out)
{
    rc_node n = {.kind = RC_NODE_WORD, .column = p->column};
    size_t start = p->at;
    while (is_word_char(peek(p)))
        forward(p);
    /* "U.S.": full stops between letters belong to the word. */
    while (peek(p) == '.' && p->at == start + 1) {
        forward(p);
        while (is_word_char(peek(p)) || peek(p) == '.')
            forward(p);
    }
    n.text = rc_str_sub(p->in, start, p->at);
    push(p, out, n);
}

static void apostrophe(parser *p, rc_sequence *out)
{
    rc_node n = {.kind = RC_NODE_POSSESSIVE, .column = p->column};
    forward(p);
    if (peek(p) == 's' && !(p->at + 1 < p->in.len && is_word_char(p->in.ptr[p->at + 1])))
        forward(p);
    push(p, out, n);
}

static void slot(parser *p, rc_sequence *out)
{
    const rc_pattern_context *c = p->context;
    rc_node n = {.kind = RC_NODE_SLOT, .column = p->column};
    forward(p);
    rc_str wanted;
    if (!name(p, '}', n.column, &wanted))
        return;
    rc_str names[RC_SLOTS_MAX];
    size_t count = c->family ? c->family->slot_count : 0;
    for (size_t i = 0; i < count; i++) {
        names[i] = c->family->slots[i].name;
        if (rc_str_eq(names[i], wanted)) {
            n.slot = (uint8_t)i;
            push(p, out, n);
            return;
        }
    }
    rc_pattern_diagnose(c, n.column + 1, "unknown slot '%.*s'%s", RC_STR_ARG(wanted),
                        rc_suggestion(c->arena, wanted, names, count));
    p->failed = true;
}

static void reference(parser *p, rc_sequence *out)
{
    const rc_pattern_context *c = p->context;
    uint32_t column = p->column;
    forward(p);
    rc_str wanted;
    if (!name(p, '>', column, &wanted))
        return;
    size_t count = c->definitions->count;
    rc_str *names = RC_NEW_ARRAY(c->arena, rc_str, count);
    for (size_t i = 0; i < count; i++) {
        const rc_definition *d = &c->definitions->items[i];
        names[i] = d->name;
        if (!rc_str_eq(d->name, wanted))
            continue;
        for (size_t k = 0; k < d->nodes.count; k++) {
            push(p, out, d->nodes.items[k]);
            out->items[out->count - 1].column = column;
        }
        return;
    }
    rc_pattern_diagnose(c, column + 1, "'%.*s' is not defined%s", RC_STR_ARG(wanted),
                        rc_suggestion(c->arena, wanted, names, count));
    p->failed = true;
}

static void gap(parser *p, rc_sequence *out)
{
    rc_node n = {.kind = RC_NODE_GAP, .column = p->column};
    forward(p);
    bool digits = false;
    while (peek(p) >= '0' && peek(p) <= '9') {
        digits = true;
        if (n.value <= RC_GAP_MAX)
            n.value = n.value * 10 + (uint32_t)(peek(p) - '0');
        forward(p);
    }
    if (!digits)
        n.value = GAP_DEFAULT;
    if (n.value == 0 || n.value > RC_GAP_MAX) {
        rc_pattern_diagnose(p->context, n.column, "a gap is of 1 to %d words", RC_GAP_MAX);
        p->failed = true;
    }
    push(p, out, n);
}

static void sign(parser *p, rc_sequence *out)
{
    if (peek(p) == '\\')
        forward(p);
    if (p->at >= p->in.len) {
        rc_pattern_diagnose(p->context, p->column, "a sign must follow '\\'");
        p->failed = true;
        return;
    }
    rc_node n = {.kind = RC_NODE_WORD, .column = p->column, .sign = true};
    size_t start = p->at;
    forward(p);
    n.text = rc_str_sub(p->in, start, p->at);
    push(p, out, n);
}

static void sequence(parser *p, rc_sequence *out);

static void choice(parser *p, rc_sequence *out)
{
    rc_node n = {.kind = RC_NODE_CHOICE, .column = p->column, .optional = peek(p) == '['};
    char close = n.optional ? ']' : ')', open = peek(p);
    if (++p->depth > NESTING_MAX) {
        rc_pattern_diagnose(p->context, p->column, "brackets nested too deeply");
        p->failed = true;
        p->at = p->in.len;
        return;
    }
    do {
        forward(p);
        rc_sequence branch = {0};
        uint32_t column = p->column;
        sequence(p, &branch);
        if (branch.count == 0 && !p->failed) {
            rc_pattern_diagnose(p->context, column, "nothing stands between the signs here");
            p->failed = true;
        }
        RC_PUSH(p->context->arena, n.branches, n.branch_count, n.branch_capacity, branch);
    } while (peek(p) == '|');
    p->depth--;
    if (peek(p) != close) {
        rc_pattern_diagnose(p->context, n.column, "'%c' is not closed by '%c'", open, close);
        p->failed = true;
        forward(p);
        return;
    }
    forward(p);
    if (n.optional) {
        rc_sequence none = {0};
        RC_PUSH(p->context->arena, n.branches, n.branch_count, n.branch_capacity, none);
    }
    push(p, out, n);
}

/* Up to the end, or to a sign that closes what stands around it. */
static void sequence(parser *p, rc_sequence *out)
{
    while (p->at < p->in.len) {
        char c = peek(p);
        if (c == ' ' || c == '\n')
            forward(p);
        else if (p->depth && (c == '|' || c == ')' || c == ']'))
            return;
        else if (c == '(' || c == '[')
            choice(p, out);
        else if (c == '{')
            slot(p, out);
        else if (c == '<')
            reference(p, out);
        else if (c == '~')
            gap(p, out);
        else if (c == '\'')
            apostrophe(p, out);
        else if (is_word_char(c))
            word(p, out);
        else if (c == '|' || c == ')' || c == ']' || c == '}' || c == '>') {
            rc_pattern_diagnose(p->context, p->column, "'%c' closes or parts nothing", c);
            p->failed = true;
            forward(p);
        } else
            sign(p, out);
    }
}

bool rc_pattern_parse(const rc_pattern_context *c, rc_str text, rc_sequence *ret)
{
    parser p = {.context = c, .in = text};
    rc_sequence out = {0};
    sequence(&p, &out);
    if (!p.failed && out.count == 0) {
        rc_pattern_diagnose(c, 0, "the pattern is empty");
        p.failed = true;
    }
    *ret = out;
    return !p.failed;
}
