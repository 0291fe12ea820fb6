#include "reports/report.h"

#define SINK_BYTES ((size_t)1 << 18)
#define SINK_BYTES_MAX ((size_t)1 << 33)

void rc_sink_init(rc_sink *s, rc_status (*write)(void *, rc_str), void *context)
{
    *s = (rc_sink){.write = write, .context = context};
    rc_buf_init(&s->buf, SINK_BYTES_MAX);
}

void rc_sink_clear(rc_sink *s)
{
    rc_buf_clear(&s->buf);
}

static void hand_on(rc_sink *s)
{
    if (s->status == RC_OK && s->buf.overflow)
        s->status = RC_ELIMIT;
    if (s->status == RC_OK && s->buf.len)
        s->status = s->write(s->context, rc_buf_str(&s->buf));
    s->buf.len = 0;
}

void rc_sink_flow(rc_sink *s)
{
    if (s->write && s->buf.len >= SINK_BYTES)
        hand_on(s);
}

rc_status rc_sink_finish(rc_sink *s)
{
    if (s->write)
        hand_on(s);
    else if (s->buf.overflow)
        s->status = RC_ELIMIT;
    return s->status;
}

size_t rc_report_count(const rc_report *r, rc_severity severity)
{
    size_t n = 0;
    for (size_t i = 0; i < r->finding_count; i++)
        n += r->findings[i]->severity == severity;
    return n;
}
