/* The tables of names, compiled: rules/tables/countries, capitals, demonyms, places,
 * organizations, given-names, name-words.*, anaphora.*. */
#include "mentions/naming.h"

#include "base/diagnose.h"
#include "base/hash.h"

static const struct {
    const char *name;
    uint32_t bit;
} word_classes[] = {
    {"honorific", N_HONORIFIC},
    {"honorific-m", N_HONORIFIC | N_HONORIFIC_M},
    {"honorific-f", N_HONORIFIC | N_HONORIFIC_F},
    {"office", N_OFFICE},
    {"suffix", N_SUFFIX},
    {"company", N_COMPANY},
    {"organization", N_ORG},
    {"place", N_PLACE},
    {"lead", N_LEAD},
    {"event", N_EVENT},
    {"work", N_WORK},
    {"particle", N_PARTICLE},
    {"person-noun", N_PERSON_NOUN},
    {"link", N_LINK},
    {"join", N_JOIN},
    {"in", N_IN},
    {"based", N_BASED},
    {"role-past", N_ROLE_PAST},
    {"role-future", N_ROLE_FUTURE},
    {"role-acting", N_ROLE_ACTING},
    {"role-modifier", N_ROLE_MODIFIER},
    {"common", N_COMMON},
    {"date", N_COMMON | N_COMMON_ALWAYS},
    {"link-organization", N_LINK | N_LINK_ORG},
    {"role-now", N_ROLE_NOW},
    {"article", N_ARTICLE},
    {"he", N_HE},
    {"she", N_SHE},
    {"it", N_IT},
};

static const struct {
    const char *name;
    uint8_t kind;
    uint8_t cls;
} kinds[] = {
    {"country", KNOWN_COUNTRY, RC_ENTITY_PLACE},
    {"seat", KNOWN_SEAT, RC_ENTITY_PLACE},
    {"metonym", KNOWN_METONYM, RC_ENTITY_ORGANIZATION},
    {"adjective", KNOWN_ADJECTIVE, RC_ENTITY_PLACE},
    {"people", KNOWN_PEOPLE, RC_ENTITY_PLACE},
    {"body", KNOWN_BODY, RC_ENTITY_ORGANIZATION},
    {"agency", KNOWN_AGENCY, RC_ENTITY_ORGANIZATION},
    {"party", KNOWN_GROUP, RC_ENTITY_ORGANIZATION},
    {"group", KNOWN_GROUP, RC_ENTITY_ORGANIZATION},
    {"company", KNOWN_COMPANY, RC_ENTITY_ORGANIZATION},
    {"outlet", KNOWN_COMPANY, RC_ENTITY_ORGANIZATION},
    {"state", KNOWN_STATE, RC_ENTITY_PLACE},
    {"city", KNOWN_CITY, RC_ENTITY_PLACE},
    {"region", KNOWN_REGION, RC_ENTITY_PLACE},
    {"water", KNOWN_REGION, RC_ENTITY_PLACE},
};

typedef struct {
    rc_arena *arena;
    rc_namer *x;
    rc_diagnostics *diagnostics;
} loader;

static void add_word(loader *l, rc_str word, uint32_t bits)
{
    *rc_map_put(&l->x->words, rc_word_from(word), 0) |= bits;
}

static void read_classes(loader *l, const rc_table *t, size_t row, rc_str word)
{
    rc_str rest = rc_table_cell(t, row, rc_table_column(t, "classes"));
    rc_str part;
    uint32_t bits = 0;
    while (rc_str_split(&rest, ',', &part)) {
        uint32_t bit = 0;
        for (size_t i = 0; i < sizeof(word_classes) / sizeof(word_classes[0]); i++) {
            if (rc_str_eq(rc_str_trim(part), rc_str_from(word_classes[i].name)))
                bit = word_classes[i].bit;
        }
        if (!bit)
            rc_diagnose(l->arena, l->diagnostics, t->file, t->lines[row], 1,
                        "unknown class '%.*s' of a name's word", RC_STR_ARG(part));
        bits |= bit;
    }
    add_word(l, word, bits);
}

static void read_given(loader *l, const rc_table *t, size_t row, rc_str word)
{
    rc_str gender = rc_table_cell(t, row, rc_table_column(t, "gender"));
    rc_str use = rc_table_cell(t, row, rc_table_column(t, "use"));
    uint32_t bits = use.len ? N_GIVEN_WEAK : 0;
    bits |= rc_str_find(gender, 'm') < gender.len ? N_GIVEN_M : 0;
    bits |= rc_str_find(gender, 'f') < gender.len ? N_GIVEN_F : 0;
    add_word(l, word, bits);
}

static bool is_abbreviation(rc_str name)
{
    if (name.len > 5)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        if ((name.ptr[i] < 'A' || name.ptr[i] > 'Z') && name.ptr[i] != '.')
            return false;
    }
    return true;
}

static void add_known(loader *l, rc_known k, rc_str phrase)
{
    uint32_t index = (uint32_t)l->x->known_count;
    k.caps = is_abbreviation(phrase);
    k.word = rc_str_find(phrase, ' ') == phrase.len ? rc_word_from(phrase) : 0;
    RC_PUSH(l->arena, l->x->known, l->x->known_count, l->x->known_capacity, k);
    rc_phrases_add(&l->x->phrases, phrase, index);
}

/* A row of countries, capitals, demonyms, places or organizations. `kind` is the column that tells
 * the kind, or the kind itself where there is no such column. */
