#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

rc_status rc_fail(rc_err *err, rc_status code, const char *file, uint32_t line, uint32_t column,
                  const char *format, ...)
{
    if (!err)
        return code;
    err->code = code;
    err->file = file;
    err->line = line;
    err->column = column;
    va_list args;
    va_start(args, format);
    (void)vsnprintf(err->text, sizeof(err->text), format, args);
    va_end(args);
    return code;
}
