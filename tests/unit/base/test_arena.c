/* Memory that serves again after a reset is as zero as new memory is. */
#include "base/arena.h"

#include <check.h>
#include <string.h>

Suite *suite_base_arena(void);

static bool is_zero(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (p[i])
            return false;
    }
    return true;
}

static const size_t sizes[] = {1, 15, 16, 1000, 16 << 10, 100 << 10, 3 << 20, 12 << 20};

START_TEST(what_a_reset_arena_gives_is_zero)
{
    rc_arena *a = rc_arena_new((size_t)1 << 28);
    for (int round = 0; round < 4; round++) {
        /* A byte apart each round, so that clean and used memory meet inside a block. */
        for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
            size_t n = sizes[i] + (size_t)round * 100;
            char *p = rc_arena_alloc(a, n, 1);
            ck_assert(is_zero(p, n));
            memset(p, 'x', n);
            if (round % 2)
                rc_arena_reset(a);
        }
        rc_arena_reset(a);
        ck_assert_uint_eq(rc_arena_used(a), 0);
    }
    rc_arena_free(a);
}
END_TEST

static void count(void *calls)
{
    ++*(int *)calls;
}

START_TEST(what_was_deferred_runs_once)
{
    int calls = 0;
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_arena_defer(a, count, &calls);
    rc_arena_reset(a);
    ck_assert_int_eq(calls, 1);
    rc_arena_defer(a, count, &calls);
    rc_arena_free(a);
    ck_assert_int_eq(calls, 2);
}
END_TEST

Suite *suite_base_arena(void)
{
    Suite *s = suite_create("base/arena");
    TCase *c = tcase_create("reset");
    tcase_add_test(c, what_a_reset_arena_gives_is_zero);
    tcase_add_test(c, what_was_deferred_runs_once);
    suite_add_tcase(s, c);
    return s;
}
