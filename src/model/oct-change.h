/* A change between two releases of the register: what it was, what it became, and between which
 * two dates. Immutable.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"
#include "oct-vocabulary.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHANGE (oct_change_get_type ())
G_DECLARE_FINAL_TYPE (OctChange, oct_change, OCT, CHANGE, GObject)

OctChange *oct_change_new (guint32 urn, const char *school, OctChangeKind kind, const char *before,
                           const char *after, guint32 uid_before, guint32 uid_after,
                           OctDate date_before, OctDate date_after);
guint32 oct_change_get_urn (OctChange *self);
const char *oct_change_get_school (OctChange *self);
OctChangeKind oct_change_get_kind (OctChange *self);
const char *oct_change_get_before (OctChange *self);
const char *oct_change_get_after (OctChange *self);
guint32 oct_change_get_uid_before (OctChange *self);
guint32 oct_change_get_uid_after (OctChange *self);
OctDate oct_change_get_date_before (OctChange *self);
OctDate oct_change_get_date_after (OctChange *self);
char *oct_change_describe (OctChange *self);

G_END_DECLS
