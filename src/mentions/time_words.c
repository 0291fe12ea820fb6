#include "mentions/times.h"

#include "base/diagnose.h"
#include "base/hash.h"
#include "rules/table.h"
#include "text/word.h"

#define ENTRIES_MAX 0x7000

static const rc_str kind_names[RC_TW_COUNT] = {
#define RC_TIME_WORD(name, text) {"" text "", sizeof(text) - 1},
#include "mentions/time_words.def"
#undef RC_TIME_WORD
};

static const rc_str unit_names[RC_TU_COUNT] = {
#define RC_TIME_UNIT(name, text, span, count, grain) {"" text "", sizeof(text) - 1},
#include "mentions/time_units.def"
#undef RC_TIME_UNIT
};

const rc_time_unit_info rc_time_units[RC_TU_COUNT] = {
#define RC_TIME_UNIT(name, text, span, count, grain) {span, count, grain},
#include "mentions/time_units.def"
#undef RC_TIME_UNIT
};

typedef struct {
    rc_arena *arena;
    rc_diagnostics *diagnostics;
    rc_vocabulary *words;
} loader;

static int name_index(const rc_str *names, int count, rc_str name)
{
    for (int i = 0; i < count; i++)
        if (rc_str_eq(names[i], name))
            return i;
    return -1;
}

static bool parse_int(rc_str s, int *ret)
{
    bool negative = s.len && s.ptr[0] == '-';
    size_t i = negative ? 1 : 0;
    int n = 0;
    if (i == s.len || s.len > 6)
        return false;
    for (; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *ret = negative ? -n : n;
    return true;
}

static rc_time_entry *entry_for(const loader *l, rc_str word)
{
    rc_vocabulary *v = l->words;
    rc_word w = rc_word_from(word);
    uint32_t *slot = rc_map_put(&v->index, w, 0);
    if (!*slot) {
        *slot = (uint32_t)v->entry_count;
        RC_PUSH(l->arena, v->entries, v->entry_count, v->entry_capacity, (rc_time_entry){0});
        v->seen[(w & 0x1FFF) >> 6] |= UINT64_C(1) << (w & 63);
    }
    return &v->entries[*slot];
}

static bool add_meaning(rc_time_entry *e, int kind, int value)
{
    if (e->count == RC_WORD_MEANINGS)
        return false;
    e->kinds |= UINT64_C(1) << kind;
    e->kind[e->count] = (uint8_t)kind;
    e->value[e->count++] = (int16_t)value;
    return true;
}

static void load_words(const loader *l, const rc_table *t)
{
    size_t word = rc_table_column(t, "word"), kind = rc_table_column(t, "kind");
    size_t value = rc_table_column(t, "value");
    for (size_t i = 0; i < t->row_count; i++) {
        int k = name_index(kind_names, RC_TW_COUNT, rc_table_cell(t, i, kind)), n = 0;
        rc_str cell = rc_table_cell(t, i, value);
        if (k < 0) {
            rc_table_diagnose(l->arena, l->diagnostics, t, i, kind, "no such kind of word");
            continue;
        }
        bool ok = k == RC_TW_UNIT || k == RC_TW_UNIT_SHORT || k == RC_TW_UNIT_PART
                      ? (n = name_index(unit_names, RC_TU_COUNT, cell)) >= 0
                      : parse_int(cell, &n);
        if (!ok)
            rc_table_diagnose(l->arena, l->diagnostics, t, i, value, "no such value");
        else if (l->words->entry_count < ENTRIES_MAX &&
                 !add_meaning(entry_for(l, rc_table_cell(t, i, word)), k, n))
            rc_table_diagnose(l->arena, l->diagnostics, t, i, word, "too many rows for one word");
    }
}

/* "11-4-4+1" is the day after. "12-25", "11-4-4" (the fourth Thursday), "05-1--1" (the last
 * Monday), "easter-2". */
static bool parse_rule(rc_str s, rc_holiday *ret)
{
    int n, m, w;
    *ret = (rc_holiday){0};
    if (rc_str_starts(s, RC_STR("easter"))) {
        rc_str rest = rc_str_sub(s, s.len > 6 && s.ptr[6] == '+' ? 7 : 6, s.len);
        if (!parse_int(rest, &n))
            return false;
        ret->shift = (int16_t)n;
        return true;
    }
    if (s.len < 5 || s.ptr[2] != '-' || !parse_int(rc_str_sub(s, 0, 2), &m) || m < 1 || m > 12)
        return false;
    ret->month = (int16_t)m;
    if (s.len == 5) {
        if (!parse_int(rc_str_sub(s, 3, 5), &n) || n < 1 || n > rc_month_days(2000, m))
            return false;
        ret->day = (int16_t)n;
        return true;
    }
    if (rc_str_ends(s, RC_STR("+1"))) {
        ret->shift = 1;
        s = rc_str_sub(s, 0, s.len - 2);
    }
    if (s.ptr[4] != '-' || !parse_int(rc_str_sub(s, 3, 4), &w) || w < 1 || w > 7 ||
        !parse_int(rc_str_sub(s, 5, s.len), &n) || n == 0 || n > 5 || n < -1)
        return false;
    ret->weekday = (int16_t)w;
    ret->nth = (int16_t)n;
    return true;
}

static void load_holidays(const loader *l, const rc_table *t)
{
    size_t name = rc_table_column(t, "name"), rule = rc_table_column(t, "rule");
    rc_vocabulary *v = l->words;
    for (size_t i = 0; i < t->row_count; i++) {
        rc_holiday h;
        rc_str text = rc_table_cell(t, i, name);
        if (!parse_rule(rc_table_cell(t, i, rule), &h)) {
            rc_table_diagnose(l->arena, l->diagnostics, t, i, rule, "no such rule for a day");
            continue;
        }
        rc_phrases_add(&v->holiday_names, text, (uint32_t)v->holiday_count);
        RC_PUSH(l->arena, v->holidays, v->holiday_count, v->holiday_capacity, h);
        size_t end = 0;
        while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\'' &&
               text.ptr[end] != '.')
            end++;
        rc_time_entry *e = entry_for(l, rc_str_sub(text, 0, end));
        if (!(e->kinds >> RC_TW_HOLIDAY & 1))
            add_meaning(e, RC_TW_HOLIDAY, 0);
    }
}

