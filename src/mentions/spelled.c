#include "mentions/spelled.h"

#include <string.h>

#include "base/diagnose.h"
#include "base/hash.h"
#include "rules/cldr.h"
#include "text/phrases.h"
#include "text/word.h"
#include "value/decimal.h"

enum {
    JOINS_MAX = 4,
    DEPTH_MAX = 4,
    WORD_BYTES_MAX = 96,
    BEGUN_BITS = 1 << 16,
    PLACES_MAX = 12,
    DIGITS_MAX = 9
};

typedef struct {
    rc_str word;
    int64_t by;
} joiner;

typedef struct {
    int64_t value;
    bool place;
} numeral;

struct rc_spelled {
    rc_phrases small; /* the words of small numbers, hyphens left out */
    rc_map words;     /* the same where they are one word -> number */
    rc_map numerals;  /* word -> index of `numeral` */
    numeral *numeral;
    size_t numeral_count, numeral_capacity;
    joiner joins[JOINS_MAX];
    size_t join_count;
    rc_str and;
    rc_str ending[JOINS_MAX]; /* words that leave off their last letter before others: "cents" */
    size_t ending_count;
    uint64_t begun[BEGUN_BITS / 64]; /* the first two bytes of such words, in small letters */
};

static unsigned pair_of(rc_str s)
{
    unsigned char a = (unsigned char)s.ptr[0];
    unsigned char b = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    a = a >= 'A' && a <= 'Z' ? (unsigned char)(a + 32) : a;
    b = b >= 'A' && b <= 'Z' ? (unsigned char)(b + 32) : b;
    return (unsigned)a << 8 | b;
}

static void begin(rc_spelled *x, rc_str word)
{
    unsigned pair = pair_of(word);
    x->begun[pair / 64] |= UINT64_C(1) << (pair % 64);
}

static void add_small(void *closure, int64_t value, rc_str words)
{
    rc_spelled *x = closure;
    char text[WORD_BYTES_MAX];
    if (value == 0 || words.len == 0 || words.len > sizeof(text))
        return;
    memcpy(text, words.ptr, words.len);
    bool one = true;
    for (size_t i = 0; i < words.len; i++) {
        if (text[i] == '-')
            text[i] = ' ';
        one = one && text[i] != ' ';
    }
    rc_str spaced = {text, words.len};
    rc_phrases_add(&x->small, spaced, (uint32_t)value);
    for (size_t i = 0; i < x->ending_count; i++) {
        if (rc_str_ends(spaced, x->ending[i]))
            rc_phrases_add(&x->small, rc_str_sub(spaced, 0, spaced.len - 1), (uint32_t)value);
    }
    if (one)
        rc_map_put(&x->words, rc_word_from(spaced), (uint32_t)value);
    begin(x, spaced);
}

static int64_t power_of_ten(int64_t n)
{
    int64_t p = 1;
    while (n-- > 0 && p < 1000000000)
        p *= 10;
    return p;
}

typedef struct {
    const rc_table *t;
    size_t kind, word, value;
} loader;

static bool add_row(rc_arena *a, rc_spelled *x, const loader *l, size_t row, const char *language)
{
    rc_decimal d;
    rc_str kind = rc_table_cell(l->t, row, l->kind), text = rc_table_cell(l->t, row, l->word);
    if (rc_decimal_parse(rc_table_cell(l->t, row, l->value), &d) != RC_OK || d.digits < 0 ||
        d.exponent < 0 || d.exponent > 4 || d.digits > 10000)
        return false;
    int64_t value = d.digits * power_of_ten(d.exponent);
    bool place = rc_str_eq(kind, RC_STR("place"));
    if (rc_str_eq(kind, RC_STR("small"))) {
        rc_cldr_numbers(language, RC_CLDR_CARDINAL, value, add_small, x);
        return true;
    }
    if (text.len == 0)
        return false;
    if (rc_str_eq(kind, RC_STR("and"))) {
        x->and = text;
    } else if (rc_str_eq(kind, RC_STR("ending")) && x->ending_count < JOINS_MAX) {
        x->ending[x->ending_count++] = text;
    } else if (rc_str_eq(kind, RC_STR("join")) && x->join_count < JOINS_MAX) {
        x->joins[x->join_count++] = (joiner){text, power_of_ten(value)};
        begin(x, text);
    } else if (place || rc_str_eq(kind, RC_STR("digit"))) {
        numeral n = {place ? power_of_ten(value) : value, place};
        rc_map_put(&x->numerals, rc_word_from(text), (uint32_t)x->numeral_count);
        RC_PUSH(a, x->numeral, x->numeral_count, x->numeral_capacity, n);
        begin(x, text);
    } else {
        return false;
    }
    return true;
}

rc_status rc_spelled_new(rc_arena *a, const rc_rules *r, rc_str language, rc_spelled **ret,
                         rc_diagnostics *diagnostics, rc_err *err)
{
    (void)err;
    loader l = {.t = rc_rules_table(r, "tables/spelled")};
    *ret = NULL;
    if (!l.t)
        return RC_OK;
    size_t column = rc_table_column(l.t, "language");
    l.kind = rc_table_column(l.t, "kind");
    l.word = rc_table_column(l.t, "word");
    l.value = rc_table_column(l.t, "value");
    for (size_t i = 0; i < l.t->row_count; i++) {
        if (!rc_str_eq(rc_table_cell(l.t, i, column), language))
            continue;
        if (!*ret) {
            *ret = RC_NEW(a, rc_spelled);
            rc_phrases_init(&(*ret)->small, a);
            rc_map_init(&(*ret)->words, a, 1024);
            rc_map_init(&(*ret)->numerals, a, 64);
        }
        if (!add_row(a, *ret, &l, i, rc_arena_cstr(a, language)))
            rc_diagnose(a, diagnostics, l.t->file, l.t->lines[i], 1,
                        "a kind of spelling, a word and a number from 0 to 10000 are needed");
    }
    return RC_OK;
}

