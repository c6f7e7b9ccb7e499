/* What the files of the demonstration's workspace share: the table it is written from. */
#pragma once

#include <json-glib/json-glib.h>

#include "oct-record-change.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctDemo:
 * @data: the table, data/demo/workspace.json
 * @plans: the table of plans, data/demo/plans.json
 * @record_ids: of names of records in that table to their ids
 * @n_rounds: how many rounds of reviews are recorded
 * @people: of key to id
 * @school_ids: of URN to id
 * @carried: of place to the judgement of the cycle before
 * @day: of the last edit
 * @at: when the last edit was made, in seconds since 1970
 *
 * The workspace on its way.
 */
typedef struct
{
  OctWorkspace *workspace;
  JsonObject *data;
  JsonObject *plans;
  GHashTable *record_ids;
  guint n_rounds;
  const OctOwnTrust *trust;
  GPtrArray *schools;
  GHashTable *people;
  GHashTable *school_ids;
  GHashTable *carried;
  char *framework_id;
  OctDate day;
  gint64 at;
} OctDemo;

/**
 * OctDemoPlace:
 * @subject: the row of the trust or of a school
 * @urn: 0 for the trust
 * @view: whose
 *
 * Whose judgements of which cycle.
 */
typedef struct
{
  JsonObject *cycle;
  const char *cycle_id;
  JsonObject *subject;
  guint32 urn;
  OctJudgementView view;
} OctDemoPlace;

/* Members of the table; %NULL, 0 or unknown where they are missing. */
const char *oct_demo_get_text (JsonObject *object, const char *member);
guint32 oct_demo_get_urn (JsonObject *object);
OctDate oct_demo_get_date (JsonObject *object, const char *member);
JsonArray *oct_demo_get_list (JsonObject *object, const char *member);
guint oct_demo_count (JsonArray *list);
const char *oct_demo_get_entry (JsonArray *list, guint position);
void oct_demo_set (char **place, const char *text);

const char *oct_demo_get_person (OctDemo *demo, const char *key);
const char *oct_demo_get_school_id (OctDemo *demo, guint32 urn);
gint64 oct_demo_next_time (OctDemo *demo, OctDate day);

gboolean oct_demo_judge (OctDemo *demo, const OctDemoPlace *place, GError **error);
gboolean oct_demo_moderate (OctDemo *demo, OctDemoPlace place, gboolean of_schools, GError **error);

gboolean oct_demo_take_over_plans (OctDemo *demo, OctDate day, GError **error);
gboolean oct_demo_lock_reviews (OctDemo *demo, guint first, OctDate day, GError **error);
gboolean oct_demo_review_plans (OctDemo *demo, OctDate until, gboolean lock, GError **error);
gboolean oct_demo_put_knowledge (OctDemo *demo, GError **error);
gpointer oct_demo_add (OctDemo *demo, OctRecordChange *change, const OctRecordKind *kind,
                       JsonObject *object);

G_END_DECLS
