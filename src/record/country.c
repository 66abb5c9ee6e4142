/* Country codes and currencies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/read.h"

#include <string.h>

/* ISO 3166-1 alpha-2; XK is user-assigned and in general use. */
static const char countries[] =
	"AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
	"BR BS "
	"BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
	"EC EE "
	"EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY "
	"HK HM "
	"HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA "
	"LB LC "
	"LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY "
	"MZ NA "
	"NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
	"RU RW "
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
	"TN TO "
	"TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/* EU of 27, EEA (Iceland, Liechtenstein, Norway) and Switzerland. */
static const char eu_countries[] =
	"AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV "
	"MT NL NO PL PT RO SE SI SK";

/* What people write and what it is. */
static const char *const mistaken[][2] = {
	{"UK", "GB"},  {"EL", "GR"},  {"GER", "DE"},	 {"DEU", "DE"},		{"JPN", "JP"},
	{"JAP", "JP"}, {"JA", "JP"},  {"USA", "US"},	 {"GBR", "GB"},		{"FRA", "FR"},
	{"BRA", "BR"}, {"IND", "IN"}, {"Germany", "DE"}, {"Deutschland", "DE"}, {"Japan", "JP"},
	{"de", "DE"},  {"jp", "JP"},
};

bool tot_country_known(const char *code)
{
	return tot_word_find(countries, code) >= 0;
}

const char *tot_country_hint(const char *code)
{
	for (size_t i = 0; i < sizeof(mistaken) / sizeof(mistaken[0]); i++)
		if (strcmp(mistaken[i][0], code) == 0)
			return mistaken[i][1];
	return NULL;
}

bool tot_country_is_eu(const char *country)
{
	return country && tot_word_find(eu_countries, country) >= 0;
}

int tot_currency_decimals(const char *currency)
{
	return currency && strcmp(currency, "JPY") == 0 ? 0 : 2;
}
