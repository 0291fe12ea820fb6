#include "rules/suggest.h"

#define WORD_MAX 40

typedef struct {
    size_t before_last[WORD_MAX + 1], last[WORD_MAX + 1], now[WORD_MAX + 1];
} rows;

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edit distance with swaps of neighbours (optimal string alignment), by bytes. */
static size_t distance(rc_str a, rc_str b)
{
    rows r;
    for (size_t j = 0; j <= b.len; j++)
        r.last[j] = r.before_last[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        r.now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t change = r.last[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            r.now[j] = least(change, least(r.last[j], r.now[j - 1]) + 1);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
                r.now[j] = least(r.now[j], r.before_last[j - 2] + 1);
        }
        for (size_t j = 0; j <= b.len; j++) {
            r.before_last[j] = r.last[j];
            r.last[j] = r.now[j];
        }
    }
    return r.last[b.len];
}

rc_str rc_suggest(rc_str word, const rc_str *choices, size_t count)
{
    rc_str best = RC_STR_NONE;
    size_t best_distance = (word.len + 2) / 3 + 1;
    for (size_t i = 0; word.len <= WORD_MAX && i < count; i++) {
        if (choices[i].len == 0 || choices[i].len > WORD_MAX)
            continue;
        size_t d = distance(word, choices[i]);
        if (d < best_distance) {
            best = choices[i];
            best_distance = d;
        }
    }
    return best;
}

const char *rc_suggestion(rc_arena *a, rc_str word, const rc_str *choices, size_t count)
{
    rc_str s = rc_suggest(word, choices, count);
    return s.ptr ? rc_arena_printf(a, ": did you mean '%.*s'?", RC_STR_ARG(s)).ptr : "";
}
