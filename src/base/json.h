/* A writer of JSON (RFC 8259) on an rc_buf. Commas are its own business. Bytes that are no UTF-8
 * are written as U+FFFD; control characters, and U+2028/2029, are escaped. */
#ifndef RC_BASE_JSON_H
#define RC_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

typedef struct {
    rc_buf *out;
    bool comma;
} rc_json;

void rc_json_init(rc_json *j, rc_buf *out);
void rc_json_object(rc_json *j);
void rc_json_object_end(rc_json *j);
void rc_json_array(rc_json *j);
void rc_json_array_end(rc_json *j);
void rc_json_key(rc_json *j, const char *key);
void rc_json_str(rc_json *j, rc_str s); /* s.ptr NULL: null */
void rc_json_int(rc_json *j, int64_t n);
void rc_json_bool(rc_json *j, bool b);
void rc_json_null(rc_json *j);
void rc_json_raw(rc_json *j, rc_str number); /* a number already in JSON's form */

#endif
