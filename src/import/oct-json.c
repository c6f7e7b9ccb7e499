/* Strict JSON from a lenient parser.
 *
 * A scan over the bytes comes first. It refuses what is not UTF-8, what is nested too deep for a
 * recursive parser, and everything outside of strings that strict JSON doesn't have, comments above
 * all. Only then json-glib builds its tree, and is watched for members that are there twice.
 */
#include "oct-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"

/* Where the scan stands. */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
  guint depth;
} Scan;

static gboolean
refuse_syntax (const Scan *scan, GError **error)
{
  g_set_error (error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
               _("This is not JSON: line %u can’t be read. Open the file in a text editor and mend "
                 "the line, or use a copy that the program has written."),
               scan->line);
  return FALSE;
}

/* The scan stands behind the opening quotation mark, and is left behind the closing one. */
static gboolean
scan_string (Scan *scan, GError **error)
{
  while (scan->at < scan->end)
    {
      char c = *scan->at++;

      if (c == '"')
        return TRUE;
      if ((guchar) c < 0x20)
        return refuse_syntax (scan, error);
      if (c != '\\')
        continue;
      if (scan->at == scan->end || strchr ("\"\\/bfnrtu", *scan->at) == NULL)
        return refuse_syntax (scan, error);
      /* A text with a NUL in it would end there for everybody who reads it. */
      if (scan->end - scan->at >= 5 && strncmp (scan->at, "u0000", 5) == 0)
        return refuse_syntax (scan, error);
      scan->at++;
    }
  return refuse_syntax (scan, error);
}

static gboolean
scan_mark (Scan *scan, char c, GError **error)
{
  if (c == '{' || c == '[')
    scan->depth++;
  else if ((c == '}' || c == ']') && scan->depth-- == 0)
    return refuse_syntax (scan, error);
  else if (c == '\n')
    scan->line++;
  else if (!g_ascii_isalnum (c) && strchr ("}],:+-. \t\r", c) == NULL)
    return refuse_syntax (scan, error);

  if (scan->depth <= OCT_JSON_MAX_DEPTH)
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
               _("Line %u: lists are nested in lists too deep to be read. Use a copy that the "
                 "program has written."),
               scan->line);
  return FALSE;
}

static gboolean
scan_text (const char *text, gsize size, GError **error)
{
  Scan scan = { text, text + size, 1, 0 };

  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
                   _("This file is not UTF-8 text. Save it as UTF-8 and open it again."));
      return FALSE;
    }
  while (scan.at < scan.end)
    {
      char c = *scan.at++;

      if (c == '"' ? !scan_string (&scan, error) : !scan_mark (&scan, c, error))
        return FALSE;
    }
  return TRUE;
}

/* Members that are there twice: json-glib tells of each member, but keeps the last of a name. */

typedef struct
{
  GHashTable *counts; /* JsonObject → how many members were told of */
  char *twice;        /* the first object found wrong, by its first member */
} Watch;

static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  Watch *self = user_data;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, object)) + 1;

  if (count > json_object_get_size (object) && self->twice == NULL)
    self->twice = g_strdup (name);
  g_hash_table_insert (self->counts, object, GUINT_TO_POINTER (count));
}

static void
object_end_cb (JsonParser *parser, JsonObject *object, gpointer user_data)
{
  Watch *self = user_data;

  /* The memory may become another object. */
  g_hash_table_remove (self->counts, object);
}

static JsonNode *
parse (const char *text, gsize size, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) problem = NULL;
  g_autofree char *twice = NULL;
  Watch watch = { counts, NULL };

  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &watch);
  g_signal_connect (parser, "object-end", G_CALLBACK (object_end_cb), &watch);
  if (!json_parser_load_from_data (parser, text, (gssize) size, &problem))
    {
      g_free (watch.twice);
      g_set_error (error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
                   _("This is not JSON: line %u can’t be read. Open the file in a text editor and "
                     "mend the line, or use a copy that the program has written."),
                   json_parser_get_current_line (parser));
      return NULL;
    }
  twice = watch.twice;
  if (twice != NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
                   _("“%s” is there twice in one place. Remove one of them."), twice);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

/**
 * oct_json_parse:
 * @bytes: what a file holds
 * @max_bytes: the most it may be
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the tree; %NULL with %OCT_ERROR_EMPTY_FILE,
 *   %OCT_ERROR_TOO_LARGE, or %OCT_ERROR_BAD_TEXT where it is not strict JSON
 */
JsonNode *
oct_json_parse (GBytes *bytes, gsize max_bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  if (size > max_bytes)
    {
      g_autofree char *limit = g_format_size (max_bytes);

      g_set_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
                   _("This file is larger than %s, so it was not read. Use a smaller one."), limit);
      return NULL;
    }
  if (size >= 3 && strncmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  if (size == 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE,
                   _("This file is empty. Choose another one."));
      return NULL;
    }
  if (!scan_text (text, size, error))
    return NULL;

  root = parse (text, size, error);
  if (root == NULL && (error == NULL || *error == NULL))
    g_set_error (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE,
                 _("This file is empty. Choose another one."));
  return root;
}

/**
 * oct_json_check_members:
 * @object: a part of a file
 * @where: what to call it in a message, such as "Element 3"
 * @known: (array zero-terminated=1): the members it may have
 * @error: return location for an error
 *
 * Returns: whether it has no other; else %OCT_ERROR_RULE
 */
