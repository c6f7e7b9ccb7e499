/* What was found about a person, to be handed over, and what removing them would do.
 *
 * Both are for people outside the program as much as in it: an access request is answered with the
 * file, and nobody should remove anything for good without having read what goes and what stays.
 */
#include "oct-person-search.h"

#include <glib/gi18n.h>

#include "oct-table.h"

enum
{
  COLUMN_KIND,
  COLUMN_WHERE,
  COLUMN_FIELD,
  COLUMN_TEXT,
  N_COLUMNS
};

static void
place_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  const OctFoundPerson *found = source;
  const OctFoundPlace *place = g_ptr_array_index (found->places, row);

  if (column == COLUMN_KIND)
    cell->text = oct_place_kind_to_text (place->kind);
  else if (column == COLUMN_WHERE)
    cell->text = place->where;
  else if (column == COLUMN_FIELD)
    cell->text = place->field;
  else
    cell->text = place->text;
}

static GBytes *
to_csv (const OctFoundPerson *found)
{
  const OctTableColumn columns[N_COLUMNS] = {
    { _("Kind"), OCT_CELL_TEXT, 24 },
    { _("Where"), OCT_CELL_TEXT, 48 },
    { _("Part"), OCT_CELL_TEXT, 16 },
    { _("What stands there"), OCT_CELL_TEXT, 80 },
  };
  const OctTable table = {
    .name = _("What names a person"),
    .columns = columns,
    .n_columns = N_COLUMNS,
    .n_rows = found->places->len,
    .cell = place_cell,
    .source = (gpointer) found,
  };

  return oct_table_to_csv (&table, TRUE);
}

static GBytes *
to_text (const OctFoundPerson *found)
{
  GString *text = g_string_new (NULL);
  g_autofree char *names = g_strjoinv (", ", found->names);
  g_autofree char *today = oct_date_to_text (oct_date_today ());
  OctPlaceKind kind = OCT_PLACE_PERSON;
  gsize length;

  /* Translators: the forms of a person's name. */
  g_string_append_printf (text, _("What names: %s"), names);
  /* Translators: %s is a day. */
  g_string_append_printf (text, _("\nAs at %s\n"), today);
  for (guint i = 0; i < found->places->len; i++)
    {
      const OctFoundPlace *place = g_ptr_array_index (found->places, i);

      if (i == 0 || place->kind != kind)
        g_string_append_printf (text, "\n%s\n", oct_place_kind_to_text (place->kind));
      kind = place->kind;
      g_string_append_printf (text, "- %s", place->where);
      if (place->field[0] != '\0')
        g_string_append_printf (text, " · %s", place->field);
      g_string_append_printf (text, "\n  %s\n", place->text);
    }
  length = text->len;

  return g_bytes_new_take (g_string_free (text, FALSE), length);
}

/**
 * oct_found_person_save:
 * @found: what was found
 * @path: a file; a table of comma-separated values where its name ends in ".csv", else plain text
 * @error: return location for an error
 *
 * Writes all that was found to a file, for whoever asked what is held about them.
 *
 * Returns: whether it is written
 */
gboolean
oct_found_person_save (const OctFoundPerson *found, const char *path, GError **error)
{
  g_autofree char *small = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = g_str_has_suffix (small, ".csv") ? to_csv (found) : to_text (found);
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path, content, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}

/* --- removing --- */

/* How much evidence goes with its files. */
static guint
count_evidence (const OctRemoval *removal)
{
  return removal->evidence != NULL ? g_strv_length ((GStrv) removal->evidence) : 0;
}

static gboolean
goes (const OctRemoval *removal, const OctFoundPlace *place)
{
  return place->evidence_id != NULL && removal->evidence != NULL
         && g_strv_contains (removal->evidence, place->evidence_id);
}

