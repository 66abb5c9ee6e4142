/* Faulty scenarios: each rule of the reader with the place and the code of its fault. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>

#include "support/table.h"
#include "totalise/scenario.h"

#define FOLDER "tests/examples/scenarios/"

/* A fault that a text must show: severity 'e' or 'w'; "" as code: the text is right. */
struct fault {
	const char *name;
	const char *key, *value; /* top-level member that is replaced or added */
	const char *pointer, *code;
	char severity;
};

#define PERSON(more) \
	"{\"born\":\"1984-05-17\",\"sex\":\"female\",\"nationalities\":[\"DE\"]" more "}"
#define STAY(more) PERSON(",\"residence\":[{\"country\":\"JP\"," more "}]")
#define HOME PERSON(",\"residence\":[{\"country\":\"DE\",\"from\":\"1984-05-17\"}]")
#define WORK(country, more) \
	"[{\"country\":\"" country "\",\"kind\":\"employment\",\"from\":\"2010-01\"," more "}]"
#define PAY(country, more) WORK(country, "\"to\":\"2019-12\",\"pay\":{" more "}")
#define KIND(country, kind, more)                        \
	"[{\"country\":\"" country "\",\"kind\":\"" kind \
	"\",\"from\":\"2010-01\",\"to\":\"2010-12\"" more "}]"
#define CLAIM(more) "{\"claims\":[{\"benefit\":\"old_age\"," more "}]}"
#define SPOUSE(more)                                                                        \
	"{\"spouse\":{\"born\":\"1980-01-01\",\"sex\":\"male\",\"nationalities\":[\"JP\"]," \
	"\"married\":\"2010-01-01\"" more "}}"
#define P0 "/periods/0"

