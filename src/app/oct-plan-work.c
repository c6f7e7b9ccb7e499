/* One plan while somebody works on it; see the header.
 *
 * What is shown is a book of this plan alone, a few hundred records at most, so that putting a change
 * into it costs nothing one would notice, however many plans there are.
 */

#include "oct-plan-work.h"

#include "oct-plan-work-private.h"

struct _OctPlanWork
{
  GObject parent_instance;

  /* owned */
  OctWorkbench *workbench;
  char *plan_id;
  OctPlanBook *book;
  GPtrArray *on_the_way; /* OctRecordChange: changes that aren't kept yet, the oldest first */
  GHashTable *unkept;    /* "field/id" to a text that could not be kept */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctPlanWork, oct_plan_work, G_TYPE_OBJECT)

/* --- the book of this plan --- */

static GPtrArray *
find_list (GPtrArray *all, const OctRecordKind *kind)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    if (oct_record_kinds[i] == kind)
      return g_ptr_array_index (all, i);

  g_return_val_if_reached (NULL);
}

/* Adds the records of @kind whose field @name is one of @owners. */
static void
take (GPtrArray *all, OctPlanBook *whole, const OctRecordKind *kind, const char *name,
      const OctRecordKind *owner_kind)
{
  GPtrArray *owners = find_list (all, owner_kind);
  GPtrArray *list = find_list (all, kind);

  for (guint i = 0; i < owners->len; i++)
    {
      const OctRecord *owner = g_ptr_array_index (owners, i);
      GPtrArray *mine = oct_plan_book_get_by (whole, kind, name, owner->id);

      for (guint j = 0; j < mine->len; j++)
        g_ptr_array_add (list, oct_record_ref (g_ptr_array_index (mine, j)));
    }
}

static OctPlanBook *
make_book (OctPlanBook *whole, const char *plan_id)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gpointer plan = whole != NULL ? oct_plan_book_find (whole, &oct_plan_kind, plan_id) : NULL;

  if (plan == NULL)
    return oct_plan_book_new_empty ();
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    g_ptr_array_add (all, g_ptr_array_new_with_free_func (oct_record_unref));
  g_ptr_array_add (find_list (all, &oct_plan_kind), oct_record_ref (plan));
  take (all, whole, &oct_plan_step_kind, "plan_id", &oct_plan_kind);
  take (all, whole, &oct_objective_kind, "plan_id", &oct_plan_kind);
  take (all, whole, &oct_review_kind, "plan_id", &oct_plan_kind);
  take (all, whole, &oct_plan_evidence_kind, "plan_id", &oct_plan_kind);
  take (all, whole, &oct_criterion_kind, "objective_id", &oct_objective_kind);
  take (all, whole, &oct_action_kind, "objective_id", &oct_objective_kind);
  take (all, whole, &oct_milestone_kind, "objective_id", &oct_objective_kind);
  take (all, whole, &oct_support_kind, "objective_id", &oct_objective_kind);
  take (all, whole, &oct_actual_kind, "criterion_id", &oct_criterion_kind);
  take (all, whole, &oct_dependency_kind, "action_id", &oct_action_kind);
  take (all, whole, &oct_progress_kind, "review_id", &oct_review_kind);

  return oct_plan_book_new (all);
}

static OctPlanBook *
apply_all (OctPlanWork *self, OctPlanBook *book)
{
  for (guint i = 0; i < self->on_the_way->len; i++)
    {
      OctPlanBook *next = oct_plan_book_apply (book, g_ptr_array_index (self->on_the_way, i));

      g_object_unref (book);
      book = next;
    }

  return book;
}

