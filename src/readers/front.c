#include "readers/front.h"

#include <libfyaml.h>
#include <stdlib.h>
#include <string.h>

#define FRONT_BYTES_MAX ((size_t)64 << 10)

/* Length of the line at `at` with its line feed. */
static size_t line_length(rc_str s, size_t at)
{
    size_t n = rc_str_find(rc_str_sub(s, at, s.len), '\n');
    return at + n < s.len ? n + 1 : n;
}

size_t rc_front_length(rc_str source)
{
    rc_str fence = rc_str_trim(rc_str_sub(source, 0, line_length(source, 0)));
    bool toml = rc_str_eq(fence, RC_STR("+++"));
    if (!toml && !rc_str_eq(fence, RC_STR("---")))
        return 0;
    for (size_t at = line_length(source, 0); at < source.len && at < FRONT_BYTES_MAX;) {
        size_t n = line_length(source, at);
        rc_str line = rc_str_trim(rc_str_sub(source, at, at + n));
        at += n;
        if (rc_str_eq(line, fence) || (!toml && rc_str_eq(line, RC_STR("..."))))
            return at;
    }
    return 0;
}

static rc_str scalar(struct fy_node *node)
{
    size_t n = 0;
    const char *s = fy_node_get_scalar(node, &n);
    return s ? (rc_str){s, n} : RC_STR_NONE;
}

/* "author: {name: ...}", "authors: [a, b]": the name, or all of them with commas between. */
static rc_str node_value(rc_arena *a, struct fy_node *node)
{
    if (fy_node_is_scalar(node))
        return scalar(node);
    if (fy_node_is_mapping(node)) {
        struct fy_node *name = fy_node_mapping_lookup_by_string(node, "name", FY_NT);
        return name && fy_node_is_scalar(name) ? scalar(name) : RC_STR_NONE;
    }
    rc_str all = RC_STR_NONE;
    void *at = NULL;
    struct fy_node *item;
    for (int n = 0; n < 20 && (item = fy_node_sequence_iterate(node, &at)) != NULL; n++) {
        if (fy_node_is_mapping(item))
            item = fy_node_mapping_lookup_by_string(item, "name", FY_NT);
        rc_str one = item && fy_node_is_scalar(item) ? scalar(item) : RC_STR_NONE;
        if (one.len && all.len)
            all = rc_arena_printf(a, "%.*s, %.*s", RC_STR_ARG(all), RC_STR_ARG(one));
        else if (one.len)
            all = one;
    }
    return all;
}

/* What libfyaml would print about a document that is no YAML goes nowhere. */
static void discard(struct fy_diag *diag, void *user, const char *bytes, size_t length)
{
    (void)diag;
    (void)user;
    (void)bytes;
    (void)length;
}

static struct fy_document *build(rc_str front)
{
    struct fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = NULL;
    quiet.output_fn = discard;
    const unsigned flags = FYPCF_QUIET | FYPCF_DEFAULT_VERSION_AUTO | FYPCF_ALLOW_DUPLICATE_KEYS;
    struct fy_parse_cfg cfg = {.flags = (enum fy_parse_cfg_flags)flags,
                               .diag = fy_diag_create(&quiet)};
    if (!cfg.diag)
        return NULL;
    struct fy_document *doc = fy_document_build_from_string(&cfg, front.ptr, front.len);
    fy_diag_destroy(cfg.diag);
    return doc;
}

/* False: it is no YAML. */
static bool read_yaml(rc_meta *m, rc_str front)
{
    struct fy_document *doc = build(front);
    if (!doc)
        return false;
    struct fy_node *root = fy_document_root(doc);
    bool ok = root && fy_node_is_mapping(root);
    void *at = NULL;
    for (struct fy_node_pair *p; ok && (p = fy_node_mapping_iterate(root, &at)) != NULL;) {
        struct fy_node *key = fy_node_pair_key(p), *value = fy_node_pair_value(p);
        uint8_t rank = 0;
        if (key && value && fy_node_is_scalar(key) &&
            rc_meta_find(scalar(key), &rank) != RC_META_NONE)
            rc_meta_put(m, scalar(key), node_value(m->arena, value));
    }
    fy_document_destroy(doc);
    return ok;
}

static rc_str unquoted(rc_str s)
{
    s = rc_str_trim(s);
    if (s.len >= 2 && (s.ptr[0] == '"' || s.ptr[0] == '\'') && s.ptr[s.len - 1] == s.ptr[0])
        return rc_str_sub(s, 1, s.len - 1);
    return s;
}

static void read_lines(rc_meta *m, rc_str front, char separator)
{
    rc_str line;
    while (rc_str_split(&front, '\n', &line)) {
        size_t at = rc_str_find(line, separator);
        if (at < line.len && line.ptr[0] != ' ' && line.ptr[0] != '#')
            rc_meta_put(m, unquoted(rc_str_sub(line, 0, at)),
                        unquoted(rc_str_sub(line, at + 1, line.len)));
    }
}

void rc_front_read(rc_meta *m, rc_str front)
{
    size_t first = line_length(front, 0), end = front.len;
    while (end > first && front.ptr[end - 1] != '-' && front.ptr[end - 1] != '+' &&
           front.ptr[end - 1] != '.')
        end--;
    rc_str body = rc_str_sub(front, first, end >= first + 3 ? end - 3 : first);
    if (front.ptr[0] == '+')
        read_lines(m, body, '=');
    else if (!read_yaml(m, body))
        read_lines(m, body, ':');
}

rc_status rc_front_title(const rc_doc *d, rc_str front, rc_span *ret)
{
    if (d->title.len == 0)
        return RC_NONE;
    const char *at = memmem(front.ptr, front.len, d->title.ptr, d->title.len);
    if (!at)
        return RC_NONE;
    size_t start = (size_t)(at - d->source.ptr);
    *ret = (rc_span){(uint32_t)start, (uint32_t)(start + d->title.len)};
    return RC_OK;
}
