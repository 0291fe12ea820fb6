/* Tokens and sentences of a document. Spans are bytes of rc_doc.text.
 *
 * What a token is: a word (letters, with inner apostrophes: "don't" is "do" and "n't", "China's" is
 * "China" and "'s"; "U.S." and "e.g." are one, with their full stops; a known abbreviation keeps
 * its full stop apart); a number (a digit run with the grouping and decimal marks inside:
 * "1,234.5", "2025", "3.5" in "3.5bn", "10,000"); one sign of punctuation or one symbol. Hyphens
 * stand alone: "25-year-old" is five tokens. Each Han character is a word; other scripts without
 * spaces are cut by ICU's break iterator. */
#ifndef RC_TEXT_TOKEN_H
#define RC_TEXT_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "source/doc.h"
#include "text/lexicon.h"

typedef enum { RC_TOKEN_WORD, RC_TOKEN_NUMBER, RC_TOKEN_PUNCT, RC_TOKEN_SYMBOL } rc_token_kind;

typedef enum {               /* the part of speech picked by the words around it */
               RC_POS_OTHER, /* punctuation, symbols, interjections */
               RC_POS_NOUN,
               RC_POS_PROPER,
               RC_POS_VERB,
               RC_POS_AUX,
               RC_POS_ADJECTIVE,
               RC_POS_ADVERB,
               RC_POS_DETERMINER,
               RC_POS_PREPOSITION,
               RC_POS_CONJUNCTION,
               RC_POS_SUBORDINATOR,
               RC_POS_PRONOUN,
               RC_POS_NUMBER,
               RC_POS_PARTICLE, /* "to" before a verb, "not", "'s" */
} rc_pos;

typedef enum { /* of a token read as verb or auxiliary */
               RC_VERB_NONE,
               RC_VERB_BASE,    /* infinitive, and the present of the plural */
               RC_VERB_PRESENT, /* with -s; all finite forms of "be" and "have" */
               RC_VERB_PAST,
               RC_VERB_PARTICIPLE,
               RC_VERB_ING
} rc_verb_form;

enum {
    RC_TOKEN_SPACE_BEFORE = 1 << 0,
    RC_TOKEN_CAPITAL = 1 << 1,  /* begins with a capital */
    RC_TOKEN_ALL_CAPS = 1 << 2, /* two letters or more, all capitals */
    RC_TOKEN_SENTENCE_START = 1 << 3,
    RC_TOKEN_IN_QUOTES = 1 << 4, /* inside quotation marks of its sentence */
    RC_TOKEN_PLURAL = 1 << 5,    /* a noun read as plural */
    RC_TOKEN_TOPIC = 1 << 6,     /* part of the topic, where the title or the text names it */
    RC_TOKEN_TOPIC_START = 1 << 7
};

typedef struct {
    uint32_t start, end;
    rc_word word;              /* folded form; for one sign, the hash of its bytes */
    rc_word lemma;             /* by the part of speech picked; the word itself where unknown */
    rc_word root;              /* derivational root of the lemma (lexicon.h), else the lemma */
    uint64_t classes;          /* closed classes of `word` */
    const rc_lex_entry *entry; /* NULL: unknown */
    uint8_t kind, pos;
    uint16_t flags;
    unsigned char first; /* first byte of the text, for quick tests on punctuation */
    uint8_t form;        /* rc_verb_form */
} rc_token;

typedef struct {
    uint32_t first, last; /* tokens, half open */
    uint32_t block;
    bool fragment; /* a headline, list item, caption or cell: may lack a verb */
} rc_sentence;

/* Groups: the light parse. A noun group has its head; a verb group its main verb. */
typedef enum { RC_GROUP_NOUN, RC_GROUP_VERB } rc_group_kind;
enum {
    RC_GROUP_PASSIVE = 1 << 0,
    RC_GROUP_NEGATED = 1 << 1,
    RC_GROUP_MODAL = 1 << 2,  /* may, could, would */
    RC_GROUP_FUTURE = 1 << 3, /* will, is to, is going to */
    RC_GROUP_PAST = 1 << 4,
    RC_GROUP_PERFECT = 1 << 5,
    RC_GROUP_INFINITIVE = 1 << 6, /* "to build" */
    RC_GROUP_GERUND = 1 << 7,     /* "building", no auxiliary before it */
    RC_GROUP_PARTICIPLE = 1 << 8, /* a reduced relative: "a bridge built in 1931" */
    RC_GROUP_PROPER = 1 << 9,     /* a noun group whose head is a name */
    RC_GROUP_DEFINITE = 1 << 10,
    RC_GROUP_PLURAL = 1 << 11,
    RC_GROUP_PRONOUN = 1 << 12,
    RC_GROUP_COPULA = 1 << 13 /* the main verb is "be" */
};

typedef struct {
    uint32_t first, last; /* tokens, half open */
    uint32_t head;        /* token: the head noun (last noun of the group) or the main verb */
    uint32_t possessor;   /* group index of "China" in "China's share"; UINT32_MAX: none */
    uint32_t preposition; /* token of the preposition right before a noun group; UINT32_MAX: none */
    uint32_t governor;    /* group that the preposition hangs on: the nearest before; UINT32_MAX */
    uint32_t subject, object; /* of a verb group: noun groups, UINT32_MAX: none. Of a passive the
                               * subject is what undergoes; "by" gives the agent */
    uint32_t agent;
    uint8_t kind;
    uint16_t flags;
} rc_group;

typedef struct rc_text {
    const rc_doc *doc;
    rc_token *tokens;
    size_t token_count;
    rc_sentence *sentences;
    size_t sentence_count;
    rc_group *groups; /* in order of their first token */
    size_t group_count;
    uint32_t *sentence_groups;        /* first group of each sentence, sentence_count + 1 entries */
    uint32_t topic_first, topic_last; /* tokens of a title that is a name; equal: none */
    uint32_t topic_count;             /* how often it is named, the title included */
    uint32_t *group_of;               /* of each token: the group that holds it; UINT32_MAX: none */
} rc_text;

/* Cuts the document into tokens and sentences and looks each word up. RC_ELIMIT past
 * RC_TOKENS_MAX. */
rc_status rc_text_split(rc_arena *a, const rc_doc *d, const rc_lexicon *l, rc_text **ret,
                        rc_err *err);
/* Finds the topic: before words are tagged. */
void rc_text_topic(rc_text *t);
/* Picks parts of speech and lemmas, then groups. */
void rc_text_tag(rc_text *t, const rc_lexicon *l);
rc_status rc_text_group(rc_arena *a, rc_text *t);

rc_str rc_token_text(const rc_text *t, uint32_t token);
/* The sentence that a token lies in: binary search. */
uint32_t rc_text_sentence_at(const rc_text *t, uint32_t token);
/* First token that ends behind a text offset: binary search; token_count where none. */
uint32_t rc_text_token_at(const rc_text *t, uint32_t offset);
/* The innermost group of `kind` that holds a token; UINT32_MAX: none. */
uint32_t rc_text_group_at(const rc_text *t, uint32_t token, rc_group_kind kind);

#endif
