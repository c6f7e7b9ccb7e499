/* The builder's stages: added, reworded, moved, retired, and removed where nobody can have judged by
 * them.
 *
 * Each element describes each stage, so whatever happens to a stage happens to its descriptors in all
 * elements as well.
 */
#include "oct-framework-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"

void
oct_framework_builder_insert_text (char ***texts, guint position)
{
  guint n = g_strv_length (*texts);

  *texts = g_renew (char *, *texts, n + 2);
  memmove (*texts + position + 1, *texts + position, (n + 1 - position) * sizeof (char *));
  (*texts)[position] = g_strdup ("");
}

static void
remove_text (char **texts, guint position)
{
  guint n = g_strv_length (texts);

  g_free (texts[position]);
  memmove (texts + position, texts + position + 1, (n - position) * sizeof (char *));
}

/**
 * oct_framework_builder_add_stage:
 * @stage: (transfer none): what to copy
 * @position: which step it becomes, from 0 among all stages; -1 for the last
 * @error: return location for an error
 *
 * Each element gets a blank descriptor for it; see oct_framework_builder_set_descriptor().
 *
 * Returns: whether it was added; %OCT_ERROR_RULE where its key is taken
 */
gboolean
oct_framework_builder_add_stage (OctFrameworkBuilder *self, const OctStage *stage, int position,
                                 GError **error)
{
  GPtrArray *stages;

  g_return_val_if_fail (self != NULL && stage != NULL && stage->key != NULL, FALSE);

  stages = self->draft->stages;
  if (oct_framework_find_stage (self->draft, stage->key) >= 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("There is a stage with the key “%s” already. Give the new one another key."),
                   stage->key);
      return FALSE;
    }

  if (position < 0 || (guint) position > stages->len)
    position = (int) stages->len;
  g_ptr_array_insert (stages, position, oct_stage_copy (stage));
  for (guint i = 0; i < self->draft->elements->len; i++)
    {
      OctElement *element = self->draft->elements->pdata[i];

      oct_framework_builder_insert_text (&element->descriptors, (guint) position);
      oct_framework_builder_insert_text (&element->school_descriptors, (guint) position);
    }
  return TRUE;
}

/**
 * oct_framework_builder_set_stage_text:
 * @stage: its key
 * @which: which of its texts
 * @text: the new one
 * @error: return location for an error
 *
 * Returns: whether there is such a stage; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_stage_text (OctFrameworkBuilder *self, const char *stage,
                                      OctStageText which, const char *text, GError **error)
{
  OctStage *found;

  g_return_val_if_fail (self != NULL && stage != NULL, FALSE);

  found = oct_framework_builder_find_stage (self, stage, error);
  if (found == NULL)
    return FALSE;
  oct_framework_builder_replace (which == OCT_STAGE_NAME ? &found->name : &found->meaning, text);
  return TRUE;
}

static void
move_text (char **texts, guint from, guint to)
{
  char *text = texts[from];

  if (from < to)
    memmove (texts + from, texts + from + 1, (to - from) * sizeof (char *));
  else
    memmove (texts + to + 1, texts + to, (from - to) * sizeof (char *));
  texts[to] = text;
}

/**
 * oct_framework_builder_move_stage:
 * @stage: its key
 * @position: which step it becomes, from 0 among all stages; -1 for the last
 * @error: return location for an error
 *
 * Its descriptors go with it.
 *
 * Returns: whether there is such a stage; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_move_stage (OctFrameworkBuilder *self, const char *stage, int position,
                                  GError **error)
{
  GPtrArray *stages;
  guint from;

  g_return_val_if_fail (self != NULL && stage != NULL, FALSE);

  if (oct_framework_builder_find_stage (self, stage, error) == NULL)
    return FALSE;
  stages = self->draft->stages;
  from = (guint) oct_framework_find_stage (self->draft, stage);
  if (position < 0 || (guint) position >= stages->len)
    position = (int) stages->len - 1;
  oct_framework_builder_move (stages, from, position);
  for (guint i = 0; i < self->draft->elements->len; i++)
    {
      OctElement *element = self->draft->elements->pdata[i];

      move_text (element->descriptors, from, (guint) position);
      move_text (element->school_descriptors, from, (guint) position);
    }
  return TRUE;
}

/**
 * oct_framework_builder_retire_stage:
 * @stage: its key
 * @retired: %TRUE to retire it, %FALSE to bring it back
 * @error: return location for an error
 *
 * Returns: whether there is such a stage; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_retire_stage (OctFrameworkBuilder *self, const char *stage, gboolean retired,
                                    GError **error)
{
  OctStage *found;

  g_return_val_if_fail (self != NULL && stage != NULL, FALSE);

  found = oct_framework_builder_find_stage (self, stage, error);
  if (found != NULL)
    found->retired = retired;
  return found != NULL;
}

/**
 * oct_framework_builder_remove_stage:
 * @stage: its key
 * @error: return location for an error
 *
 * Removes a stage that nobody can have judged by, and its descriptors.
 *
 * Returns: whether it was removed; else %OCT_ERROR_NOT_FOUND, or %OCT_ERROR_RULE where the used
 *   version has it
 */
gboolean
oct_framework_builder_remove_stage (OctFrameworkBuilder *self, const char *stage, GError **error)
{
  OctStage *found;
  int index;

  g_return_val_if_fail (self != NULL && stage != NULL, FALSE);

  found = oct_framework_builder_find_stage (self, stage, error);
  if (found == NULL)
    return FALSE;
  if (self->used != NULL && oct_framework_find_stage (self->used, stage) >= 0)
    return oct_framework_builder_refuse_removal (found->name, error);

  index = oct_framework_find_stage (self->draft, stage);
  for (guint i = 0; i < self->draft->elements->len; i++)
    {
      OctElement *element = self->draft->elements->pdata[i];

      remove_text (element->descriptors, (guint) index);
      remove_text (element->school_descriptors, (guint) index);
    }
  g_ptr_array_remove_index (self->draft->stages, (guint) index);
  return TRUE;
}