/* @sentence: (transfer full): added where @n isn't 0. */
static void
add (GPtrArray *sentences, guint n, char *sentence)
{
  if (n > 0)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

static void
describe_texts (const OctFoundPerson *found, GPtrArray *sentences)
{
  guint records = oct_found_person_count (found, OCT_PLACE_RECORD);
  guint history = oct_found_person_count (found, OCT_PLACE_HISTORY);
  guint undo = oct_found_person_count (found, OCT_PLACE_UNDO);
  guint backups = oct_found_person_count (found, OCT_PLACE_BACKUP);

  add (sentences, records,
       g_strdup_printf (ngettext ("The name in %u text of your records.",
                                  "The name in %u texts of your records.", records),
                        records));
  add (sentences, history,
       g_strdup_printf (ngettext ("The name in %u line of history.",
                                  "The name in %u lines of history.", history),
                        history));
  add (sentences, undo,
       g_strdup_printf (
         ngettext ("What undo kept of %u edit.", "What undo kept of %u edits.", undo), undo));
  add (sentences, backups,
       g_strdup_printf (ngettext ("The name in %u backup, which is written anew.",
                                  "The name in %u backups, which are written anew.", backups),
                        backups));
}

static void
describe_references (const OctFoundPerson *found, const OctRemoval *removal, GPtrArray *sentences)
{
  guint n = oct_found_person_count (found, OCT_PLACE_REFERENCE);

  if (removal->other_id != NULL || removal->post != NULL)
    add (
      sentences, n,
      g_strdup_printf (ngettext ("The name under %u record: the replacement stands there instead.",
                                 "The name under %u records: the replacement stands there "
                                 "instead.",
                                 n),
                       n));
  else
    add (sentences, n,
         g_strdup_printf (ngettext ("The name under %u record: nobody stands there any more.",
                                    "The name under %u records: nobody stands there any more.", n),
                          n));
}

/* (transfer full) (nullable): a file or a backup that is afterwards as it was. */
static char *
describe_left (const OctFoundPlace *place)
{
  switch (place->kind)
    {
    case OCT_PLACE_FILE:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_("The file “%s”, which holds the name."), place->text);
    case OCT_PLACE_FILE_UNREAD:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_("The file “%s”, into which Octant can’t look. It may hold the "
                                "name."),
                              place->text);
    case OCT_PLACE_BACKUP_UNREAD:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_("The backup “%s”, which can’t be read. It may hold the name."),
                              place->text);
    default:
      return NULL;
    }
}

static void
describe_rest (const OctFoundPerson *found, const OctRemoval *removal, GPtrArray *sentences)
{
  for (guint i = 0; i < found->places->len; i++)
    {
      const OctFoundPlace *place = g_ptr_array_index (found->places, i);
      char *sentence = goes (removal, place) ? NULL : describe_left (place);

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  g_ptr_array_add (sentences, g_strdup (_("Stages, dates and all other words of the records.")));
  g_ptr_array_add (
    sentences, g_strdup (_("Whatever was saved outside Octant: pictures, spreadsheets, binders and "
                           "copies of this workspace. Look for those yourself.")));
}

static const char *
describe_entry (const OctFoundPerson *found, const OctRemoval *removal)
{
  if (removal->other_id != NULL || removal->post == NULL)
    return _("The entry in the list of people.");

  return found->names[0] != NULL ? _("The name in the list of people. The post stays.")
                                 : _("The post in the list of people, for the new one.");
}

/**
 * oct_found_person_describe_removal:
 * @found: what was found of the person
 * @removal: what is to be done
 * @goes: (element-type utf8): to which is added what is taken away, as sentences
 * @stays: (element-type utf8): to which is added what is left
 *
 * Says exactly what a removal does, before anybody decides on it.
 */
void
oct_found_person_describe_removal (const OctFoundPerson *found, const OctRemoval *removal,
                                   GPtrArray *goes, GPtrArray *stays)
{
  guint people = oct_found_person_count (found, OCT_PLACE_PERSON);
  guint evidence = count_evidence (removal);

  if (removal->person_id != NULL && people > 0)
    g_ptr_array_add (goes, g_strdup (describe_entry (found, removal)));
  describe_texts (found, goes);
  describe_references (found, removal, goes);
  add (goes, evidence,
       g_strdup_printf (ngettext ("%u piece of evidence, with its file.",
                                  "%u pieces of evidence, with their files.", evidence),
                        evidence));
  describe_rest (found, removal, stays);
}
