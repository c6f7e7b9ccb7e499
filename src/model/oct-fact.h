/* One fact about a school, as the public file states it: which field, the value in words, and
 * which file said so on which date. Immutable.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"
#include "oct-field.h"

G_BEGIN_DECLS

#define OCT_TYPE_FACT (oct_fact_get_type ())
G_DECLARE_FINAL_TYPE (OctFact, oct_fact, OCT, FACT, GObject)

OctFact *oct_fact_new (OctField field, const char *value, const char *source, OctDate date);
OctField oct_fact_get_field (OctFact *self);
const char *oct_fact_get_label (OctFact *self);
const char *oct_fact_get_value (OctFact *self);
const char *oct_fact_get_source (OctFact *self);
OctDate oct_fact_get_date (OctFact *self);

G_END_DECLS
