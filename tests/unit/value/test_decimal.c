#include "value/decimal.h"

#include <check.h>
#include <string.h>

Suite *suite_value_decimal(void);

typedef struct {
    const char *in, *out; /* out NULL: no number */
} print_case;

START_TEST(print_undoes_parse)
{
    static const print_case cases[] = {
        {"0", "0"},         {"-0", "0"},
        {"12", "12"},       {"1200", "1200"},
        {"0.5", "0.5"},     {"-0.050", "-0.05"},
        {"1e6", "1000000"}, {"2.5e-3", "0.0025"},
        {"1e40", "1e+40"},  {"6.02e23", "6.02e+23"},
        {"+7", "7"},        {".5", "0.5"},
        {"5.", "5"},        {"", NULL},
        {"-", NULL},        {"1e", NULL},
        {"1.2.3", NULL},    {"a", NULL},
        {"1e12345", NULL},  {"9223372036854775807", "9223372036854775807"},
    };
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        rc_decimal d;
        rc_status s = rc_decimal_parse(rc_str_from(cases[i].in), &d);
        if (!cases[i].out) {
            ck_assert_int_ne(s, RC_OK);
            continue;
        }
        ck_assert_msg(s == RC_OK, "%s", cases[i].in);
        rc_str text = rc_decimal_print(a, d);
        ck_assert_str_eq(rc_arena_cstr(a, text), cases[i].out);
    }
    rc_arena_free(a);
}
END_TEST

static rc_decimal parse(const char *s)
{
    rc_decimal d = {0, 0};
    ck_assert_int_eq(rc_decimal_parse(rc_str_from(s), &d), RC_OK);
    return d;
}

START_TEST(arithmetic_is_exact)
{
    rc_decimal r;
    ck_assert_int_eq(rc_decimal_add(parse("0.1"), parse("0.2"), &r), RC_OK);
    ck_assert(rc_decimal_eq(r, parse("0.3")));
    ck_assert_int_eq(rc_decimal_sub(parse("1"), parse("0.999"), &r), RC_OK);
    ck_assert(rc_decimal_eq(r, parse("0.001")));
    ck_assert_int_eq(rc_decimal_mul(parse("0.3048"), parse("3"), &r), RC_OK);
    ck_assert(rc_decimal_eq(r, parse("0.9144")));
    ck_assert_int_eq(rc_decimal_div(parse("1"), parse("3"), &r), RC_OK);
    ck_assert(rc_decimal_eq(r, parse("0.33333333333333333")));
    ck_assert_int_eq(rc_decimal_div(parse("1"), parse("0"), &r), RC_NONE);
    ck_assert_int_eq(rc_decimal_mul(parse("9223372036854775807"), parse("3"), &r), RC_EOVERFLOW);
    ck_assert_int_eq(rc_decimal_add(parse("1e40"), parse("1"), &r), RC_EOVERFLOW);
    ck_assert_int_eq(rc_decimal_make(1, 301, &r), RC_EOVERFLOW);
}
END_TEST

START_TEST(order_holds_over_all_sizes)
{
    static const char *const rising[] = {"-1e300",
                                         "-12",
                                         "-1.5",
                                         "-1e-300",
                                         "0",
                                         "1e-300",
                                         "0.5",
                                         "0.50001",
                                         "1",
                                         "9.99",
                                         "10",
                                         "1e18",
                                         "9223372036854775807",
                                         "1e19",
                                         "1e300"};
    for (size_t i = 0; i < sizeof(rising) / sizeof(rising[0]); i++) {
        for (size_t k = 0; k < sizeof(rising) / sizeof(rising[0]); k++) {
            int expected = (i > k) - (i < k);
            ck_assert_msg(rc_decimal_cmp(parse(rising[i]), parse(rising[k])) == expected,
                          "%s against %s", rising[i], rising[k]);
        }
    }
}
END_TEST

START_TEST(print_and_parse_are_inverse)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    uint64_t seed = 1;
    for (int i = 0; i < 2000; i++) {
        rc_decimal d, again;
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        int64_t digits = (int64_t)(seed >> (seed % 61 + 2)) * (seed & 1 ? 1 : -1);
        if (rc_decimal_make(digits, (int32_t)(seed >> 33) % 200 - 100, &d) != RC_OK)
            continue;
        ck_assert_int_eq(rc_decimal_parse(rc_decimal_print(a, d), &again), RC_OK);
        ck_assert(rc_decimal_eq(d, again));
        ck_assert_int_eq(rc_decimal_cmp(d, again), 0);
    }
    rc_arena_free(a);
}
END_TEST

Suite *suite_value_decimal(void)
{
    Suite *s = suite_create("value/decimal");
    TCase *t = tcase_create("decimal");
    tcase_add_test(t, print_undoes_parse);
    tcase_add_test(t, arithmetic_is_exact);
    tcase_add_test(t, order_holds_over_all_sizes);
    tcase_add_test(t, print_and_parse_are_inverse);
    suite_add_tcase(s, t);
    return s;
}
