/* The evidence binder; see the header.
 *
 * It is written into a hidden folder beside its place and given its name at the end, so that a binder
 * is there whole or not at all. Files are verified as they are copied out; one that is missing or was
 * altered is told in the index and in the report, and doesn't keep the others back.
 */
#include "oct-evidence-binder.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-binder-private.h"
#include "oct-error.h"
#include "oct-evidence-objects.h"

/* In bytes; the longest name of a file that every system takes is 255. */
#define MAX_NAME 100

typedef struct
{
  OctWorkspace *workspace;
  const OctBinderElement *elements;
  guint n_elements;
  char *folder; /* under its hidden name */
  GHashTable *schools;
  GHashTable *cycles;
  GHashTable *used; /* paths, folded: some systems don't tell capitals from small letters */
  GPtrArray *entries;
  OctBinderReport *report;
  GCancellable *cancellable;
} Binder;

/**
 * oct_binder_report_free:
 * @report: (transfer full): a report
 */
void
oct_binder_report_free (OctBinderReport *report)
{
  g_free (report->folder);
  g_ptr_array_unref (report->missing);
  g_free (report);
}

static void
entry_free (gpointer data)
{
  OctBinderEntry *entry = data;

  g_free (entry->path);
  g_free (entry->places);
  g_free (entry);
}

static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul" };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_str_has_prefix (folded, devices[i])
        && (folded[3] == '\0' || folded[3] == '.' || folded[3] == ' '))
      return TRUE;

  return (g_str_has_prefix (folded, "com") || g_str_has_prefix (folded, "lpt"))
         && g_ascii_isdigit (folded[3]) && (folded[4] == '\0' || folded[4] == '.');
}

/* Letters, digits and marks that mean nothing to a shell, to Windows or in an address. Characters that
 * turn the direction of writing could hide an ending. */
static gboolean
is_harmless (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character)
         || (character < 128 && strchr ("-_.,() ", (int) character) != NULL && character != '\0');
}

/* Long names lose their middle: the ending says what opens them. */
static void
shorten (GString *name)
{
  const char *dot = strrchr (name->str, '.');
  gsize ending = dot != NULL && strlen (dot) <= 10 ? strlen (dot) : 0;
  gsize keep = MAX_NAME - ending;

  if (name->len <= MAX_NAME)
    return;
  while ((name->str[keep] & 0xc0) == 0x80)
    keep--;
  g_string_erase (name, (gssize) keep, (gssize) (name->len - ending - keep));
}

/**
 * oct_evidence_binder_safe_name:
 * @name: a name that somebody gave
 *
 * Returns: (transfer full): it, as the name of a file that is readable and harmless on every system
 */
char *
oct_evidence_binder_safe_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *safe = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_harmless (character))
        g_string_append_unichar (safe, character);
      else if (safe->len > 0 && safe->str[safe->len - 1] != '_')
        g_string_append_c (safe, '_');
    }
  while (safe->len > 0 && strchr (". -", safe->str[0]) != NULL)
    g_string_erase (safe, 0, 1);
  shorten (safe);
  while (safe->len > 0 && strchr (". ", safe->str[safe->len - 1]) != NULL)
    g_string_truncate (safe, safe->len - 1);
  if (safe->len == 0)
    g_string_append (safe, "file");
  if (is_device (safe->str))
    g_string_prepend_c (safe, '_');

  return g_string_free (safe, FALSE);
}

/* (transfer full): "report.pdf", or "report (2).pdf" where that is taken. */
static char *
take_path (Binder *self, const char *folder, const char *name)
{
  const char *dot = strrchr (name, '.');
  int stem = (int) (dot != NULL && dot != name ? (gsize) (dot - name) : strlen (name));

  for (guint n = 1;; n++)
    {
      g_autofree char *path = n == 1 ? g_build_filename (folder, name, NULL)
                                     : g_strdup_printf ("%s/%.*s (%u)%s", folder, stem, name, n,
                                                        name + stem);
      char *folded = g_utf8_casefold (path, -1);

      if (g_hash_table_add (self->used, folded))
        return g_steal_pointer (&path);
    }
}

