/* The date of a document: when it was published, as far as it says so. */
#ifndef RC_MENTIONS_DATE_H
#define RC_MENTIONS_DATE_H

#include "mentions/internal.h"

/* Sets d->date and d->date_source from what the reader found (front matter, metadata, a dateline),
 * else from the file's name. A date that is set already (an option's) stands only where neither
 * gives one. What the text itself names comes later, in rc_find_times, as RC_DATE_INFERRED. */
void rc_doc_date(rc_arena *a, const rc_timer *x, rc_doc *d);

#endif
