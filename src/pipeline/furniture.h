/* What stands around the text of a document and is none of it: lists of related stories,
 * invitations to comment, notices of copyright, by the words of tables/furniture* and by one form
 * that needs no words: short title, date, teaser, over and over, down to the end. */
#ifndef RC_PIPELINE_FURNITURE_H
#define RC_PIPELINE_FURNITURE_H

#include "rules/rules.h"
#include "source/doc.h"

typedef struct rc_furniture rc_furniture;

/* Never changes afterwards; lives in `a`. */
const rc_furniture *rc_furniture_new(rc_arena *a, const rc_rules *r);
/* Takes such blocks out of the document and sets the kind of bylines. */
void rc_furniture_remove(const rc_furniture *f, rc_doc *d);

#endif
