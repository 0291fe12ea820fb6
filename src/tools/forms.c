#include "tools/forms.h"

#include <string.h>

#include "text/word.h"

typedef struct {
    rc_lex_pos pos;
    uint16_t form;
    const char *ending, *added;
    size_t taken;
} ending;

#define POS_OF_NOUN_PLURAL RC_NOUN
#define POS_OF_VERB_S RC_VERB
#define POS_OF_VERB_PAST RC_VERB
#define POS_OF_VERB_ING RC_VERB
#define POS_OF_COMPARATIVE RC_ADJECTIVE
#define POS_OF_SUPERLATIVE RC_ADJECTIVE

static const ending endings[] = {
#define RC_ENDING(form, end, taken, added) {POS_OF_##form, RC_FORM_##form, end, added, taken},
#include "text/endings.def"
#undef RC_ENDING
};

static const struct {
    const char *name;
    uint32_t kind;
} kind_names[] = {{"person", RC_KIND_PERSON},
                  {"group", RC_KIND_GROUP},
                  {"place", RC_KIND_PLACE},
                  {"artifact", RC_KIND_ARTIFACT},
                  {"act", RC_KIND_ACT},
                  {"event", RC_KIND_EVENT},
                  {"time", RC_KIND_TIME},
                  {"quantity", RC_KIND_QUANTITY},
                  {"possession", RC_KIND_POSSESSION},
                  {"communication", RC_KIND_COMMUNICATION},
                  {"attribute", RC_KIND_ATTRIBUTE},
                  {"state", RC_KIND_STATE},
                  {"substance", RC_KIND_SUBSTANCE},
                  {"animal", RC_KIND_ANIMAL},
                  {"plant", RC_KIND_PLANT},
                  {"cognition", RC_KIND_COGNITION}};

/* By WordNet's lexicographer file, lexnames(5WN): 3 noun.Tops to 28 noun.time. */
enum {
    LEXFILE_ANIMAL = 5,
    LEXFILE_BODY = 8,
    LEXFILE_FOOD = 13,
    LEXFILE_GROUP = 14,
    LEXFILE_PERSON = 18,
    LEXFILE_PLANT = 20,
    LEXFILE_QUANTITY = 23,
    LEXFILE_SUBSTANCE = 27,
    LEXFILE_TIME = 28,
    LEXFILE_COUNT
};
static const uint32_t lexfile_kinds[LEXFILE_COUNT + 1] = {
    [4] = RC_KIND_ACT,         [5] = RC_KIND_ANIMAL,     [6] = RC_KIND_ARTIFACT,
    [7] = RC_KIND_ATTRIBUTE,   [9] = RC_KIND_COGNITION,  [10] = RC_KIND_COMMUNICATION,
    [11] = RC_KIND_EVENT,      [12] = RC_KIND_STATE,     [13] = RC_KIND_SUBSTANCE,
    [14] = RC_KIND_GROUP,      [15] = RC_KIND_PLACE,     [16] = RC_KIND_COGNITION,
    [18] = RC_KIND_PERSON,     [19] = RC_KIND_EVENT,     [20] = RC_KIND_PLANT,
    [21] = RC_KIND_POSSESSION, [22] = RC_KIND_EVENT,     [23] = RC_KIND_QUANTITY,
    [26] = RC_KIND_STATE,      [27] = RC_KIND_SUBSTANCE, [28] = RC_KIND_TIME};

typedef struct {
    rc_forms *f;
    rc_str english;
    uint32_t *synset_kinds; /* what `english` says of synsets */
    rc_map irregular;       /* base form -> 1: its past and participle are listed */
    rc_map irregular_past;  /* base form -> 1: an exception list gives it a past */
    rc_map irregular_ing;   /* the same of its -ing form */
} builder;

uint32_t rc_forms_kind(rc_str name)
{
    for (size_t i = 0; i < sizeof(kind_names) / sizeof(*kind_names); i++) {
        if (rc_str_eq(name, rc_str_from(kind_names[i].name)))
            return kind_names[i].kind;
    }
    return 0;
}

/* Eighths of a binary logarithm, from 1. */
static uint8_t logarithm(uint32_t n)
{
    uint32_t bits = 0;
    if (!n)
        return 0;
    while (n >> bits > 1)
        bits++;
    uint32_t rest = bits >= 3 ? n >> (bits - 3) : n << (3 - bits);
    return (uint8_t)(1 + bits * 8 + (rest & 7));
}

