/* Loads the patterns of dates of a language. */
#include "mentions/time_forms.h"

#include <string.h>

#include "base/diagnose.h"
#include "rules/cldr.h"
#include "text/scan.h"

enum { SET_WORDS_MAX = 64 };

typedef struct {
    rc_str name;
    rc_word words[SET_WORDS_MAX];
    size_t count;
} word_set;

typedef struct {
    rc_arena *arena;
    rc_diagnostics *diagnostics;
    const rc_table *t;
    rc_time_forms *x;
    word_set *sets;
    size_t set_count, set_capacity;
} loader;

static rc_word first_word(rc_str phrase)
{
    rc_scanner s;
    rc_token k = {0};
    rc_scanner_init(&s, phrase);
    rc_scanner_stretch(&s, 0, phrase.len);
    rc_word w = rc_scanner_next(&s, &k) ? k.word : 0;
    rc_scanner_close(&s);
    return w;
}

static void start_with(rc_time_forms *x, rc_word w)
{
    x->starts[w % RC_FORM_FILTER_BITS / 64] |= UINT64_C(1) << (w % 64);
}

static void add_name(rc_time_forms *x, rc_phrases *to, rc_str name, int value)
{
    rc_phrases_add(to, name, (uint32_t)value);
    start_with(x, first_word(name));
}

static void add_calendar_name(void *closure, rc_cldr_name what, int number, rc_str name)
{
    rc_time_forms *x = closure;
    rc_phrases *to[] = {[RC_CLDR_MONTH] = &x->months,
                        [RC_CLDR_MONTH_SHORT] = &x->brief_months,
                        [RC_CLDR_WEEKDAY] = &x->weekdays,
                        [RC_CLDR_WEEKDAY_SHORT] = &x->brief_weekdays};
    add_name(x, to[what], name, number);
}

static const rc_str unit_names[RC_TU_COUNT] = {
#define RC_TIME_UNIT(name, text, span, count, grain) {"" text "", sizeof(text) - 1},
#include "mentions/time_units.def"
#undef RC_TIME_UNIT
};

/* The number of a name; -1: it is none of them. */
static int name_find(const rc_str *names, int count, rc_str s)
{
    for (int i = 0; i < count; i++) {
        if (rc_str_eq(names[i], s))
            return i;
    }
    return -1;
}

static int unit_parse(rc_str s)
{
    return name_find(unit_names, RC_TU_COUNT, s);
}

static void add_unit_name(void *closure, rc_str id, rc_str name)
{
    rc_time_forms *x = closure;
    int unit = unit_parse(id);
    if (unit >= 0)
        add_name(x, &x->units, name, unit);
}

static void add_ordinal(void *closure, int64_t value, rc_str words)
{
    rc_time_forms *x = closure;
    if (value > 0)
        add_name(x, &x->ordinals, words, (int)value);
}

static bool number_parse(rc_str s, int *ret)
{
    bool negative = s.len && (s.ptr[0] == '-' || s.ptr[0] == '+');
    int n = 0;
    for (size_t i = negative; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || i > 5)
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *ret = negative && s.ptr[0] == '-' ? -n : n;
    return s.len > (size_t)negative;
}

static word_set *find_set(const loader *l, rc_str name)
{
    for (size_t i = 0; i < l->set_count; i++) {
        if (rc_str_eq(l->sets[i].name, name))
            return &l->sets[i];
    }
    return NULL;
}

/* "erste|zweite" into words; false: one of them is not one token. */
static bool read_words(rc_str s, rc_word *words, size_t *count)
{
    rc_str part;
    while (s.len && rc_str_split(&s, '|', &part)) {
        rc_scanner scan;
        rc_token k = {0}, more = {0};
        rc_scanner_init(&scan, part);
        rc_scanner_stretch(&scan, 0, part.len);
        bool one = rc_scanner_next(&scan, &k) && !rc_scanner_next(&scan, &more);
        rc_scanner_close(&scan);
        if (!one || *count == SET_WORDS_MAX)
            return false;
        words[(*count)++] = k.word;
    }
    return *count > 0;
}

static rc_form_slot slot_parse(rc_str s)
{
    static const rc_str names[RC_SLOT_COUNT] = {
#define SLOT(name, text) {"" text "", sizeof(text) - 1},
        RC_FORM_SLOTS(SLOT)
#undef SLOT
    };
    int slot = name_find(names, RC_SLOT_COUNT, s);
    return slot < 0 ? RC_SLOT_WORDS : (rc_form_slot)slot;
}

