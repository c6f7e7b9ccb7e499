/* A draft as rows, and back; see the header.
 *
 * Both ways walk the same tree of places, so that what can be told apart can also be put back. Keys
 * hold no slash, so the path of a place is its keys joined by slashes. Lists are rows of their own:
 * the keys in order. What a list names and the present version lacks is new.
 */
#include "oct-framework-draft.h"

#include <string.h>

#include "oct-framework-private.h"

typedef enum
{
  PLACE_TEXT,      /* char *: never NULL */
  PLACE_GROUP,     /* char *: NULL where it is "" */
  PLACE_FLAG,      /* gboolean */
  PLACE_JUDGED,    /* OctJudgedBy */
  PLACE_DIRECTION, /* OctIndicatorDirection */
  PLACE_SOURCE,    /* OctIndicatorSource */
} PlaceKind;

typedef void (*PlaceFunc) (const char *path, PlaceKind kind, gpointer place, gpointer data);

typedef struct
{
  PlaceFunc func;
  gpointer data;
} Walk;

static void visit (const Walk *walk, PlaceKind kind, gpointer place, const char *first,
                   ...) G_GNUC_NULL_TERMINATED;

static void
visit (const Walk *walk, PlaceKind kind, gpointer place, const char *first, ...)
{
  g_autoptr (GString) path = g_string_new (first);
  const char *part;
  va_list parts;

  va_start (parts, first);
  while ((part = va_arg (parts, const char *)) != NULL)
    g_string_append_printf (path, "/%s", part);
  va_end (parts);
  walk->func (path->str, kind, place, walk->data);
}

static void
walk_stages (const Walk *walk, OctFramework *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      OctStage *stage = self->stages->pdata[i];

      visit (walk, PLACE_TEXT, &stage->name, "stage", stage->key, "name", NULL);
      visit (walk, PLACE_TEXT, &stage->meaning, "stage", stage->key, "meaning", NULL);
      visit (walk, PLACE_FLAG, &stage->retired, "stage", stage->key, "retired", NULL);
    }
}

static void
walk_texts (const Walk *walk, OctElement *element)
{
  const struct
  {
    const char *name;
    char **place;
  } texts[] = {
    { "name", &element->name },           { "short-name", &element->short_name },
    { "icon", &element->icon },           { "source", &element->source },
    { "summary", &element->summary },     { "asks", &element->asks },
    { "gives", &element->give_question }, { "gains", &element->gain_question },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    visit (walk, PLACE_TEXT, texts[i].place, "element", element->key, texts[i].name, NULL);
  visit (walk, PLACE_JUDGED, &element->judged, "element", element->key, "judged", NULL);
}

static void
walk_aspects (const Walk *walk, OctElement *element)
{
  for (guint i = 0; i < element->aspects->len; i++)
    {
      OctAspect *aspect = element->aspects->pdata[i];
      g_autofree char *path = g_strjoin ("/", "element", element->key, "aspect", aspect->key, NULL);

      visit (walk, PLACE_TEXT, &aspect->name, path, "name", NULL);
      visit (walk, PLACE_TEXT, &aspect->question, path, "question", NULL);
      visit (walk, PLACE_GROUP, &aspect->group, path, "group", NULL);
      visit (walk, PLACE_TEXT, &aspect->source, path, "source", NULL);
      visit (walk, PLACE_FLAG, &aspect->retired, path, "retired", NULL);
    }
}

static void
walk_descriptors (const Walk *walk, OctFramework *self, OctElement *element)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const OctStage *stage = self->stages->pdata[i];

      visit (walk, PLACE_TEXT, &element->descriptors[i], "element", element->key, "stage",
             stage->key, NULL);
      visit (walk, PLACE_TEXT, &element->school_descriptors[i], "element", element->key,
             "school-stage", stage->key, NULL);
    }
}

static void
walk_indicators (const Walk *walk, OctElement *element)
{
  for (guint i = 0; i < element->indicators->len; i++)
    {
      OctIndicator *indicator = element->indicators->pdata[i];
      g_autofree char *path = g_strjoin ("/", "element", element->key, "indicator", indicator->key,
                                         NULL);

      visit (walk, PLACE_TEXT, &indicator->name, path, "name", NULL);
      visit (walk, PLACE_TEXT, &indicator->definition, path, "definition", NULL);
      visit (walk, PLACE_TEXT, &indicator->unit, path, "unit", NULL);
      visit (walk, PLACE_TEXT, &indicator->aim, path, "aim", NULL);
      visit (walk, PLACE_TEXT, &indicator->published, path, "published", NULL);
      visit (walk, PLACE_DIRECTION, &indicator->direction, path, "direction", NULL);
      visit (walk, PLACE_SOURCE, &indicator->source, path, "from", NULL);
      visit (walk, PLACE_FLAG, &indicator->retired, path, "retired", NULL);
    }
}