/* clang-format off */
static const struct fault faults[] = {
	{"a right life", "title", "\"fine\"", "", "", 0},
	{"another format", "format", "\"totalise-scenario/2\"", "/format", "unknown-format", 'e'},
	{"an empty title", "title", "\"\"", "/title", "empty-text", 'e'},
	{"a title of two lines", "title", "\"a\\nb\"", "/title", "several-lines", 'e'},
	{"a misspelt key", "evnts", "[]", "/evnts", "unknown-key", 'e'},
	{"null for an optional key", "plan", "null", "/plan", "wrong-type", 'e'},
	{"as_of is a month", "as_of", "\"2026-11\"", "/as_of", "bad-date", 'e'},
	{"as_of before birth", "as_of", "\"1984-05-16\"", "/as_of", "before-birth", 'e'},
	{"as_of in 1899", "as_of", "\"1899-12-31\"", "/as_of", "out-of-range", 'e'},
	{"as_of in 2113-05", "as_of", "\"2113-05-01\"", "/as_of", "out-of-range", 'e'},

	{"no sex", "person", "{\"born\":\"1984-05-17\",\"nationalities\":[\"DE\"]}", "/person", "missing-key", 'e'},
	{"no nationality", "person", "{\"born\":\"1984-05-17\",\"sex\":\"male\",\"nationalities\":[]}", "/person/nationalities", "empty-list", 'e'},
	{"nationality is no code", "person", PERSON(",\"residence\":[{\"country\":\"UK\",\"from\":\"2010\"}]"), "/person/residence/0/country", "unknown-country", 'e'},
	{"a year is no date", "person", PERSON(",\"residence\":[{\"country\":\"GB\",\"from\":\"2010\"}]"), "/person/residence/0/from", "bad-date", 'e'},
	{"stateless person", "person", "{\"born\":\"1984-05-17\",\"sex\":\"male\",\"nationalities\":[\"stateless\",{\"country\":\"JP\",\"from\":\"2010-01-01\"}]}", "/person", "no-residence", 'w'},
	{"residence without a beginning", "person", STAY("\"to\":\"2010-01\""), "/person/residence/0", "missing-key", 'e'},
	{"residence ends before it begins", "person", STAY("\"from\":\"2010-01\",\"to\":\"2009-12\""), "/person/residence/0/from", "date-order", 'e'},
	{"residence before birth", "person", STAY("\"from\":\"1980-01\",\"to\":\"1981-12\""), "/person/residence/0", "before-birth", 'e'},
	{"residence from before birth on", "person", STAY("\"from\":\"1984-05-01\""), "/person/residence/0", "before-birth", 'w'},
	{"two homes", "person", STAY("\"from\":\"1984-05-17\"},{\"country\":\"DE\",\"from\":\"2010-01\""), "/person/residence/1", "residence-overlap", 'w'},
	{"permanent is a word", "person", STAY("\"from\":\"2010-01\",\"permanent\":\"yes\""), "/person/residence/0/permanent", "wrong-type", 'e'},
	{"income without a currency", "person", PERSON(",\"other_income\":{\"amount\":100}"), "/person/other_income", "missing-key", 'e'},
	{"income in dollars", "person", PERSON(",\"other_income\":{\"amount\":100,\"currency\":\"USD\"}"), "/person/other_income/currency", "unknown-word", 'e'},
	{"rate of a health fund", "person", PERSON(",\"health_fund_rate\":25"), "/person/health_fund_rate", "out-of-range", 'e'},
	{"disabled before birth", "person", PERSON(",\"severely_disabled_from\":\"1980-01\""), "/person/born", "date-order", 'e'},

	{"spouse without a marriage", "family", "{\"spouse\":{\"born\":\"1980-01-01\",\"sex\":\"male\",\"nationalities\":[\"JP\"]}}", "/family/spouse", "missing-key", 'e'},
	{"divorced before married", "family", SPOUSE(",\"divorced\":\"2009-01-01\""), "/family/spouse/married", "date-order", 'e'},
	{"own pension of a part that is none", "family", SPOUSE(",\"own_pension\":{\"DE.basic\":5}"), "/family/spouse/own_pension/DE.basic", "unknown-key", 'e'},
	{"own pension with a fraction of a yen", "family", SPOUSE(",\"own_pension\":{\"JP.basic\":0.5}"), "/family/spouse/own_pension/JP.basic", "too-many-decimals", 'e'},
	{"child before the person", "family", "{\"children\":[{\"born\":\"1980-01-01\"}]}", "/family/children/0", "before-birth", 'e'},
	{"raised by nobody known", "family", "{\"children\":[{\"born\":\"2010-01-01\",\"raised_by\":\"father\"}]}", "/family/children/0/raised_by", "unknown-word", 'e'},
	{"raised by a spouse who is not named", "family", "{\"children\":[{\"born\":\"2010-01-01\",\"raised_by\":\"spouse\"}]}", "/family/children/0", "no-spouse", 'w'},
	{"raised in stretches", "family", "{\"children\":[{\"born\":\"2010-01-01\",\"raised_by\":[{\"by\":\"person\",\"from\":\"2010-01\",\"to\":\"2009-01\"}]}]}", "/family/children/0/raised_by/0/from", "date-order", 'e'},
	{"a dependant of another kind", "family", "{\"dependants\":[{\"relation\":\"aunt\",\"born\":\"1950-01-01\"}]}", "/family/dependants/0/relation", "unknown-word", 'e'},

	{"periods is no list", "periods", "{}", "/periods", "wrong-type", 'e'},
	{"month 13", "periods", "[{\"country\":\"DE\",\"kind\":\"voluntary\",\"from\":\"2018-13\"}]", P0 "/from", "bad-date", 'e'},
	{"30 February", "periods", "[{\"country\":\"DE\",\"kind\":\"voluntary\",\"from\":\"2018-02-30\"}]", P0 "/from", "bad-date", 'e'},
	{"no from", "periods", "[{\"country\":\"DE\",\"kind\":\"voluntary\"}]", P0, "missing-key", 'e'},
	{"null as from", "periods", "[{\"country\":\"DE\",\"kind\":\"voluntary\",\"from\":null}]", P0 "/from", "wrong-type", 'e'},
	{"from after to", "periods", WORK("DE", "\"to\":\"2009-12-31\""), P0 "/from", "date-order", 'e'},
	{"all of it before birth", "periods", "[{\"country\":\"DE\",\"kind\":\"voluntary\",\"from\":\"1980-01\",\"to\":\"1983-12\"}]", P0, "before-birth", 'e'},
	{"child-raising in Japan", "periods", KIND("JP", "child_raising", ""), P0 "/kind", "kind-not-in-country", 'e'},
	{"civil service in Japan", "periods", KIND("JP", "other_system", ""), P0 "/kind", "kind-not-in-country", 'e'},
	{"category 3 in Germany", "periods", KIND("DE", "dependent_spouse", ""), P0 "/kind", "kind-not-in-country", 'e'},
	{"a kind of agreements", "periods", KIND("DE", "points_only", ""), P0 "/kind", "unknown-word", 'e'},
	{"any kind in a third country", "periods", KIND("US", "creditable_other", ""), "", "", 0},
	{"a region in Japan", "periods", KIND("JP", "resident", ",\"region\":\"east\""), P0 "/region", "region-not-in-country", 'e'},
	{"an unknown flag", "periods", KIND("JP", "resident", ",\"flags\":[\"wrking\"]"), P0 "/flags/0", "unknown-word", 'e'},
	{"a flag of agreements", "periods", KIND("DE", "employment", ",\"flags\":[\"refunded\"]"), P0 "/flags/0", "unknown-word", 'e'},
	{"a flag without effect", "periods", KIND("JP", "resident", ",\"flags\":[\"minijob\"]"), P0 "/flags/0", "flag-without-effect", 'w'},
	{"flags that contradict", "periods", KIND("DE", "employment", ",\"flags\":[\"minijob\",\"minijob_exempt\"]"), P0 "/flags", "flags-contradict", 'e'},
	{"an empty note", "periods", KIND("JP", "resident", ",\"note\":\"\""), P0 "/note", "empty-text", 'e'},

	{"no form of pay", "periods", PAY("DE", ""), P0 "/pay", "exactly-one", 'e'},
	{"two forms of pay", "periods", PAY("DE", "\"monthly\":1,\"points\":1"), P0 "/pay", "exactly-one", 'e'},
	{"negative pay", "periods", PAY("DE", "\"monthly\":-0.01"), P0 "/pay/monthly", "negative-amount", 'e'},
	{"pay of a billion a day", "periods", PAY("DE", "\"monthly\":3e10"), P0 "/pay/monthly", "out-of-range", 'e'},
	{"three decimals of a euro", "periods", PAY("DE", "\"monthly\":3900.125"), P0 "/pay/monthly", "too-many-decimals", 'e'},
	{"half a yen", "periods", PAY("JP", "\"monthly\":300000.5"), P0 "/pay/monthly", "too-many-decimals", 'e'},
	{"pay as a text", "periods", PAY("DE", "\"monthly\":\"3900\""), P0 "/pay/monthly", "wrong-type", 'e'},
	{"no step", "periods", PAY("DE", "\"monthly\":[]"), P0 "/pay/monthly", "empty-list", 'e'},
	{"steps out of order", "periods", PAY("DE", "\"monthly\":[{\"from\":\"2011-01\",\"amount\":1},{\"from\":\"2010-06\",\"amount\":2}]"), P0 "/pay/monthly/1", "step-order", 'e'},
	{"a step within a month", "periods", PAY("DE", "\"monthly\":[{\"from\":\"2010-01-15\",\"amount\":1}]"), P0 "/pay/monthly/0/from", "bad-date", 'e'},
	{"a year of two digits", "periods", PAY("DE", "\"yearly\":{\"05\":1}"), P0 "/pay/yearly/05", "bad-date", 'e'},
	{"a year of the list is missing", "periods", PAY("DE", "\"yearly\":{\"2010\":1,\"2012\":2,\"2019\":3}"), P0 "/pay", "pay-missing", 'w'},
	{"an average in Germany", "periods", PAY("DE", "\"average\":3000"), P0 "/pay/average", "pay-form-not-in-country", 'e'},
	{"points in Japan", "periods", PAY("JP", "\"points\":1.5"), P0 "/pay/points", "pay-form-not-in-country", 'e'},
	{"five decimals of a point", "periods", PAY("DE", "\"points\":1.23456"), P0 "/pay/points", "too-many-decimals", 'e'},
	{"negative points", "periods", PAY("DE", "\"points\":{\"2010\":-1}"), P0 "/pay/points/2010", "out-of-range", 'e'},
	{"a contribution of an employee", "periods", PAY("DE", "\"contribution\":100"), P0 "/pay/contribution", "pay-form-not-for-kind", 'e'},
	{"bonuses beside an average", "periods", PAY("JP", "\"average\":1,\"bonuses\":[]"), P0 "/pay/bonuses", "pay-form", 'e'},
	{"a bonus without a month", "periods", PAY("JP", "\"monthly\":1,\"bonuses\":[{\"amount\":5}]"), P0 "/pay/bonuses/0", "exactly-one", 'e'},
	{"a bonus in a thirteenth month", "periods", PAY("JP", "\"monthly\":1,\"bonuses\":[{\"every\":13,\"amount\":5}]"), P0 "/pay/bonuses/0/every", "out-of-range", 'e'},
	{"a bonus after the record", "periods", PAY("JP", "\"monthly\":1,\"bonuses\":[{\"month\":\"2020-01\",\"amount\":5}]"), P0 "/pay/bonuses/0", "pay-outside", 'w'},
	{"growth of steps", "periods", PAY("DE", "\"monthly\":[{\"from\":\"2010-01\",\"amount\":1}],\"growth\":0.01"), P0 "/pay/growth", "pay-form", 'e'},
	{"growth in percent", "periods", PAY("DE", "\"monthly\":1,\"growth\":2.5"), P0 "/pay/growth", "out-of-range", 'e'},
	{"yen in Germany", "periods", PAY("DE", "\"monthly\":1,\"currency\":\"JPY\""), P0 "/pay/currency", "unknown-word", 'e'},
	{"one number across the euro", "periods", "[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2001-01\",\"to\":\"2002-12\",\"pay\":{\"monthly\":3000}}]", P0 "/pay", "two-currencies", 'w'},
	{"no pay", "periods", WORK("DE", "\"to\":null"), P0, "pay-missing", 'w'},
	{"pay of a resident", "periods", KIND("JP", "resident", ",\"pay\":{\"monthly\":5}"), P0 "/pay", "pay-without-effect", 'w'},
	{"a resident before 20", "periods", "[{\"country\":\"JP\",\"kind\":\"resident\",\"from\":\"2004-04-30\",\"to\":\"2004-12\"}]", P0, "below-20", 'w'},
	{"a resident in the month of 20", "periods", "[{\"country\":\"JP\",\"kind\":\"resident\",\"from\":\"2004-05-01\",\"to\":\"2044-05-15\"}]", "", "", 0},
	{"a resident on the day of 60", "periods", "[{\"country\":\"JP\",\"kind\":\"resident\",\"from\":\"2004-05-01\",\"to\":\"2044-05-16\"}]", P0, "above-59", 'w'},
	{"two jobs at once", "periods", "[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2010-01\",\"to\":\"2010-06\",\"pay\":{\"monthly\":1}},{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2010-06-30\",\"pay\":{\"monthly\":1}}]", "/periods/1", "two-jobs", 'w'},
	{"a new job within a month", "periods", "[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2010-01\",\"to\":\"2010-06-14\",\"pay\":{\"monthly\":1}},{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2010-06-15\",\"pay\":{\"monthly\":1}}]", "", "", 0},

	{"a credit in Japan", "credits", "[{\"country\":\"JP\",\"kind\":\"bought\",\"points\":1}]", "/credits/0/country", "unknown-word", 'e'},
	{"a splitting without a marriage", "credits", "[{\"country\":\"DE\",\"kind\":\"pension_splitting\",\"points\":-1}]", "/credits/0", "missing-key", 'e'},
	{"an open marriage", "credits", "[{\"country\":\"DE\",\"kind\":\"pension_splitting\",\"points\":1,\"from\":\"2010-01\",\"to\":null}]", "/credits/0/to", "wrong-type", 'e'},
	{"negative points of a mini-job", "credits", "[{\"country\":\"DE\",\"kind\":\"minijob_supplement\",\"points\":-1,\"from\":\"2010-01\",\"to\":\"2010-12\"}]", "/credits/0/points", "negative-points", 'e'},
	{"points that were bought", "credits", "[{\"country\":\"DE\",\"kind\":\"bought\",\"points\":1.5}]", "", "", 0},

	{"a posting at home", "postings", "[{\"home\":\"DE\",\"host\":\"DE\",\"from\":\"2020-01\",\"planned_to\":\"2021-12\",\"as\":\"employee\"}]", "/postings/0/host", "same-country", 'e'},
	{"a posting without a plan", "postings", "[{\"home\":\"DE\",\"host\":\"JP\",\"from\":\"2020-01\",\"as\":\"employee\"}]", "/postings/0", "missing-key", 'e'},
	{"a posting that ends before it begins", "postings", "[{\"home\":\"DE\",\"host\":\"JP\",\"from\":\"2020-01\",\"planned_to\":\"2019-12\",\"as\":\"employee\"}]", "/postings/0/from", "date-order", 'e'},
	{"extension by half a month", "postings", "[{\"home\":\"DE\",\"host\":\"JP\",\"from\":\"2020-01\",\"planned_to\":\"2021-12\",\"as\":\"employee\",\"extension_months\":1.5}]", "/postings/0/extension_months", "too-many-decimals", 'e'},
	{"pay of a Japanese posting in cents", "postings", "[{\"home\":\"JP\",\"host\":\"DE\",\"from\":\"2020-01\",\"planned_to\":\"2021-12\",\"as\":\"employee\",\"pay\":{\"monthly\":1.5}}]", "/postings/0/pay/monthly", "too-many-decimals", 'e'},
	{"another basis", "postings", "[{\"home\":\"JP\",\"host\":\"DE\",\"from\":\"2020-01\",\"planned_to\":\"2021-12\",\"as\":\"employee\",\"basis\":\"holiday\"}]", "/postings/0/basis", "unknown-word", 'e'},

	{"an unknown event", "events", "[{\"kind\":\"marriage\"}]", "/events/0/kind", "unknown-word", 'e'},
	{"a German refund by scheme", "events", "[{\"kind\":\"refund\",\"country\":\"DE\",\"scheme\":\"all\",\"filed\":\"2020-01-01\"}]", "/events/0/scheme", "scheme-not-in-country", 'e'},
	{"a refund in a month", "events", "[{\"kind\":\"refund\",\"country\":\"DE\",\"filed\":\"2020-01\"}]", "/events/0/filed", "bad-date", 'e'},
	{"a refund before birth", "events", "[{\"kind\":\"refund\",\"country\":\"JP\",\"filed\":\"1980-01-01\"}]", "/events/0", "before-birth", 'e'},
	{"a fourth grade", "events", "[{\"kind\":\"disability\",\"since\":\"2020-01\",\"capacity\":\"none\",\"grade\":4}]", "/events/0/grade", "out-of-range", 'e'},
	{"a grade that is a word", "events", "[{\"kind\":\"disability\",\"since\":\"2020-01\",\"capacity\":\"none\",\"grade\":\"allowance\"}]", "", "", 0},
	{"two deaths", "events", "[{\"kind\":\"death\",\"on\":\"2020-01-01\"},{\"kind\":\"death\",\"on\":\"2021-01-01\"}]", "/events/1", "second-death", 'e'},
	{"work after death", "events", "[{\"kind\":\"death\",\"on\":\"2009-12-31\"}]", P0, "after-death", 'w'},
	{"a benefit that is none", "events", "[{\"kind\":\"benefit\",\"country\":\"DE\",\"what\":\"sickness\",\"from\":\"2020-01\"}]", "/events/0/what", "unknown-word", 'e'},

	{"a claim in France", "plan", CLAIM("\"country\":\"FR\",\"when\":\"regular\""), "/plan/claims/0/country", "unknown-word", 'e'},
	{"a claim for another benefit", "plan", "{\"claims\":[{\"country\":\"DE\",\"benefit\":\"survivor\",\"when\":\"regular\"}]}", "/plan/claims/0/benefit", "unknown-word", 'e'},
	{"a claim without a time", "plan", CLAIM("\"country\":\"DE\""), "/plan/claims/0", "exactly-one", 'e'},
	{"a claim with two times", "plan", CLAIM("\"country\":\"DE\",\"age\":\"65\",\"when\":\"regular\""), "/plan/claims/0", "exactly-one", 'e'},
	{"an age as a number", "plan", CLAIM("\"country\":\"DE\",\"age\":65"), "/plan/claims/0/age", "wrong-type", 'e'},
	{"an age with 12 months", "plan", CLAIM("\"country\":\"DE\",\"age\":\"65y12m\""), "/plan/claims/0/age", "bad-age", 'e'},
	{"a start on a day", "plan", CLAIM("\"country\":\"DE\",\"start\":\"2049-07-01\""), "/plan/claims/0/start", "bad-date", 'e'},
	{"a German type in Japan", "plan", CLAIM("\"country\":\"JP\",\"age\":\"65\",\"type\":\"long_insured\""), "/plan/claims/0/type", "unknown-word", 'e'},
	{"no part of a pension at all", "plan", CLAIM("\"country\":\"DE\",\"age\":\"65\",\"share\":0"), "/plan/claims/0/share", "out-of-range", 'e'},
	{"a part of a Japanese pension", "plan", CLAIM("\"country\":\"JP\",\"age\":\"65\",\"share\":0.5"), "/plan/claims/0/share", "not-in-country", 'e'},
	{"a deemed claim in Germany", "plan", CLAIM("\"country\":\"DE\",\"age\":\"65\",\"deemed\":true"), "/plan/claims/0/deemed", "not-in-country", 'e'},
	{"a second claim in Germany", "plan", CLAIM("\"country\":\"DE\",\"age\":\"65\"},{\"benefit\":\"old_age\",\"country\":\"DE\",\"age\":\"66\""), "/plan/claims/1", "second-claim", 'w'},
	{"one claim a part in Japan", "plan", CLAIM("\"country\":\"JP\",\"age\":\"65\",\"type\":\"basic\"},{\"benefit\":\"old_age\",\"country\":\"JP\",\"age\":\"70\",\"type\":\"employees\""), "", "", 0},

	{"dollars compared", "compare", "{\"currency\":\"USD\"}", "/compare/currency", "unknown-word", 'e'},
	{"a rate and a curve", "compare", "{\"valuation\":{\"discount_rate\":0.01,\"curve\":[[1,0.01]]}}", "/compare/valuation/curve", "exactly-one", 'e'},
	{"a curve that goes back", "compare", "{\"valuation\":{\"curve\":[[2,0.01],[1,0.01]]}}", "/compare/valuation/curve/1", "curve-order", 'e'},
	{"a curve of single numbers", "compare", "{\"valuation\":{\"curve\":[0.01]}}", "/compare/valuation/curve/0", "wrong-type", 'e'},
	{"a rate in percent", "compare", "{\"valuation\":{\"discount_rate\":1.5}}", "/compare/valuation/discount_rate", "out-of-range", 'e'},
	{"no health", "compare", "{\"mortality\":{\"health_factor\":0}}", "/compare/mortality/health_factor", "out-of-range", 'e'},
	{"five decimals of an exchange rate", "compare", "{\"exchange\":{\"jpy_per_eur\":183.75611}}", "/compare/exchange/jpy_per_eur", "too-many-decimals", 'e'},
	{"another indexation", "compare", "{\"indexation\":{\"JP\":\"valuation-2024-past_30_years\"}}", "/compare/indexation/JP", "unknown-word", 'e'},
	{"a list of rates", "compare", "{\"indexation\":{\"DE\":[0.01,0.02,9]}}", "/compare/indexation/DE/2", "out-of-range", 'e'},
	{"a fee of half a yen", "compare", "{\"fees\":{\"fixed_jpy\":0.5}}", "/compare/fees/fixed_jpy", "too-many-decimals", 'e'},
	{"no draws", "compare", "{\"simulate\":{\"draws\":0}}", "/compare/simulate/draws", "out-of-range", 'e'},
	{"a strategy without a name", "compare", "{\"strategies\":[{}]}", "/compare/strategies/0", "missing-key", 'e'},
	{"two strategies of one name", "compare", "{\"strategies\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", "/compare/strategies/1", "doubled-id", 'e'},
	{"a faulty period of a strategy", "compare", "{\"strategies\":[{\"id\":\"a\",\"add_periods\":[{\"country\":\"DE\",\"kind\":\"resident\",\"from\":\"2027-01\"}]}]}", "/compare/strategies/0/add_periods/0/kind", "kind-not-in-country", 'e'},
	{"a refund of a strategy without a day", "compare", "{\"strategies\":[{\"id\":\"a\",\"refunds\":[{\"country\":\"JP\"}]}]}", "/compare/strategies/0/refunds/0", "missing-key", 'e'},

	{"an unknown choice", "choices", "{\"jp.lump_sum\":\"all\"}", "/choices/jp.lump_sum", "unknown-choice", 'e'},
	{"a word that a choice does not have", "choices", "{\"jp.lump_sum.erases\":\"none\"}", "/choices/jp.lump_sum.erases", "unknown-word", 'e'},
	{"a choice that is true", "choices", "{\"jp.lump_sum.erases\":true}", "/choices/jp.lump_sum.erases", "wrong-type", 'e'},
	{"a disputed question", "choices", "{\"jp.old_basic_10y.creditable_education\":\"accept\"}", "", "", 0},
	{"a disputed question about no kind", "choices", "{\"jp.old_basic_10y.education\":\"accept\"}", "/choices/jp.old_basic_10y.education", "unknown-choice", 'e'},
	{"a disputed question answered oddly", "choices", "{\"de.w5.exempt_full\":\"yes\"}", "/choices/de.w5.exempt_full", "unknown-word", 'e'},
};
/* clang-format on */

