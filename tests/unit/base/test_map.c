#include "base/map.h"

#include <check.h>

Suite *suite_base_map(void);

START_TEST(keys_keep_their_values_as_the_map_grows)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_map m;
    rc_map_init(&m, a, 0);
    ck_assert_ptr_null(rc_map_get(&m, 5));
    for (uint32_t i = 1; i <= 10000; i++)
        *rc_map_put(&m, (uint64_t)i << 40, 0) = i;
    ck_assert_uint_eq(m.count, 10000);
    for (uint32_t i = 1; i <= 10000; i++)
        ck_assert_uint_eq(*rc_map_get(&m, (uint64_t)i << 40), i);
    ck_assert_uint_eq(*rc_map_put(&m, (uint64_t)7 << 40, 99), 7);
    rc_arena_free(a);
}
END_TEST

Suite *suite_base_map(void)
{
    Suite *s = suite_create("base/map");
    TCase *t = tcase_create("map");
    tcase_add_test(t, keys_keep_their_values_as_the_map_grows);
    suite_add_tcase(s, t);
    return s;
}
