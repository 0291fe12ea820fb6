/* What `rcheck explain` tells: the files of checks/, and the families with their examples. */
#include <stdlib.h>

#include "base/diagnose.h"
#include "rules/internal.h"
#include "rules/suggest.h"

#define NAME(literal)                                                                              \
    {                                                                                              \
        "" literal "", sizeof(literal) - 1                                                         \
    }

static const rc_str check_keys[] = {NAME("check"),    NAME("title"), NAME("severity"),
                                    NAME("why"),      NAME("fires"), NAME("silent"),
                                    NAME("off"),      NAME("law"),   NAME("slots"),
                                    NAME("patterns"), NAME("never"), NAME("define")};

#define KEY_COUNT (sizeof(check_keys) / sizeof(check_keys[0]))

static void complain(const rc_loader *l, const char *file, const rc_yaml *at, const char *what)
{
    rc_diagnose(l->arena, l->diagnostics, file, at->line, at->column, "%s", what);
}

/* A text, or a map of "a", "b" and "note". */
static rc_rule_example read_one(const rc_yaml *n)
{
    rc_rule_example e = {.a = rc_yaml_text(n), .line = n->line, .column = n->column};
    if (n->kind != RC_YAML_MAP)
        return e;
    const rc_yaml *text = rc_yaml_get(n, "text");
    e.a = rc_yaml_text(text ? text : rc_yaml_get(n, "a"));
    e.b = rc_yaml_text(rc_yaml_get(n, "b"));
    e.note = rc_yaml_text(rc_yaml_get(n, "note"));
    return e;
}

static void add_fires(const rc_loader *l, rc_rule_info *info, rc_rule_example e)
{
    RC_PUSH(l->arena, info->fires, info->fires_count, info->fires_capacity, e);
}

static void add_silent(const rc_loader *l, rc_rule_info *info, rc_rule_example e)
{
    RC_PUSH(l->arena, info->silent, info->silent_count, info->silent_capacity, e);
}

typedef void (*adder)(const rc_loader *, rc_rule_info *, rc_rule_example);

static void read_list(const rc_loader *l, rc_rule_info *info, const rc_yaml *n, adder add)
{
    if (n && n->kind != RC_YAML_LIST)
        add(l, info, read_one(n));
    for (size_t i = 0; n && n->kind == RC_YAML_LIST && i < n->count; i++)
        add(l, info, read_one(n->items[i]));
}

static void check_keys_of(const rc_loader *l, const char *file, const rc_yaml *root)
{
    for (size_t i = 0; i < root->count; i += 2) {
        rc_str key = root->items[i]->text;
        bool known = false;
        for (size_t k = 0; k < KEY_COUNT; k++)
            known |= rc_str_eq(key, check_keys[k]);
        if (!known)
            rc_diagnose(l->arena, l->diagnostics, file, root->items[i]->line,
                        root->items[i]->column, "unknown key '%.*s'%s", RC_STR_ARG(key),
                        rc_suggestion(l->arena, key, check_keys, KEY_COUNT));
    }
    static const char *const needed[] = {"check", "severity", "why", "fires", "silent"};
    for (size_t i = 0; l->examples && i < sizeof(needed) / sizeof(needed[0]); i++) {
        if (!rc_yaml_get(root, needed[i]))
            rc_diagnose(l->arena, l->diagnostics, file, root->line, root->column,
                        "the key '%s' is missing", needed[i]);
    }
}

static void read_check(rc_loader *l, const char *file, const rc_yaml *root)
{
    if (root->kind != RC_YAML_MAP) {
        complain(l, file, root, "a check is a map of keys");
        return;
    }
    if (rc_yaml_get(root, "define") && root->count == 2) {
        rc_law_load(l, file, root); /* only definitions, for the files behind it */
        return;
    }
    check_keys_of(l, file, root);
    rc_law_load(l, file, root);
    if (!l->examples)
        return;
    rc_rule_info info = {.id = rc_yaml_text(rc_yaml_get(root, "check")),
                         .title = rc_yaml_text(rc_yaml_get(root, "title")),
                         .why = rc_str_trim(rc_yaml_text(rc_yaml_get(root, "why"))),
                         .off = rc_str_trim(rc_yaml_text(rc_yaml_get(root, "off"))),
                         .file = file,
                         .line = root->line};
    if (rc_yaml_get(root, "severity"))
        info.severity = rc_severity_read(l, file, rc_yaml_get(root, "severity"));
    read_list(l, &info, rc_yaml_get(root, "fires"), add_fires);
    read_list(l, &info, rc_yaml_get(root, "silent"), add_silent);
    RC_PUSH(l->arena, l->rules->infos, l->rules->info_count, l->rules->info_capacity, info);
}

void rc_checks_load(rc_loader *l, const rc_rule_file *f, rc_str bytes)
{
    rc_yaml_list documents = {0};
    if (!l->examples)
        bytes = rc_without_examples(l->arena, bytes);
    rc_yaml_read(l->arena, f->path, bytes, &documents, l->diagnostics);
    for (size_t i = 0; i < documents.count; i++) {
        const rc_yaml *n = documents.items[i];
        if (n->kind != RC_YAML_LIST)
            read_check(l, f->path, n);
        for (size_t k = 0; n->kind == RC_YAML_LIST && k < n->count; k++)
            read_check(l, f->path, n->items[k]);
    }
}

static void add_family(rc_loader *l, const rc_family *f)
{
    rc_rule_info info = {.id = f->id,
                         .title = f->title,
                         .why = f->why,
                         .severity = f->severity,
                         .family = true,
                         .file = f->file,
                         .line = f->line};
    for (size_t i = 0; i < f->conflict_count; i++) {
        const rc_conflict *c = &f->conflicts[i];
        if (rc_str_eq(c->expect, RC_STR("conflict")))
            add_fires(l, &info, (rc_rule_example){.a = c->a, .b = c->b});
        else
            add_silent(l, &info, (rc_rule_example){.a = c->a, .b = c->b, .note = c->expect});
    }
    for (size_t i = 0; i < f->example_count; i++) {
        if (f->examples[i].none)
            add_silent(l, &info, (rc_rule_example){.a = f->examples[i].text});
    }
    RC_PUSH(l->arena, l->rules->infos, l->rules->info_count, l->rules->info_capacity, info);
}

static int by_id(const void *a, const void *b)
{
    return rc_str_cmp(((const rc_rule_info *)a)->id, ((const rc_rule_info *)b)->id);
}

void rc_infos_finish(rc_loader *l)
{
    rc_rules *r = l->rules;
    for (size_t i = 0; l->examples && i < r->family_count; i++) {
        if (!r->families[i]->law)
            add_family(l, r->families[i]);
    }
    if (r->info_count)
        qsort(r->infos, r->info_count, sizeof(*r->infos), by_id);
}

size_t rc_rules_info_count(const rc_rules *r)
{
    return r->info_count;
}

const rc_rule_info *rc_rules_info(const rc_rules *r, size_t i)
{
    return i < r->info_count ? &r->infos[i] : NULL;
}

const rc_rule_info *rc_rules_info_find(const rc_rules *r, rc_str id)
{
    for (size_t i = 0; i < r->info_count; i++) {
        if (rc_str_eq(r->infos[i].id, id))
            return &r->infos[i];
    }
    return NULL;
}
