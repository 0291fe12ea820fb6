#include "findings/finding.h"

#include <check.h>
#include <stdlib.h>

Suite *suite_findings_finding(void);

typedef struct {
    const char *subject, *attribute, *paths[3], *values[3];
    bool same; /* as the first */
} seal_case;

static const seal_case SEAL_CASES[] = {
    {"Hall", "seats", {"a", "b"}, {"60", "70"}, true},
    {"Hall", "seats", {"b", "a"}, {"70", "60"}, true},            /* another order */
    {"Hall", "seats", {"a", "a", "b"}, {"60", "60", "70"}, true}, /* said twice */
    {"Hall", "seats", {"b", "a"}, {"60", "70"}, false},
    {"Hall", "seat", {"a", "b"}, {"60", "70"}, false},
    {"Halls", "eats", {"a", "b"}, {"60", "70"}, false},
    {"Hall", "seats", {"a", "b"}, {"60", "71"}, false},
};

static rc_str sealed(rc_arena *a, const seal_case *c)
{
    rc_finding_claim claims[3] = {0};
    rc_finding f = {.rule = RC_STR("quantity/conflict"),
                    .subject = rc_str_from(c->subject),
                    .attribute = rc_str_from(c->attribute),
                    .claims = claims};
    for (; f.claim_count < 3 && c->paths[f.claim_count]; f.claim_count++) {
        rc_doc *doc = RC_NEW(a, rc_doc);
        doc->path = rc_str_from(c->paths[f.claim_count]);
        claims[f.claim_count] =
            (rc_finding_claim){.doc = doc, .normalized = rc_str_from(c->values[f.claim_count])};
    }
    rc_finding_seal(a, &f);
    return f.fingerprint;
}

START_TEST(fingerprints_hold_what_is_disputed_and_nothing_else)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_str first = sealed(a, &SEAL_CASES[0]), other = sealed(a, &SEAL_CASES[_i]);
    ck_assert_uint_eq(other.len, 16);
    ck_assert(rc_str_eq(first, other) == SEAL_CASES[_i].same);
    rc_arena_free(a);
}
END_TEST

START_TEST(the_worst_come_first)
{
    rc_doc a = {.path = RC_STR("a")}, b = {.path = RC_STR("b")};
    rc_finding_claim claims[] = {{.doc = &b}, {.doc = &a, .span = {9, 10}}, {.doc = &a}};
    rc_finding f[] = {
        {.rule = RC_STR("b/late"), .severity = RC_INFO, .claims = &claims[2], .claim_count = 1},
        {.rule = RC_STR("a"), .severity = RC_ERROR, .claims = &claims[0], .claim_count = 1},
        {.rule = RC_STR("a"), .severity = RC_ERROR, .claims = &claims[1], .claim_count = 1},
        {.rule = RC_STR("b"), .severity = RC_INFO, .claims = &claims[2], .claim_count = 1},
        {.rule = RC_STR("a"), .severity = RC_WARNING},
    };
    rc_finding *sorted[] = {&f[0], &f[1], &f[2], &f[3], &f[4]};
    rc_findings_sort(sorted, 5);
    const rc_finding *expected[] = {&f[2], &f[1], &f[4], &f[3], &f[0]};
    for (size_t i = 0; i < 5; i++)
        ck_assert_ptr_eq(sorted[i], expected[i]);
}
END_TEST

START_TEST(severities_have_names)
{
    for (int i = RC_INFO; i <= RC_ERROR; i++) {
        rc_severity got = RC_INFO;
        rc_str name = rc_str_from(rc_severity_name((rc_severity)i));
        ck_assert_int_eq(rc_severity_parse(name, &got), RC_OK);
        ck_assert_int_eq((int)got, i);
    }
    rc_severity none;
    ck_assert_int_eq(rc_severity_parse(RC_STR("Error"), &none), RC_NONE);
}
END_TEST

Suite *suite_findings_finding(void)
{
    Suite *s = suite_create("findings/finding");
    TCase *t = tcase_create("finding");
    tcase_add_loop_test(t, fingerprints_hold_what_is_disputed_and_nothing_else, 0,
                        sizeof(SEAL_CASES) / sizeof(*SEAL_CASES));
    tcase_add_test(t, the_worst_come_first);
    tcase_add_test(t, severities_have_names);
    suite_add_tcase(s, t);
    return s;
}
