/* Reads and writes practices as JSON, with the same strictness as lenses and frameworks. */
#include "oct-practice-file.h"

#include <glib/gi18n.h>

#include "oct-json.h"

static const char *const file_members[] = { "kind", "format", "from", "practices", NULL };
/* The fields that travel, by their names in the description of the kind. */
static const char *const practice_members[] = {
  "title",   "element", "what",    "whom",    "ingredients", "research", "strength",
  "explore", "prepare", "deliver", "sustain", "cost",        "source",   NULL,
};

static OctPractice *
read_practice (JsonObject *object, guint number, const char *from, GError **error)
{
  g_autofree char *where = g_strdup_printf (_("Practice %u"), number);
  g_autoptr (OctRecord) record = oct_record_new (&oct_practice_kind);
  OctPractice *practice = (OctPractice *) record;

  if (!oct_json_check_members (object, where, practice_members, error))
    return NULL;
  for (guint i = 0; practice_members[i] != NULL; i++)
    {
      const OctRecordField *field = oct_record_kind_find_field (&oct_practice_kind,
                                                                practice_members[i]);
      g_autofree char *text = NULL;

      if (!oct_json_take_text (object, where, practice_members[i], i == 0, &text, error))
        return NULL;
      if (text != NULL && !oct_record_from_key (record, field, text, error))
        {
          g_prefix_error (error, "%s: ", where);
          return NULL;
        }
    }
  practice->version = 1;
  if (*practice->source == '\0')
    oct_replace (&practice->source, from);
  if (!oct_record_check (record, error))
    {
      g_prefix_error (error, "%s: ", where);
      return NULL;
    }

  return (OctPractice *) g_steal_pointer (&record);
}

/**
 * oct_practice_file_parse:
 * @bytes: what a file holds, at most %OCT_PRACTICE_FILE_MAX_BYTES
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type OctPractice): new practices; %NULL with a message
 *   that says where in the file and what to do, and the errors of oct_lens_file_parse()
 */
GPtrArray *
oct_practice_file_parse (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) practices = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_record_unref);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *from = NULL;
  JsonObject *object;
  JsonArray *list;

  g_return_val_if_fail (bytes != NULL, NULL);

  root = oct_json_parse (bytes, OCT_PRACTICE_FILE_MAX_BYTES, error);
  if (root == NULL || !oct_json_check_kind (root, "practices", OCT_PRACTICE_FILE_FORMAT, error))
    return NULL;
  object = json_node_get_object (root);
  if (!oct_json_check_members (object, _("File"), file_members, error)
      || !oct_json_take_text (object, _("File"), "from", TRUE, &from, error)
      || !oct_json_take_list (object, _("File"), "practices", TRUE, &list, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = oct_json_get_entry (list, _("Practices"), i, error);
      OctPractice *practice = entry != NULL ? read_practice (entry, i + 1, from, error) : NULL;

      if (practice == NULL)
        return NULL;
      g_ptr_array_add (practices, practice);
    }

  return g_steal_pointer (&practices);
}

/**
 * oct_practice_file_format:
 * @practices: (element-type OctPractice): practices
 * @from: the trust that they are from
 *
 * Returns: (transfer full): JSON of which oct_practice_file_parse() makes practices with the same words
 */
char *
oct_practice_file_format (GPtrArray *practices, const char *from)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, "practices");
  json_builder_set_member_name (json, "format");
  json_builder_add_int_value (json, OCT_PRACTICE_FILE_FORMAT);
  json_builder_set_member_name (json, "from");
  json_builder_add_string_value (json, from);
  json_builder_set_member_name (json, "practices");
  json_builder_begin_array (json);
  for (guint i = 0; i < practices->len; i++)
    {
      json_builder_begin_object (json);
      for (guint j = 0; practice_members[j] != NULL; j++)
        {
          g_autofree char *text = oct_record_to_key (
            g_ptr_array_index (practices, i),
            oct_record_kind_find_field (&oct_practice_kind, practice_members[j]));

          if (*text == '\0')
            continue;
          json_builder_set_member_name (json, practice_members[j]);
          json_builder_add_string_value (json, text);
        }
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);

  return json_to_string (root, TRUE);
}
