/* What the files that find names share (entity.c, name_*.c): the compiled tables and the names of
 * one document while they are worked out. Only mentions/ may see this. */
#ifndef RC_MENTIONS_NAMING_H
#define RC_MENTIONS_NAMING_H

#include "base/map.h"
#include "mentions/internal.h"
#include "mentions/role.h"
#include "text/phrases.h"

/* What a word of rules/tables/name-words and given-names tells of the name it stands in. */
enum {
    N_GIVEN_M = 1 << 0,
    N_GIVEN_F = 1 << 1,
    N_GIVEN_WEAK = 1 << 2, /* as often something else: alone it makes no person */
    N_HONORIFIC = 1 << 3,
    N_HONORIFIC_M = 1 << 4,
    N_HONORIFIC_F = 1 << 5,
    N_OFFICE = 1 << 6,
    N_SUFFIX = 1 << 7,
    N_COMPANY = 1 << 8,
    N_ORG = 1 << 9,
    N_PLACE = 1 << 10,
    N_LEAD = 1 << 11,
    N_EVENT = 1 << 12,
    N_WORK = 1 << 13,
    N_PARTICLE = 1 << 14,
    N_PERSON_NOUN = 1 << 15,
    N_LINK = 1 << 16,
    N_JOIN = 1 << 17,
    N_IN = 1 << 18,
    N_BASED = 1 << 19,
    N_ROLE_PAST = 1 << 20,
    N_ROLE_FUTURE = 1 << 21,
    N_ROLE_ACTING = 1 << 22,
    N_ROLE_MODIFIER = 1 << 23,
    N_COMMON = 1 << 24,
    N_HE = 1 << 25,
    N_SHE = 1 << 26,
    N_IT = 1 << 27,
    N_LINK_ORG = 1 << 28,
    N_ROLE_NOW = 1 << 29,
    N_COMMON_ALWAYS = 1 << 30
};
#define N_ARTICLE (UINT32_C(1) << 31)
#define N_GIVEN (N_GIVEN_M | N_GIVEN_F)
#define N_HEAD (N_COMPANY | N_ORG | N_PLACE | N_EVENT | N_WORK | N_SUFFIX)

typedef enum {
    KNOWN_COUNTRY,
    KNOWN_SEAT,
    KNOWN_METONYM,
    KNOWN_ADJECTIVE,
    KNOWN_PEOPLE,
    KNOWN_BODY,
    KNOWN_AGENCY,
    KNOWN_COMPANY,
    KNOWN_GROUP,
    KNOWN_STATE,
    KNOWN_CITY,
    KNOWN_REGION
} rc_known_kind;

typedef struct {
    rc_str name, country, acronym;
    rc_word word; /* of a phrase of one word, as it must stand; 0: of several */
    uint8_t kind, cls;
    bool caps;    /* an abbreviation: counts only in capitals */
    bool english; /* a country whose bodies have English names */
} rc_known;

struct rc_namer {
    rc_map words;       /* word to N_... bits */
    rc_phrases phrases; /* to an index of `known` */
    rc_map anaphora;    /* word to class | kind << 8 */
    rc_known *known;
    size_t known_count, known_capacity;
    rc_map countries; /* hash of a code to the index of its first name in `known` */
    const rc_roles *roles;
    const rc_lexicon *lexicon;
};

/* How sure it is that a name is a name, and how it was met. */
enum {
    RAW_START = 1 << 0,    /* its first word is a known word at a sentence's start */
    RAW_WEAK = 1 << 1,     /* from a headline, whose capitals tell nothing */
    RAW_QUOTED = 1 << 2,   /* all that stands between two quotation marks */
    RAW_ALIAS = 1 << 3,    /* short for another name */
    RAW_SPLIT = 1 << 4,    /* part of a title beside another name */
    RAW_DROP = 1 << 5,     /* turned out to be no name */
    RAW_AFTER_IN = 1 << 6, /* a place preposition stands before it */
    RAW_DEFINITE = 1 << 7, /* "the" stands before it */
    RAW_ROLE = 1 << 8,     /* a role stands beside it */
    RAW_BASED = 1 << 9,
    RAW_SPEAKS = 1 << 10,  /* a verb of saying stands beside it */
    RAW_STRONG = 1 << 11,  /* its class is certain */
    RAW_ACRONYM = 1 << 12, /* one word, all capitals */
    RAW_POSSESSIVE = 1 << 13,
    RAW_EMPLOYER = 1 << 14, /* somebody's role is held in it */
    RAW_TOPIC = 1 << 15     /* what the title says that the document is about */
};

