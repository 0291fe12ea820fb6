#include "rules/rules.h"
#include "rules/compile.h"

#include <stdlib.h>

#include "base/diagnose.h"
#include "base/hash.h"
#include "base/limits.h"
#include "rules/internal.h"
#include "rules/suggest.h"

#define WORDS RC_STR("words/")

static const rc_str class_names[] = {
#define RC_WORDCLASS(name, text) {"" text "", sizeof(text) - 1},
#include "text/wordclass.def"
#undef RC_WORDCLASS
};

/* A table of words/: a word and its classes, separated by commas. */
static void load_words(const rc_loader *l, const rc_table *t)
{
    size_t word = rc_table_column(t, "word"), classes = rc_table_column(t, "classes");
    if (word == SIZE_MAX || classes == SIZE_MAX) {
        rc_diagnose(l->arena, l->diagnostics, t->file, 1, 1,
                    "a table of words needs the columns 'word' and 'classes'");
        return;
    }
    for (size_t i = 0; i < t->row_count; i++) {
        uint64_t bits = 0;
        rc_str rest = rc_table_cell(t, i, classes), part;
        while (rc_str_split(&rest, ',', &part)) {
            part = rc_str_trim(part);
            uint64_t bit = rc_wordclass_parse(part);
            if (!bit)
                rc_table_diagnose(l->arena, l->diagnostics, t, i, classes,
                                  "unknown class of words '%.*s'%s", RC_STR_ARG(part),
                                  rc_suggestion(l->arena, part, class_names, RC_WORDCLASS_COUNT));
            bits |= bit;
        }
        if (rc_table_cell(t, i, word).len == 0)
            rc_table_diagnose(l->arena, l->diagnostics, t, i, word, "the word is missing");
        else
            rc_lexicon_add_classes(l->rules->lexicon, rc_word_from(rc_table_cell(t, i, word)),
                                   bits);
    }
}

static void add_table(const rc_loader *l, rc_table *t)
{
    rc_rules *r = l->rules;
    uint32_t *at = rc_map_put(&r->tables_by_name, rc_hash(t->name), (uint32_t)r->table_count);
    if (*at < r->table_count) {
        if (!rc_table_join(l->arena, r->tables[*at], t))
            rc_diagnose(l->arena, l->diagnostics, t->file, 1, 1,
                        "the columns are not those of the same table in %s", r->tables[*at]->file);
        return;
    }
    RC_PUSH(l->arena, r->tables, r->table_count, r->table_capacity, t);
}

static rc_status load_table(const rc_loader *l, const rc_rule_file *f)
{
    rc_str bytes;
    rc_status s = rc_rule_file_read(l->arena, f->path, &bytes, l->err);
    if (s != RC_OK)
        return s;
    rc_table *t = rc_table_read(l->arena, f->path, f->name, bytes, l->diagnostics);
    if (rc_str_starts(t->name, WORDS))
        load_words(l, t);
    add_table(l, t);
    return RC_OK;
}

static int by_name(const void *a, const void *b)
{
    return rc_str_cmp((*(rc_table *const *)a)->name, (*(rc_table *const *)b)->name);
}

static void sort_tables(rc_rules *r)
{
    if (r->table_count)
        qsort(r->tables, r->table_count, sizeof(*r->tables), by_name);
    for (size_t i = 0; i < r->table_count; i++)
        *rc_map_put(&r->tables_by_name, rc_hash(r->tables[i]->name), 0) = (uint32_t)i;
}

static rc_status load_yaml(rc_loader *l, const rc_rule_file *f)
{
    bool check = rc_str_starts(f->name, RC_STR("checks/"));
    if (!check && !rc_str_starts(f->name, RC_STR("claims/")))
        return RC_OK;
    rc_str bytes;
    rc_status s = rc_rule_file_read(l->arena, f->path, &bytes, l->err);
    if (s == RC_OK && check)
        rc_checks_load(l, f, bytes);
    else if (s == RC_OK)
        rc_families_load(l, f, bytes);
    return s;
}