static char *
element_folder (Binder *self, guint element)
{
  g_autofree char *name = NULL;

  if (element >= self->n_elements)
    return oct_evidence_binder_safe_name (_("Not at an element"));
  name = oct_evidence_binder_safe_name (self->elements[element].name);

  return g_strdup_printf ("%u %s", element + 1, name);
}

static gboolean
copy_file (Binder *self, OctBinderEntry *entry, GError **error)
{
  g_autofree char *folder = element_folder (self, entry->element);
  g_autofree char *full_folder = g_build_filename (self->folder, folder, NULL);
  g_autofree char *name = oct_evidence_binder_safe_name (entry->evidence->file_name);
  g_autofree char *path = take_path (self, folder, name);
  g_autofree char *full = g_build_filename (self->folder, path, NULL);
  g_autoptr (GError) local_error = NULL;

  g_mkdir (full_folder, 0700);
  if (oct_evidence_objects_copy_out (self->workspace, entry->evidence->object, full,
                                     self->cancellable, &local_error))
    {
      entry->path = g_steal_pointer (&path);
      self->report->n_files++;
      return TRUE;
    }
  if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_NOT_FOUND)
      || g_error_matches (local_error, OCT_ERROR, OCT_ERROR_DAMAGED))
    {
      entry->missing = TRUE;
      g_ptr_array_add (self->report->missing, g_strdup (entry->evidence->name));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static guint
find_element (Binder *self, const char *key)
{
  guint element = 0;

  while (element < self->n_elements && !g_str_equal (self->elements[element].key, key))
    element++;

  return element;
}

/* "Autumn 2026, Oak Primary; Autumn 2026, trust", for the links at one element. */
static char *
places_at (Binder *self, const OctEvidence *evidence, guint element)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < evidence->links->len; i++)
    {
      const OctEvidenceLink *link = g_ptr_array_index (evidence->links, i);
      const char *cycle = g_hash_table_lookup (self->cycles, link->cycle_id);
      const char *school = link->school_id != NULL
                             ? g_hash_table_lookup (self->schools, link->school_id)
                             : _("Trust");

      if (find_element (self, link->element) != element)
        continue;
      g_string_append_printf (places, "%s%s, %s", places->len > 0 ? "; " : "",
                              school != NULL ? school : "", cycle != NULL ? cycle : "");
    }

  return g_string_free (places, FALSE);
}

static void
add_entries (Binder *self, const OctEvidence *evidence, guint element)
{
  gboolean here = evidence->links->len == 0 && element == self->n_elements;
  OctBinderEntry *entry;

  for (guint i = 0; i < evidence->links->len && !here; i++)
    here = find_element (self, ((OctEvidenceLink *) evidence->links->pdata[i])->element) == element;
  if (!here)
    return;
  entry = g_new0 (OctBinderEntry, 1);
  entry->evidence = evidence;
  entry->element = element;
  entry->places = places_at (self, evidence, element);
  g_ptr_array_add (self->entries, entry);
}

static gboolean
read_names (Binder *self, GError **error)
{
  g_autoptr (GPtrArray) schools = oct_workspace_read_schools (self->workspace, TRUE, error);
  g_autoptr (GPtrArray) cycles = schools != NULL
                                   ? oct_workspace_read_cycles (self->workspace, error)
                                   : NULL;

  if (cycles == NULL)
    return FALSE;
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      g_hash_table_insert (self->schools, g_strdup (school->id), g_strdup (school->name));
    }
  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      g_hash_table_insert (self->cycles, g_strdup (cycle->id), g_strdup (cycle->name));
    }

  return TRUE;
}

static gboolean
write_text (Binder *self, const char *name, const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
write_index (Binder *self, const char *title, GError **error)
{
  g_autofree char *html = oct_binder_make_html (self->entries, self->elements, self->n_elements,
                                                title);
  g_autofree char *csv = oct_binder_make_csv (self->entries, self->elements, self->n_elements);

  return write_text (self, "index.html", html, error) && write_text (self, "index.csv", csv, error);
}

static gboolean
copy_files (Binder *self, OctBinderProgress progress, gpointer data, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      OctBinderEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (data, entry->evidence->name, i, self->entries->len);
      if (entry->evidence->kind == OCT_EVIDENCE_FILE && !copy_file (self, entry, error))
        return FALSE;
    }

  return TRUE;
}

