/* rc_claim: a factual claim: subject, attribute, object, value, and its time, source and modality.
 * Claims live in the run's store (store/store.h) and hold no pointer into a document's arena. */
#ifndef RC_CLAIMS_CLAIM_H
#define RC_CLAIMS_CLAIM_H

#include "base/span.h"
#include "base/str.h"
#include "claims/scope.h"
#include "mentions/mention.h"
#include "text/word.h"
#include "value/quantity.h"
#include "value/time.h"

typedef enum { RC_ASSERTED, RC_NEGATED, RC_PLANNED, RC_ESTIMATED, RC_HYPOTHETICAL } rc_modality;

/* Which way a date bounds what happened. */
typedef enum {
    RC_TIME_ON,
    RC_TIME_BEFORE,
    RC_TIME_AFTER,
    RC_TIME_SINCE,
    RC_TIME_UNTIL,
    RC_TIME_SNAPSHOT /* "as of": when something was counted */
} rc_time_bound;

/* What stands beside a figure or a row; bits of rc_claim.marks. */
enum {
    RC_MARK_TOTAL = 1 << 0,        /* "in total", "altogether" */
    RC_MARK_BRACKETED = 1 << 1,    /* "(412 m)", right behind another value */
    RC_MARK_INCLUDED = 1 << 2,     /* "including", "of which" */
    RC_MARK_REVISING = 1 << 3,     /* its sentence speaks of a correction */
    RC_MARK_HEAD = 1 << 4,         /* a cell of a head row or column */
    RC_MARK_WHOLE = 1 << 7,        /* "of the five piers": all there are */
    RC_MARK_SNAPSHOT = 1 << 6,     /* its time is that of a count: "as of 7 April" */
    RC_MARK_LISTED = 1 << 10,      /* a name joined to another by "and" */
    RC_MARK_PAST = 1 << 9,         /* its verb is in the past tense */
    RC_MARK_TOTAL_COLUMN = 1 << 8, /* a cell below "Total" */
    RC_MARK_FUNCTIONAL = 1 << 5    /* a name in a part that only one can fill */
};

/* How the value of an open claim hangs in its clause. */
typedef enum {
    RC_RELATION_NONE,
    RC_RELATION_SUBJECT,
    RC_RELATION_OBJECT,
    RC_RELATION_AGENT,       /* "by X" of a passive */
    RC_RELATION_COMPLEMENT,  /* after "be" */
    RC_RELATION_PREPOSITION, /* attribute_key then joins predicate and preposition */
    RC_RELATION_MODIFIER,    /* inside a noun group, before its head */
    RC_RELATION_CELL         /* a table cell */
} rc_relation;

typedef enum { RC_VALUE_QUANTITY, RC_VALUE_TIME, RC_VALUE_ENTITY, RC_VALUE_TERM } rc_value_type;

/* A role a word plays in a claim, for aligning claims that no family knows. */
typedef enum {
    RC_FEATURE_PREDICATE, /* main verb or its nominal form, as concept */
    RC_FEATURE_SUBJECT,
    RC_FEATURE_OBJECT,
    RC_FEATURE_COUNTED,  /* head noun that the figure counts or measures */
    RC_FEATURE_MODIFIER, /* of the counted noun or the figure */
    RC_FEATURE_CLAUSE,   /* other words of the clause */
    RC_FEATURE_PASSAGE,  /* a word of the sentence */
    RC_FEATURE_VALUE     /* a figure or date beside: its value stands for a word */
} rc_feature_role;

typedef struct {
    rc_word word;    /* concept of a word; 0 for an entity until it is stored */
    uint32_t entity; /* the document's entity index + 1, run-wide when stored; 0: a plain word. A
                      * word of a name has both: its own identity, and the entity */
    float settled;   /* its weight in this run, once the store is sealed; 0 or less before */
    uint8_t role;    /* rc_feature_role */
    uint8_t weight;  /* how much the word says by itself: 0 to 255, rare words and names most */
} rc_feature;

/* What a sentence is about, shared by its claims. */
typedef struct {
    rc_span span;
    uint32_t block;
    uint32_t heading; /* passage of the heading it stands under; UINT32_MAX: none */
    rc_feature *features;
    uint32_t feature_count;
    double feature_sum;         /* of their weights by role, once the store is sealed */
    const rc_feature **anchors; /* exact figures and dates of it and of the passages beside, by
                                 * word; once the store is sealed */
    uint32_t anchor_count;
} rc_passage;

/* A slot's filler: a name or a noun group. */
typedef struct {
    rc_str text;     /* canonical name, or lemmas of the group without determiners */
    rc_word key;     /* identity for comparing; 0: slot is empty */
    uint32_t entity; /* document's entity index + 1, made run-wide when stored; 0: none */
    rc_span span;
    uint8_t cls;             /* rc_entity_class of an entity */
    bool country;            /* a country, or what stands for one */
    bool sure;               /* its class is certain */
    uint8_t scale;           /* of a place: rc_place_scale */
    uint32_t nation, region; /* of a place: hashes of what it lies in; 0: not known */
} rc_argument;

typedef struct {
    uint32_t doc;     /* of the store */
    uint32_t family;  /* rule that made it, index + 1; 0: open claim */
    uint32_t pattern; /* of the family */
    rc_span span;     /* the clause, text */
    rc_span sentence;
    uint32_t block;
    uint32_t passage; /* of the document's list; of the store when stored; UINT32_MAX: none */
    uint32_t mention; /* of the document: the value's; UINT32_MAX: none */
    rc_argument subject, object;
    rc_str attribute; /* of the family, or the predicate's lemma */
    rc_word attribute_key;
    rc_value_type type;
    rc_span value_span;
    union {
        rc_quantity quantity;
        rc_time time;
        rc_argument entity; /* entity or term */
    } value;
    rc_time time;     /* when it holds; value empty: not said */
    uint16_t marks;   /* RC_MARK_... */
    uint8_t bound;    /* rc_time_bound: a time value may be a bound, "before 1972" */
    uint8_t relation; /* rc_relation of the value to its clause: open claims */
    rc_scope scope;
    rc_argument source; /* whom the text credits */
    rc_modality modality;
    bool headline;        /* from a title or heading */
    bool quoted;          /* inside quotation marks */
    rc_feature *features; /* by role, then word; open claims */
    uint32_t feature_count;
    double feature_sum; /* as of a passage */
} rc_claim;

/* A value that a text sets in relation to others. */
typedef struct {
    bool given;
    bool is_time;    /* else a quantity, or a name */
    uint32_t entity; /* the document's entity index + 1, run-wide when stored; 0: no name */
    rc_span span;
    rc_quantity quantity;
    rc_time time;
} rc_operand;

/* Values of one sentence that a law of the rules (rules/laws.def) holds for, as a check's pattern
 * reads it. */
typedef struct {
    uint32_t doc;    /* of the store */
    uint16_t family; /* index of the check's law among the families; UINT16_MAX: read without one */
    uint8_t law;     /* rc_law */
    uint32_t block, passage; /* of the store, when stored */
    rc_span sentence;
    bool quoted;
    rc_operand operands[7]; /* in the order of the law; RC_OPERANDS_MAX */
} rc_equation;

/* Claims of one document, in the order in which they were made. */
typedef struct {
    bool plain; /* set by the owner: they are only shown, so features are not made */
    rc_claim *items;
    size_t count, capacity;
    rc_passage *passages; /* one a sentence that has claims or stands beside one */
    size_t passage_count, passage_capacity;
    rc_equation *equations;
    size_t equation_count, equation_capacity;
} rc_claim_list;

#endif
