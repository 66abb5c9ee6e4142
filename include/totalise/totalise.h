/* Everything that the library offers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_TOTALISE_H
#define TOTALISE_TOTALISE_H

#include "totalise/agreement.h"
#include "totalise/arena.h"
#include "totalise/batch.h"
#include "totalise/claim.h"
#include "totalise/date.h"
#include "totalise/de.h"
#include "totalise/deadline.h"
#include "totalise/decimal.h"
#include "totalise/diag.h"
#include "totalise/jp.h"
#include "totalise/kind.h"
#include "totalise/law.h"
#include "totalise/months.h"
#include "totalise/posting.h"
#include "totalise/report.h"
#include "totalise/scenario.h"
#include "totalise/scheme.h"
#include "totalise/status.h"
#include "totalise/text.h"
#include "totalise/timeline.h"
#include "totalise/trace.h"
#include "totalise/value.h"

#endif
