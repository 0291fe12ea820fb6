/* Weights, likeness and pairs, on features made by hand. */
#include "store/pairs.h"

#include <check.h>

#include "store/likeness.h"

Suite *suite_store_store(void);

static const rc_unit one = {.id = {"1", 1}, .dimension = RC_DIM_NUMBER};

/* A document with one sentence and one figure, about the words given. */
static void add(rc_store *s, rc_doc *d, const char *words, int64_t value)
{
    rc_arena *a = s->arena;
    rc_claim_list *list = RC_NEW(a, rc_claim_list);
    rc_str rest = rc_str_from(words), part;
    rc_feature *f = RC_NEW_ARRAY(a, rc_feature, 16), *g = RC_NEW_ARRAY(a, rc_feature, 16);
    uint32_t n = 0;
    while (n < 16 && rc_str_split(&rest, ' ', &part)) {
        f[n] = (rc_feature){rc_word_from(part), 0, 0, RC_FEATURE_CLAUSE, 180};
        g[n] = (rc_feature){rc_word_from(part), 0, 0, RC_FEATURE_PASSAGE, 180};
        n++;
    }
    rc_passage p = {.heading = UINT32_MAX, .features = g, .feature_count = n};
    RC_PUSH(a, list->passages, list->passage_count, list->passage_capacity, p);
    rc_claim c = {.type = RC_VALUE_QUANTITY, .features = f, .feature_count = n};
    c.value.quantity = (rc_quantity){.low = rc_decimal_from(value),
                                     .high = rc_decimal_from(value),
                                     .has_low = true,
                                     .has_high = true,
                                     .per_amount = rc_decimal_from(1),
                                     .unit = &one};
    RC_PUSH(a, list->items, list->count, list->capacity, c);
    rc_store_add(s, d, list, NULL);
}

START_TEST(a_claim_is_more_like_its_own_kind)
{
    rc_arena *a = rc_arena_new((size_t)1 << 26);
    rc_store *s = rc_store_new(a, NULL);
    rc_doc d = {.path = RC_STR("x")};
    add(s, &d, "ferry carry passenger island summer", 300);
    add(s, &d, "ferry carry passenger island", 400);
    add(s, &d, "ferry cost dollar shipyard", 500);
    rc_store_seal(s);
    rc_likener *k = rc_likener_new(a, s);
    rc_likeness near = rc_likeness_near(k, s->claims[0], s->claims[1]);
    rc_likeness far = rc_likeness_near(k, s->claims[0], s->claims[2]);
    ck_assert(rc_likeness_most(&near) >= near.total);
    rc_likeness_around(k, s->claims[0], s->claims[1], &near);
    rc_likeness_around(k, s->claims[0], s->claims[2], &far);
    ck_assert(near.total > 0.5);
    ck_assert(far.total < 0.35);
    ck_assert(near.clause <= 1.0);
    rc_arena_free(a);
}
END_TEST

START_TEST(a_common_word_weighs_less)
{
    rc_arena *a = rc_arena_new((size_t)1 << 26);
    rc_store *s = rc_store_new(a, NULL);
    rc_doc d = {.path = RC_STR("x")};
    for (int i = 0; i < 300; i++)
        add(s, &d, i == 7 ? "ferry island" : "ferry", i);
    rc_feature common = {rc_word_from(RC_STR("ferry")), 0, 0, RC_FEATURE_CLAUSE, 180};
    rc_feature rare = {rc_word_from(RC_STR("island")), 0, 0, RC_FEATURE_CLAUSE, 180};
    ck_assert(rc_store_weight(s, &common) < rc_store_weight(s, &rare) / 2);
    rc_arena_free(a);
}
END_TEST

START_TEST(pairs_share_words_and_come_in_order)
{
    rc_arena *a = rc_arena_new((size_t)1 << 26);
    rc_store *s = rc_store_new(a, NULL);
    rc_doc d = {.path = RC_STR("x")};
    add(s, &d, "ferry carry passenger", 300);
    add(s, &d, "museum show painting", 20);
    add(s, &d, "ferry carry passenger", 400);
    add(s, &d, "passenger ferry carry", 500);
    rc_store_seal(s);
    rc_pairing *p = rc_pairing_by_words(a, s, RC_VALUE_QUANTITY);
    rc_partners of;
    ck_assert(rc_pairing_next(p, &of));
    ck_assert_uint_eq(of.claim, 0);
    ck_assert_uint_eq(of.count, 2);
    ck_assert_uint_eq(of.with[0], 2);
    ck_assert_uint_eq(of.with[1], 3);
    ck_assert(rc_pairing_next(p, &of));
    ck_assert_uint_eq(of.claim, 2);
    ck_assert_uint_eq(of.count, 1);
    ck_assert(!rc_pairing_next(p, &of));
    rc_arena_free(a);
}
END_TEST

Suite *suite_store_store(void)
{
    Suite *s = suite_create("store");
    TCase *t = tcase_create("store");
    tcase_add_test(t, a_claim_is_more_like_its_own_kind);
    tcase_add_test(t, a_common_word_weighs_less);
    tcase_add_test(t, pairs_share_words_and_come_in_order);
    suite_add_tcase(s, t);
    return s;
}
