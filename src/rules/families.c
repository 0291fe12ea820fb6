/* Reads claim families: from YAML to rc_family, with a diagnostic for whatever is not understood.
 */
#include <string.h>

#include "base/diagnose.h"
#include "base/hash.h"
#include "rules/internal.h"
#include "rules/suggest.h"
#include "rules/yaml.h"

/* As RC_STR, for what is constant. */
#define NAME(literal)                                                                              \
    {                                                                                              \
        "" literal "", sizeof(literal) - 1                                                         \
    }

static const rc_str type_names[] = {
#define RC_SLOTTYPE(name, text) {"" text "", sizeof(text) - 1},
#include "rules/slottype.def"
#undef RC_SLOTTYPE
};

/* As enum rc_compare. */
static const rc_str compare_names[] = {NAME("interval"), NAME("exact"), NAME("same"), NAME("many"),
                                       NAME("country")};

static const rc_str family_keys[] = {
    NAME("family"),   NAME("title"), NAME("attribute"), NAME("severity"),  NAME("why"),
    NAME("slots"),    NAME("key"),   NAME("value"),     NAME("compare"),   NAME("define"),
    NAME("patterns"), NAME("never"), NAME("examples"),  NAME("conflicts"), NAME("tense")};

static const rc_str example_keys[] = {NAME("text"), NAME("claim")};
static const rc_str conflict_keys[] = {NAME("a"), NAME("b"), NAME("expect")};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* One family while it is read. */
typedef struct {
    rc_loader *loader;
    const char *file;
    const rc_yaml *root;
    rc_family *family;
    rc_node terms[RC_SLOTS_MAX];
    bool used[RC_SLOTS_MAX]; /* slots that some pattern has */
} reader;

__attribute__((format(printf, 3, 4))) static void complain(const reader *r, const rc_yaml *at,
                                                           const char *format, ...)
{
    rc_err place = {.file = r->file, .line = at->line, .column = at->column};
    va_list args;
    va_start(args, format);
    rc_diagnose_list(r->loader->arena, r->loader->diagnostics, &place, format, args);
    va_end(args);
}

static const char *suggest(const reader *r, rc_str word, const rc_str *choices, size_t count)
{
    return rc_suggestion(r->loader->arena, word, choices, count);
}

static void check_keys(const reader *r, const rc_yaml *map, const rc_str *known, size_t count)
{
    for (size_t i = 0; i < map->count; i += 2) {
        bool found = false;
        for (size_t k = 0; k < count; k++)
            found |= rc_str_eq(map->items[i]->text, known[k]);
        if (!found)
            complain(r, map->items[i], "unknown key '%.*s'%s", RC_STR_ARG(map->items[i]->text),
                     suggest(r, map->items[i]->text, known, count));
    }
}

/* The value of a key that must be there and of that kind; else a diagnostic and NULL. */
static const rc_yaml *need(const reader *r, const char *key, rc_yaml_kind kind)
{
    static const char *const kinds[] = {"a text", "a list", "a map"};
    const rc_yaml *n = rc_yaml_get(r->root, key);
    if (!n)
        complain(r, r->root, "the key '%s' is missing", key);
    else if (n->kind != kind)
        complain(r, n, "'%s' must be %s", key, kinds[kind]);
    else
        return n;
    return NULL;
}

static rc_pattern_context context_for(const reader *r, const rc_yaml *at, rc_family *family)
{
    return (rc_pattern_context){.arena = r->loader->arena,
                                .diagnostics = r->loader->diagnostics,
                                .file = r->file,
                                .line = at->line,
                                .column = at->column,
                                .family = family,
                                .definitions = &r->loader->definitions};
}

/* --- slots ------------------------------------------------------------------------------------ */

static size_t slot_index(const rc_family *f, rc_str name)
{
    for (size_t i = 0; i < f->slot_count; i++) {
        if (rc_str_eq(f->slots[i].name, name))
            return i;
    }
    return SIZE_MAX;
}