/* "Evidence of Longshore Learning Trust 2026-10-02". */
static char *
make_title (OctWorkspace *workspace)
{
  g_autoptr (OctOwnTrust) trust = oct_workspace_read_trust (workspace, NULL);
  g_autofree char *day = oct_date_to_iso (oct_date_today ());

  if (trust == NULL)
    /* Translators: %s is a day, as in 2026-10-02. */
    return g_strdup_printf (_("Evidence %s"), day);

  /* Translators: the first %s is a trust's name, the second a day, as in 2026-10-02. */
  return g_strdup_printf (_("Evidence of %s %s"), trust->name, day);
}

/* A folder that wasn't there gets its name, in one step. */
static gboolean
give_name (Binder *self, const char *parent, const char *title, GError **error)
{
  g_autofree char *name = oct_evidence_binder_safe_name (title);

  for (guint n = 1; n < 1000; n++)
    {
      g_autofree char *numbered = n == 1 ? g_strdup (name) : g_strdup_printf ("%s (%u)", name, n);
      g_autofree char *path = g_build_filename (parent, numbered, NULL);

      /* Making it first sees to it that nothing of that name is written over; an empty folder may be
       * renamed over. */
      if (g_mkdir (path, 0700) != 0)
        {
          if (errno == EEXIST)
            continue;
          break;
        }
      if (g_rename (self->folder, path) != 0)
        {
          g_rmdir (path);
          break;
        }
      self->report->folder = g_steal_pointer (&path);
      return TRUE;
    }
  g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
               /* Translators: %s is a folder. */
               _("The binder can’t be saved in “%s”. Choose another folder."), parent);

  return FALSE;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static gboolean
write_binder (Binder *self, GPtrArray *evidence, const char *parent, OctBinderProgress progress,
              gpointer data, GError **error)
{
  g_autofree char *title = make_title (self->workspace);

  if (!read_names (self, error))
    return FALSE;
  for (guint element = 0; element <= self->n_elements; element++)
    for (guint i = 0; i < evidence->len; i++)
      add_entries (self, g_ptr_array_index (evidence, i), element);
  self->folder = g_build_filename (parent, ".octant-binder-XXXXXX", NULL);
  if (g_mkdtemp_full (self->folder, 0700) == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
                   _("The binder can’t be saved in “%s”. Choose another folder."), parent);
      g_clear_pointer (&self->folder, g_free);
      return FALSE;
    }

  return copy_files (self, progress, data, error) && write_index (self, title, error)
         && give_name (self, parent, title, error);
}

/**
 * oct_evidence_binder_write:
 * @workspace: a workspace; on its own thread
 * @filter: which evidence
 * @elements: (array length=n_elements): the elements in their order
 * @n_elements: how many
 * @parent: the folder in which the binder is made
 * @progress: (nullable): is told how far it is
 * @data: its data
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a binder. Evidence that stands at several elements is in the folder of each.
 *
 * Returns: (transfer full) (nullable): what was made; %NULL with @error set, and nothing is left then
 */
OctBinderReport *
oct_evidence_binder_write (OctWorkspace *workspace, const OctEvidenceFilter *filter,
                           const OctBinderElement *elements, guint n_elements, const char *parent,
                           OctBinderProgress progress, gpointer data, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (OctBinderReport) report = g_new0 (OctBinderReport, 1);
  g_autoptr (GPtrArray) evidence = NULL;
  Binder self = { workspace, elements, n_elements, .report = report, .cancellable = cancellable };
  gboolean done;

  report->missing = g_ptr_array_new_with_free_func (g_free);
  evidence = oct_workspace_read_evidence (workspace, filter, error);
  if (evidence == NULL)
    return NULL;
  self.schools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.entries = g_ptr_array_new_with_free_func (entry_free);
  done = write_binder (&self, evidence, parent, progress, data, error);
  if (!done && self.folder != NULL)
    remove_tree (self.folder);
  g_hash_table_unref (self.schools);
  g_hash_table_unref (self.cycles);
  g_hash_table_unref (self.used);
  g_ptr_array_unref (self.entries);
  g_free (self.folder);

  return done ? g_steal_pointer (&report) : NULL;
}
