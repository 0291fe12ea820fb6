#include "reports/names.h"

const char *rc_comparator_name(rc_comparator c)
{
    static const char *const NAMES[] = {
        [RC_EQ] = "eq", [RC_GT] = "gt", [RC_GE] = "ge",
        [RC_LT] = "lt", [RC_LE] = "le", [RC_RANGE] = "range",
    };
    return NAMES[c];
}

const char *rc_entity_class_name(rc_entity_class c)
{
    static const char *const NAMES[] = {
        [RC_ENTITY_PERSON] = "person", [RC_ENTITY_ORGANIZATION] = "organization",
        [RC_ENTITY_PLACE] = "place",   [RC_ENTITY_EVENT] = "event",
        [RC_ENTITY_WORK] = "work",     [RC_ENTITY_OTHER] = "other",
    };
    return NAMES[c];
}

const char *rc_modality_name(rc_modality m)
{
    static const char *const NAMES[] = {
        [RC_ASSERTED] = "asserted",   [RC_NEGATED] = "negated",           [RC_PLANNED] = "planned",
        [RC_ESTIMATED] = "estimated", [RC_HYPOTHETICAL] = "hypothetical",
    };
    return NAMES[m];
}

const char *rc_date_source_name(rc_date_source s)
{
    static const char *const NAMES[] = {
        [RC_DATE_NONE] = NULL,           [RC_DATE_FRONT_MATTER] = "front-matter",
        [RC_DATE_METADATA] = "metadata", [RC_DATE_DATELINE] = "dateline",
        [RC_DATE_FILENAME] = "filename", [RC_DATE_OPTION] = "option",
        [RC_DATE_INFERRED] = "inferred",
    };
    return NAMES[s];
}

rc_str rc_result_entity_name(const rc_result *r, uint32_t entity)
{
    if (r->canonical && entity < r->mentions->entity_count && r->canonical[entity].len)
        return r->canonical[entity];
    return entity < r->mentions->entity_count ? r->mentions->entities[entity].name : RC_STR_NONE;
}

rc_entity_class rc_result_entity_class(const rc_result *r, uint32_t entity)
{
    if (entity >= r->mentions->entity_count)
        return RC_ENTITY_OTHER;
    return r->classes ? (rc_entity_class)r->classes[entity] : r->mentions->entities[entity].cls;
}
