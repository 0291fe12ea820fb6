/* The pattern language, from a string to a tree.
 *
 *   word          the word in any inflection        (a|b c)   one of these
 *   {slot}        what fills a slot                 [a]       may be missing
 *   ~  ~8         up to 5 (8) words in between      <name>    a sequence defined under `define`
 *   {slot}'s      the possessive                    \(        a sign that has a meaning here
 */
#ifndef RC_RULES_PATTERN_H
#define RC_RULES_PATTERN_H

#include "base/arena.h"
#include "base/err.h"
#include "rules/family.h"

typedef enum {
    RC_NODE_WORD,
    RC_NODE_SLOT,
    RC_NODE_TERM, /* made when a slot of type term is opened into its words */
    RC_NODE_GAP,
    RC_NODE_POSSESSIVE,
    RC_NODE_CHOICE, /* one of its branches; an optional part is a choice with an empty branch last
                     */
} rc_node_kind;

typedef struct rc_sequence rc_sequence;

typedef struct {
    rc_node_kind kind;
    uint32_t column; /* in the pattern, code points from 0 */
    bool sign;       /* word: punctuation */
    bool optional;   /* choice: written as [ ] */
    uint8_t slot;
    uint32_t value; /* gap: words; term: index */
    rc_str text;    /* word, as written */
    rc_sequence *branches;
    size_t branch_count, branch_capacity;
} rc_node;

struct rc_sequence {
    rc_node *items;
    size_t count, capacity;
};

typedef struct {
    rc_str name;
    rc_sequence nodes;
} rc_definition;

typedef struct {
    rc_definition *items;
    size_t count, capacity;
} rc_definitions;

/* Where a pattern stands, and what it may speak of. */
typedef struct {
    rc_arena *arena;
    rc_diagnostics *diagnostics;
    const char *file;
    uint32_t line, column; /* of the pattern's first character */
    rc_family *family;     /* NULL: a definition, which may use no slots */
    const rc_definitions *definitions;
} rc_pattern_context;

/* Diagnostics, and false, where it is no pattern. */
bool rc_pattern_parse(const rc_pattern_context *c, rc_str text, rc_sequence *ret);
void rc_pattern_diagnose(const rc_pattern_context *c, uint32_t column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
