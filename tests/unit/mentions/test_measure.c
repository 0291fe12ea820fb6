#include "mentions/measure.h"

#include <check.h>
#include <string.h>

#include "base/limits.h"
#include "rules/rules.h"
#include "value/quantity.h"

Suite *suite_mentions_measure(void);

typedef struct {
    rc_arena *arena;
    rc_measures *measures;
} bench;

static bench load(void)
{
    bench b = {.arena = rc_arena_new(RC_RULES_BYTES_MAX)};
    const char *source = getenv("SRCDIR");
    const char *dirs[] = {rc_arena_printf(b.arena, "%s/rules", source ? source : ".").ptr};
    rc_rules_options o = {.dirs = dirs, .dir_count = 1};
    rc_diagnostics d = {0};
    rc_err err = {0};
    const rc_rules *rules;
    ck_assert_msg(rc_rules_load(b.arena, &o, &d, &rules, &err) == RC_OK, "%s", err.text);
    ck_assert_int_eq(rc_measures_new(b.arena, rules, RC_STR("en"), &b.measures, &d, &err), RC_OK);
    return b;
}

/* An amount as "60 percent", with "~", "<", ">" before it and "@-1" for its precision. */
static rc_quantity quantity(const bench *b, const char *text)
{
    rc_quantity q = {.has_low = true, .has_high = true, .per_amount = {1, 0}};
    rc_str rest = rc_str_from(text), amount, unit;
    if (rest.ptr[0] == '~') {
        q.approximate = true;
        rest = rc_str_sub(rest, 1, rest.len);
    }
    if (rest.ptr[0] == '>') {
        q.comparator = RC_GT;
        q.has_high = false;
        rest = rc_str_sub(rest, 1, rest.len);
    } else if (rest.ptr[0] == '<') {
        q.comparator = RC_LT;
        q.has_low = false;
        rest = rc_str_sub(rest, 1, rest.len);
    }
    ck_assert(rc_str_split(&rest, ' ', &amount));
    size_t at = rc_str_find(amount, '@');
    if (at < amount.len) {
        rc_decimal p;
        ck_assert_int_eq(rc_decimal_parse(rc_str_sub(amount, at + 1, amount.len), &p), RC_OK);
        q.precision = (int32_t)rc_decimal_approximate(p);
    }
    ck_assert_int_eq(rc_decimal_parse(rc_str_sub(amount, 0, at), &q.low), RC_OK);
    q.high = q.low;
    ck_assert(rc_str_split(&rest, ' ', &unit));
    size_t stroke = rc_str_find(unit, '/');
    q.unit = rc_measures_unit(b->measures, rc_str_sub(unit, 0, stroke));
    if (stroke < unit.len)
        q.per = rc_measures_unit(b->measures, rc_str_sub(unit, stroke + 1, unit.len));
    ck_assert_msg(q.unit != NULL, "%s", text);
    return q;
}

typedef struct {
    const char *a, *b;
    rc_values expected;
} compare_case;

START_TEST(values_are_compared_in_any_unit)
{
    static const compare_case cases[] = {
        {"1 kilometer", "1000 meter", RC_VALUES_SAME},
        {"1 mile", "1609.344 meter", RC_VALUES_SAME},
        {"12 inch", "1 foot", RC_VALUES_SAME},
        {"1 gallon", "231 cubic-inch", RC_VALUES_SAME},
        {"100 celsius", "212 fahrenheit", RC_VALUES_SAME},
        {"0 celsius", "273.15 kelvin", RC_VALUES_SAME},
        {"36 kilometer/hour", "10 meter/second", RC_VALUES_SAME},
        {"1 knot", "1852 meter/hour", RC_VALUES_SAME},
        {"1 tonne", "1000 kilogram", RC_VALUES_SAME},
        {"50 percent", "0.5 1", RC_VALUES_SAME},
        {"25 basis-point", "0.25 percentage-point", RC_VALUES_SAME},
        {"1 byte", "8 bit", RC_VALUES_SAME},
        {"12e6@6 tonne", "12.4e6@5 tonne", RC_VALUES_COMPATIBLE},
        {"12e6@6 tonne", "13e6@6 tonne", RC_VALUES_DIFFER},
        {"12e6@6 tonne", "14e6@6 tonne", RC_VALUES_DIFFER},
        {"12 1", "13 1", RC_VALUES_DIFFER},
        {"12 USD", "13 USD", RC_VALUES_DIFFER},
        {"12 USD", "12 EUR", RC_VALUES_UNRELATED},
        {"12 kilogram", "12 meter", RC_VALUES_UNRELATED},
        {"12 USD/kilogram", "12 USD", RC_VALUES_UNRELATED},
        {">60 percent", "70 percent", RC_VALUES_COMPATIBLE},
        {">60 percent", "50 percent", RC_VALUES_DIFFER},
        {">60 percent", "<50 percent", RC_VALUES_DIFFER},
        {"~70 percent", "68 percent", RC_VALUES_COMPATIBLE},
        {"~70 percent", "60 percent", RC_VALUES_DIFFER},
    };
    bench b = load();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        rc_quantity x = quantity(&b, cases[i].a), y = quantity(&b, cases[i].b);
        ck_assert_msg(rc_quantity_compare(&x, &y) == cases[i].expected, "%s and %s: %d", cases[i].a,
                      cases[i].b, (int)rc_quantity_compare(&x, &y));
        ck_assert_msg(rc_quantity_compare(&y, &x) == cases[i].expected, "%s and %s turned",
                      cases[i].a, cases[i].b);
        double d = rc_quantity_distance(&x, &y);
        ck_assert_msg(d >= 0.0 && d <= 1.0, "%s and %s", cases[i].a, cases[i].b);
    }
    rc_arena_free(b.arena);
}
END_TEST

/* There and back gives the same amount, in every pair of exact units of one base. */
START_TEST(conversion_there_and_back_is_exact)
{
    static const char *const names[] = {"meter",       "kilometer",     "centimeter",
                                        "inch",        "foot",          "yard",
                                        "mile",        "nautical-mile", "gram",
                                        "kilogram",    "tonne",         "pound",
                                        "ounce",       "stone",         "second",
                                        "minute",      "hour",          "day",
                                        "liter",       "gallon",        "gallon-imperial",
                                        "cubic-meter", "cubic-foot",    "barrel",
                                        "hectare",     "acre",          "square-mile",
                                        "joule",       "watt-hour",     "calorie",
                                        "pascal",      "bar",           "byte",
                                        "bit"};
    bench b = load();
    rc_decimal v = {375, -2}, there, back;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++) {
            const rc_unit *x = rc_measures_unit(b.measures, rc_str_from(names[i]));
            const rc_unit *y = rc_measures_unit(b.measures, rc_str_from(names[k]));
            ck_assert_msg(x && y && x->exact, "%s %s", names[i], names[k]);
            if (!rc_str_eq(x->base_id, y->base_id))
                continue;
            ck_assert_int_eq(rc_decimal_scale(v, x->numerator, x->denominator, &there), RC_OK);
            ck_assert_int_eq(rc_decimal_scale(there, x->denominator, x->numerator, &back), RC_OK);
            ck_assert_msg(rc_decimal_eq(v, back), "%s", names[i]);
        }
    }
    rc_arena_free(b.arena);
}
END_TEST

Suite *suite_mentions_measure(void)
{
    Suite *s = suite_create("mentions/measure");
    TCase *t = tcase_create("quantity");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, values_are_compared_in_any_unit);
    tcase_add_test(t, conversion_there_and_back_is_exact);
    suite_add_tcase(s, t);
    return s;
}
