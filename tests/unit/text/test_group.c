#include "text/token.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "rules/rules.h"
#include "support/project.h"

Suite *suite_text_group(void);

/* Parsed with the lexicon and the words of the project, from the folder the tests run in. */
static rc_text *parse(rc_arena *a, const char *text)
{
    const rc_rules *r = project_rules(a);
    rc_text *t;
    rc_doc *d = RC_NEW(a, rc_doc);
    d->path = RC_STR("t.txt");
    d->text = rc_str_from(text);
    d->blocks = RC_NEW(a, rc_block);
    d->block_count = 1;
    d->blocks[0].kind = RC_BLOCK_PARAGRAPH;
    d->blocks[0].span = (rc_span){0, (uint32_t)d->text.len};
    ck_assert_int_eq(rc_text_split(a, d, rc_rules_lexicon(r), &t, NULL), RC_OK);
    rc_text_tag(t, rc_rules_lexicon(r));
    ck_assert_int_eq(rc_text_group(a, t), RC_OK);
    return t;
}

static void add_head(rc_buf *b, const rc_text *t, uint32_t group)
{
    rc_buf_add(b, group == UINT32_MAX ? RC_STR("-") : rc_token_text(t, t->groups[group].head));
}

/* Each verb as "subject verb object/agent", with a letter for what it is: p passive, n negated,
 * m modal, f future, i infinitive, r reduced relative, g gerund, c copula. */
static void describe(rc_buf *b, const rc_text *t)
{
    static const struct {
        char letter;
        uint32_t flag;
    } letters[] = {{'p', RC_GROUP_PASSIVE},    {'n', RC_GROUP_NEGATED},    {'m', RC_GROUP_MODAL},
                   {'f', RC_GROUP_FUTURE},     {'i', RC_GROUP_INFINITIVE}, {'g', RC_GROUP_GERUND},
                   {'r', RC_GROUP_PARTICIPLE}, {'c', RC_GROUP_COPULA}};
    for (uint32_t g = 0; g < t->group_count; g++) {
        const rc_group *v = &t->groups[g];
        if (v->kind != RC_GROUP_VERB)
            continue;
        rc_buf_add(b, b->len ? RC_STR("; ") : RC_STR(""));
        add_head(b, t, v->subject);
        rc_buf_add_char(b, ' ');
        rc_buf_add(b, rc_token_text(t, v->head));
        for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++) {
            if (v->flags & letters[i].flag)
                rc_buf_printf(b, "+%c", letters[i].letter);
        }
        rc_buf_add_char(b, ' ');
        add_head(b, t, v->object);
        if (v->agent != UINT32_MAX) {
            rc_buf_add(b, RC_STR(" by "));
            add_head(b, t, v->agent);
        }
    }
    rc_buf_add_char(b, '\0');
}

static const struct {
    const char *text, *verbs;
} sentences[] = {
    {"The ministry said that exports of grain to the region fell by 12% in May.",
     "ministry said -; exports fell -"},
    {"China's share of cobalt production, which stood at about 60% in 2020, has risen.",
     "production stood -; share risen -"},
    {"Maria Lopez, the company's chief executive, told reporters the plant would not be built.",
     "Lopez told -; plant built+p+n+m -"},
    {"The bridge built in 1931 was closed by the city council last month.",
     "bridge built+r -; bridge closed+p - by council"},
    {"The firm agreed to buy the field, but the deal was blocked by the regulator.",
     "firm agreed -; firm buy+i field; deal blocked+p - by regulator"},
    {"The mine that the firm acquired in 2019 produces and exports 40,000 tonnes of copper.",
     "firm acquired mine; mine produces -; mine exports tonnes"},
    {"\"We will not pay,\" said the finance minister.", "We pay+n+f -; minister said -"},
    {"Germany and France signed the treaty, which will be ratified by both parliaments.",
     "Germany signed treaty; treaty ratified+p+f - by parliaments"},
    {"The company plans to open a new factory in Texas and is expected to hire 2,000 workers.",
     "company plans -; company open+i factory; company expected+p -; company hire+i workers"},
    {"No agreement was reached between the two sides after talks in Geneva.",
     "agreement reached+p+n -"},
    {"He was appointed chairman of the bank in 2012 and resigned four years later.",
     "He appointed+p chairman; He resigned years"},
    {"It is going to cost taxpayers 3 million euros.", "It cost+f euros"},
    {"The painting, bought by the museum in 1954, was stolen during the war.",
     "painting bought+r - by museum; painting stolen+p -"},
    {"The earthquake killed at least 1,200 people and injured 3,000 others.",
     "earthquake killed people; earthquake injured others"},
    {"The capital of the region is Lund.", "capital is+c Lund"},
};