/* The slot that a word names; else a diagnostic and SIZE_MAX. */
static size_t slot_named(const reader *r, const rc_yaml *at, rc_str name)
{
    const rc_family *f = r->family;
    size_t i = slot_index(f, name);
    if (i != SIZE_MAX)
        return i;
    rc_str names[RC_SLOTS_MAX];
    for (size_t k = 0; k < f->slot_count; k++)
        names[k] = f->slots[k].name;
    complain(r, at, "unknown slot '%.*s'%s", RC_STR_ARG(name),
             suggest(r, name, names, f->slot_count));
    return SIZE_MAX;
}

/* "person|organization" */
static uint32_t read_types(const reader *r, const rc_yaml *n)
{
    uint32_t types = 0;
    rc_str rest = n->text, part;
    while (rc_str_split(&rest, '|', &part)) {
        part = rc_str_trim(part);
        uint32_t bit = 0;
        for (size_t i = 0; i < COUNT(type_names); i++) {
            if (rc_str_eq(part, type_names[i]) && i != RC_SLOTTYPE_TERM)
                bit = UINT32_C(1) << i;
        }
        if (!bit)
            complain(r, n, "unknown type of slot '%.*s'%s", RC_STR_ARG(part),
                     suggest(r, part, type_names, COUNT(type_names) - 1));
        types |= bit;
    }
    return types;
}

static void read_phrase(reader *r, size_t slot, const rc_yaml *n, rc_node *choice)
{
    if (n->kind != RC_YAML_SCALAR) {
        complain(r, n, "a term is a text");
        return;
    }
    rc_pattern_context c = context_for(r, n, NULL);
    rc_sequence s, with_term = {0};
    if (!rc_pattern_parse(&c, n->text, &s))
        return;
    rc_arena *a = r->loader->arena;
    rc_node term = {.kind = RC_NODE_TERM, .slot = (uint8_t)slot};
    term.value = (uint32_t)r->family->slots[slot].term_count - 1;
    RC_PUSH(a, with_term.items, with_term.count, with_term.capacity, term);
    for (size_t i = 0; i < s.count; i++)
        RC_PUSH(a, with_term.items, with_term.count, with_term.capacity, s.items[i]);
    RC_PUSH(a, choice->branches, choice->branch_count, choice->branch_capacity, with_term);
}

/* {imposed: [impose, levy], lifted: [lift]} */
static void read_terms(reader *r, size_t slot, const rc_yaml *map)
{
    rc_slot *s = &r->family->slots[slot];
    s->types = RC_TYPE(TERM);
    rc_node *choice = &r->terms[slot];
    choice->kind = RC_NODE_CHOICE;
    for (size_t i = 0; i + 1 < map->count; i += 2) {
        const rc_yaml *value = map->items[i + 1];
        rc_term t = {map->items[i]->text, rc_word_from(map->items[i]->text)};
        RC_PUSH(r->loader->arena, s->terms, s->term_count, s->term_capacity, t);
        if (value->kind == RC_YAML_SCALAR)
            read_phrase(r, slot, value, choice);
        for (size_t k = 0; value->kind == RC_YAML_LIST && k < value->count; k++)
            read_phrase(r, slot, value->items[k], choice);
        if (value->kind == RC_YAML_MAP)
            complain(r, value, "the words for a term are a list");
    }
    if (map->count == 0)
        complain(r, map, "a slot without terms");
}

static void read_slots(reader *r)
{
    const rc_yaml *map = need(r, "slots", RC_YAML_MAP);
    for (size_t i = 0; map && i + 1 < map->count; i += 2) {
        const rc_yaml *name = map->items[i], *type = map->items[i + 1];
        if (r->family->slot_count == RC_SLOTS_MAX) {
            complain(r, name, "more than %d slots", RC_SLOTS_MAX);
            return;
        }
        size_t at = r->family->slot_count++;
        r->family->slots[at] =
            (rc_slot){.name = name->text, .line = name->line, .column = name->column};
        if (type->kind == RC_YAML_MAP)
            read_terms(r, at, type);
        else if (type->kind == RC_YAML_SCALAR)
            r->family->slots[at].types = read_types(r, type);
        else
            complain(r, type, "a slot has a type, or a map of terms to their words");
    }
}

