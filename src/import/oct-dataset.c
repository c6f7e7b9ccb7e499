/* Loads the dataset descriptions and recognises files by them.
 *
 * The descriptions are part of the program, so a fault in one is a fault of ours: loading checks
 * every field name and pattern, and a test loads them all. What a file's header says is checked
 * against them without regard to case and to blanks around a name, which spreadsheets change.
 */
#include "oct-dataset-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "oct-datasets-resource.h"

#define RESOURCE_FOLDER "/io/github/octantapp/Octant/datasets/"

static const char *const dataset_ids[] = {
  "gias-extract", "gias-search", "gias-links", "gias-groups", "gias-group-links",
};

static const char *const entity_names[] = { "establishment", "link", "group", "group-link" };

static const char *const link_columns[OCT_N_LINK_COLUMNS] = {
  "urn", "other_urn", "other_name", "type", "established",
};

static const char *const group_columns[OCT_N_GROUP_COLUMNS] = {
  "uid",    "group_id", "name",       "company_number",  "type_code",
  "type",   "closed",   "opened",     "incorporated",    "status_code",
  "status", "street",   "locality",   "address3",        "town",
  "county", "postcode", "head_title", "head_first_name", "head_last_name",
  "ukprn",
};

static const char *const group_link_columns[OCT_N_GROUP_LINK_COLUMNS] = {
  "urn",
  "uid",
  "name",
  "company_number",
  "type",
  "closed",
  "status",
  "federation_type",
  "joined",
  "school_name",
  "school_type_code",
  "school_type",
  "phase_code",
  "phase",
  "la_code",
  "la",
  "shared_head",
};

/* A table that can't be read, but whose name can be told. */
typedef struct
{
  char *title;
  GStrv recognise;
} OtherTable;

typedef struct
{
  GPtrArray *datasets;     /* of OctDataset */
  GPtrArray *other_tables; /* of OtherTable */
  GError *error;
} Catalogue;

/* The titles in data/datasets, which xgettext can't find there. */
G_GNUC_UNUSED static const char *const titles[] = {
  N_("Establishments: all fields"),
  N_("Establishments: search results"),
  N_("Establishment links: predecessors and successors"),
  N_("Groups: trusts, federations and sponsors"),
  N_("Group links: which establishment belongs to which group"),
  N_("Key stage 2 performance tables by trust"),
  N_("Key stage 4 performance tables by trust"),
  N_("Key stage 4 performance tables"),
  N_("Key stage 2 performance tables"),
  N_("School performance tables"),
  N_("School census: pupil characteristics"),
  N_("Pupil absence"),
  N_("Ofsted inspections"),
  N_("School workforce"),
  N_("School finance"),
};

static void
dataset_free (OctDataset *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->key);
  g_free (self->date_format);
  g_free (self->publisher);
  g_free (self->licence);
  g_free (self->page);
  g_strfreev (self->required);
  g_strfreev (self->forbidden);
  g_clear_pointer (&self->name_date, g_regex_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctDataset, dataset_free)

static void
other_table_free (OtherTable *self)
{
  g_free (self->title);
  g_strfreev (self->recognise);
  g_free (self);
}

char *
oct_dataset_normalise (const char *header)
{
  char *text = g_ascii_strdown (header, -1);

  return g_strstrip (text);
}

/* Loading. */

static JsonObject *
load_object (const char *id, JsonParser *parser, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, ".json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (oct_datasets_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  if (bytes == NULL)
    return NULL;
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), error))
    {
      g_prefix_error (error, "%s: ", id);
      return NULL;
    }
  return json_node_get_object (json_parser_get_root (parser));
}

static GStrv
read_strings (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static int
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;
  return -1;
}