/* The words that variations of patterns are built with. */
static void load_grammar(rc_loader *l)
{
    const rc_table *t = rc_rules_table(l->rules, "tables/grammar");
    rc_programs *p = &l->rules->programs;
    for (size_t i = 0; t && i < t->row_count; i++) {
        size_t column = rc_table_column(t, "role");
        rc_str role = rc_table_cell(t, i, column);
        rc_str word = rc_table_cell(t, i, rc_table_column(t, "word"));
        if (rc_str_eq(role, RC_STR("agent")))
            l->grammar.agent = word;
        else if (rc_str_eq(role, RC_STR("genitive")))
            l->grammar.genitive = word;
        else if (!rc_str_eq(role, RC_STR("join")))
            rc_table_diagnose(l->arena, l->diagnostics, t, i, column,
                              "a role is 'agent', 'genitive' or 'join'");
        else if (p->join_count < RC_JOINS_MAX)
            p->joins[p->join_count++] = rc_word_from(word);
    }
    p->genitive = rc_word_from(l->grammar.genitive);
}

static rc_status list_folders(rc_loader *l, const rc_rules_options *o, rc_rule_files *files)
{
    rc_status s = RC_OK;
    for (size_t i = 0; s == RC_OK && i < o->dir_count; i++)
        s = rc_rule_files_list(l->arena, o->dirs[i], files, l->err);
    return s;
}

/* Tables first: families are compiled with the words of all folders. */
static rc_status load_files(rc_loader *l, const rc_rule_files *files)
{
    rc_status s = RC_OK;
    for (size_t i = 0; s == RC_OK && i < files->count; i++) {
        if (rc_str_eq(files->items[i].ending, RC_STR("tsv")))
            s = load_table(l, &files->items[i]);
    }
    sort_tables(l->rules);
    load_grammar(l);
    for (size_t i = 0; s == RC_OK && i < files->count; i++) {
        if (rc_str_eq(files->items[i].ending, RC_STR("yaml")))
            s = load_yaml(l, &files->items[i]);
    }
    rc_infos_finish(l);
    return s;
}

rc_status rc_rules_load(rc_arena *a, const rc_rules_options *o, rc_diagnostics *diagnostics,
                        const rc_rules **ret, rc_err *err)
{
    rc_loader l = {.arena = a,
                   .rules = RC_NEW(a, rc_rules),
                   .diagnostics = diagnostics,
                   .err = err,
                   .examples = o->examples};
    rc_map_init(&l.rules->tables_by_name, a, 64);
    rc_programs_init(&l.rules->programs, a);
    size_t before = diagnostics->count;
    rc_rule_files files = {0};
    rc_status s = rc_lexicon_open(a, o->lexicon_path, &l.rules->lexicon, err);
    if (s == RC_OK)
        s = list_folders(&l, o, &files);
    if (s == RC_OK)
        s = load_files(&l, &files);
    if (s != RC_OK)
        return s;
    if (diagnostics->count > before) {
        const rc_err *e = &diagnostics->items[before];
        return rc_fail(err, RC_ESYNTAX, e->file, e->line, e->column, "%s", e->text);
    }
    rc_programs_find_needs(a, &l.rules->programs);
    *ret = l.rules;
    return RC_OK;
}

const rc_lexicon *rc_rules_lexicon(const rc_rules *r)
{
    return r->lexicon;
}

const rc_table *rc_rules_table(const rc_rules *r, const char *name)
{
    const uint32_t *at = rc_map_get(&r->tables_by_name, rc_hash(rc_str_from(name)));
    return at ? r->tables[*at] : NULL;
}

size_t rc_rules_table_count(const rc_rules *r)
{
    return r->table_count;
}

const rc_table *rc_rules_table_at(const rc_rules *r, size_t i)
{
    return i < r->table_count ? r->tables[i] : NULL;
}