static rc_form *form_of(rc_forms *f, rc_str text)
{
    rc_word word = rc_word_from(text);
    uint32_t at = *rc_map_put(&f->by_word, word, (uint32_t)f->count);
    if (at == f->count) {
        rc_form new = {.text = text, .record.word = word};
        for (int i = 0; i < 4; i++)
            new.lemma[i] = RC_WN_NONE;
        RC_PUSH(f->arena, f->items, f->count, f->capacity, new);
    }
    return &f->items[at];
}

/* Which lemma is meant by a word that is a form of two: "found" is sooner of "find"; but a noun
 * that has senses of its own is itself ("goods", "means", "data"). */
static bool replaces(const rc_wordnet *w, const rc_form *f, rc_lex_pos pos, uint32_t lemma)
{
    uint32_t old = f->lemma[pos];
    if (old == RC_WN_NONE)
        return true;
    if (pos == RC_NOUN && w->lemmas[old].word == f->record.word && w->lemmas[old].counts[pos])
        return false;
    return w->lemmas[lemma].counts[pos] > w->lemmas[old].counts[pos];
}

static void add_form(rc_forms *f, rc_str text, rc_lex_pos pos, uint32_t lemma, uint32_t form)
{
    const rc_wordnet *w = f->wordnet;
    rc_form *to = form_of(f, text);
    uint32_t count = w->lemmas[lemma].counts[pos];
    to->record.entry.forms |= (uint16_t)form;
    to->common = to->common || (pos == RC_NOUN && !(form & RC_FORM_NAME));
    if (to->common)
        to->record.entry.forms &= (uint16_t)~RC_FORM_NAME;
    if (!replaces(w, to, pos, lemma))
        return;
    to->lemma[pos] = lemma;
    to->record.entry.lemma[pos] = w->lemmas[w->lemmas[lemma].canonical].word;
    to->record.entry.frequency[pos] = logarithm(count);
    if (count > to->count)
        to->count = count;
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool ending_fits(rc_str base, const char *end)
{
    size_t n = strlen(end);
    if (base.len < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = base.ptr[base.len - n + i];
        if (end[i] == 'C' ? is_vowel(c) || c < 'a' || c > 'z' : c != end[i])
            return false;
    }
    return true;
}

static rc_str inflected(rc_arena *a, rc_str base, uint32_t form)
{
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        const ending *e = &endings[i];
        if (e->form == form && ending_fits(base, e->ending))
            return rc_arena_printf(a, "%.*s%s", (int)(base.len - e->taken), base.ptr, e->added);
    }
    return base;
}

/* Kinds of the senses that are common: the first, and those with a quarter of all uses. */
static uint32_t kinds_of(const builder *b, const rc_wn_lemma *l)
{
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < l->sense_count[RC_NOUN]; i++) {
        const rc_wn_sense *s = &l->senses[RC_NOUN][i];
        if (i && s->count * 4 < l->counts[RC_NOUN])
            continue;
        if (i && !l->counts[RC_NOUN] && i > 1)
            continue;
        uint8_t lexfile = b->f->wordnet->synsets[s->synset].lexfile;
        kinds |= b->synset_kinds[s->synset];
        if (lexfile <= LEXFILE_COUNT)
            kinds |= lexfile_kinds[lexfile];
    }
    return kinds;
}

static bool written_capital(const rc_wn_synset *s, rc_word word)
{
    for (uint32_t i = 0; i < s->word_count; i++) {
        char c = s->words[i].ptr[0];
        if (rc_word_from(s->words[i]) == word)
            return c >= 'A' && c <= 'Z';
    }
    return false;
}

typedef enum { NAME_NO, NAME_OF_MANY, NAME_OF_ONE, NAME_OF_SPECIES } name_kind;

/* A name is always written with a capital; some name many and have a plural ("American"). */
static name_kind name_of(const rc_wordnet *w, const rc_wn_lemma *l)
{
    bool many = false, species = l->sense_count[RC_NOUN] > 0;
    for (uint32_t i = 0; i < l->sense_count[RC_NOUN]; i++) {
        const rc_wn_synset *s = &w->synsets[l->senses[RC_NOUN][i].synset];
        if (!written_capital(s, l->word))
            return NAME_NO;
        many = many ||
               (!s->instance && (s->lexfile == LEXFILE_PERSON || s->lexfile == LEXFILE_GROUP ||
                                 s->lexfile == LEXFILE_TIME || s->lexfile == LEXFILE_QUANTITY));
        species = species && (s->lexfile == LEXFILE_ANIMAL || s->lexfile == LEXFILE_PLANT);
    }
    if (!l->sense_count[RC_NOUN])
        return NAME_NO;
    return species && !l->counts[RC_NOUN] ? NAME_OF_SPECIES : many ? NAME_OF_MANY : NAME_OF_ONE;
}