static int
find_column (OctEntity entity, const char *name)
{
  OctField field;

  switch (entity)
    {
    case OCT_ENTITY_ESTABLISHMENT:
      return oct_field_from_name (name, &field) ? (int) field : -1;
    case OCT_ENTITY_LINK:
      return find_name (link_columns, G_N_ELEMENTS (link_columns), name);
    case OCT_ENTITY_GROUP:
      return find_name (group_columns, G_N_ELEMENTS (group_columns), name);
    case OCT_ENTITY_GROUP_LINK:
      return find_name (group_link_columns, G_N_ELEMENTS (group_link_columns), name);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_columns (OctDataset *self, JsonObject *object, GError **error)
{
  JsonObject *columns = json_object_get_object_member (object, "columns");
  g_autoptr (GList) headers = json_object_get_members (columns);

  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (GList *l = headers; l != NULL; l = l->next)
    {
      const char *name = json_object_get_string_member (columns, l->data);
      int column = find_column (self->entity, name);

      if (column < 0)
        {
          g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED, "%s: there is no field “%s”", self->id,
                       name);
          return FALSE;
        }
      g_hash_table_insert (self->columns, oct_dataset_normalise (l->data),
                           GINT_TO_POINTER (column));
    }
  return TRUE;
}

static OctDataset *
dataset_load (const char *id, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (OctDataset) self = g_new0 (OctDataset, 1);
  JsonObject *object = load_object (id, parser, error);
  JsonObject *recognise;
  JsonObject *rows;
  int entity;

  if (object == NULL)
    return NULL;

  recognise = json_object_get_object_member (object, "recognise");
  rows = json_object_get_object_member (object, "rows");
  entity = find_name (entity_names, G_N_ELEMENTS (entity_names),
                      json_object_get_string_member (object, "entity"));
  g_return_val_if_fail (entity >= 0, NULL);

  self->id = g_strdup (json_object_get_string_member (object, "id"));
  self->title = g_strdup (_(json_object_get_string_member (object, "title")));
  self->entity = (OctEntity) entity;
  self->complete = json_object_get_boolean_member (object, "complete");
  self->precedence = (int) json_object_get_int_member (object, "precedence");
  self->key = g_strdup (json_object_get_string_member (object, "key"));
  self->date_format = g_strdup (json_object_get_string_member (object, "date-format"));
  self->publisher = g_strdup (json_object_get_string_member (object, "publisher"));
  self->licence = g_strdup (json_object_get_string_member (object, "licence"));
  self->page = g_strdup (json_object_get_string_member (object, "page"));
  self->short_fields = (guint) json_object_get_int_member (rows, "short");
  self->overflow = json_object_get_boolean_member (rows, "overflow");
  self->required = read_strings (recognise, "required");
  self->forbidden = read_strings (recognise, "forbidden");
  self->name_date = g_regex_new (json_object_get_string_member (object, "date-from-name"),
                                 G_REGEX_OPTIMIZE, 0, error);
  if (self->name_date == NULL || !read_columns (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

static GPtrArray *
load_other_tables (GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) other_table_free);
  JsonObject *object = load_object ("not-read-yet", parser, error);
  JsonArray *array;

  if (object == NULL)
    return NULL;

  array = json_object_get_array_member (object, "tables");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = json_array_get_object_element (array, i);
      OtherTable *table = g_new0 (OtherTable, 1);

      table->title = g_strdup (_(json_object_get_string_member (element, "title")));
      table->recognise = read_strings (element, "recognise");
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

static GPtrArray *
load_datasets (GError **error)
{
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) dataset_free);

  for (guint i = 0; i < G_N_ELEMENTS (dataset_ids); i++)
    {
      OctDataset *dataset = dataset_load (dataset_ids[i], error);

      if (dataset == NULL)
        return NULL;
      g_ptr_array_add (datasets, dataset);
    }
  return g_steal_pointer (&datasets);
}

static gpointer
load_catalogue (gpointer user_data)
{
  static Catalogue catalogue;

  catalogue.datasets = load_datasets (&catalogue.error);
  if (catalogue.datasets != NULL)
    catalogue.other_tables = load_other_tables (&catalogue.error);
  return &catalogue;
}

static const Catalogue *
get_catalogue (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_catalogue, NULL);
}

/**
 * oct_datasets_load:
 * @error: return location for an error
 *
 * Loads the descriptions, once for the program. The descriptions are compiled in, so this fails only
 * where one of them is wrong.
 *
 * Returns: (transfer container) (element-type OctDataset) (nullable): all datasets
 */
GPtrArray *
oct_datasets_load (GError **error)
{
  const Catalogue *catalogue = get_catalogue ();

  if (catalogue->error != NULL)
    {
      g_propagate_error (error, g_error_copy (catalogue->error));
      return NULL;
    }
  return g_ptr_array_ref (catalogue->datasets);
}

/**
 * oct_datasets_get_all:
 *
 * Returns: (transfer none) (element-type OctDataset): all datasets; safe on every thread
 */
const GPtrArray *
oct_datasets_get_all (void)
{
  const Catalogue *catalogue = get_catalogue ();

  if (catalogue->error != NULL)
    g_error ("The dataset descriptions are wrong: %s", catalogue->error->message);
  return catalogue->datasets;
}

/**
 * oct_dataset_find:
 * @id: a dataset's id, such as "gias-extract"
 *
 * Returns: (nullable): the dataset, or %NULL where there is none of that id
 */
const OctDataset *
oct_dataset_find (const char *id)
{
  const GPtrArray *datasets = oct_datasets_get_all ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < datasets->len; i++)
    {
      const OctDataset *dataset = datasets->pdata[i];

      if (strcmp (dataset->id, id) == 0)
        return dataset;
    }
  return NULL;
}

const char *
oct_dataset_name_other_table (GHashTable *headers,
                              guint (*count_missing) (GHashTable *headers, const GStrv names))
{
  const Catalogue *catalogue = get_catalogue ();

  for (guint i = 0; i < catalogue->other_tables->len; i++)
    {
      const OtherTable *table = catalogue->other_tables->pdata[i];

      if (count_missing (headers, table->recognise) == 0)
        return table->title;
    }
  return NULL;
}

/**
 * oct_entity_to_string:
 * @entity: what a row describes
 *
 * Returns: its name in the descriptions, such as "group-link"
 */
const char *
oct_entity_to_string (OctEntity entity)
{
  g_return_val_if_fail ((guint) entity < G_N_ELEMENTS (entity_names), NULL);

  return entity_names[entity];
}
