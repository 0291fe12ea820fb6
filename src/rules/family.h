/* rc_family: a claim family, as rules/claims/NAME.yaml states it, compiled. doc/rules.md explains
 * the language; claims/family.h matches families on a document. */
#ifndef RC_RULES_FAMILY_H
#define RC_RULES_FAMILY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/str.h"
#include "rules/rules.h"
#include "text/word.h"

#define RC_SLOTS_MAX 12     /* of one family */
#define RC_PATTERNS_MAX 200 /* of one family */
#define RC_GAP_MAX 20       /* tokens that one "~" may pass over */
#define RC_NO_SLOT UINT8_MAX
#define RC_JOINS_MAX 16
#define RC_OPERANDS_MAX 7 /* of a law */

enum {
#define RC_SLOTTYPE(name, text) RC_SLOTTYPE_##name,
#include "rules/slottype.def"
#undef RC_SLOTTYPE
    RC_SLOTTYPES
};
#define RC_TYPE(name) (UINT32_C(1) << RC_SLOTTYPE_##name)

/* What the values of one passage are said to follow: "412 of 1,030, or 40 per cent". */
typedef enum {
    RC_LAW_NONE, /* a family of claims */
#define RC_LAW(name, text, operands) RC_LAW_##name,
#include "rules/laws.def"
#undef RC_LAW
    RC_LAWS
} rc_law;

/* How two values of one key are held against each other. */
typedef enum {
    RC_COMPARE_INTERVAL, /* figures and dates: rounding, bounds and grain are respected */
    RC_COMPARE_EXACT,    /* a figure is what it says: votes, scores, versions */
    RC_COMPARE_SAME,     /* a name or term: two different ones cannot both hold */
    RC_COMPARE_MANY,     /* a name or term: several can hold side by side */
    RC_COMPARE_COUNTRY   /* places: two of different countries cannot both hold */
} rc_compare;

typedef struct {
    rc_str canonical; /* "suspended" */
    rc_word key;
} rc_term;

typedef struct {
    rc_str name;
    uint32_t types; /* RC_TYPE(...), any of them */
    bool key;       /* part of what makes two claims comparable */
    bool optional;  /* of the key, "?": may be missing; unknown then meets everything */
    bool value;
    rc_str attribute; /* of a value: what the claim is called */
    uint8_t operand;  /* of the law; families of claims: 0 */
    rc_term *terms;   /* of type term */
    size_t term_count, term_capacity;
    uint32_t line, column;
} rc_slot;

typedef struct {
    rc_str text; /* as written */
    uint32_t line, column;
    bool never; /* where it matches, no claim is made */
} rc_pattern;

typedef struct {
    rc_str slot; /* or "time", "source", "modality", "attribute" */
    rc_str value;
    uint32_t line, column;
} rc_expectation;

typedef struct {
    rc_str text;
    uint32_t line, column;
    bool none;                /* no claim of this family may be made */
    rc_expectation *expected; /* each must hold of one claim */
    size_t expected_count, expected_capacity;
} rc_example;

typedef struct {
    rc_str a, b;
    rc_str expect; /* "conflict", or the name of the gate at which the pair is dropped */
    uint32_t line, column;
} rc_conflict;

typedef struct {
    const char *file;
    rc_str id;    /* "market-share"; of a check with a law, that of the check */
    uint8_t law;  /* rc_law */
    rc_str title; /* for people; the id where none is given */
    rc_str why;
    uint8_t severity; /* 0 info, 1 warning, 2 error: what a conflict is at most */
    rc_compare compare;
    bool present;       /* only what is said of the present: "plays for", not "played for" */
    bool time_key;      /* the time it holds belongs to the key ... */
    bool time_optional; /* ... and may be unknown */
    rc_slot slots[RC_SLOTS_MAX];
    uint8_t slot_count;
    uint8_t key[RC_SLOTS_MAX]; /* slots of the key in order, without time: subject, object, ... */
    uint8_t key_count;
    rc_pattern *patterns;
    size_t pattern_count, pattern_capacity;
    rc_example *examples; /* only where rc_rules_options.examples was set */
    size_t example_count, example_capacity;
    rc_conflict *conflicts;
    size_t conflict_count, conflict_capacity;
    uint32_t line;
} rc_family;

/* A pattern as a program. It runs from a trigger outwards: leftwards from the word before it, then,
 * from RC_STEP_TURN on, rightwards from the word behind it. */
typedef enum {
    RC_STEP_WORD, /* a word in any inflection, or a sign */
    RC_STEP_SLOT,
    RC_STEP_TERM,       /* slot := term `value`; takes no word */
    RC_STEP_GAP,        /* up to `value` words */
    RC_STEP_POSSESSIVE, /* "'s" */
    RC_STEP_SPLIT,      /* go on at the next step or, if that fails, at `value` */
    RC_STEP_JUMP,       /* go on at `value` */
    RC_STEP_TURN,
    RC_STEP_END
} rc_step_op;