static void add_noun(builder *b, uint32_t lemma)
{
    rc_forms *f = b->f;
    const rc_wn_lemma *l = &f->wordnet->lemmas[lemma];
    name_kind name = name_of(f->wordnet, l);
    if (name == NAME_OF_SPECIES)
        return;
    uint32_t first_sense = l->senses[RC_NOUN][0].synset;
    add_form(
        f, l->text, RC_NOUN, lemma,
        RC_FORM_NOUN_SINGULAR | (name == NAME_NO ? 0 : RC_FORM_NAME) |
            (written_capital(&f->wordnet->synsets[first_sense], l->word) ? RC_FORM_NAME_FIRST : 0));
    uint32_t kinds = kinds_of(b, l);
    form_of(f, l->text)->record.entry.kinds |= kinds;
    uint8_t lexfile = f->wordnet->synsets[first_sense].lexfile;
    bool rare = !l->counts[RC_NOUN] &&
                (lexfile == LEXFILE_ANIMAL || lexfile == LEXFILE_PLANT || lexfile == LEXFILE_FOOD ||
                 lexfile == LEXFILE_SUBSTANCE || lexfile == LEXFILE_BODY);
    if (name == NAME_OF_ONE || rare || l->text.len < 2)
        return;
    rc_str plural = inflected(f->arena, l->text, RC_FORM_NOUN_PLURAL);
    add_form(f, plural, RC_NOUN, lemma, RC_FORM_NOUN_PLURAL | (name == NAME_NO ? 0 : RC_FORM_NAME));
    form_of(f, plural)->record.entry.kinds |= kinds;
}

/* Of a verb with an irregular past the regular one is made only where the word is new: WordNet
 * lists "travelled" and leaves "traveled" to the rule, but "goed" would do no harm either. */
static void add_verb(builder *b, uint32_t lemma)
{
    rc_forms *f = b->f;
    const rc_wn_lemma *l = &f->wordnet->lemmas[lemma];
    add_form(f, l->text, RC_VERB, lemma, RC_FORM_VERB_BASE);
    if (l->text.len < 2)
        return;
    add_form(f, inflected(f->arena, l->text, RC_FORM_VERB_S), RC_VERB, lemma, RC_FORM_VERB_S);
    rc_str past = inflected(f->arena, l->text, RC_FORM_VERB_PAST);
    bool irregular = rc_map_get(&b->irregular_past, l->word) != NULL;
    if (!irregular || !rc_map_get(&f->by_word, rc_word_from(past)))
        add_form(f, past, RC_VERB, lemma, RC_FORM_VERB_PAST | RC_FORM_VERB_PARTICIPLE);
    rc_str ing = inflected(f->arena, l->text, RC_FORM_VERB_ING);
    if (!rc_map_get(&b->irregular_ing, l->word) || !rc_map_get(&f->by_word, rc_word_from(ing)))
        add_form(f, ing, RC_VERB, lemma, RC_FORM_VERB_ING);
}

/* "larger", but not "number" from "numb": a word with another sense is left alone. */
static void add_compared(builder *b, uint32_t lemma, uint32_t form)
{
    rc_forms *f = b->f;
    const rc_wn_lemma *l = &f->wordnet->lemmas[lemma];
    rc_str text = inflected(f->arena, l->text, form);
    uint32_t other = rc_wordnet_lemma(f->wordnet, text);
    if (other != RC_WN_NONE && !rc_wn_has(&f->wordnet->lemmas[other], RC_ADJECTIVE))
        return;
    add_form(f, text, RC_ADJECTIVE, lemma, form);
}

static void add_adjective(builder *b, uint32_t lemma)
{
    const rc_wn_lemma *l = &b->f->wordnet->lemmas[lemma];
    add_form(b->f, l->text, RC_ADJECTIVE, lemma, RC_FORM_ADJECTIVE);
    if (l->text.len > 8 || l->text.len < 3 || !l->counts[RC_ADJECTIVE])
        return;
    add_compared(b, lemma, RC_FORM_COMPARATIVE);
    add_compared(b, lemma, RC_FORM_SUPERLATIVE);
}

static uint32_t exception_form(rc_lex_pos pos, rc_str word)
{
    switch (pos) {
    case RC_NOUN:
        return RC_FORM_NOUN_PLURAL;
    case RC_VERB:
        if (rc_str_ends(word, RC_STR("ing")))
            return RC_FORM_VERB_ING;
        return rc_str_ends(word, RC_STR("s")) ? RC_FORM_VERB_S
                                              : RC_FORM_VERB_PAST | RC_FORM_VERB_PARTICIPLE;
    case RC_ADJECTIVE:
        return rc_str_ends(word, RC_STR("st")) ? RC_FORM_SUPERLATIVE : RC_FORM_COMPARATIVE;
    case RC_ADVERB:
        break;
    }
    return RC_FORM_ADVERB;
}

