/* The edits of lenses; see the header. What a lens will be is worked out before the edit, so that a
 * rule it breaks is said without a trip to the worker.
 */
#include "oct-workbench-lens.h"

#include <glib/gi18n.h>

#include "oct-lens-file.h"
#include "oct-workbench-private.h"

static gboolean
is_strategy (OctLens *lens)
{
  return g_str_equal (oct_lens_get_key (lens), OCT_LENS_STRATEGY);
}

/* (transfer full) (nullable): where an item leads, for history: "Improvement; Resilience: Financial". */
static char *
describe_item (OctWorkbench *self, const OctLensItem *item)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  GString *text;

  if (item == NULL || assessment == NULL)
    return NULL;
  text = g_string_new (item->name);
  if (item->text[0] != '\0')
    g_string_append_printf (text, "; %s", item->text);
  for (guint i = 0; i < item->maps->len; i++)
    {
      const OctLensMap *map = g_ptr_array_index (item->maps, i);
      const OctElement *element = oct_framework_find_element (
        oct_assessment_get_framework (assessment), map->element);
      const OctAspect *aspect = element != NULL && map->aspect != NULL
                                  ? oct_element_find_aspect (element, map->aspect)
                                  : NULL;

      g_string_append_printf (text, "; %s", element != NULL ? element->short_name : map->element);
      if (map->aspect != NULL)
        g_string_append_printf (text, ": %s", aspect != NULL ? aspect->name : map->aspect);
    }

  return g_string_free (text, FALSE);
}

/* Lenses that are kept whole. */

typedef struct
{
  char *key;
  char *content;
  char *before;
  char *after;
} PutLens;

static void
put_lens_free (gpointer data)
{
  PutLens *put = data;

  g_free (put->key);
  g_free (put->content);
  g_free (put->before);
  g_free (put->after);
  g_free (put);
}

static gboolean
put_lens (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  const PutLens *put = data;
  const OctLensText text = {
    .key = put->key, .content = put->content, .before = put->before, .after = put->after
  };

  return oct_workspace_put_lens (workspace, info, &text, error);
}

static void
run_put (OctWorkbench *self, PutLens *put, const char *sentence, GAsyncReadyCallback callback,
         gpointer user_data)
{
  g_autofree char *location = g_strdup_printf ("lens/%s", put->key);
  const OctEditInfo info = { .sentence = sentence, .location = location };

  oct_workbench_edit_async (self, &info, put_lens, put, put_lens_free, callback, user_data);
}

static void
return_error (OctWorkbench *self, GError *error, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_return_error (task, error);
}

/* @before, @after: (transfer full) (nullable): what history shows */
static void
put_whole (OctWorkbench *self, OctLens *lens, const char *sentence, char *before, char *after,
           GAsyncReadyCallback callback, gpointer user_data)
{
  PutLens *put = g_new0 (PutLens, 1);

  put->key = g_strdup (oct_lens_get_key (lens));
  put->content = oct_lens_file_format (lens);
  put->before = before;
  put->after = after;
  run_put (self, put, sentence, callback, user_data);
}

/* Pillars. */

static gboolean
put_pillars (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_put_pillars (workspace, info, data, error);
}

static const OctPillar *
find_pillar (OctWorkbench *self, const char *id)
{
  GPtrArray *pillars = oct_assessment_get_pillars (oct_workbench_get_assessment (self));

  for (guint i = 0; i < pillars->len; i++)
    {
      const OctPillar *pillar = g_ptr_array_index (pillars, i);

      if (g_str_equal (pillar->id, id))
        return pillar;
    }

  return NULL;
}

/* (transfer full): the pillar that an item makes, new where none has its key. */
static OctPillar *
make_pillar (OctWorkbench *self, const OctLensItem *item)
{
  const OctPillar *known = find_pillar (self, item->key);
  const OctPillar wanted = { .id = known != NULL ? known->id : NULL,
                             .name = item->name,
                             .text = item->text,
                             .maps = item->maps };

  return oct_pillar_copy (&wanted);
}

static GPtrArray *
new_pillars (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) oct_pillar_free);
}

