/* Reads and writes frameworks as JSON.
 *
 * What is there and of which type is checked here, in the words of the file; what a framework has
 * to fulfil is checked by the model when it is built. Members that are not known are refused and
 * not dropped, so that nobody loses what a newer version or a typing error put there.
 */
#include "oct-framework-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-framework-builder.h"
#include "oct-frameworks-resource.h"
#include "oct-json.h"

#define BUILT_IN "/io/github/octantapp/Octant/frameworks/trust-model.json"

static const char *const framework_members[] = { "kind",   "format",   "key",    "version",  "name",
                                                 "source", "guidance", "stages", "elements", NULL };
static const char *const stage_members[] = { "key", "name", "meaning", "retired", NULL };
static const char *const element_members[] = {
  "number",     "key",       "name",          "short-name",    "icon",    "source", "summary",
  "asks",       "judged-by", "give-question", "gain-question", "aspects", "stages", "school-stages",
  "indicators", NULL
};
static const char *const aspect_members[] = { "key",    "name",    "question", "group",
                                              "source", "retired", NULL };
static const char *const indicator_members[] = { "key",       "name", "definition", "unit",
                                                 "direction", "aim",  "source",     "published",
                                                 "retired",   NULL };

/* Structures whose texts are owned here, until the builder has copied them. */

static void
stage_clear (OctStage *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self->meaning);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctStage, stage_clear)

static void
aspect_clear (OctAspect *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self->question);
  g_free (self->group);
  g_free (self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctAspect, aspect_clear)

static void
indicator_clear (OctIndicator *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self->definition);
  g_free (self->unit);
  g_free (self->aim);
  g_free (self->published);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctIndicator, indicator_clear)

static void
element_clear (OctElement *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->icon);
  g_free (self->source);
  g_free (self->summary);
  g_free (self->asks);
  g_free (self->give_question);
  g_free (self->gain_question);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctElement, element_clear)

/* Reading. */

static gboolean
read_stage (OctFrameworkBuilder *builder, JsonObject *object, guint number, GError **error)
{
  g_auto (OctStage) stage = { 0 };
  g_autofree char *where = g_strdup_printf (_("Stage %u"), number);

  return oct_json_check_members (object, where, stage_members, error)
         && oct_json_take_text (object, where, "key", TRUE, &stage.key, error)
         && oct_json_take_text (object, where, "name", TRUE, &stage.name, error)
         && oct_json_take_text (object, where, "meaning", TRUE, &stage.meaning, error)
         && oct_json_take_flag (object, where, "retired", &stage.retired, error)
         && oct_framework_builder_add_stage (builder, &stage, -1, error);
}

static gboolean
read_aspect (OctFrameworkBuilder *builder, const char *element, JsonObject *object,
             const char *where, GError **error)
{
  g_auto (OctAspect) aspect = { 0 };

  return oct_json_check_members (object, where, aspect_members, error)
         && oct_json_take_text (object, where, "key", TRUE, &aspect.key, error)
         && oct_json_take_text (object, where, "name", TRUE, &aspect.name, error)
         && oct_json_take_text (object, where, "question", TRUE, &aspect.question, error)
         && oct_json_take_text (object, where, "group", FALSE, &aspect.group, error)
         && oct_json_take_text (object, where, "source", FALSE, &aspect.source, error)
         && oct_json_take_flag (object, where, "retired", &aspect.retired, error)
         && oct_framework_builder_add_aspect (builder, element, &aspect, -1, error);
}

static gboolean
read_indicator_kind (JsonObject *object, const char *where, OctIndicator *indicator, GError **error)
{
  g_autofree char *direction = NULL;
  g_autofree char *source = NULL;

  if (!oct_json_take_text (object, where, "direction", TRUE, &direction, error)
      || !oct_json_take_text (object, where, "source", TRUE, &source, error))
    return FALSE;
  if (!oct_indicator_direction_from_key (direction, &indicator->direction))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: “%.40s” is no direction. Write “higher”, “lower” or “context”."), where,
                   direction);
      return FALSE;
    }
  if (!oct_indicator_source_from_key (source, &indicator->source))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: figures can’t come from “%.40s”. Write “public” or “trust”."), where,
                   source);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_indicator (OctFrameworkBuilder *builder, const char *element, JsonObject *object,
                const char *where, GError **error)
{
  g_auto (OctIndicator) indicator = { 0 };

  return oct_json_check_members (object, where, indicator_members, error)
         && oct_json_take_text (object, where, "key", TRUE, &indicator.key, error)
         && oct_json_take_text (object, where, "name", TRUE, &indicator.name, error)
         && oct_json_take_text (object, where, "definition", TRUE, &indicator.definition, error)
         && oct_json_take_text (object, where, "unit", TRUE, &indicator.unit, error)
         && oct_json_take_text (object, where, "aim", FALSE, &indicator.aim, error)
         && oct_json_take_text (object, where, "published", FALSE, &indicator.published, error)
         && read_indicator_kind (object, where, &indicator, error)
         && oct_json_take_flag (object, where, "retired", &indicator.retired, error)
         && oct_framework_builder_add_indicator (builder, element, &indicator, -1, error);
}

