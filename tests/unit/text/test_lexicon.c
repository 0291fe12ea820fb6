#include "text/lexicon.h"

#include <check.h>
#include <stdio.h>
#include <unistd.h>

Suite *suite_text_lexicon(void);

/* Made by lexgen before the tests are run, in the folder they run in. */
static const char compiled[] = "lexicon.bin";

static rc_word word(const char *s)
{
    return rc_word_from(rc_str_from(s));
}

static const struct {
    const char *word, *lemma;
    rc_lex_pos pos;
    uint32_t form;
    const char *root;
} forms[] = {
    {"prices", "price", RC_NOUN, RC_FORM_NOUN_PLURAL, "price"},
    {"companies", "company", RC_NOUN, RC_FORM_NOUN_PLURAL, "company"},
    {"people", "people", RC_NOUN, RC_FORM_NOUN_PLURAL, "people"},
    {"went", "go", RC_VERB, RC_FORM_VERB_PAST, "go"},
    {"gone", "go", RC_VERB, RC_FORM_VERB_PARTICIPLE, "go"},
    {"found", "find", RC_VERB, RC_FORM_VERB_PAST, "find"},
    {"stopped", "stop", RC_VERB, RC_FORM_VERB_PAST, "stop"},
    {"acquiring", "acquire", RC_VERB, RC_FORM_VERB_ING, "acquire"},
    {"travelled", "travel", RC_VERB, RC_FORM_VERB_PAST, "travel"},
    {"traveled", "travel", RC_VERB, RC_FORM_VERB_PAST, "travel"},
    {"larger", "large", RC_ADJECTIVE, RC_FORM_COMPARATIVE, "large"},
    {"production", "production", RC_NOUN, RC_FORM_NOUN_SINGULAR, "produce"},
    {"producers", "producer", RC_NOUN, RC_FORM_NOUN_PLURAL, "produce"},
    {"defence", "defense", RC_NOUN, RC_FORM_NOUN_SINGULAR, "defense"},
    {"labour", "labor", RC_NOUN, RC_FORM_NOUN_SINGULAR, "labor"},
    {"organisations", "organization", RC_NOUN, RC_FORM_NOUN_PLURAL, "organize"},
    {"decarbonised", "decarbonize", RC_VERB, RC_FORM_VERB_PAST, "decarbonize"},
    {"Paris", "Paris", RC_NOUN, RC_FORM_NAME, "Paris"},
};

START_TEST(forms_lead_to_lemmas_and_roots)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_lexicon *l;
    ck_assert_int_eq(rc_lexicon_open(a, compiled, &l, NULL), RC_OK);
    const rc_lex_entry *e = rc_lexicon_find(l, word(forms[_i].word));
    ck_assert_ptr_nonnull(e);
    ck_assert_uint_eq(e->lemma[forms[_i].pos], word(forms[_i].lemma));
    ck_assert_uint_eq(e->forms & forms[_i].form, forms[_i].form);
    ck_assert_uint_eq(e->root, word(forms[_i].root));
    rc_arena_free(a);
}
END_TEST

static const struct {
    const char *a, *b;
    rc_lex_pos pos;
    rc_related related;
} relations[] = {
    {"buy", "buy", RC_VERB, RC_RELATED_SAME},
    {"buy", "purchase", RC_VERB, RC_RELATED_SYNONYM},
    {"rise", "fall", RC_VERB, RC_RELATED_OPPOSITE},
    {"soar", "plunge", RC_VERB, RC_RELATED_OPPOSITE},
    {"export", "import", RC_NOUN, RC_RELATED_OPPOSITE},
    {"bridge", "structure", RC_NOUN, RC_RELATED_KIND},
    {"bridge", "price", RC_NOUN, RC_RELATED_NO},
};

START_TEST(lemmas_stand_to_one_another)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_lexicon *l;
    ck_assert_int_eq(rc_lexicon_open(a, compiled, &l, NULL), RC_OK);
    rc_word x = word(relations[_i].a), y = word(relations[_i].b);
    ck_assert_int_eq(rc_lexicon_related(l, x, y, relations[_i].pos), relations[_i].related);
    ck_assert_int_eq(rc_lexicon_related(l, y, x, relations[_i].pos), relations[_i].related);
    rc_arena_free(a);
}
END_TEST

START_TEST(a_damaged_file_is_refused)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_lexicon *l = NULL;
    rc_err err;
    char path[] = "lexicon-test-XXXXXX", bytes[200] = "no lexicon";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, bytes, sizeof(bytes)), sizeof(bytes));
    (void)close(fd);
    ck_assert_int_eq(rc_lexicon_open(a, path, &l, &err), RC_EFORMAT);
    (void)unlink(path);
    ck_assert_int_eq(rc_lexicon_open(a, path, &l, &err), RC_EIO);
    ck_assert_ptr_null(l);
    rc_arena_free(a);
}
END_TEST

START_TEST(classes_add_up)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_lexicon *l;
    ck_assert_int_eq(rc_lexicon_open(a, NULL, &l, NULL), RC_OK);
    ck_assert_uint_eq(rc_lexicon_classes(l, word("the")), 0);
    rc_lexicon_add_classes(l, word("the"), RC_CLASS(DETERMINER));
    rc_lexicon_add_classes(l, word("The"), RC_CLASS(DEFINITE));
    ck_assert_uint_eq(rc_lexicon_classes(l, word("THE")),
                      RC_CLASS(DETERMINER) | RC_CLASS(DEFINITE));
    ck_assert_uint_eq(rc_wordclass_parse(RC_STR("first-name")), RC_CLASS(FIRST_NAME));
    ck_assert_uint_eq(rc_wordclass_parse(RC_STR("no such class")), 0);
    rc_arena_free(a);
}
END_TEST

Suite *suite_text_lexicon(void)
{
    Suite *s = suite_create("text/lexicon");
    TCase *t = tcase_create("lexicon");
    tcase_add_loop_test(t, forms_lead_to_lemmas_and_roots, 0, sizeof(forms) / sizeof(*forms));
    tcase_add_loop_test(t, lemmas_stand_to_one_another, 0, sizeof(relations) / sizeof(*relations));
    tcase_add_test(t, a_damaged_file_is_refused);
    tcase_add_test(t, classes_add_up);
    suite_add_tcase(s, t);
    return s;
}
