#include "reports/place.h"

rc_place rc_places_find(rc_places *p, const rc_doc *doc, uint32_t file_offset)
{
    if (p->doc != doc || p->offset != file_offset) {
        *p = (rc_places){.doc = doc, .offset = file_offset};
        rc_doc_position(doc, file_offset, &p->place.line, &p->place.column);
    }
    return p->place;
}
