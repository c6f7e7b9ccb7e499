/* Lenses in a workspace: the pillars of the trust's strategy with the elements and aspects that carry
 * them, and the texts of other lenses that the trust has filled or taken over.
 *
 * A lens is kept as the text that its file would have, by its key, and read elsewhere.
 */
#include "oct-workspace-private.h"

/* Pillars. */

static OctPillar *
find_pillar (GPtrArray *pillars, const char *id)
{
  for (guint i = 0; i < pillars->len; i++)
    {
      OctPillar *pillar = g_ptr_array_index (pillars, i);

      if (g_str_equal (pillar->id, id))
        return pillar;
    }

  return NULL;
}

/*
 * oct_workspace_read_pillar_maps:
 * @self: a workspace
 * @pillars: (element-type OctPillar): pillars
 * @error: return location for an error
 *
 * Fills in where the pillars are mapped to, in the order in which they were.
 *
 * Returns: whether it was read
 */
gboolean
oct_workspace_read_pillar_maps (OctWorkspace *self, GPtrArray *pillars, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT pillar_id, element, aspect FROM pillar_map ORDER BY rowid", error);

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < pillars->len; i++)
    ((OctPillar *) g_ptr_array_index (pillars, i))->maps = oct_lens_maps_new ();
  while (oct_sql_next (self->db, row, &local_error))
    {
      OctPillar *pillar = find_pillar (pillars, oct_sql_text (row, 0));

      if (pillar != NULL)
        oct_lens_maps_add (pillar->maps, oct_sql_text (row, 1),
                           (const char *) sqlite3_column_text (row, 2));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
is_wanted (const GPtrArray *maps, const char *element, const char *aspect, gboolean *kept)
{
  for (guint i = 0; i < maps->len; i++)
    {
      const OctLensMap *map = g_ptr_array_index (maps, i);

      if (kept[i] || !g_str_equal (map->element, element) || g_strcmp0 (map->aspect, aspect) != 0)
        continue;
      kept[i] = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
delete_maps (OctEdit *edit, const GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!oct_edit_delete (edit, "pillar_map", g_ptr_array_index (ids, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_maps (OctEdit *edit, const char *pillar_id, const GPtrArray *maps, const gboolean *kept,
             GError **error)
{
  for (guint i = 0; i < maps->len; i++)
    {
      const OctLensMap *map = g_ptr_array_index (maps, i);
      g_autofree char *id = oct_workspace_make_id ();
      const OctCell cells[] = {
        OCT_CELL_TEXT ("pillar_id", NULL, pillar_id),
        OCT_CELL_TEXT ("element", "element", map->element),
        OCT_CELL_TEXT ("aspect", "aspect", map->aspect),
      };

      if (!kept[i] && !oct_edit_put (edit, "pillar_map", id, cells, G_N_ELEMENTS (cells), error))
        return FALSE;
    }

  return TRUE;
}

/* Rows that stay are left alone, so that history tells only what changed. */
static gboolean
put_maps (OctEdit *edit, OctWorkspace *self, const char *pillar_id, const GPtrArray *maps,
          GError **error)
{
  g_autofree gboolean *kept = g_new0 (gboolean, maps->len + 1);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id, element, aspect FROM pillar_map WHERE pillar_id = ?", error);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, pillar_id, -1, SQLITE_STATIC);
  while (oct_sql_next (self->db, row, &local_error))
    if (!is_wanted (maps, oct_sql_text (row, 1), (const char *) sqlite3_column_text (row, 2), kept))
      g_ptr_array_add (gone, g_strdup (oct_sql_text (row, 0)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return delete_maps (edit, gone, error) && insert_maps (edit, pillar_id, maps, kept, error);
}

/* A new pillar comes last; its rank sorts as text. */
static char *
next_rank (OctWorkspace *self)
{
  gint64 count = 0;

  oct_workspace_read_number (self, "SELECT count (*) FROM pillar", &count, NULL);

  return g_strdup_printf ("%06" G_GINT64_FORMAT, count);
}

static gboolean
put_pillar (OctEdit *edit, OctWorkspace *self, const OctPillar *pillar, GError **error)
{
  g_autofree char *id = pillar->id != NULL ? g_strdup (pillar->id) : oct_workspace_make_id ();
  g_autofree char *rank = next_rank (self);
  const OctCell cells[] = {
    OCT_CELL_TEXT ("name", "name", pillar->name),
    OCT_CELL_TEXT ("text", "text", pillar->text),
    OCT_CELL_FLAG ("retired", "retired", pillar->retired),
    OCT_CELL_TEXT ("rank", NULL, rank),
  };

  return oct_edit_put (edit, "pillar", id, cells, pillar->id == NULL ? 4 : 3, error)
         && (pillar->maps == NULL || put_maps (edit, self, id, pillar->maps, error));
}

/**
 * oct_workspace_put_pillars:
 * @self: a workspace
 * @info: what history says
 * @pillars: (element-type OctPillar): pillars, new or known; new ones come last
 * @error: return location for an error
 *
 * Keeps pillars and where they are mapped to as one edit.
 *
 * Returns: whether they are kept
 */
gboolean
oct_workspace_put_pillars (OctWorkspace *self, const OctEditInfo *info, const GPtrArray *pillars,
                           GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < pillars->len; i++)
    if (!put_pillar (edit, self, g_ptr_array_index (pillars, i), error))
      return FALSE;

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

/**
 * oct_workspace_put_pillar:
 * @self: a workspace
 * @info: what history says
 * @pillar: a pillar of the strategy; a new one comes last
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
oct_workspace_put_pillar (OctWorkspace *self, const OctEditInfo *info, const OctPillar *pillar,
                          GError **error)
{
  g_autoptr (GPtrArray) pillars = g_ptr_array_new ();

  g_ptr_array_add (pillars, (gpointer) pillar);

  return oct_workspace_put_pillars (self, info, pillars, error);
}

static gboolean
is_one_of (const GPtrArray *ids, const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (g_ptr_array_index (ids, i), id))
      return TRUE;

  return FALSE;
}

/**
 * oct_workspace_order_pillars:
 * @self: a workspace
 * @info: what history says
 * @ids: (element-type utf8): the ids of pillars, in the order in which they are to stand
 * @error: return location for an error
 *
 * Puts pillars in order, as one edit. Those that aren't named, such as retired ones, stay where they
 * are in the list.
 *
 * Returns: whether this is kept
 */
gboolean
oct_workspace_order_pillars (OctWorkspace *self, const OctEditInfo *info, const GPtrArray *ids,
                             GError **error)
{
  g_autoptr (GPtrArray) pillars = oct_workspace_read_pillars (self, error);
  g_autoptr (OctEdit) edit = NULL;
  guint next = 0;

  if (pillars == NULL)
    return FALSE;
  edit = oct_edit_begin (self, info, error);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < pillars->len; i++)
    {
      const char *known = ((OctPillar *) g_ptr_array_index (pillars, i))->id;
      const char *id = is_one_of (ids, known) ? g_ptr_array_index (ids, next++) : known;
      g_autofree char *rank = g_strdup_printf ("%06u", i);
      const OctCell cells[] = { OCT_CELL_TEXT ("rank", NULL, rank) };

      if (!oct_edit_put (edit, "pillar", id, cells, G_N_ELEMENTS (cells), error))
        return FALSE;
    }

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

/* Lenses. */

/**
 * oct_workspace_read_lenses:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): the text of each lens that the trust has filled or
 *   taken over, in the order in which they were
 */
GPtrArray *
oct_workspace_read_lenses (OctWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db,
                                                  "SELECT content FROM lens ORDER BY rowid", error);

  if (row == NULL)
    return NULL;
  while (oct_sql_next (self->db, row, &local_error))
    g_ptr_array_add (texts, g_strdup (oct_sql_text (row, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&texts);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* (transfer full): the id of the lens with this key; "" where there is none; %NULL with @error. */
static char *
find_lens (OctWorkspace *self, const char *key, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db, "SELECT id FROM lens WHERE key = ?",
                                                  error);

  if (row == NULL)
    return NULL;
  sqlite3_bind_text (row, 1, key, -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &local_error))
    return g_strdup (oct_sql_text (row, 0));
  if (local_error == NULL)
    return g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * oct_workspace_put_lens:
 * @self: a workspace
 * @info: what history says
 * @lens: the lens, which takes the place of the one with its key
 * @error: return location for an error
 *
 * Returns: whether it is kept, or gone where it has no content
 */
gboolean
oct_workspace_put_lens (OctWorkspace *self, const OctEditInfo *info, const OctLensText *lens,
                        GError **error)
{
  g_autofree char *id = find_lens (self, lens->key, error);
  g_autoptr (OctEdit) edit = NULL;
  const OctCell cells[] = {
    OCT_CELL_TEXT ("key", NULL, lens->key),
    OCT_CELL_TEXT ("content", NULL, lens->content),
  };

  if (id == NULL || (id[0] == '\0' && lens->content == NULL))
    return id != NULL;
  if (id[0] == '\0')
    {
      g_free (id);
      id = oct_workspace_make_id ();
    }
  edit = oct_edit_begin (self, info, error);
  if (edit == NULL
      || !(lens->content != NULL
             ? oct_edit_put (edit, "lens", id, cells, G_N_ELEMENTS (cells), error)
             : oct_edit_delete (edit, "lens", id, error)))
    return FALSE;
  oct_edit_note (edit, "lens", id, "item", lens->before, lens->after);

  return oct_edit_commit (g_steal_pointer (&edit), error);
}