/* --- key, value, attribute -------------------------------------------------------------------- */

static void read_key(reader *r)
{
    const rc_yaml *list = need(r, "key", RC_YAML_LIST);
    rc_family *f = r->family;
    for (size_t i = 0; list && i < list->count; i++) {
        const rc_yaml *n = list->items[i];
        rc_str name = rc_yaml_text(n);
        bool optional = rc_str_ends(name, RC_STR("?"));
        if (optional)
            name.len--;
        if (rc_str_eq(name, RC_STR("time"))) {
            f->time_key = true;
            f->time_optional = optional;
            continue;
        }
        size_t slot = slot_named(r, n, name);
        if (slot == SIZE_MAX || f->key_count == RC_SLOTS_MAX)
            continue;
        f->slots[slot].key = true;
        f->slots[slot].optional = optional;
        f->key[f->key_count++] = (uint8_t)slot;
    }
    if (list && f->key_count == 0)
        complain(r, list, "the key names no slot");
}

static void read_value(reader *r, const rc_yaml *n)
{
    size_t slot = slot_named(r, n, rc_yaml_text(n));
    if (slot == SIZE_MAX)
        return;
    if (r->family->slots[slot].key)
        complain(r, n, "the slot '%.*s' is part of the key already", RC_STR_ARG(n->text));
    r->family->slots[slot].value = true;
}

static void read_values(reader *r)
{
    const rc_yaml *n = rc_yaml_get(r->root, "value");
    if (!n)
        complain(r, r->root, "the key 'value' is missing");
    else if (n->kind == RC_YAML_MAP)
        complain(r, n, "'value' names a slot, or a list of slots");
    else if (n->kind == RC_YAML_SCALAR)
        read_value(r, n);
    for (size_t i = 0; n && n->kind == RC_YAML_LIST && i < n->count; i++)
        read_value(r, n->items[i]);
}

static void read_attribute(reader *r)
{
    const rc_yaml *n = rc_yaml_get(r->root, "attribute");
    rc_family *f = r->family;
    for (size_t i = 0; i < f->slot_count; i++)
        f->slots[i].attribute = n && n->kind == RC_YAML_SCALAR ? n->text : f->id;
    if (!n)
        complain(r, r->root, "the key 'attribute' is missing");
    else if (n->kind == RC_YAML_LIST)
        complain(r, n, "'attribute' is a text, or a map of slots to texts");
    for (size_t i = 0; n && n->kind == RC_YAML_MAP && i + 1 < n->count; i += 2) {
        size_t slot = slot_named(r, n->items[i], n->items[i]->text);
        if (slot == SIZE_MAX)
            continue;
        if (!f->slots[slot].value)
            complain(r, n->items[i], "the slot '%.*s' is no value", RC_STR_ARG(n->items[i]->text));
        f->slots[slot].attribute = rc_yaml_text(n->items[i + 1]);
    }
}

uint8_t rc_severity_read(const rc_loader *l, const char *file, const rc_yaml *n)
{
    static const rc_str names[] = {NAME("info"), NAME("warning"), NAME("error")};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (rc_str_eq(rc_yaml_text(n), names[i]))
            return (uint8_t)i;
    }
    rc_str s = rc_yaml_text(n);
    rc_diagnose(l->arena, l->diagnostics, file, n->line, n->column, "unknown severity '%.*s'%s",
                RC_STR_ARG(s), rc_suggestion(l->arena, s, names, COUNT(names)));
    return 1;
}

