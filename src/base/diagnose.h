/* Adding to a list of diagnostics (base/err.h): what is wrong with someone's input, with its place,
 * while the run goes on. */
#ifndef RC_BASE_DIAGNOSE_H
#define RC_BASE_DIAGNOSE_H

#include <stdarg.h>

#include "base/arena.h"
#include "base/err.h"

/* Adds an RC_ESYNTAX, or counts it as dropped past RC_DIAGNOSTICS_MAX of one file. `file` is kept,
 * not copied. */
void rc_diagnose(rc_arena *a, rc_diagnostics *d, const char *file, uint32_t line, uint32_t column,
                 const char *format, ...) __attribute__((format(printf, 6, 7)));
/* The same with its arguments in a list. */
void rc_diagnose_list(rc_arena *a, rc_diagnostics *d, const rc_err *place, const char *format,
                      va_list args) __attribute__((format(printf, 4, 0)));

#endif