bool rc_spelled_starts(const rc_spelled *x, const rc_text *t, const rc_token *k)
{
    unsigned pair = pair_of((rc_str){t->doc->text.ptr + k->start, k->end - k->start});
    return x->begun[pair / 64] >> (pair % 64) & 1;
}

/* ---------------------------------------------------------------- words apart */

/* Past one hyphen that joins two words. */
static uint32_t skip_hyphen(const rc_text *t, uint32_t at, uint32_t end)
{
    const rc_token *k = &t->tokens[at];
    bool tight = at + 1 < end && k->first == '-' && k->end - k->start == 1 &&
                 k->start == t->tokens[at - 1].end && t->tokens[at + 1].start == k->end;
    return tight ? at + 1 : at;
}

static bool read_words(const rc_spelled *x, const rc_text *t, uint32_t at, uint32_t end,
                       int64_t *ret, uint32_t *ret_next)
{
    uint32_t node = 0;
    bool found = false;
    for (uint32_t i = at; i < end; i++) {
        if (i > at)
            i = skip_hyphen(t, i, end);
        const uint32_t *next = rc_map_get(&x->small.edges, rc_hash_mix(node, t->tokens[i].word));
        if (!next)
            break;
        node = *next;
        const uint32_t *value = rc_map_get(&x->small.values, (uint64_t)node + 1);
        if (!value)
            continue;
        *ret = *value;
        *ret_next = i + 1;
        found = true;
    }
    return found;
}

/* ---------------------------------------------------------------- words joined into one */

static size_t find_in(rc_str s, rc_str what)
{
    for (size_t i = 0; i + what.len <= s.len; i++) {
        if (memcmp(s.ptr + i, what.ptr, what.len) == 0)
            return i;
    }
    return s.len;
}

/* "zweihunderttausendfünf": each part below the power of ten before it. */
static bool read_joined(const rc_spelled *x, rc_str s, int depth, int64_t *ret)
{
    const uint32_t *known = rc_map_get(&x->words, rc_word_from(s));
    if (known) {
        *ret = *known;
        return true;
    }
    for (size_t i = 0; i < x->join_count && depth < DEPTH_MAX; i++) {
        rc_str word = x->joins[i].word;
        size_t at = find_in(s, word);
        if (at == s.len)
            continue;
        rc_str left = rc_str_sub(s, 0, at), right = rc_str_sub(s, at + word.len, s.len);
        int64_t many = 1, rest = 0;
        if (x->and.len && rc_str_starts(right, x->and))
            right = rc_str_sub(right, x->and.len, right.len);
        if ((left.len && !read_joined(x, left, depth + 1, &many)) ||
            (right.len && !read_joined(x, right, depth + 1, &rest)) || rest >= x->joins[i].by ||
            many > 999)
            return false;
        *ret = many * x->joins[i].by + rest;
        return true;
    }
    return false;
}

static bool read_one(const rc_spelled *x, const rc_text *t, uint32_t at, int64_t *ret)
{
    char text[WORD_BYTES_MAX];
    rc_str s = rc_token_text(t, at);
    if (x->join_count == 0 || s.len > sizeof(text))
        return false;
    for (size_t i = 0; i < s.len; i++)
        text[i] = s.ptr[i] >= 'A' && s.ptr[i] <= 'Z' ? (char)(s.ptr[i] + 32) : s.ptr[i];
    return read_joined(x, (rc_str){text, s.len}, 0, ret);
}

/* ---------------------------------------------------------------- numerals side by side */

/* "三千二百五十", "十二", and digits alone: "二〇二四". */
static bool read_numerals(const rc_spelled *x, const rc_text *t, uint32_t at, uint32_t end,
                          int64_t *ret, uint32_t *ret_next)
{
    int64_t value = 0, digit = -1, run = 0;
    uint32_t i = at;
    int digits = 0, places = 0;
    for (; i < end && i - at < PLACES_MAX; i++) {
        const uint32_t *known = rc_map_get(&x->numerals, t->tokens[i].word);
        if (!known || (i > at && t->tokens[i].start != t->tokens[i - 1].end))
            break;
        const numeral *n = &x->numeral[*known];
        if (n->place) {
            if (i == at && n->value > 10) /* "百" alone is a word's part */
                return false;
            value += (digit < 0 ? 1 : digit) * n->value;
            digit = -1;
            places++;
            continue;
        }
        if (places == 0 && digits == DIGITS_MAX)
            break;
        run = run * 10 + n->value;
        digits++;
        digit = n->value;
    }
    if (i == at)
        return false;
    if (places && digit > 0)
        value += digit;
    *ret = places ? value : run;
    *ret_next = i;
    return true;
}

bool rc_spelled_read(const rc_spelled *x, const rc_text *t, uint32_t at, uint32_t end, int64_t *ret,
                     uint32_t *ret_next)
{
    if (at >= end)
        return false;
    if (x->numeral_count && read_numerals(x, t, at, end, ret, ret_next))
        return true;
    if (read_words(x, t, at, end, ret, ret_next))
        return true;
    if (!read_one(x, t, at, ret))
        return false;
    *ret_next = at + 1;
    return true;
}
