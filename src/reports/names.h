/* The contract's names of values that are enums in C, and of a document's entities. */
#ifndef RC_REPORTS_NAMES_H
#define RC_REPORTS_NAMES_H

#include "findings/result.h"

const char *rc_comparator_name(rc_comparator c);
const char *rc_entity_class_name(rc_entity_class c);
const char *rc_modality_name(rc_modality m);
const char *rc_date_source_name(rc_date_source s); /* NULL: no date */
/* Run-wide name and class of an entity of the document; its own where nothing was joined. */
rc_str rc_result_entity_name(const rc_result *r, uint32_t entity);
rc_entity_class rc_result_entity_class(const rc_result *r, uint32_t entity);

#endif
