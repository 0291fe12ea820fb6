/* Patterns to programs: picks the word that a pattern is triggered by, and adds the regular
 * variations of what was written.
 *
 *   {a} verb {b} rest     active
 *                         {b} verb-ed [by {a}] rest            passive, reduced relatives too
 *                         {a}'s noun of {b} rest               nominal, by the lexicon's root
 *                         noun of {b} [by {a}] rest
 *   {a}'s noun rest       noun of {a} rest
 *   noun of {a} rest      {a}'s noun rest; {a} noun rest (a compound, where a noun phrase fits {a})
 */
#ifndef RC_RULES_COMPILE_H
#define RC_RULES_COMPILE_H

#include "rules/pattern.h"

/* Words of a language's grammar that variations are built with: tables/grammar.tsv. */
typedef struct {
    rc_str agent;    /* "by" */
    rc_str genitive; /* "of" */
} rc_grammar;

typedef struct {
    const rc_pattern_context *context;
    const rc_lexicon *lexicon;
    const rc_grammar *grammar;
    rc_programs *programs;
    const rc_node *terms; /* by slot: the choice that a slot of type term is opened into */
    uint16_t family, pattern;
    uint32_t *shared; /* compile.c's own */
} rc_compiler;

void rc_programs_init(rc_programs *p, rc_arena *a);
/* Adds the pattern's programs and triggers. A diagnostic where nothing could trigger it. */
void rc_pattern_compile(const rc_compiler *c, const rc_sequence *pattern);
/* After the last pattern: notes which words each trigger needs. */
void rc_programs_find_needs(rc_arena *a, rc_programs *p);

#endif