gboolean
oct_json_check_members (JsonObject *object, const char *where, const char *const *known,
                        GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                     _("%s: “%s” is not known here. Check its spelling, or remove it."), where,
                     (const char *) l->data);
        return FALSE;
      }
  return TRUE;
}

static gboolean
refuse_missing (const char *where, const char *member, GError **error)
{
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE, _("%s: “%s” is missing. Add it."), where, member);
  return FALSE;
}

/**
 * oct_json_take_text:
 * @object: a part of a file
 * @where: what to call it in a message
 * @member: the name of a member
 * @required: whether it has to be there
 * @text: (out) (transfer full): its text, "" where it is missing
 * @error: return location for an error
 *
 * Returns: whether it is a text, or missing where it may be; else %OCT_ERROR_RULE
 */
gboolean
oct_json_take_text (JsonObject *object, const char *where, const char *member, gboolean required,
                    char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL && required)
    return refuse_missing (where, member, error);
  if (node != NULL
      && (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: “%s” has to be a text. Write it in quotation marks."), where, member);
      return FALSE;
    }
  *text = node != NULL ? json_node_dup_string (node) : g_strdup ("");
  return TRUE;
}

/**
 * oct_json_take_flag:
 * @object: a part of a file
 * @where: what to call it in a message
 * @member: the name of a member
 * @flag: (out): its value, %FALSE where it is missing
 * @error: return location for an error
 *
 * Returns: whether it is true, false or missing; else %OCT_ERROR_RULE
 */
gboolean
oct_json_take_flag (JsonObject *object, const char *where, const char *member, gboolean *flag,
                    GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL
      && (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: “%s” has to be true or false. Write one of the two words without "
                     "quotation marks."),
                   where, member);
      return FALSE;
    }
  *flag = node != NULL && json_node_get_boolean (node);
  return TRUE;
}

/**
 * oct_json_take_number:
 * @object: a part of a file
 * @where: what to call it in a message
 * @member: the name of a member, which has to be there
 * @min: the least it may be
 * @max: the most it may be
 * @number: (out): its value
 * @error: return location for an error
 *
 * Returns: whether it is a whole number within the limits; else %OCT_ERROR_RULE
 */
gboolean
oct_json_take_number (JsonObject *object, const char *where, const char *member, int min, int max,
                      int *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 value;

  if (node == NULL)
    return refuse_missing (where, member, error);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      value = json_node_get_int (node);
      if (value >= min && value <= max)
        {
          *number = (int) value;
          return TRUE;
        }
    }
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
               _("%s: “%s” has to be a whole number from %d to %d. Write one without quotation "
                 "marks."),
               where, member, min, max);
  return FALSE;
}

/**
 * oct_json_take_list:
 * @object: a part of a file
 * @where: what to call it in a message
 * @member: the name of a member
 * @required: whether it has to be there
 * @list: (out) (nullable) (transfer none): the list, %NULL where it is missing
 * @error: return location for an error
 *
 * Returns: whether it is a list, or missing where it may be; else %OCT_ERROR_RULE
 */
gboolean
oct_json_take_list (JsonObject *object, const char *where, const char *member, gboolean required,
                    JsonArray **list, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL && required)
    return refuse_missing (where, member, error);
  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: “%s” has to be a list. Write it in square brackets."), where, member);
      return FALSE;
    }
  *list = node != NULL ? json_node_get_array (node) : NULL;
  return TRUE;
}

/**
 * oct_json_get_entry:
 * @list: a list
 * @where: what to call it in a message
 * @position: which of its entries, from 0
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the entry; %NULL with %OCT_ERROR_RULE where it has no members
 */
JsonObject *
oct_json_get_entry (JsonArray *list, const char *where, guint position, GError **error)
{
  JsonNode *node = json_array_get_element (list, position);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
               _("%s: entry %u of the list has to be in braces, with a name before each of its "
                 "values."),
               where, position + 1);
  return NULL;
}

/**
 * oct_json_check_kind:
 * @root: what was parsed
 * @kind: what the file has to say it is, such as "framework"
 * @format: the newest format that can be read
 * @error: return location for an error
 *
 * Returns: whether it is of that kind and format; else %OCT_ERROR_RULE, or %OCT_ERROR_NEWER for a
 *   format of a newer version of the program
 */
gboolean
oct_json_check_kind (JsonNode *root, const char *kind, int format, GError **error)
{
  g_autofree char *found = NULL;
  JsonObject *object;
  int number;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("This file is JSON, but not of a kind that can be read here. Choose a file "
                     "that says “kind”: “%s”."),
                   kind);
      return FALSE;
    }
  object = json_node_get_object (root);
  if (!oct_json_take_text (object, _("File"), "kind", TRUE, &found, error))
    return FALSE;
  if (strcmp (found, kind) != 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("This file is of the kind “%.40s”. Choose one of the kind “%s”."), found,
                   kind);
      return FALSE;
    }
  if (!oct_json_take_number (object, _("File"), "format", 1, G_MAXINT, &number, error))
    return FALSE;
  if (number > format)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NEWER,
                   _("This file was written by a newer version of Octant, so nothing was read. "
                     "Update Octant to open it."));
      return FALSE;
    }
  return TRUE;
}
