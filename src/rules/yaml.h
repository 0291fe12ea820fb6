/* A YAML file as a tree whose every node knows its place. Read by libfyaml's events; aliases and
 * tags are no part of what a rule may use. */
#ifndef RC_RULES_YAML_H
#define RC_RULES_YAML_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef enum { RC_YAML_SCALAR, RC_YAML_LIST, RC_YAML_MAP } rc_yaml_kind;

typedef struct rc_yaml {
    rc_yaml_kind kind;
    uint32_t line, column;  /* from 1; of a quoted scalar, of what stands in the quotation marks */
    rc_str text;            /* of a scalar */
    struct rc_yaml **items; /* of a list; of a map, keys and values in turn */
    size_t count, capacity; /* of items */
} rc_yaml;

typedef struct {
    rc_yaml **items;
    size_t count, capacity;
} rc_yaml_list;

/* Adds the documents of `bytes` to `out`. What is no YAML is a diagnostic, and so are aliases and
 * nesting past 64; `out` then has the documents before it. */
void rc_yaml_read(rc_arena *a, const char *file, rc_str bytes, rc_yaml_list *out,
                  rc_diagnostics *d);
/* The value of a key; NULL: none, or `n` is no map. */
const rc_yaml *rc_yaml_get(const rc_yaml *n, const char *key);
/* The text of a scalar, else "". */
rc_str rc_yaml_text(const rc_yaml *n);

#endif