static void read_compare(reader *r)
{
    const rc_yaml *n = rc_yaml_get(r->root, "compare");
    for (size_t i = 0; n && i < COUNT(compare_names); i++) {
        if (rc_str_eq(rc_yaml_text(n), compare_names[i])) {
            r->family->compare = (rc_compare)i;
            return;
        }
    }
    if (n)
        complain(r, n, "unknown way to compare '%.*s'%s", RC_STR_ARG(rc_yaml_text(n)),
                 suggest(r, rc_yaml_text(n), compare_names, COUNT(compare_names)));
}

static void read_tense(reader *r)
{
    const rc_yaml *n = rc_yaml_get(r->root, "tense");
    r->family->present = n && rc_str_eq(rc_yaml_text(n), RC_STR("present"));
    if (n && !r->family->present)
        complain(r, n, "unknown tense '%.*s': only 'present' is", RC_STR_ARG(rc_yaml_text(n)));
}

static void read_head(reader *r)
{
    rc_family *f = r->family;
    read_tense(r);
    const rc_yaml *severity = rc_yaml_get(r->root, "severity");
    f->severity = severity ? rc_severity_read(r->loader, r->file, severity) : 1;
    f->title = rc_yaml_get(r->root, "title") ? rc_yaml_text(rc_yaml_get(r->root, "title")) : f->id;
    const rc_yaml *why = need(r, "why", RC_YAML_SCALAR);
    f->why = rc_str_trim(rc_yaml_text(why));
    for (size_t i = 0; i < r->loader->rules->family_count; i++) {
        const rc_family *other = r->loader->rules->families[i];
        if (rc_str_eq(other->id, f->id))
            complain(r, rc_yaml_get(r->root, "family"),
                     "there is a family '%.*s' already, on line %u of %s", RC_STR_ARG(f->id),
                     (unsigned)other->line, other->file == r->file ? "this file" : other->file);
    }
}

/* --- patterns --------------------------------------------------------------------------------- */

static void mark_slots(const rc_sequence *s, bool *has)
{
    for (size_t i = 0; i < s->count; i++) {
        if (s->items[i].kind == RC_NODE_SLOT)
            has[s->items[i].slot] = true;
        for (size_t b = 0; b < s->items[i].branch_count; b++)
            mark_slots(&s->items[i].branches[b], has);
    }
}

static bool check_pattern(reader *r, const rc_pattern_context *c, const rc_sequence *s)
{
    bool has[RC_SLOTS_MAX] = {false}, value = false, ok = true;
    mark_slots(s, has);
    const rc_family *f = r->family;
    for (size_t i = 0; i < f->slot_count; i++) {
        r->used[i] |= has[i];
        value |= has[i] && f->slots[i].value;
        if (f->slots[i].key && !f->slots[i].optional && !has[i]) {
            rc_pattern_diagnose(c, 0,
                                "the pattern lacks the slot '%.*s' of the key: add it, or mark it "
                                "'%.*s?' in the key",
                                RC_STR_ARG(f->slots[i].name), RC_STR_ARG(f->slots[i].name));
            ok = false;
        }
    }
    if (!value) {
        rc_pattern_diagnose(c, 0, "the pattern has no slot that is a value");
        ok = false;
    }
    if (s->count &&
        (s->items[0].kind == RC_NODE_GAP || s->items[s->count - 1].kind == RC_NODE_GAP)) {
        rc_pattern_diagnose(c, 0, "a gap must stand between two other things");
        ok = false;
    }
    return ok;
}