static rc_form_meaning meaning_parse(rc_str s)
{
    static const rc_str names[RC_MEANS_COUNT] = {
#define MEANS(name, text) {"" text "", sizeof(text) - 1},
        RC_FORM_MEANINGS(MEANS)
#undef MEANS
    };
    int meaning = name_find(names, RC_MEANS_COUNT, s);
    return meaning < 0 ? RC_MEANS_COUNT : (rc_form_meaning)meaning;
}

static bool add_element(rc_form *f, rc_form_element e)
{
    if (f->count == RC_FORM_ELEMENTS_MAX)
        return false;
    f->elements[f->count++] = e;
    return true;
}

/* Words side by side, as "去年" is two: an element each. */
static bool add_sequence(loader *l, rc_form *f, rc_str s, rc_form_element e)
{
    rc_scanner scan;
    rc_token k = {0};
    bool fine = true;
    rc_scanner_init(&scan, s);
    rc_scanner_stretch(&scan, 0, s.len);
    while (fine && rc_scanner_next(&scan, &k)) {
        e.first = (uint32_t)l->x->word_count;
        e.count = 1;
        RC_PUSH(l->arena, l->x->words, l->x->word_count, l->x->word_capacity, k.word);
        fine = add_element(f, e);
        k = (rc_token){0};
    }
    rc_scanner_close(&scan);
    return fine;
}

static bool parse_element(loader *l, rc_form *f, rc_str s)
{
    rc_form_element e = {.is = RC_SLOT_WORDS};
    rc_word words[SET_WORDS_MAX];
    size_t count = 0;
    if (s.len > 1 && rc_str_ends(s, RC_STR("?"))) {
        e.optional = true;
        s = rc_str_sub(s, 0, s.len - 1);
    }
    if (s.len > 2 && s.ptr[0] == '(' && rc_str_ends(s, RC_STR(")"))) {
        e.outside = true;
        s = rc_str_sub(s, 1, s.len - 1);
    }
    if (s.len > 2 && s.ptr[0] == '{') {
        e.is = slot_parse(rc_str_sub(s, 1, s.len - 1));
        return e.is != RC_SLOT_WORDS && add_element(f, e);
    }
    if (s.len > 2 && s.ptr[0] == '<') {
        const word_set *set = find_set(l, rc_str_sub(s, 1, s.len - 1));
        if (!set)
            return false;
        memcpy(words, set->words, set->count * sizeof(words[0]));
        count = set->count;
    } else if (!read_words(s, words, &count)) {
        return !e.optional && rc_str_find(s, '|') == s.len && add_sequence(l, f, s, e);
    }
    e.first = (uint32_t)l->x->word_count;
    e.count = (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        RC_PUSH(l->arena, l->x->words, l->x->word_count, l->x->word_capacity, words[i]);
    return add_element(f, e);
}

static bool parse_argument(rc_form *f, rc_str s, int *numbers)
{
    static const struct {
        rc_str name;
        rc_point_base related;
        int relation;
        rc_point_part part;
    } names[] = {{{"last", 4}, RC_BASE_DOCUMENT, -1, RC_PART_NONE},
                 {{"this", 4}, RC_BASE_DOCUMENT, 0, RC_PART_NONE},
                 {{"next", 4}, RC_BASE_DOCUMENT, 1, RC_PART_NONE},
                 {{"last-but-one", 12}, RC_BASE_DOCUMENT, -2, RC_PART_NONE},
                 {{"next-but-one", 12}, RC_BASE_DOCUMENT, 2, RC_PART_NONE},
                 {{"before", 6}, RC_BASE_NAMED, -1, RC_PART_NONE},
                 {{"same", 4}, RC_BASE_NAMED, 0, RC_PART_NONE},
                 {{"after", 5}, RC_BASE_NAMED, 1, RC_PART_NONE},
                 {{"document", 8}, RC_BASE_DOCUMENT, 0, RC_PART_NONE},
                 {{"named", 5}, RC_BASE_NAMED, 0, RC_PART_NONE},
                 {{"early", 5}, RC_BASE_NONE, 0, RC_PART_EARLY},
                 {{"mid", 3}, RC_BASE_NONE, 0, RC_PART_MID},
                 {{"late", 4}, RC_BASE_NONE, 0, RC_PART_LATE},
                 {{"first-half", 10}, RC_BASE_NONE, 0, RC_PART_FIRST_HALF},
                 {{"second-half", 11}, RC_BASE_NONE, 0, RC_PART_SECOND_HALF}};
    int n;
    if (number_parse(s, &n)) {
        *(*numbers == 0 ? &f->number : &f->amount) = n;
        return ++*numbers <= 2;
    }
    f->unit = f->unit < 0 ? unit_parse(s) : f->unit;
    if (f->unit >= 0 && rc_str_eq(unit_names[f->unit], s))
        return true;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (!rc_str_eq(names[i].name, s))
            continue;
        if (names[i].part != RC_PART_NONE) {
            f->part = names[i].part;
        } else {
            f->related = names[i].related;
            f->relation = names[i].relation;
        }
        return true;
    }
    return false;
}