START_TEST(verbs_find_their_subjects_and_objects)
{
    rc_arena *a = rc_arena_new((size_t)1 << 28);
    rc_buf b;
    rc_buf_init(&b, 4096);
    describe(&b, parse(a, sentences[_i].text));
    ck_assert_str_eq(b.ptr, sentences[_i].verbs);
    rc_buf_clear(&b);
    rc_arena_free(a);
}
END_TEST

/* Parts of speech by a letter: N noun, P name, V verb, X auxiliary, A adjective, R adverb,
 * D determiner, I preposition, C conjunction, S subordinator, U pronoun, # number, T particle. */
static const struct {
    const char *text, *tags;
} tagged[] = {
    {"The company reports a profit", "DNVDN"},
    {"The reports were published by the agency", "DNXVIDN"},
    {"They plan to increase the share of exports", "UVTVDNIN"},
    {"An increase in costs will share the burden", "DNINXVDN"},
    {"Rising prices have hurt the country's farmers", "VNXVDNTN"},
    {"in May the minister may resign", "IPDNXV"},
    {"He said that prices had quickly risen", "UVSNXRV"},
    {"the planned visit of President Obama", "DANIPP"},
    {"about 3.5 million people live in Paris", "R##NVIP"},
};

START_TEST(words_are_given_their_part_of_speech)
{
    static const char letters[] = "ONPVXARDICSU#T";
    rc_arena *a = rc_arena_new((size_t)1 << 28);
    const rc_text *t = parse(a, tagged[_i].text);
    char tags[64] = "";
    ck_assert_uint_lt(t->token_count, sizeof(tags));
    for (size_t i = 0; i < t->token_count; i++)
        tags[i] = letters[t->tokens[i].pos];
    ck_assert_str_eq(tags, tagged[_i].tags);
    rc_arena_free(a);
}
END_TEST

START_TEST(possessors_and_prepositions_are_linked)
{
    rc_arena *a = rc_arena_new((size_t)1 << 28);
    const rc_text *t = parse(a, "The value of China's exports to Japan and Korea fell.");
    const rc_group *exports = &t->groups[2];
    ck_assert_uint_eq(exports->possessor, 1);
    ck_assert_uint_eq(exports->governor, 0);
    ck_assert_uint_eq(t->tokens[exports->preposition].word, rc_word_from(RC_STR("of")));
    ck_assert_uint_eq(t->groups[3].governor, 2);
    ck_assert_uint_eq(t->groups[4].governor, 2);
    ck_assert_uint_eq(rc_text_group_at(t, exports->head, RC_GROUP_NOUN), 2);
    ck_assert_uint_eq(rc_text_group_at(t, exports->head, RC_GROUP_VERB), UINT32_MAX);
    ck_assert_uint_eq(t->tokens[exports->head].lemma, rc_word_from(RC_STR("export")));
    rc_arena_free(a);
}
END_TEST

Suite *suite_text_group(void)
{
    Suite *s = suite_create("text/group");
    TCase *t = tcase_create("group");
    tcase_add_loop_test(t, words_are_given_their_part_of_speech, 0,
                        sizeof(tagged) / sizeof(*tagged));
    tcase_add_loop_test(t, verbs_find_their_subjects_and_objects, 0,
                        sizeof(sentences) / sizeof(*sentences));
    tcase_add_test(t, possessors_and_prepositions_are_linked);
    suite_add_tcase(s, t);
    return s;
}