/* The base life with one member replaced or added. */
static char *life_text(const struct fault *fault)
{
	static const char *const keys[] = {"format", "as_of", "person", "periods"};
	static const char *const values[] = {"\"totalise-scenario/1\"", "\"2026-11-21\"", HOME,
					     PAY("DE", "\"monthly\":3900")};
	char *text = calloc(1, 4000);
	size_t used = 1;
	bool replaced = false;
	text[0] = '{';
	for (size_t i = 0; i < 4; i++) {
		const bool this_one = strcmp(keys[i], fault->key) == 0;
		replaced = replaced || this_one;
		used += (size_t)snprintf(text + used, 4000 - used, "%s\"%s\":%s", i ? "," : "",
					 keys[i], this_one ? fault->value : values[i]);
	}
	if (!replaced)
		used += (size_t)snprintf(text + used, 4000 - used, ",\"%s\":%s", fault->key,
					 fault->value);
	assert_true(used < 3990);
	text[used] = '}';
	return text;
}

static bool found(const struct tot_diag *diag, const char *pointer, const char *code, bool error)
{
	for (const struct tot_diag_item *item = diag->first; item; item = item->next) {
		if (strcmp(item->place, pointer) == 0 && strcmp(item->code, code) == 0 &&
		    (item->severity == TOT_ERROR) == error && item->text[0] != '\0')
			return true;
	}
	return false;
}