static void
load (OctPlanWork *self)
{
  OctPlanBook *book = make_book (oct_workbench_get_plans (self->workbench), self->plan_id);

  g_clear_object (&self->book);
  self->book = apply_all (self, book);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- changes --- */

typedef struct
{
  OctPlanWork *work;
  OctRecordChange *change; /* borrowed from the list of those on the way */
} Keeping;

static OctRecordChange *
share_change (const OctRecordChange *change)
{
  OctRecordChange *shared = oct_record_change_new ();

  for (guint i = 0; i < change->puts->len; i++)
    g_ptr_array_add (shared->puts, oct_record_ref (g_ptr_array_index (change->puts, i)));
  for (guint i = 0; i < change->deletes->len; i++)
    g_ptr_array_add (shared->deletes, oct_record_ref (g_ptr_array_index (change->deletes, i)));

  return shared;
}

/* Texts that could not be kept stay; one that is kept after all is no longer among them. */
static void
note_texts (OctPlanWork *self, const OctRecord *record, gboolean kept)
{
  OctPlanBook *whole = oct_workbench_get_plans (self->workbench);
  gpointer now = whole != NULL ? oct_plan_book_find (whole, record->kind, record->id) : NULL;

  for (const OctRecordField *field = record->kind->fields; now != NULL && field->name != NULL;
       field++)
    {
      const char *text;
      g_autofree char *key = NULL;

      if (field->type != OCT_RECORD_TEXT)
        continue;
      text = oct_record_get_text (record, field);
      key = g_strdup_printf ("%s/%s", field->name, record->id);
      if (kept && g_strcmp0 (g_hash_table_lookup (self->unkept, key), text) == 0)
        g_hash_table_remove (self->unkept, key);
      else if (!kept && g_strcmp0 (oct_record_get_text (now, field), text) != 0)
        g_hash_table_insert (self->unkept, g_steal_pointer (&key), g_strdup (text));
    }
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Keeping *keeping = user_data;
  g_autoptr (OctPlanWork) self = keeping->work;
  g_autoptr (GError) error = NULL;
  gboolean kept = oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error);

  for (guint i = 0; i < keeping->change->puts->len; i++)
    note_texts (self, g_ptr_array_index (keeping->change->puts, i), kept);
  g_ptr_array_remove (self->on_the_way, keeping->change);
  if (!kept)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  load (self);
}

/**
 * oct_plan_work_change:
 * @self: work
 * @change: (transfer full): what is to be changed
 * @sentence: what history says
 * @merge: (nullable): edits in a row with the same text are one
 * @objective_id: (nullable): the objective that history leads to
 *
 * Shows a change and sends it on its way.
 */
