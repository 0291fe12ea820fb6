/* Files within a zip archive in memory (PKWARE APPNOTE 6.3, without zip64, encryption or several
 * disks), stored or deflated (zlib). */
#ifndef RC_READERS_ZIP_H
#define RC_READERS_ZIP_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define RC_ZIP_FILE_BYTES_MAX ((size_t)128 << 20) /* of one file, unpacked */
#define RC_ZIP_FILES_MAX ((size_t)1 << 16)

bool rc_zip_has(rc_str archive, rc_str name);
/* The unpacked file, four zero bytes behind it. RC_NONE: there is none of this name. RC_EFORMAT: it
 * is damaged. RC_ELIMIT: it unpacks to more than the limit, whatever size it claims. */
rc_status rc_zip_read(rc_arena *a, rc_str archive, rc_str name, rc_str *ret, rc_err *err);

#endif