static rc_vocabulary *vocabulary_new(rc_arena *a, rc_str language)
{
    rc_vocabulary *v = RC_NEW(a, rc_vocabulary);
    v->language = language;
    rc_map_init(&v->index, a, 1024);
    rc_phrases_init(&v->holiday_names, a);
    RC_PUSH(a, v->entries, v->entry_count, v->entry_capacity, (rc_time_entry){0});
    return v;
}

static void load_orders(rc_arena *a, rc_diagnostics *diagnostics, rc_timer *x, const rc_table *t)
{
    size_t locale = rc_table_column(t, "locale"), order = rc_table_column(t, "order");
    for (size_t i = 0; i < t->row_count; i++) {
        rc_str cell = rc_table_cell(t, i, order);
        rc_date_order o = {rc_table_cell(t, i, locale), rc_str_eq(cell, RC_STR("dmy"))};
        if (!o.day_first && !rc_str_eq(cell, RC_STR("mdy")))
            rc_table_diagnose(a, diagnostics, t, i, order, "the order is 'dmy' or 'mdy'");
        else
            RC_PUSH(a, x->orders, x->order_count, x->order_capacity, o);
    }
}

bool rc_timer_day_first(const rc_timer *x, rc_str locale)
{
    for (;;) {
        for (size_t i = 0; i < x->order_count; i++)
            if (rc_str_eq(x->orders[i].locale, locale))
                return x->orders[i].day_first;
        size_t cut = locale.len;
        while (cut > 0 && locale.ptr[cut - 1] != '-')
            cut--;
        if (!cut)
            return x->order_count > 0;
        locale = rc_str_sub(locale, 0, cut - 1);
    }
}

rc_status rc_vocabulary_load(rc_arena *a, const rc_rules *r, rc_str language, rc_timer *x,
                             rc_diagnostics *diagnostics, rc_err *err)
{
    loader l = {a, diagnostics, vocabulary_new(a, language)};
    const rc_table *orders = rc_rules_table(r, "tables/date-order");
    const rc_table *words = rc_language_table(a, r, "tables/time-words", language);
    const rc_table *holidays = rc_language_table(a, r, "tables/holidays", language);
    const rc_table *forms = rc_language_table(a, r, "tables/time-forms", language);
    x->words = l.words;
    if (orders)
        load_orders(a, diagnostics, x, orders);
    if (words)
        load_words(&l, words);
    if (holidays)
        load_holidays(&l, holidays);
    x->language = language;
    if (!forms)
        return RC_OK;
    rc_languages *languages;
    rc_status s = rc_languages_new(a, r, &languages, diagnostics, err);
    if (s != RC_OK)
        return s;
    x->languages = languages;
    x->forms = rc_time_forms_new(a, forms, language, diagnostics);
    return RC_OK;
}