void
oct_plan_work_change (OctPlanWork *self, OctRecordChange *change, const char *sentence,
                      const char *merge, const char *objective_id)
{
  const OctPlan *plan = oct_plan_work_get_plan (self);
  g_autofree char *location = NULL;
  Keeping *keeping;
  OctPlanBook *next;

  g_return_if_fail (OCT_IS_PLAN_WORK (self));
  g_return_if_fail (change != NULL && sentence != NULL);

  if (objective_id != NULL)
    location = g_strdup_printf ("plan/%s?objective=%s", self->plan_id, objective_id);
  else
    location = g_strdup_printf ("plan/%s", self->plan_id);
  keeping = g_new0 (Keeping, 1);
  keeping->work = g_object_ref (self);
  keeping->change = share_change (change);
  g_ptr_array_add (self->on_the_way, keeping->change);
  next = oct_plan_book_apply (self->book, change);
  oct_workbench_change_records_async (self->workbench,
                                      &(OctEditInfo) { .sentence = sentence,
                                                       .location = location,
                                                       .subject = plan != NULL ? plan->school_id
                                                                               : NULL,
                                                       .merge = merge },
                                      change, kept_cb, keeping);
  g_object_unref (self->book);
  self->book = next;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * oct_plan_work_put:
 * @self: work
 * @record: (transfer full): a changed copy of a record
 * @field: the field that was changed
 *
 * Keeps a changed record, where it differs from the one that is there.
 */
void
oct_plan_work_put (OctPlanWork *self, gpointer record, const char *field)
{
  const OctRecord *changed = record;
  gpointer before = oct_plan_work_find (self, changed->kind, changed->id);
  const OctObjective *objective = oct_plan_work_find_objective (self, record);
  g_autofree char *merge = NULL;
  g_autofree char *sentence = NULL;
  OctRecordChange *change;

  if (before == NULL || oct_record_equal (before, record))
    {
      oct_record_unref (record);
      return;
    }
  merge = g_strdup_printf ("%s-%s/%s", changed->kind->table, field, changed->id);
  sentence = oct_plan_work_say (self, OCT_PLAN_VERB_CHANGE, record);
  change = oct_record_change_new ();
  oct_record_change_put (change, record);
  oct_plan_work_change (self, change, sentence, merge,
                        objective != NULL ? objective->record.id : NULL);
}

/**
 * oct_plan_work_get_text:
 * @self: work
 * @record: a record of the plan
 * @field: a text of it
 *
 * Returns: (transfer none): what is shown of it
 */
const char *
oct_plan_work_get_text (OctPlanWork *self, gconstpointer record, const char *field)
{
  const OctRecord *of = record;
  g_autofree char *key = g_strdup_printf ("%s/%s", field, of->id);
  const char *unkept = g_hash_table_lookup (self->unkept, key);

  return unkept != NULL
           ? unkept
           : oct_record_get_text (record, oct_record_kind_find_field (of->kind, field));
}

/**
 * oct_plan_work_set_text:
 * @self: work
 * @record: a record of the plan
 * @field: a text of it
 * @text: what was typed
 *
 * Keeps a text. One that a rule needs, and that is blank, is left as it was.
 */
void
oct_plan_work_set_text (OctPlanWork *self, gconstpointer record, const char *field,
                        const char *text)
{
  const OctRecord *of = record;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gpointer copy;

  if (*trimmed == '\0' && g_strcmp0 (field, oct_plan_work_text_field (of->kind)) == 0)
    return;
  copy = oct_record_copy (record);
  oct_record_set_text (copy, oct_record_kind_find_field (of->kind, field), trimmed);
  oct_plan_work_put (self, copy, field);
}

/* --- looking at it --- */

/**
 * oct_plan_work_get_workbench:
 * @self: work
 *
 * Returns: (transfer none): where it is kept
 */
OctWorkbench *
oct_plan_work_get_workbench (OctPlanWork *self)
{
  return self->workbench;
}

/**
 * oct_plan_work_get_plan_id:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the plan that it is of
 */
const char *
oct_plan_work_get_plan_id (OctPlanWork *self)
{
  return self->plan_id;
}

/**
 * oct_plan_work_get_plan:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the plan as it is shown
 */
const OctPlan *
oct_plan_work_get_plan (OctPlanWork *self)
{
  return oct_plan_book_find (self->book, &oct_plan_kind, self->plan_id);
}

/**
 * oct_plan_work_get_book:
 * @self: work
 *
 * Returns: (transfer none): the records of the plan as they are shown
 */
OctPlanBook *
oct_plan_work_get_book (OctPlanWork *self)
{
  return self->book;
}

/**
 * oct_plan_work_dup_whole_book:
 * @self: work
 *
 * Returns: (transfer full): all plans, with the changes of this one that are on their way
 */
OctPlanBook *
oct_plan_work_dup_whole_book (OctPlanWork *self)
{
  OctPlanBook *whole = oct_workbench_get_plans (self->workbench);

  return apply_all (self, whole != NULL ? g_object_ref (whole) : oct_plan_book_new_empty ());
}

/**
 * oct_plan_work_is_open:
 * @self: work
 *
 * Returns: whether there is a plan and it is neither paused nor stopped
 */
gboolean
oct_plan_work_is_open (OctPlanWork *self)
{
  const OctPlan *plan = oct_plan_work_get_plan (self);

  return plan != NULL && !oct_plan_status_is_still (plan->status);
}

/**
 * oct_plan_work_find:
 * @self: work
 * @kind: a kind of record
 * @id: (nullable): its id
 *
 * Returns: (transfer none) (nullable): the record as it is shown
 */
gpointer
oct_plan_work_find (OctPlanWork *self, const OctRecordKind *kind, const char *id)
{
  return oct_plan_book_find (self->book, kind, id);
}

/* --- class --- */

static void
oct_plan_work_finalize (GObject *object)
{
  OctPlanWork *self = OCT_PLAN_WORK (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->book);
  g_free (self->plan_id);
  g_ptr_array_unref (self->on_the_way);
  g_hash_table_unref (self->unkept);
  G_OBJECT_CLASS (oct_plan_work_parent_class)->finalize (object);
}

static void
oct_plan_work_class_init (OctPlanWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_plan_work_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_plan_work_init (OctPlanWork *self)
{
  self->on_the_way = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_record_change_free);
  self->unkept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->book = oct_plan_book_new_empty ();
}

/**
 * oct_plan_work_new:
 * @workbench: where plans are kept
 *
 * Returns: (transfer full): work at no plan yet
 */
OctPlanWork *
oct_plan_work_new (OctWorkbench *workbench)
{
  OctPlanWork *self = g_object_new (OCT_TYPE_PLAN_WORK, NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * oct_plan_work_set_plan:
 * @self: work
 * @plan_id: (nullable): a plan
 *
 * Goes on to another plan. What is on its way is still kept.
 */
void
oct_plan_work_set_plan (OctPlanWork *self, const char *plan_id)
{
  g_return_if_fail (OCT_IS_PLAN_WORK (self));

  if (g_strcmp0 (self->plan_id, plan_id) != 0)
    {
      g_free (self->plan_id);
      self->plan_id = g_strdup (plan_id);
      g_hash_table_remove_all (self->unkept);
    }
  load (self);
}