static void read_pattern(reader *r, const rc_yaml *n, bool never)
{
    rc_family *f = r->family;
    if (n->kind != RC_YAML_SCALAR) {
        complain(r, n, "a pattern is a text: put it in quotation marks");
        return;
    }
    if (f->pattern_count == RC_PATTERNS_MAX) {
        complain(r, n, "more than %d patterns", RC_PATTERNS_MAX);
        return;
    }
    rc_pattern p = {.text = n->text, .line = n->line, .column = n->column, .never = never};
    rc_pattern_context c = context_for(r, n, f);
    rc_sequence s;
    bool ok = rc_pattern_parse(&c, n->text, &s) && (never || check_pattern(r, &c, &s));
    if (ok) {
        rc_loader *l = r->loader;
        rc_compiler compiler = {.context = &c,
                                .lexicon = l->rules->lexicon,
                                .grammar = &l->grammar,
                                .programs = &l->rules->programs,
                                .terms = r->terms,
                                .family = (uint16_t)l->rules->family_count,
                                .pattern = (uint16_t)f->pattern_count};
        rc_pattern_compile(&compiler, &s);
    }
    RC_PUSH(r->loader->arena, f->patterns, f->pattern_count, f->pattern_capacity, p);
}

static void read_patterns(reader *r)
{
    const rc_yaml *list = need(r, "patterns", RC_YAML_LIST);
    size_t errors = r->loader->diagnostics->count;
    for (size_t i = 0; list && i < list->count; i++)
        read_pattern(r, list->items[i], false);
    if (list && list->count == 0)
        complain(r, list, "a family needs a pattern");
    const rc_yaml *never = rc_yaml_get(r->root, "never");
    if (never && never->kind != RC_YAML_LIST)
        complain(r, never, "'never' must be a list");
    for (size_t i = 0; never && never->kind == RC_YAML_LIST && i < never->count; i++)
        read_pattern(r, never->items[i], true);
    for (size_t i = 0; i < r->family->slot_count; i++) {
        const rc_slot *s = &r->family->slots[i];
        if (!r->used[i] && r->loader->diagnostics->count == errors)
            rc_diagnose(r->loader->arena, r->loader->diagnostics, r->file, s->line, s->column,
                        "no pattern uses the slot '%.*s'", RC_STR_ARG(s->name));
    }
}

static void read_definitions(rc_loader *l, const char *file, const rc_yaml *root)
{
    reader r = {.loader = l, .file = file, .root = root};
    const rc_yaml *map = rc_yaml_get(root, "define");
    if (map && map->kind != RC_YAML_MAP)
        complain(&r, map, "'define' must be a map");
    for (size_t i = 0; map && map->kind == RC_YAML_MAP && i + 1 < map->count; i += 2) {
        rc_pattern_context c = context_for(&r, map->items[i + 1], NULL);
        rc_definition d = {.name = map->items[i]->text};
        if (rc_pattern_parse(&c, rc_yaml_text(map->items[i + 1]), &d.nodes))
            RC_PUSH(l->arena, l->definitions.items, l->definitions.count, l->definitions.capacity,
                    d);
    }
}

/* --- examples --------------------------------------------------------------------------------- */

static void read_expected(reader *r, rc_example *e, const rc_yaml *map)
{
    static const rc_str others[] = {NAME("time"), NAME("source"), NAME("modality"),
                                    NAME("attribute")};
    for (size_t i = 0; i + 1 < map->count; i += 2) {
        const rc_yaml *key = map->items[i];
        bool known = false;
        for (size_t k = 0; k < COUNT(others); k++)
            known |= rc_str_eq(key->text, others[k]);
        if (!known && slot_named(r, key, key->text) == SIZE_MAX)
            continue;
        rc_expectation x = {key->text, rc_yaml_text(map->items[i + 1]), key->line, key->column};
        RC_PUSH(r->loader->arena, e->expected, e->expected_count, e->expected_capacity, x);
    }
}