static void read_known(loader *l, const rc_table *t, size_t row, const char *kind)
{
    rc_str name = rc_table_cell(t, row, 0);
    size_t code = rc_table_column(t, "code");
    rc_str country = rc_table_cell(t, row, code == SIZE_MAX ? rc_table_column(t, "country") : code);
    size_t column = rc_table_column(t, kind);
    rc_str word = column == SIZE_MAX ? rc_str_from(kind) : rc_table_cell(t, row, column);
    rc_known k = {.name = name, .country = country, .kind = UINT8_MAX};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (rc_str_eq(word, rc_str_from(kinds[i].name))) {
            k.kind = kinds[i].kind;
            k.cls = kinds[i].cls;
        }
    }
    if (k.kind == UINT8_MAX) {
        rc_diagnose(l->arena, l->diagnostics, t->file, t->lines[row], 1, "unknown kind '%.*s'",
                    RC_STR_ARG(word));
        return;
    }
    if (k.kind <= KNOWN_PEOPLE && country.len) {
        uint32_t *first =
            rc_map_put(&l->x->countries, rc_hash(country), (uint32_t)l->x->known_count);
        if (k.kind != KNOWN_SEAT)
            k.name = l->x->known_count > *first ? l->x->known[*first].name : name;
    }
    k.english = rc_table_cell(t, row, rc_table_column(t, "english")).len > 0;
    k.acronym = rc_table_cell(t, row, rc_table_column(t, "acronym"));
    add_known(l, k, name);
    if (k.acronym.len)
        add_known(l, k, k.acronym);
}

static void read_anaphor(loader *l, const rc_table *t, size_t row, rc_str word)
{
    static const struct {
        const char *name;
        uint8_t cls;
    } classes[] = {{"organization", RC_ENTITY_ORGANIZATION},
                   {"place", RC_ENTITY_PLACE},
                   {"event", RC_ENTITY_EVENT},
                   {"work", RC_ENTITY_WORK},
                   {"person", RC_ENTITY_PERSON}};
    rc_str cls = rc_table_cell(t, row, rc_table_column(t, "class"));
    rc_str kind = rc_table_cell(t, row, rc_table_column(t, "kind"));
    uint32_t value = RC_ENTITY_OTHER | UINT32_C(0xff) << 8;
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
        if (rc_str_eq(cls, rc_str_from(classes[i].name)))
            value = classes[i].cls | UINT32_C(0xff) << 8;
    }
    for (size_t i = 0; kind.len && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (rc_str_eq(kind, rc_str_from(kinds[i].name)))
            value = (value & 0xff) | (uint32_t)kinds[i].kind << 8;
    }
    *rc_map_put(&l->x->anaphora, rc_word_from(word), value) = value;
}

typedef enum { T_KNOWN, T_WORDS, T_GIVEN, T_ANAPHORA } table_use;

static void read_table(loader *l, const rc_table *t, table_use use, const char *kind)
{
    for (size_t row = 0; row < t->row_count; row++) {
        rc_str word = rc_table_cell(t, row, 0);
        if (!word.len)
            continue;
        switch (use) {
        case T_KNOWN:
            read_known(l, t, row, kind);
            break;
        case T_WORDS:
            read_classes(l, t, row, word);
            break;
        case T_GIVEN:
            read_given(l, t, row, word);
            break;
        case T_ANAPHORA:
            read_anaphor(l, t, row, word);
            break;
        }
    }
}

rc_status rc_namer_new(rc_arena *a, const rc_rules *r, rc_namer **ret, rc_diagnostics *diagnostics,
                       rc_err *err)
{
    static const struct {
        const char *prefix;
        table_use use;
        const char *kind;
    } tables[] = {
        {"tables/countries", T_KNOWN, "country"},  {"tables/capitals", T_KNOWN, "use"},
        {"tables/demonyms", T_KNOWN, "use"},       {"tables/places", T_KNOWN, "kind"},
        {"tables/organizations", T_KNOWN, "kind"}, {"tables/given-names", T_GIVEN, ""},
        {"tables/name-words", T_WORDS, ""},        {"tables/anaphora", T_ANAPHORA, ""},
    };
    rc_namer *x = RC_NEW(a, rc_namer);
    loader l = {a, x, diagnostics};
    (void)err;
    x->lexicon = rc_rules_lexicon(r);
    rc_map_init(&x->words, a, 4096);
    rc_map_init(&x->anaphora, a, 64);
    rc_map_init(&x->countries, a, 512);
    rc_phrases_init(&x->phrases, a);
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        for (size_t j = 0; j < rc_rules_table_count(r); j++) {
            const rc_table *t = rc_rules_table_at(r, j);
            if (rc_str_starts(t->name, rc_str_from(tables[i].prefix)))
                read_table(&l, t, tables[i].use, tables[i].kind);
        }
    }
    rc_status s = rc_roles_new(a, r, &x->roles, diagnostics);
    if (s < RC_OK)
        return s;
    *ret = x;
    return RC_OK;
}

#define LOOKED_UP (UINT64_C(1) << 63)

uint32_t rc_name_look_up(const rc_naming *n, uint32_t token)
{
    static const struct {
        uint64_t class;
        uint32_t bits;
    } classes[] = {
        {RC_CLASS(FIRST_NAME), N_GIVEN}, {RC_CLASS(HONORIFIC), N_HONORIFIC},
        {RC_CLASS(OFFICE), N_OFFICE},    {RC_CLASS(COMPANY), N_COMPANY},
        {RC_CLASS(ORGANIZATION), N_ORG}, {RC_CLASS(PLACE), N_PLACE},
        {RC_CLASS(EVENT), N_EVENT},
    };
    const rc_token *k = &n->t->tokens[token];
    uint32_t bits = rc_name_bits(n->x, k->word);
    if (!bits && k->classes) {
        for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
            bits |= k->classes & classes[i].class ? classes[i].bits : 0;
    }
    n->bits[token] = bits | LOOKED_UP;
    return bits;
}
