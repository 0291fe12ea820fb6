/* rc_figures: what single words say about a figure beside them (rules/tables/figures.LANG.tsv), and
 * the dictionary form of counted nouns. */
#ifndef RC_MENTIONS_FIGURE_H
#define RC_MENTIONS_FIGURE_H

#include "base/arena.h"
#include "base/err.h"
#include "rules/rules.h"
#include "text/token.h"

/* RC_FIGURE(enum suffix, "kind in the table") */
#define RC_FIGURE_KINDS(RC_FIGURE)                                                                 \
    RC_FIGURE(IDENTIFIER, "identifier")                                                            \
    RC_FIGURE(IDENTIFIER_SMALL, "identifier-small")                                                \
    RC_FIGURE(IDENTIFIER_LONG, "identifier-long")                                                  \
    RC_FIGURE(IDENTIFIER_NUMBER, "identifier-number")                                              \
    RC_FIGURE(CHANGE, "change")                                                                    \
    RC_FIGURE(CHANGE_NOUN, "change-noun")                                                          \
    RC_FIGURE(CHANGE_AFTER, "change-after")                                                        \
    RC_FIGURE(UP, "up")                                                                            \
    RC_FIGURE(PER, "per")                                                                          \
    RC_FIGURE(PER_EACH, "per-each")                                                                \
    RC_FIGURE(PER_ARTICLE, "per-article")                                                          \
    RC_FIGURE(LONG, "long")                                                                        \
    RC_FIGURE(LONG_NO, "long-no")                                                                  \
    RC_FIGURE(SCORE, "score")                                                                      \
    RC_FIGURE(WEAK_ARTICLE, "weak-article")                                                        \
    RC_FIGURE(WEAK_ARTICLE_TEXT, "weak-article-text")                                              \
    RC_FIGURE(RANGE_TO, "range-to")                                                                \
    RC_FIGURE(RANGE_AND, "range-and")                                                              \
    RC_FIGURE(RANGE_OR, "range-or")                                                                \
    RC_FIGURE(TIMES, "times")                                                                      \
    RC_FIGURE(RATIO_OUT, "ratio-out")                                                              \
    RC_FIGURE(RATIO_OF, "ratio-of")                                                                \
    RC_FIGURE(RATIO_IN, "ratio-in")                                                                \
    RC_FIGURE(RATIO_OVER, "ratio-over")                                                            \
    RC_FIGURE(BY, "by")                                                                            \
    RC_FIGURE(TO, "to")                                                                            \
    RC_FIGURE(AT, "at")                                                                            \
    RC_FIGURE(THAN, "than")                                                                        \
    RC_FIGURE(NEVER_HALF, "never-half")                                                            \
    RC_FIGURE(VAGUE, "vague")                                                                      \
    RC_FIGURE(PER_NOUN, "per-noun")                                                                \
    RC_FIGURE(NEVER_QUARTERS, "never-quarters")

enum {
#define RC_FIGURE(name, text) RC_FIGURE_BIT_##name,
    RC_FIGURE_KINDS(RC_FIGURE)
#undef RC_FIGURE
};
#define RC_FIGURE_IS(name) (UINT32_C(1) << RC_FIGURE_BIT_##name)

typedef struct rc_figures rc_figures;

rc_status rc_figures_new(rc_arena *a, const rc_rules *r, rc_str language, rc_figures **ret,
                         rc_diagnostics *diagnostics, rc_err *err);
/* RC_FIGURE_IS bits of a word; 0: none. */
uint32_t rc_figures_of(const rc_figures *f, rc_word w);
/* The dictionary form of a noun as it stands in the text: "categories" to "category". */
rc_str rc_figures_singular(rc_arena *a, const rc_figures *f, const rc_text *t, uint32_t token);

#endif
