#include "text/token.h"

#include <check.h>

#include "base/buf.h"

Suite *suite_text_token(void);

static rc_text *split(rc_arena *a, const char *words, const char *classes, const char *text)
{
    rc_lexicon *l;
    rc_text *t;
    ck_assert_int_eq(rc_lexicon_open(a, NULL, &l, NULL), RC_OK);
    rc_str rest = rc_str_from(words), word;
    while (rc_str_split(&rest, ' ', &word))
        rc_lexicon_add_classes(l, rc_word_from(word), rc_wordclass_parse(rc_str_from(classes)));
    rc_lexicon_add_classes(l, rc_word_from(RC_STR("the")), RC_CLASS(DETERMINER));
    rc_doc *d = RC_NEW(a, rc_doc);
    d->path = RC_STR("t.txt");
    d->text = rc_str_from(text);
    d->blocks = RC_NEW(a, rc_block);
    d->block_count = 1;
    d->blocks[0].kind = RC_BLOCK_PARAGRAPH;
    d->blocks[0].span = (rc_span){0, (uint32_t)d->text.len};
    ck_assert_int_eq(rc_text_split(a, d, l, &t, NULL), RC_OK);
    return t;
}

/* Tokens joined by a blank, sentences by " / ". */
static void check_cut(const char *words, const char *classes, const char *text,
                      const char *expected)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_text *t = split(a, words, classes, text);
    rc_buf b;
    rc_buf_init(&b, (size_t)1 << 20);
    for (size_t s = 0; s < t->sentence_count; s++) {
        for (uint32_t i = t->sentences[s].first; i < t->sentences[s].last; i++) {
            rc_buf_add(&b,
                       i == t->sentences[s].first ? s ? RC_STR(" / ") : RC_STR("") : RC_STR(" "));
            rc_buf_add(&b, rc_token_text(t, i));
        }
    }
    rc_buf_add_char(&b, '\0');
    ck_assert_str_eq(b.ptr, expected);
    rc_buf_clear(&b);
    rc_arena_free(a);
}

static const struct {
    const char *text, *tokens;
} cuts[] = {
    {"", ""},
    {"China's share", "China 's share"},
    {"China\xe2\x80\x99s share", "China \xe2\x80\x99s share"},
    {"They don't. We'll", "They do n't . / We 'll"},
    {"CHINA'S CAN'T", "CHINA 'S CA N'T"},
    {"O'Brien and d'Or met", "O'Brien and d'Or met"},
    {"the workers' pay", "the workers ' pay"},
    {"the U.S. economy, e.g. here", "the U.S. economy , e.g. here"},
    {"at 5 p.m. on", "at 5 p.m. on"},
    {"a Ph.D. thesis", "a Ph.D. thesis"},
    {"rose 1,234.5 points", "rose 1,234.5 points"},
    {"in 2023, 400 people", "in 2023 , 400 people"},
    {"12\xe2\x80\xaf"
     "500 and 3\xc2\xa0"
     "000",
     "12\xe2\x80\xaf"
     "500 and 3\xc2\xa0"
     "000"},
    {"in 2024\xc2\xa0"
     "500",
     "in 2024 500"},
    {"1'000 francs", "1'000 francs"},
    {"$3.5bn (\xe2\x82\xac"
     "3bn)",
     "$ 3.5 bn ( \xe2\x82\xac 3 bn )"},
    {"60% at 20\xc2\xb0"
     "C",
     "60 % at 20 \xc2\xb0 C"},
    {"H20 and MH370", "H20 and MH370"},
    {"R1,200 v2.0", "R 1,200 v 2.0"},
    {"the 10th", "the 10 th"},
    {"25-year-old", "25 - year - old"},
    {"40 km\xc2\xb2", "40 km\xc2\xb2"},
    {"US$5 \xc2\xa3"
     "1m",
     "US $ 5 \xc2\xa3 1 m"},
    {"2024-11-30", "2024 - 11 - 30"},
    {"Z\xc3\xbcrich \xc3\x89"
     "cole",
     "Z\xc3\xbcrich \xc3\x89"
     "cole"},
    {"bad \xff byte", "bad \xff byte"},
    {"It grew. It fell! Did it? Yes", "It grew . / It fell ! / Did it ? / Yes"},
    {"It was 3.5 in 2024. The end", "It was 3.5 in 2024 . / The end"},
    {"J. Smith and Plan B. The end", "J . Smith and Plan B . / The end"},
    {"in the U.S. Treasury and the U.S. The end", "in the U.S. Treasury and the U.S. / The end"},
    {"\"We won.\" The end", "\" We won . \" / The end"},
    {"\"Did we?\" he asked.", "\" Did we ? \" he asked ."},
    {"He said (today). Then", "He said ( today ) . / Then"},
    {"Wait... Then", "Wait . . . / Then"},
    {"1. First point", "1 . First point"},
};

START_TEST(text_is_cut_into_tokens_and_sentences)
{
    check_cut("", "stopword", cuts[_i].text, cuts[_i].tokens);
}
END_TEST

static const struct {
    const char *word, *class, *text, *tokens;
} abbreviated[] = {
    {"mr", "honorific", "Mr. The and Mr. Smith", "Mr . The and Mr . Smith"},
    {"inc", "abbreviation", "Acme Inc. Shares. Acme Inc. The end",
     "Acme Inc . Shares . / Acme Inc . / The end"},
    {"nov", "abbreviation", "on Nov. 30 it", "on Nov . 30 it"},
    {"no", "numbering", "No. 5 said no. Peter left", "No . 5 said no . / Peter left"},
};

START_TEST(an_abbreviation_ends_no_sentence)
{
    check_cut(abbreviated[_i].word, abbreviated[_i].class, abbreviated[_i].text,
              abbreviated[_i].tokens);
}
END_TEST

START_TEST(quoted_tokens_are_marked)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_text *t = split(a, "", "stopword",
                       "He said \xe2\x80\x9cit is. All\xe2\x80\x9d the 'one' workers' end");
    char marks[32] = "";
    for (size_t i = 0; i < t->token_count; i++)
        marks[i] = t->tokens[i].flags & RC_TOKEN_IN_QUOTES ? '1' : '0';
    ck_assert_str_eq(marks, "000111100010000");
    rc_arena_free(a);
}
END_TEST

Suite *suite_text_token(void)
{
    Suite *s = suite_create("text/token");
    TCase *t = tcase_create("token");
    tcase_add_loop_test(t, text_is_cut_into_tokens_and_sentences, 0, sizeof(cuts) / sizeof(*cuts));
    tcase_add_loop_test(t, an_abbreviation_ends_no_sentence, 0,
                        sizeof(abbreviated) / sizeof(*abbreviated));
    tcase_add_test(t, quoted_tokens_are_marked);
    suite_add_tcase(s, t);
    return s;
}
