#include "value/time.h"

#include <check.h>

Suite *suite_value_time(void);

/* What an EDTF value covers. "" is RC_DAY_NONE. */
static const struct {
    const char *edtf, *low, *high;
    rc_time_kind kind;
    rc_grain grain;
} read[] = {
    {"2025-11-30", "2025-11-30", "2025-11-30", RC_TIME_DATE, RC_GRAIN_DAY},
    {"2025-11", "2025-11-01", "2025-11-30", RC_TIME_DATE, RC_GRAIN_MONTH},
    {"2024-02", "2024-02-01", "2024-02-29", RC_TIME_DATE, RC_GRAIN_MONTH},
    {"2025", "2025-01-01", "2025-12-31", RC_TIME_DATE, RC_GRAIN_YEAR},
    {"0000", "0000-01-01", "0000-12-31", RC_TIME_DATE, RC_GRAIN_YEAR},
    {"-0043", "-0043-01-01", "-0043-12-31", RC_TIME_DATE, RC_GRAIN_YEAR},
    {"199X", "1990-01-01", "1999-12-31", RC_TIME_DATE, RC_GRAIN_DECADE},
    {"18XX", "1800-01-01", "1899-12-31", RC_TIME_DATE, RC_GRAIN_CENTURY},
    {"-02XX", "-0299-01-01", "-0200-12-31", RC_TIME_DATE, RC_GRAIN_CENTURY},
    {"2025-33", "2025-01-01", "2025-03-31", RC_TIME_DATE, RC_GRAIN_QUARTER},
    {"2025-35", "2025-07-01", "2025-09-30", RC_TIME_DATE, RC_GRAIN_QUARTER},
    {"2025-36", "2025-10-01", "2025-12-31", RC_TIME_DATE, RC_GRAIN_QUARTER},
    {"2025-40", "2025-01-01", "2025-06-30", RC_TIME_DATE, RC_GRAIN_HALF},
    {"2025-41", "2025-07-01", "2025-12-31", RC_TIME_DATE, RC_GRAIN_HALF},
    {"2025-21", "2025-03-01", "2025-05-31", RC_TIME_DATE, RC_GRAIN_SEASON},
    {"2024-24", "2023-12-01", "2024-02-29", RC_TIME_DATE, RC_GRAIN_SEASON},
    {"2025-10-20/2025-10-22", "2025-10-20", "2025-10-22", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"1929/1931", "1929-01-01", "1931-12-31", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"2014-05/2014-07", "2014-05-01", "2014-07-31", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"2025-10-20/..", "2025-10-20", "", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"2025-10-20/", "2025-10-20", "", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"../2025", "", "2025-12-31", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"/2025", "", "2025-12-31", RC_TIME_DATE, RC_GRAIN_SPAN},
    {"1910~", "1910-01-01", "1910-12-31", RC_TIME_DATE, RC_GRAIN_YEAR},
    {"2025-11-30T18:30", "2025-11-30", "2025-11-30", RC_TIME_DATE, RC_GRAIN_TIME},
    {"2025-11-30T18:30:00+01:00", "2025-11-30", "2025-11-30", RC_TIME_DATE, RC_GRAIN_TIME},
    {"XXXX-11-30", "", "", RC_TIME_RECURRING, RC_GRAIN_DAY},
    {"XXXX-11", "", "", RC_TIME_RECURRING, RC_GRAIN_MONTH},
    {"XXXX-XX-09", "", "", RC_TIME_RECURRING, RC_GRAIN_DAY},
    {"P18M", "", "", RC_TIME_DURATION, RC_GRAIN_SPAN},
    {"PT123.45S", "", "", RC_TIME_DURATION, RC_GRAIN_SPAN},
};

START_TEST(edtf_is_read)
{
    rc_time t;
    int32_t low = RC_DAY_NONE, high = RC_DAY_NONE;
    ck_assert_int_eq(rc_time_parse(rc_str_from(read[_i].edtf), &t), RC_OK);
    rc_day_parse(rc_str_from(read[_i].low), &low);
    rc_day_parse(rc_str_from(read[_i].high), &high);
    ck_assert_int_eq(t.low, low);
    ck_assert_int_eq(t.high, high);
    ck_assert_int_eq((int)t.kind, (int)read[_i].kind);
    ck_assert_int_eq((int)t.grain, (int)read[_i].grain);
}
END_TEST

static const char *const unreadable[] = {
    "",           "20",          "202",     "20255",   "2025-",     "2025-1",  "2025-00",
    "2025-13",    "2025-20",     "2025-25", "2025-32", "2025-37",   "2025-42", "2025-02-30",
    "2025-11-31", "2025-11-30T", "X025",    "2X25",    "2025-X1",   "P",       "P1",
    "PT",         "P1YT",        "1Y",      "P1S",     "PT1D",      "P1M1Y",   "../..",
    "/",          "2025/2024",   "a",       "2025 ",   "--2025",    "2025/x",  "P1Y/2025",
    "2025-02-29", "XXXX-02-30",  "XXXX-13", "..2025",  "2025//2026"};

START_TEST(what_is_no_edtf)
{
    rc_time t;
    ck_assert_int_eq(rc_time_parse(rc_str_from(unreadable[_i]), &t), RC_NONE);
}
END_TEST

static void same(const rc_time *made)
{
    rc_time back;
    ck_assert_msg(rc_time_parse(made->value, &back) == RC_OK, "%.*s", RC_STR_ARG(made->value));
    ck_assert_msg(back.low == made->low && back.high == made->high && back.grain == made->grain,
                  "%.*s", RC_STR_ARG(made->value));
}