static void read_example(reader *r, const rc_yaml *n)
{
    if (n->kind != RC_YAML_MAP) {
        complain(r, n, "an example is a map of 'text' and 'claim'");
        return;
    }
    check_keys(r, n, example_keys, COUNT(example_keys));
    const rc_yaml *text = rc_yaml_get(n, "text"), *claim = rc_yaml_get(n, "claim");
    rc_example e = {.text = rc_yaml_text(text), .line = n->line, .column = n->column};
    if (!text || text->kind != RC_YAML_SCALAR)
        complain(r, n, "the example has no 'text'");
    if (!claim)
        complain(r, n, "the example has no 'claim': say what is claimed, or 'none'");
    else if (claim->kind == RC_YAML_MAP)
        read_expected(r, &e, claim);
    else if (rc_str_eq(rc_yaml_text(claim), RC_STR("none")))
        e.none = true;
    else
        complain(r, claim, "a claim is a map of slots to what fills them, or 'none'");
    rc_family *f = r->family;
    RC_PUSH(r->loader->arena, f->examples, f->example_count, f->example_capacity, e);
}

static void read_conflict(reader *r, const rc_yaml *n)
{
    if (n->kind != RC_YAML_MAP) {
        complain(r, n, "a conflict is a map of 'a', 'b' and 'expect'");
        return;
    }
    check_keys(r, n, conflict_keys, COUNT(conflict_keys));
    for (size_t i = 0; i < COUNT(conflict_keys); i++) {
        if (!rc_yaml_get(n, conflict_keys[i].ptr))
            complain(r, n, "the conflict has no '%s'", conflict_keys[i].ptr);
    }
    rc_conflict c = {.a = rc_yaml_text(rc_yaml_get(n, "a")),
                     .b = rc_yaml_text(rc_yaml_get(n, "b")),
                     .expect = rc_yaml_text(rc_yaml_get(n, "expect")),
                     .line = n->line,
                     .column = n->column};
    rc_family *f = r->family;
    RC_PUSH(r->loader->arena, f->conflicts, f->conflict_count, f->conflict_capacity, c);
}

static void read_examples(reader *r)
{
    const rc_yaml *list = need(r, "examples", RC_YAML_LIST);
    for (size_t i = 0; list && i < list->count; i++)
        read_example(r, list->items[i]);
    const rc_yaml *conflicts = rc_yaml_get(r->root, "conflicts");
    if (conflicts && conflicts->kind != RC_YAML_LIST)
        complain(r, conflicts, "'conflicts' must be a list");
    for (size_t i = 0; conflicts && conflicts->kind == RC_YAML_LIST && i < conflicts->count; i++)
        read_conflict(r, conflicts->items[i]);
}

/* --- files ------------------------------------------------------------------------------------ */

static void read_family(rc_loader *l, const char *file, const rc_yaml *root)
{
    reader r = {.loader = l, .file = file, .root = root, .family = RC_NEW(l->arena, rc_family)};
    if (root->kind != RC_YAML_MAP) {
        complain(&r, root, "a family is a map of keys");
        return;
    }
    check_keys(&r, root, family_keys, COUNT(family_keys));
    read_definitions(l, file, root);
    const rc_yaml *id = rc_yaml_get(root, "family");
    if (!id && rc_yaml_get(root, "define") && root->count == 2)
        return; /* only definitions, for the files behind it */
    id = need(&r, "family", RC_YAML_SCALAR);
    r.family->file = file;
    r.family->line = root->line;
    r.family->id = rc_yaml_text(id);
    read_head(&r);
    read_slots(&r);
    read_key(&r);
    read_values(&r);
    read_attribute(&r);
    read_compare(&r);
    read_patterns(&r);
    if (l->examples)
        read_examples(&r);
    RC_PUSH(l->arena, l->rules->families, l->rules->family_count, l->rules->family_capacity,
            r.family);
}

/* Only from "examples:", "conflicts:", "fires:" or "silent:" on: reading them would take most of
 * the time. */