/* "went go": a form and its base. */
static void add_exception(builder *b, rc_lex_pos pos, rc_str line)
{
    rc_forms *f = b->f;
    rc_str word = rc_wn_field(&line);
    uint32_t lemma = rc_wordnet_lemma(f->wordnet, rc_wn_field(&line));
    if (lemma == RC_WN_NONE || !rc_wn_has(&f->wordnet->lemmas[lemma], pos) ||
        rc_str_find(word, '-') < word.len || rc_str_find(word, '_') < word.len)
        return;
    const rc_wn_lemma *l = &f->wordnet->lemmas[lemma];
    uint32_t form = exception_form(pos, word);
    if (form == RC_FORM_VERB_ING)
        *rc_map_put(&b->irregular_ing, l->word, 1) = 1;
    if (form & RC_FORM_VERB_PAST) {
        *rc_map_put(&b->irregular_past, l->word, 1) = 1;
        if (rc_map_get(&b->irregular, l->word))
            return;
    }
    add_form(f, word, pos, lemma, form);
    if (pos == RC_NOUN)
        form_of(f, word)->record.entry.kinds |= kinds_of(b, l);
}

static rc_status add_exceptions(builder *b, rc_lex_pos pos, const char *name, rc_err *err)
{
    rc_str bytes, line;
    rc_status status = rc_wordnet_file(b->f->arena, b->f->wordnet->dir, name, &bytes, err);
    while (status == RC_OK && rc_str_split(&bytes, '\n', &line))
        add_exception(b, pos, line);
    return status;
}

static void add_listed(builder *b, rc_lex_pos pos, uint32_t lemma, rc_str words, uint32_t form)
{
    rc_str word;
    while (rc_str_split(&words, ',', &word))
        add_form(b->f, rc_str_trim(word), pos, lemma, form);
}

static void english_line(builder *b, rc_str line)
{
    const rc_wordnet *w = b->f->wordnet;
    rc_str what, first = RC_STR(""), second = RC_STR(""), third = RC_STR("");
    (void)rc_str_split(&line, '\t', &what);
    (void)rc_str_split(&line, '\t', &first);
    (void)rc_str_split(&line, '\t', &second);
    (void)rc_str_split(&line, '\t', &third);
    uint32_t lemma = rc_wordnet_lemma(w, first);
    if (rc_str_eq(what, RC_STR("irregular")) && lemma != RC_WN_NONE) {
        *rc_map_put(&b->irregular, w->lemmas[lemma].word, 1) = 1;
        *rc_map_put(&b->irregular_past, w->lemmas[lemma].word, 1) = 1;
        add_listed(b, RC_VERB, lemma, second, RC_FORM_VERB_PAST);
        add_listed(b, RC_VERB, lemma, third, RC_FORM_VERB_PARTICIPLE);
    } else if (rc_str_eq(what, RC_STR("compared")) && lemma != RC_WN_NONE) {
        add_listed(b, RC_ADJECTIVE, lemma, second, RC_FORM_COMPARATIVE);
        add_listed(b, RC_ADJECTIVE, lemma, third, RC_FORM_SUPERLATIVE);
    } else if (rc_str_eq(what, RC_STR("plural")) && lemma != RC_WN_NONE) {
        add_form(b->f, first, RC_NOUN, lemma, RC_FORM_NOUN_PLURAL);
    } else if (rc_str_eq(what, RC_STR("kind"))) {
        uint32_t kind = rc_forms_kind(second);
        for (size_t i = 1; i < w->synset_count; i++) {
            if (w->synsets[i].pos == RC_NOUN && rc_str_eq(w->synsets[i].words[0], first))
                b->synset_kinds[i] |= kind;
        }
    }
}

static void inherit_kinds(builder *b, uint32_t synset)
{
    const rc_wn_synset *s = &b->f->wordnet->synsets[synset];
    for (uint32_t k = 0; k < s->pointer_count; k++) {
        if (s->pointers[k].symbol[0] == '@')
            b->synset_kinds[synset] |= b->synset_kinds[s->pointers[k].target];
    }
}

