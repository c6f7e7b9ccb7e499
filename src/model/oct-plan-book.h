/* The book of plans: all records of plans, support, practices, risks and visits, as one value.
 *
 * It is read whole and never changes; after an edit there is another one, which shares with the one
 * before whatever the edit left alone. Records are found by their id and by every id they refer to.
 */
#pragma once

#include "oct-plan.h"
#include "oct-practice.h"
#include "oct-record-change.h"
#include "oct-risk.h"
#include "oct-support.h"
#include "oct-visit.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_BOOK (oct_plan_book_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanBook, oct_plan_book, OCT, PLAN_BOOK, GObject)

/* @all: (element-type GPtrArray): the records of each kind, in the order of oct_record_kinds. */
OctPlanBook *oct_plan_book_new (GPtrArray *all);
OctPlanBook *oct_plan_book_new_empty (void);
/* (transfer full): the book after a change that was kept. */
OctPlanBook *oct_plan_book_apply (OctPlanBook *self, const OctRecordChange *change);

/* (transfer none) (element-type OctRecord): all of a kind, in its order. */
GPtrArray *oct_plan_book_get_all (OctPlanBook *self, const OctRecordKind *kind);
/* (transfer none) (nullable): the record of that id; %NULL also for no id. */
gpointer oct_plan_book_find (OctPlanBook *self, const OctRecordKind *kind, const char *id);
/* (transfer none) (element-type OctRecord): those whose field @name is @id, in the order of the
 * kind; empty where there are none. */
GPtrArray *oct_plan_book_get_by (OctPlanBook *self, const OctRecordKind *kind, const char *name,
                                 const char *id);
/* The same by the kind's parent. */
GPtrArray *oct_plan_book_get_children (OctPlanBook *self, const OctRecordKind *kind,
                                       const char *parent_id);

G_END_DECLS
