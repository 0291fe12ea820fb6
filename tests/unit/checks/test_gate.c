/* Values and gates, on claims made by hand. */
#include "checks/gate.h"

#include <check.h>

#include "base/hash.h"

Suite *suite_checks_gate(void);

static const rc_unit percent = {.id = {"percent", 7}, .dimension = RC_DIM_PERCENT};

static rc_claim percent_claim(int64_t n, uint32_t doc)
{
    rc_claim c = {.doc = doc, .type = RC_VALUE_QUANTITY, .passage = UINT32_MAX};
    c.value.quantity = (rc_quantity){.low = rc_decimal_from(n),
                                     .high = rc_decimal_from(n),
                                     .has_low = true,
                                     .has_high = true,
                                     .per_amount = rc_decimal_from(1),
                                     .unit = &percent};
    return c;
}

static rc_claim day_claim(int32_t low, int32_t high, rc_time_bound bound)
{
    rc_claim c = {.type = RC_VALUE_TIME, .passage = UINT32_MAX, .bound = (uint8_t)bound};
    c.value.time = (rc_time){.kind = RC_TIME_DATE,
                             .grain = low == high ? RC_GRAIN_DAY : RC_GRAIN_MONTH,
                             .value = RC_STR("x"),
                             .low = low,
                             .high = high};
    return c;
}

static const struct {
    int32_t a_low, a_high, b_low, b_high;
    rc_time_bound a_bound, b_bound;
    rc_values expected;
} days[] = {
    {10, 10, 10, 10, RC_TIME_ON, RC_TIME_ON, RC_VALUES_SAME},
    {10, 10, 11, 11, RC_TIME_ON, RC_TIME_ON, RC_VALUES_DIFFER},
    {10, 10, 1, 31, RC_TIME_ON, RC_TIME_ON, RC_VALUES_COMPATIBLE},
    {10, 10, 20, 20, RC_TIME_ON, RC_TIME_BEFORE, RC_VALUES_COMPATIBLE},
    {20, 20, 20, 20, RC_TIME_ON, RC_TIME_BEFORE, RC_VALUES_SAME},
    {10, 10, 20, 20, RC_TIME_ON, RC_TIME_AFTER, RC_VALUES_DIFFER},
    {30, 30, 20, 20, RC_TIME_ON, RC_TIME_AFTER, RC_VALUES_COMPATIBLE},
    {20, 20, 20, 20, RC_TIME_ON, RC_TIME_SINCE, RC_VALUES_SAME},
    {20, 20, 20, 20, RC_TIME_ON, RC_TIME_UNTIL, RC_VALUES_SAME},
    {21, 21, 20, 20, RC_TIME_ON, RC_TIME_UNTIL, RC_VALUES_DIFFER},
};

START_TEST(dates_and_their_bounds)
{
    rc_claim a = day_claim(days[_i].a_low, days[_i].a_high, days[_i].a_bound);
    rc_claim b = day_claim(days[_i].b_low, days[_i].b_high, days[_i].b_bound);
    ck_assert_int_eq(rc_claim_values(&a, &b), days[_i].expected);
    ck_assert_int_eq(rc_claim_values(&b, &a), days[_i].expected);
}
END_TEST

START_TEST(each_gate_has_its_reason)
{
    rc_arena *arena = rc_arena_new((size_t)1 << 24);
    rc_lexicon *lexicon;
    ck_assert_int_eq(rc_lexicon_open(arena, NULL, &lexicon, NULL), RC_OK);
    rc_store *s = rc_store_new(arena, lexicon);
    rc_claim a = percent_claim(60, 0), b = percent_claim(70, 1);
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_NONE);
    b.modality = RC_PLANNED;
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_NOT_ASSERTED);
    a.modality = RC_PLANNED;
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_NONE);
    a.modality = b.modality = RC_ASSERTED;
    b.value.quantity.role = RC_ROLE_CHANGE;
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_OTHER_ATTRIBUTE);
    b.value.quantity.role = RC_ROLE_LEVEL;
    a.time = (rc_time){.kind = RC_TIME_DATE, .value = RC_STR("2023"), .low = 0, .high = 364};
    b.time = (rc_time){.kind = RC_TIME_DATE, .value = RC_STR("2024"), .low = 365, .high = 730};
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_OTHER_TIME);
    b.time = a.time;
    a.scope.pole[3] = 1;
    b.scope.pole[3] = 2;
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_OTHER_SCOPE);
    b.scope.pole[3] = 1;
    b.value.quantity.low = b.value.quantity.high = rc_decimal_from(60);
    ck_assert_int_eq(rc_gate_pair(s, &a, &b), RC_GATE_SAME_VALUE);
    rc_arena_free(arena);
}
END_TEST

Suite *suite_checks_gate(void)
{
    Suite *s = suite_create("checks/gate");
    TCase *t = tcase_create("gate");
    tcase_add_loop_test(t, dates_and_their_bounds, 0, (int)(sizeof(days) / sizeof(days[0])));
    tcase_add_test(t, each_gate_has_its_reason);
    suite_add_tcase(s, t);
    return s;
}
