#include "value/calendar.h"

#include <check.h>

Suite *suite_value_calendar(void);

static const struct {
    int32_t y, m, d, day;
    int8_t weekday;
} known[] = {
    {1970, 1, 1, 0, 4},         {1969, 12, 31, -1, 3},    {2000, 2, 29, 11016, 2},
    {2000, 3, 1, 11017, 3},     {2025, 11, 30, 20422, 7}, {1900, 2, 28, -25509, 3},
    {1900, 3, 1, -25508, 4},    {1, 1, 1, -719162, 1},    {0, 12, 31, -719163, 7},
    {1582, 10, 15, -141427, 5}, {0, 3, 1, -719468, 3},    {9999, 12, 31, 2932896, 5},
    {-1, 12, 31, -719529, 5},
};

START_TEST(known_days_and_weekdays)
{
    ck_assert_int_eq(rc_day_from_civil(known[_i].y, known[_i].m, known[_i].d), known[_i].day);
    ck_assert_int_eq(rc_day_weekday(known[_i].day), known[_i].weekday);
}
END_TEST

START_TEST(every_day_of_the_range_goes_both_ways)
{
    int32_t day = rc_day_from_civil(RC_YEAR_MIN, 1, 1);
    int8_t weekday = rc_day_weekday(day);
    for (int32_t y = RC_YEAR_MIN; y <= RC_YEAR_MAX; y++)
        for (int32_t m = 1; m <= 12; m++)
            for (int32_t d = 1; d <= rc_month_days(y, m); d++, day++) {
                int32_t y2, m2, d2;
                rc_day_to_civil(day, &y2, &m2, &d2);
                if (rc_day_from_civil(y, m, d) != day || y2 != y || m2 != m || d2 != d ||
                    rc_day_weekday(day) != weekday)
                    ck_abort_msg("%d-%d-%d", (int)y, (int)m, (int)d);
                weekday = (int8_t)(weekday % 7 + 1);
            }
    ck_assert_int_eq(day - 1, rc_day_from_civil(RC_YEAR_MAX, 12, 31));
}
END_TEST

static const struct {
    int32_t y, m, d;
    bool exists;
} edges[] = {
    {2024, 2, 29, true},  {2025, 2, 29, false}, {1900, 2, 29, false},  {2000, 2, 29, true},
    {2025, 4, 30, true},  {2025, 4, 31, false}, {2025, 12, 31, true},  {2025, 12, 32, false},
    {2025, 0, 1, false},  {2025, 13, 1, false}, {2025, 1, 0, false},   {9999, 12, 31, true},
    {10000, 1, 1, false}, {-9999, 1, 1, true},  {-10000, 1, 1, false}, {0, 2, 29, true},
    {-4, 2, 29, true},    {-100, 2, 29, false},
};

START_TEST(both_sides_of_every_edge)
{
    ck_assert_int_eq(rc_day_exists(edges[_i].y, edges[_i].m, edges[_i].d), edges[_i].exists);
}
END_TEST

static const struct {
    const char *from;
    int32_t months;
    const char *to;
} shifts[] = {
    {"2025-01-31", 1, "2025-02-28"},  {"2024-01-31", 1, "2024-02-29"},
    {"2025-03-31", -1, "2025-02-28"}, {"2025-12-15", 1, "2026-01-15"},
    {"2025-01-15", -1, "2024-12-15"}, {"2025-05-31", 0, "2025-05-31"},
    {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", -48, "2020-02-29"},
    {"0001-01-01", -1, "0000-12-01"}, {"0000-01-01", -1, "-0001-12-01"},
    {"-0001-12-01", 1, "0000-01-01"}, {"-0001-11-30", -12, "-0002-11-30"},
};

START_TEST(months_are_added)
{
    int32_t from, to;
    ck_assert_int_eq(rc_day_parse(rc_str_from(shifts[_i].from), &from), RC_OK);
    ck_assert_int_eq(rc_day_parse(rc_str_from(shifts[_i].to), &to), RC_OK);
    ck_assert_int_eq(rc_day_add_months(from, shifts[_i].months), to);
}
END_TEST

static const struct {
    int32_t year, week;
    const char *monday;
} weeks[] = {
    {2025, 1, "2024-12-30"},  {2026, 1, "2025-12-29"},  {2021, 1, "2021-01-04"},
    {2020, 53, "2020-12-28"}, {2018, 31, "2018-07-30"},
};

START_TEST(weeks_start_on_their_monday)
{
    int32_t day;
    ck_assert_int_eq(rc_day_parse(rc_str_from(weeks[_i].monday), &day), RC_OK);
    ck_assert_int_eq(rc_day_from_week(weeks[_i].year, weeks[_i].week), day);
}
END_TEST

static const char *const easters[] = {"1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31",
                                      "2025-04-20", "2038-04-25", "2285-03-22"};

START_TEST(easter_sundays)
{
    int32_t day, y, m, d;
    ck_assert_int_eq(rc_day_parse(rc_str_from(easters[_i]), &day), RC_OK);
    rc_day_to_civil(day, &y, &m, &d);
    ck_assert_int_eq(rc_day_easter(y), day);
}
END_TEST

START_TEST(printing_and_parsing_agree)
{
    rc_arena *a = rc_arena_new((size_t)1 << 28);
    for (int32_t day = rc_day_from_civil(-9999, 1, 1); day <= rc_day_from_civil(9999, 12, 31);
         day += 97) {
        int32_t back;
        ck_assert_int_eq(rc_day_parse(rc_day_print(a, day), &back), RC_OK);
        ck_assert_int_eq(back, day);
    }
    rc_arena_free(a);
}
END_TEST

static const char *const no_days[] = {
    "",           "2025",       "2025-11",     "2025-11-3",  "2025-13-01", "2025-02-30",
    "2025-00-10", "2025/11/30", "2025-11-30 ", "+025-11-30", "20251-1-30", "2025-1a-30"};

START_TEST(what_is_no_day)
{
    int32_t day = 42;
    ck_assert_int_eq(rc_day_parse(rc_str_from(no_days[_i]), &day), RC_NONE);
    ck_assert_int_eq(day, 42);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof((table)[0])))

Suite *suite_value_calendar(void)
{
    Suite *s = suite_create("value/calendar");
    TCase *t = tcase_create("calendar");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, known_days_and_weekdays, 0, COUNT(known));
    tcase_add_test(t, every_day_of_the_range_goes_both_ways);
    tcase_add_loop_test(t, both_sides_of_every_edge, 0, COUNT(edges));
    tcase_add_loop_test(t, months_are_added, 0, COUNT(shifts));
    tcase_add_loop_test(t, weeks_start_on_their_monday, 0, COUNT(weeks));
    tcase_add_loop_test(t, easter_sundays, 0, COUNT(easters));
    tcase_add_test(t, printing_and_parsing_agree);
    tcase_add_loop_test(t, what_is_no_day, 0, COUNT(no_days));
    suite_add_tcase(s, t);
    return s;
}
