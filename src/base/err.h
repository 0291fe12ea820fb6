/* Results. RC_OK is 0; negative is a failure, to be passed up unchanged; positive is an answer
 * that the header of the function documents and that its caller handles on the spot.
 *
 * Three things are kept apart: a failure is returned; a diagnostic about someone's input goes to an
 * rc_diagnostics list and the run goes on; an assertion states what only our own bug can break. */
#ifndef RC_BASE_ERR_H
#define RC_BASE_ERR_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

typedef enum {
    RC_OK = 0,
    RC_NONE = 1,      /* nothing of the kind starts here; nothing was consumed */
    RC_EIO = -1,      /* the system refused: file, permission, full disk */
    RC_ESYNTAX = -2,  /* someone's input does not follow its grammar */
    RC_ELIMIT = -3,   /* past a limit of base/limits.h */
    RC_EUSAGE = -4,   /* wrong options or arguments */
    RC_EFORMAT = -5,  /* a document that is no text, or of a format that is not read */
    RC_EOVERFLOW = -6 /* a number that does not fit */
} rc_status;

typedef struct {
    rc_status code;
    const char *file; /* owned by the run; NULL: none */
    uint32_t line, column;
    char text[256];
} rc_err;

/* Fills `err` (which may be NULL) and returns `code`. */
rc_status rc_fail(rc_err *err, rc_status code, const char *file, uint32_t line, uint32_t column,
                  const char *format, ...) __attribute__((format(printf, 6, 7)));

typedef struct rc_diagnostics {
    rc_err *items;
    size_t count, capacity;
    size_t dropped; /* those past RC_DIAGNOSTICS_MAX for one file */
} rc_diagnostics;

#endif
