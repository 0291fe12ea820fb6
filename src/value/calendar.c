#include "value/calendar.h"

#include <stdlib.h>

/* Years run from March to February, so that the leap day is the last of its year; an era is 400
 * years, 146,097 days. 719,468 days lie between 0000-03-01 and 1970-01-01. */
#define ERA_DAYS 146097
#define EPOCH_SHIFT 719468

int32_t rc_day_from_civil(int32_t year, int32_t month, int32_t day)
{
    int32_t y = month <= 2 ? year - 1 : year;
    int32_t era = (y >= 0 ? y : y - 399) / 400;
    int32_t year_of_era = y - era * 400;
    int32_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - EPOCH_SHIFT;
}

void rc_day_to_civil(int32_t day_number, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day)
{
    int32_t z = day_number + EPOCH_SHIFT;
    int32_t era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
    int32_t day_of_era = z - era * ERA_DAYS;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t shifted = (5 * day_of_year + 2) / 153;
    *ret_day = day_of_year - (153 * shifted + 2) / 5 + 1;
    *ret_month = shifted < 10 ? shifted + 3 : shifted - 9;
    *ret_year = year_of_era + era * 400 + (*ret_month <= 2);
}

bool rc_year_is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t rc_month_days(int32_t year, int32_t month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && rc_year_is_leap(year) ? 29 : days[month - 1];
}

bool rc_day_exists(int32_t year, int32_t month, int32_t day)
{
    return year >= RC_YEAR_MIN && year <= RC_YEAR_MAX && day >= 1 &&
           day <= rc_month_days(year, month);
}

int8_t rc_day_weekday(int32_t day_number)
{
    int32_t w = (day_number + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int8_t)(w < 0 ? w + 8 : w + 1);
}

int32_t rc_day_add_months(int32_t day_number, int32_t months)
{
    int32_t y, m, d;
    rc_day_to_civil(day_number, &y, &m, &d);
    int32_t total = y * 12 + (m - 1) + months;
    y = total >= 0 ? total / 12 : -((11 - total) / 12);
    m = total - y * 12 + 1;
    int32_t last = rc_month_days(y, m);
    return rc_day_from_civil(y, m, d < last ? d : last);
}

int32_t rc_day_from_week(int32_t year, int32_t week)
{
    int32_t fourth = rc_day_from_civil(year, 1, 4); /* always in week 1 */
    return fourth - (rc_day_weekday(fourth) - 1) + (week - 1) * 7;
}

int32_t rc_day_easter(int32_t year)
{
    /* The anonymous Gregorian computus (Nature, 20 April 1876). */
    int32_t a = year % 19, b = year / 100, c = year % 100;
    int32_t d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int32_t h = (19 * a + b - d - g + 15) % 30;
    int32_t i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int32_t m = (a + 11 * h + 22 * l) / 451;
    int32_t n = h + l - 7 * m + 114;
    return rc_day_from_civil(year, n / 31, n % 31 + 1);
}

rc_str rc_civil_print(rc_arena *a, int32_t year, int32_t month, int32_t day)
{
    char text[32];
    size_t len = 0;
    if (year < 0)
        text[len++] = '-';
    len += rc_str_put_number(text + len, (uint64_t)abs(year), 4);
    int32_t rest[] = {month, day};
    for (int i = 0; i < 2 && rest[i]; i++) {
        text[len++] = '-';
        len += rc_str_put_number(text + len, (uint64_t)rest[i], 2);
    }
    return rc_arena_str(a, (rc_str){text, len});
}

rc_str rc_day_print(rc_arena *a, int32_t day_number)
{
    if (day_number == RC_DAY_NONE)
        return RC_STR_NONE;
    int32_t y, m, d;
    rc_day_to_civil(day_number, &y, &m, &d);
    return rc_civil_print(a, y, m, d);
}

static bool digits(rc_str s, size_t at, size_t count, int32_t *ret)
{
    int32_t n = 0;
    if (at + count > s.len)
        return false;
    for (size_t i = at; i < at + count; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *ret = n;
    return true;
}

rc_status rc_day_parse(rc_str s, int32_t *ret_day)
{
    int32_t y, m, d;
    bool negative = s.len && s.ptr[0] == '-';
    if (negative)
        s = rc_str_sub(s, 1, s.len);
    if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-' || !digits(s, 0, 4, &y) ||
        !digits(s, 5, 2, &m) || !digits(s, 8, 2, &d))
        return RC_NONE;
    if (negative)
        y = -y;
    if (!rc_day_exists(y, m, d))
        return RC_NONE;
    *ret_day = rc_day_from_civil(y, m, d);
    return RC_OK;
}
