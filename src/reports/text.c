#include "reports/report.h"
void rc_report_text(rc_sink *s, const rc_report *r, const rc_style *style)
{
    (void)style;
    rc_report_ndjson(s, r);
}
void rc_extract_text(rc_sink *s, const rc_report *r, const rc_style *style)
{
    (void)style;
    rc_extract_ndjson(s, r);
}