static bool known(const rc_vocabulary *v, rc_word w)
{
    return v->seen[(w & 0x1FFF) >> 6] >> (w & 63) & 1;
}

/* Of "Q3" or "Oct2" the entry for its letters, with RC_MARK_DIGITS. */
static uint16_t mark_compound(const rc_vocabulary *v, rc_str s)
{
    size_t n = s.len;
    while (n > 0 && s.ptr[n - 1] >= '0' && s.ptr[n - 1] <= '9')
        n--;
    if (n == 0 || n > 12 || s.len - n > 4)
        return 0;
    rc_word w = rc_word_from(rc_str_sub(s, 0, n));
    const uint32_t *slot = known(v, w) ? rc_map_get(&v->index, w) : NULL;
    return slot ? (uint16_t)(*slot | RC_MARK_DIGITS) : 0;
}

void rc_vocabulary_mark(const rc_vocabulary *v, const rc_text *t, uint16_t *marks)
{
    const char *text = t->doc->text.ptr;
    for (uint32_t i = 0; i < t->token_count; i++) {
        const rc_token *k = &t->tokens[i];
        if (k->kind != RC_TOKEN_WORD)
            continue;
        if (known(v, k->word)) {
            const uint32_t *slot = rc_map_get(&v->index, k->word);
            if (slot)
                marks[i] = (uint16_t)*slot;
        } else if (text[k->end - 1] <= '9' && text[k->end - 1] >= '0') {
            marks[i] = mark_compound(v, rc_token_text(t, i));
        }
    }
}

static bool value_of(const rc_time_entry *e, int kind, int *ret)
{
    for (int i = 0; i < e->count; i++)
        if (e->kind[i] == kind) {
            *ret = e->value[i];
            return true;
        }
    return false;
}

bool rc_scan_value(const rc_time_scan *s, uint32_t at, int kind, int *ret)
{
    return rc_scan_is(s, at, kind) && value_of(&s->words->entries[s->marks[at]], kind, ret);
}

bool rc_scan_compound(const rc_time_scan *s, uint32_t at, int kind, int *ret_value, int *ret_number)
{
    if (at >= s->end || at < s->first || !(s->marks[at] & RC_MARK_DIGITS))
        return false;
    const rc_time_entry *e = &s->words->entries[s->marks[at] & ~RC_MARK_DIGITS];
    if (!(e->kinds >> kind & 1) || !value_of(e, kind, ret_value))
        return false;
    rc_str text = rc_token_text(s->text, at);
    int n = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            n = n * 10 + (text.ptr[i] - '0');
    *ret_number = n;
    return true;
}

bool rc_scan_dash(const rc_time_scan *s, uint32_t at)
{
    if (at >= s->end || at < s->first)
        return false;
    const rc_token *k = &s->text->tokens[at];
    if (k->first == '-')
        return true;
    const char *p = s->text->doc->text.ptr + k->start;
    if (k->first == '~' && k->end - k->start == 1)
        return true;
    /* U+2010 to U+2015 and U+2212 */
    return k->end - k->start == 3 && k->first == 0xE2 &&
           (((unsigned char)p[1] == 0x80 && (unsigned char)p[2] >= 0x90 &&
             (unsigned char)p[2] <= 0x95) ||
            ((unsigned char)p[1] == 0x88 && (unsigned char)p[2] == 0x92));
}

bool rc_scan_number(const rc_time_scan *s, uint32_t at, int *ret, int *ret_digits)
{
    if (at >= s->end || at < s->first || s->text->tokens[at].kind != RC_TOKEN_NUMBER)
        return false;
    rc_str text = rc_token_text(s->text, at);
    int n = 0;
    if (text.len > 8)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        n = n * 10 + (text.ptr[i] - '0');
    }
    *ret = n;
    *ret_digits = (int)text.len;
    return true;
}
