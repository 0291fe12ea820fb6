/* Bearers that a reader would take for one though their names differ: spelled in two ways, or two
 * names behind one acronym. What is said of one is held against what is said of the other; that the
 * names differ is reported by the checks of names. */
#ifndef RC_CHECKS_KIN_H
#define RC_CHECKS_KIN_H

#include "checks/variant.h"
#include "mentions/names.h"

/* Of each bearer the smallest bearer that it is one with, itself where there is none. In `a`. Near
 * linear in the number of bearers. */
uint32_t *rc_kin_find(rc_arena *a, const rc_names *names, const rc_variants *variants);

#endif