static void
walk_all (const Walk *walk, OctFramework *self)
{
  visit (walk, PLACE_TEXT, &self->name, "name", NULL);
  visit (walk, PLACE_TEXT, &self->source, "source", NULL);
  visit (walk, PLACE_TEXT, &self->guidance, "guidance", NULL);
  walk_stages (walk, self);
  for (guint i = 0; i < self->elements->len; i++)
    {
      OctElement *element = self->elements->pdata[i];

      walk_texts (walk, element);
      walk_aspects (walk, element);
      walk_descriptors (walk, self, element);
      walk_indicators (walk, element);
    }
}

/* --- reading --- */

static char *
place_to_text (PlaceKind kind, gconstpointer place)
{
  switch (kind)
    {
    case PLACE_TEXT:
    case PLACE_GROUP:
      return g_strdup (*(char *const *) place != NULL ? *(char *const *) place : "");
    case PLACE_FLAG:
      return g_strdup (*(const gboolean *) place ? "yes" : "no");
    case PLACE_JUDGED:
      return g_strdup ((*(const OctJudgedBy *) place & OCT_JUDGED_BY_SCHOOLS) != 0 ? "schools"
                                                                                   : "trust");
    case PLACE_DIRECTION:
      return g_strdup (oct_indicator_direction_to_key (*(const OctIndicatorDirection *) place));
    case PLACE_SOURCE:
      return g_strdup (oct_indicator_source_to_key (*(const OctIndicatorSource *) place));
    default:
      g_assert_not_reached ();
    }
}

static void
note_cb (const char *path, PlaceKind kind, gpointer place, gpointer data)
{
  g_hash_table_insert (data, g_strdup (path), place_to_text (kind, place));
}

static void
note_list (GHashTable *rows, char *path, const GPtrArray *items)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", *(char *const *) items->pdata[i]);
  g_hash_table_insert (rows, path, g_strdup (keys->str));
}

static char *
list_path (const OctElement *element, const char *list)
{
  return g_strjoin ("/", "element", element->key, list, NULL);
}

static GHashTable *
write_down (OctFramework *self)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const Walk walk = { note_cb, rows };

  walk_all (&walk, self);
  note_list (rows, g_strdup ("stages"), self->stages);
  for (guint i = 0; i < self->elements->len; i++)
    {
      const OctElement *element = self->elements->pdata[i];

      note_list (rows, list_path (element, "aspects"), element->aspects);
      note_list (rows, list_path (element, "indicators"), element->indicators);
    }
  return rows;
}

/**
 * oct_framework_draft_diff:
 * @base: the present version
 * @draft: what is to follow it; it has the same elements
 *
 * Returns: (transfer full) (element-type utf8 utf8): the texts of @draft that differ, by path; empty
 *   where nothing does
 */
GHashTable *
oct_framework_draft_diff (OctFramework *base, OctFramework *draft)
{
  g_autoptr (GHashTable) before = NULL;
  GHashTable *rows;
  GHashTableIter iter;
  gpointer path;
  gpointer text;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (base), NULL);
  g_return_val_if_fail (OCT_IS_FRAMEWORK (draft), NULL);

  before = write_down (base);
  rows = write_down (draft);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &path, &text))
    if (g_strcmp0 (g_hash_table_lookup (before, path), text) == 0)
      g_hash_table_iter_remove (&iter);
  return rows;
}

/* --- putting back --- */

static void
put_text (char **place, const char *text, gboolean nullable)
{
  g_free (*place);
  *place = nullable && *text == '\0' ? NULL : g_strdup (text);
}

static void
put_cb (const char *path, PlaceKind kind, gpointer place, gpointer data)
{
  const char *text = g_hash_table_lookup (data, path);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  switch (kind)
    {
    case PLACE_TEXT:
    case PLACE_GROUP:
      put_text (place, text, kind == PLACE_GROUP);
      break;
    case PLACE_FLAG:
      *(gboolean *) place = g_str_equal (text, "yes");
      break;
    case PLACE_JUDGED:
      *(OctJudgedBy *) place = OCT_JUDGED_BY_TRUST
                               | (g_str_equal (text, "schools") ? OCT_JUDGED_BY_SCHOOLS : 0);
      break;
    case PLACE_DIRECTION:
      oct_indicator_direction_from_key (text, place);
      break;
    case PLACE_SOURCE:
      oct_indicator_source_from_key (text, place);
      break;
    default:
      g_assert_not_reached ();
    }
}

typedef gpointer (*NewItemFunc) (const char *key);

