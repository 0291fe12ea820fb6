/* Files to be left out, by the pattern language of .gitignore: one pattern a line, '#' comments,
 * '!' takes back, '/' at the end means folders only, '/' at the start or inside ties the pattern to
 * the folder of its file; '*', '?', '[a-z]' stay within a name, '**' does not. The last pattern
 * that fits decides. Source: gitignore(5). */
#ifndef RC_PIPELINE_IGNORE_H
#define RC_PIPELINE_IGNORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

typedef struct {
    rc_str pattern;
    rc_str base; /* folder of the file that the pattern is from, with '/' at its end, or empty */
    bool negated, folders_only, anchored;
} rc_ignore_rule;

/* Rules of outer folders come first. Cutting `count` back drops those of a folder just left. */
typedef struct {
    rc_ignore_rule *rules;
    size_t count, capacity;
} rc_ignore;

typedef enum { RC_IGNORE_FILE, RC_IGNORE_FOLDER } rc_ignore_kind;

/* Adds the patterns of one file. `base` and `text` have to outlive the rules. */
void rc_ignore_add(rc_arena *a, rc_ignore *g, rc_str base, rc_str text);
bool rc_ignore_matches(const rc_ignore *g, rc_str path, rc_ignore_kind kind);
/* Whether a pattern fits a whole path. Time: at most the product of the two lengths. */
bool rc_ignore_glob(rc_str pattern, rc_str path);

#endif
