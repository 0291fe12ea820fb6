/* Pieces of the JSON reports that several of them share. */
#ifndef RC_REPORTS_NDJSON_H
#define RC_REPORTS_NDJSON_H

#include "base/json.h"
#include "reports/place.h"
#include "reports/report.h"

void rc_json_finding(rc_json *j, const rc_finding *f, rc_places *places);
void rc_json_summary(rc_json *j, const rc_report *r);

#endif