rc_str rc_without_examples(rc_arena *a, rc_str bytes)
{
    char *out = rc_arena_alloc(a, bytes.len + 4, 1);
    size_t n = 0;
    bool skip = false;
    rc_str rest = bytes, line;
    while (rc_str_split(&rest, '\n', &line)) {
        if (rc_str_starts(line, RC_STR("---")))
            skip = false;
        else if (rc_str_starts(line, RC_STR("examples:")) ||
                 rc_str_starts(line, RC_STR("conflicts:")) ||
                 rc_str_starts(line, RC_STR("fires:")) || rc_str_starts(line, RC_STR("silent:")))
            skip = true;
        if (!skip && line.len)
            memcpy(out + n, line.ptr, line.len);
        n += skip ? 0 : line.len;
        if (rest.ptr)
            out[n++] = '\n';
    }
    return (rc_str){out, n};
}

/* --- checks with a law ------------------------------------------------------------------------ */

typedef struct {
    rc_str name, operands;
} law_name;

static const law_name law_names[] = {
    {{"", 0}, {"", 0}},
#define RC_LAW(name, text, operands) {NAME(text), NAME(operands)},
#include "rules/laws.def"
#undef RC_LAW
};

static void read_law(reader *r, const rc_yaml *n)
{
    for (size_t i = 1; i < COUNT(law_names); i++) {
        if (rc_str_eq(rc_yaml_text(n), law_names[i].name))
            r->family->law = (uint8_t)i;
    }
    if (!r->family->law)
        complain(r, n, "there is no law '%.*s'", RC_STR_ARG(rc_yaml_text(n)));
}

static void name_operands(reader *r)
{
    for (size_t i = 0; i < r->family->slot_count; i++) {
        rc_slot *s = &r->family->slots[i];
        rc_str rest = law_names[r->family->law].operands, part;
        bool found = false;
        for (uint8_t k = 0; rc_str_split(&rest, ' ', &part); k++) {
            if (!rc_str_eq(part, s->name))
                continue;
            s->operand = k;
            found = true;
        }
        s->value = true;
        if (!found)
            rc_diagnose(r->loader->arena, r->loader->diagnostics, r->file, s->line, s->column,
                        "the law has no operand '%.*s'", RC_STR_ARG(s->name));
    }
}

void rc_law_load(rc_loader *l, const char *file, const rc_yaml *root)
{
    reader r = {.loader = l, .file = file, .root = root, .family = RC_NEW(l->arena, rc_family)};
    const rc_yaml *law = rc_yaml_get(root, "law");
    read_definitions(l, file, root);
    if (!law)
        return;
    r.family->file = file;
    r.family->line = root->line;
    r.family->id = rc_yaml_text(rc_yaml_get(root, "check"));
    read_law(&r, law);
    if (!r.family->law)
        return;
    read_slots(&r);
    name_operands(&r);
    read_patterns(&r);
    RC_PUSH(l->arena, l->rules->families, l->rules->family_count, l->rules->family_capacity,
            r.family);
}

/* --- a file ----------------------------------------------------------------------------------- */

void rc_families_load(rc_loader *l, const rc_rule_file *f, rc_str bytes)
{
    if (!l->examples)
        bytes = rc_without_examples(l->arena, bytes);
    rc_yaml_list documents = {0};
    rc_yaml_read(l->arena, f->path, bytes, &documents, l->diagnostics);
    for (size_t i = 0; i < documents.count; i++)
        read_family(l, f->path, documents.items[i]);
}

const char *rc_slottype_name(unsigned type)
{
    return type < COUNT(type_names) ? type_names[type].ptr : "";
}

size_t rc_rules_family_count(const rc_rules *r)
{
    return r->family_count;
}

const rc_family *rc_rules_family(const rc_rules *r, size_t i)
{
    return i < r->family_count ? r->families[i] : NULL;
}

size_t rc_rules_family_find(const rc_rules *r, rc_str id)
{
    for (size_t i = 0; i < r->family_count; i++) {
        if (rc_str_eq(r->families[i]->id, id))
            return i;
    }
    return SIZE_MAX;
}

const rc_programs *rc_rules_programs(const rc_rules *r)
{
    return &r->programs;
}