typedef struct {
    uint32_t first, last;             /* tokens of the name */
    uint32_t title_first, title_last; /* equal: none */
    uint32_t sentence;
    uint32_t known;  /* index of rc_namer.known + 1 */
    uint32_t entity; /* UINT32_MAX: not settled */
    uint32_t flags;
    rc_word key;    /* of the name's words */
    uint8_t cls;    /* rc_entity_class */
    uint8_t gender; /* N_GIVEN_M, N_GIVEN_F: by honorific or given name; 0: not known */
} rc_raw;

/* A role found beside a raw name, before names are entities. */
typedef struct {
    uint32_t raw;
    uint32_t first, last;    /* tokens of the role itself */
    uint32_t employer_token; /* UINT32_MAX: none */
    rc_role_tense tense;
    bool definite;
    rc_str text;   /* set when names are linked */
    uint32_t next; /* of the same entity, + 1; 0: none */
    bool linked;
} rc_raw_role;

/* The state of one document. */
typedef struct {
    rc_arena *arena;
    const rc_namer *x;
    const rc_text *t;
    rc_mentions *m;
    rc_raw *raws;
    size_t count, capacity;
    rc_map strong;           /* words that stand in names whose capitals tell, to 1 */
    rc_map votes;            /* key of a name to counts (name_class.c) */
    uint64_t *bits;          /* of each token, with LOOKED_UP set; 0: not yet asked for */
    const rc_mention *times; /* mentions found before, for skipping dates */
    size_t time_count;
    rc_raw_role *roles;
    size_t role_count, role_capacity;
    size_t alias_first; /* of m->items: pronouns and definite nouns, in order of tokens */
} rc_naming;

static inline uint32_t rc_name_bits(const rc_namer *x, rc_word w)
{
    const uint32_t *bits = rc_map_get(&x->words, w);
    return bits ? *bits : 0;
}

/* What rules/tables say of a token's word; of a word that they lack, what its classes say. Looked
 * up once a token, when first asked for. */
uint32_t rc_name_look_up(const rc_naming *n, uint32_t token);

static inline uint32_t rc_name_token_bits(const rc_naming *n, uint32_t token)
{
    uint64_t bits = n->bits[token];
    return bits ? (uint32_t)bits : rc_name_look_up(n, token);
}

static inline rc_span rc_name_sentence(const rc_naming *n, uint32_t sentence)
{
    const rc_sentence *s = &n->t->sentences[sentence];
    return (rc_span){n->t->tokens[s->first].start, n->t->tokens[s->last - 1].end};
}

/* A clitic "'s". */
static inline bool rc_name_is_clitic(const rc_token *k)
{
    return !(k->flags & RC_TOKEN_SPACE_BEFORE) && k->kind == RC_TOKEN_WORD &&
           (k->first == '\'' || k->first == 0xe2) && k->end - k->start <= 4;
}

void rc_name_scan(rc_naming *n);     /* name_scan.c: fills raws, in order */
void rc_name_classify(rc_naming *n); /* name_class.c: classes, drops */
rc_word rc_name_key(const rc_text *t, uint32_t first, uint32_t last);
void rc_name_link(rc_naming *n);  /* name_link.c: entities of the document */
void rc_name_roles(rc_naming *n); /* name_role.c: roles beside raw names, before classes */
rc_str rc_name_role_text(const rc_naming *n, const rc_raw_role *role);
void rc_name_roles_emit(rc_naming *n); /* when names are entities and pronouns resolved */
void rc_name_refer(rc_naming *n);      /* name_refer.c: pronouns and definite nouns */
void rc_name_acronyms(rc_naming *n);   /* name_acronym.c */

#endif
