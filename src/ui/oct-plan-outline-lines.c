/* Which lines the outline of a plan has, and in which order. */

#include "oct-plan-outline-private.h"

/* Plans with more lines than that begin folded. */
#define MANY_LINES 120

static const OctRecordKind *const child_kinds[] = { &oct_criterion_kind, &oct_action_kind,
                                                    &oct_milestone_kind };

static void
add_line (GArray *lines, const OctRecordKind *kind, const char *id)
{
  g_array_append_val (lines, ((OctOutlineLine) { kind, id }));
}

static gboolean
is_pending_after (OctPlanOutline *self, const OctRecordKind *kind, const char *id)
{
  return self->pending != NULL && oct_plan_line_get_kind (self->pending) == kind
         && g_strcmp0 (self->pending_after, id) == 0;
}

static void
add_children (OctPlanOutline *self, const OctRecord *objective, GArray *lines)
{
  OctPlanBook *book = oct_plan_work_get_book (self->work);

  for (guint i = 0; i < G_N_ELEMENTS (child_kinds); i++)
    {
      GPtrArray *children = oct_plan_book_get_children (book, child_kinds[i], objective->id);

      for (guint j = 0; j < children->len; j++)
        {
          const OctRecord *child = g_ptr_array_index (children, j);

          add_line (lines, child->kind, child->id);
          if (is_pending_after (self, child->kind, child->id))
            add_line (lines, child->kind, NULL);
        }
      if (is_pending_after (self, child_kinds[i], objective->id))
        add_line (lines, child_kinds[i], NULL);
    }
}

static GArray *
list_lines (OctPlanOutline *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (OctOutlineLine));
  GPtrArray *objectives = oct_plan_book_get_children (oct_plan_work_get_book (self->work),
                                                      &oct_objective_kind,
                                                      oct_plan_work_get_plan_id (self->work));

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctRecord *objective = g_ptr_array_index (objectives, i);

      add_line (lines, objective->kind, objective->id);
      if (!g_hash_table_contains (self->folded, objective->id))
        add_children (self, objective, lines);
      if (is_pending_after (self, &oct_objective_kind, objective->id))
        add_line (lines, &oct_objective_kind, NULL);
    }
  if (is_pending_after (self, &oct_objective_kind, NULL))
    add_line (lines, &oct_objective_kind, NULL);

  return lines;
}

/* A long plan begins with its objectives alone. */
GArray *
oct_plan_outline_list_lines (OctPlanOutline *self)
{
  const char *plan_id = oct_plan_work_get_plan_id (self->work);
  GArray *lines = list_lines (self);

  if (lines->len == 0 || g_strcmp0 (plan_id, self->plan_id) == 0)
    return lines;
  g_free (self->plan_id);
  self->plan_id = g_strdup (plan_id);
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; lines->len > MANY_LINES && i < lines->len; i++)
    if (g_array_index (lines, OctOutlineLine, i).kind == &oct_objective_kind)
      g_hash_table_add (self->folded, g_strdup (g_array_index (lines, OctOutlineLine, i).id));
  g_array_unref (lines);

  return list_lines (self);
}

/* The objective that a line of that id is, or belongs to. */
const OctObjective *
oct_plan_outline_find_objective (OctPlanOutline *self, const char *id)
{
  gpointer record = oct_plan_work_find (self->work, &oct_objective_kind, id);

  for (guint i = 0; record == NULL && i < G_N_ELEMENTS (child_kinds); i++)
    record = oct_plan_work_find (self->work, child_kinds[i], id);

  return record != NULL ? oct_plan_work_find_objective (self->work, record) : NULL;
}
