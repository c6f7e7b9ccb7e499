/* Evidence as values: making, copying, checking and finding them; see the header. */

#include "oct-evidence.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-fold.h"

static const char *const kind_keys[] = { "note", "link", "file" };
static const char *const kind_texts[] = { N_("Note"), N_("Link"), N_("File") };

/**
 * oct_evidence_link_new:
 * @cycle_id: a cycle
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 * @aspect: (nullable): an aspect's key, or %NULL for the whole element
 *
 * Returns: (transfer full): a place that has not been kept yet
 */
OctEvidenceLink *
oct_evidence_link_new (const char *cycle_id, const char *school_id, const char *element,
                       const char *aspect)
{
  OctEvidenceLink *self = g_new0 (OctEvidenceLink, 1);

  self->cycle_id = g_strdup (cycle_id);
  self->school_id = g_strdup (school_id);
  self->element = g_strdup (element);
  self->aspect = g_strdup (aspect);

  return self;
}

/**
 * oct_evidence_link_copy:
 * @link: a place
 *
 * Returns: (transfer full): another one that says the same
 */
OctEvidenceLink *
oct_evidence_link_copy (const OctEvidenceLink *link)
{
  OctEvidenceLink *self = oct_evidence_link_new (link->cycle_id, link->school_id, link->element,
                                                 link->aspect);

  self->id = g_strdup (link->id);

  return self;
}

/**
 * oct_evidence_link_free:
 * @link: (transfer full): a place
 */
void
oct_evidence_link_free (OctEvidenceLink *link)
{
  g_free (link->id);
  g_free (link->cycle_id);
  g_free (link->school_id);
  g_free (link->element);
  g_free (link->aspect);
  g_free (link);
}

/**
 * oct_evidence_link_is_same_place:
 * @a: a place
 * @b: another
 *
 * Returns: whether both are the same cycle, subject, element and aspect
 */
gboolean
oct_evidence_link_is_same_place (const OctEvidenceLink *a, const OctEvidenceLink *b)
{
  return g_strcmp0 (a->cycle_id, b->cycle_id) == 0 && g_strcmp0 (a->school_id, b->school_id) == 0
         && g_strcmp0 (a->element, b->element) == 0 && g_strcmp0 (a->aspect, b->aspect) == 0;
}

static gpointer
copy_link (gconstpointer link, gpointer data)
{
  return oct_evidence_link_copy (link);
}

/**
 * oct_evidence_new:
 * @kind: what it is
 * @name: what it is called
 *
 * Returns: (transfer full): a piece of evidence that has not been kept yet and stands nowhere
 */
OctEvidence *
oct_evidence_new (OctEvidenceKind kind, const char *name)
{
  OctEvidence *self = g_new0 (OctEvidence, 1);

  self->kind = kind;
  self->name = g_strdup (name);
  self->text = g_strdup ("");
  self->url = g_strdup ("");
  self->file_name = g_strdup ("");
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_evidence_link_free);

  return self;
}

/**
 * oct_evidence_copy:
 * @evidence: a piece of evidence
 *
 * Returns: (transfer full): another one that says the same
 */
OctEvidence *
oct_evidence_copy (const OctEvidence *evidence)
{
  OctEvidence *self = g_memdup2 (evidence, sizeof *evidence);

  self->id = g_strdup (evidence->id);
  self->name = g_strdup (evidence->name);
  self->text = g_strdup (evidence->text);
  self->url = g_strdup (evidence->url);
  self->object = g_strdup (evidence->object);
  self->file_name = g_strdup (evidence->file_name);
  self->person_id = g_strdup (evidence->person_id);
  self->links = g_ptr_array_copy (evidence->links, (GCopyFunc) copy_link, NULL);
  g_ptr_array_set_free_func (self->links, (GDestroyNotify) oct_evidence_link_free);

  return self;
}

/**
 * oct_evidence_free:
 * @evidence: (transfer full): a piece of evidence
 */
void
oct_evidence_free (OctEvidence *evidence)
{
  g_free (evidence->id);
  g_free (evidence->name);
  g_free (evidence->text);
  g_free (evidence->url);
  g_free (evidence->object);
  g_free (evidence->file_name);
  g_free (evidence->person_id);
  g_ptr_array_unref (evidence->links);
  g_free (evidence);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* Only what a browser opens: the desktop would start other things for other schemes. */
static gboolean
is_web_address (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return scheme != NULL && uri != NULL
         && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"))
         && !is_blank (g_uri_get_host (uri));
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE, message);

  return FALSE;
}

/**
 * oct_evidence_check:
 * @evidence: a piece of evidence that is to be kept
 * @error: return location for an error
 *
 * Sees to it that it has a name; a note also words, a link a web address, and a file its content.
 *
 * Returns: whether it may be kept; else %OCT_ERROR_RULE, with what to do
 */
gboolean
oct_evidence_check (const OctEvidence *evidence, GError **error)
{
  if (is_blank (evidence->name))
    return refuse (error, _("Give this evidence a name. Nothing was changed."));
  if (evidence->kind == OCT_EVIDENCE_NOTE && is_blank (evidence->text))
    return refuse (error, _("Write what the note says. Nothing was changed."));
  if (evidence->kind == OCT_EVIDENCE_LINK && !is_web_address (evidence->url))
    return refuse (error, _("Give the link a web address that begins with https:// or http://. "
                            "Nothing was changed."));
  if ((evidence->kind == OCT_EVIDENCE_FILE) != (evidence->object != NULL))
    return refuse (error, _("Choose a file for this evidence. Nothing was changed."));

  return TRUE;
}

/**
 * oct_evidence_matches:
 * @evidence: a piece of evidence
 * @text: what is looked for, as typed
 *
 * Returns: whether each word of @text begins a word of its name, text, address or file's name; an
 *   empty @text matches everything
 */
gboolean
oct_evidence_matches (const OctEvidence *evidence, const char *text)
{
  g_autofree char *all = g_strjoin (" ", evidence->name, evidence->text, evidence->url,
                                    evidence->file_name, NULL);
  g_autofree char *folded = oct_fold (all);
  g_autofree char *spaced = g_strconcat (" ", folded, NULL);
  g_autofree char *query = oct_fold (text);
  g_auto (GStrv) words = g_strsplit (query, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *begins = g_strconcat (" ", words[i], NULL);

      if (words[i][0] != '\0' && strstr (spaced, begins) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * oct_evidence_kind_to_key:
 * @kind: a kind
 *
 * Returns: its name in stores and files
 */
const char *
oct_evidence_kind_to_key (OctEvidenceKind kind)
{
  return kind_keys[kind];
}

/**
 * oct_evidence_kind_from_key:
 * @key: a name from a store or a file
 * @kind: (out): the kind
 *
 * Returns: whether it is the name of one
 */
gboolean
oct_evidence_kind_from_key (const char *key, OctEvidenceKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_keys); i++)
    if (g_str_equal (kind_keys[i], key))
      {
        *kind = (OctEvidenceKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * oct_evidence_kind_to_text:
 * @kind: a kind
 *
 * Returns: (transfer none): its name for people
 */
const char *
oct_evidence_kind_to_text (OctEvidenceKind kind)
{
  return _(kind_texts[kind]);
}