static gpointer
new_stage (const char *key)
{
  OctStage *stage = g_new0 (OctStage, 1);

  stage->key = g_strdup (key);
  stage->name = g_strdup ("");
  stage->meaning = g_strdup ("");
  return stage;
}

static gpointer
new_aspect (const char *key)
{
  const OctAspect aspect = { .key = (char *) key };

  return oct_aspect_copy (&aspect);
}

static gpointer
new_indicator (const char *key)
{
  const OctIndicator indicator = { .key = (char *) key };

  return oct_indicator_copy (&indicator);
}

/* Puts the items in the order of @keys; new ones are made where @elsewhere doesn't have the key, and
 * what is not named keeps its order at the end, since it may have been judged by. */
static void
arrange (GPtrArray *items, const char *keys, NewItemFunc new_item, OctFramework *elsewhere)
{
  g_auto (GStrv) wanted = g_strsplit (keys, " ", -1);
  guint done = 0;

  for (guint i = 0; wanted[i] != NULL && done < OCT_FRAMEWORK_MAX_ITEMS; i++)
    {
      int place = oct_framework_find_item (items, wanted[i]);
      gpointer item;

      if (place >= 0 && (guint) place < done)
        continue;
      if (place < 0
          && (!oct_framework_check_key ("", wanted[i], NULL)
              || (elsewhere != NULL
                  && oct_framework_find_indicator (elsewhere, wanted[i], NULL) != NULL)))
        continue;
      item = place >= 0 ? g_ptr_array_steal_index (items, (guint) place) : new_item (wanted[i]);
      g_ptr_array_insert (items, (int) done++, item);
    }
}

static void
arrange_descriptors (char ***texts, const GPtrArray *before, const GPtrArray *stages)
{
  char **arranged = g_new0 (char *, stages->len + 1);

  for (guint i = 0; i < stages->len; i++)
    {
      int place = -1;

      for (guint j = 0; j < before->len; j++)
        if (g_str_equal (before->pdata[j], *(char *const *) stages->pdata[i]))
          place = (int) j;
      arranged[i] = g_strdup (place >= 0 ? (*texts)[place] : "");
    }
  g_strfreev (*texts);
  *texts = arranged;
}

static void
arrange_stages (OctFramework *self, const char *keys)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->stages->len; i++)
    g_ptr_array_add (before, g_strdup (*(char *const *) self->stages->pdata[i]));
  arrange (self->stages, keys, new_stage, NULL);
  for (guint i = 0; i < self->elements->len; i++)
    {
      OctElement *element = self->elements->pdata[i];

      arrange_descriptors (&element->descriptors, before, self->stages);
      arrange_descriptors (&element->school_descriptors, before, self->stages);
    }
}

/**
 * oct_framework_draft_apply:
 * @base: the present version
 * @rows: (element-type utf8 utf8): texts by path, from oct_framework_draft_diff(), or made by anybody
 *
 * Nothing is checked beyond what a framework can hold; see oct_framework_find_problems().
 *
 * Returns: (transfer full): the version after @base with these texts
 */
OctFramework *
oct_framework_draft_apply (OctFramework *base, GHashTable *rows)
{
  OctFramework *draft;
  const char *stages;
  const Walk walk = { put_cb, rows };

  g_return_val_if_fail (OCT_IS_FRAMEWORK (base), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  draft = oct_framework_copy (base);
  draft->version++;
  stages = g_hash_table_lookup (rows, "stages");
  if (stages != NULL)
    arrange_stages (draft, stages);
  for (guint i = 0; i < draft->elements->len; i++)
    {
      OctElement *element = draft->elements->pdata[i];
      g_autofree char *aspects = list_path (element, "aspects");
      g_autofree char *indicators = list_path (element, "indicators");

      if (g_hash_table_contains (rows, aspects))
        arrange (element->aspects, g_hash_table_lookup (rows, aspects), new_aspect, NULL);
      if (g_hash_table_contains (rows, indicators))
        arrange (element->indicators, g_hash_table_lookup (rows, indicators), new_indicator, draft);
    }
  walk_all (&walk, draft);
  return draft;
}

/**
 * oct_framework_draft_is_prose:
 * @path: the path of a row
 *
 * Returns: whether the row is words that people wrote, rather than an order or a choice
 */
gboolean
oct_framework_draft_is_prose (const char *path)
{
  static const char *const others[] = { "stages", "aspects",   "indicators", "retired",
                                        "judged", "direction", "from" };
  const char *last = strrchr (path, '/');

  last = last != NULL ? last + 1 : path;
  /* Of a descriptor, the last part is the key of its stage. */
  if (strstr (path, "/stage/") != NULL || strstr (path, "/school-stage/") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (last, others[i]))
      return FALSE;
  return TRUE;
}
