#include "rules/yaml.h"

#include <libfyaml.h>

#include "base/diagnose.h"

#define NESTING_MAX 64

typedef struct {
    rc_arena *arena;
    const char *file;
    rc_yaml_list *out;
    rc_diagnostics *diagnostics;
    rc_yaml *open[NESTING_MAX];
    size_t depth;
    bool failed;
} builder;

static rc_yaml *new_node(builder *b, rc_yaml_kind kind, struct fy_token *token)
{
    rc_yaml *n = RC_NEW(b->arena, rc_yaml);
    n->kind = kind;
    n->line = n->column = 1;
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    if (mark) {
        n->line = (uint32_t)mark->line + 1;
        n->column = (uint32_t)mark->column + 1;
    }
    return n;
}

static void fail(builder *b, const rc_yaml *n, const char *what)
{
    b->failed = true;
    rc_diagnose(b->arena, b->diagnostics, b->file, n->line, n->column, "%s", what);
}

static void add(builder *b, rc_yaml *n)
{
    if (b->depth == 0) {
        RC_PUSH(b->arena, b->out->items, b->out->count, b->out->capacity, n);
        return;
    }
    rc_yaml *parent = b->open[b->depth - 1];
    bool is_key = parent->kind == RC_YAML_MAP && parent->count % 2 == 0;
    if (is_key && n->kind != RC_YAML_SCALAR)
        fail(b, n, "a key must be a word");
    for (size_t i = 0; is_key && i < parent->count; i += 2) {
        if (rc_str_eq(parent->items[i]->text, n->text)) {
            rc_diagnose(b->arena, b->diagnostics, b->file, n->line, n->column,
                        "the key '%.*s' is given twice", RC_STR_ARG(n->text));
            break;
        }
    }
    RC_PUSH(b->arena, parent->items, parent->count, parent->capacity, n);
}

static void open_node(builder *b, rc_yaml_kind kind, struct fy_token *token)
{
    rc_yaml *n = new_node(b, kind, token);
    if (b->depth == NESTING_MAX) {
        fail(b, n, "nested too deeply");
        return;
    }
    add(b, n);
    b->open[b->depth++] = n;
}

static void add_scalar(builder *b, struct fy_token *token)
{
    rc_yaml *n = new_node(b, RC_YAML_SCALAR, token);
    size_t len = 0;
    const char *text = token ? fy_token_get_text(token, &len) : NULL;
    n->text = rc_arena_str(b->arena, (rc_str){text, text ? len : 0});
    add(b, n);
}

/* Whether the event is one that a rule may have. */
static void take(builder *b, struct fy_event *e)
{
    if (e->type == FYET_SCALAR)
        add_scalar(b, e->scalar.value);
    else if (e->type == FYET_SEQUENCE_START)
        open_node(b, RC_YAML_LIST, e->sequence_start.sequence_start);
    else if (e->type == FYET_MAPPING_START)
        open_node(b, RC_YAML_MAP, e->mapping_start.mapping_start);
    else if (e->type == FYET_SEQUENCE_END || e->type == FYET_MAPPING_END)
        b->depth -= b->depth > 0;
    else if (e->type == FYET_ALIAS)
        fail(b, new_node(b, RC_YAML_SCALAR, e->alias.anchor), "an alias has no place in a rule");
}

static void report(builder *b, struct fy_diag *diag)
{
    void *at = NULL;
    bool any = false;
    for (const struct fy_diag_error *e = fy_diag_errors_iterate(diag, &at); e;
         e = fy_diag_errors_iterate(diag, &at)) {
        any = true;
        rc_diagnose(b->arena, b->diagnostics, b->file, e->line > 0 ? (uint32_t)e->line : 1,
                    e->column > 0 ? (uint32_t)e->column : 1, "not YAML: %s", e->msg);
    }
    if (!any)
        rc_diagnose(b->arena, b->diagnostics, b->file, 1, 1, "not YAML");
}

static void parse(builder *b, struct fy_diag *diag, rc_str bytes)
{
    const struct fy_parse_cfg cfg = {.search_path = "", .flags = FYPCF_QUIET, .diag = diag};
    struct fy_parser *p = fy_parser_create(&cfg);
    if (!p || fy_parser_set_string(p, bytes.ptr, bytes.len) != 0) {
        rc_diagnose(b->arena, b->diagnostics, b->file, 1, 1, "not YAML");
    } else {
        struct fy_event *e = NULL;
        while (!b->failed && (e = fy_parser_parse(p)) != NULL) {
            take(b, e);
            fy_parser_event_free(p, e);
        }
        if (!b->failed && fy_diag_got_error(diag))
            report(b, diag);
        if (b->depth > 0) /* the document was not read to its end */
            b->out->count--;
    }
    if (p)
        fy_parser_destroy(p);
}

void rc_yaml_read(rc_arena *a, const char *file, rc_str bytes, rc_yaml_list *out, rc_diagnostics *d)
{
    if (bytes.len == 0)
        return;
    builder b = {.arena = a, .file = file, .out = out, .diagnostics = d};
    struct fy_diag_cfg cfg;
    fy_diag_cfg_default(&cfg);
    cfg.fp = NULL;
    struct fy_diag *diag = fy_diag_create(&cfg);
    fy_diag_set_collect_errors(diag, true);
    parse(&b, diag, bytes);
    fy_diag_destroy(diag);
}

const rc_yaml *rc_yaml_get(const rc_yaml *n, const char *key)
{
    for (size_t i = 0; n && n->kind == RC_YAML_MAP && i + 1 < n->count; i += 2) {
        if (rc_str_eq(n->items[i]->text, rc_str_from(key)))
            return n->items[i + 1];
    }
    return NULL;
}

rc_str rc_yaml_text(const rc_yaml *n)
{
    return n && n->kind == RC_YAML_SCALAR ? n->text : RC_STR("");
}
