/* Finding edits in the history of a workspace by the words in them; see the header. */

#include "oct-edit-search.h"

#include <string.h>

#include "oct-fold.h"

/* Edits read at a time. */
#define PAGE 500

typedef struct
{
  OctHistoryFilter filter;
  char *person_id;
  char *subject;
  char *folded;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->person_id);
  g_free (search->subject);
  g_free (search->folded);
  g_free (search);
}

static gboolean
has_word (const char *text, const char *words)
{
  g_autofree char *folded = text != NULL ? oct_fold (text) : NULL;
  g_autofree char *padded = NULL;

  if (folded == NULL)
    return FALSE;
  padded = g_strconcat (" ", folded, NULL);

  return strstr (padded, words) != NULL;
}

/**
 * oct_edit_record_has_words:
 * @record: an edit
 * @folded: words as oct_fold() makes them
 *
 * Returns: whether its sentence or what it changed has the words, at the beginning of a word
 */
gboolean
oct_edit_record_has_words (const OctEditRecord *record, const char *folded)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  words = g_strconcat (" ", folded, NULL);
  if (*folded == '\0' || has_word (record->sentence, words))
    return TRUE;
  for (guint i = 0; i < record->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (record->changes, i);

      if (change->kind == OCT_VALUE_TEXT
          && (has_word (change->before, words) || has_word (change->after, words)))
        return TRUE;
    }

  return FALSE;
}

static gpointer
run_search (OctWorkspace *workspace, gpointer data, GError **error)
{
  const Search *search = data;
  OctHistoryFilter filter = search->filter;
  guint limit = search->filter.limit;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_edit_record_free);

  filter.limit = PAGE;
  while (TRUE)
    {
      g_autoptr (GPtrArray) page = oct_workspace_read_history (workspace, &filter, error);

      if (page == NULL)
        return NULL;
      g_ptr_array_set_free_func (page, NULL);
      for (guint i = 0; i < page->len; i++)
        {
          OctEditRecord *record = g_ptr_array_index (page, i);

          filter.before_seq = record->seq;
          if ((limit == 0 || found->len < limit)
              && oct_edit_record_has_words (record, search->folded))
            g_ptr_array_add (found, record);
          else
            oct_edit_record_free (record);
        }
      if (page->len < PAGE || (limit > 0 && found->len >= limit))
        return g_steal_pointer (&found);
    }
}

/**
 * oct_edit_search_async:
 * @workbench: a workbench with an open workspace
 * @filter: which edits, and how many at the most
 * @text: words as typed; "" for every edit
 * @cancellable: (nullable): to cancel with
 * @callback: finishes with oct_workbench_read_finish(): a #GPtrArray of #OctEditRecord, newest first
 * @user_data: for @callback
 *
 * Finds edits whose sentence or texts have the words.
 */
void
oct_edit_search_async (OctWorkbench *workbench, const OctHistoryFilter *filter, const char *text,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Search *search;

  g_return_if_fail (OCT_IS_WORKBENCH (workbench));
  g_return_if_fail (filter != NULL);
  g_return_if_fail (text != NULL);

  search = g_new0 (Search, 1);
  search->filter = *filter;
  search->filter.person_id = search->person_id = g_strdup (filter->person_id);
  search->filter.subject = search->subject = g_strdup (filter->subject);
  search->filter.record_id = NULL;
  search->folded = oct_fold (text);
  oct_workbench_read_async (workbench, run_search, search, search_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}