START_TEST(what_is_printed_is_read_back)
{
    rc_arena *a = rc_arena_new((size_t)1 << 30);
    for (int32_t y = RC_YEAR_MIN + 1; y <= RC_YEAR_MAX; y += 7) {
        rc_time t = rc_time_year(a, y);
        same(&t);
        for (int32_t i = 1; i <= 12; i++) {
            t = rc_time_month(a, y, i);
            same(&t);
            t = rc_time_day(a, rc_day_from_civil(y, i, 1 + (y + i + 20000) % 28));
            same(&t);
        }
        for (int32_t i = 1; i <= 4; i++) {
            t = rc_time_quarter(a, y, i);
            same(&t);
            t = rc_time_season(a, y, i);
            same(&t);
        }
        t = rc_time_half(a, y, 2);
        same(&t);
    }
    rc_arena_free(a);
}
END_TEST

START_TEST(decades_centuries_and_spans_are_read_back)
{
    rc_arena *a = rc_arena_new((size_t)1 << 28);
    for (int32_t y = 0; y <= 9990; y += 10) {
        rc_time t = rc_time_decade(a, y);
        same(&t);
    }
    for (int32_t c = -90; c <= 99; c++) {
        rc_time t = rc_time_century(a, c ? c : 1);
        rc_time back;
        ck_assert_int_eq(rc_time_parse(t.value, &back), RC_OK);
        ck_assert_int_eq(back.low, t.low);
        ck_assert_int_eq(back.high, t.high);
    }
    for (int32_t day = -800000; day < 2000000; day += 9973) {
        rc_time t = rc_time_days(a, day, day + day % 5000 + 5000, RC_GRAIN_SPAN);
        same(&t);
        t = rc_time_days(a, day, RC_DAY_NONE, RC_GRAIN_SPAN);
        same(&t);
        t = rc_time_days(a, RC_DAY_NONE, day, RC_GRAIN_SPAN);
        same(&t);
    }
    rc_arena_free(a);
}
END_TEST

START_TEST(past_the_calendar_nothing_is_made)
{
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_time t[] = {rc_time_year(a, RC_YEAR_MAX + 1),
                   rc_time_year(a, RC_YEAR_MIN - 1),
                   rc_time_month(a, 10000, 1),
                   rc_time_day(a, rc_day_from_civil(10000, 1, 1)),
                   rc_time_day(a, rc_day_from_civil(-9999, 1, 1) - 1),
                   rc_time_decade(a, 9995),
                   rc_time_century(a, 101)};
    for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
        ck_assert_msg(t[i].low == RC_DAY_NONE && t[i].value.len == 0, "%d", (int)i);
    rc_arena_free(a);
}
END_TEST

static const struct {
    int unit;
    const char *amount;
    int unit2;
    const char *amount2;
    const char *value;
    int64_t months;
    int64_t seconds;
} lengths[] = {
    {RC_SPAN_MONTH, "18", -1, "", "P18M", 18, 0},
    {RC_SPAN_YEAR, "2.5", -1, "", "P2.5Y", 30, 0},
    {RC_SPAN_HOUR, "72", -1, "", "PT72H", 0, 259200},
    {RC_SPAN_WEEK, "2", RC_SPAN_DAY, "2", "P2W2D", 0, 1382400},
    {RC_SPAN_YEAR, "5", RC_SPAN_MONTH, "1", "P5Y1M", 61, 0},
    {RC_SPAN_DAY, "1", RC_SPAN_MINUTE, "30", "P1DT30M", 0, 88200},
    {RC_SPAN_SECOND, "123.45", -1, "", "PT123.45S", 0, 123},
    {RC_SPAN_DAY, "0", -1, "", "P0D", 0, 0},
};

START_TEST(lengths_are_printed_and_read)
{
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_duration d = {0};
    rc_time t, back;
    ck_assert_int_eq(rc_decimal_parse(rc_str_from(lengths[_i].amount), &d.amount[lengths[_i].unit]),
                     RC_OK);
    if (lengths[_i].unit2 >= 0)
        ck_assert_int_eq(
            rc_decimal_parse(rc_str_from(lengths[_i].amount2), &d.amount[lengths[_i].unit2]),
            RC_OK);
    ck_assert_int_eq(rc_time_duration(a, &d, &t), RC_OK);
    ck_assert_str_eq(rc_arena_cstr(a, t.value), lengths[_i].value);
    ck_assert_int_eq(t.months, lengths[_i].months);
    ck_assert_int_eq((int64_t)t.seconds, lengths[_i].seconds);
    ck_assert_int_eq(rc_time_parse(t.value, &back), RC_OK);
    ck_assert_int_eq(back.months, t.months);
    rc_arena_free(a);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof((table)[0])))

Suite *suite_value_time(void)
{
    Suite *s = suite_create("value/time");
    TCase *t = tcase_create("time");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, edtf_is_read, 0, COUNT(read));
    tcase_add_loop_test(t, what_is_no_edtf, 0, COUNT(unreadable));
    tcase_add_test(t, what_is_printed_is_read_back);
    tcase_add_test(t, decades_centuries_and_spans_are_read_back);
    tcase_add_test(t, past_the_calendar_nothing_is_made);
    tcase_add_loop_test(t, lengths_are_printed_and_read, 0, COUNT(lengths));
    suite_add_tcase(s, t);
    return s;
}
