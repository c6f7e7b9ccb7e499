/* The lenses of a workspace, on the worker's thread: those that come with the program, with what the
 * trust has made of them, then those it has taken over.
 */
#include "oct-workbench-private.h"

#include "oct-lens-edit.h"
#include "oct-lens-file.h"

static void
replace_or_add (GPtrArray *lenses, OctLens *lens)
{
  for (guint i = 0; i < lenses->len; i++)
    if (g_str_equal (oct_lens_get_key (g_ptr_array_index (lenses, i)), oct_lens_get_key (lens)))
      {
        g_object_unref (g_ptr_array_index (lenses, i));
        g_ptr_array_index (lenses, i) = lens;
        return;
      }
  g_ptr_array_add (lenses, lens);
}

/* A text that can't be read was written by a newer program: the lens is as it came, and the text is
 * left alone. */
static gboolean
add_kept (OctWorkspace *workspace, GPtrArray *lenses, GError **error)
{
  g_autoptr (GPtrArray) texts = oct_workspace_read_lenses (workspace, error);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      OctLens *lens = oct_lens_file_parse_text (g_ptr_array_index (texts, i), NULL);

      if (lens != NULL)
        replace_or_add (lenses, lens);
    }

  return texts != NULL;
}

/* More pillars than a lens holds are shown on their own page only. */
static void
fill_strategy (GPtrArray *lenses, const GPtrArray *pillars)
{
  for (guint i = 0; i < lenses->len; i++)
    {
      OctLens *lens = g_ptr_array_index (lenses, i);
      OctLens *filled;

      if (!g_str_equal (oct_lens_get_key (lens), OCT_LENS_STRATEGY))
        continue;
      filled = oct_lens_new_with_pillars (lens, pillars, NULL);
      if (filled != NULL)
        replace_or_add (lenses, filled);
      return;
    }
}

/*
 * oct_workbench_load_lenses:
 * @workspace: a workspace
 * @pillars: (element-type OctPillar): the pillars of its trust
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctLens): its lenses, the strategy first
 */
GPtrArray *
oct_workbench_load_lenses (OctWorkspace *workspace, const GPtrArray *pillars, GError **error)
{
  g_autoptr (GPtrArray) lenses = oct_lens_file_load_built_in (error);

  if (lenses == NULL || !add_kept (workspace, lenses, error))
    return NULL;
  fill_strategy (lenses, pillars);

  return g_steal_pointer (&lenses);
}