static void print(const struct tot_diag *diag)
{
	char line[2000];
	for (const struct tot_diag_item *item = diag->first; item; item = item->next) {
		tot_diag_print(line, sizeof(line), item);
		print_message("%s [%s]\n", line, item->code);
	}
}

static void one_fault(void **state)
{
	const struct fault *fault = *state;
	char *text = life_text(fault);
	struct tot_diag diag = {0};
	struct tot_scenario *life = NULL;
	const enum tot_status status =
		tot_scenario_read(&life, text, strlen(text), "life.json", &diag);
	const bool error = fault->severity == 'e', none = fault->severity == 0;
	const bool as_said = none ? !diag.first : found(&diag, fault->pointer, fault->code, error);
	if (!as_said)
		print(&diag);
	assert_true(as_said);
	assert_int_equal(status, error ? TOT_ERR_DATA : TOT_OK);
	assert_true(error ? !life : life != NULL);
	tot_scenario_free(life);
	tot_diag_free(&diag);
	free(text);
}

static char *file_bytes(const char *name, size_t *size)
{
	FILE *file = fopen(name, "rb");
	assert_non_null(file);
	char *text = calloc(1, 100000);
	*size = fread(text, 1, 100000, file);
	fclose(file);
	return text;
}

/* A row of faults.csv: the file, one fault of it. */
static void faulty_file(void **state)
{
	const struct table_row *row = *state;
	char name[300];
	size_t size;
	snprintf(name, sizeof(name), FOLDER "%s", row->cell[0]);
	char *text = file_bytes(name, &size);
	struct tot_diag diag = {0};
	struct tot_scenario *life = NULL;
	assert_int_equal(tot_scenario_read(&life, text, size, name, &diag), TOT_ERR_DATA);
	assert_null(life);
	assert_true(diag.errors > 0);
	if (row->cell[2][0] != '\0' && !found(&diag, row->cell[1], row->cell[2], true)) {
		print(&diag);
		fail();
	}
	tot_diag_free(&diag);
	free(text);
}

int main(void)
{
	const size_t count = sizeof(faults) / sizeof(faults[0]);
	struct CMUnitTest tests[sizeof(faults) / sizeof(faults[0])];
	for (size_t i = 0; i < count; i++) {
		struct fault copy = faults[i];
		struct fault *state = malloc(sizeof(copy));
		if (!state)
			return 1;
		*state = copy;
		tests[i] = (struct CMUnitTest){faults[i].name, one_fault, NULL, NULL, state};
	}
	int failed = _cmocka_run_group_tests("record faults", tests, count, NULL, NULL);
	for (size_t i = 0; i < count; i++)
		free(tests[i].initial_state);
	failed += table_run("faulty files", FOLDER "faults.csv", faulty_file);
	return failed;
}