/* @pillars: (transfer full) */
static void
run_pillars (OctWorkbench *self, GPtrArray *pillars, const char *sentence,
             GAsyncReadyCallback callback, gpointer user_data)
{
  const OctEditInfo info = { .sentence = sentence, .location = "lens/" OCT_LENS_STRATEGY };

  oct_workbench_edit_async (self, &info, put_pillars, pillars, (GDestroyNotify) g_ptr_array_unref,
                            callback, user_data);
}

/* Items. */

static gboolean
is_only_mapping (const OctLensItem *known, const OctLensItem *item)
{
  return g_str_equal (known->name, item->name) && g_str_equal (known->text, item->text);
}

/* (transfer full): the sentence that history keeps. */
static char *
describe_put (OctLens *lens, const OctLensItem *known, const OctLensItem *item)
{
  if (known == NULL)
    /* Translators: an item, such as a pillar of the strategy, and the list that it is in. */
    return g_strdup_printf (_("Added “%s” to “%s”"), item->name, oct_lens_get_name (lens));
  if (is_only_mapping (known, item))
    /* Translators: an item, such as a pillar of the strategy, and the list that it is in. */
    return g_strdup_printf (_("Mapped “%s” of “%s”"), item->name, oct_lens_get_name (lens));

  /* Translators: an item, such as a pillar of the strategy, and the list that it is in. */
  return g_strdup_printf (_("Changed “%s” of “%s”"), item->name, oct_lens_get_name (lens));
}

/**
 * oct_workbench_put_lens_item_async:
 * @self: a workbench with an assessment
 * @lens: one of its lenses
 * @item: the item, with the key of the one it takes the place of, or "" for a new one; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Adds an item to a lens, rewords it, or maps it to other elements and aspects.
 */
void
oct_workbench_put_lens_item_async (OctWorkbench *self, OctLens *lens, const OctLensItem *item,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  const OctLensItem *known = oct_lens_find_item (lens, item->key);
  g_autofree char *sentence = describe_put (lens, known, item);
  g_autoptr (OctLensItem) wanted = oct_lens_item_copy (item);
  g_autoptr (OctLens) next = NULL;
  GError *error = NULL;

  if (wanted->key[0] == '\0')
    {
      g_free (wanted->key);
      wanted->key = oct_lens_make_item_key (lens, wanted->name);
    }
  next = oct_lens_new_with_item (lens, wanted, &error);
  if (next == NULL)
    {
      return_error (self, error, callback, user_data);
      return;
    }
  if (is_strategy (lens))
    {
      GPtrArray *pillars = new_pillars ();

      g_ptr_array_add (pillars, make_pillar (self, wanted));
      run_pillars (self, pillars, sentence, callback, user_data);
      return;
    }
  put_whole (self, next, sentence, describe_item (self, known), describe_item (self, wanted),
             callback, user_data);
}

/**
 * oct_workbench_remove_lens_item_async:
 * @self: a workbench with an assessment
 * @lens: one of its lenses
 * @key: the key of one of its items
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Takes an item away; a pillar is retired. What was judged stays.
 */
void
oct_workbench_remove_lens_item_async (OctWorkbench *self, OctLens *lens, const char *key,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  const OctLensItem *item = oct_lens_find_item (lens, key);
  g_autofree char *sentence = NULL;
  g_autoptr (OctLens) next = NULL;
  GError *error = NULL;

  g_return_if_fail (item != NULL);

  if (is_strategy (lens))
    {
      GPtrArray *pillars = new_pillars ();
      OctPillar *pillar = make_pillar (self, item);

      /* Translators: %s is a pillar of the trust's strategy. */
      sentence = g_strdup_printf (_("Retired the pillar “%s”"), item->name);
      pillar->retired = TRUE;
      g_ptr_array_add (pillars, pillar);
      run_pillars (self, pillars, sentence, callback, user_data);
      return;
    }
  /* Translators: an item, and the list that it was in. */
  sentence = g_strdup_printf (_("Took “%s” out of “%s”"), item->name, oct_lens_get_name (lens));
  next = oct_lens_new_without_item (lens, key, &error);
  if (next != NULL)
    put_whole (self, next, sentence, describe_item (self, item), NULL, callback, user_data);
  else
    return_error (self, error, callback, user_data);
}