enum {
    RC_STEP_SUBJECT = 1 << 0, /* slot: left of the trigger, a verb: its subject */
    RC_STEP_VERB = 1 << 1,    /* word: can be a verb */
    RC_STEP_SIGN = 1 << 2,    /* word: punctuation */
    RC_STEP_BE = 1 << 3       /* word: any form of "be" */
};

typedef struct {
    uint8_t op, slot, flags;
    uint32_t value;
    rc_word word, lemma;
    uint32_t column; /* in the pattern's text, code points from 0 */
} rc_step;

typedef enum {
    RC_VOICE_ANY,
    RC_VOICE_ACTIVE,  /* a verb that is trigger must not be passive ... */
    RC_VOICE_PASSIVE, /* ... must be */
    RC_VOICE_NOMINAL  /* must be a noun of the same root, and name no person */
} rc_voice;

typedef struct {
    uint32_t next; /* of the same word; UINT32_MAX: none */
    uint32_t step; /* where its program begins */
    uint16_t family, pattern;
    uint8_t voice;     /* rc_voice */
    uint8_t slot;      /* the trigger is this slot itself; RC_NO_SLOT: a word */
    uint8_t term_slot; /* slot := term, where the trigger is a word of it; else RC_NO_SLOT */
    uint8_t least;     /* figures and dates that the sentence must have */
    uint16_t term;
    uint32_t needs; /* of rc_programs.needs: the words that the sentence must have */
    uint32_t need;  /* slot types one of which the sentence must have a figure for; 0: any */
    uint32_t column;
} rc_trigger;

typedef struct {
    rc_step *steps;
    size_t step_count, step_capacity;
    rc_trigger *triggers;
    size_t trigger_count, trigger_capacity;
    rc_map by_word;                 /* word or lemma -> first trigger */
    rc_map by_root;                 /* root of a noun -> first trigger, of voice nominal */
    uint32_t by_type[RC_SLOTTYPES]; /* patterns without a word: first trigger; UINT32_MAX */
    uint16_t *needs;                /* groups: how many, and a bit for each word of the group, one
                                     * of which must be there; 0 ends them. The first is empty */
    uint64_t filter[64];            /* a bit for each word of both maps, by its low 12 bits */
    rc_word genitive;               /* "of" */
    rc_word joins[RC_JOINS_MAX];    /* prepositions that can join two noun groups to a phrase */
    uint8_t join_count;
} rc_programs;

size_t rc_rules_family_count(const rc_rules *r);
const rc_family *rc_rules_family(const rc_rules *r, size_t i); /* NULL past the end */
/* Index of a family by its id, or SIZE_MAX. */
size_t rc_rules_family_find(const rc_rules *r, rc_str id);
const rc_programs *rc_rules_programs(const rc_rules *r);

/* What `rcheck explain` tells of a rule: a family, or a check of checks/. Only where
 * rc_rules_options.examples was set. */
typedef struct {
    rc_str a, b; /* two documents; b is empty where one is enough */
    rc_str note; /* what is claimed, or why it is silent; may be empty */
    uint32_t line, column;
} rc_rule_example;

typedef struct {
    rc_str id, title, why;
    rc_str off;       /* how to turn it off where it is not by its id */
    uint8_t severity; /* 0 info, 1 warning, 2 error */
    bool family;
    const char *file;
    uint32_t line;
    rc_rule_example *fires, *silent;
    size_t fires_count, fires_capacity, silent_count, silent_capacity;
} rc_rule_info;

size_t rc_rules_info_count(const rc_rules *r);
const rc_rule_info *rc_rules_info(const rc_rules *r, size_t i);       /* by id */
const rc_rule_info *rc_rules_info_find(const rc_rules *r, rc_str id); /* NULL: none */
const char *rc_slottype_name(unsigned type);

/* False for most words that no pattern begins with. */
static inline bool rc_programs_may_trigger(const rc_programs *p, rc_word w)
{
    return (p->filter[(w >> 6) & 63] >> (w & 63)) & 1;
}

/* A bit for each word of a sentence. */
#define RC_NEED_BITS 1024
typedef struct {
    uint64_t bits[RC_NEED_BITS / 64];
} rc_word_set;

static inline void rc_word_set_add(rc_word_set *s, rc_word w)
{
    s->bits[w % RC_NEED_BITS / 64] |= UINT64_C(1) << (w & 63);
}

/* False: the sentence lacks a word without which the trigger's program cannot match. */
static inline bool rc_programs_needs_met(const rc_programs *p, const rc_trigger *t,
                                         const rc_word_set *words)
{
    for (const uint16_t *at = p->needs + t->needs; *at;) {
        bool any = false;
        for (uint16_t n = *at++; n; n--, at++)
            any |= words->bits[*at / 64] >> (*at % 64) & 1;
        if (!any)
            return false;
    }
    return true;
}

#endif
