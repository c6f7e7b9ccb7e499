/* A person with a name that nobody has; see the header. */
#include "people-fixture.h"

#include <string.h>

char *
fixture_add_person (Fixture *fixture, const char *name, const char *post)
{
  g_autoptr (GError) error = NULL;
  const OctPerson person = { .name = (char *) name, .post = (char *) post };
  char *id = NULL;

  oct_workspace_put_person (fixture->workspace, &plain, &person, &id, &error);
  g_assert_no_error (error);

  return id;
}

void
fixture_judge (Fixture *fixture, const OctEditInfo *info, const char *element, const char *reason,
               const char *assessor_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  OctJudgement *judgement = oct_judgement_new (fixture->cycle_id, NULL, element, NULL,
                                               OCT_VIEW_OWN);

  judgement->framework_id = g_strdup (fixture->framework_id);
  judgement->stage = g_strdup ("embedded");
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = TRUE;
  judgement->assessor_id = g_strdup (assessor_id);
  judgement->judged_on = 20261001;
  g_ptr_array_add (judgements, judgement);
  oct_workspace_put_judgements (fixture->workspace, info, judgements, &error);
  g_assert_no_error (error);
}

void
fixture_close_cycle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OctCycle cycle = { .id = fixture->cycle_id,
                     .name = (char *) "Autumn 2026",
                     .starts = 20260901,
                     .ends = 20261218,
                     .closed = TRUE,
                     .framework_id = fixture->framework_id };

  oct_workspace_put_cycle (fixture->workspace, &plain, &cycle, NULL, &error);
  g_assert_no_error (error);
}

/* Whether the bytes hold it in capitals or small letters; @step is 2 in UTF-16. Neighbours don't
 * matter, since a database has no space between its values. */
static gboolean
holds (const char *bytes, gsize size, const char *needle, gsize step)
{
  gsize length = strlen (needle);

  for (gsize i = 0; i + (length - 1) * step < size; i++)
    {
      gsize n = 0;

      while (n < length && g_ascii_tolower (bytes[i + n * step]) == needle[n])
        n++;
      if (n == length)
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_name (const char *bytes, gsize size)
{
  static const char *const forms[] = { "zerelda quennell", "zerelda_quennell", "zerelda.quennell",
                                       "quennell" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (holds (bytes, size, forms[i], 1) || holds (bytes, size, forms[i], 2))
      return TRUE;

  return FALSE;
}

static void
look_into (const char *path, GPtrArray *found)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize size = 0;

      if (holds_name (name, strlen (name)))
        g_ptr_array_add (found, g_strdup (child));
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        look_into (child, found);
      else if (g_file_get_contents (child, &content, &size, NULL) && holds_name (content, size))
        g_ptr_array_add (found, g_strdup (child));
    }
}

/* (transfer full): the files in which the name stands, in any form; what lies outside the data folder
 * is the user's own. */
static GPtrArray *
files_with_name (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  look_into (folder, found);

  return found;
}

guint
fixture_count_files_with_name (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = files_with_name (fixture);

  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (char *) found->pdata[i]);

  return found->len;
}