/* Words of a slot: "Jahrzehnt|Jahrzehnte" means "unit: decade". */
static bool add_slot_words(loader *l, rc_str words, rc_str kind, rc_str value)
{
    rc_str part;
    rc_time_forms *x = l->x;
    int n = 0;
    rc_phrases *to = rc_str_eq(kind, RC_STR("unit:"))      ? &x->units
                     : rc_str_eq(kind, RC_STR("season:"))  ? &x->seasons
                     : rc_str_eq(kind, RC_STR("month:"))   ? &x->months
                     : rc_str_eq(kind, RC_STR("weekday:")) ? &x->weekdays
                     : rc_str_eq(kind, RC_STR("ordinal:")) ? &x->ordinals
                                                           : NULL;
    if (!to || (to == &x->units ? (n = unit_parse(value)) < 0 : !number_parse(value, &n)))
        return false;
    while (words.len && rc_str_split(&words, '|', &part))
        add_name(x, to, part, n);
    return true;
}

static bool parse_means(rc_form *f, rc_str means)
{
    rc_str part;
    int numbers = 0;
    if (!rc_str_split(&means, ' ', &part))
        return false;
    f->means = meaning_parse(part);
    if (f->means == RC_MEANS_COUNT)
        return false;
    while (means.len && rc_str_split(&means, ' ', &part)) {
        if (part.len && !parse_argument(f, part, &numbers))
            return false;
    }
    return true;
}

static bool load_row(loader *l, rc_str text, rc_str means)
{
    rc_str rest = means, kind, part;
    rc_form f = {.unit = -1, .amount = 1};
    if (text.len > 2 && text.ptr[0] == '<' && rc_str_find(text, ' ') == text.len &&
        rc_str_ends(text, RC_STR(">"))) {
        word_set set = {.name = rc_str_sub(text, 1, text.len - 1)};
        if (!read_words(means, set.words, &set.count))
            return false;
        RC_PUSH(l->arena, l->sets, l->set_count, l->set_capacity, set);
        return true;
    }
    if (rc_str_split(&rest, ' ', &kind) && rc_str_ends(kind, RC_STR(":")))
        return add_slot_words(l, text, kind, rc_str_trim(rest));
    while (text.len && rc_str_split(&text, ' ', &part)) {
        if (part.len && !parse_element(l, &f, part))
            return false;
    }
    if (f.count == 0 || !parse_means(&f, means))
        return false;
    for (size_t i = 0; i < f.count; i++) {
        const rc_form_element *e = &f.elements[i];
        for (uint32_t k = 0; e->is == RC_SLOT_WORDS && k < e->count; k++)
            start_with(l->x, l->x->words[e->first + k]);
        if (!e->optional)
            break;
    }
    RC_PUSH(l->arena, l->x->forms, l->x->form_count, l->x->form_capacity, f);
    return true;
}

static bool begins_with_date(rc_str text)
{
    return rc_str_starts(text, RC_STR("{date}"));
}

const rc_time_forms *rc_time_forms_new(rc_arena *a, const rc_table *t, rc_str language,
                                       rc_diagnostics *diagnostics)
{
    rc_time_forms *x = RC_NEW(a, rc_time_forms);
    loader l = {.arena = a, .diagnostics = diagnostics, .t = t, .x = x};
    rc_phrases *all[] = {&x->months, &x->brief_months, &x->weekdays, &x->brief_weekdays,
                         &x->units,  &x->seasons,      &x->ordinals};
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        rc_phrases_init(all[i], a);
    const char *code = rc_arena_cstr(a, language);
    rc_cldr_calendar(code, add_calendar_name, x);
    rc_cldr_units(code, add_unit_name, x);
    rc_cldr_numbers(code, RC_CLDR_ORDINAL, 32, add_ordinal, x);
    size_t column = rc_table_column(t, "form");
    for (int dated = 0; dated < 2; dated++) {
        for (size_t i = 0; i < t->row_count; i++) {
            rc_str text = rc_table_cell(t, i, column);
            if (begins_with_date(text) != (dated == 1))
                continue;
            if (!load_row(&l, text, rc_table_cell(t, i, rc_table_column(t, "means"))))
                rc_table_diagnose(a, diagnostics, t, i, SIZE_MAX,
                                  "a form of known elements and what it means are needed");
        }
        if (dated == 0)
            x->dated_from = x->form_count;
    }
    return x;
}