/* Kinds go down to what stands below in WordNet, in a few rounds: its depth is below 20. */
static void spread_kinds(builder *b)
{
    const rc_wordnet *w = b->f->wordnet;
    for (int round = 0; round < 20; round++) {
        for (uint32_t i = 1; i < w->synset_count; i++) {
            if (w->synsets[i].pos == RC_NOUN)
                inherit_kinds(b, i);
        }
    }
}

void rc_forms_add_words(rc_wordnet *w, rc_str english)
{
    rc_str line;
    while (rc_str_split(&english, '\n', &line)) {
        rc_str what, word = RC_STR("");
        (void)rc_str_split(&line, '\t', &what);
        (void)rc_str_split(&line, '\t', &word);
        rc_lex_pos pos = rc_str_eq(what, RC_STR("noun"))        ? RC_NOUN
                         : rc_str_eq(what, RC_STR("verb"))      ? RC_VERB
                         : rc_str_eq(what, RC_STR("adjective")) ? RC_ADJECTIVE
                                                                : RC_ADVERB;
        if (pos == RC_ADVERB || !word.len)
            continue;
        uint32_t lemma = rc_wordnet_add(w, word);
        rc_wn_lemma *l = &w->lemmas[lemma];
        if (l->sense_count[pos])
            continue;
        /* A sense of its own, with the kind as written in place of a lexicographer file. */
        rc_wn_synset s = {.pos = pos, .word_count = 1};
        s.words = RC_NEW(w->arena, rc_str);
        s.words[0] = word;
        rc_str kind = rc_str_trim(line);
        for (uint32_t i = 0; pos == RC_NOUN && i <= LEXFILE_COUNT; i++) {
            if (lexfile_kinds[i] == rc_forms_kind(kind))
                s.lexfile = (uint8_t)i;
        }
        l->senses[pos][0].synset = (uint32_t)w->synset_count;
        l->sense_count[pos] = 1;
        l->counts[pos] = 1;
        RC_PUSH(w->arena, w->synsets, w->synset_count, w->synset_capacity, s);
    }
}

static void add_lemmas(builder *b)
{
    const rc_wordnet *w = b->f->wordnet;
    for (uint32_t i = 0; i < w->lemma_count; i++) {
        const rc_wn_lemma *l = &w->lemmas[i];
        if (l->text.ptr[0] >= '0' && l->text.ptr[0] <= '9')
            continue;
        if (rc_wn_has(l, RC_NOUN))
            add_noun(b, i);
        if (rc_wn_has(l, RC_VERB))
            add_verb(b, i);
        if (rc_wn_has(l, RC_ADJECTIVE))
            add_adjective(b, i);
        if (rc_wn_has(l, RC_ADVERB))
            add_form(b->f, l->text, RC_ADVERB, i, RC_FORM_ADVERB);
    }
}

/* The root of a word is that of its commonest lemma. */
static void set_roots(rc_forms *f)
{
    const rc_wordnet *w = f->wordnet;
    for (size_t i = 0; i < f->count; i++) {
        uint32_t best = RC_WN_NONE, most = 0;
        for (int pos = 0; pos < 4; pos++) {
            uint32_t lemma = f->items[i].lemma[pos];
            if (lemma == RC_WN_NONE || (best != RC_WN_NONE && w->lemmas[lemma].counts[pos] <= most))
                continue;
            best = lemma;
            most = w->lemmas[lemma].counts[pos];
        }
        if (best != RC_WN_NONE)
            f->items[i].record.entry.root = w->lemmas[w->lemmas[best].root].word;
    }
}

rc_status rc_forms_build(rc_arena *a, const rc_wordnet *w, rc_str english, rc_forms **ret,
                         rc_err *err)
{
    builder b = {.f = RC_NEW(a, rc_forms), .english = english};
    rc_str line;
    b.f->arena = a;
    b.f->wordnet = w;
    b.synset_kinds = RC_NEW_ARRAY(a, uint32_t, w->synset_count);
    rc_map_init(&b.f->by_word, a, 200000);
    rc_map_init(&b.irregular, a, 0);
    rc_map_init(&b.irregular_past, a, 0);
    rc_map_init(&b.irregular_ing, a, 0);
    while (rc_str_split(&english, '\n', &line))
        english_line(&b, line);
    spread_kinds(&b);
    rc_status status = add_exceptions(&b, RC_NOUN, "noun.exc", err);
    if (status == RC_OK)
        status = add_exceptions(&b, RC_VERB, "verb.exc", err);
    if (status == RC_OK)
        status = add_exceptions(&b, RC_ADJECTIVE, "adj.exc", err);
    if (status < 0)
        return status;
    add_lemmas(&b);
    set_roots(b.f);
    *ret = b.f;
    return RC_OK;
}
