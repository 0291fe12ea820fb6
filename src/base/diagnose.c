#include "base/diagnose.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"

static size_t count_for(const rc_diagnostics *d, const char *file)
{
    size_t n = 0;
    for (size_t i = 0; i < d->count; i++) {
        const char *other = d->items[i].file;
        n += other == file || (other && file && strcmp(other, file) == 0);
    }
    return n;
}

void rc_diagnose_list(rc_arena *a, rc_diagnostics *d, const rc_err *place, const char *format,
                      va_list args)
{
    if (count_for(d, place->file) >= RC_DIAGNOSTICS_MAX) {
        d->dropped++;
        return;
    }
    rc_err e = *place;
    e.code = RC_ESYNTAX;
    (void)vsnprintf(e.text, sizeof(e.text), format, args);
    RC_PUSH(a, d->items, d->count, d->capacity, e);
}

void rc_diagnose(rc_arena *a, rc_diagnostics *d, const char *file, uint32_t line, uint32_t column,
                 const char *format, ...)
{
    rc_err place = {.file = file, .line = line, .column = column};
    va_list args;
    va_start(args, format);
    rc_diagnose_list(a, d, &place, format, args);
    va_end(args);
}
