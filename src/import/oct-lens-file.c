/* Reads and writes lenses as JSON, with the same strictness as frameworks. */
#include "oct-lens-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-frameworks-resource.h"
#include "oct-json.h"

#define FOLDER "/io/github/octantapp/Octant/frameworks/lenses/"

static const char *const built_in[] = {
  "strategy-pillars.json",
  "section-57.json",
  "cst-domains.json",
};

static const char *const lens_members[] = { "kind",   "format",      "key",   "name",
                                            "source", "description", "items", NULL };
static const char *const item_members[] = { "key", "name", "text", "maps", NULL };
static const char *const map_members[] = { "element", "aspect", NULL };

static gboolean
read_maps (OctLensItem *item, JsonObject *object, const char *where, GError **error)
{
  JsonArray *list;

  if (!oct_json_take_list (object, where, "maps", TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = oct_json_get_entry (list, where, i, error);
      g_autofree char *element = NULL;
      g_autofree char *aspect = NULL;

      if (entry == NULL || !oct_json_check_members (entry, where, map_members, error)
          || !oct_json_take_text (entry, where, "element", TRUE, &element, error)
          || !oct_json_take_text (entry, where, "aspect", FALSE, &aspect, error))
        return FALSE;
      oct_lens_item_add_map (item, element, aspect);
    }
  return TRUE;
}

static OctLensItem *
read_item (JsonObject *object, guint number, GError **error)
{
  g_autofree char *where = g_strdup_printf (_("Item %u"), number);
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (OctLensItem) item = NULL;

  if (!oct_json_check_members (object, where, item_members, error)
      || !oct_json_take_text (object, where, "key", TRUE, &key, error)
      || !oct_json_take_text (object, where, "name", TRUE, &name, error)
      || !oct_json_take_text (object, where, "text", FALSE, &text, error))
    return NULL;
  item = oct_lens_item_new (key, name, text);
  return read_maps (item, object, where, error) ? g_steal_pointer (&item) : NULL;
}

static GPtrArray *
read_items (JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_lens_item_free);
  JsonArray *list;

  if (!oct_json_take_list (object, _("Lens"), "items", TRUE, &list, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = oct_json_get_entry (list, _("Items"), i, error);
      OctLensItem *item = entry != NULL ? read_item (entry, i + 1, error) : NULL;

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

/**
 * oct_lens_file_parse:
 * @bytes: what a file holds, at most %OCT_LENS_FILE_MAX_BYTES
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lens; %NULL with a message that says where and what to
 *   do, and the errors of oct_framework_file_parse()
 */
OctLens *
oct_lens_file_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *source = NULL;
  g_autofree char *description = NULL;
  const char *where = _("Lens");
  JsonObject *object;

  g_return_val_if_fail (bytes != NULL, NULL);

  root = oct_json_parse (bytes, OCT_LENS_FILE_MAX_BYTES, error);
  if (root == NULL || !oct_json_check_kind (root, "lens", OCT_LENS_FILE_FORMAT, error))
    return NULL;
  object = json_node_get_object (root);
  if (!oct_json_check_members (object, where, lens_members, error)
      || !oct_json_take_text (object, where, "key", TRUE, &key, error)
      || !oct_json_take_text (object, where, "name", TRUE, &name, error)
      || !oct_json_take_text (object, where, "source", FALSE, &source, error)
      || !oct_json_take_text (object, where, "description", FALSE, &description, error))
    return NULL;

  items = read_items (object, error);
  return items != NULL ? oct_lens_new (key, name, source, description, items, error) : NULL;
}

/**
 * oct_lens_file_parse_text:
 * @text: JSON
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): as oct_lens_file_parse()
 */
OctLens *
oct_lens_file_parse_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  return oct_lens_file_parse (bytes, error);
}

/**
 * oct_lens_file_load_built_in:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctLens) (nullable): the lenses that come with the program,
 *   the trust's own pillars first; this fails only where a file that is compiled in is wrong
 */
GPtrArray *
oct_lens_file_load_built_in (GError **error)
{
  g_autoptr (GPtrArray) lenses = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, built_in[i], NULL);
      g_autoptr (GBytes) bytes = NULL;
      OctLens *lens;

      bytes = g_resource_lookup_data (oct_frameworks_get_resource (), path,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      lens = bytes != NULL ? oct_lens_file_parse (bytes, error) : NULL;
      if (lens == NULL)
        {
          g_prefix_error (error, "%s: ", built_in[i]);
          return NULL;
        }
      g_ptr_array_add (lenses, lens);
    }
  return g_steal_pointer (&lenses);
}

/* Writing. */

static void
add_text (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

static void
add_item (JsonBuilder *json, const OctLensItem *item)
{
  json_builder_begin_object (json);
  add_text (json, "key", item->key);
  add_text (json, "name", item->name);
  add_text (json, "text", item->text);
  json_builder_set_member_name (json, "maps");
  json_builder_begin_array (json);
  for (guint i = 0; i < item->maps->len; i++)
    {
      const OctLensMap *map = item->maps->pdata[i];

      json_builder_begin_object (json);
      add_text (json, "element", map->element);
      if (map->aspect != NULL)
        add_text (json, "aspect", map->aspect);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/**
 * oct_lens_file_format:
 * @lens: a lens
 *
 * Returns: (transfer full): JSON of which oct_lens_file_parse() makes an equal lens
 */
char *
oct_lens_file_format (OctLens *lens)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  GPtrArray *items;

  g_return_val_if_fail (OCT_IS_LENS (lens), NULL);

  items = oct_lens_get_items (lens);
  json_builder_begin_object (json);
  add_text (json, "kind", "lens");
  json_builder_set_member_name (json, "format");
  json_builder_add_int_value (json, OCT_LENS_FILE_FORMAT);
  add_text (json, "key", oct_lens_get_key (lens));
  add_text (json, "name", oct_lens_get_name (lens));
  add_text (json, "source", oct_lens_get_source (lens));
  add_text (json, "description", oct_lens_get_description (lens));
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    add_item (json, items->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  return json_to_string (root, TRUE);
}