static gboolean
order_pillars (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_order_pillars (workspace, info, data, error);
}

/* The pillars in the order of the items of @lens. */
static void
run_order (OctWorkbench *self, OctLens *lens, const char *sentence, GAsyncReadyCallback callback,
           gpointer user_data)
{
  const OctEditInfo info = { .sentence = sentence, .location = "lens/" OCT_LENS_STRATEGY };
  GPtrArray *items = oct_lens_get_items (lens);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (ids, g_strdup (((OctLensItem *) g_ptr_array_index (items, i))->key));
  oct_workbench_edit_async (self, &info, order_pillars, ids, (GDestroyNotify) g_ptr_array_unref,
                            callback, user_data);
}

/**
 * oct_workbench_move_lens_item_async:
 * @self: a workbench with an assessment
 * @lens: one of its lenses
 * @key: the key of one of its items
 * @place: where it is to stand, from 0
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Moves an item, or a pillar, to another place in its list.
 */
void
oct_workbench_move_lens_item_async (OctWorkbench *self, OctLens *lens, const char *key, guint place,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  const OctLensItem *item = oct_lens_find_item (lens, key);
  g_autofree char *sentence = NULL;
  g_autoptr (OctLens) next = NULL;
  GError *error = NULL;

  g_return_if_fail (item != NULL);

  /* Translators: an item, such as a pillar of the strategy, the list that it is in, and its place. */
  sentence = g_strdup_printf (_("Moved “%s” of “%s” to place %u"), item->name,
                              oct_lens_get_name (lens), place + 1);
  next = oct_lens_new_with_move (lens, key, place, &error);
  if (next == NULL)
    return_error (self, error, callback, user_data);
  else if (is_strategy (lens))
    run_order (self, next, sentence, callback, user_data);
  else
    put_whole (self, next, sentence, NULL, NULL, callback, user_data);
}

/* Whole lenses. */

/**
 * oct_workbench_put_lens_async:
 * @self: a workbench with an assessment
 * @lens: a lens
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Takes a lens over, in place of the one with its key. Of the lens of the strategy the pillars are
 * taken over: those that are known are reworded and mapped, the others are added, and none is
 * retired.
 */
void
oct_workbench_put_lens_async (OctWorkbench *self, OctLens *lens, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  /* Translators: %s is the name of a list, such as the domains of a framework. */
  g_autofree char *sentence = g_strdup_printf (_("Took over the lens “%s”"),
                                               oct_lens_get_name (lens));
  GPtrArray *items = oct_lens_get_items (lens);
  GPtrArray *pillars;

  if (!is_strategy (lens))
    {
      put_whole (self, lens, sentence, NULL, g_strdup (oct_lens_get_name (lens)), callback,
                 user_data);
      return;
    }
  pillars = new_pillars ();
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (pillars, make_pillar (self, g_ptr_array_index (items, i)));
  run_pillars (self, pillars, sentence, callback, user_data);
}

/**
 * oct_workbench_delete_lens_async:
 * @self: a workbench
 * @lens: a lens that the trust has filled or taken over
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Takes a lens away. One that comes with the program is again as it came.
 */
void
oct_workbench_delete_lens_async (OctWorkbench *self, OctLens *lens, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  PutLens *put = g_new0 (PutLens, 1);
  /* Translators: %s is the name of a list, such as the domains of a framework. */
  g_autofree char *sentence = g_strdup_printf (_("Took the lens “%s” away"),
                                               oct_lens_get_name (lens));

  put->key = g_strdup (oct_lens_get_key (lens));
  put->before = g_strdup (oct_lens_get_name (lens));
  run_put (self, put, sentence, callback, user_data);
}

/**
 * oct_lens_is_built_in:
 * @lens: a lens
 *
 * Returns: whether a lens of this key comes with the program
 */
gboolean
oct_lens_is_built_in (OctLens *lens)
{
  g_autoptr (GPtrArray) built_in = oct_lens_file_load_built_in (NULL);

  for (guint i = 0; built_in != NULL && i < built_in->len; i++)
    if (g_str_equal (oct_lens_get_key (g_ptr_array_index (built_in, i)), oct_lens_get_key (lens)))
      return TRUE;

  return FALSE;
}
