/* rc_unit: a unit of measure or currency, as the contract names it: "percent",
 * "percentage-point", an ISO 4217 code, a CLDR unit identifier, or "1" for a bare number. */
#ifndef RC_VALUE_UNIT_H
#define RC_VALUE_UNIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "value/decimal.h"

typedef enum {
    RC_DIM_NUMBER, /* "1" */
    RC_DIM_PERCENT,
    RC_DIM_PERCENTAGE_POINT,
    RC_DIM_CURRENCY,
    RC_DIM_LENGTH,
    RC_DIM_AREA,
    RC_DIM_VOLUME,
    RC_DIM_MASS,
    RC_DIM_DURATION,
    RC_DIM_TEMPERATURE,
    RC_DIM_SPEED,
    RC_DIM_ENERGY,
    RC_DIM_POWER,
    RC_DIM_DIGITAL,
    RC_DIM_FREQUENCY,
    RC_DIM_PRESSURE,
    RC_DIM_ANGLE,
    RC_DIM_OTHER
} rc_dimension;

/* base amount = (amount + offset) x numerator / denominator; the base unit is the dimension's own
 * (metre, square metre, cubic metre, kilogram, second, kelvin, joule, watt, byte...).
 * Two units convert when dimension and base_id are the same. */
typedef struct rc_unit {
    rc_str id;
    rc_dimension dimension;
    rc_str base_id; /* "" where nothing converts: each currency is its own */
    rc_decimal numerator, denominator, offset;
    bool exact; /* by definition */
    bool made;  /* put together by a document ("per share"), and of its memory; else of the rules */
} rc_unit;

#endif