static gboolean
read_aspects (OctFrameworkBuilder *builder, const char *element, JsonObject *object,
              const char *where, GError **error)
{
  JsonArray *list;

  if (!oct_json_take_list (object, where, "aspects", TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf (_("%s, aspect %u"), where, i + 1);
      JsonObject *entry = oct_json_get_entry (list, where, i, error);

      if (entry == NULL || !read_aspect (builder, element, entry, place, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_indicators (OctFrameworkBuilder *builder, const char *element, JsonObject *object,
                 const char *where, GError **error)
{
  JsonArray *list;

  if (!oct_json_take_list (object, where, "indicators", TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf (_("%s, indicator %u"), where, i + 1);
      JsonObject *entry = oct_json_get_entry (list, where, i, error);

      if (entry == NULL || !read_indicator (builder, element, entry, place, error))
        return FALSE;
    }
  return TRUE;
}

typedef gboolean (*SetDescriptor) (OctFrameworkBuilder *builder, const char *element,
                                   const char *stage, const char *text, GError **error);

/* What one sees at each stage, by the stage's key. One that is missing stays blank: the model says
 * where that may not be. */
static gboolean
read_descriptors (OctFrameworkBuilder *builder, const char *element, JsonNode *node,
                  SetDescriptor set, const char *where, GError **error)
{
  g_autoptr (GList) keys = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: describe each stage. Write the texts in braces, the key of the stage "
                     "before each."),
                   where);
      return FALSE;
    }
  keys = json_object_get_members (json_node_get_object (node));
  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_autofree char *text = NULL;

      if (!oct_json_take_text (json_node_get_object (node), where, l->data, TRUE, &text, error)
          || !set (builder, element, l->data, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_stage_texts (OctFrameworkBuilder *builder, const char *element, JsonObject *object,
                  const char *where, GError **error)
{
  JsonNode *trust = json_object_get_member (object, "stages");
  JsonNode *school = json_object_get_member (object, "school-stages");

  return (trust == NULL
          || read_descriptors (builder, element, trust, oct_framework_builder_set_descriptor, where,
                               error))
         && (school == NULL
             || read_descriptors (builder, element, school,
                                  oct_framework_builder_set_school_descriptor, where, error));
}

static gboolean
read_judged (JsonObject *object, const char *where, OctJudgedBy *judged, GError **error)
{
  JsonArray *list;

  if (!oct_json_take_list (object, where, "judged-by", TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *who = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (g_strcmp0 (who, "trust") == 0)
        *judged |= OCT_JUDGED_BY_TRUST;
      else if (g_strcmp0 (who, "schools") == 0)
        *judged |= OCT_JUDGED_BY_SCHOOLS;
      else
        {
          g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                       _("%s: “judged-by” lists who judges. Write “trust”, or “trust” and "
                         "“schools”."),
                       where);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_element_texts (JsonObject *object, const char *where, OctElement *element, GError **error)
{
  return oct_json_take_text (object, where, "key", TRUE, &element->key, error)
         && oct_json_take_text (object, where, "name", TRUE, &element->name, error)
         && oct_json_take_text (object, where, "short-name", TRUE, &element->short_name, error)
         && oct_json_take_text (object, where, "icon", TRUE, &element->icon, error)
         && oct_json_take_text (object, where, "source", FALSE, &element->source, error)
         && oct_json_take_text (object, where, "summary", TRUE, &element->summary, error)
         && oct_json_take_text (object, where, "asks", TRUE, &element->asks, error)
         && oct_json_take_text (object, where, "give-question", FALSE, &element->give_question,
                                error)
         && oct_json_take_text (object, where, "gain-question", FALSE, &element->gain_question,
                                error);
}

static gboolean
read_element (OctFrameworkBuilder *builder, JsonObject *object, guint position, GError **error)
{
  g_auto (OctElement) element = { 0 };
  g_autofree char *where = g_strdup_printf (_("Element %u"), position);
  int number;

  if (!oct_json_check_members (object, where, element_members, error)
      || !oct_json_take_number (object, where, "number", 1, OCT_N_ELEMENTS, &number, error)
      || !read_element_texts (object, where, &element, error)
      || !read_judged (object, where, &element.judged, error))
    return FALSE;
  element.number = (guint) number;
  return oct_framework_builder_add_element (builder, &element, error)
         && read_aspects (builder, element.key, object, where, error)
         && read_stage_texts (builder, element.key, object, where, error)
         && read_indicators (builder, element.key, object, where, error);
}

static gboolean
read_lists (OctFrameworkBuilder *builder, JsonObject *object, GError **error)
{
  const char *where = _("Framework");
  JsonArray *stages;
  JsonArray *elements;

  if (!oct_json_take_list (object, where, "stages", TRUE, &stages, error)
      || !oct_json_take_list (object, where, "elements", TRUE, &elements, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (stages); i++)
    {
      JsonObject *entry = oct_json_get_entry (stages, _("Stages"), i, error);

      if (entry == NULL || !read_stage (builder, entry, i + 1, error))
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonObject *entry = oct_json_get_entry (elements, _("Elements"), i, error);

      if (entry == NULL || !read_element (builder, entry, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * oct_framework_file_parse:
 * @bytes: what a file holds, at most %OCT_FRAMEWORK_FILE_MAX_BYTES
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the framework; %NULL with a message that says where and what
 *   to do: %OCT_ERROR_EMPTY_FILE, %OCT_ERROR_TOO_LARGE, %OCT_ERROR_BAD_TEXT for what is not JSON,
 *   %OCT_ERROR_NEWER for a file of a newer program, %OCT_ERROR_RULE or %OCT_ERROR_NOT_FOUND for
 *   what is no valid framework
 */
OctFramework *
oct_framework_file_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (OctFrameworkBuilder) builder = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *source = NULL;
  g_autofree char *guidance = NULL;
  const char *where = _("Framework");
  JsonObject *object;
  int version;

  g_return_val_if_fail (bytes != NULL, NULL);

  root = oct_json_parse (bytes, OCT_FRAMEWORK_FILE_MAX_BYTES, error);
  if (root == NULL || !oct_json_check_kind (root, "framework", OCT_FRAMEWORK_FILE_FORMAT, error))
    return NULL;
  object = json_node_get_object (root);
  if (!oct_json_check_members (object, where, framework_members, error)
      || !oct_json_take_text (object, where, "key", TRUE, &key, error)
      || !oct_json_take_number (object, where, "version", 1, 1000000, &version, error)
      || !oct_json_take_text (object, where, "name", TRUE, &name, error)
      || !oct_json_take_text (object, where, "source", FALSE, &source, error)
      || !oct_json_take_text (object, where, "guidance", FALSE, &guidance, error))
    return NULL;

  builder = oct_framework_builder_new (key, version);
  oct_framework_builder_set_name (builder, name);
  oct_framework_builder_set_source (builder, source);
  oct_framework_builder_set_guidance (builder, guidance);
  if (!read_lists (builder, object, error))
    return NULL;
  return oct_framework_builder_build (builder, error);
}

/**
 * oct_framework_file_parse_text:
 * @text: JSON
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): as oct_framework_file_parse()
 */
OctFramework *
oct_framework_file_parse_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  return oct_framework_file_parse (bytes, error);
}

/**
 * oct_framework_file_load_built_in:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the eight elements as they come with the program; this fails
 *   only where the file that is compiled in is wrong
 */
OctFramework *
oct_framework_file_load_built_in (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (oct_frameworks_get_resource (), BUILT_IN,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? oct_framework_file_parse (bytes, error) : NULL;
}

/* Writing. A member that is blank and may be missing is left out. */

static void
add_text (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

static void
add_optional_text (JsonBuilder *json, const char *member, const char *text)
{
  if (text != NULL && text[0] != '\0')
    add_text (json, member, text);
}

static void
add_retired (JsonBuilder *json, gboolean retired)
{
  if (!retired)
    return;
  json_builder_set_member_name (json, "retired");
  json_builder_add_boolean_value (json, TRUE);
}

static void
add_stages (JsonBuilder *json, const GPtrArray *stages)
{
  json_builder_set_member_name (json, "stages");
  json_builder_begin_array (json);
  for (guint i = 0; i < stages->len; i++)
    {
      const OctStage *stage = stages->pdata[i];

      json_builder_begin_object (json);
      add_text (json, "key", stage->key);
      add_text (json, "name", stage->name);
      add_text (json, "meaning", stage->meaning);
      add_retired (json, stage->retired);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_aspects (JsonBuilder *json, const GPtrArray *aspects)
{
  json_builder_set_member_name (json, "aspects");
  json_builder_begin_array (json);
  for (guint i = 0; i < aspects->len; i++)
    {
      const OctAspect *aspect = aspects->pdata[i];

      json_builder_begin_object (json);
      add_text (json, "key", aspect->key);
      add_text (json, "name", aspect->name);
      add_text (json, "question", aspect->question);
      add_optional_text (json, "group", aspect->group);
      add_optional_text (json, "source", aspect->source);
      add_retired (json, aspect->retired);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_indicators (JsonBuilder *json, const GPtrArray *indicators)
{
  json_builder_set_member_name (json, "indicators");
  json_builder_begin_array (json);
  for (guint i = 0; i < indicators->len; i++)
    {
      const OctIndicator *indicator = indicators->pdata[i];

      json_builder_begin_object (json);
      add_text (json, "key", indicator->key);
      add_text (json, "name", indicator->name);
      add_text (json, "definition", indicator->definition);
      add_text (json, "unit", indicator->unit);
      add_text (json, "direction", oct_indicator_direction_to_key (indicator->direction));
      add_optional_text (json, "aim", indicator->aim);
      add_text (json, "source", oct_indicator_source_to_key (indicator->source));
      add_optional_text (json, "published", indicator->published);
      add_retired (json, indicator->retired);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_judged (JsonBuilder *json, OctJudgedBy judged)
{
  json_builder_set_member_name (json, "judged-by");
  json_builder_begin_array (json);
  if ((judged & OCT_JUDGED_BY_TRUST) != 0)
    json_builder_add_string_value (json, "trust");
  if ((judged & OCT_JUDGED_BY_SCHOOLS) != 0)
    json_builder_add_string_value (json, "schools");
  json_builder_end_array (json);
}

static void
add_descriptors (JsonBuilder *json, const char *member, char *const *texts, const GPtrArray *stages)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_object (json);
  for (guint i = 0; i < stages->len; i++)
    add_optional_text (json, ((const OctStage *) stages->pdata[i])->key, texts[i]);
  json_builder_end_object (json);
}

static void
add_element (JsonBuilder *json, const OctElement *element, const GPtrArray *stages)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "number");
  json_builder_add_int_value (json, element->number);
  add_text (json, "key", element->key);
  add_text (json, "name", element->name);
  add_text (json, "short-name", element->short_name);
  add_text (json, "icon", element->icon);
  add_optional_text (json, "source", element->source);
  add_text (json, "summary", element->summary);
  add_text (json, "asks", element->asks);
  add_judged (json, element->judged);
  add_optional_text (json, "give-question", element->give_question);
  add_optional_text (json, "gain-question", element->gain_question);
  add_aspects (json, element->aspects);
  add_descriptors (json, "stages", element->descriptors, stages);
  add_descriptors (json, "school-stages", element->school_descriptors, stages);
  add_indicators (json, element->indicators);
  json_builder_end_object (json);
}

/**
 * oct_framework_file_format:
 * @framework: a framework
 *
 * Returns: (transfer full): JSON of which oct_framework_file_parse() makes an equal framework of the
 *   same version
 */
char *
oct_framework_file_format (OctFramework *framework)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  GPtrArray *elements;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (framework), NULL);

  elements = oct_framework_get_elements (framework);
  json_builder_begin_object (json);
  add_text (json, "kind", "framework");
  json_builder_set_member_name (json, "format");
  json_builder_add_int_value (json, OCT_FRAMEWORK_FILE_FORMAT);
  add_text (json, "key", oct_framework_get_key (framework));
  json_builder_set_member_name (json, "version");
  json_builder_add_int_value (json, oct_framework_get_version (framework));
  add_text (json, "name", oct_framework_get_name (framework));
  add_optional_text (json, "source", oct_framework_get_source (framework));
  add_optional_text (json, "guidance", oct_framework_get_guidance (framework));
  add_stages (json, oct_framework_get_stages (framework));
  json_builder_set_member_name (json, "elements");
  json_builder_begin_array (json);
  for (guint i = 0; i < elements->len; i++)
    add_element (json, elements->pdata[i], oct_framework_get_stages (framework));
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  return json_to_string (root, TRUE);
}
